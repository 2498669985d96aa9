"""Time zones for exported calendars: a VTIMEZONE with yearly rules, from the last line of a zone's TZif file.

Calendars that carry lists of dates instead of rules are an hour out in summer in several programs, so a
zone is written as one rule for each half of the year (RFC 5545, section 3.6.5), made from its POSIX rule
(RFC 9636, section 3.3). Moments that this rule does not tell rightly are for the caller to write in UTC.
"""

from __future__ import annotations

import calendar
import re
import zoneinfo
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

_NAME: Final = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]+>)"
_OFFSET: Final = r"[+-]?\d{1,2}(?::\d\d){0,2}"
_RULE: Final = re.compile(rf"({_NAME})({_OFFSET})(?:({_NAME})({_OFFSET})?,([^,]+),([^,]+))?")
_CHANGE: Final = re.compile(r"M(\d{1,2})\.([1-5])\.([0-6])(?:/([+-]?\d{1,3}(?::\d\d){0,2}))?")
_DAYS: Final = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_FIRST_YEAR: Final = 1970
_LAST_WEEK: Final = 5
_FEBRUARY: Final = 2


@dataclass(frozen=True, slots=True)
class Change:
    """When clocks change each year: the `week`-th `weekday` (0 is Sunday, week 5 the last) of `month`, plus `time`."""

    month: int
    week: int
    weekday: int
    time: timedelta

    def at(self, year: int) -> datetime:
        """The local time, by the clock before the change, at which it happens in a year."""
        first = date(year, self.month, 1)
        day = 1 + (self.weekday - first.isoweekday()) % 7 + (self.week - 1) * 7
        if day > calendar.monthrange(year, self.month)[1]:
            day -= 7
        return datetime(year, self.month, day) + self.time

    def rule(self) -> str | None:
        """The RRULE for it, or None where there is none (a change that spills over the end of a month)."""
        shift = self.time // timedelta(days=1)
        weekday = _DAYS[(self.weekday + shift) % 7]
        if shift == 0:
            ordinal = -1 if self.week == _LAST_WEEK else self.week
            return f"FREQ=YEARLY;BYMONTH={self.month};BYDAY={ordinal}{weekday}"
        if self.week == _LAST_WEEK and self.month == _FEBRUARY:
            return None
        length = calendar.monthrange(2001, self.month)[1]
        first = (length - 6 if self.week == _LAST_WEEK else (self.week - 1) * 7 + 1) + shift
        if first < 1 or first + 6 > length:
            return None
        days = ",".join(str(day) for day in range(first, first + 7))
        return f"FREQ=YEARLY;BYMONTH={self.month};BYMONTHDAY={days};BYDAY={weekday}"


@dataclass(frozen=True, slots=True)
class ZoneRule:
    """What a zone does every year from now on; without summer time, `summer` equals `standard`."""

    name: str
    standard: timedelta
    standard_name: str
    summer: timedelta
    summer_name: str = ""
    to_summer: Change | None = None
    to_standard: Change | None = None

    def offset(self, local: datetime) -> timedelta:
        """The offset from UTC at a local time without zone; the first of the two when the hour comes twice."""
        if self.to_summer is None or self.to_standard is None:
            return self.standard
        begin, end = _changes(self, local.year)
        in_summer = begin <= local < end if begin < end else not end <= local < begin
        return self.summer if in_summer else self.standard


@cache
def _changes(rule: ZoneRule, year: int) -> tuple[datetime, datetime]:
    assert rule.to_summer is not None and rule.to_standard is not None
    return rule.to_summer.at(year), rule.to_standard.at(year)


@cache
def zone_rule(name: str) -> ZoneRule | None:
    """The yearly rule of an IANA zone, or None when it has none that a VTIMEZONE can tell."""
    match = _RULE.fullmatch(_posix_rule(name))
    if not match:
        return None
    standard = -_duration(match[2])
    standard_name = match[1].strip("<>")
    if not match[3]:
        return ZoneRule(name, standard, standard_name, standard)
    summer = -_duration(match[4]) if match[4] else standard + timedelta(hours=1)
    to_summer, to_standard = _change(match[5]), _change(match[6])
    if not (to_summer and to_standard and to_summer.rule() and to_standard.rule()):
        return None
    return ZoneRule(name, standard, standard_name, summer, match[3].strip("<>"), to_summer, to_standard)


def vtimezone(rule: ZoneRule) -> list[str]:
    """The content lines of the VTIMEZONE."""
    lines = ["BEGIN:VTIMEZONE", f"TZID:{rule.name}"]
    if rule.to_summer is None or rule.to_standard is None:
        start = datetime(_FIRST_YEAR, 1, 1)
        lines += _half("STANDARD", start, "", (rule.standard, rule.standard), rule.standard_name)
    else:
        spring, autumn = rule.to_summer, rule.to_standard
        offsets = (rule.standard, rule.summer)
        lines += _half("DAYLIGHT", spring.at(_FIRST_YEAR), spring.rule() or "", offsets, rule.summer_name)
        lines += _half("STANDARD", autumn.at(_FIRST_YEAR), autumn.rule() or "", offsets[::-1], rule.standard_name)
    return [*lines, "END:VTIMEZONE"]


def _half(kind: str, start: datetime, rule: str, offsets: tuple[timedelta, timedelta], name: str) -> list[str]:
    before, after = offsets
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{start:%Y%m%dT%H%M%S}",
        *([f"RRULE:{rule}"] if rule else []),
        f"TZOFFSETFROM:{_offset_text(before)}",
        f"TZOFFSETTO:{_offset_text(after)}",
        f"TZNAME:{name}",
        f"END:{kind}",
    ]


def _offset_text(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"{sign}{minutes // 60:02}{minutes % 60:02}"


def _change(written: str) -> Change | None:
    match = _CHANGE.fullmatch(written)
    if not match:
        return None
    time = _duration(match[4]) if match[4] else timedelta(hours=2)
    return Change(int(match[1]), int(match[2]), int(match[3]), time)


def _duration(written: str) -> timedelta:
    """`-3:30` as a duration."""
    parts = [int(part) for part in written.lstrip("+-").split(":")] + [0, 0]
    length = timedelta(hours=parts[0], minutes=parts[1], seconds=parts[2])
    return -length if written.startswith("-") else length


def _posix_rule(name: str) -> str:
    """The last line of the zone's TZif file; empty when there is no such zone or no rule."""
    data = _zone_file(name)
    if not data.startswith(b"TZif") or not data.endswith(b"\n"):
        return ""
    return data[:-1].rpartition(b"\n")[2].decode("ascii", "replace")


def _zone_file(name: str) -> bytes:
    """The file, found where `zoneinfo` finds it: the system's folders, then the tzdata package."""
    try:
        zoneinfo.ZoneInfo(name)  # refuses names that lead out of the folder
    except (LookupError, ValueError, OSError):
        return b""
    for folder in zoneinfo.TZPATH:
        path = Path(folder, name)
        if path.is_file():
            return path.read_bytes()
    try:
        return resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
    except (ModuleNotFoundError, OSError):
        return b""
