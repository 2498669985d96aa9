"""The talk on one screen: notes are kept while one types, the time turns kindly, somebody named becomes an idea."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.domain.outreach import Meeting, Outreach, State
from hallway.ui.frame.places import Place
from hallway.ui.outreach.interview import Interview
from hallway.ui.outreach.page import OutreachPage
from hallway.ui.outreach.saving_note import REST
from hallway.ui.shell.window import Window
from hallway.usecases import interactions, interviews, outreach, promises
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, MovingClock, add_person
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle

Key = Qt.Key


@dataclass
class Stage:
    """The window with the page for a talk."""

    window: Window
    talk: Interview
    desk: Desk
    id: int
    person: int

    def notes(self) -> list[str]:
        return [answer.note for answer in self.desk.ask(outreach.page_of, self.id).answers]

    def rest(self) -> str:
        return self.desk.ask(outreach.page_of, self.id).one.notes


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    person = add_person(desk, "Cy Castro")
    id_ = desk.do(outreach.reach_out, Outreach(person, reason="Looms", hope="How they weave")).value
    desk.do(outreach.schedule, id_, Meeting(TODAY, "10:00", "Europe/Oslo", "Video call", 20))
    desk.do(interviews.choose, id_, ["Why looms?", "Who else?"])
    window = open_window(qtbot, desk, tmp_path, Place("outreach", "interview", id_))
    page = window.page
    assert isinstance(page, OutreachPage) and page.interview is not None
    return Stage(window, page.interview, desk, id_, person)


def move(stage: Stage, **much: float) -> None:
    clock = stage.desk.clock
    assert isinstance(clock, MovingClock)
    clock.moment += timedelta(**much)
    stage.talk.timer.show_time()


def test_it_begins_in_the_first_note_and_everything_has_a_name(stage: Stage) -> None:
    assert stage.talk.rows[0].note.hasFocus()
    assert nameless(stage.window) == [] and same_names(stage.window) == set()
    assert stage.talk.hope.text() == "How they weave"


def test_a_note_is_kept_while_one_types_and_the_field_is_left_alone(qtbot: QtBot, stage: Stage) -> None:
    note = stage.talk.rows[0].note
    qtbot.keyClicks(note, "They sing")
    qtbot.waitUntil(lambda: stage.notes() == ["They sing", ""], timeout=REST * 10)
    cursor = note.textCursor().position()
    qtbot.keyClicks(note, " at work")
    assert note.text() == "They sing at work" and cursor == len("They sing")
    press(qtbot, stage.window, Key.Key_Tab)
    assert stage.notes() == ["They sing at work", ""], "leaving the field keeps it at once"


def test_escape_and_another_room_lose_nothing(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClicks(stage.talk.rows[1].note, "Ask Ada")
    stage.window.frame.navigator.go(Place("today"))
    assert stage.notes()[1] == "Ask Ada"
    stage.window.frame.navigator.go(Place("outreach", "interview", stage.id))
    stage.talk.rest.setFocus()
    qtbot.keyClicks(stage.talk.rest, "Likes tea")
    press(qtbot, stage.window, Key.Key_Escape)
    assert stage.rest() == "Likes tea"
    page = stage.window.page
    assert isinstance(page, OutreachPage) and page.outreach_id() == stage.id and page.panel.isVisible()
    assert page.panel.notes.text() == "Likes tea"


def test_closing_the_window_loses_nothing(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClicks(stage.talk.rows[0].note, "Cut off")
    stage.window.close()
    settle()
    assert stage.notes()[0] == "Cut off"


def test_a_half_written_line_is_no_promise_and_a_whole_one_is(qtbot: QtBot, stage: Stage) -> None:
    rest = stage.talk.rest
    rest.setFocus()
    qtbot.keyClicks(rest, "> send the pa")
    qtbot.waitUntil(lambda: stage.rest() == "> send the pa", timeout=REST * 10)
    assert stage.desk.ask(promises.of_person, stage.person) == ()
    qtbot.keyClicks(rest, "per")
    stage.talk.done.setFocus()
    settle()
    assert [one.text for one in stage.desk.ask(promises.of_person, stage.person)] == ["Send the paper"]
    assert rest.text() == "✓ send the paper"


def test_the_time_turns_kindly_when_what_was_asked_for_is_over(qtbot: QtBot, stage: Stage) -> None:
    timer = stage.talk.timer
    assert timer.start.isVisible() and not timer.message.isVisible()
    qtbot.mouseClick(timer.start, LEFT)
    assert stage.desk.ask(outreach.page_of, stage.id).state is State.TALKED
    assert stage.desk.ask(interactions.count, TimelineFilter()) == 1
    move(stage, minutes=19, seconds=59)
    assert timer.time.text() == "19:59 of 20 minutes" and not timer.is_over()
    move(stage, seconds=1)
    assert timer.is_over() and timer.message.isVisible()
    assert "Say so and thank them" in timer.message.label.text()
    timer.message.closed.emit()
    timer.message.hide()
    move(stage, minutes=5)
    assert not timer.message.isVisible(), "it is said once"


def test_the_time_goes_on_while_one_looks_elsewhere(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.talk.timer.start, LEFT)
    stage.window.frame.navigator.go(Place("today"))
    clock = stage.desk.clock
    assert isinstance(clock, MovingClock)
    clock.moment += timedelta(minutes=3)
    stage.window.frame.navigator.go(Place("outreach", "interview", stage.id))
    stage.talk.timer.show_time()
    assert stage.talk.timer.time.text() == "3:00 of 20 minutes"


def test_they_named_somebody_and_it_is_an_idea_with_whom_it_came_through(qtbot: QtBot, stage: Stage) -> None:
    named = stage.talk.named
    named.field.setFocus()
    qtbot.keyClicks(named.field, "Ada Adeyemi")
    named.place.setText("Looms Ltd")
    press(qtbot, stage.window, Key.Key_Return)
    (one, *_) = [one for one, _ in stage.desk.ask(outreach.everything) if one.person == "Ada Adeyemi"]
    assert (one.through, one.state, one.line) == ("Cy Castro", State.IDEA, "Looms Ltd")
    assert named.field.text() == "" and named.field.hasFocus()
    assert [name for _, name, _ in stage.desk.ask(outreach.page_of, stage.id).named] == ["Ada Adeyemi"]
    press(qtbot, stage.window, Key.Key_Z, CONTROL)
    assert stage.desk.ask(outreach.page_of, stage.id).named == ()


def test_promises_are_written_down_both_ways(qtbot: QtBot, stage: Stage) -> None:
    promised = stage.talk.promised
    promised.field.setFocus()
    qtbot.keyClicks(promised.field, "send the paper tomorrow")
    press(qtbot, stage.window, Key.Key_Return)
    promised.side.choose("them")
    qtbot.keyClicks(promised.field, "introduce me to Bo")
    qtbot.mouseClick(promised.add, LEFT)
    made = stage.desk.ask(promises.of_person, stage.person)
    assert {(one.text, one.by_me, one.due_on) for one in made} == {
        ("Send the paper", True, TODAY + timedelta(1)), ("Introduce me to Bo", False, None),
    }  # fmt: skip
    settle()
    assert nameless(stage.window) == [] and same_names(stage.window) == set()


def test_a_talk_that_is_gone_leads_back_to_the_board(qtbot: QtBot, stage: Stage) -> None:
    stage.window.frame.bridge.do(outreach.remove, stage.id)
    settle()
    page = stage.window.page
    assert isinstance(page, OutreachPage) and page.empty.isVisible()
    stage.window.frame.bridge.undo()
    settle()
    assert page.outreach_id() == stage.id
