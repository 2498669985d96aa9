"""What somebody reached: noted, put right, taken away and congratulated on, all by keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.domain.achievements import Achievement, State, state_of
from hallway.domain.interactions import Kind
from hallway.ui.frame.places import Place
from hallway.ui.parts.message_panel import MessagePanel
from hallway.ui.people.their_news import TheirNews
from hallway.ui.shell.window import Window
from hallway.usecases import achievements, interactions, settings
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_person
from tests.ui.house import CONTROL, nameless, open_window, press, same_names, settle

Key = Qt.Key


def section(window: Window) -> TheirNews:
    found = window.page.findChild(TheirNews)
    assert found is not None
    return found


def news_of(desk: Desk, person_id: int) -> list[tuple[str, str, str]]:
    return [(one.kind, one.title, one.on_day) for one in desk.ask(achievements.of_person, person_id)]


def test_news_is_noted_changed_and_taken_away_by_keys(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ada = add_person(desk)
    window = open_window(qtbot, desk, tmp_path, Place("people", "person", ada))
    news = section(window).news
    section(window).action.setFocus()
    press(qtbot, window, Key.Key_Space)
    assert news.form is not None and nameless(section(window)) == []
    qtbot.keyClicks(news.form.title, "A prize")
    press(qtbot, window, Key.Key_Return)
    assert news_of(desk, ada) == [("award", "A prize", "")] and section(window).action.hasFocus()
    news.rows[0].setFocus()
    press(qtbot, window, Key.Key_F2)
    news.form.title.clear()
    press(qtbot, window, Key.Key_Return)
    assert news.form.isVisible(), "what was refused stays to be put right"
    qtbot.keyClicks(news.form.title, "The loom prize")
    news.form.on_day.set_value("2026-05")
    press(qtbot, window, Key.Key_Return)
    assert news_of(desk, ada) == [("award", "The loom prize", "2026-05")]
    assert news.rows[0].line.text() == "Award, May 2026"
    news.rows[0].setFocus()
    press(qtbot, window, Key.Key_Delete)
    assert news_of(desk, ada) == [] and not news.rows[0].isVisible()
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert news.rows[0].isVisible()


def test_congratulating_is_one_step_with_words_to_start_from(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    ada = add_person(desk)
    for number, kind in enumerate(("award", "grant", "talk", "other")):
        desk.do(achievements.add, Achievement(f"News {number}.", kind, ada, "2026"))
    window = open_window(qtbot, desk, tmp_path, Place("people", "person", ada))
    news = section(window).news
    assert [row.isVisible() for row in news.rows] == [True] * 3 and news.more.isVisible()
    assert same_names(section(window)) == set()
    steps = len(desk.history())
    news.rows[1].say.setFocus()
    press(qtbot, window, Key.Key_Space)
    panel = window.overlay()
    assert isinstance(panel, MessagePanel) and "News 2" in panel.note.text()
    press(qtbot, window, Key.Key_Return, CONTROL)
    settle()
    (logged,) = desk.ask(interactions.timeline, TimelineFilter(person_id=ada))
    assert logged.kind is Kind.CONGRATULATION and len(desk.history()) == steps + 1
    states = {one.title: state_of(one, TODAY) for one in desk.ask(achievements.of_person, ada)}
    assert [title for title, state in states.items() if state is State.CONGRATULATED] == ["News 2."]
    assert not news.rows[1].say.isVisible() and "you congratulated on Wednesday 17 June" in news.rows[1].line.text()
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert news.rows[1].say.isVisible()


def test_somebody_else_has_their_own_news_and_long_ago_asks_for_nothing(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    ada, bo = add_person(desk), add_person(desk, "Bo Lindqvist")
    desk.do(achievements.add, Achievement("Old news", "award", ada, seen_on="2026-01-01"))
    window = open_window(qtbot, desk, tmp_path, Place("people", "person", ada))
    news = section(window).news
    assert news.rows[0].isVisible() and not news.rows[0].say.isVisible()
    news.rows[0].setFocus()
    press(qtbot, window, Key.Key_Return)
    window.frame.navigator.go(Place("people", "person", bo))
    settle()
    assert not news.rows[0].isVisible() and news.form is not None and not news.form.isVisible()
