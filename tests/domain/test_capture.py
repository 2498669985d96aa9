"""Capture lines as people type them in a corridor."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.capture import Capture, CapturedPromise, parse_line
from hallway.domain.folding import fold
from hallway.domain.records import Profile

TODAY = date(2026, 6, 16)  # a Tuesday
FRIDAY = date(2026, 6, 19)
KNOWN = ("Umvoti Population Health", "Umvoti", "Halden Institute of Technology", "stratus analytics")
TOPICS = ("heat vulnerability", "R packages")


def read(line: str) -> Capture:
    return parse_line(line, TODAY, KNOWN, TOPICS)


@pytest.mark.parametrize("known", [("Umvoti Population Health",), ()])
def test_line_of_the_picture_reads_as_shown(known: tuple[str, ...]) -> None:
    line = "Thandeka Dube, @Umvoti Population Health heat and maternal health, send the paper fri"
    capture = parse_line(line, TODAY, known)
    assert capture.name == "Thandeka Dube"
    assert capture.organisation == "Umvoti Population Health"
    assert capture.note == "heat and maternal health"
    assert capture.promises == (CapturedPromise("Send the paper", FRIDAY, "fri"),)
    assert [(line[span.start : span.end], span.kind) for span in capture.spans] == [
        ("Thandeka Dube", "name"),
        ("@Umvoti Population Health", "organisation"),
        ("heat and maternal health", "note"),
        ("send the paper", "promise"),
        ("fri", "date"),
    ]


def test_line_of_the_design_reads() -> None:
    capture = read("Thảo Nguyễn, Uni Lund, corridor width, send her the R code by Friday")
    assert (capture.name, capture.organisation, capture.note) == ("Thảo Nguyễn", "Uni Lund", "corridor width")
    assert capture.promises == (CapturedPromise("Send her the R code", FRIDAY, "by Friday"),)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ana", "Ana"),
        ("  Ana Lima  ", "Ana Lima"),
        ("ana lima", "ana lima"),
        ("Ana Lima talked about heat", "Ana Lima"),
        ("ana lima works on heat in cities", "ana lima"),
        ("Jan van der Berg likes maps", "Jan van der Berg"),
        ("Prof. Dr. Adaeze Nwosu, poster 15", "Prof. Dr. Adaeze Nwosu"),
        ("Omar #heat", "Omar"),
        ("Omar omar@stratus.example", "Omar"),
        ("Omar at Stratus", "Omar"),
        ("Omar (data scientist)", "Omar"),
        ("Omar Siddiqui - data scientist", "Omar Siddiqui"),
        ("李明 @清华大学 气候", "李明"),
        ("send Ana the paper", ""),
        ("", ""),
        ("   ", ""),
        ("@", ""),
        (", ,", ""),
    ],
)
def test_name_is_the_first_words(line: str, name: str) -> None:
    assert read(line).name == name


@pytest.mark.parametrize(
    ("line", "organisation", "note"),
    [
        ("Ana @Umvoti population health heat", "Umvoti Population Health", "heat"),
        ("Ana, @umvoti heat", "Umvoti", "heat"),
        ("Ana @Tide Lab sensors", "Tide Lab", "sensors"),
        ("Ana @City of Valmora data", "City of Valmora", "data"),
        ("Ana @city of valmora, data", "city of valmora", "data"),
        ("Ana @ Tide Lab", "Tide Lab", ""),
        ("李明 @清华大学 气候", "清华大学", "气候"),
        ("Ana at Halden Institute of Technology maps", "Halden Institute of Technology", "maps"),
        ("Ana at Tide, maps", "Tide", "maps"),
        ("Ana, at the Tide Lab, maps", "Tide Lab", "maps"),
        ("Ana, at dinner", "", "at dinner"),
        ("Ana from Uni Lund", "Uni Lund", ""),
        ("Ana from Brazil", "", "from Brazil"),
        ("Ana, University of Ostra, maps", "University of Ostra", "maps"),
        ("Ana, Stratus Analytics, maps", "stratus analytics", "maps"),
        ("Ana, runs the sensor lab in Lund", "", "runs the sensor lab in Lund"),
        ("Ana, Tide, maps", "", "Tide, maps"),
        ("Ana, @Tide, @Other Lab", "Tide", "@Other Lab"),
    ],
)
def test_organisation_only_when_sure(line: str, organisation: str, note: str) -> None:
    capture = read(line)
    assert (capture.organisation, capture.note) == (organisation, note)


@pytest.mark.parametrize(
    ("clause", "text", "due", "words"),
    [
        ("send the slides", "Send the slides", None, ""),
        ("Ask about the postdoc next week", "Ask about the postdoc", date(2026, 6, 22), "next week"),
        ("introduce her to Tom", "Introduce her to Tom", None, ""),
        ("I'll email him on 4 aug with the code", "I'll email him with the code", date(2026, 8, 4), "on 4 aug"),
        ("promised to share data in 2 weeks", "Promised to share data", date(2026, 6, 30), "in 2 weeks"),
        ("read her poster 15", "Read her poster 15", None, ""),
        ("call tomorrow", "Call", date(2026, 6, 17), "tomorrow"),
        ("send 2026-08-04 the data", "Send the data", date(2026, 8, 4), "2026-08-04"),
    ],
)
def test_piece_that_begins_with_a_verb_is_a_promise(clause: str, text: str, due: date | None, words: str) -> None:
    capture = read(f"Ana Lima, {clause}")
    assert capture.promises == (CapturedPromise(text, due, words),)
    assert capture.note == ""


def test_day_after_a_comma_belongs_to_the_promise_before_it() -> None:
    capture = read("Ana, send the slides, by fri, nice talk")
    assert capture.promises == (CapturedPromise("Send the slides", FRIDAY, "by fri"),)
    assert capture.note == "nice talk"


def test_several_promises_are_all_kept() -> None:
    capture = read("Ana, send the slides fri, ask about the postdoc")
    assert [promise.text for promise in capture.promises] == ["Send the slides", "Ask about the postdoc"]


@pytest.mark.parametrize("note", ["poster 15", "met on Friday", "room 4", "sends papers", "askew", "2.5 m wide"])
def test_note_stays_a_note(note: str) -> None:
    capture = read(f"Ana, {note}")
    assert (capture.note, capture.promises) == (note, ())


def test_mail_phone_links_and_topics_are_taken_from_anywhere() -> None:
    capture = read(
        "Ana Lima ana.lima@tide.example, +47 912 34 567; linkedin.com/in/Ana-Lima/ #heat vulnerability, "
        "@ana@fedi.example 0000-0002-1825-0097 #R-packages, r packages"
    )
    assert capture.name == "Ana Lima"
    assert capture.emails == ("ana.lima@tide.example",)
    assert capture.phones == ("+47 912 34 567",)
    assert capture.profiles == (
        Profile("linkedin", "https://www.linkedin.com/in/ana-lima"),
        Profile("mastodon", "https://fedi.example/@ana"),
        Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),
    )
    assert capture.topics == ("heat vulnerability", "R-packages", "R packages")
    assert (capture.note, capture.organisation) == ("", "")


@pytest.mark.parametrize("note", ["1,000 sensors", "10 km", "2026-08-04", "since 2019", "section 4.2.1", "a/b tests"])
def test_numbers_are_no_phones(note: str) -> None:
    assert read(f"Ana, {note}").phones == ()


WORDS = (
    "Ana Lima van , , ; @ @Tide #heat # at from send ask by fri tomorrow 15 poster Uni Lund of in 2 weeks Umvoti "
    "a@b.example +47 912 34 567 https://x.com/ana 李明 山田 ( ) - 4 aug 2026-08-04 heat vulnerability "
    "I'll the \n \t ß İ"
).split(" ")
LINES = st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join)


@given(LINES)
def test_spans_lie_within_the_line_and_do_not_overlap(line: str) -> None:
    spans = read(line).spans
    assert all(0 <= span.start < span.end <= len(line) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(LINES)
def test_every_character_typed_is_accounted_for(line: str) -> None:
    covered = {at for span in read(line).spans for at in range(span.start, span.end)}
    left = {line[at] for at in range(len(line)) if at not in covered and not line[at].isspace()}
    assert left <= set(",;:|-–—/·，；、،؛")


@given(LINES)
def test_no_word_is_lost(line: str) -> None:
    capture = read(line)
    said = " ".join(
        [capture.name, capture.organisation, capture.note, *capture.topics, *capture.emails, *capture.phones]
        + [f"{promise.text} {promise.words}" for promise in capture.promises]
        + [profile.url for profile in capture.profiles]
    )
    have = fold(said)
    for word in re.findall(r"[^\W_]+", line):
        assert fold(word) in have or fold(word) in {"at", "from", "the"} or capture.profiles
