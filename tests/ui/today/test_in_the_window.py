"""Today in the whole window: toasts with Undo, the keyboard going on to the next thing, and words that never press."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from hallway.domain.interactions import Kind
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.ui.today.page import TodayPage
from hallway.usecases import interactions, settings
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import add_moment, add_person, add_promise, days_ago
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle, undo, words_on

Key = Qt.Key
PRESSING = re.compile(r"\b(overdue|late since|too late|missed|behind|should have|lead|streak)\b|!", re.IGNORECASE)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    """Six promises that are due, made one to eleven weeks ago."""
    for at, name in enumerate(("Ada One", "Bo Two", "Chen Three", "Dora Four", "Eve Five", "Fay Six")):
        add_promise(desk, add_person(desk, name), f"send page {at + 1}", due_on=days_ago(80 - 14 * at))
    return open_window(qtbot, desk, tmp_path, Place("today"))


def page(window: Window) -> TodayPage:
    assert isinstance(window.page, TodayPage)
    return window.page


def people(window: Window) -> list[str]:
    return [row.item.person for row in page(window).items.rows]


def holder(window: Window) -> str:
    """Whose row has the keyboard itself."""
    return next((row.item.person for row in page(window).items.rows if row.hasFocus()), "")


def logged(desk: Desk) -> list[tuple[Kind, str]]:
    return [(one.kind, one.summary) for one in desk.ask(interactions.timeline, TimelineFilter())]


def test_no_more_than_four_and_the_rest_is_folded_away(window: Window) -> None:
    assert people(window) == ["Ada One", "Bo Two", "Chen Three", "Dora Four"]
    assert not page(window).more.isVisible()
    assert page(window).more_fold.isVisible()


def test_enter_and_a_click_open_and_shut(qtbot: QtBot, window: Window) -> None:
    first, second = page(window).items.rows[:2]
    assert (first.is_open, second.is_open) == (True, False)
    press(qtbot, window, Key.Key_Return)
    assert not first.is_open
    press(qtbot, window, Key.Key_Down)
    press(qtbot, window, Key.Key_Return)
    assert (first.is_open, second.is_open) == (False, True)
    qtbot.mouseClick(first, LEFT, pos=first.rect().center())
    assert (first.is_open, second.is_open) == (True, False)


def test_arrows_move_and_stop_at_both_ends(qtbot: QtBot, window: Window) -> None:
    seen = [holder(window)]
    for key in (Key.Key_Up, *[Key.Key_Down] * 4, Key.Key_Up):
        press(qtbot, window, key)
        seen.append(holder(window))
    assert seen == ["Ada One", "Ada One", "Bo Two", "Chen Three", "Dora Four", "Dora Four", "Chen Three"]


def test_after_d_the_keyboard_is_on_the_next_row(qtbot: QtBot, window: Window, desk: Desk) -> None:
    press(qtbot, window, Key.Key_Down)
    press(qtbot, window, Key.Key_D)
    assert people(window) == ["Ada One", "Chen Three", "Dora Four", "Eve Five"]
    assert holder(window) == "Chen Three"
    press(qtbot, window, Key.Key_D)
    press(qtbot, window, Key.Key_D)
    assert people(window) == ["Ada One", "Eve Five", "Fay Six"]
    assert len(logged(desk)) == 3
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert "Dora Four" in people(window)
    assert len(logged(desk)) == 2


def test_all_of_it_can_be_done_with_one_key(qtbot: QtBot, window: Window, desk: Desk) -> None:
    for _ in range(6):
        press(qtbot, window, Key.Key_D)
    assert people(window) == []
    assert page(window).calm.isVisible()
    assert len(logged(desk)) == 6


def test_an_own_draft_is_logged_and_a_given_one_is_not(qtbot: QtBot, window: Window, desk: Desk) -> None:
    draft = page(window).items.rows[0].draft
    assert draft is not None
    draft.note.setFocus()
    press(qtbot, window, Key.Key_A, CONTROL)
    qtbot.keyClicks(draft.note, "Dear Ada, here it is.")
    press(qtbot, window, Key.Key_Escape)
    press(qtbot, window, Key.Key_D)
    press(qtbot, window, Key.Key_D)
    assert [words for _, words in logged(desk)] == ["send page 2", "Dear Ada, here it is."]


def test_z_puts_off_and_undo_brings_back(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Key.Key_Z)
    menu = next(one for one in page(window).findChildren(QMenu) if one.isVisible())
    assert menu.actions()[0].text().startswith("Tomorrow")
    qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyPress(menu, Key.Key_Return)
    settle()
    assert "Ada One" not in people(window)
    assert holder(window) == "Bo Two"
    undo(qtbot, window)
    assert people(window)[0] == "Ada One"


def test_n_lets_go_and_undo_brings_back(qtbot: QtBot, window: Window, desk: Desk) -> None:
    press(qtbot, window, Key.Key_N)
    assert "Ada One" not in people(window)
    assert logged(desk) == []
    undo(qtbot, window)
    assert people(window)[0] == "Ada One"


def test_the_week_is_no_more_than_a_wish(qtbot: QtBot, window: Window, desk: Desk) -> None:
    add_moment(desk, 1)
    window.frame.navigator.go(Place("today"))
    qtbot.mouseClick(page(window).week._change, LEFT)
    goal = page(window).week._field
    qtbot.keyClicks(goal, "5")
    qtbot.keyClick(goal, Key.Key_Return)
    assert desk.ask(settings.setting, "week.goal") == 5
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert desk.ask(settings.setting, "week.goal") == 3


def test_nothing_presses_and_nothing_is_red(qtbot: QtBot, window: Window) -> None:
    page(window).more_fold.set_open(True)
    settle()
    said = [*words_on(window), *(row.accessibleName() for row in page(window).items.rows)]
    assert [words for words in said if PRESSING.search(words)] == []
    colours = {row.palette().windowText().color().name() for row in page(window).items.rows}
    assert len(colours) == 1


def test_everything_has_a_name_of_its_own(window: Window) -> None:
    assert nameless(window) == []
    assert same_names(window) == set()
