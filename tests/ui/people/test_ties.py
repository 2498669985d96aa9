"""The people around somebody, and what one has in common with them, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.people.in_common import InCommonFact
from hallway.ui.people.ties import Ties
from hallway.usecases import people, ties
from hallway.usecases.desk import Desk
from tests.makers import add_event, add_moment, add_person

LEFT, K = Qt.MouseButton.LeftButton, Qt.Key


def shown(section: Ties) -> list[str]:
    return [row.name.accessibleName() for row in section.rows if not row.isHidden()]


def make(qtbot: QtBot, desk: Desk, person_id: int) -> Ties:
    bridge = Bridge(desk)
    section = Ties(bridge)
    qtbot.addWidget(section)
    section.resize(300, 400)
    section.show()
    section.show_person(desk.ask(people.person, person_id))
    bridge.changed.connect(lambda changes: section.show_person(desk.ask(people.person, person_id)))
    return section


def test_somebody_known_is_added_by_typing_a_part_of_the_name(qtbot: QtBot, desk: Desk) -> None:
    ada, _ = add_person(desk, "Ada Lovelace"), add_person(desk, "Mary Somerville")
    section = make(qtbot, desk, ada)
    qtbot.mouseClick(section.action, LEFT)
    form = section.form()
    qtbot.keyClicks(form.other.field, "somer")
    qtbot.keyClick(form.other.field, K.Key_Return)
    form.kind.setCurrentIndex(form.kind.findData("advisor"))
    form.since.set_value("1832")
    qtbot.mouseClick(form.keep, LEFT)
    assert shown(section) == ["Mary Somerville, advisor, since 1832"] and form.isHidden()


def test_a_name_that_nobody_has_becomes_a_person(qtbot: QtBot, desk: Desk) -> None:
    ada = add_person(desk, "Ada Lovelace")
    section = make(qtbot, desk, ada)
    qtbot.mouseClick(section.action, LEFT)
    form = section.form()
    qtbot.keyClicks(form.other.field, "Charles Babbage")
    qtbot.mouseClick(form.keep, LEFT)
    assert shown(section) == ["Charles Babbage, advisor"]
    assert desk.history()[0].label == "Charles Babbage and Ada Lovelace: advisor"


def test_escape_leaves_the_form_and_nothing_is_written(qtbot: QtBot, desk: Desk) -> None:
    section = make(qtbot, desk, add_person(desk))
    qtbot.mouseClick(section.action, LEFT)
    qtbot.keyClicks(section.form().other.field, "Somebody")
    qtbot.keyClick(section.form(), K.Key_Escape)
    assert section.form().isHidden() and shown(section) == []


def test_a_name_leads_there_and_a_tie_is_taken_away(qtbot: QtBot, desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada"), add_person(desk, "Bo")
    desk.do(ties.tie, ada, bo, "friend")
    section = make(qtbot, desk, ada)
    with qtbot.waitSignal(section.place_wanted) as wanted:
        qtbot.mouseClick(section.rows[0].name, LEFT)
    assert wanted.args == [Place("people", "person", bo)]
    section.rows[0].menu().actions()[0].trigger()
    assert shown(section) == []
    assert all(one.accessibleName() or one.text() for one in section.findChildren(QAbstractButton) if one.isVisible())


def test_things_in_common_lead_there_and_hide_when_there_are_none(qtbot: QtBot, desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada"), add_person(desk, "Bo")
    event = add_event(desk, "Looms 2026")
    add_moment(desk, ada, event_id=event)
    section = InCommonFact(Bridge(desk))
    qtbot.addWidget(section)
    section.show()
    section.show_person(desk.ask(people.person, bo))
    assert section.isHidden()
    section.show_person(desk.ask(people.person, ada))
    assert [link.text() for link in section.links] == ["Both at Looms 2026"]
    with qtbot.waitSignal(section.place_wanted) as wanted:
        qtbot.mouseClick(section.links[0], LEFT)
    assert wanted.args == [Place("events", "event", event)]
