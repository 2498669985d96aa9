"""`hallway export people`: which cards, which table, whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Hallway


@pytest.fixture
def out(hallway: Hallway, tmp_path: Path) -> Path:
    """Where the table goes, of the made-up network."""
    hallway("demo")
    return tmp_path / "people.csv"


@pytest.mark.parametrize("like", ["google", "outlook"])
def test_a_table_like_that_of_another_program(hallway: Hallway, out: Path, like: str) -> None:
    said = hallway("export", "people", out, "--like", like, "--json").json
    assert said == {"file": str(out), "form": like, "people": 60}
    ours = out.read_bytes()
    hallway("export", "people", out)
    assert out.read_bytes() != ours and b"Adaeze" in ours


def test_only_those_of_a_group(hallway: Hallway, out: Path) -> None:
    every = hallway("export", "people", out, "--json").json["people"]
    some = hallway("export", "people", out, "--only", "mentors", "--json").json["people"]
    assert 0 < some < every == 60
    assert out.read_text().count("\n") == some + 1
    said = hallway("export", "people", out.with_suffix(".vcf"), "--only", "Mentors")
    assert said.err == f"people.vcf: {some} people.\n"


def test_what_makes_no_sense_writes_nothing(hallway: Hallway, out: Path) -> None:
    cards = out.with_suffix(".vcf")
    for path, code, *words in (
        (out, 1, "--only", "Nobody"), (cards, 1, "--like", "google"), (out, 2, "--like", "exact"),
        (out, 2, "--like", "google", "--for-spreadsheet"), (out.with_suffix(".txt"), 1, "--like", "outlook"),
    ):  # fmt: skip
        assert hallway("export", "people", path, *words).code == code, words
    assert not list(out.parent.glob("people*"))
