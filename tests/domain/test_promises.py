"""Promises within what was written about a talk: what is taken for one, and what stays a note."""

from __future__ import annotations

from datetime import date

import pytest

from hallway.domain.promises import Promised, promises_in

TODAY = date(2026, 6, 23)
FRIDAY = date(2026, 6, 26)
NAMES = frozenset({"adaeze"})


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Coffee. I promised to send the draft by Friday.", (Promised("Send the draft", FRIDAY),)),
        ("promised her the R code", (Promised("The R code"),)),
        ("I'll introduce her to Bo", (Promised("Introduce her to Bo"),)),
        ("Lunch, I will send the slides fri", (Promised("Send the slides", FRIDAY),)),
        ("Good talk; send the paper fri; she will ask Bo", (
            Promised("Send the paper", FRIDAY), Promised("Ask Bo", None, by_me=False),
        )),
        ("Adaeze will forward the call", (Promised("Forward the call", None, by_me=False),)),
        ("They offered to read chapter 2 in 2 weeks", (Promised("Read chapter 2", date(2026, 7, 7), by_me=False),)),
        ("todo: book the room", (Promised("Book the room"),)),
    ],
)  # fmt: skip
def test_a_promise_is_found(words: str, found: tuple[Promised, ...]) -> None:
    assert promises_in(words, TODAY, NAMES) == found


@pytest.mark.parametrize(
    "words",
    [
        "Read your chapter 2 outline. Suggested splitting exposure and vulnerability.",
        "She is moving to five-city cohorts and needs station data.",
        "Asked to see a draft by summer.",
        "Bo will be there",
        "Sent the paper",
        "Wrote on Friday",
        "The conference will move",
        "",
    ],
)
def test_a_note_stays_a_note(words: str) -> None:
    assert promises_in(words, TODAY, NAMES) == ()


def test_a_long_text_is_read_at_once() -> None:
    assert promises_in("and " * 20_000 + ", " * 5_000, TODAY) == ()
