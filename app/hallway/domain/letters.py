"""Recommendation letters: who writes, for what, by when for whom, and what comes next. A pure function of the record.

The times are those of product.md 3.2: asked six and four weeks ahead, materials two weeks ahead, a gentle reminder one
week and two days ahead, afterwards thanks and how it went.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hallway.domain.dates import say_day
from hallway.domain.sheets import Section, Sheet

ASK_FROM, ASK_AGAIN = timedelta(weeks=6), timedelta(weeks=4)
MATERIALS_FROM = timedelta(weeks=2)
REMIND_ON = (timedelta(weeks=1), timedelta(days=2))
THANKS_UNTIL, TELL_UNTIL = timedelta(days=60), timedelta(days=365)


class Stage(StrEnum):
    """How far a letter is. At rest: told, or not needed."""

    IDEA = "idea"
    ASKED = "asked"
    AGREED = "agreed"
    MATERIALS = "materials sent"
    SENT = "sent"
    TOLD = "outcome told"
    NOT_NEEDED = "not needed"


class Next(StrEnum):
    """What is next to do about a letter, and the kind of the thing on Today."""

    CHOOSE = "choose who writes"
    ASK = "ask for a letter"
    MATERIALS = "send the materials"
    REMIND = "remind gently"
    THANK = "thank for a letter"
    TELL = "tell how it went"


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a letter goes, how (a portal, by mail), by when, and when it was sent."""

    name: str
    deadline: date | None = None
    how: str = ""
    sent_on: date | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of one writer (`person_id` None while nobody is chosen), to one or several addressees.

    `knows` is what they know of the user; `outcome` how it went.
    """

    purpose: str
    person_id: int | None = None
    person: str = ""
    knows: str = ""
    addressees: tuple[Addressee, ...] = ()
    opportunity_id: int | None = None
    opportunity: str = ""
    asked_on: date | None = None
    agreed_on: date | None = None
    materials_on: date | None = None
    thanked_on: date | None = None
    told_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
    notes: str = ""
    made_on: date | None = None
    id: int = 0
    uid: str = ""

    @property
    def deadline(self) -> date | None:
        """The first deadline of those it was not sent to yet; None without one."""
        return min((one.deadline for one in self.addressees if one.deadline and not one.sent_on), default=None)

    @property
    def sent_on(self) -> date | None:
        """When it went to the last of its addressees; None while one is left, or when there are none."""
        days = [one.sent_on for one in self.addressees]
        return max((day for day in days if day), default=None) if days and all(days) else None

    @property
    def stage(self) -> Stage:
        """How far it is, from its days alone."""
        if self.closed_on is not None and self.told_on is None:
            return Stage.NOT_NEEDED
        for day, stage in (
            (self.told_on, Stage.TOLD), (self.sent_on, Stage.SENT), (self.materials_on, Stage.MATERIALS),
            (self.agreed_on, Stage.AGREED), (self.asked_on, Stage.ASKED),
        ):  # fmt: skip
            if day is not None:
                return stage
        return Stage.IDEA


@dataclass(frozen=True, slots=True)
class Due:
    """Something to do about a letter: what, since which day it is time, and a sentence with the fact behind it."""

    what: Next
    since: date
    why: str


def due(letter: Letter, today: date) -> Due | None:
    """What is to do about a letter on a day; None when it can wait, or rests."""
    if letter.closed_on is not None:
        return None
    if letter.sent_on is not None:
        return _afterwards(letter, letter.sent_on, today)
    deadline = letter.deadline
    return _before(letter, deadline, today) if deadline is not None and today <= deadline else None


def _before(letter: Letter, deadline: date, today: date) -> Due | None:
    said = f"It is wanted by {say_day(deadline, today)}."
    if letter.asked_on is None:
        if today < deadline - ASK_FROM:
            return None
        since = deadline - (ASK_FROM if today < deadline - ASK_AGAIN else ASK_AGAIN)
        return Due(Next.ASK if letter.person_id is not None else Next.CHOOSE, since, said)
    if letter.materials_on is None:
        return Due(Next.MATERIALS, deadline - MATERIALS_FROM, said) if today >= deadline - MATERIALS_FROM else None
    reminders = [deadline - ahead for ahead in REMIND_ON if letter.materials_on < deadline - ahead <= today]
    return Due(Next.REMIND, max(reminders), said) if reminders else None


def _afterwards(letter: Letter, sent_on: date, today: date) -> Due | None:
    if letter.thanked_on is None and today - sent_on <= THANKS_UNTIL:
        return Due(Next.THANK, sent_on + timedelta(days=1), "The letter is sent.") if today > sent_on else None
    if letter.told_on is None and letter.outcome and today - sent_on <= TELL_UNTIL:
        return Due(Next.TELL, today, f"How it went: {letter.outcome}")
    return None


def sheet_for_writer(letter: Letter, profile: dict[str, str], facts: tuple[Section, ...] = ()) -> Sheet:
    """One compact page for whoever writes: for what, to whom by when, what they know of one, what one has done."""
    who = [profile.get("name", ""), profile.get("degree", ""), profile.get("university", ""), profile.get("email", "")]
    table = tuple(
        ", ".join(part for part in (one.name, f"by {one.deadline:%d %B %Y}".replace("by 0", "by ") if one.deadline else
                                    "", one.how) if part)
        for one in letter.addressees
    )  # fmt: skip
    sections = (
        Section("To whom, and by when", table),
        Section("What you know of me", tuple(filter(None, letter.knows.splitlines()))),
        *facts,
        Section("Good to know", tuple(filter(None, letter.notes.splitlines()))),
    )
    return Sheet(
        f"A letter for {letter.purpose}", tuple(part for part in who if part),
        tuple(section for section in sections if section.lines),
    )  # fmt: skip
