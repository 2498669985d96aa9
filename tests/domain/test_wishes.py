"""Wishes: lines that ask for something are read as they would be said, and every other line is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from hallway.domain.interactions import Kind
from hallway.domain.wishes import BEGINNINGS, HAPPENINGS, RHYTHMS, UNITS, Verb, Wish, read_wish

TODAY = date(2026, 6, 17)
"""A Wednesday."""


def on(day: int, month: int = 6) -> date:
    return date(2026, month, day)


FOLLOW_UPS = {
    "follow up samir fri": Wish(Verb.FOLLOW_UP, "samir", on(19)),
    "Follow-up with Samir El-Amrani on Friday": Wish(Verb.FOLLOW_UP, "Samir El-Amrani", on(19)),
    "follow up   samir": Wish(Verb.FOLLOW_UP, "samir"),
    "follow up friday with samir": Wish(Verb.FOLLOW_UP, "samir", on(19)),
    "follow up samir in 3 weeks": Wish(Verb.FOLLOW_UP, "samir", on(8, 7)),
    "follow up samir 2w": Wish(Verb.FOLLOW_UP, "samir", on(1, 7)),
    "follow up samir tomorrow about the station data": Wish(
        Verb.FOLLOW_UP, "samir", on(18), words="the station data"
    ),
    "follow up samir about the grant on 4 aug": Wish(Verb.FOLLOW_UP, "samir", on(4, 8), words="the grant"),
    "follow up samir: the grant": Wish(Verb.FOLLOW_UP, "samir", words="the grant"),
}  # fmt: skip

CHECK_INS = {
    "check in with amina tomorrow": Wish(Verb.CHECK_IN, "amina", on(18)),
    "write to samir in 2 weeks": Wish(Verb.CHECK_IN, "samir", on(1, 7)),
    "say hello to O'Brien next week": Wish(Verb.CHECK_IN, "O'Brien", on(22)),
}  # fmt: skip

MEETINGS = {
    "met Ana Ruiz @CERN": Wish(Verb.MET, "Ana Ruiz", words="Ana Ruiz @CERN"),
    "I met Ana Ruiz, bees #ecology": Wish(Verb.MET, "Ana Ruiz", words="Ana Ruiz, bees #ecology"),
}

PAUSES = {
    "pause 3 weeks": Wish(Verb.PAUSE, "", on(7, 7)),
    "pause for a week": Wish(Verb.PAUSE, "", on(23)),
    "pause everything for two days": Wish(Verb.PAUSE, "", on(18)),
    "pause the plan until friday": Wish(Verb.PAUSE, "", on(19)),
    "pause 1 month": Wish(Verb.PAUSE, "", on(16, 7)),
    "pause amina 3 weeks": Wish(Verb.PAUSE, "amina", on(7, 7)),
    "pause Amina Diallo until 4 aug": Wish(Verb.PAUSE, "Amina Diallo", on(4, 8)),
}  # fmt: skip

RHYTHM_WISHES = {
    "every season amina": Wish(Verb.RHYTHM, "amina", days=90),
    "amina every two months": Wish(Verb.RHYTHM, "amina", days=60),
    "amina every 3 weeks": Wish(Verb.RHYTHM, "amina", days=21),
    "Amina Diallo: twice a year": Wish(Verb.RHYTHM, "Amina Diallo", days=182),
    "amina every 6 months": Wish(Verb.RHYTHM, "amina", days=182),
    "amina every 12 months": Wish(Verb.RHYTHM, "amina", days=365),
    "amina every other week": Wish(Verb.RHYTHM, "amina", days=14),
    "yearly amina": Wish(Verb.RHYTHM, "amina", days=365),
    "amina each month": Wish(Verb.RHYTHM, "amina", days=30),
}  # fmt: skip

LOGS = {
    "log samir coffee yesterday": Wish(Verb.LOG, "samir", on(16), words="Coffee"),
    "log coffee with samir yesterday": Wish(Verb.LOG, "samir", on(16), words="Coffee"),
    "log samir": Wish(Verb.LOG, "samir", TODAY),
    "talked to samir fri": Wish(Verb.LOG, "samir", on(12)),
    "lunch with samir": Wish(Verb.LOG, "samir", TODAY, words="Lunch"),
    "called samir about the grant yesterday": Wish(Verb.LOG, "samir", on(16), kind=Kind.CALL, words="the grant"),
    "log samir zoom 3 days ago": Wish(Verb.LOG, "samir", on(14), kind=Kind.VIDEO_CALL, words="Zoom"),
    "log may yesterday": Wish(Verb.LOG, "may", on(16)),
    "log April": Wish(Verb.LOG, "April", TODAY),
}  # fmt: skip

ALL = (
    FOLLOW_UPS
    | CHECK_INS
    | MEETINGS
    | PAUSES
    | RHYTHM_WISHES
    | LOGS
    | {"archive Amina Diallo": Wish(Verb.ARCHIVE, "Amina Diallo")}
)

NONE = (
    "", " ", "samir", "may", "follow", "follow up", "follow up ", "follow up 12",
    "follow up samir yesterday", "check in amina yesterday", "met", "met @CERN", "metropolis", "pause", "pause amina",
    "pause xyz", "pause until the cows come home", "pause amina until yesterday", "pause 0 days", "every", "every day",
    "twice a year", "amina every blue moon", "amina every two months please do", "amina every 400 years", "log",
    "log 12", "logarithm", "archive", "archive 12", "weekly", "everyday things",
)  # fmt: skip


@pytest.mark.parametrize("line", ALL)
def test_a_wish_is_read(line: str) -> None:
    assert read_wish(line, TODAY) == ALL[line]


@pytest.mark.parametrize("line", NONE)
def test_what_asks_for_nothing_is_no_wish(line: str) -> None:
    assert read_wish(line, TODAY) is None


@given(
    some.lists(
        some.sampled_from([*BEGINNINGS, *HAPPENINGS, *RHYTHMS, *UNITS, "every", "samir", "with", "about", "until",
                           "3", "fri", "in 3 weeks", "4 aug", "@CERN", ",", ":", "12/5"]), max_size=7,
    )
)  # fmt: skip
@example(["pause", "until"])
def test_no_line_raises_and_what_is_wished_is_sound(words: list[str]) -> None:
    check(read_wish(" ".join(words), TODAY))


@given(some.text(max_size=60), some.sampled_from(["", "log ", "pause ", "met ", "every ", "follow up "]))
def test_no_text_raises(text: str, before: str) -> None:
    check(read_wish(before + text, TODAY))


def check(wish: Wish | None) -> None:
    if wish is None:
        return
    assert wish.whom.strip() == wish.whom
    assert wish.whom or wish.verb is Verb.PAUSE
    assert wish.days > 0 or wish.verb is not Verb.RHYTHM
    if wish.verb in (Verb.FOLLOW_UP, Verb.CHECK_IN, Verb.PAUSE):
        assert wish.on is None or wish.on >= TODAY
    if wish.verb is Verb.LOG:
        assert wish.on is not None and wish.on <= TODAY
