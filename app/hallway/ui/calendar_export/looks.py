"""How an entry of the calendar looks and is said: icon, hue, its short name for a small box, its day and time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hallway.domain.dates import say_day
from hallway.domain.names import split_name
from hallway.domain.records import CalendarEntry, EntryKind

LONGEST_SPREAD = 62
"""An event that lasts for years is not drawn on each of its days."""


@dataclass(frozen=True, slots=True)
class EntryLook:
    """Icon, hue (a token) and the word for many of them, in the source language."""

    icon: str
    hue: str
    source: str


LOOKS: dict[EntryKind, EntryLook] = {
    EntryKind.CHECK_IN: EntryLook("coffee", "green", str(QT_TRANSLATE_NOOP("calendar", "Check-ins"))),
    EntryKind.PROMISE: EntryLook("reply", "blue", str(QT_TRANSLATE_NOOP("calendar", "Follow-ups"))),
    EntryKind.EVENT: EntryLook("calendar-days", "violet", str(QT_TRANSLATE_NOOP("calendar", "Events"))),
    EntryKind.SESSION: EntryLook("presentation", "slate", str(QT_TRANSLATE_NOOP("calendar", "Sessions you go to"))),
    EntryKind.INTERVIEW: EntryLook("send", "amber", str(QT_TRANSLATE_NOOP("calendar", "Talks you arranged"))),
    EntryKind.DEADLINE: EntryLook("compass", "rose", str(QT_TRANSLATE_NOOP("calendar", "Deadlines"))),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry on one of its days: what fits in a small box, and what is said in full."""

    entry: CalendarEntry
    short: str
    tail: str

    @property
    def look(self) -> EntryLook:
        """Icon and hue of its kind."""
        return LOOKS[self.entry.kind]

    @property
    def full(self) -> str:
        """The whole title, with the time or which of its days this is."""
        return f"{self.entry.title}, {self.tail}" if self.tail else self.entry.title


def kinds_word(kind: EntryKind) -> str:
    """What entries of a kind are called."""
    return QCoreApplication.translate("calendar", LOOKS[kind].source)


def first_day(entry: CalendarEntry) -> date:
    """The day an entry begins on."""
    return _day(entry.start)


def time_of(entry: CalendarEntry) -> str:
    """ "15:00", or nothing for a whole day."""
    return f"{entry.start:%H:%M}" if isinstance(entry.start, datetime) else ""


def by_day(entries: Iterable[CalendarEntry]) -> dict[date, list[Shown]]:
    """Entries by the days they touch."""
    days: dict[date, list[Shown]] = {}
    for entry in entries:
        touched = _days(entry)
        for place, day in enumerate(touched, 1):
            tail = f"{place}/{len(touched)}" if len(touched) > 1 else time_of(entry)
            days.setdefault(day, []).append(Shown(entry, short_name(entry), tail))
    return days


def say_span(first: date, last: date) -> str:
    """ "22 June to 26 July 2026", each year said once."""
    start, end = _day_and_month(first), f"{_day_and_month(last)} {last.year}"
    return f"{start} to {end}" if first.year == last.year else f"{start} {first.year} to {end}"


def say_short(day: date, today: date) -> str:
    """ "26 July", with the year when it is not this year's."""
    return _day_and_month(day) if day.year == today.year else f"{_day_and_month(day)} {day.year}"


def short_name(entry: CalendarEntry) -> str:
    """The given name of whom it is about; the title when it is about nobody."""
    name = ""
    if entry.kind is EntryKind.PROMISE and entry.title.endswith(")"):
        name = entry.title.rpartition("(")[2].removesuffix(")")
    elif entry.kind not in (EntryKind.EVENT, EntryKind.SESSION):
        name = entry.title.partition(" with ")[2]
    return split_name(name).given or name or entry.title


def _days(entry: CalendarEntry) -> Sequence[date]:
    first = _day(entry.start)
    last = _day(entry.end) if entry.end is not None else first
    span = min(max((last - first).days, 0), LONGEST_SPREAD)
    return [first + timedelta(days=step) for step in range(span + 1)]


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _day_and_month(day: date) -> str:
    return say_day(day, day).partition(" ")[2]
