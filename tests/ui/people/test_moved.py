"""Moved to…, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.domain.people import Affiliation
from hallway.ui.frame.bridge import Bridge
from hallway.ui.people.work_history import WorkHistory
from hallway.usecases import people
from hallway.usecases.desk import Desk
from tests.makers import add_person


def test_moved_to_closes_the_old_place_and_begins_the_new_one(qtbot: QtBot, desk: Desk) -> None:
    ada = add_person(desk)
    desk.do(people.set_affiliation, ada, Affiliation("Uni Lund", "Reader", start_on="2019"))
    section = WorkHistory(Bridge(desk))
    qtbot.addWidget(section)
    section.show()
    section.show_person(desk.ask(people.person, ada))
    qtbot.mouseClick(section.move_on, Qt.MouseButton.LeftButton)
    form = section.moved_form()
    assert form.congratulate.isChecked()
    qtbot.keyClick(form.role, Qt.Key.Key_Return)
    assert form.isVisible(), "without a place it stays to be put right"
    qtbot.keyClicks(form.where, "ETH")
    qtbot.keyClicks(form.role, "Professor")
    qtbot.keyClick(form.role, Qt.Key.Key_Return)
    assert form.isHidden()
    found = desk.ask(people.person, ada)
    assert found.works_at is not None and found.works_at.organisation == "ETH" and len(found.affiliations) == 2


def test_nobody_moves_from_nowhere(qtbot: QtBot, desk: Desk) -> None:
    section = WorkHistory(Bridge(desk))
    qtbot.addWidget(section)
    section.show()
    section.show_person(desk.ask(people.person, add_person(desk)))
    assert section.move_on.isHidden()
