"""The conflict list over the window: reasons, how far back, somebody added by hand, and saving."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from hallway.domain.achievements import Achievement
from hallway.domain.projects import Partner, Project
from hallway.ui.exchange.conflict_rows import ROW
from hallway.ui.exchange.conflicts import ConflictsPanel
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases import achievements, conflicts, projects
from hallway.usecases.desk import Desk
from tests.makers import add_person
from tests.ui.house import nameless, open_window, press, same_names, settle

Key = Qt.Key


def fill(desk: Desk) -> None:
    """A paper of six years ago with Ada, a project with Bo."""
    ada, bo = add_person(desk), add_person(desk, "Bo Lindqvist")
    for whose in (None, ada):
        desk.do(achievements.add, Achievement("Looms that think and count", "publication", whose, "2020"))
    desk.do(projects.add, Project("Night heat", people=(Partner(bo),)))


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    fill(desk)
    return open_window(qtbot, desk, tmp_path, Place("exchange"))


def open_list(window: Window) -> ConflictsPanel:
    window.frame.catalogue.run("exchange.conflicts")
    settle()
    panel = window.overlay()
    assert isinstance(panel, ConflictsPanel)
    return panel


def names(panel: ConflictsPanel) -> list[str]:
    return [f"{row.type} {row.name}" for row in panel.model.rows]


def test_each_row_says_why_and_the_span_is_kept(qtbot: QtBot, window: Window, desk: Desk) -> None:
    panel = open_list(window)
    QAbstractItemModelTester(panel.model)
    assert names(panel) == ["C Lindqvist, Bo"] and panel.why.text() == "Project “Night heat”."
    assert nameless(panel) == [] and same_names(panel) == set()
    spoken = panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Lindqvist, Bo, Collaborator") and panel.model.index(0).data(ROW) is panel.model.rows[0]
    panel.months.setFocus()
    panel.months.selectAll()
    qtbot.keyClicks(panel.months, "80")
    press(qtbot, window, Key.Key_Tab)
    assert names(panel) == ["A Lovelace, Ada", "C Lindqvist, Bo"] and desk.ask(conflicts.months) == 80
    panel.list.setFocus()
    press(qtbot, window, Key.Key_Delete)
    assert len(names(panel)) == 2, "a paper is put right where it is"
    press(qtbot, window, Key.Key_Return)
    assert window.overlay() is None and window.frame.navigator.here == Place("people", "person", 2)


def test_somebody_is_added_by_hand_and_taken_away(qtbot: QtBot, window: Window, desk: Desk) -> None:
    panel = open_list(window)
    panel.add.setFocus()
    press(qtbot, window, Key.Key_Space)
    form = panel.form
    assert form.isVisible() and form.who.field.hasFocus() and nameless(form) == []
    qtbot.keyClicks(form.who.field, "Ada")
    press(qtbot, window, Key.Key_Return)
    form.since.set_value("2023")
    form.keep.setFocus()
    press(qtbot, window, Key.Key_Space)
    assert names(panel) == ["G Lovelace, Ada", "C Lindqvist, Bo"] and not form.isVisible()
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(0))
    press(qtbot, window, Key.Key_Delete)
    assert names(panel) == ["C Lindqvist, Bo"]


def test_it_is_saved_or_says_why_not(qtbot: QtBot, filed: Desk, tmp_path: Path) -> None:
    fill(filed)
    window = open_window(qtbot, filed, tmp_path, Place("exchange"))
    panel = open_list(window)
    for path in (tmp_path / "nowhere" / "x.xlsx", tmp_path / "x.pdf"):
        panel.message.hide()
        panel.save_to(path)
        qtbot.waitUntil(panel.message.isVisible)
        assert panel.isVisible() and panel.save.isEnabled()
    assert ".xlsx" in panel.message.label.text()
    path = tmp_path / "x.xlsx"
    panel.save_to(path)
    qtbot.waitUntil(lambda: window.overlay() is None)
    cells = [cell.value for row in load_workbook(path).worksheets[0].iter_rows() for cell in row]
    assert "Lindqvist, Bo" in cells
