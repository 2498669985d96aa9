"""Neutral shapes between file formats and the record: what was read, and what to write.

A format door turns bytes into `Parsed` and never guesses identity; importing decides what a record means for the
people who are already there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Final, Generic, TypeVar

Row = TypeVar("Row")

Report = Callable[[int, int], None]
"""Called as `report(done, total)` from time to time by long readers; may raise `errors.Stopped`."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One row, card or entry that could not be used, or one that was used in part.

    `where` is for a person ("line 12"), `what` says what is wrong, `row` is the raw text (for "Show the row").
    """

    where: str
    what: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class Email:
    """An address with an optional label such as "work"."""

    address: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as written, with an optional label such as "mobile"."""

    number: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A page elsewhere: `kind` is linkedin, orcid, scholar, researchgate, github, mastodon, bluesky, x or web."""

    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class Work:
    """One affiliation as a file tells it; dates are partial ("2019", "2019-05", "2019-05-12") or empty."""

    organisation: str
    role: str = ""
    unit: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class MomentRecord:
    """Something that happened with somebody, as a file tells it.

    `on` is a whole day ("2026-06-23"), `at_time` "HH:MM" or empty, `kind` a word of `interactions.Kind`, `direction`
    "", "in" or "out".
    """

    on: str
    kind: str = "message"
    summary: str = ""
    direction: str = ""
    at_time: str = ""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person as a file tells it.

    `where` is the place in the file ("line 12"). `uid` is the file's own id, when it has one. `birthday` is
    "1980-03-22" or "--03-22". `met_on` is a partial date: for LinkedIn, the day of connecting. `rhythm_days` is how
    often one means to be in touch, 0 when the file does not say. `moments` are what happened with them. `unknown`
    keeps vCard content lines that Hallway does not understand, verbatim, so that a round trip loses nothing.
    """

    name: str
    where: str = ""
    given: str = ""
    family: str = ""
    additional: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    phonetic: str = ""
    pronouns: str = ""
    uid: str = ""
    emails: tuple[Email, ...] = ()
    phones: tuple[Phone, ...] = ()
    profiles: tuple[Profile, ...] = ()
    works: tuple[Work, ...] = ()
    topics: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    place: str = ""
    time_zone: str = ""
    languages: tuple[str, ...] = ()
    birthday: str = ""
    note: str = ""
    met_on: str = ""
    photo: bytes = b""
    unknown: tuple[str, ...] = ()
    met_how: str = ""
    rhythm_days: int = 0
    moments: tuple[MomentRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event as a calendar file tells it.

    `start` and `end` are aware datetimes, or dates for whole days (`end` is the last day, inclusive). Without an
    offset they are on the event's own clock, wherever that is. `time_zone` is an IANA name. `uid` is unique within
    the feed.
    """

    title: str
    start: datetime | date
    end: datetime | date | None = None
    where: str = ""
    uid: str = ""
    time_zone: str = ""
    venue: str = ""
    link: str = ""
    organiser: str = ""
    notes: str = ""
    cancelled: bool = False


class EntryKind(StrEnum):
    """What a calendar entry stands for."""

    CHECK_IN = "check-in"
    PROMISE = "promise"
    EVENT = "event"
    SESSION = "session"
    INTERVIEW = "interview"
    DEADLINE = "deadline"


HAPPENING: Final = frozenset({EntryKind.EVENT, EntryKind.SESSION, EntryKind.INTERVIEW})
"""What takes place whether one goes or not; never a task."""


def written_as(kind: EntryKind, form: str) -> frozenset[str]:
    """As what an entry stands in a calendar of a form: "events", "tasks", or each of the two."""
    if kind in HAPPENING:
        return frozenset({"events"})
    return frozenset({"events", "tasks"} if form == "both" else {form})


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry of an exported calendar.

    `uid` never changes for the same thing. `sequence` and `modified` grow when what is shown changes. `start` and
    `end` are aware datetimes, or dates for whole days (`end` inclusive, None for one day). `form` is its own where
    it is not written in that of the calendar.
    """

    uid: str
    kind: EntryKind
    title: str
    start: datetime | date
    end: datetime | date | None = None
    sequence: int = 0
    modified: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    description: str = ""
    location: str = ""
    url: str = ""
    category: str = ""
    cancelled: bool = False
    form: str = ""


@dataclass(frozen=True, slots=True)
class CalendarStyle:
    """How a calendar file is written: `form` is events, tasks or both; `alarm_minutes` None means no alarm.

    The minutes count from midnight of the day (540 is nine o'clock) and serve entries of whole days; an entry with a
    time reminds a quarter of an hour before it.
    """

    name: str = "Hallway"
    form: str = "events"
    alarm_minutes: int | None = 540


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Row]):
    """What a reader made of a file: usable rows, complaints, and what kind of file it took it for."""

    records: tuple[Row, ...] = ()
    complaints: tuple[Complaint, ...] = field(default=())
    source: str = ""
