"""Ctrl+Z in a field takes back the typing first, and the record's last step only when there is no more to take back."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.usecases import people
from hallway.usecases.desk import Desk
from tests.makers import add_person
from tests.ui.house import CONTROL, open_window, press, settle

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def choice_to_type() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    return box


def words(field: QWidget) -> str:
    if isinstance(field, QSpinBox):
        return field.cleanText()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    assert isinstance(field, QLineEdit)
    return field.text()


FIELDS: dict[str, tuple[Callable[[], QWidget], str]] = {
    "line": (QLineEdit, "typed"),
    "plain text": (QPlainTextEdit, "typed"),
    "text": (QTextEdit, "typed"),
    "number": (QSpinBox, "7"),
    "choice": (choice_to_type, "typed"),
}


@pytest.mark.parametrize("kind", FIELDS)
def test_typing_goes_first_and_the_record_after_it(qtbot: QtBot, filed: Desk, tmp_path: Path, kind: str) -> None:
    window = open_window(qtbot, filed, tmp_path, Place("settings"))
    add_person(filed, "Ada")
    make, typed = FIELDS[kind]
    field = make()
    field.setParent(window)
    field.show()
    field.setFocus()
    settle()
    before = words(field)
    press(qtbot, window, Key.Key_A, CONTROL)
    for letter in typed:
        qtbot.keyClicks(field, letter)
    assert words(field) == typed
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert filed.ask(people.count) == 1, "the record was touched before the typing"
    for _ in range(len(typed) + 1):
        if words(field) != before:
            press(qtbot, window, Key.Key_Z, CONTROL)
    assert (words(field), filed.ask(people.count)) == (before, 1)
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert filed.ask(people.count) == 0


@pytest.mark.parametrize("kind", ["line", "plain text", "text"])
def test_an_emptied_field_gets_its_words_back_first(qtbot: QtBot, filed: Desk, tmp_path: Path, kind: str) -> None:
    window = open_window(qtbot, filed, tmp_path, Place("settings"))
    add_person(filed, "Ada")
    field = FIELDS[kind][0]()
    field.setParent(window)
    field.show()
    field.setFocus()
    settle()
    qtbot.keyClicks(field, "some words")
    press(qtbot, window, Key.Key_A, CONTROL)
    press(qtbot, window, Key.Key_Delete)
    assert words(field) == ""
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert (words(field), filed.ask(people.count)) == ("some words", 1)


def test_redo_in_a_field_is_its_own_first(qtbot: QtBot, filed: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, filed, tmp_path, Place("settings"))
    add_person(filed, "Ada")
    filed.undo()
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    settle()
    qtbot.keyClicks(field, "typed")
    press(qtbot, window, Key.Key_Z, CONTROL)
    press(qtbot, window, Key.Key_Z, CONTROL | SHIFT)
    assert (field.text(), filed.ask(people.count)) == ("typed", 0)
    press(qtbot, window, Key.Key_Z, CONTROL | SHIFT)
    assert filed.ask(people.count) == 1


def test_a_number_changed_by_arrows_is_a_step_of_the_record(qtbot: QtBot, filed: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, filed, tmp_path, Place("settings"))
    assert window.page is not None
    box = next(one for one in window.page.findChildren(QSpinBox) if one.accessibleName() == "People a week")
    box.setFocus()
    press(qtbot, window, Key.Key_Up)
    assert box.value() == 4
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert box.value() == 3
    assert [step.undone for step in filed.history()] == [True]
