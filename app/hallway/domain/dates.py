"""Days as people know and say them: partial dates, birthdays, and a day or a distance put into words.

Reading words back into days is `date_words`; its names are offered here too, so that callers need one module.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from hallway.domain.date_words import MONTH_NAMES, WEEKDAY_NAMES, Found, Reading, find_day, read_day

__all__ = [
    "Birthday",
    "Found",
    "PartialDate",
    "Reading",
    "find_day",
    "read_day",
    "say_day",
    "say_distance",
    "short_ago",
]

DAYS_SAID_AS_DAYS = 14
DAYS_SAID_AS_WEEKS = 63
MONTHS_SAID_AS_MONTHS = 24

PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
BIRTHDAY = re.compile(r"(?:(\d{4})-?|--)(\d{2})-?(\d{2})")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day. Sorts with what is less exact first: 2019, 2019-01, 2019-01-01.

    Raises ValueError when the parts make no date.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read "2019", "2019-05" or "2019-05-12". Raises ValueError for anything else."""
        match = PARTIAL.fullmatch(text.strip())
        if not match:
            raise ValueError("a partial date is written 2019, 2019-05 or 2019-05-12")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The exact day as a partial date."""
        return cls(day.year, day.month, day.day)

    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._order() < other._order()

    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0


@dataclass(frozen=True, slots=True)
class Birthday:
    """A month and day, with the year when it is known. Raises ValueError when they make no date."""

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        date(2000 if self.year is None else self.year, self.month, self.day)

    @classmethod
    def parse(cls, text: str) -> Birthday:
        """Read "1980-03-22" or "--03-22" (the hyphens between may be absent, as in vCard). Raises ValueError."""
        match = BIRTHDAY.fullmatch(text.strip())
        if not match:
            raise ValueError("a birthday is written 1980-03-22 or --03-22")
        year, month, day = match.groups()
        return cls(int(month), int(day), int(year) if year else None)

    def next_on(self, today: date) -> date:
        """The next day it falls on, today included; 29 February is kept on 28 February in other years."""
        this_year = self._in_year(today.year)
        return this_year if this_year >= today else self._in_year(today.year + 1)

    def _in_year(self, year: int) -> date:
        leap_day_moves = (self.month, self.day) == (2, 29) and not isleap(year)
        return date(year, 2, 28) if leap_day_moves else date(year, self.month, self.day)

    def __str__(self) -> str:
        start = "-" if self.year is None else f"{self.year:04}"
        return f"{start}-{self.month:02}-{self.day:02}"


def say_day(day: date, today: date) -> str:
    """ "Tuesday 4 August", with the year when it is not this year's."""
    words = f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def say_distance(day: date, today: date) -> str:
    """How far a day is from today, in the unit people would use: "tomorrow", "in 6 weeks", "5 days ago"."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    if near:
        return near
    count, unit = _rounded(day, today)
    span = f"{count} {_UNIT_WORDS[unit]}" + ("s" if count != 1 else "")
    return f"in {span}" if days > 0 else f"{span} ago"


def short_ago(day: date, today: date) -> str:
    """The same for a narrow column: "today", "5 d", "2 wk", "4 mo", "2 y"; a day to come gets "in" before it."""
    if day == today:
        return "today"
    count, unit = _rounded(day, today)
    return f"in {count} {unit}" if day > today else f"{count} {unit}"


_UNIT_WORDS = {"d": "day", "wk": "week", "mo": "month", "y": "year"}


def _rounded(day: date, today: date) -> tuple[int, str]:
    days = abs((day - today).days)
    if days < DAYS_SAID_AS_DAYS and days != 7:
        return days, "d"
    if days < DAYS_SAID_AS_WEEKS:
        return (days + 3) // 7, "wk"
    months = _whole_months(min(day, today), max(day, today))
    return (months, "mo") if months < MONTHS_SAID_AS_MONTHS else (months // 12, "y")


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)
