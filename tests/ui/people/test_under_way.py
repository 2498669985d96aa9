"""What is under way with somebody stands on their page and leads to where it lives."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.domain.letters import Letter
from hallway.domain.opportunities import Opportunity, Part
from hallway.domain.outreach import Outreach
from hallway.domain.sharing import Favour
from hallway.ui.frame.places import Place
from hallway.ui.people.under_way import UnderWay
from hallway.usecases import letters, opportunities, outreach, sharing
from hallway.usecases.desk import Desk
from tests.makers import add_person
from tests.ui.house import open_window, press, settle


def test_each_line_leads_to_its_place(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ada, bo = add_person(desk, "Ada Lovelace"), add_person(desk, "Bo Bakker")
    asked = desk.do(outreach.reach_out, Outreach(ada)).value
    door = desk.do(opportunities.add, Opportunity("A year of looms")).value
    desk.do(opportunities.add_person, door, Part(ada, "told me"))
    letter = desk.do(letters.add, Letter("the wool grant", ada)).value
    window = open_window(qtbot, desk, tmp_path, Place("people", "person", ada))
    shown = window.page.findChild(UnderWay)
    assert shown is not None
    assert [one.text() for one in shown.links] == [
        "Informational interview: an idea", "A year of looms", "Letter for the wool grant",
    ]  # fmt: skip
    there = Place("opportunities", "letters", letter)
    for at, place in enumerate((Place("outreach", "one", asked), Place("opportunities", "", door), there)):
        shown.links[at].setFocus()
        press(qtbot, window, Qt.Key.Key_Space)
        assert window.frame.navigator.here == place
        window.frame.navigator.back()
        settle()
    window.frame.navigator.go(Place("people", "person", bo))
    settle()
    assert shown.isHidden()


def test_long_lines_stay_within_the_column(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ada = add_person(desk, "Ada Lovelace")
    door = desk.do(opportunities.add, Opportunity("A year of looms, wool and weather on the coast of the north")).value
    desk.do(opportunities.add_person, door, Part(ada, "told me"))
    desk.do(sharing.add_favour, Favour(ada, kind="introduction", direction="received", on=date(2026, 6, 17)))
    window = open_window(qtbot, desk, tmp_path, Place("people", "person", ada))
    shown = window.page.findChild(UnderWay)
    assert shown is not None
    facts = shown.parentWidget()
    assert facts.width() <= facts.parentWidget().width()
