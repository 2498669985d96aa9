"""The Timeline room: days, kinds, words, months, and what the keyboard does with an entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from hallway.domain.interactions import Interaction, Kind, NewInteraction, Participant
from hallway.ui.frame.places import Place
from hallway.ui.models.moments import PAGE
from hallway.ui.parts.log_panel import LogPanel
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.ui.timeline.months import MONTH
from hallway.ui.timeline.page import TimelinePage
from hallway.usecases import interactions
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import add_event, add_moment, add_person, add_promise, days_ago
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle, undo

Key = Qt.Key
MANY = 150


@dataclass
class Stage:
    """The window and its Timeline."""

    window: Window
    page: TimelinePage
    ids: dict[str, int]

    @property
    def rows(self) -> list[str]:
        """Headings as "# Today Wednesday 17 June", moments as their sentence."""
        model = self.page.moments.model
        entries = [model.entry(row) for row in range(model.rowCount())]
        return [
            f"# {one.heading} {one.detail}".rstrip() if one.moment is None else str(model.index(at).data())
            for at, one in enumerate(entries)
        ]

    @property
    def summaries(self) -> list[str]:
        """The words of every moment shown, in order."""
        return [moment.summary for moment in self.page.moments.model.moments()]

    @property
    def current(self) -> str:
        """The words of the chosen moment."""
        moment = self.page.moments.current()
        return moment.summary if moment else ""


@pytest.fixture
def ids(desk: Desk) -> dict[str, int]:
    """Two people and five moments over two months, the last two days ago at an event of three days."""
    ada, bo = add_person(desk, "Ada Lovelace"), add_person(desk, "Bo Ek")
    event = add_event(desk, "CityClim 2026", start_on=days_ago(3), end_on=days_ago(1))
    add_moment(desk, ada, summary="looms", at_time="09:30")
    add_moment(desk, ada, bo, on=days_ago(1), summary="the plan for a station", kind=Kind.CALL, minutes=50)
    add_moment(desk, bo, on=days_ago(2), summary="posters", kind=Kind.MET, event_id=event)
    add_moment(desk, bo, on=days_ago(9), summary="thanked for the maps", kind=Kind.THANK_YOU)
    add_moment(desk, ada, on=date(2026, 4, 3), summary="a letter in spring", kind=Kind.MESSAGE)
    return {"ada": ada, "bo": bo, "event": event}


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, ids: dict[str, int], tmp_path: Path) -> Stage:
    return make_stage(qtbot, desk, ids, tmp_path)


def make_stage(qtbot: QtBot, desk: Desk, ids: dict[str, int], folder: Path) -> Stage:
    window = open_window(qtbot, desk, folder, Place("timeline"))
    page = window.page
    assert isinstance(page, TimelinePage)
    qtbot.waitUntil(lambda: page.months.model().rowCount() > 0)  # the months come after the moments
    return Stage(window, page, ids)


def chip(stage: Stage, words: str) -> None:
    found = next(one for one in stage.page.kinds.values() if one.text() == words)
    found.click()
    settle()


def logged(desk: Desk) -> list[str]:
    return [one.summary for one in desk.ask(interactions.timeline, TimelineFilter(), 500)]


def test_days_stand_over_what_happened(stage: Stage) -> None:
    assert stage.rows == [
        "# Today Wednesday 17 June",
        "Conversation with Ada Lovelace",
        "# Yesterday Tuesday 16 June, CityClim 2026, day 3",
        "Call with Ada Lovelace and Bo Ek, 50 minutes",
        "# Monday 15 June, CityClim 2026, day 2",
        "Met Bo Ek at CityClim 2026",
        "# Monday 8 June",
        "Thanked Bo Ek",
        "# Friday 3 April",
        "Wrote to Ada Lovelace",
    ]


def test_an_event_of_one_day_is_named_without_a_number(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    add_event(desk, "Dinner")
    add_moment(desk, add_person(desk), summary="soup")
    assert make_stage(qtbot, desk, {}, tmp_path).rows[0] == "# Today Wednesday 17 June, Dinner"


def test_kinds_combine_and_everything_clears_them(stage: Stage) -> None:
    chip(stage, "Messages")
    assert stage.summaries == ["a letter in spring"]
    assert not stage.page.everything.isChecked()
    chip(stage, "Thanks")
    assert stage.summaries == ["thanked for the maps", "a letter in spring"]
    stage.page.search.setText("maps")
    assert stage.summaries == ["thanked for the maps"]
    stage.page.search.clear()
    stage.page.everything.click()
    assert len(stage.summaries) == 5
    assert not any(one.isChecked() for one in stage.page.kinds.values())
    stage.page.everything.click()
    assert stage.page.everything.isChecked()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lovel", ["looms", "the plan for a station", "a letter in spring"]),
        ("cityclim", ["posters"]),
        ("stat", ["the plan for a station"]),
        ("bo stat", ["the plan for a station"]),
        ("nowhere", []),
    ],
)
def test_the_search_finds_people_events_and_words(qtbot: QtBot, stage: Stage, words: str, found: list[str]) -> None:
    press(qtbot, stage.window, Key.Key_F, CONTROL)
    assert stage.page.search.hasFocus()
    qtbot.keyClicks(stage.page.search, words)
    assert stage.summaries == found
    assert stage.page.moments.empty.isVisible() is not bool(found)


def test_an_empty_search_does_not_say_that_nothing_was_ever_written(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClicks(stage.page.search, "nowhere")
    assert stage.page.moments.empty.title.text() == "Nothing like that here"
    press(qtbot, stage.window, Key.Key_Escape)
    stage.page.search.clear()
    for moment in stage.page.moments.model.moments():
        stage.window.frame.bridge.do(interactions.remove, moment.id)
    assert stage.page.moments.empty.title.text() == "Nothing written yet"


def test_a_month_is_jumped_to_by_the_keyboard(qtbot: QtBot, stage: Stage) -> None:
    months = stage.page.months
    months.setFocus()
    press(qtbot, stage.window, Key.Key_End)
    assert months.currentIndex().data(MONTH) == "2026-04"
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.summaries == ["a letter in spring"]
    assert months.model().rowCount() == 3
    press(qtbot, stage.window, Key.Key_Up)
    press(qtbot, stage.window, Key.Key_Return)
    assert len(stage.summaries) == 5


def test_a_month_is_spoken_with_its_number(stage: Stage) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert stage.page.months.model().index(1, 0).data(role) == "4 moments in June 2026"


@pytest.fixture
def long_stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    """A timeline of 150 moments, two a day."""
    who = add_person(desk)
    for at in range(MANY):
        add_moment(desk, who, on=days_ago(at // 2), summary=f"moment {at}")
    return make_stage(qtbot, desk, {"ada": who}, tmp_path)


def test_scrolling_brings_the_pages_one_after_another(qtbot: QtBot, long_stage: Stage) -> None:
    model, bar = long_stage.page.moments.model, long_stage.page.moments.view.verticalScrollBar()
    counts = [len(model.moments())]
    for _ in range(8):
        bar.setValue(bar.maximum())
        qtbot.wait(1)
        settle()
        counts.append(len(model.moments()))
    assert counts[0] == PAGE
    assert counts[-1] == MANY
    assert 2 * PAGE in counts
    ids = [moment.id for moment in model.moments()]
    assert len(set(ids)) == MANY
    headings = [row for row in long_stage.rows if row.startswith("#")]
    assert len(headings) == len(set(headings)) == MANY // 2


def test_another_filter_begins_at_the_top(qtbot: QtBot, long_stage: Stage) -> None:
    bar = long_stage.page.moments.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()
    long_stage.page.jump_to("2026-05")
    settle()
    assert bar.value() == 0
    assert long_stage.rows[0].startswith("# Sunday 31 May")


def test_a_change_keeps_the_place(qtbot: QtBot, long_stage: Stage) -> None:
    view = long_stage.page.moments.view
    bar = view.verticalScrollBar()
    for _ in range(30):
        press(qtbot, long_stage.window, Key.Key_Down)
    before, top = long_stage.current, bar.value()
    assert top > 0
    add_by_bridge = long_stage.window.frame.bridge.do_quietly
    add_by_bridge(interactions.remove, long_stage.page.moments.model.moments()[-1].id)
    settle()
    assert (long_stage.current, bar.value()) == (before, top)


def test_arrows_step_over_headings(qtbot: QtBot, stage: Stage) -> None:
    assert stage.current == "looms"
    seen = []
    for _ in range(5):
        press(qtbot, stage.window, Key.Key_Down)
        seen.append(stage.current)
    assert seen == ["the plan for a station", "posters", "thanked for the maps", *["a letter in spring"] * 2]
    press(qtbot, stage.window, Key.Key_Home)
    assert stage.current == "looms"
    press(qtbot, stage.window, Key.Key_Up)
    assert stage.current == "looms"
    press(qtbot, stage.window, Key.Key_End)
    press(qtbot, stage.window, Key.Key_Up)
    assert stage.current == "thanked for the maps"


def test_enter_opens_the_person(qtbot: QtBot, stage: Stage) -> None:
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.window.frame.navigator.here == Place("people", "person", stage.ids["ada"])
    press(qtbot, stage.window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert stage.window.page is stage.page


def test_e_changes_an_entry_in_the_panel(qtbot: QtBot, stage: Stage, desk: Desk) -> None:
    press(qtbot, stage.window, Key.Key_Down)
    press(qtbot, stage.window, Key.Key_E)
    panel = stage.window.overlay()
    assert isinstance(panel, LogPanel)
    assert panel.words.text() == "the plan for a station"
    press(qtbot, stage.window, Key.Key_A, CONTROL)
    qtbot.keyClicks(panel.words, "two stations")
    press(qtbot, stage.window, Key.Key_Return, CONTROL)
    assert stage.window.overlay() is None
    assert stage.current == "two stations"
    changed = desk.ask(interactions.timeline, TimelineFilter(words="two"))[0]
    assert (changed.kind, changed.minutes, len(changed.people)) == (Kind.CALL, 50, 2)
    undo(qtbot, stage.window)
    assert "the plan for a station" in logged(desk)


def test_delete_takes_away_and_undo_brings_back(qtbot: QtBot, stage: Stage, desk: Desk) -> None:
    press(qtbot, stage.window, Key.Key_Down)
    press(qtbot, stage.window, Key.Key_Delete)
    assert "the plan for a station" not in logged(desk)
    assert stage.current == "posters"
    assert stage.page.moments.view.hasFocus()
    undo(qtbot, stage.window)
    assert stage.summaries[1] == "the plan for a station"


def test_the_last_entry_can_go(qtbot: QtBot, stage: Stage, desk: Desk) -> None:
    press(qtbot, stage.window, Key.Key_End)
    for _ in range(5):
        press(qtbot, stage.window, Key.Key_Delete)
    assert logged(desk) == []
    assert stage.page.moments.empty.isVisible()


def test_every_row_is_a_sentence_to_a_screen_reader(stage: Stage) -> None:
    model = stage.page.moments.model
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.index(row).data(role) for row in (0, 1, 3)] == [
        "Today Wednesday 17 June",
        "Wednesday 17 June, 09:30. Conversation with Ada Lovelace. looms",
        "Tuesday 16 June. Call with Ada Lovelace and Bo Ek, 50 minutes. the plan for a station",
    ]


def test_the_model_keeps_qts_rules(qtbot: QtBot, long_stage: Stage) -> None:
    model = long_stage.page.moments.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setUseFetchMore(False)  # else it fetches before it has noted that a reset is over
    while model.canFetchMore(model.index(-1)):
        model.fetchMore(model.index(-1))
    model.show_filter(TimelineFilter(words="nowhere"))
    model.show_filter(TimelineFilter())
    assert model.rowCount() == PAGE + PAGE // 2
    tester.deleteLater()


def test_a_long_text_is_wrapped_in_full(qtbot: QtBot, stage: Stage, desk: Desk) -> None:
    view, model = stage.page.moments.view, stage.page.moments.model

    def height() -> int:
        return view.visualRect(model.index(1)).height()

    short = height()
    change_words(stage, model.moments()[0], "word " * 200)
    assert height() > 4 * short
    wide = height()
    stage.window.resize(960, 640)
    settle()
    assert height() > wide
    change_words(stage, model.moments()[0], "<b>x</b>\nsecond\nthird")
    stage.window.resize(1280, 800)
    settle()
    assert height() > short + 20


def change_words(stage: Stage, moment: Interaction, words: str) -> None:
    people = tuple(Participant(one.person_id) for one in moment.people)
    stage.window.frame.bridge.do_quietly(
        interactions.change, moment.id, NewInteraction(moment.on, people, summary=words)
    )
    settle()


def test_the_notes_on_each_person_are_shown(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ada = add_person(desk)
    plain = NewInteraction(days_ago(1), (Participant(ada),), summary="tea")
    noted = NewInteraction(days_ago(0), (Participant(ada, note="likes looms"),), summary="tea")
    for new in (plain, noted):
        desk.do(interactions.log, new)
    stage = make_stage(qtbot, desk, {}, tmp_path)
    heights = [stage.page.moments.view.visualRect(stage.page.moments.model.index(row)).height() for row in (1, 3)]
    assert heights[0] > heights[1]


def test_large_letters_in_both_themes_are_painted(
    qtbot: QtBot, theme_choice: str, ids: dict[str, int], desk: Desk, tmp_path: Path
) -> None:
    add_promise(desk, ids["ada"], interaction_id=desk.ask(interactions.timeline, TimelineFilter())[0].id)
    stage = make_stage(qtbot, desk, ids, tmp_path)
    before = stage.page.moments.view.visualRect(stage.page.moments.model.index(1)).height()
    try:
        theme.choose_base(18)
        settle()
        assert not stage.window.grab().isNull()
        assert stage.page.moments.view.visualRect(stage.page.moments.model.index(1)).height() > before
    finally:
        theme.choose_base(13)


def test_logging_something_appears_at_the_top(qtbot: QtBot, stage: Stage, desk: Desk) -> None:
    buttons = stage.page.findChildren(QAbstractButton)
    qtbot.mouseClick(next(one for one in buttons if one.text() == "Log something" and one.isVisible()), LEFT)
    panel = stage.window.overlay()
    assert isinstance(panel, LogPanel)
    panel.people.set_people([stage.ids["bo"]])
    panel.words.setFocus()
    qtbot.keyClicks(panel.words, "just now")
    press(qtbot, stage.window, Key.Key_Return, CONTROL)
    assert "just now" in stage.summaries[:2]


def test_everything_has_a_name_of_its_own(stage: Stage) -> None:
    assert nameless(stage.page) == []
    assert same_names(stage.window) == set()
