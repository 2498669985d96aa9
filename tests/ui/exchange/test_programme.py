"""A programme brought in through the window: preview, choices, what a newer version says, and Undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.ui.exchange.page import ExchangePage
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases import events, people
from hallway.usecases.desk import Desk
from tests.formats.files import real_files, sample
from tests.makers import add_person
from tests.ui.house import LEFT, nameless, open_window, press, same_names, settle, words_on

FRAB = sample("frab.xml").decode()


@pytest.fixture
def window(qtbot: QtBot, filed: Desk, tmp_path: Path) -> Window:
    add_person(filed, "Ines Okoye")
    return open_window(qtbot, filed, tmp_path, Place("exchange"))


def page_of(window: Window) -> ExchangePage:
    assert isinstance(window.page, ExchangePage)
    return window.page


def take(
    qtbot: QtBot, window: Window, folder: Path, text: str | bytes = FRAB, name: str = "schedule.xml"
) -> ExchangePage:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    page = page_of(window)
    page.take_files([path])
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    settle()
    return page


def finish(qtbot: QtBot, page: ExchangePage) -> None:
    qtbot.mouseClick(page.programme.finish, LEFT)
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    settle()


def count(desk: Desk, table: str) -> int:
    return int(desk.database.rows(f"SELECT count(*) FROM {table}")[0][0])


def test_a_programme_is_looked_at_before_anything_changes(
    qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path
) -> None:
    page = take(qtbot, window, tmp_path)
    shown = page.programme
    assert shown.isVisible()
    words = words_on(shown)
    assert "schedule.xml, 2 days, 2 rooms, 5 sessions, 3 speakers" in words
    assert {"A new event", "15 to 16 September 2026", "new in the programme", "speaking, not met yet"} <= set(words)
    assert shown.finish.text() == "Add 5 sessions and 3 people"
    assert count(filed, "session") == 0
    finish(qtbot, page)
    assert (count(filed, "session"), len(filed.ask(events.coming))) == (5, 1)
    assert "1 event, 5 sessions and 3 people added." in " ".join(words_on(page.home))
    window.frame.bridge.undo()
    assert (count(filed, "session"), count(filed, "event"), count(filed, "person")) == (0, 0, 1)


def test_a_namesake_is_decided_about_by_a_key(qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path) -> None:
    page = take(qtbot, window, tmp_path)
    assert page.programme.pair.isVisible()
    assert window.focusWidget() is page.programme.pair.merge
    press(qtbot, window, Qt.Key.Key_M)
    assert page.programme.finish.text() == "Add 5 sessions and 2 people"
    press(qtbot, window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    assert count(filed, "person") == 3
    (spoke,) = filed.database.rows(
        "SELECT s.title FROM session_speaker x JOIN session s ON s.id = x.session_id WHERE x.person_id = ?",
        filed.ask(people.named, "Ines Okoye")[:1],
    )
    assert spoke == ("Corridors for otters",)


def test_speakers_are_left_out_one_by_one_or_all(qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path) -> None:
    page = take(qtbot, window, tmp_path)
    shown = page.programme
    row = next(at for at, one in enumerate(shown.speakers.rows.shown) if one.name == "Thảo Nguyễn")
    shown.speakers.setFocus()
    shown.speakers.setCurrentIndex(shown.speakers.rows.index(row))
    press(qtbot, window, Qt.Key.Key_Space)
    assert shown.finish.text() == "Add 5 sessions and 2 people"
    assert shown.speakers.rows.shown[row].chip == "leave out"
    assert shown.speakers.currentIndex().row() == row
    press(qtbot, window, Qt.Key.Key_Space)
    assert shown.finish.text() == "Add 5 sessions and 3 people"
    qtbot.mouseClick(shown.everybody, LEFT)
    assert (shown.finish.text(), shown.everybody.text()) == ("Add 5 sessions", "Add everybody")
    finish(qtbot, page)
    assert (count(filed, "person"), count(filed, "session")) == (1, 5)


def test_the_title_and_the_zone_are_asked(qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path) -> None:
    page = take(qtbot, window, tmp_path, sample("pentabarf.xml"))
    about = page.programme.about
    assert window.focusWidget() is about.zone
    assert any("does not say which time zone" in words for words in words_on(about))
    qtbot.keyClicks(about.zone, "Mars/Olympus")
    press(qtbot, window, Qt.Key.Key_Return)
    assert "Nobody knows this time zone. Write it like Europe/Berlin." in words_on(about)
    about.zone.clear()
    qtbot.keyClicks(about.zone, "Europe/Lisbon")
    press(qtbot, window, Qt.Key.Key_Return)
    about.title.setFocus()
    about.title.selectAll()
    qtbot.keyClicks(about.title, "no")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert about.title.text() == "Open Rivers 2026"
    about.title.selectAll()
    qtbot.keyClicks(about.title, "Rivers in Lisbon")
    press(qtbot, window, Qt.Key.Key_Return)
    assert not any("time zone its times" in words for words in words_on(about))
    finish(qtbot, page)
    assert filed.database.rows("SELECT title, time_zone FROM event") == [("Rivers in Lisbon", "Europe/Lisbon")]
    assert filed.database.rows("SELECT start_time FROM session WHERE title = 'Welcome'") == [("09:00",)]


def test_topics_are_chosen(qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path) -> None:
    page = take(qtbot, window, tmp_path)
    chips = {chip.text(): chip for chip in page.programme.topics.chips}
    assert set(chips) == {"Geology", "Ecology", "Out of doors"}
    qtbot.mouseClick(chips["Geology"], LEFT)
    finish(qtbot, page)
    assert filed.database.rows("SELECT name FROM event_topic x JOIN topic t ON t.id = x.topic_id") == [("Geology",)]


def test_a_newer_version_says_what_moved(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    finish(qtbot, take(qtbot, window, tmp_path))
    page = take(qtbot, window, tmp_path, FRAB.replace("<start>12:00", "<start>12:30").replace("T12:00", "T12:30"))
    shown = page.programme
    assert "Brings your event up to date" in words_on(shown)
    first = shown.sessions.rows.shown[0]
    assert (first.name, first.chip, first.why) == ("Lunch", "moved", "was 12:00, Room A")
    assert shown.finish.text() == "Bring up to date"
    finish(qtbot, page)
    assert "Moved: “Lunch” from Room A 12:00 to Room A 12:30." in " ".join(words_on(page.home))
    page = take(qtbot, window, tmp_path, FRAB.replace("<start>12:00", "<start>12:30").replace("T12:00", "T12:30"))
    assert (page.programme.finish.text(), page.programme.finish.isEnabled()) == ("Nothing to add", False)


def test_sessions_that_are_missing_stay_or_go_as_one_likes(
    qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path
) -> None:
    finish(qtbot, take(qtbot, window, tmp_path))
    begin = FRAB.index('<event guid="0e0c1a40-0000-4000-8000-000000000003"')
    end = FRAB.index("</room>\n  </day>\n  <day")
    page = take(qtbot, window, tmp_path, FRAB[:begin] + FRAB[end:])
    shown = page.programme
    assert any(words.endswith("will go; what you starred or wrote about stays.") for words in words_on(shown))
    assert shown.finish.text() == "Bring up to date"
    qtbot.mouseClick(shown.taking_out, LEFT)
    assert shown.finish.text() == "Nothing to add"
    qtbot.mouseClick(shown.taking_out, LEFT)
    finish(qtbot, page)
    assert count(filed, "session") == 4


def test_a_calendar_can_be_taken_as_single_events(qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path) -> None:
    page = take(qtbot, window, tmp_path, sample("floating.ics"), "programme.ics")
    assert page.programme.single.isVisible()
    qtbot.mouseClick(page.programme.single, LEFT)
    qtbot.waitUntil(lambda: page.job is None and page.review.isVisible(), timeout=10_000)
    assert page.review.finish.text() == "Add 6"
    assert not take(qtbot, window, tmp_path).programme.single.isVisible()


def test_several_files_are_looked_at_one_after_the_other(
    qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path
) -> None:
    (tmp_path / "one.xml").write_text(FRAB, encoding="utf-8")
    (tmp_path / "two.xml").write_bytes(sample("pentabarf.xml"))
    (tmp_path / "card.vcf").write_text("BEGIN:VCARD\nFN:Lea Brandt\nEND:VCARD\n", encoding="utf-8")
    page = page_of(window)
    page.take_files([tmp_path / name for name in ("one.xml", "card.vcf", "two.xml")])
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    assert page.review.isVisible()
    qtbot.mouseClick(page.review.finish, LEFT)
    qtbot.waitUntil(lambda: page.job is None and page.programme.isVisible(), timeout=10_000)
    assert page.programme.about.title.text() == "Rivers & Rocks 2026"
    qtbot.mouseClick(page.programme.cancel, LEFT)
    qtbot.waitUntil(lambda: page.job is None and page.programme.isVisible(), timeout=10_000)
    assert page.programme.about.title.text() == "Open Rivers 2026"
    finish(qtbot, page)
    assert page.home.isVisible()
    assert (count(filed, "event"), count(filed, "session")) == (1, 2)


def test_a_hostile_file_is_refused_in_words(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    page = take(qtbot, window, tmp_path, '<!DOCTYPE schedule [<!ENTITY a "b">]><schedule>&a;</schedule>')
    assert page.review.isVisible()
    assert any("document type of its own" in words for words in words_on(page))
    assert not page.review.finish.isEnabled()


def test_everything_can_be_named_and_told_apart(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    page = take(qtbot, window, tmp_path)
    assert nameless(page) == []
    assert same_names(page) == set()


@pytest.mark.parametrize("path", real_files("schedule/fosdem_2021.xml"))
def test_a_large_programme_is_shown_quickly(qtbot: QtBot, window: Window, tmp_path: Path, path: Path) -> None:
    page = take(qtbot, window, tmp_path, path.read_bytes())
    assert len(page.programme.sessions.rows.shown) == 773
    assert page.programme.finish.text() == "Add 773 sessions and 684 people"
