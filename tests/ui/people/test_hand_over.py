"""Handing over a record from somebody's page: found by its words, a safe name to begin with, said when done."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.ui.people import hand_over
from hallway.ui.shell.palette import open_palette
from hallway.ui.shell.window import Window
from hallway.usecases.desk import Desk
from tests.makers import add_moment, add_person
from tests.ui.house import open_window, settle, strip

WORDS = "Hand over this record…"


@pytest.fixture
def window(qtbot: QtBot, filed: Desk, tmp_path: Path) -> Window:
    """Somebody with a hard name is shown."""
    ada = add_person(filed, "Ada/Lovelace: CON")
    add_moment(filed, ada, summary="On looms")
    return open_window(qtbot, filed, tmp_path, Place("people", "person", ada))


def dialog_of(window: Window) -> QFileDialog:
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    return dialog


def suggested(dialog: QFileDialog) -> str:
    return Path(dialog.selectedFiles()[0]).name


@pytest.mark.parametrize("words", ["gdpr", "access data", "export person", "hand over"])
def test_the_palette_finds_it(qtbot: QtBot, window: Window, words: str) -> None:
    palette = open_palette(window)
    palette.field.setText(words)
    assert WORDS in [row.title for row in palette.model.rows[:6]]


def test_from_the_menu_to_the_file(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.page.do("more")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == WORDS).trigger()
    menu.close()
    dialog = dialog_of(window)
    assert suggested(dialog) == "Ada Lovelace CON.zip" and dialog.defaultSuffix() == "zip"
    path, said = tmp_path / "ada.zip", list[str]()
    window.frame.bridge.said.connect(lambda words, undoable: said.append(words))
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Saved ada.zip. Your private notes are in it: read it before you hand it over."]
    with zipfile.ZipFile(path) as whole:
        assert "On looms" in whole.read("record.md").decode()


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hand_over.save(window.frame.bridge, window, tmp_path / "nowhere" / "ada.zip", 1)
    qtbot.waitUntil(lambda: "folder is not there" in strip(window))
    assert not list(tmp_path.glob("**/*.tmp"))


def test_it_needs_somebody_in_front(qtbot: QtBot, window: Window) -> None:
    action = next(one for one in window.frame.catalogue.all() if one.key == "people.hand_over")
    assert action.enabled_when()
    window.frame.navigator.go(Place("timeline"))
    settle()
    assert not action.enabled_when() and window.findChild(QFileDialog) is None
