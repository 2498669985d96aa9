"""The Outreach room by keys and clicks: the board and its list, the panel, forms, questions, the calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.domain.outreach import Meeting, Outreach, State
from hallway.domain.people import NewPerson
from hallway.ui.frame.places import Place
from hallway.ui.outreach.board import Board
from hallway.ui.outreach.board_model import MIME
from hallway.ui.outreach.choose_questions import ChangeSets, ChooseQuestions
from hallway.ui.outreach.learned import Learned
from hallway.ui.outreach.list_pane import ListPane
from hallway.ui.outreach.meeting_form import MeetingForm
from hallway.ui.outreach.page import OutreachPage
from hallway.ui.parts import save_entry
from hallway.ui.parts.message_panel import MessagePanel
from hallway.ui.parts.outreach_form import OutreachForm
from hallway.ui.shell.palette import open_palette
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.usecases import interviews, outreach, people, settings, wishes
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_person, move_clock
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle, undo, words_on

Key = Qt.Key


@dataclass
class Stage:
    """The window with the room in front: an idea, somebody asked, and a talk with a day."""

    window: Window
    page: OutreachPage
    desk: Desk
    ids: dict[str, int]

    @property
    def board(self) -> Board:
        pane = self.page._pane("board")
        assert isinstance(pane, Board)
        return pane

    def state(self, name: str) -> State:
        return self.desk.ask(outreach.page_of, self.ids[name]).state

    def lanes(self) -> list[list[str]]:
        return [[card.one.person for card in self.board.model.cards(at)] for at in range(5)]

    def overlay(self, kind: type) -> object:
        panel = self.window.overlay()
        assert isinstance(panel, kind)
        return panel


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    ids = {}
    for name in ("Ada Adeyemi", "Bo Bakker", "Cy Castro"):
        person = add_person(desk, name, organisation="Looms Ltd", role="Weaver")
        new = Outreach(person, reason=f"About {name.split()[0]}")
        ids[name.split()[0]] = desk.do(outreach.reach_out, new).value
    desk.do(outreach.move, ids["Bo"], State.ASKED)
    desk.do(outreach.schedule, ids["Cy"], Meeting(TODAY + timedelta(1), "15:00", "Europe/Oslo", "Video call", 30))
    desk.do(interviews.choose, ids["Cy"], ["Why looms?", "Who else?"])
    window = open_window(qtbot, desk, tmp_path, Place("outreach"))
    page = window.page
    assert isinstance(page, OutreachPage)
    return Stage(window, page, desk, ids)


def test_the_models_keep_qts_rules(stage: Stage) -> None:
    tester = QAbstractItemModelTester(stage.board.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    stage.page.look_as("list")
    pane = stage.page.pane
    assert isinstance(pane, ListPane)
    other = QAbstractItemModelTester(pane.view.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    stage.desk.do(outreach.move, stage.ids["Ada"], State.DECLINED)
    for shown in (stage.board, pane):
        shown.show_now(0)
    assert tester.model() is stage.board.model and other.model() is pane.view.lines


def test_the_talk_with_a_day_is_chosen_and_the_rail_makes_room(stage: Stage) -> None:
    assert stage.lanes() == [["Ada Adeyemi"], ["Bo Bakker"], ["Cy Castro"], [], []]
    assert stage.page.outreach_id() == stage.ids["Cy"] and stage.page.panel.isVisible()
    assert stage.window.rail.is_narrow
    assert {"Thursday, 15:00", "Video call, 30 minutes", "2, about 10 minutes"} <= set(words_on(stage.page.panel))
    stage.window.frame.navigator.go(Place("today"))
    assert not stage.window.rail.is_narrow


def test_every_card_is_said_as_a_sentence(stage: Stage) -> None:
    index = stage.board.model.place_of(stage.ids["Cy"])
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Cy Castro, Scheduled, 1 of 1, Thu 18 Jun, Weaver, Looms Ltd, About Cy"


def test_arrows_go_from_card_to_card_over_empty_lanes(qtbot: QtBot, stage: Stage) -> None:
    stage.board.focus_card(stage.ids["Ada"])
    seen = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        press(qtbot, stage.window, key)
        seen.append(stage.page.outreach_id())
    assert seen == [stage.ids["Bo"], stage.ids["Cy"], stage.ids["Cy"], stage.ids["Bo"]]
    assert stage.page.panel.outreach_id() == stage.ids["Bo"], "the panel goes along"


def test_control_and_an_arrow_take_the_card_along_and_undo_brings_it_back(qtbot: QtBot, stage: Stage) -> None:
    stage.board.focus_card(stage.ids["Ada"])
    press(qtbot, stage.window, Key.Key_Right, CONTROL)
    assert stage.lanes()[:2] == [[], ["Bo Bakker", "Ada Adeyemi"]]
    assert stage.board.current() == stage.ids["Ada"] and stage.board.lanes[1].view.hasFocus()
    press(qtbot, stage.window, Key.Key_Up, CONTROL)
    assert stage.lanes()[1] == ["Ada Adeyemi", "Bo Bakker"]
    press(qtbot, stage.window, Key.Key_Right, CONTROL)
    press(qtbot, stage.window, Key.Key_Right, CONTROL)
    assert stage.state("Ada") is State.TALKED
    undo(qtbot, stage.window)
    assert stage.state("Ada") is State.SCHEDULED
    for _ in range(3):
        press(qtbot, stage.window, Key.Key_Z, CONTROL)
    assert stage.lanes()[:2] == [["Ada Adeyemi"], ["Bo Bakker"]]


def test_dropping_a_card_moves_it(qtbot: QtBot, stage: Stage) -> None:
    model = stage.board.model
    carried = model.mimeData([model.place_of(stage.ids["Ada"])])
    assert model.dropMimeData(carried, Qt.DropAction.MoveAction, 0, 0, model.lane(1)) is False
    qtbot.waitUntil(lambda: stage.lanes()[1] == ["Ada Adeyemi", "Bo Bakker"])
    assert stage.state("Ada") is State.DRAFT
    foreign = QMimeData()
    foreign.setText("Ada")
    assert not model.dropMimeData(foreign, Qt.DropAction.MoveAction, 0, 0, model.lane(2))
    assert model.mimeTypes() == [MIME]


def test_tab_goes_by_the_lanes_and_leaves_the_panel_alone(qtbot: QtBot, stage: Stage) -> None:
    stage.board.focus_card(stage.ids["Cy"])
    for _ in range(3):
        press(qtbot, stage.window, Key.Key_Tab)
    assert stage.page.panel.outreach_id() == stage.ids["Cy"]


def test_enter_leads_into_the_panel_and_escape_back_to_the_card(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.page.panel.close_button, LEFT)
    assert not stage.page.panel.isVisible() and stage.board.lanes[2].view.hasFocus()
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.page.panel.isVisible() and stage.page.panel.stepper.hasFocus()
    press(qtbot, stage.window, Key.Key_Escape)
    assert stage.page.panel.isVisible() and stage.board.lanes[2].view.hasFocus()


def test_the_stepper_sets_how_far_it_is(qtbot: QtBot, stage: Stage) -> None:
    stepper = stage.page.panel.stepper
    assert stepper.accessibleName() == "How far it is: stage 3 of 5, Scheduled"
    stepper.setFocus()
    press(qtbot, stage.window, Key.Key_Right)
    assert stepper.accessibleName() == "How far it is: stage 4 of 5, Talked"
    assert stage.state("Cy") is State.SCHEDULED, "only gone to"
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.state("Cy") is State.TALKED
    wide = stepper.width()
    qtbot.mouseClick(stepper, LEFT, pos=QPoint(wide // 10, 10))
    settle()
    assert stage.state("Cy") is State.IDEA


@pytest.mark.parametrize("state", list(State))
def test_no_state_is_a_dead_end(qtbot: QtBot, stage: Stage, state: State) -> None:
    stage.desk.do(outreach.move, stage.ids["Bo"], state)
    stage.window.frame.navigator.go(Place("outreach", "one", stage.ids["Bo"]))
    settle()
    panel = stage.page.panel
    shown = [button for button in (panel.main, panel.beside) if button.isVisible()]
    assert bool(shown) is (state is not State.TOLD)
    assert all(button.text() for button in shown)
    assert nameless(stage.window) == [] and same_names(stage.window) == set()
    menu = panel.menu()
    assert len([action for action in menu.actions() if not action.isSeparator()]) >= 4
    menu.close()


def test_each_step_of_the_panel_leads_on(qtbot: QtBot, stage: Stage) -> None:
    stage.window.frame.navigator.go(Place("outreach", "one", stage.ids["Bo"]))
    panel = stage.page.panel
    for state in (State.ANSWERED, State.AGREED):
        qtbot.mouseClick(panel.main, LEFT)
        settle()
        assert stage.state("Bo") is state
    qtbot.mouseClick(panel.main, LEFT)
    form = stage.overlay(MeetingForm)
    assert isinstance(form, MeetingForm)
    form.write()
    assert form.message.label.text() == "Which day is it?"
    form.day.set_day(TODAY + timedelta(3))
    form.time.setText("nine")
    press(qtbot, stage.window, Key.Key_Return, CONTROL)
    assert form.isVisible() and "does not read as a time" in form.message.label.text()
    form.time.setText("9")
    form.zone.setText("Lisbon")
    press(qtbot, stage.window, Key.Key_Return, CONTROL)
    assert stage.state("Bo") is State.SCHEDULED
    assert "Saturday, 09:00" in words_on(panel)


def test_the_request_names_the_connection_and_ends_in_asked(qtbot: QtBot, stage: Stage) -> None:
    greta = add_person(stage.desk, "Greta Solheim")
    one = stage.desk.ask(outreach.page_of, stage.ids["Ada"]).one
    stage.desk.do(outreach.change_plan, replace(one, through_id=greta))
    stage.window.frame.navigator.go(Place("outreach", "one", stage.ids["Ada"]))
    qtbot.mouseClick(stage.page.panel.main, LEFT)
    panel = stage.overlay(MessagePanel)
    assert isinstance(panel, MessagePanel)
    text = panel.note.text()
    assert text.split("\n\n")[1].startswith("Greta Solheim suggested that I write to you.")
    assert len(text.split()) < 100 and "20 minutes" in text and "job" not in text.casefold()
    assert stage.state("Ada") is State.DRAFT, "one is about to ask"
    qtbot.mouseClick(panel.copy, LEFT)
    assert QGuiApplication.clipboard().text() == text
    panel.note.setFocus()
    press(qtbot, stage.window, Key.Key_Return, CONTROL)
    assert stage.state("Ada") is State.ASKED and stage.window.overlay() is None


def test_somebody_else_is_offered_after_three_working_days(qtbot: QtBot, stage: Stage) -> None:
    other = add_person(stage.desk, "Di Diallo", organisation="Looms Ltd", role="Dyer")
    move_clock(stage.desk, 5)
    stage.window.frame.navigator.go(Place("outreach", "one", stage.ids["Bo"]))
    settle()
    said = words_on(stage.page.panel)
    assert "Di Diallo" in said and "Works at Looms Ltd, too" in said
    stage.page.panel._reach(other)
    form = stage.overlay(OutreachForm)
    assert isinstance(form, OutreachForm)
    assert form.whom.ids() == (other,) and form.reason.text() == "About Bo"


def test_what_rests_is_in_the_list_and_a_link_leads_there(qtbot: QtBot, stage: Stage) -> None:
    stage.desk.do(outreach.move, stage.ids["Bo"], State.NO_ANSWER)
    stage.page._show()
    assert stage.lanes()[1] == []
    qtbot.mouseClick(stage.board.resting, LEFT)
    settle()
    pane = stage.page.pane
    assert isinstance(pane, ListPane)
    shown = [pane.view.lines.index(row).data() for row in range(pane.view.lines.rowCount())]
    assert shown == ["Identify", "Ada Adeyemi", "Scheduled", "Cy Castro", "Resting, no answer", "Bo Bakker"]
    pane.focus_first()
    press(qtbot, stage.window, Key.Key_End)
    assert stage.page.panel.outreach_id() == stage.ids["Bo"]
    press(qtbot, stage.window, Key.Key_Up)
    assert stage.page.panel.outreach_id() == stage.ids["Cy"], "headings are no stops"


def test_reaching_out_to_somebody_new(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.page.add_button, LEFT)
    form = stage.overlay(OutreachForm)
    assert isinstance(form, OutreachForm)
    form.write()
    assert form.message.label.text() == "Whom would you like to talk to?"
    qtbot.keyClicks(form.whom.field, "Talia Ben-Ami")
    form.reason.setText("Heat maps")
    press(qtbot, stage.window, Key.Key_Return, CONTROL)
    assert stage.window.overlay() is None
    assert stage.lanes()[0] == ["Ada Adeyemi", "Talia Ben-Ami"]
    assert stage.page.panel.name.text() == "Talia Ben-Ami"
    undo(qtbot, stage.window)
    assert stage.lanes()[0] == ["Ada Adeyemi"]


def test_the_form_tells_what_was_tried_before(qtbot: QtBot, stage: Stage) -> None:
    stage.desk.do(outreach.move, stage.ids["Bo"], State.NO_ANSWER)
    person = stage.desk.ask(outreach.page_of, stage.ids["Bo"]).one.person_id
    stage.window.frame.navigator.go(Place("people", "person", person))
    stage.window.frame.catalogue.run("outreach.person")
    form = stage.overlay(OutreachForm)
    assert isinstance(form, OutreachForm)
    assert form.whom.ids() == (person,)
    assert form.known.text() == "You asked them before and no answer came; that one rests."


def test_the_palette_understands_reach_out_to(qtbot: QtBot, stage: Stage) -> None:
    for words, title in (
        ("reach out to ada", "Reach out to Ada Adeyemi…"),
        ("reach out to Zed Zola about maps", "Reach out to Zed Zola, whom you have not met"),
    ):
        palette = open_palette(stage.window)
        qtbot.keyClicks(palette.field, words)
        settle()
        model = palette.list.model()
        assert title in [model.index(row, 0).data() for row in range(model.rowCount())]
        palette.close_panel()
        settle()


def test_a_wish_at_an_event_leads_here_with_its_questions(qtbot: QtBot, stage: Stage) -> None:
    event = add_event(stage.desk)
    person = stage.desk.do(people.add, NewPerson("Eve Eze", known=False)).value
    wish = stage.desk.do(wishes.want, person, event, "Her looms").value
    stage.window.frame.navigator.go(Place("events", "there", event))
    settle()
    there = stage.window.page.there
    (row,) = [row for row in there.to_meet.rows if row.isVisible()]
    menu = row.menu()
    next(action for action in menu.actions() if action.text().startswith("Reach out")).trigger()
    settle()
    assert stage.window.page is stage.page and stage.page.panel.name.text() == "Eve Eze"
    assert stage.desk.ask(wishes.of_event, event)[0].wish.id == wish


# --- questions --------------------------------------------------------------------------------------------


def test_questions_are_ticked_moved_and_left_out_by_keys(qtbot: QtBot, stage: Stage) -> None:
    shown = stage.page.panel.questions
    shown.setFocus()
    shown.setCurrentRow(0)
    press(qtbot, stage.window, Key.Key_Space)
    press(qtbot, stage.window, Key.Key_Down, CONTROL)
    found = stage.desk.ask(outreach.page_of, stage.ids["Cy"]).answers
    assert [(one.question, one.asked) for one in found] == [("Who else?", False), ("Why looms?", True)]
    assert shown.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Why looms?, asked"
    press(qtbot, stage.window, Key.Key_Delete)
    assert [one.question for one in stage.desk.ask(outreach.page_of, stage.ids["Cy"]).answers] == ["Who else?"]
    undo(qtbot, stage.window)
    assert shown.count() == 2


def test_a_click_on_the_box_ticks_and_one_beside_it_does_not(qtbot: QtBot, stage: Stage) -> None:
    shown = stage.page.panel.questions
    box = shown.visualItemRect(shown.item(0))
    qtbot.mouseClick(shown.viewport(), LEFT, pos=QPoint(box.right() - 10, box.center().y()))
    assert not stage.desk.ask(outreach.page_of, stage.ids["Cy"]).answers[0].asked
    qtbot.mouseClick(shown.viewport(), LEFT, pos=QPoint(box.left() + 24, box.center().y()))
    assert stage.desk.ask(outreach.page_of, stage.ids["Cy"]).answers[0].asked


def test_questions_are_picked_from_sets_by_key_and_ones_own_are_added(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.page.panel.add, LEFT)
    panel = stage.overlay(ChooseQuestions)
    assert isinstance(panel, ChooseQuestions)
    assert panel.source.count() == 12 and panel.source.hasFocus()
    press(qtbot, stage.window, Key.Key_Down)
    press(qtbot, stage.window, Key.Key_Return)
    panel.own.setFocus()
    qtbot.keyClicks(panel.own, "Do you sing?")
    press(qtbot, stage.window, Key.Key_Return)
    chosen = [panel.chosen.item(row).text() for row in range(panel.chosen.count())]
    assert chosen == ["Why looms?", "Who else?", "What did last week look like?", "Do you sing?"]
    panel.sets.setCurrentIndex(1)
    qtbot.mouseClick(panel.all, LEFT)
    assert panel.chosen.count() == 8
    press(qtbot, stage.window, Key.Key_Escape)
    assert stage.page.panel.questions.count() == 8


def test_the_sets_themselves_can_be_changed(qtbot: QtBot, stage: Stage) -> None:
    panel = ChangeSets(stage.window.frame.bridge, stage.window)
    panel.open(panel.text)
    panel.text.set_text("One?\n\nTwo?")
    qtbot.mouseClick(panel.add, LEFT)
    panel.name.setText("Mine")
    panel.text.set_text("Three?")
    panel.write()
    found = stage.desk.ask(interviews.question_sets)
    assert (found[0].questions, found[-1].name, found[-1].questions) == (("One?", "Two?"), "Mine", ("Three?",))
    assert len(found) == 4


# --- the calendar, what one learned, sizes ----------------------------------------------------------------


def test_the_talk_is_saved_for_a_calendar(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    export = stage.desk.ask(interviews.invitation, stage.page.outreach_id(), stage.desk.clock.now())
    save_entry.save(stage.page.frame.bridge, tmp_path / "talk.ics", export)
    written = (tmp_path / "talk.ics").read_text()
    assert "SUMMARY:Talk with Cy Castro" in written and "DTSTART;TZID=Europe/Oslo:20260618T150000" in written
    toast = stage.window.toasts.current()
    assert toast is not None and "Saved talk.ics" in words_on(toast)
    save_entry.save(stage.page.frame.bridge, tmp_path / "nowhere" / "talk.ics", export)
    assert stage.window._strip is not None


def test_what_was_learned_is_found_by_words(qtbot: QtBot, stage: Stage) -> None:
    answer = stage.desk.ask(outreach.page_of, stage.ids["Cy"]).answers[0]
    stage.page.look_as("learned")
    pane = stage.page.pane
    assert isinstance(pane, Learned)
    assert pane.empty.isVisible() and not stage.page.panel.isVisible()
    stage.window.frame.bridge.do(interviews.note, answer.id, "The rhythm\nof the shuttle")
    settle()
    assert [sheet.title for sheet in pane.shown()] == ["Why looms?"]
    pane.search.setText("shuttle cy")
    assert len(pane.shown()) == 1
    pane.search.setText("nothing")
    assert pane.shown() == ()


def test_with_little_room_the_panel_takes_the_place_of_the_board(qtbot: QtBot, stage: Stage) -> None:
    theme.choose_base(20)
    try:
        stage.window.resize(960, 640)
        settle()
        stage.page._leave_panel(True)
        assert stage.board.isVisible() and not stage.page.panel.isVisible()
        press(qtbot, stage.window, Key.Key_Return)
        assert stage.page.panel.isVisible() and not stage.board.isVisible()
        assert stage.page.panel.isAncestorOf(stage.window.focusWidget())
        assert stage.page.panel.geometry().right() <= stage.page.width()
        press(qtbot, stage.window, Key.Key_Escape)
        assert stage.board.isVisible() and stage.board.lanes[2].view.hasFocus()
    finally:
        theme.choose_base(13)


def test_an_empty_board_asks_one_question(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("outreach"))
    page = window.page
    assert isinstance(page, OutreachPage)
    assert page.empty.isVisible() and page.empty.button.hasFocus()
    qtbot.mouseClick(page.empty.button, LEFT)
    assert isinstance(window.overlay(), OutreachForm)


@pytest.mark.parametrize("size", [(1280, 800), (960, 640)])
def test_names_are_told_apart_at_every_size(qtbot: QtBot, stage: Stage, size: tuple[int, int]) -> None:
    stage.window.resize(*size)
    for key in ("board", "list", "learned"):
        stage.page.look_as(key)
        settle()
        assert nameless(stage.window) == [] and same_names(stage.window) == set()
    assert QApplication.activeWindow() is not None
