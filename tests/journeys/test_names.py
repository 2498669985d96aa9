"""Everything one can use has a name that can be spoken, in every room and panel, and no two have the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hallway.usecases.desk import Desk
from tests.journeys.walking import PANELS, ROOMS, described, in_front, open_room
from tests.ui.house import nameless, same_names, settle

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QTabBar, QTextEdit,
)  # fmt: skip


def unnamed(within: QWidget) -> list[QWidget]:
    """Visible controls that a screen reader could not name, also those that Tab leaves out."""
    return [one for one in within.findChildren(QWidget) if _is_control(one) and not _spoken(one)]


def _is_control(one: QWidget) -> bool:
    own = not one.objectName().startswith("qt_") and not isinstance(one, QScrollBar)
    return isinstance(one, CONTROLS) and own and one.isVisible()


def _spoken(one: QWidget) -> str:
    return one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else "")


@pytest.mark.parametrize("name", ROOMS)
def test_rooms(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    window = open_room(qtbot, desk, tmp_path, name)
    assert described(nameless(window)) == []
    assert described(unnamed(window)) == []
    assert same_names(window) == set()


@pytest.mark.parametrize("name", PANELS)
def test_panels(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    room, action = PANELS[name]
    window = open_room(qtbot, desk, tmp_path, room)
    window.frame.catalogue.run(action)
    settle()
    panel = in_front(window)
    assert panel.accessibleName()
    assert described(nameless(panel)) == []
    assert described(unnamed(panel)) == []
    assert same_names(panel) == set()
