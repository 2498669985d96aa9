"""The segmented control: one tab stop, arrows move the choice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from hallway.ui.widgets.segmented import SegmentedControl


@pytest.fixture
def control(qtbot: QtBot) -> SegmentedControl:
    result = SegmentedControl([("board", "Board", "square-kanban"), ("list", "List", "list"), ("map", "Map", "")])
    qtbot.addWidget(result)
    result.show()
    return result


def part(control: SegmentedControl, text: str) -> QAbstractButton:
    return next(button for button in control.findChildren(QAbstractButton) if button.text() == text)


def test_first_is_chosen(control: SegmentedControl) -> None:
    assert control.current() == "board"


def test_right_moves_and_tells(control: SegmentedControl, qtbot: QtBot) -> None:
    with qtbot.waitSignal(control.chosen) as told:
        qtbot.keyClick(part(control, "Board"), Qt.Key.Key_Right)
    assert told.args == ["list"] and control.current() == "list"


def test_arrows_stop_at_the_ends(control: SegmentedControl, qtbot: QtBot) -> None:
    qtbot.keyClick(part(control, "Board"), Qt.Key.Key_Left)
    assert control.current() == "board"


def test_click_chooses(control: SegmentedControl, qtbot: QtBot) -> None:
    qtbot.mouseClick(part(control, "Map"), Qt.MouseButton.LeftButton)
    assert control.current() == "map"


def test_tab_stops_once(control: SegmentedControl) -> None:
    control.choose("list")
    stops = [b.text() for b in control.findChildren(QAbstractButton) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["List"]


def test_choosing_what_is_chosen_tells_nothing(control: SegmentedControl, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(control.chosen):
        control.choose("board")


def test_unknown_key_is_refused(control: SegmentedControl) -> None:
    with pytest.raises(KeyError):
        control.choose("nowhere")
