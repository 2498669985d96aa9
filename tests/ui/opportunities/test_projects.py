"""Projects in the window: written down by keys, people and the next step kept at once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from hallway.domain.projects import Partner, Project, State
from hallway.ui.frame.places import Place
from hallway.ui.opportunities.page import OpportunitiesPage
from hallway.ui.opportunities.project_form import ProjectForm
from hallway.ui.opportunities.projects import Projects
from hallway.ui.shell.window import Window
from hallway.ui.widgets.editable_text import EditableText
from hallway.usecases import projects
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person
from tests.ui.house import CONTROL, nameless, open_window, press, same_names, settle, words_on

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    """Night heat with Ada, a next step in three days."""
    ada = add_person(desk)
    desk.do(projects.add, Project("Night heat", next_step="Send it", next_on=TODAY + timedelta(days=3),
                                  people=(Partner(ada, "maps"),)))  # fmt: skip
    return open_window(qtbot, desk, tmp_path, Place("opportunities", "projects"))


def view(window: Window) -> Projects:
    assert isinstance(window.page, OpportunitiesPage)
    found = window.page.shown()
    assert isinstance(found, Projects)
    return found


def test_one_is_written_down_changed_and_taken_away_by_keys(qtbot: QtBot, window: Window, desk: Desk) -> None:
    QAbstractItemModelTester(view(window).model)
    window.frame.catalogue.run("projects.add")
    settle()
    form = window.overlay()
    assert isinstance(form, ProjectForm) and nameless(form) == [] and same_names(form) == set()
    press(qtbot, window, Key.Key_Return, CONTROL)
    assert form.message.isVisible(), "a title is needed"
    qtbot.keyClicks(form.title_field, "Heat and sleep")
    form.start.set_value("2025")
    press(qtbot, window, Key.Key_Return, CONTROL)
    assert desk.ask(projects.get, 2).start_on == "2025" and view(window).current_id() == 2
    view(window).list.setFocus()
    press(qtbot, window, Key.Key_Return)
    press(qtbot, window, Key.Key_F2)
    changing = window.overlay()
    assert isinstance(changing, ProjectForm)
    press(qtbot, window, Key.Key_End)
    qtbot.keyClicks(changing.title_field, ", again")
    press(qtbot, window, Key.Key_Return, CONTROL)
    assert desk.ask(projects.get, 2).title == "Heat and sleep, again"
    view(window).list.setFocus()
    press(qtbot, window, Key.Key_Delete)
    assert [one.id for one in desk.ask(projects.listed)] == [1]


def test_state_people_and_the_next_step_are_kept_at_once(qtbot: QtBot, window: Window, desk: Desk) -> None:
    panel, bo = view(window).panel, add_person(desk, "Bo Lindqvist")
    assert nameless(panel) == [] and same_names(panel) == set() and "in 3 days" in words_on(panel)
    panel.focus_first()
    press(qtbot, window, Key.Key_Down)
    assert desk.ask(projects.get, 1).state is State.RESTING
    panel.who.field.setFocus()
    qtbot.keyClicks(panel.who.field, "Bo")
    press(qtbot, window, Key.Key_Return)
    assert [one.person_id for one in desk.ask(projects.get, 1).people] == [1, bo]
    assert window.focusWidget() is panel.who.field, "to go on with the next"
    role = next(one for one in panel.findChildren(EditableText) if one.isVisible() and one.text() == "maps")
    role.setFocus()
    press(qtbot, window, Key.Key_Return)
    qtbot.keyClicks(window.focusWidget(), "field work")
    press(qtbot, window, Key.Key_Return)
    assert desk.ask(projects.get, 1).people[0].role == "field work"
    assert window.focusWidget().accessibleName().startswith("What Ada Lovelace does in it")
    next(one for one in panel.findChildren(EditableText) if one.isVisible() and one.text() == "Send it").kept.emit("")
    settle()
    assert desk.ask(projects.get, 1).next_on is None
    press(qtbot, window, Key.Key_Escape)
    assert window.focusWidget() is view(window).list
