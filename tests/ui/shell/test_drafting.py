"""What is being typed is kept every two seconds, in any editor, and offered after an end that was none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from hallway.store import erasing
from hallway.ui.capture.line import CaptureLine
from hallway.ui.frame.places import Place
from hallway.ui.parts.log_panel import LogPanel
from hallway.ui.shell import going_on
from hallway.ui.shell.drafting import EVERY, Drafting
from hallway.ui.shell.going_on import GoingOn
from hallway.ui.shell.window import Window
from hallway.usecases import drafts, people
from hallway.usecases.desk import Desk
from tests.makers import add_person
from tests.ui.house import LEFT, open_window, settle, words_on


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setattr(going_on, "SHOWN_AFTER", 0)
    add_person(desk, "Ada Lovelace")
    yield open_window(qtbot, desk, tmp_path, Place("people", "person", 1))


def drafting(window: Window) -> Drafting:
    made = Drafting(window, window.frame.bridge, window.frame.navigator)
    window.frame.catalogue.running.connect(made.note_action)
    return made


def kept(desk: Desk) -> list[dict[str, str]]:
    return [draft.fields for draft in desk.ask(drafts.listed)]


def write_in_capture(qtbot: QtBot, window: Window, words: str) -> CaptureLine:
    window.frame.catalogue.run("window.capture")
    settle()
    panel = window.overlay()
    line = panel.findChild(CaptureLine) if panel else None
    assert line is not None
    qtbot.keyClicks(line, words)
    return line


def test_f12_two_seconds_after_the_first_key_it_is_on_disk(qtbot: QtBot, window: Window, desk: Desk) -> None:
    drafting(window)
    write_in_capture(qtbot, window, "Grace Hopper @Navy")
    assert kept(desk) == []
    qtbot.waitUntil(lambda: kept(desk) != [], timeout=EVERY + 1_500)
    assert "Grace Hopper @Navy" in kept(desk)[0].values()


def test_f12_a_draft_is_no_step_of_the_history(qtbot: QtBot, window: Window, desk: Desk) -> None:
    before = desk.history()
    made = drafting(window)
    write_in_capture(qtbot, window, "Grace Hopper")
    made.keep()
    assert kept(desk) and desk.history() == before


def test_f12_saving_and_leaving_let_it_go(qtbot: QtBot, window: Window, desk: Desk) -> None:
    made = drafting(window)
    line = write_in_capture(qtbot, window, "Grace Hopper")
    made.keep()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert desk.ask(people.count) == 2 and kept(desk) == []
    write_in_capture(qtbot, window, "Somebody")
    made.keep()
    assert kept(desk)
    panel = window.overlay()
    assert panel is not None
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    settle()
    assert kept(desk) == []


def test_f12_an_ordinary_end_lets_it_go_and_leaves_older_ones(qtbot: QtBot, window: Window, desk: Desk) -> None:
    desk.do(drafts.keep, drafts.Draft("older", "a note", fields={"Notes": "from before"}))
    made = drafting(window)
    write_in_capture(qtbot, window, "Grace Hopper")
    made.keep()
    made.finish()
    assert kept(desk) == [{"Notes": "from before"}]


@pytest.mark.parametrize(
    "action",
    "window.capture people.log people.add events.add opportunities.add outreach.add favours.add messages.words"
    " projects.add letters.add".split(),
)
def test_f12_every_editor_keeps_and_comes_back(qtbot: QtBot, window: Window, desk: Desk, action: str) -> None:
    made = drafting(window)
    window.frame.catalogue.run(action)
    settle()
    panel = window.overlay()
    if panel is None:
        pytest.skip("opens a page")
    fields = [one for one in panel.findChildren(QLineEdit) + panel.findChildren(QTextEdit)
              if one.isVisible() and one.isEnabled() and not one.isReadOnly() and not one.property("finds")
              and not one.objectName().startswith("qt_") and not hasattr(one, "searched")]  # fmt: skip
    field = fields[0]
    field.setFocus()
    settle()
    qtbot.keyClicks(field, "words of mine")
    made.keep()
    (draft,) = desk.ask(drafts.listed)
    assert any("words of mine" in words for words in draft.fields.values()) and draft.action == action
    # as after a kill: the window is there anew, the draft still is
    made.deleteLater()
    panel.close_panel()
    settle()
    desk.do(drafts.keep, draft)
    offered = GoingOn(window)
    assert offered.strip is not None and "You were writing" in offered.strip.label.text()
    qtbot.mouseClick(offered.strip._action, LEFT)
    qtbot.wait(20)
    settle()
    panel = window.overlay()
    assert panel is not None
    texts = [one.text() if isinstance(one, QLineEdit) else one.toPlainText()
             for one in panel.findChildren(QLineEdit) + panel.findChildren(QTextEdit)]  # fmt: skip
    assert any("words of mine" in text for text in texts)
    assert kept(desk) == []


def test_f12_a_panel_with_people_in_it_comes_back_too(qtbot: QtBot, window: Window, desk: Desk) -> None:
    made = drafting(window)
    window.frame.catalogue.run("people.log")
    settle()
    panel = window.findChild(LogPanel)
    assert panel is not None
    qtbot.keyClicks(panel.words, "We spoke about looms")
    made.keep()
    (draft,) = desk.ask(drafts.listed)
    assert draft.room == ("people", "person", 1)


def test_f12_what_has_no_editor_any_more_can_be_read_and_copied(qtbot: QtBot, window: Window, desk: Desk) -> None:
    gone = drafts.Draft("x", "A form of another time", ("people", "person", 1), "", {"Old field": "my words"})
    desk.do(drafts.keep, gone)
    offered = GoingOn(window)
    assert offered.strip is not None
    qtbot.mouseClick(offered.strip._action, LEFT)
    qtbot.wait(20)
    settle()
    panel = window.overlay()
    assert panel is not None and "Old field: my words" in panel.text.toPlainText()


def test_f12_it_can_be_let_go_and_the_next_one_is_offered(qtbot: QtBot, window: Window, desk: Desk) -> None:
    for number in (1, 2):
        desk.do(drafts.keep, drafts.Draft(f"place {number}", f"note {number}", fields={"Notes": "words"}))
    offered = GoingOn(window)
    settle()
    first = [words for words in words_on(window) if words.startswith("You were writing")]
    assert offered.let is not None and len(first) == 1
    qtbot.mouseClick(offered.let, LEFT)
    qtbot.wait(20)
    settle()
    second = [words for words in words_on(window) if words.startswith("You were writing")]
    assert len(kept(desk)) == 1 and len(second) == 1 and second != first


def test_p5_a_secret_is_no_draft(qtbot: QtBot, window: Window, desk: Desk) -> None:
    from hallway.ui.widgets.overlay import OverlayPanel

    made = drafting(window)
    panel = OverlayPanel(window, title="A secret")
    secret = QLineEdit()
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    panel.body.addWidget(secret)
    panel.open(secret)
    settle()
    qtbot.keyClicks(secret, "open sesame")
    made.keep()
    assert kept(desk) == []
    panel.close_panel()


def test_p8_erasing_somebody_leaves_no_draft(desk: Desk) -> None:
    person = add_person(desk)
    desk.do(drafts.keep, drafts.Draft("x", "a note about them", fields={"Notes": "MARKER"}))
    desk.do(erasing.erase, person)
    assert kept(desk) == []


def test_a_draft_that_does_not_read_is_left_out(desk: Desk) -> None:
    desk.do(drafts.keep, drafts.Draft("x", "fine"))
    connection = desk.database.connection
    for number, rubbish in enumerate(("", "[]", "{", '{"fields": 4}', '{"fields": {}, "about": 1}')):
        connection.execute("INSERT INTO draft VALUES (?, ?, '')", (f"bad {number}", rubbish))
    assert [draft.place for draft in desk.ask(drafts.listed)] == ["x"]
