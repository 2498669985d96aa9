"""Copies in Settings: one now, going back to one, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.domain.backups import Why
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.parts.restore_panel import RestorePanel
from hallway.ui.settings.page import SettingsPage
from hallway.ui.shell.backing_up import BackingUp
from hallway.ui.shell.window import Window
from hallway.usecases import backing_up, people
from hallway.usecases.desk import Desk
from tests.makers import add_person, everything
from tests.ui.house import nameless, open_window, press, settle, undo, words_on

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, filed: Desk, tmp_path: Path) -> Window:
    """Settings of a record of one person."""
    add_person(filed)
    return open_window(qtbot, filed, tmp_path, Place("settings", "copies"))


def card_of(window: Window) -> SettingsPage:
    assert isinstance(window.page, SettingsPage)
    return window.page


def open_panel(qtbot: QtBot, window: Window) -> RestorePanel:
    press(qtbot, window, Key.Key_Space)
    panel = window.overlay()
    assert isinstance(panel, RestorePanel)
    return panel


def test_without_a_copy_it_says_when_there_will_be_one(qtbot: QtBot, window: Window) -> None:
    assert card_of(window).copies.state.text().startswith("No copy yet")
    panel = open_panel(qtbot, window)
    assert not panel.back.isEnabled() and "no copy yet" in panel.message.label.text()
    assert nameless(panel) == []


def test_a_copy_is_made_and_gone_back_to_and_that_is_taken_back(qtbot: QtBot, window: Window, filed: Desk) -> None:
    card = card_of(window).copies
    card.now.click()
    qtbot.waitUntil(lambda: card.job is None)
    assert "1 person, 0 conversations" in card.state.text()
    then = everything(filed)
    window.frame.bridge.do(people.change, 1, "name", "Ada Byron")
    add_person(filed, "Bo Ek")
    now = everything(filed)
    panel = open_panel(qtbot, window)
    assert panel.copies.count() == 1 and panel.copies.hasFocus()
    shown = words_on(panel)
    assert shown[shown.index("People") :][:3] == ["People", "2", "1"]
    press(qtbot, window, Key.Key_Return)
    press(qtbot, window, Key.Key_Space)
    qtbot.waitUntil(lambda: panel.job is None)
    settle()
    assert everything(filed) == then and window.overlay() is None
    undo(qtbot, window)
    qtbot.waitUntil(lambda: len(backing_up.listed(filed)) == 3)
    qtbot.waitUntil(lambda: everything(filed) == now)


def test_a_file_that_is_no_copy_is_said_and_nothing_changes(
    qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path
) -> None:
    panel = open_panel(qtbot, window)
    strange = tmp_path / "strange.db"
    strange.write_bytes(b"not a copy")
    panel.take_file(strange)
    assert "damaged" in panel.message.label.text() or "no copy" in panel.message.label.text()
    assert not panel.back.isEnabled()


def test_the_first_change_of_a_day_is_followed_by_a_copy(qtbot: QtBot, filed: Desk) -> None:
    bridge = Bridge(filed)
    copies = BackingUp(bridge, bridge)
    copies._due.setInterval(0)
    add_person(filed)
    for _ in range(2):
        bridge.do_quietly(people.change, 1, "name", f"Ada {len(backing_up.listed(filed))}")
        qtbot.waitUntil(lambda: len(backing_up.listed(filed)) == 1 and copies.job is None)
    assert backing_up.listed(filed)[0].why is Why.DAILY


def test_a_copy_that_fails_is_said_once(qtbot: QtBot, filed: Desk) -> None:
    bridge, said, told = Bridge(filed), list[str](), list[str]()
    bridge.said.connect(lambda words, undo: said.append(words))
    copies = BackingUp(bridge, bridge)
    copies.told.connect(told.append)
    add_person(filed)
    folder = backing_up.folder_of(filed)
    folder.rmdir()
    folder.write_text("in the way")
    for _ in range(2):
        copies.go()
        qtbot.waitUntil(lambda: copies.job is None)
    assert len(said) == 1 and "could not be made" in said[0] and told[-1] == "No copy yet"
    folder.unlink()
    copies.go()
    qtbot.waitUntil(lambda: copies.job is None)
    assert told[-1] == ""
