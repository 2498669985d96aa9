"""Whole wishes in the palette: spelled out before Enter, done with it, taken back with Undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.domain.interactions import Kind
from hallway.domain.people import Standing
from hallway.ui.frame.places import Place
from hallway.ui.parts.log_panel import LogPanel
from hallway.ui.shell.palette import Palette
from hallway.ui.shell.window import Window
from hallway.usecases import interactions, people, planning, promises
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_person, everything
from tests.ui.house import CONTROL, open_window, press, settle, undo


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[Window]:
    yield open_window(qtbot, desk, tmp_path, Place("timeline"))


def wish(qtbot: QtBot, window: Window, text: str) -> Palette:
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    palette = window.overlay()
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, text)
    return palette


def wished(palette: Palette) -> list[str]:
    """The rows under the first heading, when that is "Do it"."""
    rows = palette.model.rows
    if not rows or rows[0].title != "Do it":
        return []
    end = next((at for at, row in enumerate(rows) if at and row.is_heading), len(rows))
    return [row.title for row in rows[1:end]]


def enter(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle()


WISHES = {
    "follow up samir fri": "Follow up with Samir El-Amrani on Friday 19 June",
    "check in samir tomorrow": "Check in with Samir El-Amrani on Thursday 18 June",
    "met Ana Ruiz @CERN": "Add Ana Ruiz, CERN",
    "pause 3 weeks": "Pause all check-ins up to Tuesday 7 July",
    "pause samir 3 weeks": "Pause Samir El-Amrani up to Tuesday 7 July",
    "every season samir": "Be in touch with Samir El-Amrani each season",
    "samir every two months": "Be in touch with Samir El-Amrani every two months",
    "log samir coffee yesterday": "Log a conversation with Samir El-Amrani on Tuesday 16 June",
    "called samri": "Log a call with Samir El-Amrani on Wednesday 17 June",
    "archive samir": "Archive Samir El-Amrani",
}


@pytest.mark.parametrize("text", WISHES)
def test_a_wish_is_spelled_out_done_and_taken_back(qtbot: QtBot, window: Window, desk: Desk, text: str) -> None:
    add_person(desk, "Samir El-Amrani")
    before = everything(desk)
    palette = wish(qtbot, window, text)
    assert wished(palette)[0] == WISHES[text]
    assert palette.model.rows[1].keys == "Enter"
    assert everything(desk) == before
    enter(qtbot, palette)
    assert everything(desk) != before
    undo(qtbot, window)
    assert everything(desk) == before


def test_a_follow_up_is_a_promise_of_mine(qtbot: QtBot, window: Window, desk: Desk) -> None:
    samir = add_person(desk, "Samir El-Amrani")
    palette = wish(qtbot, window, "follow up samir fri about the station data")
    assert palette.note.text() == "Friday is 19 June"
    enter(qtbot, palette)
    (made,) = desk.ask(promises.of_person, samir)
    assert (made.text, made.by_me, made.due_on) == ("Follow up on the station data", True, date(2026, 6, 19))


def test_a_pause_begins_today(qtbot: QtBot, window: Window, desk: Desk) -> None:
    amina = add_person(desk, "Amina Diallo")
    enter(qtbot, wish(qtbot, window, "pause amina 3 weeks"))
    ((_, whose, pause),) = desk.ask(planning.pauses)
    assert (whose, pause.start, pause.end) == (amina, TODAY, date(2026, 7, 7))


def test_a_log_keeps_kind_day_and_words(qtbot: QtBot, window: Window, desk: Desk) -> None:
    samir = add_person(desk, "Samir El-Amrani")
    enter(qtbot, wish(qtbot, window, "called samir about the grant yesterday"))
    (made,) = desk.ask(interactions.timeline, TimelineFilter(person_id=samir))
    assert (made.kind, made.on, made.summary) == (Kind.CALL, date(2026, 6, 16), "the grant")


def test_words_after_a_name_tell_what_happened(qtbot: QtBot, window: Window, desk: Desk) -> None:
    samir = add_person(desk, "Samir El-Amrani")
    enter(qtbot, wish(qtbot, window, "log samir shared his drawings yesterday"))
    (made,) = desk.ask(interactions.timeline, TimelineFilter(person_id=samir))
    assert made.summary == "Shared his drawings"


def test_a_short_word_is_no_name_when_others_follow(qtbot: QtBot, window: Window, desk: Desk) -> None:
    add_person(desk, "Ada Lovelace")
    assert wished(wish(qtbot, window, "log a long story")) == []


def test_a_rhythm_is_set(qtbot: QtBot, window: Window, desk: Desk) -> None:
    amina = add_person(desk, "Amina Diallo")
    enter(qtbot, wish(qtbot, window, "amina every two months"))
    assert desk.ask(people.person, amina).rhythm_days == 60


def test_everybody_who_may_be_meant_is_offered(qtbot: QtBot, window: Window, desk: Desk) -> None:
    amina = [add_person(desk, name) for name in ("Amina Diallo", "Amina Zhou")]
    palette = wish(qtbot, window, "every season amina")
    assert set(wished(palette)) == {
        "Be in touch with Amina Diallo each season",
        "Be in touch with Amina Zhou each season",
    }
    second = wished(palette)[1]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return, CONTROL)
    settle()
    kept = {desk.ask(people.person, id_).name for id_ in amina if desk.ask(people.person, id_).rhythm_days == 90}
    assert kept == {second.removeprefix("Be in touch with ").removesuffix(" each season")}


def test_nobody_is_archived_while_two_may_be_meant_or_by_a_slip(qtbot: QtBot, window: Window, desk: Desk) -> None:
    ids = [add_person(desk, name) for name in ("Amina Diallo", "Amina Zhou")]
    palette = wish(qtbot, window, "archive amina")
    assert wished(palette) == []
    palette.field.setText("archive zohu")
    assert wished(palette) == []
    palette.field.setText("archive zhou")
    enter(qtbot, palette)
    assert [desk.ask(people.person, id_).standing for id_ in ids] == [Standing.ACTIVE, Standing.ARCHIVED]


def test_somebody_met_before_is_not_written_down_twice(qtbot: QtBot, window: Window, desk: Desk) -> None:
    ana = add_person(desk, "Ana Ruiz")
    palette = wish(qtbot, window, "met Ana Ruiz @CERN")
    assert wished(palette) == ["You met Ana Ruiz again", "Add Ana Ruiz, CERN"]
    enter(qtbot, palette)
    assert desk.ask(people.count) == 1
    assert desk.ask(people.person, ana).affiliations[0].organisation == "CERN"


def test_the_second_row_has_a_key_of_its_own(qtbot: QtBot, window: Window, desk: Desk) -> None:
    add_person(desk, "Samir El-Amrani")
    palette = wish(qtbot, window, "follow up samir fri")
    assert [row.keys for row in palette.model.rows[1:3]] == ["Enter", "Ctrl+Enter"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return, CONTROL)
    settle()
    assert isinstance(window.overlay(), LogPanel)


@pytest.mark.parametrize("text", ["follow up nobody fri", "pause", "every season", "log zzzz", "samir", "met @CERN"])
def test_what_is_no_wish_offers_none(qtbot: QtBot, window: Window, desk: Desk, text: str) -> None:
    add_person(desk, "Samir El-Amrani")
    assert wished(wish(qtbot, window, text)) == []
