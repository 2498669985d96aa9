"""F1: every key is there, and what is there is true."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.ui.shell.help import GUIDE, PAGE_KEYS
from hallway.ui.shell.palette import open_palette
from hallway.ui.shell.window import Window
from hallway.ui.widgets.keycap import KeyCap
from hallway.ui.widgets.label import Label
from hallway.usecases.desk import Desk
from tests.ui.house import open_window, press

UI = Path(__file__).parents[3] / "app" / "hallway" / "ui"
LETTER = re.compile(r"Key(?:_|\.Key_)([A-Z]|F\d+|Delete|Space|Home|PageUp)\b")
SPELT = {"Delete": "Del", "PageUp": "Page Up"}
SHORTCUT = re.compile(r"Ctrl\+(?:Shift\+)?[A-Z]\b")


def shown(window: Window) -> tuple[set[str], set[str]]:
    panel = window.overlay()
    assert panel is not None
    words = {label.text() for label in panel.findChildren(Label)}
    return words, {cap.accessibleName() for cap in panel.findChildren(KeyCap)}


def test_every_action_with_a_key_is_on_the_sheet(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("today"))
    press(qtbot, window, Qt.Key.Key_F1)
    words, _ = shown(window)
    with_key = [spec for spec in window.frame.catalogue.all() if spec.shortcut]
    assert {spec.text for spec in with_key} <= words
    assert {spec.area for spec in with_key} <= words
    assert {text for rows in PAGE_KEYS.values() for _, text in rows} <= words


def test_every_letter_a_row_answers_to_is_on_the_sheet() -> None:
    files = [file for file in UI.rglob("*.py") if "shell" not in file.parts]
    used = {key for file in files for key in LETTER.findall(file.read_text(encoding="utf-8"))}
    listed = {keys.rpartition("+")[2] for rows in PAGE_KEYS.values() for keys, _ in rows}
    assert {SPELT.get(key, key) for key in used} <= listed
    assert {key for key in listed if len(key) == 1} <= used


def test_every_action_has_a_key_or_a_row_in_the_palette(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("today"))
    palette = open_palette(window)
    for spec in window.frame.catalogue.available():
        palette.field.setText(spec.text)
        assert spec.shortcut or spec.text in [row.title for row in palette.model.rows], spec.key


def test_the_guide_names_keys_that_exist(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("today"))
    keys = {spec.shortcut for spec in window.frame.catalogue.all()}
    assert {key for _, words in GUIDE for key in SHORTCUT.findall(words)} <= keys


def test_the_sheet_scrolls_by_keys_and_closes(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("today"))
    press(qtbot, window, Qt.Key.Key_F1)
    panel = window.overlay()
    assert panel is not None
    area = panel.findChild(QScrollArea)
    assert isinstance(area, QScrollArea) and area.hasFocus()
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.overlay() is None
