"""An event from within: sessions and where one goes, whom one would like to meet, who was met, what is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from hallway.domain.people import Standing
from hallway.domain.programmes import Session
from hallway.store import programmes
from hallway.store.work import Work
from hallway.ui.events.page import EventsPage
from hallway.ui.events.session_panel import SessionPanel
from hallway.ui.events.there import There
from hallway.ui.events.wish_form import WishForm
from hallway.ui.frame.places import Place
from hallway.ui.models.sessions import SessionModel
from hallway.ui.shell.window import Window
from hallway.usecases import people, sessions, wishes
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_person
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle

Key = Qt.Key


@dataclass
class Stage:
    """The window with an event from within."""

    window: Window
    there: There
    desk: Desk
    event: int
    talks: list[int]


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    event = add_event(desk, "Looms 2026", start_on=TODAY, end_on=TODAY + timedelta(days=1))
    ada = add_person(desk, "Ada Adeyemi")
    desk.do(wishes.want, ada, event, "Her looms")

    def write(step: Work) -> list[int]:
        ids = programmes.add(
            step, event,
            [
                _talk("Old looms", "09:00", "11:00", "Aula", "Ada Adeyemi"),
                _talk("New looms", "10:30", "11:30", "Room 2", "B. Bakker"),
                Session("Goodbye", TODAY + timedelta(days=1), start_time="15:00", room="Aula"),
            ],
        )  # fmt: skip
        programmes.link(step, [(ids[0], ada)])
        return list(ids)

    talks = desk.do(write).value
    window = open_window(qtbot, desk, tmp_path, Place("events", "there", event))
    page = window.page
    assert isinstance(page, EventsPage) and page.there is not None
    return Stage(window, page.there, desk, event, talks)


def _talk(title: str, start: str, end: str, room: str, speaker: str) -> Session:
    return Session(title, TODAY, start_time=start, end_time=end, room=room, speakers=(speaker,))


def starred(stage: Stage) -> list[str]:
    return [one.title for one in stage.desk.ask(sessions.of_event, stage.event) if one.starred]


def test_the_day_of_now_is_shown_and_what_is_on_is_chosen(stage: Stage) -> None:
    model = stage.there.agenda.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Old looms", "New looms"]
    current = stage.there.agenda.current()
    assert current is not None and current.title == "Old looms"


def test_space_goes_there_and_a_clash_is_said(qtbot: QtBot, stage: Stage) -> None:
    view = stage.there.agenda.view
    view.setFocus()
    press(qtbot, stage.window, Key.Key_Space)
    press(qtbot, stage.window, Key.Key_Down)
    press(qtbot, stage.window, Key.Key_Space)
    assert starred(stage) == ["Old looms", "New looms"]
    spoken = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "clashes with another one you go to" in spoken
    press(qtbot, stage.window, Key.Key_Z, CONTROL)
    assert starred(stage) == ["Old looms"]


def test_a_click_on_the_mark_goes_there_and_one_beside_it_does_not(qtbot: QtBot, stage: Stage) -> None:
    view = stage.there.agenda.view
    box = view.visualRect(view.model().index(1, 0))
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(box.left() + 80, box.center().y()))
    assert starred(stage) == []
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(box.right() - 20, box.center().y()))
    assert starred(stage) == ["New looms"]


def test_enter_opens_a_session_where_notes_are_kept_and_a_speaker_is_wished_for(qtbot: QtBot, stage: Stage) -> None:
    stage.there.agenda.view.setFocus()
    press(qtbot, stage.window, Key.Key_Down)
    press(qtbot, stage.window, Key.Key_Return)
    panel = stage.window.overlay()
    assert isinstance(panel, SessionPanel)
    panel.notes.setFocus()
    qtbot.keyClicks(panel.notes, "ask for the slides")
    press(qtbot, stage.window, Key.Key_Escape)
    assert stage.desk.ask(sessions.one, stage.talks[1]).notes == "ask for the slides"
    press(qtbot, stage.window, Key.Key_Return)
    again = stage.window.overlay()
    assert isinstance(again, SessionPanel)
    again._want("B. Bakker")
    wished = [one.wish for one in stage.desk.ask(wishes.of_event, stage.event)]
    assert [(one.person, one.reason) for one in wished][-1] == ("B. Bakker", "Speaks in “New looms”.")
    assert stage.desk.ask(people.person, wished[-1].person_id).standing is Standing.NOT_MET


def test_whom_one_wants_to_meet_stands_with_where_they_are_and_one_click_says_met(qtbot: QtBot, stage: Stage) -> None:
    (row,) = stage.there.to_meet.rows
    assert row.name.text() == "Ada Adeyemi"
    assert row.where.text() == "Now, Aula"
    qtbot.mouseClick(row.done, LEFT)
    settle()
    assert stage.there.to_meet.count.text() == "1 of 1 met"
    assert row.state.text() == "Met"
    press(qtbot, stage.window, Key.Key_Z, CONTROL)
    assert stage.there.to_meet.count.text() == "0 of 1 met"


def test_somebody_is_added_by_typing_a_name(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.there.to_meet.add, LEFT)
    field = stage.there.to_meet.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "Noor Haddad")
    press(qtbot, stage.window, Key.Key_Return)
    assert [one.wish.person for one in stage.desk.ask(wishes.of_event, stage.event)] == ["Ada Adeyemi", "Noor Haddad"]
    assert field.isHidden() and stage.there.to_meet.add.hasFocus()


def test_what_to_ask_is_noted_in_a_form(qtbot: QtBot, stage: Stage) -> None:
    (row,) = stage.there.to_meet.rows
    row.menu().actions()[0].trigger()
    form = stage.window.overlay()
    assert isinstance(form, WishForm)
    form.questions.setPlainText("Why looms?\nWhose idea was it?")
    qtbot.keyClick(form.questions, Key.Key_Return, CONTROL)
    (seen,) = stage.desk.ask(wishes.of_event, stage.event)
    assert seen.wish.questions == ("Why looms?", "Whose idea was it?")
    assert seen.wish.reason == "Her looms"


def test_all_sessions_are_found_by_title_speaker_and_room(qtbot: QtBot, stage: Stage) -> None:
    press(qtbot, stage.window, Key.Key_F, CONTROL)
    pane = stage.there.everything
    assert pane.search.hasFocus()
    assert pane.model.shown() == 3
    for words, found in (("adeyemi", 1), ("room 2", 1), ("looms", 2), ("aula good", 1), ("nothing", 0)):
        pane.search.setText(words)
        assert pane.model.shown() == found
    pane.search.clear()
    pane.own.setChecked(True)
    assert pane.model.shown() == 0


def test_escape_leads_back_to_the_event_in_its_list(qtbot: QtBot, stage: Stage) -> None:
    stage.there.agenda.view.setFocus()
    press(qtbot, stage.window, Key.Key_Escape)
    assert stage.window.frame.navigator.here == Place("events", "event", stage.event)
    page = stage.window.page
    assert isinstance(page, EventsPage)
    page.list.setFocus()
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.window.frame.navigator.here == Place("events", "there", stage.event)


def test_the_questions_that_work_with_anyone_are_ones_own(qtbot: QtBot, stage: Stage) -> None:
    card = stage.there.questions
    qtbot.mouseClick(card.edit, LEFT)
    card.field.setPlainText("What would you read first?")
    qtbot.keyClick(card.field, Key.Key_Return, CONTROL)
    settle()
    assert card._lines == ["What would you read first?"]
    assert card.field.isHidden()


def test_after_somebody_was_met_the_way_to_the_evening_is_there(qtbot: QtBot, stage: Stage) -> None:
    assert stage.there.after.isHidden()
    qtbot.keyClicks(stage.there.met.field, "Cleo Costa, bread")
    press(qtbot, stage.window, Key.Key_Return)
    assert not stage.there.after.isHidden()
    assert stage.there.after.look_through.isVisible()
    qtbot.mouseClick(stage.there.after.look_through, LEFT)
    assert stage.window.overlay() is not None


def test_everything_has_a_name_of_its_own(stage: Stage) -> None:
    assert not nameless(stage.there)
    assert not same_names(stage.there)


def test_the_model_keeps_qts_rules(qtbot: QtBot, stage: Stage) -> None:
    model = SessionModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    now = stage.desk.clock.now()
    model.set_sessions(stage.desk.ask(sessions.of_event, stage.event), {}, now.date())
    model.show_those(None, now)
    model.show_those(TODAY, now, "looms")
