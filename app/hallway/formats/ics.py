"""Events from calendar files (RFC 5545) as Meetup, Indico, Google, Outlook and conference sites write them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from hallway.domain.records import Complaint, EventRecord, Parsed, Report
from hallway.formats import limits, links, text
from hallway.formats.content_lines import ContentLine, unescape
from hallway.formats.html_text import plain
from hallway.formats.ics_components import CalendarPart, EventPart, split_events
from hallway.formats.ics_zones import ZoneFinder
from hallway.formats.limits import clipped, shown
from hallway.formats.text import clean

_MOMENT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?", re.ASCII | re.IGNORECASE)
_LEAP_SECOND: Final = 60
ONLY_FIRST: Final = "It repeats; only its first date was read."


@dataclass(slots=True)
class Found:
    """An event with its lines in the file, and what decides between it and others of the same UID.

    `moved` are dates of a series that were changed one by one; `finder` reads further moments on its clocks.
    """

    event: EventRecord
    part: EventPart
    sequence: int
    changed: str
    recurrence: str
    finder: ZoneFinder
    moved: tuple[Found, ...] = ()


def read(data: bytes, report: Report | None = None, zone: str = "") -> Parsed[EventRecord]:
    """Read every event. `zone` is the IANA name for times that name no zone, or one that nobody knows.

    Without it such times have no zone: they are on the clock of wherever the event is. A series gives its first date,
    with a complaint (`ics_series` gives the others); people invited to an event are not read.
    """
    found, complaints = collect(data, report, zone)
    return complaints.parsed((one.event for one in found), "ics")


def collect(data: bytes, report: Report | None = None, zone: str = "") -> tuple[list[Found], limits.Complaints]:
    """Every event with its lines, and the complaints; as `read` does it."""
    oversize = limits.oversize(data)
    if oversize:
        return [], limits.Complaints((oversize,))
    decoded = text.decode(data)
    complaints = limits.Complaints(decoded.complaints)
    parts = split_events(text.lines(decoded.text), complaints)
    if len(parts) > limits.MAX_RECORDS:
        complaints.append(limits.too_many(f"line {parts[limits.MAX_RECORDS].number}"))
    finders: dict[int, ZoneFinder] = {}
    named = _zones_named(parts)
    found = []
    for done, part in enumerate(parts[: limits.MAX_RECORDS]):
        limits.tell(report, done, len(parts))
        finder = finders.setdefault(id(part.calendar), ZoneFinder(part.calendar, zone, named[id(part.calendar)]))
        one = _read_event(part, finder, complaints)
        if one:
            found.append(one)
    if not parts:
        complaints.append(Complaint("file", "There is no event in this file."))
    return _settle(found), complaints


def _zones_named(parts: list[EventPart]) -> dict[int, frozenset[str]]:
    """The zones in which the events of each calendar begin."""
    named: dict[int, set[str]] = {}
    for part in parts:
        starts = (line.first("TZID") for line in part.lines if line.name == "DTSTART")
        named.setdefault(id(part.calendar), set()).update(filter(None, starts))
    return {calendar: frozenset(zones) for calendar, zones in named.items()}


class Unusable(ValueError):
    """The event cannot be used; the message is fit to show."""


def _read_event(part: EventPart, finder: ZoneFinder, complaints: list[Complaint]) -> Found | None:
    where = f"line {part.number}"
    properties = {line.name: line for line in reversed(part.lines)}
    try:
        start = moment(properties.get("DTSTART"), finder)
    except Unusable as unusable:
        complaints.append(Complaint(where, str(unusable), shown("\n".join(part.raw))))
        return None
    notes: list[str] = []
    end = _end(properties, start, finder, notes)
    start, end = _whole_days(properties, start, end)
    _note_zone(properties, finder, notes)
    if "RRULE" in properties or "RDATE" in properties:
        notes.append(ONLY_FIRST)
    raw = shown("\n".join(part.raw))
    for what in notes:  # one by one, because they are counted
        complaints.append(Complaint(where, what, raw))  # noqa: PERF401
    event = replace(_event(properties, part.calendar, start), end=end, where=where)
    return Found(
        event,
        part,
        _number(_raw(properties, "SEQUENCE")),
        _raw(properties, "LAST-MODIFIED"),
        _recurrence(properties, finder),
        finder,
    )


def _event(properties: dict[str, ContentLine], calendar: CalendarPart, start: datetime | date) -> EventRecord:
    organiser = properties.get("ORGANIZER")
    name = organiser.first("CN") if organiser else ""
    link = _raw(properties, "URL")
    return EventRecord(
        title=_text(properties, "SUMMARY").replace("\n", " ") or "(no title)",
        start=start,
        time_zone=_zone_name(start),
        uid=clipped(clean(_raw(properties, "UID"))),
        venue=_text(properties, "LOCATION"),
        link=link if links.is_web(link) else "",
        organiser=clipped(clean(name).strip()),
        notes=plain(_text(properties, "DESCRIPTION")),
        cancelled=_raw(properties, "STATUS").upper() == "CANCELLED"
        or calendar.properties.get("METHOD", "").upper() == "CANCEL",
    )


def _raw(properties: dict[str, ContentLine], name: str) -> str:
    line = properties.get(name)
    return line.value.strip() if line else ""


def _text(properties: dict[str, ContentLine], name: str) -> str:
    return clipped(clean(unescape(_raw(properties, name))).strip())


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


def moment(line: ContentLine | None, finder: ZoneFinder) -> datetime | date:
    """The value of DTSTART or DTEND: a day, or a moment in the zone it is told in. Raises `Unusable`."""
    if line is None:
        raise Unusable("The event has no start; it was left out.")
    match = _MOMENT.fullmatch(line.value.strip())
    try:
        if match is None:
            raise ValueError
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None:
            return day
        second = min(int(match[6] or 0), _LEAP_SECOND - 1)
        local = datetime(day.year, day.month, day.day, int(match[4]), int(match[5]), second)
        if match[7]:
            return local.replace(tzinfo=UTC).astimezone(finder.home())
        return finder.find(line.first("TZID")).moment(local)
    except (ValueError, OverflowError):
        raise Unusable("The date of the event could not be read; it was left out.") from None


def _zone_name(start: datetime | date) -> str:
    if not isinstance(start, datetime):
        return ""
    return str(getattr(start.tzinfo, "key", ""))


def _note_zone(properties: dict[str, ContentLine], finder: ZoneFinder, notes: list[str]) -> None:
    line = properties["DTSTART"]
    value = line.value.strip().upper()
    if "T" in value and not value.endswith("Z"):
        guess = finder.find(line.first("TZID")).guess
        if guess:
            notes.append(f"Its time zone is {guess}.")


def _recurrence(properties: dict[str, ContentLine], finder: ZoneFinder) -> str:
    """Which date of its series it stands for, in one form whatever clock it is told on; as written if unreadable."""
    if "RECURRENCE-ID" not in properties:
        return ""
    try:
        return written(moment(properties["RECURRENCE-ID"], finder))
    except Unusable:
        return _raw(properties, "RECURRENCE-ID")


def written(at: datetime | date) -> str:
    """A moment as RFC 5545 writes it, in UTC where it has a zone."""
    if not isinstance(at, datetime):
        return f"{at:%Y%m%d}"
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}" if at.tzinfo else f"{at:%Y%m%dT%H%M%S}"


def _end(
    properties: dict[str, ContentLine], start: datetime | date, finder: ZoneFinder, notes: list[str]
) -> datetime | date | None:
    """The end as Hallway keeps it: the last day, inclusive, or a moment; None when there is none worth keeping."""
    try:
        end = moment(properties["DTEND"], finder) if "DTEND" in properties else _after(properties, start)
        if isinstance(start, datetime) and isinstance(end, datetime):
            end = _on_the_clock_of(start, end)
    except (Unusable, OverflowError):
        notes.append("Its end could not be read; only the start was kept.")
        return None
    if end is not None and isinstance(start, datetime) != isinstance(end, datetime):
        notes.append("It starts at a time and ends on a day, or the other way round; only the start was kept.")
        return None
    if end is not None and end < start:
        notes.append("It ends before it starts; only the start was kept.")
        return None
    return end if isinstance(end, datetime) else _last_day(start, end)


def _on_the_clock_of(start: datetime, end: datetime) -> datetime:
    """The end as the clock of the start shows it. Raises `Unusable` when one of them has a zone and the other none."""
    if (start.tzinfo is None) != (end.tzinfo is None):
        raise Unusable("The end is told on another clock.")
    return end if start.tzinfo is None else end.astimezone(start.tzinfo)


def _last_day(start: date, end: date | None) -> date | None:
    """The last day of an event of whole days: DTEND is the day after it. None for a single day."""
    last = end - timedelta(days=1) if end and end > start else start
    return None if last == start else last


def _after(properties: dict[str, ContentLine], start: datetime | date) -> datetime | date | None:
    """The end by DURATION (RFC 5545, section 3.3.6). Raises `Unusable`."""
    written = _raw(properties, "DURATION")
    if not written:
        return None
    from icalendar import vDuration  # late: a tenth of a second

    try:
        length: timedelta = vDuration.from_ical(written)  # type: ignore[no-untyped-call]
        if not isinstance(start, datetime) or start.tzinfo is None:
            return start + length
        return (start.astimezone(UTC) + length).astimezone(start.tzinfo)
    except Exception:  # the library says ValueError, AttributeError or OverflowError
        raise Unusable("The length of the event could not be read.") from None


def _whole_days(
    properties: dict[str, ContentLine], start: datetime | date, end: datetime | date | None
) -> tuple[datetime | date, datetime | date | None]:
    """Outlook writes whole days as midnight to midnight and says so in a property of its own."""
    flagged = _raw(properties, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE"
    if not (flagged and isinstance(start, datetime) and isinstance(end, datetime) and end > start):
        return start, end
    if (start.hour, start.minute, end.hour, end.minute) != (0, 0, 0, 0):
        return start, end
    return start.date(), _last_day(start.date(), end.date())


def _settle(found: list[Found]) -> list[Found]:
    """One event for each key: newest SEQUENCE wins; moved dates of a known series are part of the series."""
    groups: dict[str, list[Found]] = {}
    for one in found:
        uid = one.event.uid or "no-uid-" + _hash(f"{one.event.start.isoformat()} {one.event.title}")
        one.event = replace(one.event, uid=uid)
        groups.setdefault(uid, []).append(one)
    settled: list[Found] = []
    for group in groups.values():
        series = [one for one in group if not one.recurrence]
        settled.extend(_newest(series) if series else _moved(group))
        if series:
            settled[-1].moved = tuple(one for one in group if one.recurrence)
    return settled


def _newest(group: list[Found]) -> list[Found]:
    """The newest of several versions; or all of them, where a careless program gave one UID to different events."""
    if len(group) == 1:
        return group
    different = len({(one.event.start, one.event.title) for one in group}) > 1
    if not different or len({one.sequence for one in group}) == len(group):
        return [max(group, key=lambda one: (one.sequence, one.changed))]
    kept: dict[str, Found] = {}
    for one in group:
        key = f"{one.event.uid}#{_hash(one.event.title)}"
        rival = kept.get(key)
        if rival and rival.event.start != one.event.start and rival.sequence == one.sequence:
            key = f"{key}-{_hash(one.event.start.isoformat())}"
            rival = kept.get(key)
        if rival is None or (one.sequence, one.changed) >= (rival.sequence, rival.changed):
            kept[key] = one
    return _renamed(kept)


def _moved(group: list[Found]) -> list[Found]:
    """Dates of a series whose series is not in the file: each stands for itself."""
    kept: dict[str, Found] = {}
    for one in group:
        key = f"{one.event.uid}#{one.recurrence}"
        rival = kept.get(key)
        if rival is None or (one.sequence, one.changed) >= (rival.sequence, rival.changed):
            kept[key] = one
    return _renamed(kept)


def _renamed(kept: dict[str, Found]) -> list[Found]:
    for key, one in kept.items():
        one.event = replace(one.event, uid=key)
    return list(kept.values())


def _hash(written: str) -> str:
    return hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()[:12]
