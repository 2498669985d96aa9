"""Days in words: the reading is shown before Enter, the month has keys, nothing is guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.date_field import DateField, DatePanel, Reading
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.month_grid import MonthGrid, add_months, long_words

TODAY = date(2026, 6, 23)


def read(words: str) -> Reading:
    if words == "in 6 weeks":
        return Reading(TODAY + timedelta(weeks=6), "6 weeks")
    if words == "4/8":
        return Reading(date(2026, 8, 4), "6 weeks", [date(2026, 4, 8)])
    return Reading(None, f"“{words}” does not read as a day.")


@pytest.fixture
def panel(qtbot: QtBot) -> DatePanel:
    result = DatePanel(read, TODAY, suggestions=["in 6 weeks"], name="Next check-in")
    qtbot.addWidget(result)
    result.show()
    result.begin(TODAY)
    return result


def shown(panel: DatePanel) -> list[str]:
    return [label.text() for label in panel.findChildren(Label) if label.isVisible() and label.text()]


def test_reading_is_shown_in_full_before_enter(panel: DatePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.field, "in 6 weeks")
    assert shown(panel) == [long_words(date(2026, 8, 4)), "6 weeks"]
    assert panel.month.day() == date(2026, 8, 4)


def test_enter_keeps_the_day_understood(panel: DatePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.field, "in 6 weeks")
    with qtbot.waitSignal(panel.kept) as told:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert told.args == [date(2026, 8, 4)]


def test_words_that_mean_no_day_keep_nothing_and_say_so(panel: DatePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.field, "fry")
    with qtbot.assertNotEmitted(panel.kept):
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert shown(panel) == ["“fry” does not read as a day."]


def test_ambiguous_words_offer_the_other_day(panel: DatePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.field, "4/8")
    other = next(chip for chip in panel.findChildren(Chip) if chip.text() == long_words(date(2026, 4, 8)))
    with qtbot.waitSignal(panel.kept) as told:
        qtbot.keyClick(other, Qt.Key.Key_Space)
    assert told.args == [date(2026, 4, 8)]


def test_suggestion_keeps_at_once(panel: DatePanel, qtbot: QtBot) -> None:
    chip = next(chip for chip in panel.findChildren(Chip) if chip.text() == "in 6 weeks")
    with qtbot.waitSignal(panel.kept) as told:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert told.args == [date(2026, 8, 4)]


def test_escape_leaves(panel: DatePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.field, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Right, date(2026, 6, 24)),
        (Qt.Key.Key_Left, date(2026, 6, 22)),
        (Qt.Key.Key_Down, date(2026, 6, 30)),
        (Qt.Key.Key_Up, date(2026, 6, 16)),
        (Qt.Key.Key_PageDown, date(2026, 7, 23)),
        (Qt.Key.Key_PageUp, date(2026, 5, 23)),
    ],
)
def test_keys_move_the_mark(qtbot: QtBot, key: Qt.Key, day: date) -> None:
    grid = MonthGrid(TODAY, today=TODAY)
    qtbot.addWidget(grid)
    with qtbot.waitSignal(grid.moved) as told:
        qtbot.keyClick(grid, key)
    assert told.args == [day] and grid.accessibleName() == long_words(day)


def test_enter_picks(qtbot: QtBot) -> None:
    grid = MonthGrid(TODAY)
    qtbot.addWidget(grid)
    with qtbot.waitSignal(grid.picked) as told:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert told.args == [TODAY]


def test_typing_in_the_closed_field_opens_it_with_the_letter(qtbot: QtBot) -> None:
    field = DateField(read, TODAY, day=TODAY, name="Next check-in")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClick(field, Qt.Key.Key_I)
    assert field.popup().isVisible()
    qtbot.keyClicks(field.popup().panel.field, "n 6 weeks")
    with qtbot.waitSignal(field.kept) as told:
        qtbot.keyClick(field.popup().panel.field, Qt.Key.Key_Return)
    assert told.args == [date(2026, 8, 4)]
    assert field.day() == date(2026, 8, 4) and not field.popup().isVisible()


def test_delete_empties_only_when_allowed(qtbot: QtBot) -> None:
    fixed, free = DateField(read, TODAY, day=TODAY), DateField(read, TODAY, day=TODAY, clearable=True)
    for field in (fixed, free):
        qtbot.addWidget(field)
        qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert fixed.day() == TODAY and free.day() is None


@given(some.dates(date(1, 2, 1), date(9000, 1, 1)), some.integers(0, 400))
def test_months_on_lands_in_the_right_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
