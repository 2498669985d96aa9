"""Exporting a calendar through the window: what is shown is what is written, and nothing tells more than was chosen."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from hallway.domain.errors import DiskFull
from hallway.domain.records import EntryKind
from hallway.host import files
from hallway.ui.calendar_export.choices import last_day
from hallway.ui.calendar_export.looks import say_span
from hallway.ui.calendar_export.panel import ExportPanel, open_export
from hallway.ui.calendar_export.rows import EntryRows
from hallway.ui.frame.actions import Catalogue
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator
from hallway.ui.frame.preferences import Preferences
from hallway.ui.frame.rooms import Frame
from hallway.ui.theme import theme
from hallway.usecases import calendars, promises
from hallway.usecases.calendars import PRIVATE
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person, add_promise, days_ago

NAMES = ("Ada Lovelace", "Grace Hopper", "Zanele Mthembu")
K = Qt.Key


@pytest.fixture
def world(filed: Desk) -> Desk:
    """Three people with rhythms, two promises of today's week, and an event of two days."""
    people = [add_person(filed, name, rhythm_days=30) for name in NAMES]
    for person in people:
        add_moment(filed, person, on=days_ago(20), summary="Looms and heat")
    add_promise(filed, people[0], due_on=TODAY)
    add_promise(filed, people[2], "send the paper", due_on=TODAY + timedelta(days=1))
    add_event(filed, "Looms 2026", start_on=TODAY + timedelta(days=5), end_on=TODAY + timedelta(days=6))
    return filed


@pytest.fixture
def panel(qtbot: QtBot, world: Desk) -> Iterator[ExportPanel]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    opened = open_export(Frame(Bridge(world), Navigator(), Catalogue(window)), window)
    assert isinstance(opened, ExportPanel)
    qtbot.waitExposed(window)
    yield opened
    qtbot.wait(1)


def text(panel: ExportPanel) -> str:
    panel.preview.views.choose("text")
    return panel.preview.text.toPlainText()


def save(qtbot: QtBot, panel: ExportPanel, path: Path) -> None:
    with qtbot.waitSignal(panel.closed, timeout=10_000):
        panel.save_to(path)


def entries_in(path: Path) -> dict[str, int]:
    """UIDs with their sequence numbers."""
    found = Calendar.from_ical(path.read_bytes())
    return {str(one["UID"]): int(str(one["SEQUENCE"])) for one in found.walk("VEVENT")}


def test_the_count_follows_the_check_boxes(qtbot: QtBot, panel: ExportPanel) -> None:
    total = len(panel.preview.list.rows.entries)
    check_ins = sum(one.kind is EntryKind.CHECK_IN for one in panel._entries)
    assert total == check_ins + 3
    assert panel.counted.text().startswith(f"{total} entries. Exporting again later updates them")
    qtbot.keyClick(panel.choices.kinds[EntryKind.CHECK_IN], K.Key_Space)
    qtbot.waitUntil(lambda: len(panel.preview.list.rows.entries) == 3)
    assert panel.counted.text().startswith("3 entries.")
    assert panel.choices.kinds[EntryKind.CHECK_IN].accessibleName() == f"Check-ins, {check_ins}"
    for kind in set(EntryKind) - {EntryKind.CHECK_IN}:
        qtbot.keyClick(panel.choices.kinds[kind], K.Key_Space)
    qtbot.waitUntil(lambda: not panel.save.isEnabled())
    assert panel.counted.text() == "Choose at the left what to put in."


def test_more_time_shows_more(qtbot: QtBot, panel: ExportPanel) -> None:
    before = len(panel.preview.list.rows.entries)
    assert panel.choices.until() == date(2026, 7, 19)
    qtbot.keyClick(panel.choices.when, K.Key_Down)
    qtbot.waitUntil(lambda: len(panel.preview.list.rows.entries) > before)
    assert panel.choices.when.accessibleDescription() == "to 17 September"


@pytest.mark.parametrize("detail", [calendars.PRIVATE, calendars.INITIALS])
def test_guarded_titles_show_no_name_anywhere(qtbot: QtBot, panel: ExportPanel, detail: str, tmp_path: Path) -> None:
    words = {word for name in NAMES for word in name.split()}
    assert all(name in text(panel) for name in NAMES)
    panel.choices.radios[detail].click()
    qtbot.waitUntil(lambda: "Ada" not in panel.preview.text.toPlainText())
    assert "SUMMARY:Check in" in text(panel)
    save(qtbot, panel, tmp_path / "out.ics")
    for shown in (text(panel), (tmp_path / "out.ics").read_text(encoding="utf-8")):
        assert not {word for word in words if word in shown}
        assert "Looms and heat" not in shown


def test_the_last_topic_is_told_only_when_asked_for(qtbot: QtBot, panel: ExportPanel) -> None:
    assert "Looms and heat" not in text(panel)
    panel.choices.radios[calendars.FULL].click()
    qtbot.waitUntil(lambda: "Looms and heat" in panel.preview.text.toPlainText())


def test_reminder_and_form_reach_the_file(qtbot: QtBot, panel: ExportPanel) -> None:
    assert "TRIGGER:PT9H" in text(panel)
    qtbot.keyClick(panel.choices.reminder, K.Key_Down)
    qtbot.waitUntil(lambda: "TRIGGER:PT8H" in panel.preview.text.toPlainText())
    qtbot.keyClick(panel.choices.reminder, K.Key_Down)
    qtbot.waitUntil(lambda: "TRIGGER:-PT6H" in panel.preview.text.toPlainText())
    qtbot.keyClick(panel.choices.reminder, K.Key_Down)
    qtbot.keyClick(panel.choices.form, K.Key_Down)
    qtbot.waitUntil(lambda: "BEGIN:VTODO" in panel.preview.text.toPlainText())
    assert "VALARM" not in panel.preview.text.toPlainText()


def test_what_is_saved_is_what_was_shown(qtbot: QtBot, panel: ExportPanel, tmp_path: Path) -> None:
    path, count = tmp_path / "hallway.ics", len(panel.preview.list.rows.entries)
    with qtbot.waitSignal(panel._bridge.said, timeout=10_000) as said:
        panel.save_to(path)
    assert said.args == [f"Saved hallway.ics, {count} entries", False]
    assert len(entries_in(path)) == count
    assert not panel.isVisible()


def test_saving_again_updates_and_copies_nothing(qtbot: QtBot, panel: ExportPanel, world: Desk, tmp_path: Path) -> None:
    first, second, third = (tmp_path / f"{name}.ics" for name in "abc")
    frame = Frame(panel._bridge, Navigator(), Catalogue(QMainWindow(panel.window())))
    save(qtbot, panel, first)
    for path in (second, third):
        again = open_export(frame, panel._page)
        assert isinstance(again, ExportPanel)
        if path == third:
            again.choices.radios[calendars.INITIALS].click()
        save(qtbot, again, path)
    assert entries_in(first) == entries_in(second) == dict.fromkeys(entries_in(first), 0)
    assert entries_in(third).keys() == entries_in(first).keys()
    assert set(entries_in(third).values()) == {0, 1}


def test_f3_a_full_disk_keeps_the_panel_and_says_so(
    qtbot: QtBot, panel: ExportPanel, world: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    path = tmp_path / "hallway.ics"
    path.write_bytes(b"what was there")
    with monkeypatch.context() as patch:
        patch.setattr(files, "_write_new", full)
        panel.save_to(path)
        qtbot.waitUntil(lambda: panel.job is None, timeout=10_000)
    assert panel.isVisible() and panel.save.isEnabled() and panel.save.text() == "Save calendar file…"
    assert panel._message is not None and "disk is full" in panel._message.label.text()
    assert path.read_bytes() == b"what was there"
    save(qtbot, panel, path)
    assert set(entries_in(path).values()) == {0}


def test_ctrl_enter_asks_where_and_suggests_a_name(qtbot: QtBot, panel: ExportPanel) -> None:
    qtbot.keyClick(panel.preview.grid, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialogs = panel.findChildren(QFileDialog)
    assert [Path(name).name for dialog in dialogs for name in dialog.selectedFiles()] == ["hallway.ics"]
    assert dialogs[0].defaultSuffix() == "ics"
    dialogs[0].reject()
    assert panel.isVisible()


def test_keys_move_between_days_entries_and_weeks(qtbot: QtBot, panel: ExportPanel) -> None:
    grid = panel.preview.grid
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    assert grid.day() == TODAY and grid.span() == (date(2026, 6, 15), date(2026, 7, 19))
    qtbot.keyClick(grid, K.Key_Left)
    assert grid.day() == TODAY
    qtbot.keyClick(grid, K.Key_Right)
    assert grid.day() == TODAY + timedelta(days=1)
    qtbot.keyClick(grid, K.Key_Down)
    chosen = grid.chosen()
    assert chosen is not None and chosen.short == "Zanele"
    assert grid.accessibleDescription() == "Thursday 18 June: send the paper (Zanele Mthembu)"
    qtbot.keyClick(grid, K.Key_Down)
    assert (grid.day(), grid.chosen()) == (date(2026, 6, 25), None)
    qtbot.keyClick(grid, K.Key_Up)
    assert grid.chosen() == chosen
    qtbot.keyClick(grid, K.Key_End)
    assert grid.day() == date(2026, 7, 19)
    qtbot.keyClick(grid, K.Key_Home)
    assert grid.day() == TODAY


def test_page_keys_and_buttons_turn_five_weeks(qtbot: QtBot, panel: ExportPanel) -> None:
    grid = panel.preview.grid
    assert not panel.preview.after.isVisible()
    panel.choices.when.setCurrentIndex(1)
    qtbot.waitUntil(panel.preview.after.isVisible)
    qtbot.keyClick(grid, K.Key_PageDown)
    assert grid.span() == (date(2026, 7, 20), date(2026, 8, 23))
    assert panel.preview._heading.text() == "20 July to 23 August 2026"
    qtbot.mouseClick(panel.preview.after, Qt.MouseButton.LeftButton)
    assert not grid.can_turn(1)
    qtbot.keyClick(grid, K.Key_PageDown)
    assert grid.day() == date(2026, 8, 26)
    for _ in range(3):
        qtbot.mouseClick(panel.preview.before, Qt.MouseButton.LeftButton)
    assert grid.day() == TODAY and not panel.preview.before.isEnabled()


def test_a_day_too_full_says_how_many_more_and_opens_the_list(qtbot: QtBot, panel: ExportPanel, world: Desk) -> None:
    for count in range(9):
        add_promise(world, 1, f"thing {count}", due_on=TODAY)
    panel._planned = None
    panel._show()
    grid = panel.preview.grid
    count, whole = len(grid.shown_on(TODAY)), grid._full_lines(len(grid.shown_on(TODAY)))
    assert count == 10 and 0 < whole < count
    more = grid._line_box(grid._cell((TODAY - grid.span()[0]).days), whole).center().toPoint()
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(more))
    assert panel.preview.views.current() == "list"
    assert panel.preview.list.currentIndex().row() == 0 and panel.preview.list.hasFocus()


def test_an_event_of_two_days_is_on_both(panel: ExportPanel) -> None:
    days = [TODAY + timedelta(days=5), TODAY + timedelta(days=6)]
    found = [[one.tail for one in panel.preview.grid.shown_on(day) if one.short == "Looms 2026"] for day in days]
    assert found == [["1/2"], ["2/2"]]


def test_rows_are_a_sound_model_that_says_whole_sentences(panel: ExportPanel) -> None:
    rows = EntryRows(TODAY)
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.show(panel._entries)
    said = [rows.data(rows.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())]
    assert "Thursday 18 June, send the paper (Zanele Mthembu)" in said
    tester.deleteLater()


def test_escape_closes_and_writes_nothing(qtbot: QtBot, panel: ExportPanel, world: Desk) -> None:
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.preview.list, K.Key_Escape)
    assert not world.database.rows("SELECT 1 FROM calendar_entry")


def test_every_stop_has_a_name_of_its_own(panel: ExportPanel) -> None:
    def name(stop: QWidget) -> str:
        return stop.accessibleName() or str(getattr(stop, "text", lambda: "")())

    names = [name(stop) for stop in panel._stops()]
    assert all(names) and len(set(names)) == len(names), names
    assert not [keys for keys in names if QKeySequence(keys).toString().startswith("Ctrl")]


def test_large_letters_in_a_small_window_scroll_to_the_marked_day(qtbot: QtBot, panel: ExportPanel) -> None:
    theme.choose_base(20)
    try:
        panel.window().resize(960, 640)
        panel._failed(DiskFull("The file was not written: the disk is full."))
        qtbot.wait(20)
        grid, area = panel.preview.grid, panel.preview._page
        assert grid._line_box(grid._cell(0), 0).bottom() <= grid._cell(7).top()
        assert grid.height() > area.viewport().height()
        qtbot.keyClick(grid, K.Key_End)
        assert area.viewport().rect().contains(grid.mark().translated(grid.pos()).center())
    finally:
        theme.choose_base(13)


def test_tab_brings_what_has_the_keyboard_into_view(qtbot: QtBot, panel: ExportPanel) -> None:
    panel.window().resize(960, 640)
    qtbot.wait(20)
    radio = panel.choices.radios[calendars.FULL]
    assert not radio.visibleRegion().boundingRect().contains(radio.rect().center())
    panel.choices.radios[calendars.NAMES].setFocus()
    for _ in range(3):
        qtbot.keyClick(panel.window().focusWidget(), K.Key_Down)
    assert radio.isChecked() and radio.visibleRegion().boundingRect().contains(radio.rect().center())


@pytest.mark.parametrize("size", [(960, 640), (1280, 800)])
@pytest.mark.parametrize("letters", [13, 20])
def test_it_fits_and_is_painted_in_both_themes(
    qtbot: QtBot, panel: ExportPanel, theme_choice: str, size: tuple[int, int], letters: int
) -> None:
    theme.choose_base(letters)
    try:
        panel.window().resize(*size)
        qtbot.wait(20)
        assert panel.rect().contains(panel.card.geometry())
        assert panel.card.rect().contains(panel.save.mapTo(panel.card, panel.save.rect().bottomRight()))
        for view in ("calendar", "list", "text"):
            panel.preview.views.choose(view)
            assert not panel.window().grab().isNull()
    finally:
        theme.choose_base(13)


@pytest.mark.parametrize(
    ("months", "end"), [(0, "2026-07-19"), (3, "2026-09-17"), (12, "2027-06-17"), (24, "2028-06-17")]
)
def test_spans_end_where_they_say(months: int, end: str) -> None:
    assert last_day(TODAY, months).isoformat() == end
    assert (last_day(TODAY, months) - TODAY).days <= 731


def test_spans_at_the_edges() -> None:
    assert last_day(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert say_span(date(2026, 12, 14), date(2027, 1, 17)) == "14 December 2026 to 17 January 2027"


def test_what_was_given_and_is_gone_is_cancelled_once(
    qtbot: QtBot, panel: ExportPanel, world: Desk, tmp_path: Path
) -> None:
    save(qtbot, panel, tmp_path / "a.ics")
    kept = next(one for one in world.ask(promises.of_person, 3))
    world.do(promises.keep, kept.id)
    again = open_export(Frame(panel._bridge, Navigator(), Catalogue(QMainWindow(panel._page))), panel._page)
    assert isinstance(again, ExportPanel)
    save(qtbot, again, tmp_path / "b.ics")
    found = Calendar.from_ical((tmp_path / "b.ics").read_bytes()).walk("VEVENT")
    gone = [str(one["SUMMARY"]) for one in found if one["STATUS"] == "CANCELLED"]
    assert gone == ["send the paper (Zanele Mthembu)"]


def test_choices_are_remembered_once_a_file_was_saved(qtbot: QtBot, world: Desk, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    kept = Preferences(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    frame = Frame(Bridge(world), Navigator(), Catalogue(window), kept)
    first = open_export(frame, window)
    assert isinstance(first, ExportPanel)
    first.choices.kinds[EntryKind.EVENT].setChecked(False)
    first.choices.radios[PRIVATE].setChecked(True)
    first.choices.reminder.setCurrentIndex(first.choices.reminder.findData(None))
    chosen = first.choices.choice()
    save(qtbot, first, tmp_path / "hallway.ics")
    again = open_export(frame, window)
    assert isinstance(again, ExportPanel)
    assert again.choices.choice() == chosen


@pytest.mark.parametrize("words", ["", "nonsense", "[]", '{"months": 99, "titles": "loud", "kinds": ["no such"]}'])
def test_remembered_nonsense_changes_nothing(panel: ExportPanel, words: str) -> None:
    before = panel.choices.choice()
    panel.choices.restore(words)
    assert panel.choices.choice() == before
