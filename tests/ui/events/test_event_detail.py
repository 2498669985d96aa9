"""The Events room: the list with its keys, one event edited in place, and people met there."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from hallway.domain.events import KINDS, STATUSES, Event
from hallway.ui.events import facts
from hallway.ui.events.add_event import AddEvent
from hallway.ui.events.met_here import MOST, MetRow
from hallway.ui.events.page import EventsPage
from hallway.ui.events.words import day_of, days_of, kind_words, status_words
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases import events, people
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person, days_ago
from tests.ui.house import LEFT, nameless, open_window, press, same_names, settle, strip, undo

Key = Qt.Key


@pytest.fixture
def ids(desk: Desk) -> dict[str, int]:
    """One event that runs, one to come, one past, and one of the year before."""
    return {
        "now": add_event(desk, "CityClim", start_on=days_ago(1), end_on=days_ago(-2), venue="Trondheim"),
        "next": add_event(desk, "Seminar", start_on=days_ago(-9), end_on=days_ago(-9)),
        "past": add_event(desk, "Looms", start_on=days_ago(40), end_on=days_ago(39)),
        "old": add_event(desk, "Heat days", start_on=date(2024, 5, 2), end_on=date(2024, 5, 2)),
    }


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, ids: dict[str, int], tmp_path: Path) -> Window:
    return open_window(qtbot, desk, tmp_path, Place("events"))


def room(window: Window) -> EventsPage:
    page = window.page
    assert isinstance(page, EventsPage)
    return page


def event(desk: Desk, event_id: int) -> Event:
    return desk.ask(events.page_of, event_id).event


def titles(page: EventsPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def test_coming_comes_first_and_other_years_stand_apart(window: Window) -> None:
    assert titles(room(window)) == ["Coming", "CityClim", "Seminar", "Past", "Looms", "2024", "Heat days"]
    assert room(window).detail.title.text() == "CityClim"
    assert room(window).detail.running.text() == "Day 2 of 4"


def test_the_selection_follows_the_arrows_and_enter_and_escape_cross(qtbot: QtBot, window: Window) -> None:
    page = room(window)
    for _ in range(2):
        press(qtbot, window, Key.Key_Down)
    assert page.detail.title.text() == "Looms"
    press(qtbot, window, Key.Key_Return)
    assert page.detail.title.hasFocus()
    press(qtbot, window, Key.Key_Escape)
    assert page.list.hasFocus()


def test_a_place_opens_its_event(window: Window, ids: dict[str, int]) -> None:
    window.frame.navigator.go(Place("events", "event", ids["old"]))
    assert room(window).detail.title.text() == "Heat days"


def test_delete_chooses_the_neighbour_and_undo_brings_it_back(qtbot: QtBot, window: Window) -> None:
    page = room(window)
    press(qtbot, window, Key.Key_Down)
    press(qtbot, window, Key.Key_Delete)
    assert "Seminar" not in titles(page)
    assert page.detail.title.text() == "Looms"
    undo(qtbot, window)
    assert "Seminar" in titles(page)


def test_f2_renames_and_escape_restores(qtbot: QtBot, window: Window, desk: Desk, ids: dict[str, int]) -> None:
    press(qtbot, window, Key.Key_F2)
    qtbot.keyClicks(window.focusWidget(), "CityClim 2026")
    press(qtbot, window, Key.Key_Return)
    assert event(desk, ids["now"]).title == "CityClim 2026"
    press(qtbot, window, Key.Key_F2)
    qtbot.keyClicks(window.focusWidget(), "something else")
    press(qtbot, window, Key.Key_Escape)
    assert event(desk, ids["now"]).title == "CityClim 2026"


def test_every_fact_is_kept_at_once(window: Window, desk: Desk, ids: dict[str, int]) -> None:
    detail = room(window).detail
    texts = {"venue": "Ghent", "start_time": "9:30", "end_time": "17.00", "time_zone": "Europe/Oslo"}
    for key, words in texts.items():
        detail.facts.texts[key].kept.emit(words)
    detail.facts.kind.activated.emit(KINDS.index("workshop"))
    detail.facts.status.activated.emit(STATUSES.index("attended"))
    detail.facts.notes.kept.emit("<b>bring</b> posters")
    kept = event(desk, ids["now"])
    assert (kept.venue, kept.start_time, kept.end_time) == ("Ghent", "09:30", "17:00")
    assert (kept.kind, kept.status, kept.notes) == ("workshop", "attended", "<b>bring</b> posters")
    assert detail.days.text() == "16 to 19 June, Ghent"


def test_a_moved_first_day_takes_the_last_one_along(window: Window, desk: Desk, ids: dict[str, int]) -> None:
    room(window).detail.facts.start.kept.emit(TODAY)
    moved = event(desk, ids["now"])
    assert (moved.start_on, moved.end_on) == (TODAY, TODAY + timedelta(days=3))


def test_what_makes_no_sense_is_said_and_shown_as_it_was(window: Window, desk: Desk, ids: dict[str, int]) -> None:
    detail = room(window).detail
    detail.facts.end.kept.emit(days_ago(20))
    assert "end before it starts" in strip(window)
    detail.title.set_text("")
    detail.title.kept.emit("")
    assert detail.title.text() == "CityClim"
    assert event(desk, ids["now"]).end_on == days_ago(-2)


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://cityclim.example/programme", True), ("http://cityclim.example", True), ("file:///etc/passwd", False),
        ("javascript:alert(1)", False), ("cityclim.example", False), ("https://", False), ("smb://host/share", False),
        ("https://a b.example", False), ("", False),
    ],
)  # fmt: skip
def test_only_whole_web_addresses_are_opened(
    window: Window, monkeypatch: pytest.MonkeyPatch, address: str, safe: bool
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(facts.QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    detail = room(window).detail
    detail.facts.texts["link"].kept.emit(address)
    assert detail.facts.open_link.isVisible() is safe
    detail.facts.open_link.click()
    assert opened == ([address] if safe else [])


def test_somebody_met_gets_the_event_filled_in(qtbot: QtBot, window: Window, desk: Desk, ids: dict[str, int]) -> None:
    window.frame.navigator.go(Place("events", "event", ids["past"]))
    detail = room(window).detail
    detail.met.field.setFocus()
    detail.met.field.insert("Thảo Nguyễn, corridor widths")
    press(qtbot, window, Key.Key_Return)
    (met,) = desk.ask(events.page_of, ids["past"]).people
    person = desk.ask(people.page_of, met.person_id).person
    assert (person.name, person.met_event_id, person.met_on) == ("Thảo Nguyễn", ids["past"], days_ago(39).isoformat())
    assert detail.met.field.hasFocus()
    assert detail.met.field.text() == ""
    assert detail.moments.isVisible()


def test_an_event_to_come_takes_nobody_yet(qtbot: QtBot, window: Window, ids: dict[str, int]) -> None:
    window.frame.navigator.go(Place("events", "event", ids["next"]))
    assert not room(window).detail.met.field.isVisible()


def test_all_people_are_within_reach(qtbot: QtBot, window: Window, desk: Desk, ids: dict[str, int]) -> None:
    for at in range(MOST + 8):
        add_person(desk, f"Person {at:02}", met_event_id=ids["past"])
    window.frame.navigator.go(Place("events", "event", ids["past"]))
    met = room(window).detail.met
    settle()
    assert len([row for row in met.findChildren(MetRow) if row.isVisible()]) == MOST
    assert met.all.text() == f"All {MOST + 8} people"
    qtbot.mouseClick(met.all, LEFT)
    settle()
    rows = [row for row in met.findChildren(MetRow) if row.isVisible()]
    assert len(rows) == MOST + 8
    press(qtbot, window, Key.Key_Return)
    here = window.frame.navigator.here
    assert here is not None
    assert here == Place("people", "person", rows[MOST].person_id)


def test_what_happened_there_is_listed_in_full(qtbot: QtBot, window: Window, desk: Desk, ids: dict[str, int]) -> None:
    ada = add_person(desk, "Ada Lovelace")
    for at in range(12):
        add_moment(desk, ada, on=days_ago(39), summary=f"talk {at}", event_id=ids["past"])
    window.frame.navigator.go(Place("events", "event", ids["past"]))
    settle()
    view = room(window).detail.moments.view
    assert view.verticalScrollBar().maximum() == 0
    assert view.model().rowCount() == 13


def test_a_new_event_is_added_by_the_keyboard(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.frame.catalogue.run("events.add")
    panel = window.overlay()
    assert isinstance(panel, AddEvent)
    press(qtbot, window, Key.Key_Return)
    assert panel.message.isVisible()
    assert strip(window) == ""
    qtbot.keyClicks(panel.title_field, "Autumn conference")
    press(qtbot, window, Key.Key_Return)
    settle()
    assert room(window).detail.title.text() == "Autumn conference"
    assert event(desk, room(window).detail.event_id).kind == "conference"


def test_an_empty_room_offers_to_add(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("events"))
    assert room(window).empty.isVisible()
    room(window).empty.button.click()
    assert isinstance(window.overlay(), AddEvent)


def test_the_search_finds_title_place_and_notes(qtbot: QtBot, window: Window) -> None:
    page = room(window)
    window.frame.catalogue.run("window.find")
    qtbot.keyClicks(page.search, "trond")
    assert titles(page) == ["Coming", "CityClim"]


def test_taking_away_is_offered_in_this_room_only(window: Window, desk: Desk, ids: dict[str, int]) -> None:
    keys = {spec.key for spec in window.frame.catalogue.available()}
    assert "events.remove" in keys
    window.frame.navigator.go(Place("timeline"))
    assert "events.remove" not in {spec.key for spec in window.frame.catalogue.available()}


def test_the_facts_move_below_in_a_narrow_window(window: Window) -> None:
    detail = room(window).detail
    assert detail.facts.x() > detail.met.x()
    window.resize(960, 640)
    settle()
    assert detail.facts.x() == detail.met.x()
    assert detail.facts.y() > detail.met.y()


def test_the_model_keeps_qts_rules(qtbot: QtBot, window: Window) -> None:
    model = room(window).model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_events((), (), TODAY)
    room(window).search.setText("looms")
    room(window).search.clear()
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "CityClim, 16 June 2026, Trondheim"
    tester.deleteLater()


def test_everything_has_a_name_of_its_own(window: Window) -> None:
    assert nameless(room(window)) == []
    assert same_names(room(window)) == set()


def test_words_for_days_kinds_and_statuses() -> None:
    days = [
        (date(2026, 6, 15), date(2026, 6, 18), "15 to 18 June"),
        (date(2026, 6, 30), date(2026, 7, 2), "30 June to 2 July"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 December 2025 to 2 January 2026"),
        (date(2025, 6, 5), date(2025, 6, 5), "5 June 2025"),
    ]
    for start, end, words in days:
        assert days_of(Event("Looms", start, end), TODAY) == words
    assert day_of(Event("Looms", TODAY, TODAY), TODAY) == "Today"
    assert (len(kind_words()), len(status_words())) == (len(KINDS), len(STATUSES))
