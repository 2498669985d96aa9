"""Details by keyboard: what is pasted is made plain, what cannot be stays in its field with the reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from hallway.domain.errors import Refused
from hallway.domain.people import Person
from hallway.domain.records import Email
from hallway.ui.people.details import Details
from hallway.ui.people.notes import Notes
from hallway.usecases import fields, people
from tests.makers import add_person
from tests.ui.people.stage import Stage

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def details(stage: Stage, who: str = "Ada") -> Details:
    stage.page.detail.show_person(stage.ids[who])
    stage.page.detail.show_tab("details")
    found = stage.page.detail.stack.currentWidget()
    assert isinstance(found, Details)
    return found


def ada(stage: Stage) -> Person:
    return stage.desk.ask(people.person, stage.ids["Ada"])


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)
    QApplication.processEvents()


def paste(qtbot: QtBot, words: str) -> None:
    """Put words into the field with the keyboard, as pasting does, over what is there."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    focused.selectAll()
    QApplication.clipboard().setText(words)
    qtbot.keyClick(focused, Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("rows", "words", "kept"),
    [
        ("emails", "Ada L <ada@Example.ORG>", "ada@example.org"),
        ("emails", "mailto:ada@example.org?subject=x", "ada@example.org"),
        ("phones", "tel:+49 30  123456", "+49 30 123456"),
        ("profiles", "0000 0002 1825 0097", "https://orcid.org/0000-0002-1825-0097"),
        ("profiles", "https://twitter.com/Ada?s=20&t=abc", "https://x.com/ada"),
        ("profiles", "https://scholar.google.de/citations?hl=de&user=AbCdEf_hij-K",
         "https://scholar.google.com/citations?user=AbCdEf_hij-K"),
        ("profiles", "@ada@hachyderm.example", "https://hachyderm.example/@ada"),
        ("profiles", "https://www.linkedin.com/in/Ada/?utm_source=share", "https://www.linkedin.com/in/ada"),
        ("profiles", "github ada", "https://github.com/ada"),
    ],
)  # fmt: skip
def test_added_by_keyboard_and_made_plain(qtbot: QtBot, stage: Stage, rows: str, words: str, kept: str) -> None:
    shown = getattr(details(stage), rows)
    shown.add.setFocus()
    press(qtbot, Key.Key_Space)
    paste(qtbot, words)
    press(qtbot, Key.Key_Return)
    values = {"emails": [one.address for one in ada(stage).emails], "phones": [one.number for one in ada(stage).phones],
              "profiles": [one.url for one in ada(stage).profiles]}[rows]  # fmt: skip
    assert values == [kept]
    assert shown.rows[0].value.text() == kept
    assert not shown.rows[0].value.is_editing()


@pytest.mark.parametrize(
    ("rows", "words", "why"),
    [("emails", "ada@@example", "before the @"), ("phones", "call me", "phone number"),
     ("profiles", "0000-0002-1825-0098", "last digit"), ("profiles", "@ada", "which site")],
)  # fmt: skip
def test_what_cannot_be_stays_in_the_field_with_the_reason(
    qtbot: QtBot, stage: Stage, rows: str, words: str, why: str
) -> None:
    tab = details(stage)
    shown = getattr(tab, rows)
    shown.add.setFocus()
    press(qtbot, Key.Key_Space)
    before = stage.desk.ask(people.page_of, stage.ids["Ada"])
    paste(qtbot, words)
    press(qtbot, Key.Key_Return)
    line = shown.rows[0].value
    assert line.line.field().hasFocus() and line.line.field().text() == words
    assert why in line.hint.text() and line.hint.isVisible()
    # Going elsewhere, and another change that is kept, take nothing away.
    tab.texts["place"].setFocus()
    stage.frame.bridge.do_quietly(people.change, stage.ids["Ada"], "nickname", "Addie")
    assert line.is_editing() and line.line.field().text() == words and line.hint.isVisible()
    after = stage.desk.ask(people.page_of, stage.ids["Ada"])
    assert (after.person.emails, after.person.phones, after.person.profiles) == (
        before.person.emails, before.person.phones, before.person.profiles,
    )  # fmt: skip
    # Somebody else never sees it; nor is it kept for them.
    stage.page.detail.show_person(stage.ids["Bela"])
    assert getattr(tab, rows).rows == []
    # What is mended is kept.
    stage.page.detail.show_person(stage.ids["Ada"])
    assert getattr(tab, rows).rows == []


def test_escape_takes_a_doubted_row_away_and_restores_a_changed_one(qtbot: QtBot, stage: Stage) -> None:
    stage.desk.do(people.set_emails, stage.ids["Ada"], [Email("ada@example.org", "work")])
    tab = details(stage)
    tab.emails.rows[0].value.setFocus()
    press(qtbot, Key.Key_F2)
    paste(qtbot, "ada@")
    press(qtbot, Key.Key_Return)
    assert tab.emails.rows[0].value.is_editing()
    press(qtbot, Key.Key_Escape)
    assert tab.emails.rows[0].value.text() == "ada@example.org"
    assert not tab.emails.rows[0].value.hint.isVisible()
    tab.emails.add.setFocus()
    press(qtbot, Key.Key_Space)
    press(qtbot, Key.Key_Escape)
    assert len(tab.emails.rows) == 1
    assert ada(stage).emails == (Email("ada@example.org", "work"),)


def test_a_row_is_changed_and_taken_away_by_keyboard(qtbot: QtBot, stage: Stage) -> None:
    stage.desk.do(people.set_profiles, stage.ids["Ada"], ["github ada", "0000-0002-1825-0097"])
    tab = details(stage)
    assert [row.kind.text() for row in tab.profiles.rows] == ["GitHub", "ORCID"]
    tab.profiles.rows[0].value.setFocus()
    press(qtbot, Key.Key_F2)
    paste(qtbot, "x @ada")
    press(qtbot, Key.Key_Return)
    assert [row.kind.text() for row in tab.profiles.rows] == ["X", "ORCID"]
    tab.profiles.rows[1].cross.setFocus()
    press(qtbot, Key.Key_Space)
    assert [page.url for page in ada(stage).profiles] == ["https://x.com/ada"]


def test_a_page_opens_in_the_browser(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    stage.desk.do(people.set_profiles, stage.ids["Ada"], ["github ada"])
    details(stage).profiles.rows[0].open.click()
    assert opened == ["https://github.com/ada"]


def test_a_time_zone_is_found_by_its_town(qtbot: QtBot, stage: Stage) -> None:
    tab = details(stage)
    tab.zone.setFocus()
    press(qtbot, Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "kyoto")
    assert tab.zone.hint.text() == "Asia/Tokyo · It is 19:00 there"
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Return)
    assert ada(stage).time_zone == "Asia/Tokyo"
    assert tab.zone.text() == "Asia/Tokyo" and tab.clock.text() == "It is 19:00 there"


def test_a_town_is_offered_and_taken(qtbot: QtBot, stage: Stage) -> None:
    tab = details(stage)
    tab.zone.setFocus()
    press(qtbot, Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "san fran")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    QApplication.processEvents()
    assert ada(stage).time_zone == "America/Los_Angeles"
    assert not tab.zone.is_editing()


def test_no_zone_is_guessed(qtbot: QtBot, stage: Stage) -> None:
    tab = details(stage)
    tab.zone.setFocus()
    press(qtbot, Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "atlantis")
    press(qtbot, Key.Key_Return)
    assert tab.zone.is_editing() and "no time zone" in tab.zone.hint.text()
    assert ada(stage).time_zone == ""


def test_the_place_offers_its_zone(stage: Stage) -> None:
    tab = details(stage)
    assert not tab.zone_offer.isVisible()
    stage.frame.bridge.do_quietly(people.change, stage.ids["Ada"], "place", "Lund, Sweden")
    assert tab.zone_offer.isVisible()
    tab.zone_offer.click()
    assert ada(stage).time_zone == "Europe/Stockholm"
    assert not tab.zone_offer.isVisible()


def test_a_date_in_doubt_stays_for_the_same_person_only(qtbot: QtBot, stage: Stage) -> None:
    stage.desk.do(fields.define, "Defence", "date")
    tab = details(stage)
    (when,) = tab.own.controls.values()
    for line in (tab.birthday, when):
        line.setFocus()
        press(qtbot, Key.Key_F2)
        qtbot.keyClicks(QApplication.focusWidget(), "someday")
        press(qtbot, Key.Key_Tab)
        assert line.is_editing() and line.line.field().text() == "someday"
        assert "does not read as a date" in line.hint.text()
    stage.frame.bridge.do_quietly(people.change, stage.ids["Ada"], "nickname", "Addie")
    assert tab.birthday.is_editing() and when.is_editing()
    assert ada(stage).birthday == ""
    stage.page.detail.show_person(stage.ids["Bela"])
    assert not tab.birthday.is_editing() and not tab.birthday.hint.isVisible()


def test_a_birthday_to_come_is_said_and_not_kept(qtbot: QtBot, stage: Stage) -> None:
    tab = details(stage)
    tab.birthday.setFocus()
    press(qtbot, Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "3 March 2199")
    assert "still to come" in tab.birthday.hint.text()
    press(qtbot, Key.Key_Return)
    assert tab.birthday.is_editing() and ada(stage).birthday == ""
    with pytest.raises(Refused, match="still to come"):
        stage.desk.do(people.change, stage.ids["Ada"], "birthday", "2199-03-03")


@pytest.mark.parametrize("words", ["fri", "in 3 weeks", "4 aug", "2019", "spring 2019?"])
def test_what_a_date_means_is_said_before_enter(qtbot: QtBot, stage: Stage, words: str) -> None:
    stage.desk.do(fields.define, "Defence", "date")
    tab = details(stage)
    (when,) = tab.own.controls.values()
    when.setFocus()
    press(qtbot, Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), words)
    said = when.hint.text()
    assert said
    press(qtbot, Key.Key_Return)
    assert when.line.text() == said
    assert stage.desk.ask(fields.values, stage.ids["Ada"])


def test_notes_are_read_formatted_and_written_plain(qtbot: QtBot, stage: Stage) -> None:
    text = "# Lund\nlikes **rye** ![x](file:///etc/passwd)"
    stage.desk.do(people.change, stage.ids["Ada"], "notes", text)
    stage.page.detail.show_person(stage.ids["Ada"])
    stage.page.detail.show_tab("notes")
    notes = stage.page.detail.stack.currentWidget()
    assert isinstance(notes, Notes)
    assert notes.view.isVisible() and not notes.edit.isVisible()
    assert notes.view.toPlainText().startswith("Lund\nlikes rye [x]")
    notes.view.setFocus()
    press(qtbot, Key.Key_F2)
    assert notes.edit.isVisible() and notes.edit.hasFocus() and notes.edit.text() == text
    qtbot.keyClicks(notes.edit, "## ")
    qtbot.keyClick(notes.edit, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ada(stage).notes == "## " + text
    assert notes.view.isVisible() and notes.view.hasFocus()
    press(qtbot, Key.Key_F2)
    qtbot.keyClicks(notes.edit, "never")
    press(qtbot, Key.Key_Escape)
    assert ada(stage).notes == "## " + text and notes.view.isVisible()


def test_fifty_thousand_letters_are_kept_and_elided(qtbot: QtBot, stage: Stage) -> None:
    name, note = "X" * 50_000, "word " * 10_000
    stage.ids["Long"] = add_person(stage.desk, name)
    stage.desk.do(people.change, stage.ids["Long"], "notes", note)
    stage.page.list.show_people()
    for tab in ("overview", "details", "notes", "timeline"):
        stage.page.detail.show_person(stage.ids["Long"])
        stage.page.detail.show_tab(tab)
        stage.window.grab()
    kept = stage.desk.ask(people.person, stage.ids["Long"])
    assert (kept.name, kept.notes) == (name, note)
    header = stage.page.detail.header
    assert header.name.text() == name and header.width() <= stage.window.width()
    assert all(len(one.toolTip()) <= 400 for one in stage.window.findChildren(type(header.line)))
