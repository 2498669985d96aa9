"""What a calendar shows of an entry: as the plan has it, and as icalendar reads it from a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple, cast

import icalendar

from hallway.domain.records import CalendarEntry, CalendarStyle, written_as
from hallway.formats.calendar_ics import task_uid

COMPONENTS = ("VEVENT", "VTODO")


class Shown(NamedTuple):
    """`end` is DTEND or DUE, `alarms` how long after the start, or for a task without one, after its end.

    Moments are in UTC: of two zones, Python calls none equal that lie in an hour which comes twice or never.
    """

    component: str
    title: str
    start: datetime | date | None
    end: datetime | date | None
    description: str = ""
    location: str = ""
    url: str = ""
    alarms: tuple[timedelta, ...] = ()
    cancelled: bool = False


def shown_as(entry: CalendarEntry, style: CalendarStyle) -> Iterator[tuple[str, Shown]]:
    """As an event, as a task, or both, by UID (RFC 5545, sections 3.6.1 and 3.6.2)."""
    span = isinstance(entry.start, datetime), _has_length(entry)
    alarms: tuple[timedelta, ...] = ()
    if style.alarm_minutes is not None and not entry.cancelled:
        alarms = (timedelta(minutes=-15 if span[0] else style.alarm_minutes),)
    rest = (entry.description, entry.location, entry.url, alarms, entry.cancelled)
    forms = written_as(entry.kind, entry.form or style.form)
    if "events" in forms:
        yield entry.uid, Shown("VEVENT", entry.title, _when(entry.start), _when(_exclusive_end(entry)), *rest)
    if "tasks" in forms:
        start = _when(entry.start) if span[1] else None
        yield task_uid(entry.uid), Shown("VTODO", entry.title, start, _when(entry.end or entry.start), *rest)


def _exclusive_end(entry: CalendarEntry) -> datetime | date | None:
    if not isinstance(entry.start, datetime):
        return (entry.end or entry.start) + timedelta(days=1)
    return entry.end if _has_length(entry) else None


def _has_length(entry: CalendarEntry) -> bool:
    start, end = _when(entry.start), _when(entry.end)
    return end is not None and start is not None and end > start


def _when(moment: datetime | date | None) -> datetime | date | None:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def blocks(calendar: str, component: str) -> Iterator[str]:
    """The text of each component of that name."""
    begin, end = f"BEGIN:{component}\r\n", f"END:{component}\r\n"
    for rest in calendar.split(begin)[1:]:
        yield begin + rest.partition(end)[0] + end


@lru_cache(maxsize=50_000)
def read(block: str) -> tuple[str, Shown]:
    """UID and content of one component. Raises ValueError for what icalendar does not take."""
    part = icalendar.Component.from_ical(block)
    assert isinstance(part, icalendar.Component)
    return shown_in(part)


def shown_in(part: icalendar.Component) -> tuple[str, Shown]:
    """UID and content of a component that icalendar read without complaint."""
    assert [each.errors for each in part.walk() if each.errors] == []
    start, end = (part.get(name) for name in ("DTSTART", "DTEND" if part.name == "VEVENT" else "DUE"))
    description, location, url = (str(part.get(name, "")) for name in ("DESCRIPTION", "LOCATION", "URL"))
    alarms = tuple(cast("timedelta", alarm["TRIGGER"].dt) for alarm in part.walk("VALARM"))
    return str(part["UID"]), Shown(
        str(part.name), str(part["SUMMARY"]), _when(start and start.dt), _when(end and end.dt),
        description, location, url, alarms, part["STATUS"] == "CANCELLED",
    )  # fmt: skip
