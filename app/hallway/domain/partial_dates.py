"""Dates of which only a part may be known: a year, a month of a year, a birthday without its year."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from hallway.domain import errors
from hallway.domain.dates import MONTH_NAMES

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


def checked_span(start: str, end: str) -> tuple[str, str]:
    """From when to when, as the record keeps it; either may be empty.

    Raises `Refused` for what does not read as a date, and for an end that lies before the beginning for certain.
    """
    dates: list[PartialDate | None] = []
    for text in (start, end):
        try:
            dates.append(PartialDate.parse(text) if text.strip() else None)
        except ValueError as error:
            told = f"“{text}” does not read as a date."
            raise errors.Refused(told, do="Write 2019, 2019-05 or 2019-05-12.") from error
    begins, ends = dates
    if begins and ends and ends.last_day() < begins.first_day():
        told = f"This would end in {say_partial(str(ends))}, before it begins in {say_partial(str(begins))}."
        raise errors.Refused(told, "Nothing was changed.")
    return str(begins or ""), str(ends or "")


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

    def checked(self, today: date) -> Birthday:
        """The same. Raises `Refused` for one that is still to come."""
        if self.year is not None and date(self.year, self.month, self.day) > today:
            raise errors.Refused("This birthday is still to come.", do="Leave the year out, or look at it again.")
        return self

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


def say_partial(kept: str) -> str:
    """Say "2019-05" as "May 2019"; what does not parse is said as it is."""
    try:
        partial = PartialDate.parse(kept)
    except ValueError:
        return kept
    month = MONTH_NAMES[partial.month - 1] if partial.month else ""
    return " ".join(part for part in (str(partial.day or ""), month, str(partial.year)) if part)
