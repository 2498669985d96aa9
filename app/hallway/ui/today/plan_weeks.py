"""Where everything of the plan's calendar lies: weeks as rows, days as columns, names as chips, bands of days off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from hallway.ui.theme.look import look
from hallway.ui.theme.type import line_height
from hallway.ui.today.plan_list import PlanEntry

LOAD, WIDE, PAD, GAP = 76, 3, 6, 4
"""Pixels for a week's load; how much wider a day with room is; space within a day, and between chips."""

DAYS_A_WEEK = 7


class Band(NamedTuple):
    """Days on which nothing is planned, both ends included; `is_pause` tells a pause from days off of a file."""

    start: date
    end: date
    words: str
    is_pause: bool


class Shown(NamedTuple):
    """What the calendar shows: the check-ins as the list has them, what they keep to, and from when to when."""

    entries: Sequence[PlanEntry] = ()
    bands: Sequence[Band] = ()
    weekdays: Collection[int] = ()
    today: date = date.min
    weeks: int = 0
    changed: Collection[int] = ()

    @property
    def monday(self) -> date:
        """The first day of the first week."""
        return self.today - timedelta(days=self.today.weekday())


class Chip(NamedTuple):
    """A name on its day."""

    entry: PlanEntry
    box: QRectF


@dataclass(frozen=True, slots=True)
class DayBox:
    """One day and who is on it."""

    day: date
    box: QRectF
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class WeekBox:
    """One row: seven days, the bands across them, and the load at its end."""

    box: QRectF
    days: tuple[DayBox, ...]
    bands: tuple[tuple[Band, QRectF], ...]
    load: str


class Weeks(NamedTuple):
    """The whole calendar, in coordinates of its content."""

    columns: tuple[tuple[float, float], ...]
    weeks: tuple[WeekBox, ...]
    height: float = 0

    def day_at(self, at: QPointF) -> DayBox | None:
        """The day under a point."""
        return next((day for week in self.weeks if week.box.contains(at) for day in week.days if day.box.contains(at)),
                    None)  # fmt: skip

    def find(self, day: date) -> DayBox | None:
        """The box of a day that is shown."""
        if not self.weeks:
            return None
        at, weekday = divmod((day - self.weeks[0].days[0].day).days, DAYS_A_WEEK)
        return self.weeks[at].days[weekday] if 0 <= at < len(self.weeks) else None


def lay_out(shown: Shown, left: float, width: float) -> Weeks:
    """Days one writes on, and those with somebody on them, are wide; every week is as high as it needs to be."""
    on = _by_day(shown.entries)
    loads = _loads(shown.entries)
    columns = _columns(shown.weekdays, on, left, width)
    weeks: list[WeekBox] = []
    top = 0.0
    for at in range(shown.weeks):
        monday = shown.monday + timedelta(weeks=at)
        week = _week(shown, on, columns, monday, top, loads.get(monday, ""))
        weeks.append(week)
        top = week.box.bottom()
    return Weeks(columns, tuple(weeks), top)


def chip_height() -> int:
    """How high a name is."""
    return line_height("small") + look.scaled(6)


def _week(
    shown: Shown, on: Mapping[date, Sequence[PlanEntry]], columns: Sequence[tuple[float, float]], monday: date,
    top: float, load: str,
) -> WeekBox:  # fmt: skip
    days = [monday + timedelta(days=at) for at in range(DAYS_A_WEEK)]
    head, step = line_height("small") + look.scaled(PAD) + 4, chip_height() + GAP
    slots = _slots([band for band in shown.bands if band.start <= days[-1] and band.end >= monday])
    boxes = []
    for day, (left, wide) in zip(days, columns, strict=True):
        below = head + step * max((slot + 1 for band, slot in slots if band.start <= day <= band.end), default=0)
        boxes.append(_day(day, QRectF(left, top, wide, 0), on.get(day, ()), top + below))
    lowest = [chip.box.bottom() for one in boxes for chip in one.chips]
    bottom = max(top + head + step * max((slot + 1 for _, slot in slots), default=1), *lowest, 0) + look.scaled(PAD)
    left, right = columns[0][0], sum(columns[-1])
    for one in boxes:
        one.box.setBottom(bottom)
    box = QRectF(left, top, right - left + look.scaled(LOAD), bottom - top)
    bands = tuple((band, _band(band, days, columns, top + head + step * slot)) for band, slot in slots)
    return WeekBox(box, tuple(boxes), bands, load)


def _slots(bands: Sequence[Band]) -> list[tuple[Band, int]]:
    """Bands that share a day lie below each other, others side by side."""
    found: list[tuple[Band, int]] = []
    for band in bands:
        taken = {slot for other, slot in found if other.start <= band.end and band.start <= other.end}
        found.append((band, next(slot for slot in range(len(found) + 1) if slot not in taken)))
    return found


def _day(day: date, box: QRectF, entries: Sequence[PlanEntry], top: float) -> DayBox:
    step = chip_height() + GAP
    room = box.adjusted(3, 0, -3, 0)
    chips = (
        Chip(entry, QRectF(room.left(), top + at * step, room.width(), chip_height()))
        for at, entry in enumerate(entries)
    )
    return DayBox(day, box, tuple(chips))


def _band(band: Band, days: Sequence[date], columns: Sequence[tuple[float, float]], top: float) -> QRectF:
    inside = [at for at, day in enumerate(days) if band.start <= day <= band.end]
    left, right = columns[inside[0]][0], sum(columns[inside[-1]])
    return QRectF(left + 3, top, right - left - 6, chip_height())


def _columns(
    weekdays: Collection[int], on: Mapping[date, object], left: float, width: float
) -> tuple[tuple[float, float], ...]:
    taken = {day.weekday() for day in on} | set(weekdays)
    shares = [WIDE if day in taken else 1 for day in range(DAYS_A_WEEK)]
    unit = (width - look.scaled(LOAD)) / sum(shares)
    found: list[tuple[float, float]] = []
    for share in shares:
        found.append((round(left), round(left + unit * share) - round(left)))
        left += unit * share
    return tuple(found)


def _by_day(entries: Sequence[PlanEntry]) -> dict[date, list[PlanEntry]]:
    found: defaultdict[date, list[PlanEntry]] = defaultdict(list)
    for entry in entries:
        if entry.person_id and entry.on:
            found[entry.on].append(entry)
    return dict(found)


def _loads(entries: Sequence[PlanEntry]) -> dict[date, str]:
    """The words of each heading, by the Monday of the week below it."""
    found: dict[date, str] = {}
    for heading, first in pairwise(entries):
        if not heading.person_id and first.on:
            found[first.on - timedelta(days=first.on.weekday())] = heading.distance
    return found
