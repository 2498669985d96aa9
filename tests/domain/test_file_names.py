"""Names of files out of anybody's words: no path, no device, nothing hidden, and short enough everywhere."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallway.domain.file_names import LONGEST, file_name

WORDS = st.text(max_size=120) | st.sampled_from(["CON", "nul.", "COM1", "lpt³ .x", "../..", "-rf", ".hidden", "a\x00b"])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("A/B: “C”?", "A B C.zip"), ("../../x", "x.zip"), ("…", "hallway.zip"), (" a. ", "a.zip"), ("", "hallway.zip"),
        ("CON", "hallway CON.zip"), ("con.2026", "hallway con.2026.zip"), ("Conrad", "Conrad.zip"),
        ("-rf .", "rf.zip"), (".hidden", "hidden.zip"), ("a\u202ezpiz.exe", "a zpiz.exe.zip"),
        ("x" * 300, "x" * 96 + ".zip"),
        ("हिन्दी", "हिन्दी.zip"), ("Łukasz O'Brien", "Łukasz O'Brien.zip"), ("Zoe\u0308", "Zoë.zip"),
    ],
)  # fmt: skip
def test_words_become_the_name_of_a_file(words: str, name: str) -> None:
    assert file_name(words, ".zip") == name


def test_no_letter_is_cut_in_half() -> None:
    assert file_name("語" * 300, ".vcf") == "語" * 32 + ".vcf"


@given(WORDS, st.sampled_from(["", ".vcf", ".zip"]))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_give_a_name_that_can_be_written(tmp_path: Path, words: str, ending: str) -> None:
    name = file_name(words, ending)
    assert 0 < len(name.encode()) <= LONGEST and name[0] not in "-. " and name[-1] not in ". "
    assert not set('<>:"/\\|?*') & set(name) and not any(unicodedata.category(one)[0] == "C" for one in name)
    device = name.partition(".")[0].strip().upper()
    assert device not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT³"} and name.endswith(ending)
    (tmp_path / name).write_bytes(b"")
    (tmp_path / name).unlink()
