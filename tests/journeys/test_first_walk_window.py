"""The first walk in the window: an address book in, rhythms, Today and the plan, a calendar out, and out again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from icalendar import Calendar
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.host.clock import FixedClock
from hallway.store.database import open_database
from hallway.ui.calendar_export.panel import ExportPanel, open_export
from hallway.ui.exchange.page import ExchangePage
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.parts.log_panel import open_log
from hallway.ui.people.page import PeoplePage
from hallway.ui.shell.commands import equip
from hallway.ui.shell.rooms import ROOMS
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.usecases import events, people, planning, today
from hallway.usecases.desk import Desk
from tests.formats.files import REAL, SAMPLES

NOW = datetime.fromisoformat("2026-06-23T09:00:00+02:00")
OURS = (SAMPLES / "linkedin.csv", SAMPLES / "apple.vcf", SAMPLES / "google.vcf", SAMPLES / "meetup.ics")
THEIRS = (
    REAL / "csv" / "linkedin_network-jobs.csv", REAL / "vcard" / "apple.vcf", REAL / "vcard" / "gmail-single2.vcf",
    REAL / "ics" / "meetup.ics",
)  # fmt: skip
SIX_MONTHS = 6
LAST_DAY = date(2026, 12, 23)
CONTROL = Qt.KeyboardModifier.ControlModifier


class Entry(NamedTuple):
    """A check-in as a calendar has it."""

    title: str
    on: str
    sequence: int


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    theme.apply(qapp, "light")
    theme.choose_motion(False)
    desk = Desk(open_database(tmp_path / "hallway.db"), FixedClock(NOW), "test")
    made = Window(Bridge(desk), ROOMS, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    equip(made)
    qtbot.addWidget(made)
    made.show()
    made.frame.navigator.go(Place("welcome"))
    yield made
    made.close()
    desk.close()


@pytest.mark.parametrize("files", [OURS, THEIRS], ids=["our samples", "real files"])
def test_the_whole_walk(qtbot: QtBot, window: Window, tmp_path: Path, files: Sequence[Path]) -> None:
    if not all(file.exists() for file in files):
        pytest.skip("the real sample files are not beside the project")
    bring_in(qtbot, window, files)
    desk = window.frame.bridge.desk
    assert desk.ask(people.count) > 5
    assert desk.ask(events.coming) or desk.ask(events.past)

    chosen = desk.ask(people.listed, people.PeopleFilter())[:4]
    for person_id, days in zip(chosen, (21, 60, 90, 182), strict=True):
        give_rhythm(window, person_id, days)
    assert [desk.ask(people.person, id_).rhythm for id_ in chosen] == [21, 60, 90, 182]

    window.frame.navigator.go(Place("today"))
    assert window.grab().width() > 0
    due = [item.person_id for item in desk.ask(today.due)]
    assert due
    window.frame.navigator.go(Place("today", "plan"))

    first = export(qtbot, window, tmp_path / "first.ics")
    placed = desk.ask(planning.plan, (LAST_DAY - NOW.date()).days)
    assert first
    assert {(entry.title, entry.on) for entry in first.values()} == {
        (f"Check in with {placed.names[one.person_id]}", one.on.isoformat())
        for one in placed.plan.check_ins
        if one.on <= LAST_DAY
    }

    log_something(qtbot, window, due[0])
    second = export(qtbot, window, tmp_path / "second.ics")
    moved = {uid for uid in first.keys() & second.keys() if first[uid] != second[uid]}
    uid = desk.ask(people.person, due[0]).uid
    assert moved and all(one.startswith(uid) for one in moved)
    assert all(second[one].sequence > first[one].sequence for one in moved)
    assert all(one.startswith(uid) for one in first.keys() ^ second.keys())


def bring_in(qtbot: QtBot, window: Window, files: Sequence[Path]) -> None:
    """Import as a person would: to the room, the files, Ctrl+Enter in the review."""
    window.frame.navigator.go(Place("exchange"))
    page = window.page
    assert isinstance(page, ExchangePage)
    page.take_files(list(files))
    qtbot.waitUntil(lambda: page.job is None, timeout=20_000)
    qtbot.keyClick(page.review, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page.job is None, timeout=20_000)


def give_rhythm(window: Window, person_id: int, days: int) -> None:
    """Choose a rhythm on the person's page."""
    window.frame.navigator.go(Place("people", "person", person_id))
    page = window.page
    assert isinstance(page, PeoplePage)
    page.detail.overview().next.rhythm.chosen.emit(days)


def log_something(qtbot: QtBot, window: Window, person_id: int) -> None:
    """Ctrl+L's panel, some words, Ctrl+Enter."""
    panel = open_log(window.frame, (person_id,))
    qtbot.keyClicks(panel.words, "Coffee and looms")
    qtbot.keyClick(panel.words, Qt.Key.Key_Return, CONTROL)
    assert window.overlay() is None


def export(qtbot: QtBot, window: Window, path: Path) -> dict[str, Entry]:
    """Save the check-ins of half a year, and read them with another program's eyes."""
    panel = open_export(window.frame, window)
    assert isinstance(panel, ExportPanel)
    panel.choices.when.setCurrentIndex(panel.choices.when.findData(SIX_MONTHS))
    panel.save_to(path)
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(lambda: window.overlay() is None, timeout=20_000)
    calendar = Calendar.from_ical(path.read_bytes())
    return {
        str(event["UID"]): Entry(str(event["SUMMARY"]), event["DTSTART"].dt.isoformat(), int(str(event["SEQUENCE"])))
        for event in calendar.walk("VEVENT")
        if str(event["SUMMARY"]).startswith("Check in") and event.get("STATUS") != "CANCELLED"
    }
