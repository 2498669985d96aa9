"""The room Opportunities, driven by keys: written down, looked at, stepped through, and let go with Undo."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from hallway.domain.opportunities import TOLD_ME, Opportunity, Part, State
from hallway.ui.frame.places import Place
from hallway.ui.opportunities.doors import Doors
from hallway.ui.opportunities.form import OpportunityForm
from hallway.ui.opportunities.page import OpportunitiesPage
from hallway.ui.shell.window import Window
from hallway.usecases import opportunities
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person
from tests.ui.house import CONTROL, nameless, open_window, press, settle, strip, undo, words_on

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    """A grant with a day, told by Ada, and a post without."""
    ada = add_person(desk)
    grant = Opportunity(
        "Early-career grant", organisation="Ridderkerk Fund", deadline=TODAY + timedelta(weeks=12),
        people=(Part(ada, TOLD_ME, "Runs it"),), link="https://fund.example/call",
    )  # fmt: skip
    desk.do(opportunities.add, grant)
    desk.do(opportunities.add, Opportunity("Postdoc, urban exposure"))
    return open_window(qtbot, desk, tmp_path, Place("opportunities"))


def doors(window: Window) -> Doors:
    assert isinstance(window.page, OpportunitiesPage)
    return window.page.doors()


def test_the_chosen_one_is_shown_whole_and_everything_has_a_name(qtbot: QtBot, window: Window) -> None:
    assert doors(window).list.hasFocus()
    shown = words_on(doors(window).panel)
    assert "Early-career grant" in shown and "Ridderkerk Fund" in shown and any("September" in one for one in shown)
    assert nameless(doors(window)) == []
    press(qtbot, window, Key.Key_Down)
    assert "Postdoc, urban exposure" in words_on(doors(window).panel)
    assert window.frame.navigator.here == Place("opportunities", "", 2)


def test_one_is_written_down_by_keys_alone(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.frame.catalogue.run("opportunities.add")
    settle()
    form = window.overlay()
    assert isinstance(form, OpportunityForm) and nameless(form) == []
    qtbot.keyClicks(form.title_field, "Summer school on sensors")
    assert form.kind.currentData() == "course", "the title tells"
    press(qtbot, window, Key.Key_Tab)
    qtbot.keyClicks(window.focusWidget(), "Sensor library")
    press(qtbot, window, Key.Key_Return, CONTROL)
    assert window.overlay() is None
    found = desk.ask(opportunities.listed)[-1]
    assert (found.title, found.kind, found.organisation) == ("Summer school on sensors", "course", "Sensor library")
    assert doors(window).panel.opportunity_id == found.id


def test_a_strange_link_is_said_and_the_form_stays(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.frame.catalogue.run("opportunities.add")
    form = window.overlay()
    assert isinstance(form, OpportunityForm)
    qtbot.keyClicks(form.title_field, "A door")
    form.link.setText("file:///etc/passwd")
    form.write()
    assert form.message.isVisible() and "https" in form.message.label.text()
    assert form.title_field.text() == "A door" and desk.ask(opportunities.count) == 2
    assert not strip(window) or "link" in strip(window)


def test_small_steps_are_added_and_ticked(qtbot: QtBot, window: Window, desk: Desk) -> None:
    panel = doors(window).panel
    panel.step.setFocus()
    for words in ("Read the call", "One page"):
        qtbot.keyClicks(panel.step, words)
        press(qtbot, window, Key.Key_Return)
        assert isinstance(window.focusWidget(), QLineEdit)
    first = next(one for one in panel.findChildren(QCheckBox) if "Read the call" in one.accessibleName())
    first.setFocus()
    press(qtbot, window, Key.Key_Space)
    steps = desk.ask(opportunities.get, 1).steps
    assert [(step.text, step.done_on) for step in steps] == [("Read the call", TODAY), ("One page", None)]
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert desk.ask(opportunities.get, 1).steps[0].done_on is None


def test_a_door_is_let_go_and_brought_back(qtbot: QtBot, window: Window, desk: Desk) -> None:
    press(qtbot, window, Key.Key_Delete)
    assert [one.id for one in desk.ask(opportunities.listed)] == [2]
    assert doors(window).model.rowCount() == 1
    doors(window).choose("at rest")
    assert doors(window).model.rowCount() == 1 and doors(window).panel.opportunity_id == 1
    undo(qtbot, window)
    assert len(desk.ask(opportunities.listed)) == 2


def test_its_state_is_chosen(window: Window, desk: Desk) -> None:
    doors(window).panel._set_state(State.TALKING)
    assert desk.ask(opportunities.get, 1).state is State.TALKING
    assert doors(window).panel.state.currentData() == State.TALKING


def test_a_place_leads_to_one_at_rest(window: Window, desk: Desk) -> None:
    window.frame.bridge.do(opportunities.set_state, 1, State.CAME_TRUE)
    window.frame.navigator.go(Place("today"))
    window.frame.navigator.go(Place("opportunities", "", 1))
    assert doors(window).panel.opportunity_id == 1


def test_without_any_it_says_what_the_page_is_for(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("opportunities"))
    assert doors(window).empty.isVisible() and doors(window).empty.button.hasFocus()
