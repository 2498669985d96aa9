"""Folding, escaping and taking content lines apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.formats import content_lines as lines
from hallway.formats.text import clean


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"), max_size=400))
def test_folded_lines_are_short_and_unfold_to_the_same(text: str) -> None:
    line = "NOTE:" + text
    folded = lines.fold(line)
    assert all(len(piece.encode()) <= lines.FOLD_AT for piece in folded.split("\r\n"))
    assert folded.replace("\r\n ", "").removesuffix("\r\n") == line


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_escaped_text_is_one_sound_line_and_comes_back(text: str) -> None:
    line = "X-NOTE:" + lines.escape(text)
    assert lines.is_sound(line)
    assert lines.unescape(lines.escape(text)) == clean(text)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"))))
def test_split_value_undoes_a_join_of_escaped_parts(parts: list[str]) -> None:
    joined = ";".join(map(lines.escape, parts))
    assert [lines.unescape(part) for part in lines.split_value(joined, ";")] == (parts or [""])


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_parameter_values_come_back(text: str) -> None:
    raw = f"ORG;X-A={lines.param_text(text)};X-B=2:value"
    line = lines.split_line(1, raw)
    assert line is not None
    assert lines.is_sound(raw)
    assert (line.first("X-A"), line.first("X-B"), line.value) == (clean(text), "2", "value")


def test_split_line_reads_groups_quotes_and_bare_parameters() -> None:
    line = lines.split_line(7, 'item1.tel;WORK;TYPE="a,b";x="p;q:r":+49:1')
    assert line is not None
    assert (line.number, line.group, line.name, line.value) == (7, "item1", "TEL", "+49:1")
    assert line.params == {"": ("WORK",), "TYPE": ("a,b",), "X": ("p;q:r",)}


@pytest.mark.parametrize("raw", ["", "no colon", ":only value", "na me:x", "a.b.c:x"])
def test_split_line_refuses_what_is_no_content_line(raw: str) -> None:
    assert lines.split_line(1, raw) is None


@pytest.mark.parametrize(
    "line", ["NOTE:a\r\nBCC:x", "NOTE:a\nb", "A\r\nB:c", "NO TE:x", "NOTE;X=a\nb:c", "NOTE:\u2028", "NOTE:\x00", "NOTE"]
)
def test_unsound_lines_are_told(line: str) -> None:
    assert not lines.is_sound(line)


def test_check_refuses_long_and_broken_lines() -> None:
    assert lines.check(b"A:b\r\n") == b"A:b\r\n"
    for bad in (b"A:b", b"A:b\n", b"A:" + b"x" * 80 + b"\r\n", b"A b\r\n", b"A:b\r\nfree text\r\n"):
        with pytest.raises(ValueError, match="grammar"):
            lines.check(bad)


def test_unfold_keeps_the_number_of_the_first_line() -> None:
    assert list(lines.unfold(["A:1", " 2", "", "B:3", "\t4"])) == [(1, "A:12"), (4, "B:34")]
