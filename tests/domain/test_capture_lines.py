"""Every line of the table reads as it ought to, and nothing that is typed is dropped."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.capture import Capture, Span, parse_line
from hallway.domain.folding import fold
from hallway.domain.profiles import read_profile
from tests.domain.capture_lines import KNOWN, LINES, TOPICS, Line

TODAY = date(2026, 6, 16)  # a Tuesday
BETWEEN = re.compile(r"[\s,;:|，；、،؛\-–—/·]*", re.UNICODE)
JOINS = re.compile(
    r"[\s,]*(?:(?:and|&|\+|und|et|och|og|és|и|και)\s+)?"
    r"|\s*(?:i |we )?(?:just )?(?:met|(?:spoke|talked) (?:to|with))\s+",
    re.IGNORECASE,
)


def read(line: Line) -> Capture:
    return parse_line(line.line, TODAY, KNOWN, TOPICS, told=line.told, several=line.several)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.line[:60])
def test_the_line_reads_as_expected(line: Line) -> None:
    found = read(line)
    assert Line(
        line.line, found.names, found.organisation, found.note, found.promises, found.topics, found.emails,
        found.phones, tuple(page.url for page in found.profiles), found.role, line.told, line.several,
    ) == line  # fmt: skip


def test_the_table_is_long_and_says_each_thing_once() -> None:
    assert len(LINES) >= 120
    assert len({(line.line, line.told, line.several) for line in LINES}) == len(LINES)


MARKS = {",", ";", "-", "/", "@", "#", "and", "at", ":"}
WORDS = sorted({word for line in LINES for word in line.line.split()} | MARKS)
TYPED = st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@given(TYPED | st.sampled_from([line.line for line in LINES]))
def test_what_is_not_understood_is_in_the_note_byte_for_byte(line: str) -> None:
    found = parse_line(line, TODAY, KNOWN, TOPICS)
    at = 0
    for stretch in stretches(line, found, "note"):
        assert stretch in found.note[at:]
        at = found.note.index(stretch, at) + len(stretch)


@given(TYPED | st.sampled_from([line.line for line in LINES]))
def test_nothing_typed_is_dropped(line: str) -> None:
    found = parse_line(line, TODAY, KNOWN, TOPICS)
    at = 0
    for span in found.spans:
        between = line[at : span.start]
        assert BETWEEN.fullmatch(between) or JOINS.fullmatch(between), between
        assert is_kept(line[span.start : span.end], span, found)
        at = span.end
    assert BETWEEN.fullmatch(line[at:])


def stretches(line: str, found: Capture, kind: str) -> list[str]:
    return [line[span.start : span.end] for span in found.spans if span.kind == kind]


def is_kept(text: str, span: Span, found: Capture) -> bool:
    """Whether the words of a part are in the field they were understood as, in order and byte for byte."""
    if span.kind == "profile":
        return read_profile(text.strip("<>")) in found.profiles
    if span.kind == "organisation":  # one that is known is written in its own way
        said = re.sub(r"^\((.*)\)$", r"\1", text, flags=re.DOTALL)
        said = re.sub(r"^(?:(?:at|from|the)\s+|@\s*)*", "", said, flags=re.IGNORECASE)
        return fold(said) in {fold(found.organisation), fold(f"the {found.organisation}")}
    field = {
        "name": found.names, "note": (found.note,), "email": found.emails, "phone": found.phones,
        "topic": found.topics, "date": [one.words for one in found.promises],
        "promise": [one.text for one in found.promises],
    }[span.kind]  # fmt: skip
    if span.kind == "topic":
        return fold(text.lstrip("#")) in {fold(topic) for topic in field}
    words = text.strip("<>").split() if span.kind == "email" else text.split()
    if span.kind == "promise":
        kept = " ".join(field).casefold()
        return all(word.casefold() in kept or word.casefold() in THEIR_WORDS for word in words)
    return any(" ".join(words) in " ".join(one.split()) for one in field)


THEIR_WORDS = {"and", "she", "he", "they", "will", "promised", "me", "to"} | {
    f"{who}{mark}ll" for who in ("she", "he", "they") for mark in "'’"
}
