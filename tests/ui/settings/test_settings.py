"""Settings: every change is kept at once, and Undo covers what belongs to the record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.frame.actions import Catalogue
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator, Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.settings.page import SettingsPage
from hallway.usecases import settings
from hallway.usecases.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SettingsPage:
    window = QWidget()
    qtbot.addWidget(window)
    made = SettingsPage(Frame(Bridge(desk), Navigator(), Catalogue(window)), window)
    made.show_place(Place("settings"))
    window.show()
    return made


def test_looking_at_settings_changes_nothing(page: SettingsPage, desk: Desk) -> None:
    page.show_place(Place("settings"))
    assert desk.history() == ()


def test_the_budget_is_kept_and_undone(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    qtbot.keyClick(page._budget, Qt.Key.Key_Up)
    assert desk.ask(settings.setting, "plan.per_week") == 4
    desk.undo()
    assert desk.ask(settings.setting, "plan.per_week") == 3


def test_at_least_one_day_to_write_on_stays(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    for day in (1, 3):
        qtbot.mouseClick(page._days[day], Qt.MouseButton.LeftButton, pos=page._days[day].rect().center())
    assert desk.ask(settings.setting, "plan.weekdays") == [3]
    assert page._days[3].isChecked()


def test_the_name_is_edited_in_place(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    field = page._profile["name"]
    field.edit()
    editor = field.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "Ines Okoye")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert desk.ask(settings.profile)["name"] == "Ines Okoye"


def test_a_page_that_cannot_be_stays_in_its_field_with_the_reason(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    field = page._profile["link"]
    field.edit()
    editor = field.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "my page")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert field.is_editing() and field.hint.text() and desk.ask(settings.profile)["link"] == ""
