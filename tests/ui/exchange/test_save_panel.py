"""Saving people from the window: what, how and whom, by keyboard alone; and what goes wrong is said in the panel."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hallway.formats import vcard
from hallway.store.lists import PeopleFilter
from hallway.ui.exchange.save_panel import SavePeople, open_save_people
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.usecases import exporting, people, views
from hallway.usecases.desk import Desk
from hallway.usecases.exporting import Form
from tests.makers import add_person
from tests.ui.house import CONTROL, nameless, open_window, press, same_names, settle, words_on

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, filed: Desk, tmp_path: Path) -> Window:
    """Ada of the mentors, Bo archived, Chen let go; a saved view of those called Ada, and one of those let go."""
    add_person(filed, "Ada Adeyemi", groups=("Mentors/1",))
    bo, chen = add_person(filed, "Bo Bakker"), add_person(filed, "Chen Chu")
    filed.do(people.archive, [bo])
    filed.do(people.let_go, [chen])
    filed.do(views.save, "Adas", PeopleFilter(words="ada"))
    return open_window(qtbot, filed, tmp_path, Place("exchange"))


def opened(window: Window, action: str = "exchange.vcard") -> SavePeople:
    window.frame.catalogue.run(action)
    settle()
    panel = window.overlay()
    assert isinstance(panel, SavePeople)
    return panel


def saved(qtbot: QtBot, window: Window, panel: SavePeople, path: Path) -> str:
    """What the toast says once it is written."""
    said: list[str] = []
    window.frame.bridge.said.connect(lambda words, undoable: said.append(words))
    panel.save_to(path)
    qtbot.waitUntil(lambda: window.overlay() is None and bool(said))
    return said[-1]


def test_all_of_it_by_keyboard(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    panel = opened(window)
    assert panel.form() is Form.CARDS_3 and panel.cards.isVisible() and not panel.tables.isVisible()
    assert nameless(panel) == [] and same_names(panel) == set()
    press(qtbot, window, Key.Key_Right)
    assert panel.form() is Form.SPREADSHEET and panel.tables.isVisible() and not panel.cards.isVisible()
    press(qtbot, window, Key.Key_Tab)
    for form in (Form.EXACT, Form.GOOGLE, Form.OUTLOOK):
        press(qtbot, window, Key.Key_Down)
        assert panel.form() is form
    for _ in range(2):
        press(qtbot, window, Key.Key_Up)
    press(qtbot, window, Key.Key_Tab)
    assert panel.whom.hasFocus()
    press(qtbot, window, Key.Key_Down)
    press(qtbot, window, Key.Key_Down)
    press(qtbot, window, Key.Key_Return, CONTROL)
    dialog = panel.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog) and dialog.defaultSuffix() == "csv"
    assert Path(dialog.selectedFiles()[0]).name == "Mentors 1.csv"
    dialog.reject()
    assert saved(qtbot, window, panel, tmp_path / "mentors.csv") == "1 person saved in mentors.csv"
    (row,) = csv.DictReader((tmp_path / "mentors.csv").read_text().splitlines())
    assert row["Name"] == "Ada Adeyemi"


def test_whom_one_may_save(window: Window) -> None:
    panel = opened(window)
    listed = [panel.whom.itemText(at) for at in range(panel.whom.count())]
    assert listed == [
        "Everybody, 2", "Without those archived or not yet met, 1", "Group: Mentors/1, 1", "Saved view: Adas, 1",
    ]  # fmt: skip
    assert "Your notes on people are in the file. Whoever was let go is not." in words_on(panel)


@pytest.mark.parametrize(("form", "start"), [(Form.CARDS_3, b"VERSION:3.0"), (Form.CARDS_4, b"VERSION:4.0")])
def test_cards_of_both_versions(qtbot: QtBot, window: Window, tmp_path: Path, form: Form, start: bytes) -> None:
    panel = opened(window)
    panel.cards.radios[form].setChecked(True)
    assert saved(qtbot, window, panel, tmp_path / "people.vcf") == "2 people saved in people.vcf"
    data = (tmp_path / "people.vcf").read_bytes()
    assert start in data and [one.name for one in vcard.read(data).records] == ["Ada Adeyemi", "Bo Bakker"]


def test_a_table_begins_with_the_one_for_spreadsheets(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    panel = opened(window, "exchange.csv")
    assert panel.form() is Form.SPREADSHEET
    saved(qtbot, window, panel, tmp_path / "people.csv")
    assert (tmp_path / "people.csv").read_bytes().startswith(b'\xef\xbb\xbf"Name"')


@pytest.mark.parametrize(("form", "column"), [(Form.GOOGLE, "Organization Name"), (Form.OUTLOOK, "Job Title")])
def test_tables_for_other_programs(qtbot: QtBot, window: Window, tmp_path: Path, form: Form, column: str) -> None:
    panel = opened(window, "exchange.csv")
    panel.tables.radios[form].setChecked(True)
    saved(qtbot, window, panel, tmp_path / "people.csv")
    rows = list(csv.DictReader((tmp_path / "people.csv").read_text("utf-8-sig").splitlines()))
    assert column in rows[0] and [row["Last Name"] for row in rows] == ["Adeyemi", "Bakker"]


def test_what_cannot_be_written_is_said_and_the_panel_stays(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel, old = opened(window), tmp_path / "people.vcf"
    panel.save_to(tmp_path / "nowhere" / "people.vcf")
    qtbot.waitUntil(panel.message.isVisible)
    qtbot.waitUntil(lambda: panel.job is None)
    assert "folder is not there" in panel.message.label.text() and panel.keep.isEnabled()
    old.write_text("as it was")
    write = vcard.write
    monkeypatch.setattr(vcard, "write", lambda *all_: write(*all_)[:-4])
    panel.save_to(old)
    qtbot.waitUntil(lambda: panel.job is None and "read back" in panel.message.label.text())
    assert old.read_text() == "as it was" and panel.isVisible()
    monkeypatch.undo()
    assert saved(qtbot, window, panel, old) == "2 people saved in people.vcf"


def test_it_does_not_close_while_it_writes(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    panel = opened(window)
    panel.save_to(tmp_path / "people.vcf")
    assert panel.job is not None
    panel.write()
    assert panel.findChild(QFileDialog) is None, "one after the other"
    panel.close_panel()
    assert panel.isVisible()
    qtbot.waitUntil(lambda: window.overlay() is None)
    assert window.frame.bridge.ask(exporting.people), "the record is open as before"


def test_a_message_fits_a_low_window_with_large_letters(qtbot: QtBot, window: Window) -> None:
    window.resize(960, 640)
    theme.choose_base(20)
    settle()
    try:
        panel = open_save_people(window.frame, window, "table")
        settle()
        assert panel.card.height() <= 640 - 48 and panel.inside.isVisible()
        panel.say("The file may not be written. Nothing was changed. Choose another place, or change the permissions.")
        settle()
        assert not panel.inside.isVisible() and panel.card.sizeHint().height() <= 640 - 48
        assert panel.message.height() >= panel.message.sizeHint().height()
    finally:
        theme.choose_base(13)
