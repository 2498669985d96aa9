"""The palette over the whole window, driven by keys: finding, ranking, and what is said about each row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.ui.shell.palette import Palette
from hallway.ui.shell.palette_model import Row, Rows
from hallway.ui.shell.palette_rows import setting_names
from hallway.ui.shell.window import SMALLEST, Window
from hallway.usecases import people, searching, views
from hallway.usecases.desk import Desk
from tests.makers import add_event, add_moment, add_person, add_promise
from tests.ui.house import CONTROL, LEFT, open_window, press, same_names, settle


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[Window]:
    yield open_window(qtbot, desk, tmp_path, Place("timeline"))


def open_palette(qtbot: QtBot, window: Window) -> Palette:
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    palette = window.overlay()
    assert isinstance(palette, Palette)
    qtbot.waitUntil(lambda: not palette._reading.isActive())
    return palette


def ask_for(qtbot: QtBot, window: Window, text: str) -> Palette:
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.field, text)
    settle()
    return palette


def titles(palette: Palette) -> list[str]:
    return [row.title for row in palette.model.rows if not row.is_heading]


def row_of(palette: Palette, title: str) -> Row:
    return next(row for row in palette.model.rows if row.title == title and not row.is_heading)


def here(window: Window) -> Place | None:
    return window.frame.navigator.here


@pytest.mark.parametrize("typed", ["samir", "el-amrani samir", "se", "samri"])
def test_people_are_found_and_gone_to(qtbot: QtBot, window: Window, desk: Desk, typed: str) -> None:
    samir = add_person(desk, "Samir El-Amrani")
    add_person(desk, "Sam Hill")
    palette = ask_for(qtbot, window, typed)
    assert "Samir El-Amrani" in titles(palette)
    index = titles(palette).index("Samir El-Amrani")
    for _ in range(index):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert here(window) == Place("people", "person", samir)


def test_each_kind_of_thing_leads_to_its_place(qtbot: QtBot, window: Window, desk: Desk) -> None:
    ada = add_person(desk, "Ada Lovelace", organisation="Institute of Looms")
    desk.do(people.set_groups, ada, ["Loom friends"])
    organisation = desk.ask(lambda look: look.value("SELECT id FROM organisation"))
    group = desk.ask(lambda look: look.value('SELECT id FROM "group"'))
    event = add_event(desk, "Looms 2026")
    desk.do(people.set_topics, ada, ["Looms"])
    topic = desk.ask(lambda look: look.value("SELECT id FROM topic"))
    view = desk.do(views.save, "Loom people", people.PeopleFilter(words="loom")).value
    add_promise(desk, ada, "Send the loom")
    palette = ask_for(qtbot, window, "loom")
    expected = {
        "Ada Lovelace": Place("people", "person", ada), "Looms 2026": Place("events", "event", event),
        "Institute of Looms": Place("organisations", "organisation", organisation),
        "Loom friends": Place("people", "group", group), "Looms": Place("people", "topic", topic),
        "Loom people": Place("people", "view", view), "Send the loom": Place("people", "person", ada),
    }  # fmt: skip
    went: list[Place] = []
    window.frame.navigator.went.connect(went.append)
    for title, place in expected.items():
        run = row_of(palette, title).run
        assert run is not None
        run()
        assert went.pop() == place


def test_words_in_notes_are_shown_with_what_was_found_apart(qtbot: QtBot, window: Window, desk: Desk) -> None:
    samir = add_person(desk, "Samir El-Amrani")
    add_moment(desk, samir, summary="Coffee. Station data for <b>Valmora</b>")
    palette = ask_for(qtbot, window, "valm")
    found = [row for row in palette.model.rows if row.shown]
    assert [row.title for row in found] == ["Samir El-Amrani", "Samir El-Amrani"]
    assert {row.kind for row in found} == {"person", "moment"}
    expected = (("…Station data for <b>", False), ("Valmora", True), ("</b>", False))
    assert found[0].shown == expected
    window.grab()


def test_what_was_chosen_before_comes_first(qtbot: QtBot, window: Window, desk: Desk) -> None:
    first, second = add_person(desk, "Ada Byron"), add_person(desk, "Ada Lovelace")
    add_moment(desk, first)
    palette = ask_for(qtbot, window, "ada")
    assert titles(palette)[:2] == ["Ada Byron", "Ada Lovelace"]
    steps = desk.history()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert here(window) == Place("people", "person", second)
    assert desk.history() == steps
    settle()
    assert titles(ask_for(qtbot, window, "ad"))[:2] == ["Ada Lovelace", "Ada Byron"]


def test_typing_keeps_nothing(qtbot: QtBot, window: Window, desk: Desk) -> None:
    add_person(desk, "Ada Lovelace")
    palette = ask_for(qtbot, window, "ada")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not desk.ask(searching.chosen)


def test_an_action_chosen_before_comes_before_everything(qtbot: QtBot, window: Window, desk: Desk) -> None:
    add_person(desk, "Seth Undoson")
    palette = ask_for(qtbot, window, "settings")
    run_row(qtbot, palette, "Go to Settings")
    assert here(window) == Place("settings")
    settle()
    assert titles(ask_for(qtbot, window, "se"))[0] == "Go to Settings"


def run_row(qtbot: QtBot, palette: Palette, title: str) -> None:
    """Click on a row."""
    at = next(at for at, row in enumerate(palette.model.rows) if row.title == title and not row.is_heading)
    index = palette.model.index(at)
    palette.list.scrollTo(index)
    qtbot.mouseClick(palette.list.viewport(), LEFT, pos=palette.list.visualRect(index).center())


@pytest.mark.parametrize("typed", ["letter size", "font", "lettre"])
def test_settings_are_found_by_name_and_lead_there(qtbot: QtBot, window: Window, typed: str) -> None:
    palette = ask_for(qtbot, window, typed)
    run_row(qtbot, palette, "Letter size")
    assert here(window) == Place("settings", "letters")
    assert window.focusWidget().accessibleName() == "Letter size"


def test_every_setting_has_the_keyboard_when_it_was_asked_for(qtbot: QtBot, window: Window) -> None:
    seen = set()
    for key in setting_names():
        window.frame.navigator.go(Place("settings", key))
        settle()
        seen.add(window.focusWidget())
    assert len(seen) == len(setting_names())


def test_every_setting_is_called_as_in_its_room(qtbot: QtBot, window: Window) -> None:
    page = window.page_of("settings")
    parts = page.findChildren(QWidget)
    words = {getattr(part, "text", str)() for part in parts} | {part.accessibleName() for part in parts}
    named = {name for name, _ in setting_names().values()} - {"Your name and what you do"}
    assert named <= words


def test_actions_are_done_and_headings_stepped_over(qtbot: QtBot, window: Window) -> None:
    palette = ask_for(qtbot, window, "today")
    assert palette.model.rows[0].is_heading
    for _ in range(3):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        assert not palette.model.rows[palette.list.currentIndex().row()].is_heading
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert not palette.model.rows[palette.list.currentIndex().row()].is_heading


def test_an_action_is_found_with_a_slip(qtbot: QtBot, window: Window) -> None:
    assert "Export to a calendar" in titles(ask_for(qtbot, window, "calednar"))


def test_every_row_speaks_and_no_two_stops_share_a_name(qtbot: QtBot, window: Window, desk: Desk) -> None:
    samir = add_person(desk, "Samir El-Amrani", organisation="Uni Lund")
    add_moment(desk, samir, summary="Station data")
    palette = ask_for(qtbot, window, "samir")
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [palette.model.data(palette.model.index(at), role) for at in range(palette.model.rowCount())]
    assert all(spoken)
    assert "Samir El-Amrani, Uni Lund, today" in spoken
    assert not same_names(palette)


def test_the_rows_keep_the_rules_of_models() -> None:
    model = Rows()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show([Row("People"), Row("Ada Lovelace", run=lambda: None)])
    model.show([])
    assert tester.model() is model


@pytest.mark.parametrize("size", [SMALLEST, (1280, 800)])
def test_the_palette_stays_within_the_window(
    qtbot: QtBot, window: Window, desk: Desk, size: tuple[int, int], theme_choice: str
) -> None:
    for at in range(12):
        add_moment(desk, add_person(desk, f"Ada Lovelace {at}"), summary="ada")
    window.resize(*size)
    settle()
    palette = ask_for(qtbot, window, "a")
    window.grab()
    assert palette.card.geometry().bottom() <= window.height()
    for _ in range(len(titles(palette)) - 1):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    shown = palette.list.visualRect(palette.list.currentIndex())
    assert palette.list.viewport().rect().contains(shown)
