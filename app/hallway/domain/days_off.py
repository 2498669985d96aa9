"""Days off that a calendar file tells of: holidays, exams, leave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hallway.domain.records import EventRecord

LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class DayOff:
    """One stretch of days, both ends included. `whole` tells days without a time, `known` days that are off already."""

    start: date
    end: date
    title: str
    whole: bool = True
    known: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What a file offers, by day: the stretches to come, how many have gone by, and what could not be read."""

    source: str
    days: tuple[DayOff, ...]
    gone_by: int = 0
    remarks: tuple[str, ...] = ()


def offer(
    source: str, events: Iterable[EventRecord], today: date, known: frozenset[tuple[date, date, str]]
) -> Offer:
    """Every event of a file as a stretch of days; called-off ones, and what is longer than a year, are left out."""
    found = {_day_off(event): None for event in events if not event.cancelled}
    short = [one for one in found if one.end - one.start <= LONGEST]
    coming = sorted((one for one in short if one.end >= today), key=lambda one: (one.start, one.end, one.title))
    days = tuple(
        DayOff(one.start, one.end, one.title, one.whole, (one.start, one.end, one.title) in known) for one in coming
    )
    too_long = len(found) - len(short)
    remarks = ("What lasts longer than a year was left out.",) if too_long else ()
    return Offer(source, days, len(short) - len(coming), remarks)


def _day_off(event: EventRecord) -> DayOff:
    start, end = _day(event.start), _day(event.end) if event.end is not None else _day(event.start)
    whole = not isinstance(event.start, datetime)
    return DayOff(start, max(start, end), " ".join(event.title.split()), whole)


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
