"""Narrowing the list by conditions, keeping it under a name, the empty result, and changing several people at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.domain.people import Order, Standing
from hallway.ui.frame.places import Place
from hallway.ui.people.list_pane import ListPane
from hallway.ui.people.several import ChooseTopics, rhythm_menu
from hallway.usecases import people, views
from hallway.usecases.people import PeopleFilter
from hallway.usecases.views import Condition
from tests.ui.house import nameless, same_names, settle
from tests.ui.people.stage import Stage

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
RECENT = ["Ada Adeyemi", "Bela Bakker", "Chen Chu", "Dora Dahl"]
NEVER, RHYTHM = Condition("touch", "never"), Condition("rhythm", "any")


@pytest.fixture
def pane(stage: Stage) -> ListPane:
    """The left side of the room."""
    return stage.page.list

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def chips(pane: ListPane) -> list[str]:
    """The conditions on show."""
    return [chip.text() for chip in pane.narrowing.bar.chips if chip.isVisible()]


def ask(qtbot: QtBot, pane: ListPane, *typed: str) -> None:
    """Open the panel, type and press Enter after each of the words, and close it."""
    pane.narrowing.button.setFocus()
    qtbot.keyClick(pane.narrowing.button, Key.Key_Space)
    for words in typed:
        qtbot.keyClicks(pane.narrowing.panel().field, words)
        qtbot.keyClick(pane.narrowing.panel().field, Key.Key_Return)
    pane.narrowing.panel().close()
    settle()


def menu_texts(pane: ListPane) -> list[str]:
    """The lines of the menu of lists."""
    return [action.text() for action in pane.views_menu().actions() if action.text()]


def run(pane: ListPane, text: str) -> None:
    """Choose a line of the menu of lists."""
    found: list[QAction] = [one for one in pane.views_menu().actions() if one.text().startswith(text)]
    found[0].trigger()
    settle()


@pytest.mark.parametrize(
    ("typed", "chip", "left"),
    [
        (("group", "ment"), "In Mentors", ["Ada Adeyemi"]),
        (("topic is", "heat"), "Topic is urban heat", ["Bela Bakker"]),
        (("urban",), "Topic is urban heat", ["Bela Bakker"]),
        (("works now", "hald"), "Now at Halden Institute", ["Ada Adeyemi"]),
        (("was ever", "hald"), "Ever at Halden Institute", ["Ada Adeyemi"]),
        (("last in", "50"), "Not in touch for 50 days", ["Chen Chu", "Dora Dahl"]),
        (("last in", "within 30"), "In touch within 30 days", ["Ada Adeyemi", "Bela Bakker"]),
        (("never",), "Never in touch", ["Dora Dahl"]),
        (("rhythm is", "10"), "Rhythm: every 10 days", ["Bela Bakker"]),
        (("has no r",), "Has no rhythm", ["Ada Adeyemi", "Dora Dahl"]),
        (("open", "you"), "You promised something", ["Ada Adeyemi"]),
        (("missing", "no e"), "No e-mail", ["Ada Adeyemi", "Bela Bakker", "Dora Dahl"]),
    ],
)
def test_a_condition_is_added_by_keyboard(
    qtbot: QtBot, stage: Stage, pane: ListPane, typed: tuple[str, ...], chip: str, left: list[str]
) -> None:
    ask(qtbot, pane, *typed)
    assert chips(pane) == [chip]
    assert stage.names() == left
    assert pane.count.text() == str(len(left))


def test_several_are_added_one_by_one_while_the_count_is_said(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    ask(qtbot, pane, "rhythm is", "has a", "last in", "8")
    assert chips(pane) == ["Has a rhythm", "Not in touch for 8 days"]
    assert pane.narrowing.panel().count.text() == "2 people"
    assert stage.names() == ["Bela Bakker", "Chen Chu"]


def test_the_panel_is_moved_in_by_arrows_and_backspace_goes_back(qtbot: QtBot, pane: ListPane) -> None:
    pane.narrowing.open_panel()
    panel = pane.narrowing.panel()
    assert panel.field.hasFocus()
    everything = panel.offered()
    qtbot.keyClick(panel.field, Key.Key_Down)
    assert panel.list.currentRow() == 1
    qtbot.keyClick(panel.field, Key.Key_Return)
    assert panel.offered() == ["Topic is urban heat"]
    qtbot.keyClick(panel.field, Key.Key_Backspace)
    assert panel.offered() == everything
    qtbot.keyClicks(panel.field, "zzzz")
    qtbot.keyClick(panel.field, Key.Key_Return)
    assert pane.narrowing.conditions == ()
    qtbot.keyClick(panel.field, Key.Key_Escape)
    assert not panel.isVisible()


def test_a_click_takes_a_line(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    pane.narrowing.open_panel()
    panel = pane.narrowing.panel()
    qtbot.keyClicks(panel.field, "never")
    box = panel.list.visualItemRect(panel.list.item(0))
    qtbot.mouseClick(panel.list.viewport(), LEFT, pos=box.center())
    panel.close()
    assert stage.names() == ["Dora Dahl"]


def test_standing_is_asked_for_like_the_rest(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    stage.frame.bridge.do(people.archive, [stage.ids["Bela"]])
    ask(qtbot, pane, "standing", "arch")
    assert stage.names() == ["Bela Bakker"]
    assert pane.title.text() == "Archived"


def test_a_chip_is_taken_off_by_key_and_by_click(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    pane.narrowing.add(NEVER)
    pane.narrowing.add(RHYTHM)
    settle()
    first = pane.narrowing.bar.chips[0]
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Delete)
    settle()
    assert chips(pane) == ["Has a rhythm"]
    assert pane.narrowing.bar.chips[0].hasFocus()
    chip = pane.narrowing.bar.chips[0]
    qtbot.mouseClick(chip, LEFT, pos=QPoint(chip.width() - 10, chip.height() // 2))
    settle()
    assert stage.names() == RECENT
    assert not pane.narrowing.bar.isVisible()
    assert pane.table.hasFocus()


def test_nobody_fits_is_said_calmly_and_everyone_is_one_button_away(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    pane.narrowing.add(NEVER)
    pane.narrowing.add(RHYTHM)
    settle()
    assert pane.nothing.isVisible()
    assert pane.nothing.title.text() == "Nobody fits"
    stage.page.focus_first()
    assert pane.nothing.button.hasFocus()
    qtbot.keyClick(pane.nothing.button, Key.Key_Space)
    assert stage.names() == RECENT
    assert pane.table.hasFocus()


def test_a_view_is_saved_in_place_and_chosen_again_with_its_count(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    pane.narrowing.add(RHYTHM)
    pane.order_by(Order.NAME)
    qtbot.mouseClick(pane.narrowing.bar.save, LEFT)
    assert pane.narrowing.bar.name.hasFocus()
    qtbot.keyClicks(pane.narrowing.bar.name, "In rhythm")
    qtbot.keyClick(pane.narrowing.bar.name, Key.Key_Return)
    assert stage.said == ["Saved the view In rhythm"]
    assert pane.title.text() == "In rhythm"
    assert not pane.narrowing.bar.save.isVisible()
    run(pane, "People")
    assert stage.names() == RECENT
    assert "In rhythm\t2" in menu_texts(pane)
    run(pane, "In rhythm")
    assert stage.names() == ["Bela Bakker", "Chen Chu"]
    assert chips(pane) == ["Has a rhythm"]


def test_escape_leaves_the_name_and_saves_nothing(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    pane.narrowing.add(RHYTHM)
    pane.narrowing.ask_name()
    qtbot.keyClicks(pane.narrowing.bar.name, "In rhythm")
    qtbot.keyClick(pane.narrowing.bar.name, Key.Key_Escape)
    assert pane.narrowing.bar.save.isVisible()
    assert stage.desk.ask(views.saved) == ()


def test_words_groups_and_the_last_import_are_kept_as_well(stage: Stage, pane: ListPane) -> None:
    pane.show_list("last import")
    pane.search.setText("gh")
    pane.groups.choose(frozenset({1}))
    kept = pane.chosen()
    stage.desk.do(views.save, "Newest", kept)
    pane.show_list("active")
    run(pane, "Newest")
    assert chips(pane) == ["From the last import"]
    assert (pane.search.text(), pane.groups.groups()) == ("gh", frozenset({1}))
    assert views.is_same(pane.chosen(), kept)


def test_a_view_is_renamed_changed_and_deleted_and_undo_brings_it_back(
    qtbot: QtBot, stage: Stage, pane: ListPane
) -> None:
    stage.desk.do(views.save, "Silent", PeopleFilter(conditions=(NEVER,)))
    run(pane, "Silent")
    run(pane, "Rename “Silent”")
    pane.narrowing.bar.name.selectAll()
    qtbot.keyClicks(pane.narrowing.bar.name, "Quiet")
    qtbot.keyClick(pane.narrowing.bar.name, Key.Key_Return)
    assert pane.title.text() == "Quiet"
    pane.narrowing.drop(NEVER)
    pane.narrowing.add(RHYTHM)
    assert pane.title.text() == "People"
    run(pane, "Keep “Quiet”")
    assert pane.title.text() == "Quiet"
    assert "Quiet\t2" in menu_texts(pane)
    run(pane, "Delete “Quiet”")
    assert stage.said[-1] == "Deleted the view Quiet"
    assert pane.title.text() == "People"
    assert not [text for text in menu_texts(pane) if "Quiet" in text]
    stage.frame.bridge.undo()
    assert "Quiet\t2" in menu_texts(pane)


def test_the_counts_of_the_menu_are_what_its_lists_show(stage: Stage, pane: ListPane) -> None:
    stage.frame.bridge.do(people.archive, [stage.ids["Bela"]])
    stage.desk.do(views.save, "Silent", PeopleFilter(conditions=(NEVER,)))
    pane.narrowing.add(RHYTHM)
    for action in [one for one in pane.views_menu().actions() if "\t" in one.text()]:
        name, count = action.text().split("\t")
        run(pane, name)
        assert stage.page.list.model.rowCount() == int(count), name


def test_a_group_from_elsewhere_shows_the_whole_group(stage: Stage, pane: ListPane) -> None:
    pane.narrowing.add(NEVER)
    cohort = next(group.id for group in stage.desk.ask(people.groups) if group.name == "Cohort")
    stage.page.show_place(Place("people", "group", cohort))
    assert stage.names() == ["Bela Bakker"]
    assert chips(pane) == []


def test_the_filter_opens_by_its_key_and_escape_leads_out(qtbot: QtBot, pane: ListPane) -> None:
    qtbot.keyClick(pane.table, Key.Key_F, HELD)
    panel = QApplication.activePopupWidget()
    assert panel is pane.narrowing.panel()
    qtbot.keyClicks(pane.narrowing.panel().field, "never")
    qtbot.keyClick(pane.narrowing.panel().field, Key.Key_Return)
    qtbot.keyClick(panel, Key.Key_Escape)
    settle()
    assert QApplication.activePopupWidget() is None
    assert chips(pane) == ["Never in touch"]


def test_another_key_takes_all_of_it_off(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    pane.search.setText("a")
    pane.narrowing.add(RHYTHM)
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Key.Key_A, HELD)
    settle()
    assert (chips(pane), pane.search.text(), len(stage.names())) == ([], "", 4)
    assert pane.table.hasFocus() and not pane.model.marked()


def test_control_f_still_goes_to_the_search(stage: Stage, pane: ListPane) -> None:
    pane.narrowing.add(RHYTHM)
    stage.page.find_on_page()
    assert pane.search.hasFocus()


def test_organisations_is_a_room_of_its_own_and_people_shows_again(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    went: list[Place] = []
    stage.frame.navigator.went.disconnect()
    stage.frame.navigator.went.connect(went.append)
    segments = pane.kinds.findChildren(type(pane.kinds._segments["people"]))
    segments[0].setFocus()
    qtbot.keyClick(segments[0], Key.Key_Right)
    assert went == [Place("organisations")]
    assert pane.kinds.current() == "people"


def test_interests_of_those_marked_are_added_and_taken_off(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    pane.table._mark([stage.ids["Ada"], stage.ids["Bela"]], True)
    qtbot.mouseClick(pane.marks.topics, LEFT)
    panel = stage.window.findChild(ChooseTopics)
    assert panel is not None
    assert panel.new.hasFocus()
    assert panel.boxes["urban heat"].checkState() is Qt.CheckState.PartiallyChecked
    panel.boxes["urban heat"].setCheckState(Qt.CheckState.Unchecked)
    qtbot.keyClicks(panel.new, "glaciers")
    qtbot.keyClick(panel.new, Key.Key_Return)
    assert stage.said == ["Interests of 2 people: glaciers, no longer urban heat"]
    stage.frame.bridge.undo()
    assert stage.desk.ask(people.person, stage.ids["Bela"]).topics == ("urban heat",)


def test_interests_left_as_they_are_change_nothing(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    pane.table._mark([stage.ids["Ada"], stage.ids["Bela"]], True)
    stage.page.do("topics")
    panel = stage.window.findChild(ChooseTopics)
    assert panel is not None
    qtbot.mouseClick(panel.keep, LEFT)
    assert stage.said == []


def test_the_rhythm_of_those_marked_is_set_in_one_step(stage: Stage, pane: ListPane) -> None:
    pane.table._mark([stage.ids["Ada"], stage.ids["Bela"]], True)
    pane.marks.rhythm.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "Every two months").trigger()
    menu.close()
    assert stage.said == ["Rhythm of 2 people: every two months"]
    assert stage.desk.ask(people.person, stage.ids["Ada"]).rhythm == 60
    stage.frame.bridge.undo()
    assert stage.desk.ask(people.person, stage.ids["Bela"]).rhythm == 10


def test_another_number_of_days_can_be_typed(qtbot: QtBot, pane: ListPane) -> None:
    chosen: list[object] = []
    pane.marks.show_count(2, Standing.ACTIVE)
    rhythm_menu(pane.marks.rhythm, chosen.append).actions()[-1].trigger()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClicks(popup.field, "45")
    qtbot.keyClick(popup.field, Key.Key_Return)
    assert chosen == [45]


def test_every_control_of_the_header_has_a_name_of_its_own(stage: Stage, pane: ListPane) -> None:
    pane.narrowing.add(RHYTHM)
    pane.table._mark([stage.ids["Bela"], stage.ids["Chen"]], True)
    pane.narrowing.ask_name()
    settle()
    assert nameless(pane) == []
    assert same_names(stage.page) == set()


def test_the_header_fits_a_narrow_list(qtbot: QtBot, stage: Stage, pane: ListPane) -> None:
    stage.window.resize(756, 600)
    for condition in (RHYTHM, NEVER, Condition("missing", "anything")):
        pane.narrowing.add(condition)
    settle()
    for part in (pane.kinds, pane.narrowing.button, *pane.narrowing.bar.chips):
        spot = part.mapTo(pane, QPoint(0, 0))
        assert spot.x() >= 0
        assert spot.x() + part.width() <= pane.width()
