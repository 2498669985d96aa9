"""The Events room: the list, one event edited in place, whom one met there, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from hallway.domain.events import Event
from hallway.domain.interactions import Kind
from hallway.ui.events.add_event import AddEvent
from hallway.ui.events.met_here import MetRow
from hallway.ui.events.page import EventsPage
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.ui.widgets.date_field import DateField
from hallway.ui.widgets.editable_text import EditableText
from hallway.usecases import events, interactions, people
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_event, add_moment, add_person, days_ago
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle, strip, undo

Key = Qt.Key


@dataclass
class Stage:
    """The window and its Events room."""

    window: Window
    page: EventsPage
    ids: dict[str, int]

    @property
    def desk(self) -> Desk:
        """The record."""
        return self.window.frame.bridge.desk

    @property
    def listed(self) -> list[str]:
        """Headings with "# ", events by their title."""
        model = self.page.model
        rows = range(model.rowCount())
        return [str(model.index(row).data()) if model.event_at(row) else f"# {model.index(row).data()}" for row in rows]

    @property
    def shown(self) -> str:
        """The title at the right, empty when nothing is shown there."""
        return self.page.detail.title.text() if self.page.detail.isVisible() else ""

    def event(self, name: str) -> Event:
        """An event as the record has it."""
        return self.desk.ask(events.page_of, self.ids[name]).event

    def go(self, name: str) -> None:
        """Open an event as a link elsewhere does."""
        self.window.frame.navigator.go(Place("events", "event", self.ids[name]))
        settle()


@pytest.fixture
def ids(desk: Desk) -> dict[str, int]:
    """One event runs, two come, two are over."""
    return {
        "running": add_event(desk, "CityClim", start_on=days_ago(1), end_on=TODAY + timedelta(2), venue="Bergen"),
        "soon": add_event(
            desk, "Dinner", start_on=TODAY + timedelta(8), end_on=TODAY + timedelta(8), start_time="18:30"
        ),
        "far": add_event(desk, "Summer school", start_on=TODAY + timedelta(60), end_on=TODAY + timedelta(64)),
        "past": add_event(desk, "Looms", start_on=days_ago(40), end_on=days_ago(38)),
        "older": add_event(desk, "Old fair", start_on=days_ago(400), end_on=days_ago(400)),
    }


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, ids: dict[str, int], tmp_path: Path) -> Stage:
    return make_stage(qtbot, desk, ids, tmp_path)


def make_stage(qtbot: QtBot, desk: Desk, ids: dict[str, int], folder: Path) -> Stage:
    window = open_window(qtbot, desk, folder, Place("events"))
    page = window.page
    assert isinstance(page, EventsPage)
    return Stage(window, page, ids)


def field(stage: Stage, beginning: str) -> EditableText:
    """The value edited in place whose spoken name begins so."""
    found = stage.page.detail.findChildren(EditableText)
    return next(one for one in found if one.accessibleName().startswith(beginning))


def write(qtbot: QtBot, stage: Stage, beginning: str, words: str) -> None:
    """Change a value in place by the keyboard alone."""
    field(stage, beginning).setFocus()
    press(qtbot, stage.window, Key.Key_Return)
    press(qtbot, stage.window, Key.Key_A, CONTROL)
    line = stage.window.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, words) if words else qtbot.keyClick(line, Key.Key_Delete)
    press(qtbot, stage.window, Key.Key_Return)


def choose_day(qtbot: QtBot, stage: Stage, name: str, words: str) -> None:
    """Change a day in words by the keyboard alone."""
    found = next(one for one in stage.page.detail.findChildren(DateField) if one.accessibleName().startswith(name))
    say_day(qtbot, found, words)


def say_day(qtbot: QtBot, found: DateField, words: str) -> None:
    found.setFocus()
    qtbot.keyClick(found, Key.Key_Return)
    panel = found.popup().panel
    qtbot.keyClicks(panel.field, words)
    qtbot.keyClick(panel.field, Key.Key_Return)
    settle()


def test_coming_and_past_each_in_their_order(stage: Stage) -> None:
    assert stage.listed == ["# Coming", "CityClim", "Dinner", "Summer school", "# Past", "Looms", "# 2025", "Old fair"]
    assert stage.shown == "CityClim"


def test_arrows_choose_and_step_over_headings(qtbot: QtBot, stage: Stage) -> None:
    seen = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Home, Key.Key_Up, Key.Key_End):
        press(qtbot, stage.window, key)
        seen.append(stage.shown)
    assert seen == ["Dinner", "Summer school", "Looms", "Summer school", "CityClim", "CityClim", "Old fair"]
    assert stage.window.frame.navigator.here == Place("events", "event", stage.ids["older"])


def test_enter_leads_in_and_escape_back(qtbot: QtBot, stage: Stage) -> None:
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.page.detail.title.hasFocus()
    press(qtbot, stage.window, Key.Key_Escape)
    assert stage.page.list.hasFocus()


def test_the_search_narrows_the_list(qtbot: QtBot, stage: Stage) -> None:
    press(qtbot, stage.window, Key.Key_F, CONTROL)
    qtbot.keyClicks(stage.page.search, "berg")
    assert stage.listed == ["# Coming", "CityClim"]
    press(qtbot, stage.window, Key.Key_Escape)
    assert len(stage.listed) == 8


def test_what_is_out_of_sight_is_not_taken_away(qtbot: QtBot, stage: Stage) -> None:
    stage.page.search.setText("nothing like that")
    assert stage.listed == []
    stage.page.list.setFocus()
    press(qtbot, stage.window, Key.Key_Delete)
    assert len(stage.desk.ask(events.coming)) == 3


def test_an_event_is_added_by_the_keyboard(qtbot: QtBot, stage: Stage) -> None:
    press(qtbot, stage.window, Key.Key_E, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    panel = stage.window.overlay()
    assert isinstance(panel, AddEvent)
    assert panel.title_field.hasFocus()
    qtbot.keyClicks(panel.title_field, "Colloquium on looms")
    say_day(qtbot, panel.start, "in 2 weeks")
    say_day(qtbot, panel.end, "in 15 days")
    panel.venue.setFocus()
    qtbot.keyClicks(panel.venue, "Room 5")
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.window.overlay() is None
    assert stage.shown == "Colloquium on looms"
    added = stage.desk.ask(events.coming)[2]
    assert (added.start_on, added.end_on) == (TODAY + timedelta(14), TODAY + timedelta(15))
    assert (added.kind, added.venue) == ("seminar", "Room 5")


def test_what_cannot_be_added_stays_in_the_form(qtbot: QtBot, stage: Stage) -> None:
    stage.page.add()
    panel = stage.window.overlay()
    assert isinstance(panel, AddEvent)
    press(qtbot, stage.window, Key.Key_Return)
    assert "needs a title" in panel.message.label.text()
    qtbot.keyClicks(panel.title_field, "Backwards")
    panel.end.set_day(days_ago(3))
    press(qtbot, stage.window, Key.Key_Return)
    assert "end before it starts" in panel.message.label.text()
    assert panel.isVisible() and panel.title_field.text() == "Backwards"
    assert len(stage.listed) == 8


def test_an_empty_room_offers_to_add(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage = make_stage(qtbot, desk, {}, tmp_path)
    assert stage.page.empty.isVisible()
    qtbot.mouseClick(stage.page.empty.button, LEFT)
    assert isinstance(stage.window.overlay(), AddEvent)


@pytest.mark.parametrize(
    ("beginning", "name", "words"),
    [
        ("Title of", "title", "CityClim 2026"),
        ("Where", "venue", "Grieg Hall"),
        ("Begins", "start_time", "09:30"),
        ("Ends", "end_time", "17:00"),
        ("Time zone", "time_zone", "Europe/Oslo"),
        ("Who", "organiser", "The Society"),
        ("Link", "link", "https://cityclim.example"),
    ],
)
def test_each_text_is_edited_in_place_and_taken_back(
    qtbot: QtBot, stage: Stage, beginning: str, name: str, words: str
) -> None:
    before = getattr(stage.event("running"), name)
    write(qtbot, stage, beginning, words)
    assert getattr(stage.event("running"), name) == words
    assert strip(stage.window) == ""
    press(qtbot, stage.window, Key.Key_Z, CONTROL)
    assert getattr(stage.event("running"), name) == before
    assert field(stage, beginning).text() == before


def test_escape_leaves_a_value_as_it_was(qtbot: QtBot, stage: Stage) -> None:
    where = field(stage, "Where")
    where.setFocus()
    press(qtbot, stage.window, Key.Key_F2)
    qtbot.keyClicks(stage.window.focusWidget(), "elsewhere")
    press(qtbot, stage.window, Key.Key_Escape)
    assert (where.text(), stage.event("running").venue) == ("Bergen", "Bergen")
    assert where.hasFocus()


def test_kind_and_status_are_chosen(qtbot: QtBot, stage: Stage) -> None:
    boxes = stage.page.detail.findChildren(QComboBox)
    kind = next(box for box in boxes if box.accessibleName().startswith("Kind"))
    status = next(box for box in boxes if box.accessibleName().startswith("Status"))
    for box in (kind, status):
        box.setFocus()
        qtbot.keyClick(box, Key.Key_Home)
        qtbot.keyClick(box, Key.Key_Down)
    found = stage.event("running")
    assert (found.kind, found.status) == ("seminar", "attended")


def test_notes_are_kept_when_the_keyboard_leaves(qtbot: QtBot, stage: Stage) -> None:
    notes = stage.page.detail.facts.notes
    notes.setFocus()
    qtbot.keyClicks(notes, "Bring posters")
    stage.page.list.setFocus()
    assert stage.event("running").notes == "Bring posters"


def test_notes_of_one_event_never_stand_under_another(qtbot: QtBot, stage: Stage) -> None:
    notes = stage.page.detail.facts.notes
    notes.setFocus()
    qtbot.keyClicks(notes, "Bring posters")
    stage.go("soon")
    assert notes.text() == ""
    stage.page.list.setFocus()
    assert stage.event("soon").notes == ""
    assert stage.event("running").notes == "Bring posters"


def test_the_first_day_takes_the_last_along(qtbot: QtBot, stage: Stage) -> None:
    choose_day(qtbot, stage, "First day", "in 10 days")
    found = stage.event("running")
    assert (found.start_on, found.end_on) == (TODAY + timedelta(10), TODAY + timedelta(13))
    choose_day(qtbot, stage, "Last day", "in 11 days")
    assert stage.event("running").end_on == TODAY + timedelta(11)


def test_an_end_before_the_start_is_refused_and_shown_as_before(qtbot: QtBot, stage: Stage) -> None:
    before = stage.page.detail.facts.end.text()
    choose_day(qtbot, stage, "Last day", "3 months ago")
    assert "end before it starts" in strip(stage.window)
    assert stage.page.detail.facts.end.text() == before
    assert stage.event("running").end_on == TODAY + timedelta(2)


@pytest.mark.parametrize("words", ["half past nine", "25:00", "9:75"])
def test_what_is_no_time_is_refused_and_shown_as_before(qtbot: QtBot, stage: Stage, words: str) -> None:
    write(qtbot, stage, "Begins", "09:30")
    write(qtbot, stage, "Begins", words)
    assert "does not read as a time" in strip(stage.window)
    assert field(stage, "Begins").text() == "09:30"
    assert stage.event("running").start_time == "09:30"


def test_an_event_keeps_its_title(qtbot: QtBot, stage: Stage) -> None:
    write(qtbot, stage, "Title of", "")
    assert "needs a title" in strip(stage.window)
    assert stage.shown == "CityClim"


def test_whoever_is_added_was_met_there(qtbot: QtBot, stage: Stage) -> None:
    stage.go("past")
    met = stage.page.detail.met
    met.field.setFocus()
    qtbot.keyClicks(met.field, "Ada Lovelace, @Uni Lund, looms")
    press(qtbot, stage.window, Key.Key_Return)
    assert met.field.text() == "" and met.field.hasFocus()
    person_id, name = stage.desk.ask(people.named, "Ada Lovelace")[0], "Ada Lovelace"
    ada = stage.desk.ask(people.person, person_id)
    assert (ada.name, ada.met_event, str(ada.met_on)) == (name, "Looms", str(days_ago(38)))
    moment = stage.desk.ask(interactions.timeline, TimelineFilter(person_id=person_id))[0]
    assert (moment.on, moment.kind, moment.at_time) == (days_ago(38), Kind.MET, "")
    rows = [row for row in met.findChildren(MetRow) if row.isVisible()]
    assert [row.accessibleName() for row in rows] == ["Ada Lovelace, looms, Sun"]
    rows[0].setFocus()
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.window.frame.navigator.here == Place("people", "person", person_id)


def test_who_is_met_while_it_runs_was_met_today(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClicks(stage.page.detail.met.field, "Bo Ek")
    qtbot.keyClick(stage.page.detail.met.field, Key.Key_Return)
    found = stage.desk.ask(people.person, stage.desk.ask(people.named, "Bo Ek")[0])
    assert (found.met_event, str(found.met_on)) == ("CityClim", str(TODAY))


def test_nobody_was_met_at_what_is_still_to_come(stage: Stage) -> None:
    stage.go("far")
    assert not stage.page.detail.met.field.isVisible()


def test_a_line_without_a_name_stays(qtbot: QtBot, stage: Stage) -> None:
    line = stage.page.detail.met.field
    qtbot.keyClicks(line, "#looms")
    qtbot.keyClick(line, Key.Key_Return)
    assert line.text() == "#looms"
    assert "name is needed" in strip(stage.window)


def test_delete_takes_away_and_undo_brings_back(qtbot: QtBot, stage: Stage) -> None:
    press(qtbot, stage.window, Key.Key_Down)
    press(qtbot, stage.window, Key.Key_Delete)
    assert "Dinner" not in stage.listed
    assert stage.shown == "Summer school"
    undo(qtbot, stage.window)
    assert "Dinner" in stage.listed


def test_all_events_can_go_one_by_one(qtbot: QtBot, stage: Stage) -> None:
    for _ in range(6):
        stage.page.list.setFocus()
        press(qtbot, stage.window, Key.Key_Delete)
    assert stage.listed == []
    assert stage.page.empty.isVisible()
    assert strip(stage.window) == ""


def test_people_met_stay_when_the_event_goes(qtbot: QtBot, stage: Stage) -> None:
    qtbot.keyClicks(stage.page.detail.met.field, "Bo Ek")
    qtbot.keyClick(stage.page.detail.met.field, Key.Key_Return)
    stage.page.list.setFocus()
    press(qtbot, stage.window, Key.Key_Delete)
    assert stage.desk.ask(people.named, "Bo Ek")


class Browser(QObject):
    """Stands in for the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Remember it."""
        self.opened.append(url.toString())


@pytest.mark.parametrize(
    ("link", "opens"),
    [
        ("https://cityclim.example/a?b=c", True),
        ("http://cityclim.example", True),
        ("HTTPS://cityclim.example", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https:", False),
        ("cityclim.example", False),
        ("smb://server/share", False),
        ("mailto:a@b.example", False),
    ],
)
def test_only_pages_of_the_web_are_opened(qtbot: QtBot, stage: Stage, link: str, opens: bool) -> None:
    browser = Browser()
    schemes = ("https", "http", "file", "javascript", "smb", "mailto")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, browser, "open")  # type: ignore[arg-type]
    try:
        write(qtbot, stage, "Link", link)
        button = stage.page.detail.facts.open_link
        assert button.isVisible() is opens
        button.click()
        assert len(browser.opened) == int(opens)
    finally:
        for scheme in schemes:
            QDesktopServices.unsetUrlHandler(scheme)


def test_markup_stays_plain(qtbot: QtBot, stage: Stage) -> None:
    write(qtbot, stage, "Title of", "<h1>Big</h1> & <img src=x>")
    write(qtbot, stage, "Where", "<b>Bergen</b>")
    qtbot.keyClicks(stage.page.detail.met.field, "<i>Ada</i> Lovelace")
    qtbot.keyClick(stage.page.detail.met.field, Key.Key_Return)
    settle()
    assert "<h1>Big</h1> & <img src=x>" in stage.listed
    labels = stage.page.findChildren(QLabel)
    assert any("<b>Bergen</b>" in label.text() for label in labels)
    assert {label.textFormat() for label in labels if "<" in label.text()} == {Qt.TextFormat.PlainText}


def test_a_narrow_room_shows_one_of_the_two(qtbot: QtBot, stage: Stage, desk: Desk) -> None:
    stage.window.setMinimumSize(0, 0)
    stage.window.resize(620, 640)
    settle()
    page = stage.page
    assert page.split.is_stacked()
    assert page.list.isVisible() and not page.detail.isVisible()
    page.list.setFocus()
    press(qtbot, stage.window, Key.Key_Return)
    assert page.detail.isVisible() and not page.list.isVisible()
    press(qtbot, stage.window, Key.Key_Escape)
    assert page.list.isVisible() and page.list.hasFocus()
    stage.go("past")
    assert page.detail.isVisible() and stage.shown == "Looms"


def test_a_place_shows_an_event_and_brings_its_row_into_view(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ids = {str(at): add_event(desk, f"Event {at}", start_on=days_ago(at), end_on=days_ago(at)) for at in range(1, 60)}
    stage = make_stage(qtbot, desk, ids, tmp_path)
    stage.go("55")
    assert stage.shown == "Event 55"
    box = stage.page.list.visualRect(stage.page.list.currentIndex())
    assert stage.page.list.viewport().rect().contains(box)


def test_rows_are_sentences_and_the_model_keeps_qts_rules(stage: Stage) -> None:
    model, role = stage.page.model, Qt.ItemDataRole.AccessibleTextRole
    spoken = str(model.index(1).data(role))
    assert spoken.startswith("CityClim") and "June" in spoken and "Bergen" in spoken
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    stage.page.search.setText("loom")
    stage.page.search.clear()
    tester.deleteLater()


def test_large_letters_in_both_themes_are_painted(
    qtbot: QtBot, theme_choice: str, desk: Desk, ids: dict[str, int], tmp_path: Path
) -> None:
    add_moment(desk, add_person(desk), event_id=ids["running"], summary="a long talk " * 40)
    stage = make_stage(qtbot, desk, ids, tmp_path)
    try:
        theme.choose_base(18)
        settle()
        for width in (1280, 960):
            stage.window.resize(width, 640)
            settle()
            assert not stage.window.grab().isNull()
    finally:
        theme.choose_base(13)


def test_everything_has_a_name_of_its_own(stage: Stage) -> None:
    assert nameless(stage.page) == []
    assert same_names(stage.window) == set()
    assert QApplication.activeWindow() is stage.window
