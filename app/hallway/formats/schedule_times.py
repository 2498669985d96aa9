"""Days, times and lengths in a programme, and on which clock they are: read from words, and never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

from hallway.domain.records import Complaint
from hallway.formats import limits
from hallway.formats.ics_zones import known_name
from hallway.formats.schedule_slots import Head, Slot
from hallway.formats.text import clean

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years outside of which nothing takes place."""

_CLOCK: Final = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?", re.ASCII)
_HALF_DAY: Final = timedelta(hours=12)


def day_of(text: str) -> date | None:
    """The day a text begins with ("2026-06-23", "2026-06-23T09:00:00+02:00"), or None."""
    moment = moment_of(text.strip()[:10]) if text else None
    return moment.date() if isinstance(moment, datetime) else moment


def conference_day(written: str, begins: str, zone: str) -> date | None:
    """A day of the conference, by the conference's own clock where its beginning is told as a moment."""
    moment, name = moment_of(begins), known_name(zone)
    if isinstance(moment, datetime) and moment.tzinfo and name:
        return moment.astimezone(ZoneInfo(name)).date()
    return day_of(written)


def is_possible(moment: date) -> bool:
    """Whether something can take place then."""
    return FIRST_YEAR <= moment.year <= LAST_YEAR


def zone_of(head: Head, slots: Sequence[Slot], complaints: limits.Complaints) -> str:
    """The zone that the file names, if it exists and if the times of day in the file are on its clock."""
    name = known_name(head.zone)
    if head.zone.strip() and not name:
        zone = " ".join(clean(head.zone).split())[:100]
        complaints.append(Complaint("file", f"Nobody knows the time zone “{zone}”; its times were kept as written."))
    if name and _disagree(slots, ZoneInfo(name)):
        what = f"It says that its times are those of {name}, and they are not; they were kept as written."
        complaints.append(Complaint("file", what))
        return ""
    return name


def _disagree(slots: Sequence[Slot], zone: ZoneInfo) -> bool:
    """Whether most times of day are not what that zone's clock shows at the moments beside them."""
    pairs = [(moment_of(slot.moment), clock(slot.start)) for slot in slots]
    told = [(moment, time) for moment, time in pairs if isinstance(moment, datetime) and moment.tzinfo and time]
    wrong = sum(_minutes(moment.astimezone(zone)) != time.seconds // 60 for moment, time in told)
    return wrong * 2 > len(told)


def start_of(slot: Slot, zone: str, head: Head) -> datetime | date | None:
    """When it begins: a moment where the file tells one, else a time on the conference's own clock, or only the day."""
    time = clock(slot.start)
    moment = moment_of(slot.moment)
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.astimezone(ZoneInfo(zone)) if zone else _shown(moment, time)
    if isinstance(moment, datetime) and not slot.start:
        return moment.replace(tzinfo=ZoneInfo(zone) if zone else None)
    day = (moment.date() if isinstance(moment, datetime) else moment) or slot.day
    if day is None or time is None:
        return day
    if moment is None and time < (clock(head.day_change) or timedelta()):
        day += timedelta(days=1)  # after midnight, written on the day before
    local = datetime.combine(day, datetime.min.time()) + time
    return local.replace(tzinfo=ZoneInfo(zone)) if zone else local


def _shown(moment: datetime, time: timedelta | None) -> datetime:
    """A moment on the clock that shows this time of day then: how far that clock is from UTC follows from the two."""
    if time is None:
        return moment
    utc = moment.astimezone(UTC)
    ahead = (time - timedelta(minutes=_minutes(utc)) + _HALF_DAY) % timedelta(days=1) - _HALF_DAY
    return utc.astimezone(timezone(ahead))


def end_of(slot: Slot, start: datetime | date) -> datetime | date | None:
    """When it ends; None when the file does not say. Raises ValueError for what cannot be."""
    if not isinstance(start, datetime):
        return None
    if slot.end.strip():
        end = moment_of(slot.end)
        if not isinstance(end, datetime) or (end.tzinfo is None) != (start.tzinfo is None):
            raise ValueError
        end = end.astimezone(start.tzinfo) if end.tzinfo else end
    elif slot.length.strip():
        length = clock(slot.length, most=10_000)
        if length is None:
            raise ValueError
        end = (start.astimezone(UTC) + length).astimezone(start.tzinfo) if start.tzinfo else start + length
    else:
        return None
    if end < start:
        raise ValueError
    return end


def moment_of(text: str) -> datetime | date | None:
    text = text.strip()
    if not text.isascii() or not 10 <= len(text) <= 40:
        return None
    try:
        found = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if is_possible(found) else None


def clock(text: str, most: int = 24) -> timedelta | None:
    """ "9:30", "09:30" or "09:30:00" as the time since midnight; None for anything else."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or int(match[2]) > 59 or int(match[3] or 0) > 59:
        return None
    found = timedelta(hours=int(match[1]), minutes=int(match[2]), seconds=int(match[3] or 0))
    return found if found < timedelta(hours=most) else None


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
