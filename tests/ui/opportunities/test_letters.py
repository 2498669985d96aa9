"""Letters in the window: noted by keys, each step one press, the page for the writer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from hallway.domain.letters import Addressee, Letter, Stage
from hallway.ui.frame.places import Place
from hallway.ui.opportunities.letter_panel import NewLetter
from hallway.ui.opportunities.letters import Letters
from hallway.ui.opportunities.page import OpportunitiesPage
from hallway.ui.parts.briefing_panel import BriefingPanel
from hallway.ui.shell.window import Window
from hallway.usecases import letters
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person
from tests.ui.house import CONTROL, nameless, open_window, press, settle, words_on

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    """A letter by Greta, wanted in five weeks."""
    greta = add_person(desk, "Greta Solheim")
    goes_to = (Addressee("Ridderkerk Fund", TODAY + timedelta(weeks=5)),)
    desk.do(letters.add, Letter("the Ridderkerk grant", greta, addressees=goes_to))
    return open_window(qtbot, desk, tmp_path, Place("opportunities", "letters"))


def view(window: Window) -> Letters:
    assert isinstance(window.page, OpportunitiesPage)
    found = window.page.shown()
    assert isinstance(found, Letters)
    return found


def test_the_next_step_is_one_press_and_says_why(qtbot: QtBot, window: Window, desk: Desk) -> None:
    panel = view(window).panel
    assert "wanted by" in panel.state.text() and panel.next.text() == "I asked Greta"
    assert nameless(view(window)) == []
    panel.next.setFocus()
    press(qtbot, window, Key.Key_Space)
    assert desk.ask(letters.get, 1).asked_on == TODAY and panel.next.text() == "I sent Greta the materials"
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert desk.ask(letters.get, 1).stage is Stage.IDEA and panel.next.text() == "I asked Greta"


def test_one_is_noted_by_keys(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.frame.catalogue.run("letters.add")
    settle()
    form = window.overlay()
    assert isinstance(form, NewLetter) and nameless(form) == []
    qtbot.keyClicks(form.purpose, "the summer school")
    form.to_whom.setFocus()
    qtbot.keyClicks(form.to_whom, "Office")
    press(qtbot, window, Key.Key_Return, CONTROL)
    letter = desk.ask(letters.get, 2)
    assert letter.purpose == "the summer school" and letter.addressees[0].name == "Office"
    assert view(window).panel.letter_id == 2 and not view(window).panel.state.isVisible()


def test_what_has_no_purpose_is_said_and_stays(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.frame.catalogue.run("letters.add")
    form = window.overlay()
    assert isinstance(form, NewLetter)
    qtbot.keyClicks(form.to_whom, "Office")
    form.write()
    assert "what the letter is for" in form.message.label.text() and form.to_whom.text() == "Office"


def test_addressees_are_added_and_ticked(qtbot: QtBot, window: Window, desk: Desk) -> None:
    panel = view(window).panel
    panel.to_whom.setFocus()
    qtbot.keyClicks(panel.to_whom, "Second panel")
    press(qtbot, window, Key.Key_Return)
    assert [one.name for one in desk.ask(letters.get, 1).addressees] == ["Ridderkerk Fund", "Second panel"]
    for _ in range(2):
        box = next(one for one in panel.findChildren(QCheckBox) if one.isVisible() and not one.isChecked())
        box.setFocus()
        press(qtbot, window, Key.Key_Space)
    assert desk.ask(letters.get, 1).stage is Stage.SENT and panel.next.text() == "I thanked Greta"


def test_the_page_for_the_writer(qtbot: QtBot, window: Window) -> None:
    panel = view(window).panel
    panel.knows.setFocus()
    qtbot.keyClicks(panel.knows, "Two years in her group")
    panel.page.setFocus()
    press(qtbot, window, Key.Key_Space)
    shown = window.overlay()
    assert isinstance(shown, BriefingPanel)
    assert shown.sheets[0].sections[1].lines == ("Two years in her group",)


def test_without_any_it_says_what_the_page_is_for(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("opportunities", "letters"))
    assert view(window).empty.isVisible() and any("who could write" in words for words in words_on(view(window)))
