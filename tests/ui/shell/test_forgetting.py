"""A while after the start, what was let go more than thirty days ago is forgotten, as a step one can take back."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from hallway.domain.changes import Changes
from hallway.ui.frame.bridge import Bridge
from hallway.ui.shell.settling import forget_old
from hallway.usecases import people, trash
from hallway.usecases.desk import Desk
from tests.makers import add_person, move_clock


def test_old_things_go_quietly_and_open_views_hear_of_it(qtbot: QtBot, desk: Desk) -> None:
    ada = add_person(desk, "Ada")
    desk.do(people.let_go, [ada])
    move_clock(desk, 31)
    bridge = Bridge(desk)
    heard: list[Changes] = []
    said: list[str] = []
    bridge.changed.connect(heard.append)
    bridge.said.connect(lambda words, undo: said.append(words))
    forget_old(bridge)
    assert [type(one) for one in heard] == [Changes] and said == []
    assert desk.history()[0].label == "Forgot what was let go 30 days ago"
    assert desk.ask(trash.count) == 0


def test_with_nothing_old_what_was_taken_back_can_still_be_done_again(qtbot: QtBot, desk: Desk) -> None:
    add_person(desk, "Ada")
    desk.undo()
    forget_old(Bridge(desk))
    desk.redo()
    assert desk.ask(people.count) == 1
