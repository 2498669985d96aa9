"""Writing to somebody, with real keys: the words change with what is chosen, wait for what is missing, and are kept."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from hallway.domain.messages import Purpose
from hallway.domain.records import Email
from hallway.store.interactions import TimelineFilter
from hallway.ui.frame.places import Place
from hallway.ui.parts.message_editor import MessageEditor
from hallway.ui.parts.message_panel import MessagePanel
from hallway.ui.shell.window import Window
from hallway.usecases import interactions, messages, settings
from hallway.usecases.desk import Desk
from hallway.usecases.messages import Wanted
from tests.makers import add_moment, add_person, days_ago
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, settle

Key = Qt.Key


@pytest.fixture
def ada(desk: Desk) -> int:
    """Somebody with whom the user spoke of looms."""
    desk.do(settings.set_profile, "name", "Ines Okoye")
    id_ = add_person(desk, "Ada Lovelace", emails=(Email("ada@example.org"),))
    add_moment(desk, id_, on=days_ago(9), summary="On looms.")
    return id_


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, ada: int, tmp_path: Path) -> Window:
    return open_window(qtbot, desk, tmp_path, Place("people", "person", ada))


def writing(qtbot: QtBot, window: Window) -> MessagePanel:
    """The panel, opened with W in the list of people."""
    press(qtbot, window, Key.Key_W)
    panel = window.overlay()
    assert isinstance(panel, MessagePanel)
    return panel


def test_w_writes_to_somebody_and_ctrl_enter_logs_it(qtbot: QtBot, window: Window, desk: Desk, ada: int) -> None:
    panel = writing(qtbot, window)
    assert panel.personal.hasFocus()
    assert panel.purpose.currentText() == "A check-in"
    qtbot.keyClicks(panel.personal, "The drawing is on my wall.")
    text = panel.note.text()
    assert text.startswith("Dear Ada Lovelace,\n\nI was thinking of our exchange on looms on 8 June. The drawing is")
    assert not nameless(panel)
    press(qtbot, window, Key.Key_Return, CONTROL)
    logged = desk.ask(interactions.timeline, TimelineFilter(person_id=ada))[0]
    assert (logged.kind, logged.summary) == ("check-in", text.strip())
    desk.undo()
    assert len(desk.ask(interactions.timeline, TimelineFilter(person_id=ada))) == 1


def test_the_words_follow_what_is_chosen_until_they_are_ones_own(qtbot: QtBot, window: Window) -> None:
    panel = writing(qtbot, window)
    panel.relation.setCurrentIndex(panel.relation.findData("peer"))
    assert panel.note.text().startswith("Hi Ada,")
    panel.language.setCurrentIndex(panel.language.findData("de"))
    assert panel.note.text().startswith("Hallo Ada,") and panel.subject.text() == "Ein Gruß von Ines Okoye"
    panel.channel.setCurrentIndex(panel.channel.findData("linkedin"))
    assert panel.subject.isHidden() and "of 300 characters" in panel.state.text()
    panel.note.setFocus()
    qtbot.keyClicks(panel.note, "Ahoy ")
    mine = panel.note.text()
    assert mine.startswith("Ahoy Hallo") and not panel.personal.isEnabled()
    panel.purpose.setCurrentIndex(panel.purpose.findData(Purpose.REVIVE.value))
    assert panel.note.text() == mine, "what was written by hand stays"
    qtbot.mouseClick(panel.again, LEFT)
    assert panel.note.text().startswith("Hallo Ada, es ist eine Weile her.") and panel.again.isHidden()


def test_a_note_that_is_too_long_is_told(qtbot: QtBot, window: Window) -> None:
    panel = writing(qtbot, window)
    panel.channel.setCurrentIndex(panel.channel.findData("linkedin"))
    panel.note.setFocus()
    panel.note.insertPlainText("x" * 300)
    assert "of 300 characters. LinkedIn takes no more." in panel.state.text()


def test_copying_waits_for_a_word_that_is_missing(qtbot: QtBot, window: Window, desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "")
    panel = writing(qtbot, window)
    assert panel.missing() == ("my name",) and "It waits for: my name" in panel.state.text()
    assert not any(button.isEnabled() for button in (panel.copy, panel.mail, panel.save, panel.done))
    press(qtbot, window, Key.Key_Return, CONTROL)
    assert window.overlay() is panel, "nothing is logged with a hole in it"
    text = panel.note.text().replace("[my name]", "Ines")
    panel.note.selectAll()
    panel.note.insertPlainText(text)
    assert panel.copy.isEnabled()
    qtbot.mouseClick(panel.copy, LEFT)
    assert QGuiApplication.clipboard().text() == text


def test_the_mail_program_gets_subject_and_words(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) is None)  # type: ignore[func-returns-value]
    panel = writing(qtbot, window)
    qtbot.mouseClick(panel.mail, LEFT)
    link = bytes(opened[0].toEncoded().data()).decode()
    assert link.startswith("mailto:ada@example.org?subject=A%20hello%20from%20Ines%20Okoye&body=Dear%20Ada")
    assert "%0D%0A" in link and "\n" not in link


def test_a_draft_is_saved_for_a_mail_program(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    panel = writing(qtbot, window)
    panel.save_to(tmp_path / "draft.eml")
    read = message_from_bytes((tmp_path / "draft.eml").read_bytes())
    assert (read["To"], read["Subject"]) == ("ada@example.org", "A hello from Ines Okoye")
    panel.save_to(tmp_path / "nowhere" / "draft.eml")
    assert window.overlay() is panel, "what cannot be written is said, and the message stays"


def test_the_words_to_start_from_are_changed_beside_how_they_read(
    qtbot: QtBot, window: Window, desk: Desk, ada: int
) -> None:
    panel = writing(qtbot, window)
    qtbot.mouseClick(panel.change, LEFT)
    editor = window.overlay()
    assert isinstance(editor, MessageEditor) and editor.body_text.hasFocus()
    assert editor.reads_for.text() == "How it reads for Ada Lovelace" and not nameless(editor)
    editor.body_text.selectAll()
    editor.body_text.insertPlainText("Ahoy {frist name}. {my name}")
    assert editor.state.text() == "There is no field {frist name}. Did you mean {first name}?"
    press(qtbot, window, Key.Key_Return, CONTROL)
    assert window.overlay() is editor and editor.message.isVisible()
    editor.body_text.selectAll()
    editor.body_text.insertPlainText("Ahoy ")
    editor.field.setCurrentIndex(editor.field.findData("first name"))
    qtbot.mouseClick(editor.put, LEFT)
    qtbot.keyClicks(editor.body_text, ". Yours")
    assert editor.reads.text() == "Ahoy Ada. Yours"
    press(qtbot, window, Key.Key_Return, CONTROL)
    settle()
    assert panel.note.text() == "Ahoy Ada. Yours", "the message in hand takes them"
    assert desk.ask(messages.compose, Wanted(Purpose.CHECK_IN, ada)).filled.text == "Ahoy Ada. Yours"
    qtbot.mouseClick(panel.change, LEFT)
    editor = window.overlay()
    assert isinstance(editor, MessageEditor)
    qtbot.mouseClick(editor.back, LEFT)
    assert editor.body_text.text().startswith("{greeting}") and editor.back.isHidden()


def test_the_words_are_found_in_settings_and_in_the_palette(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.frame.catalogue.run("messages.words")
    assert isinstance(window.overlay(), MessageEditor)
    press(qtbot, window, Key.Key_Escape)
    window.frame.navigator.go(Place("settings"))
    settle()
    card = window.page.words
    card.language.setCurrentIndex(1)
    card.language.activated.emit(1)
    assert desk.ask(settings.setting, "messages.language") == "de"
