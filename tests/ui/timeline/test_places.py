"""The Timeline keeps one's place: a month and the way back from it, another room and back, pages that join."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from hallway.domain.interactions import NewInteraction, Participant
from hallway.ui.frame.places import Place
from hallway.ui.models.moments import PAGE
from hallway.ui.parts.log_panel import LogPanel
from hallway.ui.shell.window import Window
from hallway.ui.timeline.months import MONTH
from hallway.ui.timeline.page import TimelinePage
from hallway.usecases import interactions
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import add_event, add_moment, add_person, add_promise, days_ago
from tests.ui.house import CONTROL, open_window, press, settle

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    """A moment every two days for half a year."""
    ada = add_person(desk, "Ada Lovelace")
    for at in range(90):
        add_moment(desk, ada, on=days_ago(2 * at), summary=f"moment {at}")
    return open_window(qtbot, desk, tmp_path, Place("timeline"))


def timeline(window: Window) -> TimelinePage:
    page = window.page
    assert isinstance(page, TimelinePage)
    return page


def marked(page: TimelinePage) -> str:
    return str(page.months.currentIndex().data(MONTH))


def test_escape_comes_back_from_a_month(qtbot: QtBot, window: Window) -> None:
    page = timeline(window)
    qtbot.waitUntil(lambda: marked(page) == "2026-06")
    page.jump_to("2026-03")
    assert page.until.isVisible()
    assert page.until.text() == "Until March 2026"
    assert page.moments.model.moments()[0].on.month == 3
    press(qtbot, window, Key.Key_Escape)
    assert not page.until.isVisible()
    assert page.moments.model.moments()[0].summary == "moment 0"


def test_the_chip_of_a_month_is_taken_off_by_delete(qtbot: QtBot, window: Window) -> None:
    page = timeline(window)
    page.jump_to("2026-03")
    page.until.setFocus()
    press(qtbot, window, Key.Key_Delete)
    assert page.chosen == TimelineFilter()


def test_the_month_in_view_is_marked(qtbot: QtBot, window: Window) -> None:
    page = timeline(window)
    bar = page.moments.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: marked(page) < "2026-06")
    assert page.chosen.up_to is None


def test_coming_back_from_another_room_keeps_the_place(qtbot: QtBot, window: Window) -> None:
    page = timeline(window)
    for _ in range(20):
        press(qtbot, window, Key.Key_Down)
    moment, top = page.moments.current(), page.moments.view.verticalScrollBar().value()
    window.frame.navigator.go(Place("events"))
    window.frame.navigator.back()
    settle()
    assert page.moments.current() == moment
    assert page.moments.view.verticalScrollBar().value() == top > 0


def test_a_day_that_goes_on_in_the_next_page_stays_joined(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ada = add_person(desk)
    for at in range(PAGE + 5):
        add_moment(desk, ada, summary=str(at))
    model = timeline(open_window(qtbot, desk, tmp_path, Place("timeline"))).moments.model
    while model.canFetchMore(model.index(-1)):
        model.fetchMore(model.index(-1))
    joined = [model.entry(row).joined for row in range(1, model.rowCount())]
    assert joined == [True] * (PAGE + 4) + [False]


def test_a_long_sentence_wraps_and_nothing_of_it_is_cut(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    event = add_event(desk, "A conference with a title that takes more room than there is in a narrow window")
    people = [add_person(desk, f"Somebody with the long name {at}") for at in range(3)]
    add_moment(desk, *people, event_id=event)
    add_moment(desk, people[0], on=days_ago(1))
    page = timeline(open_window(qtbot, desk, tmp_path, Place("timeline")))
    long, short = (page.moments.view.visualRect(page.moments.model.index(row)).height() for row in (1, 3))
    assert long >= short + 20


def test_what_is_open_is_spoken(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ada = add_person(desk, "Ada Lovelace")
    moment = add_moment(desk, ada, summary="looms")
    desk.do(interactions.change, moment, NewInteraction(days_ago(0), (Participant(ada, note="likes tea"),)))
    add_promise(desk, ada, interaction_id=moment)
    model = timeline(open_window(qtbot, desk, tmp_path, Place("timeline"))).moments.model
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Ada Lovelace: likes tea." in spoken
    assert spoken.endswith("1 to follow up.")


def test_the_empty_timeline_offers_to_log(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("timeline"))
    empty = timeline(window).moments.empty
    assert (empty.title.text(), empty.button.text()) == ("Nothing written yet", "Log something")
    empty.button.click()
    assert isinstance(window.overlay(), LogPanel)


def test_a_search_without_a_hit_offers_everything(qtbot: QtBot, window: Window) -> None:
    page = timeline(window)
    press(qtbot, window, Key.Key_F, CONTROL)
    qtbot.keyClicks(page.search, "nowhere")
    assert page.moments.empty.button.text() == "Show everything"
    page.moments.empty.button.click()
    assert page.search.text() == ""
    assert len(page.moments.model.moments()) == PAGE


def test_enter_in_the_search_goes_to_what_was_found(qtbot: QtBot, window: Window) -> None:
    page = timeline(window)
    press(qtbot, window, Key.Key_F, CONTROL)
    qtbot.keyClicks(page.search, "moment 7")
    press(qtbot, window, Key.Key_Return)
    current = page.moments.current()
    assert current is not None
    assert current.summary == "moment 7"


def test_the_menu_key_offers_person_change_and_removal(qtbot: QtBot, window: Window) -> None:
    view = timeline(window).moments.view
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, QPoint(3, 3), view.mapToGlobal(QPoint(3, 3))))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Open Ada Lovelace", "Change…\tE", "Take away\tDelete"]
    menu.actions()[0].trigger()
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    here = window.frame.navigator.here
    assert here is not None
    assert here.room == "people"


def test_time_and_minutes_are_changed_in_the_panel(qtbot: QtBot, window: Window, desk: Desk) -> None:
    press(qtbot, window, Key.Key_E)
    panel = window.overlay()
    assert isinstance(panel, LogPanel)
    panel.times.clock.setText("quarter past")
    panel.times.minutes.setText("50")
    panel.log()
    assert panel.isVisible()
    assert "does not read as a time" in panel.message.accessibleName()
    panel.times.clock.setText("9.15")
    panel.log()
    changed = desk.ask(interactions.timeline, TimelineFilter())[0]
    assert (changed.summary, changed.at_time, changed.minutes) == ("moment 0", "09:15", 50)


@pytest.mark.parametrize("words", ["0", "-5", "1,5", "many", "1441", "٣"])
def test_minutes_that_are_none_are_refused(qtbot: QtBot, window: Window, desk: Desk, words: str) -> None:
    press(qtbot, window, Key.Key_E)
    panel = window.overlay()
    assert isinstance(panel, LogPanel)
    panel.times.minutes.setText(words)
    panel.log()
    assert panel.isVisible()
    assert desk.ask(interactions.timeline, TimelineFilter())[0].minutes is None
