"""The menus of one small thing: other days, and everything one can do with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from hallway.domain.dates import say_day
from hallway.domain.today import WRITTEN, Item
from hallway.ui.theme.icons import icon

if TYPE_CHECKING:
    from hallway.ui.widgets.date_field import DatePopup

THURSDAY = 3


def days_menu(row: QWidget, anchor: QWidget, today: date, choose: Callable[[date], object]) -> QMenu:
    """Tomorrow, Thursday, in a week, in a month, or a day in words; `choose` is told the day."""
    menu = _menu(row)
    for words, day in later_days(today):
        menu.addAction(words).triggered.connect(lambda _=False, day=day: choose(day))
    menu.addSeparator()

    # The menu gives the keyboard back first.
    later = menu.addAction(icon("calendar-days"), _t("Pick a day…"))
    later.triggered.connect(lambda: QTimer.singleShot(0, row, lambda: ask_another_day(anchor, today, choose)))
    return menu


def ask_another_day(anchor: QWidget, today: date, choose: Callable[[date], object]) -> DatePopup:
    """Ask for a day in words below a widget, starting from the one in a week."""
    from hallway.ui.parts.day_field import ask_day

    return ask_day(anchor, today, _t("Another day"), choose, today + timedelta(days=7))


def later_days(today: date) -> list[tuple[str, date]]:
    """What is offered for another day, in words with the day itself, each day once."""
    tomorrow = today + timedelta(days=1)
    thursday = today + timedelta(days=(THURSDAY - today.weekday() - 1) % 7 + 1)
    week, month = today + timedelta(days=7), today + timedelta(days=30)
    offered = {tomorrow: _t("Tomorrow, {day}").format(day=say_day(tomorrow, today))}
    offered.setdefault(thursday, say_day(thursday, today))
    offered.setdefault(week, _t("Next week, {day}").format(day=say_day(week, today)))
    offered.setdefault(month, _t("In a month, {day}").format(day=say_day(month, today)))
    return [(words, day) for day, words in sorted(offered.items())]


def item_menu(row: QWidget, item: Item, do: Callable[[str], object]) -> QMenu:
    """Everything one can do; `do` is told the verb."""
    menu = _menu(row)
    offers = (
        ("user-round", _t("Go to {person}").format(person=item.person), "person", ""),
        ("copy", _t("Copy the draft"), "copy", "C"),
        ("mail", _t("Copy and open mail"), "mail", "M"),
        *((("pencil", _t("Write the whole message…"), "write", "W"),) if item.kind in WRITTEN else ()),
        ("check", _t("Done"), "done", "D"),
        ("clock", _t("Another day…"), "put off", "Z"),
        ("x", _t("Not needed"), "not needed", "N"),
    )
    for name, words, verb, key in offers:
        action = menu.addAction(icon(name), f"{words}\t{key}" if key else words.replace("&", "&&"))
        action.triggered.connect(lambda _=False, verb=verb: do(verb))
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _t(text: str) -> str:
    return QCoreApplication.translate("today", text)
