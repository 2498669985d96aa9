"""The room Organisations, by keys and clicks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.domain.opportunities import Opportunity
from hallway.domain.people import Affiliation
from hallway.ui.frame.places import Place
from hallway.ui.organisations.model import OrganisationModel
from hallway.ui.organisations.page import OrganisationsPage
from hallway.ui.organisations.part_of import PartOf
from hallway.ui.organisations.section import Section
from hallway.ui.shell.window import Window
from hallway.usecases import opportunities, organisations, people
from hallway.usecases.desk import Desk
from tests.makers import add_event, add_person, days_ago
from tests.ui.house import CONTROL, nameless, open_window, press, same_names, settle, strip, undo, words_on

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton
SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    """Three places of work; Ada is at one of them and was at another."""
    ada = add_person(desk, "Ada Lovelace", organisation="Lund University", role="Reader")
    desk.do(people.set_affiliation, ada, Affiliation("Halden Institute", "Postdoc", start_on="2019", end_on="2022"))
    add_person(desk, "Bo Ek", organisation="Lunds universitet")
    return open_window(qtbot, desk, tmp_path, Place("organisations"))


def page(window: Window) -> OrganisationsPage:
    found = window.page
    assert isinstance(found, OrganisationsPage)
    return found


def listed(window: Window) -> list[str]:
    model = page(window).model
    return [str(model.data(model.index(row), SAID)) for row in range(model.rowCount())]


def rows(section: Section) -> list[str]:
    model = section.view.rows
    return [str(model.data(model.index(row), SAID)) for row in range(model.rowCount())]


def go(window: Window, desk: Desk, name: str) -> None:
    one = next(one for one in desk.ask(organisations.listed) if one.name == name)
    window.frame.navigator.go(Place("organisations", "organisation", one.id))


def test_the_list_says_who_is_there(window: Window) -> None:
    assert listed(window) == ["Halden Institute, 1 before", "Lund University, 1 person", "Lunds universitet, 1 person"]


def test_the_page_shows_people_now_and_before_and_leads_to_them(qtbot: QtBot, window: Window, desk: Desk) -> None:
    go(window, desk, "Halden Institute")
    detail = page(window).detail
    assert rows(detail.now) == [] and rows(detail.before) == ["Ada Lovelace, Postdoc, 2019–2022"]
    assert "Nobody you know is there now." in words_on(detail)
    detail.before.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(detail.before.view, K.Key_Return)
    assert window.frame.navigator.here is not None and window.frame.navigator.here.room == "people"


def test_events_there_are_listed_and_open_with_enter(qtbot: QtBot, window: Window, desk: Desk) -> None:
    looms = add_event(desk, "Looms", organiser="Lund University", venue="Aula", kind="seminar")
    add_event(desk, "Threads", venue="Lund University, room 3", start_on=days_ago(400), end_on=days_ago(399))
    go(window, desk, "Lund University")
    section = page(window).detail.events
    assert rows(section) == ["Looms, Seminar, Aula, 17 June", "Threads, held at Lund University, room 3, 13 May 2025"]
    section.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(section.view, K.Key_Return)
    assert window.frame.navigator.here == Place("events", "event", looms)


def test_doors_that_open_there_are_listed_and_lead_on(qtbot: QtBot, window: Window, desk: Desk) -> None:
    go(window, desk, "Lund University")
    section = page(window).detail.doors
    assert section.isHidden()
    new = Opportunity("A year of looms", "job", "Lund University", deadline=date(2026, 9, 15))
    door = window.frame.bridge.do(opportunities.add, new)
    assert door is not None and rows(section) == ["A year of looms, Job, curious, 15 September"]
    section.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(section.view, K.Key_Return)
    assert window.frame.navigator.here == Place("opportunities", "", door.value)


def test_spellings_are_offered_and_made_one(qtbot: QtBot, window: Window, desk: Desk) -> None:
    go(window, desk, "Lund University")
    detail = page(window).detail
    assert detail.alike.isVisible() and detail.alike.label.text() == "Lunds universitet may be the same."
    qtbot.mouseClick(detail.alike.join, LEFT)
    assert listed(window) == ["Halden Institute, 1 before", "Lund University, 2 people"]
    assert not detail.alike.isVisible()
    undo(qtbot, window)
    assert len(listed(window)) == 3 and detail.alike.isVisible()


def test_two_that_are_two_are_not_asked_about_again(qtbot: QtBot, window: Window, desk: Desk) -> None:
    go(window, desk, "Lund University")
    detail = page(window).detail
    qtbot.mouseClick(detail.alike.part, LEFT)
    assert not detail.alike.isVisible() and len(listed(window)) == 3
    undo(qtbot, window)
    assert detail.alike.isVisible()


def test_any_other_is_made_the_same_by_typing_its_name(qtbot: QtBot, window: Window, desk: Desk) -> None:
    go(window, desk, "Lund University")
    detail = page(window).detail
    detail.begin_merge()
    form = detail.merging
    qtbot.keyClicks(form.other, "Nowhere")
    qtbot.keyClick(form.other, K.Key_Return)
    assert form.isVisible() and form.hint.text() == "There is no organisation called Nowhere."
    assert form.other.text() == "Nowhere"
    form.other.clear()
    qtbot.keyClicks(form.other, "hald")
    press(qtbot, window, K.Key_Down)
    press(qtbot, window, K.Key_Return)
    assert form.other.text() == "Halden Institute" and form.isVisible(), "taken, and not yet made one"
    qtbot.keyClick(form.other, K.Key_Return)
    assert form.isHidden() and detail.more.hasFocus()
    assert listed(window) == ["Lund University, 1 person", "Lunds universitet, 1 person"]
    undo(qtbot, window)
    assert len(listed(window)) == 3


def test_a_name_typed_that_is_not_there_becomes_an_organisation(qtbot: QtBot, window: Window) -> None:
    room = page(window)
    qtbot.keyClicks(room.search, "Society of Looms")
    assert room.model.rowCount() == 0
    qtbot.keyClick(room.search, K.Key_Return)
    assert room.detail.name.text() == "Society of Looms" and room.search.text() == ""


def test_the_parent_completes_is_added_when_new_and_refused_in_words(
    qtbot: QtBot, window: Window, desk: Desk
) -> None:
    go(window, desk, "Halden Institute")
    facts = page(window).detail.facts
    facts.kind.setFocus()
    qtbot.keyClicks(facts.kind, "Learned")
    facts.parent_name.setFocus()
    press(qtbot, window, K.Key_Return)
    for letter in "lund u":
        qtbot.keyClicks(facts.parent_name.field(), letter)
    press(qtbot, window, K.Key_Down)
    press(qtbot, window, K.Key_Return)
    halden = page(window).detail.organisation_id
    assert desk.ask(organisations.one, halden).parent == "Lund University" == facts.parent_name.text()
    assert facts.open_parent.isVisible()
    qtbot.mouseClick(facts.open_parent, LEFT)
    detail = page(window).detail
    assert detail.name.text() == "Lund University" and rows(detail.parts) == ["Halden Institute"]
    for refused, told in (("Halden Institute", "Halden Institute is part of Lund University, so"),
                          ("Lund University", "Lund University cannot be part of itself.")):  # fmt: skip
        type_into(qtbot, window, facts.parent_name, refused)
        assert strip(window).startswith(told) and facts.parent_name.text() == ""
    type_into(qtbot, window, facts.parent_name, "Ostra")
    assert facts.parent_name.text() == "Ostra" and len(listed(window)) == 4
    detail.parts.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(detail.parts.view, K.Key_Return)
    assert detail.organisation_id == halden


def type_into(qtbot: QtBot, window: Window, field: PartOf, words: str) -> None:
    field.setFocus()
    press(qtbot, window, K.Key_Return)
    field.field().clear()
    qtbot.keyClicks(field.field(), words)
    press(qtbot, window, K.Key_Return)


def test_kind_place_and_notes_are_kept(qtbot: QtBot, window: Window, desk: Desk) -> None:
    go(window, desk, "Halden Institute")
    detail = page(window).detail
    detail.facts.kind.activated.emit(detail.facts.kind.findText("Learned society"))
    detail.facts.place.kept.emit("Halden, Norway")
    detail.facts.notes.setFocus()
    press(qtbot, window, K.Key_Return)
    qtbot.keyClicks(window.focusWidget(), "By the lake")
    press(qtbot, window, K.Key_Return, CONTROL)
    one = desk.ask(organisations.one, detail.organisation_id)
    assert (one.kind, one.place, one.notes) == ("learned society", "Halden, Norway", "By the lake")
    assert detail.line.text() == "Learned society, Halden, Norway"


def test_the_wheel_over_the_kind_changes_nothing(window: Window, desk: Desk) -> None:
    go(window, desk, "Halden Institute")
    kind = page(window).detail.facts.kind
    kind.setFocus()
    middle = QPointF(kind.rect().center())
    turn = QWheelEvent(
        middle, QPointF(kind.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(kind, turn)
    assert desk.ask(organisations.one, page(window).detail.organisation_id).kind == "other"


def test_ones_own_part_is_added_changed_ended_and_removed_by_keys(qtbot: QtBot, window: Window, desk: Desk) -> None:
    go(window, desk, "Halden Institute")
    mine = page(window).detail.mine
    qtbot.mouseClick(mine.action, LEFT)
    qtbot.keyClicks(mine.form.role, "Secretary")
    qtbot.keyClick(mine.form.role, K.Key_Return)
    assert rows(mine) == ["Secretary"] and mine.form.isHidden() and mine.view.hasFocus()
    assert listed(window)[0] == "Halden Institute, 1 before, you: Secretary"
    press(qtbot, window, K.Key_Return)
    assert mine.form.role.hasFocus() and mine.form.role.text() == "Secretary"
    press(qtbot, window, K.Key_Tab)
    qtbot.keyClicks(mine.form.brings, "Minutes")
    for day, words in ((mine.form.start, "spring 2024?"), (mine.form.end, "2023-05")):
        press(qtbot, window, K.Key_Tab)
        assert day.line.hasFocus()
        press(qtbot, window, K.Key_Return)
        qtbot.keyClicks(window.focusWidget(), words)
        press(qtbot, window, K.Key_Return)
    for field in (mine.form.next_on, mine.form.next_what, mine.form.keep):
        press(qtbot, window, K.Key_Tab)
        assert field.hasFocus()
    press(qtbot, window, K.Key_Space)
    assert "before it begins in 2024" in strip(window) and mine.form.isVisible()
    assert mine.form.end.text() == "May 2023", "the words stay"
    mine.form.end.line.edit()
    qtbot.keyClicks(window.focusWidget(), "soonish")
    qtbot.mouseClick(mine.form.keep, LEFT)
    assert mine.form.isVisible() and "does not read as a date" in mine.form.end.hint.text()
    mine.form.end.line.field().clear()
    qtbot.keyClicks(mine.form.end.line.field(), "May 2025")
    qtbot.mouseClick(mine.form.keep, LEFT)
    assert rows(mine) == ["Secretary, Minutes, 2024–2025"]
    press(qtbot, window, K.Key_Delete)
    assert rows(mine) == [] and not mine.view.isVisible()
    undo(qtbot, window)
    assert rows(mine) == ["Secretary, Minutes, 2024–2025"]
    press(qtbot, window, K.Key_Escape)


def test_a_form_begun_for_one_is_put_away_for_another(qtbot: QtBot, window: Window, desk: Desk) -> None:
    go(window, desk, "Halden Institute")
    detail = page(window).detail
    detail.mine.begin()
    detail.begin_merge()
    go(window, desk, "Lund University")
    assert detail.mine.form.isHidden() and detail.merging.isHidden()


def test_everything_that_tab_reaches_has_a_name_of_its_own(window: Window, desk: Desk) -> None:
    go(window, desk, "Halden Institute")
    detail = page(window).detail
    detail.mine.begin()
    detail.begin_merge()
    settle()
    assert nameless(detail) == [] and same_names(window) == set()


def test_let_go_by_key_and_brought_back(qtbot: QtBot, window: Window, desk: Desk) -> None:
    room = page(window)
    gone = room.detail.organisation_id
    qtbot.keyClick(room.list, K.Key_Delete)
    assert listed(window)[0].startswith("Lund University")
    window.frame.navigator.go(Place("organisations", "organisation", gone))
    assert room.detail.organisation_id == gone and room.detail.bring_back.isVisible()
    qtbot.mouseClick(room.detail.bring_back, LEFT)
    assert listed(window)[0].startswith("Halden Institute")


def test_the_switch_leads_to_people(qtbot: QtBot, window: Window) -> None:
    page(window).kinds.choose("people")
    assert window.frame.navigator.here is not None and window.frame.navigator.here.room == "people"


def test_rows_are_a_sound_model(window: Window) -> None:
    model = page(window).model
    assert isinstance(model, OrganisationModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(())
