"""Fields for a day in words, wired to the record's clock and the house's date words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hallway.domain.date_words import read_day
from hallway.domain.dates import say_distance
from hallway.ui.parts.day_order import day_first
from hallway.ui.widgets.date_field import DateField, DatePopup, Reading

LATER = ("tomorrow", "fri", "in 2 weeks", "in 3 months")
EARLIER = ("today", "yesterday", "last friday")


def reader(today: date, *, past: bool = False) -> Callable[[str], Reading]:
    """Return what reads words for a date field; with ``past`` a day to come is not taken."""

    def read(words: str) -> Reading:
        found = read_day(words, today, day_first=day_first())
        if found.day is None:
            told = _either(words) if found.choices else _unread(words, found.suggestion)
            return Reading(None, told, found.choices)
        if past and found.day > today:
            return Reading(None, _tr("That day is still to come."), tuple(day for day in found.choices if day <= today))
        others = tuple(day for day in found.choices if day != found.day)
        return Reading(found.day, say_distance(found.day, today), others)

    return read


def day_field(today: date, name: str, *, past: bool = False, clearable: bool = False) -> DateField:
    """Return a field that shows a day and takes another in words."""
    return DateField(
        reader(today, past=past), today, name=name, placeholder=name,
        suggestions=EARLIER if past else LATER, clearable=clearable,
    )  # fmt: skip


def day_popup(parent: QWidget, today: date, name: str, *, past: bool = False) -> DatePopup:
    """Return a popup that asks for a day in words."""
    return DatePopup(parent, reader(today, past=past), today, suggestions=EARLIER if past else LATER, name=name)


def ask_day(
    anchor: QWidget, today: date, name: str, keep: Callable[[date], object], day: date | None = None
) -> DatePopup:
    """Ask for a day in words below a widget, starting from one; the popup is there for as long as it is open."""
    popup = day_popup(anchor, today, name)
    popup.kept.connect(keep)
    popup.closed.connect(popup.deleteLater)
    popup.ask_below(anchor, day)
    return popup


def _either(words: str) -> str:
    return _tr("“{words}” may be either of these.").format(words=words)


def _unread(words: str, suggestion: str) -> str:
    if suggestion:
        return _tr("“{words}” does not read as a day. Did you mean {suggestion}?").format(
            words=words, suggestion=suggestion
        )
    return _tr("“{words}” does not read as a day.").format(words=words)


def _tr(words: str) -> str:
    return QCoreApplication.translate("DayField", words)
