"""The strokes of the plan's calendar: one week at a time, calm, in the colours of the theme."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QPainter

from hallway.ui.theme import paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import line_height, width
from hallway.ui.today.plan_list import PlanEntry
from hallway.ui.today.plan_weeks import LOAD, PAD, Chip, DayBox, Shown, WeekBox, Weeks, chip_height
from hallway.ui.widgets.avatar import initials

NARROW = 72
"""Below so many pixels a name is shown by its first letters."""

RADIUS = 10


class Here(NamedTuple):
    """Where the keyboard is, and where something that is dragged would land."""

    day: date | None = None
    entry: PlanEntry | None = None
    drop: date | None = None


def head(painter: QPainter, weeks: Weeks, shown: Shown, height: float) -> None:
    """The names of the weekdays; those one writes on stand out."""
    names = QLocale()
    for at, (left, wide) in enumerate(weeks.columns):
        kind = QLocale.FormatType.ShortFormat if wide >= look.scaled(40) else QLocale.FormatType.NarrowFormat
        writes = at in shown.weekdays
        box = QRectF(left + look.scaled(PAD) + 2, 0, wide - look.scaled(PAD), height)
        text = names.standaloneDayName(at + 1, kind)
        paint.text_elided(painter, box, text, "section" if writes else "small", "text" if writes else "text2")


def week(painter: QPainter, one: WeekBox, shown: Shown, here: Here) -> None:
    """Days, bands, names and the load of a week."""
    for day in one.days:
        _ground(painter, day, shown, here)
    paint.hairline(painter, one.box.left(), one.box.bottom() - 1, one.box.right())
    for band, box in one.bands:
        hue = "amber" if band.is_pause else "slate"
        paint.rounded_rect(painter, box, 5, fill=tokens().soft(hue))
        paint.text_elided(painter, box.adjusted(8, 0, -6, 0), band.words, "small", hue)
    for day in one.days:
        _number(painter, day, shown)
        for chip in day.chips:
            _chip(painter, chip, shown, chip.entry is here.entry)
    load = QRectF(one.box.right() - look.scaled(LOAD), one.box.top() + look.scaled(PAD), look.scaled(LOAD) - 14,
                  line_height("small"))  # fmt: skip
    paint.text_elided(painter, load, one.load, "small", "text2", paint.RIGHT)


def ghost(painter: QPainter, entry: PlanEntry, at: QPointF) -> None:
    """The name that is being dragged, beside the pointer."""
    wide = min(width("small", entry.words) + 18, look.scaled(200))
    box = QRectF(at.x() + 8, at.y() + 6, wide, chip_height())
    paint.rounded_rect(painter, box, 5, fill="accent_soft", edge="accent")
    paint.text_elided(painter, box.adjusted(8, 0, -6, 0), entry.words, "small", "accent_text")


def _ground(painter: QPainter, day: DayBox, shown: Shown, here: Here) -> None:
    if day.day.weekday() not in shown.weekdays:
        paint.fill(painter, day.box.adjusted(1, 0, 0, 0), "window")
    inner = day.box.adjusted(2, 2, -2, -3)
    if here.drop == day.day:
        paint.rounded_rect(painter, inner, 6, fill="accent_soft", edge="accent", edge_width=2)
    elif here.day == day.day and here.entry is None:
        paint.focus_ring(painter, inner, 6, gap=-2)


def _number(painter: QPainter, day: DayBox, shown: Shown) -> None:
    is_first = day.day.day == 1 or day.day == shown.monday
    month = QLocale().standaloneMonthName(day.day.month, QLocale.FormatType.ShortFormat)
    words = f"{day.day.day} {month}" if is_first else str(day.day.day)
    box = QRectF(day.box.left() + look.scaled(PAD) + 2, day.box.top() + look.scaled(PAD),
                 day.box.width() - look.scaled(PAD) - 2, line_height("small"))  # fmt: skip
    if day.day == shown.today:
        mark = QRectF(box.left() - 5, box.top() - 2, width("section", words) + 10, box.height() + 4)
        paint.rounded_rect(painter, mark, mark.height() / 2, fill="accent")
        paint.text_elided(painter, mark, words, "section", "on_accent", paint.CENTRE)
        return
    writes, gone = day.day.weekday() in shown.weekdays, day.day < shown.today
    ink = "text2" if gone or not writes else "text"
    paint.text_elided(painter, box, words, "section" if writes and not gone else "small", ink)


def _chip(painter: QPainter, chip: Chip, shown: Shown, is_here: bool) -> None:
    entry, box = chip.entry, chip.box
    changed = entry.person_id in shown.changed and not entry.later
    fill = "accent_soft" if changed else None if entry.later else "sunken"
    edge = "accent" if changed else "control" if entry.fixed else "line" if entry.later else None
    paint.rounded_rect(painter, box, 5, fill=fill, edge=edge)
    ink = "accent_text" if changed else "text2" if entry.later else "text"
    if box.width() < look.scaled(NARROW):
        paint.text_elided(painter, box, initials(entry.words), "small", ink, paint.CENTRE)
    else:
        paint.text_elided(painter, box.adjusted(8, 0, -6, 0), entry.words, "small", ink)
    if is_here:
        paint.focus_ring(painter, box, 5, gap=0)
