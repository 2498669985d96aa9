"""The History room: every step, the way back to any of them and forward again, and what was let go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.ui.history import steps_model
from hallway.ui.history.page import HistoryPage
from hallway.ui.shell.window import Window
from hallway.usecases import events, people
from hallway.usecases.desk import Desk, Work
from tests.makers import add_event, add_person, everything, move_clock
from tests.ui.house import CONTROL, nameless, open_window, press, same_names, settle

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAMES = ("Ada", "Bo", "Cy", "Di")


@dataclass
class Stage:
    """The window and its History room."""

    window: Window
    page: HistoryPage

    @property
    def listed(self) -> list[str]:
        """What a screen reader says of every row, the beginning left out."""
        model = self.page.steps.model
        return [model.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount() - 1)]

    @property
    def chosen(self) -> str:
        return str(self.page.steps.list.currentIndex().data())

    @property
    def offer(self) -> tuple[str, str, bool]:
        """The words under the list, and the button."""
        steps = self.page.steps
        return steps.words.text(), steps.button.text(), steps.button.isEnabled()

    @property
    def said(self) -> str:
        toast = self.window.toasts.current()
        return toast.accessibleName() if toast else ""


def make_stage(qtbot: QtBot, desk: Desk, folder: Path, subject: str = "steps") -> Stage:
    window = open_window(qtbot, desk, folder, Place("settings"))
    window.frame.navigator.go(Place("history", subject))
    settle()
    page = window.page
    assert isinstance(page, HistoryPage)
    return Stage(window, page)


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    for name in NAMES:
        add_person(desk, name)
    return make_stage(qtbot, desk, tmp_path)


def imported(step: Work) -> None:
    step.label = "Imported people.vcf: 2 people added"
    step.execute("UPDATE person SET place = 'Lund'")


def wait(qtbot: QtBot, stage: Stage) -> None:
    qtbot.waitUntil(lambda: not stage.page.steps.is_going())
    settle()


def down(qtbot: QtBot, stage: Stage, times: int) -> None:
    for _ in range(times):
        press(qtbot, stage.window, Key.Key_Down)


def test_steps_stand_under_days_with_time_and_where_they_came_from(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.source = "command line"
    add_person(desk, "Ada")
    move_clock(desk, 1)
    desk.source = "window"
    desk.do(imported)
    add_person(desk, "Bo")
    stage = make_stage(qtbot, desk, tmp_path)
    assert stage.listed[:2] == ["Today", "Added Bo, Today 10:00, Window, you are here"]
    assert stage.listed[2] == "Imported people.vcf: 2 people added, Today 10:00, Import"
    assert stage.listed[-2:] == ["Yesterday", "Added Ada, Yesterday 10:00, Command line"]
    assert stage.chosen == "Added Bo"


def test_the_model_is_sound(stage: Stage) -> None:
    QAbstractItemModelTester(stage.page.steps.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(stage.page.let_go.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    stage.page.steps.model.refresh()
    stage.page.let_go.model.refresh()


def test_the_way_is_said_before_it_is_gone(qtbot: QtBot, stage: Stage) -> None:
    assert stage.offer == ("The record is as it was after this step", "Back to here", False)
    down(qtbot, stage, 3)
    assert stage.chosen == "Added Ada"
    assert stage.offer == ("Takes back 3 steps", "Back to here", True)


def test_back_and_forward_by_keys_alone(qtbot: QtBot, stage: Stage, desk: Desk) -> None:
    whole = everything(desk)
    down(qtbot, stage, 3)
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.page.steps.button.hasFocus()
    assert desk.ask(people.count) == 4  # nothing yet
    press(qtbot, stage.window, Key.Key_Space)
    wait(qtbot, stage)
    assert desk.ask(people.count) == 1
    assert stage.said == "Took back 3 steps"
    assert stage.chosen == "Added Ada" and stage.page.steps.list.hasFocus()
    assert stage.listed[1] == "Added Di, Today 10:00, taken back"
    press(qtbot, stage.window, Key.Key_Home)
    assert stage.offer == ("Does 3 steps again", "Forward to here", True)
    press(qtbot, stage.window, Key.Key_Return)
    press(qtbot, stage.window, Key.Key_Space)
    wait(qtbot, stage)
    assert everything(desk) == whole
    assert stage.said == "Did 3 steps again"


def test_back_to_the_very_beginning(qtbot: QtBot, stage: Stage, desk: Desk) -> None:
    press(qtbot, stage.window, Key.Key_End)
    assert stage.chosen == "Before the first of these steps"
    assert stage.offer[0] == "Takes back 4 steps"
    press(qtbot, stage.window, Key.Key_Return)
    press(qtbot, stage.window, Key.Key_Space)
    wait(qtbot, stage)
    assert desk.ask(people.count) == 0
    assert stage.chosen == "Before the first of these steps"


def test_undo_and_redo_keep_working_and_the_list_follows(qtbot: QtBot, stage: Stage, desk: Desk) -> None:
    press(qtbot, stage.window, Key.Key_Z, CONTROL)
    assert desk.ask(people.count) == 3
    assert stage.listed[1].endswith("taken back") and stage.listed[2].endswith("you are here")
    press(qtbot, stage.window, Key.Key_Z, CONTROL | SHIFT)
    assert desk.ask(people.count) == 4
    assert stage.listed[1].endswith("you are here")


def test_a_conflict_stops_with_what_was_reached_and_says_so(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ada = add_person(desk, "Ada")
    desk.do(people.change, ada, "place", "Lund")
    add_person(desk, "Bo")
    desk.database.connection.execute("UPDATE person SET place = 'Bergen' WHERE id = ?", (ada,))
    stage = make_stage(qtbot, desk, tmp_path)
    down(qtbot, stage, 2)
    assert stage.offer[0] == "Takes back 2 steps"
    press(qtbot, stage.window, Key.Key_Return)
    press(qtbot, stage.window, Key.Key_Space)
    wait(qtbot, stage)
    assert stage.said == "Took back 1 step. This step cannot be taken back: the record has changed since."
    assert stage.chosen == "Changed Ada: place"
    assert desk.ask(people.count) == 1


def test_escape_leads_from_the_button_to_the_list_and_back_to_the_room_before(qtbot: QtBot, stage: Stage) -> None:
    down(qtbot, stage, 2)
    press(qtbot, stage.window, Key.Key_Return)
    press(qtbot, stage.window, Key.Key_Escape)
    assert stage.page.steps.list.hasFocus()
    press(qtbot, stage.window, Key.Key_Escape)
    assert stage.window.page is stage.window.pages["settings"]


def test_more_steps_come_as_they_are_scrolled_to(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps_model, "PAGE", 40)
    for number in range(90):
        add_person(desk, f"Person {number}")
    stage = make_stage(qtbot, desk, tmp_path)
    assert stage.page.steps.model.rowCount() < 90
    for _ in range(4):
        press(qtbot, stage.window, Key.Key_End)
    assert stage.page.steps.model.rowCount() == 92
    assert stage.offer[0] == "Takes back 90 steps"


def test_nothing_done_yet_is_calm(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage = make_stage(qtbot, desk, tmp_path)
    assert stage.page.steps.empty.isVisible()
    assert stage.page.tabs.hasFocus()
    press(qtbot, stage.window, Key.Key_Right)
    assert stage.page.let_go.empty.isVisible()
    press(qtbot, stage.window, Key.Key_Escape)
    assert stage.window.page is stage.window.pages["settings"]


def test_what_was_let_go_comes_back_with_enter(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ada, looms = add_person(desk, "Ada"), add_event(desk, "Looms")
    desk.do(people.let_go, [ada])
    move_clock(desk, 29)
    desk.do(events.remove, looms)
    stage = make_stage(qtbot, desk, tmp_path, "let go")
    model = stage.page.let_go.model
    said = [model.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]
    assert said[0].startswith("Looms, Event. Let go on") and said[0].endswith("waits 30 more days")
    assert said[1].startswith("Ada, Person. Let go on") and said[1].endswith("waits 1 more day")
    press(qtbot, stage.window, Key.Key_Return)
    assert desk.ask(events.page_of, looms).let_go_on is None
    assert stage.said == "Brought back Looms"
    press(qtbot, stage.window, Key.Key_Return)
    assert desk.ask(people.count) == 1
    assert stage.page.let_go.empty.isVisible()


def test_the_room_opens_by_key_palette_and_from_settings(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("settings"))
    press(qtbot, window, Key.Key_H, CONTROL)
    assert isinstance(window.page, HistoryPage)
    press(qtbot, window, Key.Key_Escape)
    window.frame.catalogue.run("history.let_go")
    assert isinstance(window.page, HistoryPage)
    assert window.page.tabs.current() == "let go"


def test_every_control_has_a_name_of_its_own(stage: Stage) -> None:
    assert nameless(stage.window) == []
    assert same_names(stage.window) == set()
