"""The list: order, search, groups, views, marks, and what the keys do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from hallway.domain.people import Order, Standing
from hallway.ui.frame.bridge import Bridge
from hallway.ui.models.people import LINE, PeopleModel
from hallway.ui.people.add_person import AddPerson
from hallway.usecases import people
from hallway.usecases.desk import Desk
from hallway.usecases.people import PeopleFilter
from tests.makers import add_person
from tests.ui.people.stage import Stage, make_stage, show

Key = Qt.Key
RECENT = ["Ada Adeyemi", "Bela Bakker", "Chen Chu", "Dora Dahl"]


def test_the_model_keeps_what_qt_asks_of_models(desk: Desk, ids: dict[str, int]) -> None:
    model = PeopleModel(Bridge(desk))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_people(PeopleFilter())
    model.show_people(PeopleFilter(words="bak"))
    model.mark([ids["Bela"]], True)
    model.show_people(PeopleFilter(order=Order.NAME))
    assert tester.model() is model
    assert model.marked() == (ids["Bela"],)


def test_rows_are_fetched_by_the_page_when_there_are_many(desk: Desk) -> None:
    for number in range(230):
        add_person(desk, f"Person {number:03}")
    model = PeopleModel(Bridge(desk))
    model.show_people(PeopleFilter(order=Order.NAME))
    assert model.rowCount() == 230
    assert model.index(229).data() == "Person 229"
    assert len(model._lines) == 30


def test_a_row_speaks_a_whole_sentence(stage: Stage) -> None:
    row = stage.page.list.model.index(0)
    said = row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Ada Adeyemi, Professor, Halden Institute, last in touch 2 days ago, a promise of yours is open"
    )
    assert stage.page.list.model.index(1).data(LINE).check_in_soon


def test_the_list_opens_with_the_latest_first_and_shows_them(stage: Stage) -> None:
    assert stage.names() == RECENT
    assert stage.shown() == "Ada Adeyemi"
    assert stage.page.list.count.text() == "4"


def test_arrows_move_and_the_page_follows(qtbot: QtBot, stage: Stage) -> None:
    table = stage.page.list.table
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Down)
    assert stage.shown() == "Bela Bakker"
    qtbot.keyClick(table, Key.Key_End)
    assert stage.shown() == "Dora Dahl"


def test_searching_narrows_while_typing_and_escape_clears(qtbot: QtBot, stage: Stage) -> None:
    stage.page.find_on_page()
    search = stage.page.list.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "hei")
    assert stage.names() == []
    search.clear()
    qtbot.keyClicks(search, "urban h")
    assert stage.names() == ["Bela Bakker"]
    qtbot.keyClick(search, Key.Key_Return)
    assert stage.page.list.table.hasFocus()
    qtbot.keyClick(search, Key.Key_Escape)
    assert stage.names() == RECENT


def test_groups_combine_and_everyone_clears(qtbot: QtBot, stage: Stage) -> None:
    chips = stage.page.list.groups
    by_name = {chip.text(): chip for chip in chips._chips.values()}
    qtbot.mouseClick(by_name["Mentors"], Qt.MouseButton.LeftButton)
    assert stage.names() == ["Ada Adeyemi"]
    assert by_name["Mentors"].accessibleName() == "Mentors, filter, on"
    qtbot.mouseClick(by_name["Cohort"], Qt.MouseButton.LeftButton)
    assert stage.names() == ["Ada Adeyemi", "Bela Bakker"]
    qtbot.mouseClick(chips._everyone, Qt.MouseButton.LeftButton)
    assert stage.names() == RECENT


def test_groups_that_do_not_fit_stand_in_the_menu(qtbot: QtBot, desk: Desk, ids: dict[str, int]) -> None:
    desk.do(people.set_groups, ids["Dora"], [f"A group with a long name {number}" for number in range(6)])
    stage = show(qtbot, make_stage(desk, ids))
    chips = stage.page.list.groups
    assert chips._more.isVisible()
    menu = chips.menu()
    assert len(menu.actions()) == 8
    menu.actions()[-1].trigger()
    assert stage.names() == ["Ada Adeyemi"]


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (Order.NAME, "Ada Adeyemi"),
        (Order.NEXT, "Bela Bakker"),
        (Order.ADDED, "Dora Dahl"),
        (Order.RECENT, "Ada Adeyemi"),
    ],
)
def test_orders(stage: Stage, order: Order, first: str) -> None:
    stage.page.list.order_by(order)
    assert stage.names()[0] == first
    assert stage.shown() == "Ada Adeyemi"


def test_delete_lets_go_with_undo_and_shows_who_comes_next(qtbot: QtBot, stage: Stage) -> None:
    table = stage.page.list.table
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Down)
    qtbot.keyClick(table, Key.Key_Delete)
    assert stage.said == ["Let go of Bela Bakker"]
    assert "Bela Bakker" not in stage.names()
    assert stage.shown() != "Bela Bakker"
    stage.frame.bridge.undo()
    assert stage.names() == RECENT


def test_let_go_has_a_view_to_bring_back_from(stage: Stage) -> None:
    stage.frame.bridge.do(people.let_go, [stage.ids["Bela"]])
    stage.page.list.show_view(Standing.LET_GO)
    assert stage.names() == ["Bela Bakker"]
    assert stage.shown() == "Bela Bakker"
    assert stage.page.detail.standing.isVisible()
    stage.page.do("bring back")
    assert stage.names() == []
    assert stage.page.list.nobody.isVisible()
    assert not stage.page.list.nobody.button.isVisible()


def test_space_marks_several_and_one_step_archives_them(qtbot: QtBot, stage: Stage) -> None:
    table = stage.page.list.table
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Space)
    qtbot.keyClick(table, Key.Key_Down)
    qtbot.keyClick(table, Key.Key_Space)
    assert stage.page.list.model.marked() == (stage.ids["Ada"], stage.ids["Bela"])
    assert stage.page.list.marks.isVisible()
    qtbot.mouseClick(stage.page.list.marks.archive, Qt.MouseButton.LeftButton)
    assert stage.said == ["Archived 2 people"]
    assert stage.names() == ["Chen Chu", "Dora Dahl"]
    assert not stage.page.list.marks.isVisible()
    stage.frame.bridge.undo()
    assert stage.names() == RECENT


def test_shift_and_down_marks_a_run_and_escape_unmarks(qtbot: QtBot, stage: Stage) -> None:
    table = stage.page.list.table
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(stage.page.list.model.marked()) == 3
    qtbot.keyClick(table, Key.Key_Escape)
    assert stage.page.list.model.marked() == ()


def test_control_and_click_marks_without_moving(qtbot: QtBot, stage: Stage) -> None:
    table = stage.page.list.table
    spot = table.visualRect(stage.page.list.model.index(2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot)
    assert stage.page.list.model.marked() == (stage.ids["Chen"],)
    assert stage.shown() == "Ada Adeyemi"


def test_an_empty_record_offers_one_button_that_adds(qtbot: QtBot, desk: Desk) -> None:
    stage = show(qtbot, make_stage(desk, {}))
    nobody = stage.page.list.nobody
    assert nobody.isVisible()
    assert nobody.button.isVisible()
    assert stage.page.right.currentWidget() is stage.page.nobody
    qtbot.mouseClick(nobody.button, Qt.MouseButton.LeftButton)
    panel = stage.window.findChild(AddPerson)
    assert panel is not None
    assert panel.isVisible()
    assert panel.name.hasFocus()


def test_the_last_import_stands_in_a_view_of_its_own(stage: Stage) -> None:
    stage.page.list.show_view("last import")
    assert stage.names() == []
    assert stage.page.list.title.text() == "Last import"


def test_people_that_change_elsewhere_are_asked_for_when_the_room_comes_back(stage: Stage, desk: Desk) -> None:
    stage.window.hide()
    stage.frame.bridge.do(people.change, stage.ids["Ada"], "name", "Ada Lovelace")
    stage.window.show()
    stage.page.show_place(stage.frame.navigator.here)  # type: ignore[arg-type]
    assert stage.names()[0] == "Ada Lovelace"
    assert stage.shown() == "Ada Lovelace"
