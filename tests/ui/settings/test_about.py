"""About Hallway: its version, and the licences of everything in it, by keyboard and as plain text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallway import __version__
from hallway.ui.frame.places import Place
from hallway.ui.settings.about_card import AboutCard
from hallway.ui.settings.licences_panel import LicencesPanel, open_licences
from hallway.ui.settings.page import SettingsPage
from hallway.ui.widgets.label import Label
from hallway.usecases import licences
from hallway.usecases.desk import Desk
from tests.ui.house import nameless, open_window, press


@pytest.fixture
def panel(qtbot: QtBot, theme_choice: str) -> LicencesPanel:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return open_licences(window)


def test_the_card_tells_the_version(qtbot: QtBot) -> None:
    card = AboutCard()
    qtbot.addWidget(card)
    assert any(__version__ in label.text() for label in card.findChildren(Label))


def test_settings_lead_to_the_licences_by_keyboard(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("settings", "about"))
    page = window.page
    assert isinstance(page, SettingsPage)
    assert QApplication.focusWidget() is page.about.licences
    press(qtbot, window, Qt.Key.Key_Space)
    assert isinstance(window.overlay(), LicencesPanel)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.overlay() is None


def test_each_part_shows_its_words_as_they_are(qtbot: QtBot, panel: LicencesPanel) -> None:
    parts = licences.components()
    assert panel.list.count() == len(parts) and panel.list.hasFocus()
    for at, part in enumerate(parts):
        assert panel.list.currentRow() == at
        assert part.licence in panel.line.text() and panel.text.toPlainText() == part.text
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)


def test_enter_goes_on_to_the_words_and_tab_leaves_them(qtbot: QtBot, panel: LicencesPanel) -> None:
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.text.hasFocus() and panel.text.isReadOnly()
    qtbot.keyClick(panel.text, Qt.Key.Key_Tab)
    assert not panel.text.hasFocus()
    assert not nameless(panel)
