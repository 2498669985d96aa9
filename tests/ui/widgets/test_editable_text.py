"""Inline editing: Enter keeps, Escape restores, leaving keeps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.widgets.editable_text import EditableText


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    result = QWidget()
    column = QVBoxLayout(result)
    column.addWidget(EditableText("Professor", name="Role"))
    column.addWidget(QPushButton("Elsewhere"))
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is result)
    return result


def value(window: QWidget) -> EditableText:
    found = window.findChild(EditableText)
    assert found is not None
    return found


def field(window: QWidget) -> QLineEdit:
    found = window.findChild(QLineEdit)
    assert found is not None
    return found


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_key_opens_the_field_with_all_selected(window: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(value(window), key)
    assert value(window).is_editing()
    assert field(window).selectedText() == "Professor"


def test_click_opens_the_field(window: QWidget, qtbot: QtBot) -> None:
    qtbot.mouseClick(value(window), Qt.MouseButton.LeftButton)
    assert value(window).is_editing()


def test_enter_keeps_and_gives_the_keyboard_back(window: QWidget, qtbot: QtBot) -> None:
    value(window).edit()
    qtbot.keyClicks(field(window), "Reader")
    with qtbot.waitSignal(value(window).kept) as told:
        qtbot.keyClick(field(window), Qt.Key.Key_Return)
    assert told.args == ["Reader"]
    assert value(window).text() == "Reader" and value(window).hasFocus()


def test_escape_restores(window: QWidget, qtbot: QtBot) -> None:
    value(window).edit()
    qtbot.keyClicks(field(window), "Reader")
    with qtbot.assertNotEmitted(value(window).kept):
        qtbot.keyClick(field(window), Qt.Key.Key_Escape)
    assert value(window).text() == "Professor" and not value(window).is_editing()


def test_leaving_keeps_once(window: QWidget, qtbot: QtBot) -> None:
    told: list[str] = []
    value(window).kept.connect(told.append)
    value(window).edit()
    qtbot.keyClicks(field(window), "Reader")
    next(iter(window.findChildren(QPushButton))).setFocus()
    assert told == ["Reader"] and not value(window).is_editing()


def test_unchanged_text_tells_nothing(window: QWidget, qtbot: QtBot) -> None:
    value(window).edit()
    with qtbot.assertNotEmitted(value(window).kept):
        qtbot.keyClick(field(window), Qt.Key.Key_Return)


def test_name_says_what_it_is_and_what_it_holds(window: QWidget) -> None:
    assert value(window).accessibleName() == "Role, Professor, edit"


def test_markup_is_shown_as_it_is(window: QWidget) -> None:
    value(window).set_text("<b>bold</b>")
    assert value(window).text() == "<b>bold</b>"
