"""Where somebody works, by keys: added, changed, ended, removed and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hallway.domain.people import Affiliation
from hallway.ui.frame.places import Place
from hallway.ui.parts.words_value import WordsValue
from hallway.ui.people.work_history import WorkHistory, WorkRow
from hallway.ui.shell.window import Window
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import organisations, people
from hallway.usecases.desk import Desk
from tests.makers import add_person
from tests.ui.house import CONTROL, open_window, press, settle, strip, undo

K = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[Window]:
    """Ada, who works nowhere yet; two places are known."""
    ada = add_person(desk, "Ada Lovelace")
    for name in ("Lund University", "Lundberg AB"):
        desk.do(organisations.add, name)
    yield open_window(qtbot, desk, tmp_path, Place("people", "person", ada))


def section(window: Window) -> WorkHistory:
    found = window.findChild(WorkHistory)
    assert isinstance(found, WorkHistory)
    return found


def works(desk: Desk) -> list[tuple[str, ...]]:
    (ada,) = [id_ for (id_,) in desk.database.rows("SELECT id FROM person WHERE name = 'Ada Lovelace'")]
    return [
        (one.organisation, one.role, one.unit, one.start_on, one.end_on)
        for one in desk.ask(people.person, ada).affiliations
    ]


def write(qtbot: QtBot, window: Window, field: TextField | WordsValue, words: str) -> None:
    """Type into a plain field, or open a date and type there."""
    field.setFocus()
    line: QWidget = field
    if isinstance(field, WordsValue):
        qtbot.keyClick(field.line, K.Key_Return)
        line = field.line.field()
    qtbot.keyClick(line, K.Key_A, CONTROL)
    qtbot.keyClicks(line, words)
    if isinstance(field, WordsValue):
        qtbot.keyClick(line, K.Key_Return)
    settle()


def add_lund(qtbot: QtBot, window: Window) -> None:
    shown = section(window)
    shown.action.setFocus()
    press(qtbot, window, K.Key_Space)
    form = shown.form()
    qtbot.keyClicks(form.where, "lun")
    press(qtbot, window, K.Key_Down)
    press(qtbot, window, K.Key_Return)
    assert form.where.text() == "Lund University" and form.isVisible()
    write(qtbot, window, form.role, "Reader")
    write(qtbot, window, form.unit, "Physics")
    write(qtbot, window, form.start, "spring 2019?")
    form.keep.setFocus()
    press(qtbot, window, K.Key_Space)


def open_row(qtbot: QtBot, window: Window) -> None:
    row = next(one for one in section(window).findChildren(WorkRow) if one.isVisible())
    row.setFocus()
    press(qtbot, window, K.Key_Return)


def test_a_place_is_added_changed_ended_removed_and_taken_back(qtbot: QtBot, window: Window, desk: Desk) -> None:
    add_lund(qtbot, window)
    assert works(desk) == [("Lund University", "Reader", "Physics", "2019", "")]
    assert len(desk.ask(organisations.listed)) == 2, "nothing was added for what was typed on the way"
    form = section(window).form()
    assert form.isHidden()
    open_row(qtbot, window)
    assert form.role.text() == "Reader" and form.start.text() == "2019"
    write(qtbot, window, form.role, "Professor")
    press(qtbot, window, K.Key_Return)
    assert works(desk) == [("Lund University", "Professor", "Physics", "2019", "")]
    open_row(qtbot, window)
    write(qtbot, window, form.end, "2024-05")
    assert form.end.text() == "May 2024"
    form.keep.setFocus()
    press(qtbot, window, K.Key_Space)
    assert works(desk) == [("Lund University", "Professor", "Physics", "2019", "2024-05")]
    open_row(qtbot, window)
    form.remove.setFocus()
    press(qtbot, window, K.Key_Space)
    assert works(desk) == []
    undo(qtbot, window)
    assert works(desk) == [("Lund University", "Professor", "Physics", "2019", "2024-05")]
    press(qtbot, window, K.Key_Z, CONTROL)
    press(qtbot, window, K.Key_Z, CONTROL)
    assert works(desk) == [("Lund University", "Reader", "Physics", "2019", "")]


def test_an_end_before_the_beginning_is_refused_and_stays(qtbot: QtBot, window: Window, desk: Desk) -> None:
    add_lund(qtbot, window)
    open_row(qtbot, window)
    form = section(window).form()
    write(qtbot, window, form.end, "2018-05")
    form.keep.setFocus()
    press(qtbot, window, K.Key_Space)
    assert "This would end in May 2018, before it begins in 2019." in strip(window)
    assert form.isVisible() and form.end.text() == "May 2018"
    assert works(desk) == [("Lund University", "Reader", "Physics", "2019", "")]
    press(qtbot, window, K.Key_Escape)
    assert form.isHidden()


def test_a_date_that_was_not_understood_is_not_passed_over(qtbot: QtBot, window: Window, desk: Desk) -> None:
    add_lund(qtbot, window)
    open_row(qtbot, window)
    form = section(window).form()
    write(qtbot, window, form.end, "when she retires")
    form.keep.setFocus()
    press(qtbot, window, K.Key_Space)
    settle()
    assert form.isVisible() and "does not read as a date" in form.end.hint.text()
    assert form.end.line.field().text() == "when she retires"
    assert works(desk)[0][4] == ""


def test_who_has_two_places_says_which_one_they_leave(qtbot: QtBot, window: Window, desk: Desk) -> None:
    add_lund(qtbot, window)
    shown = section(window)
    (ada,) = [id_ for (id_,) in desk.database.rows("SELECT id FROM person")]
    shown._bridge.do(people.set_affiliation, ada, Affiliation("Clinic", start_on="2020"))
    shown.move_on.setFocus()
    press(qtbot, window, K.Key_Space)
    form = shown.moved_form()
    places = [form.leaves.itemText(at) for at in range(form.leaves.count())]
    assert form.leaves.isVisible() and sorted(places) == ["Clinic", "Lund University"]
    form.leaves.setCurrentIndex(places.index("Lund University"))
    write(qtbot, window, form.where, "ETH")
    write(qtbot, window, form.since, "2025")
    form.keep.setFocus()
    press(qtbot, window, K.Key_Space)
    assert sorted((one[0], one[3], one[4]) for one in works(desk)) == [
        ("Clinic", "2020", ""), ("ETH", "2025", ""), ("Lund University", "2019", "2025"),
    ]  # fmt: skip
    undo(qtbot, window)
    assert len(works(desk)) == 2


def test_the_form_that_opens_is_in_view(qtbot: QtBot, window: Window, desk: Desk) -> None:
    add_lund(qtbot, window)
    window.resize(960, 640)
    settle()
    open_row(qtbot, window)
    settle()
    form = section(window).form()
    assert form.visibleRegion().boundingRect().height() >= form.height() - 2
