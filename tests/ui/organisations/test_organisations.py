"""The room Organisations, by keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from hallway.domain.people import Affiliation
from hallway.ui.frame.places import Place
from hallway.ui.frame.plurals import EnglishPlurals
from hallway.ui.organisations.model import OrganisationModel
from hallway.ui.organisations.page import OrganisationsPage
from hallway.ui.shell.window import Window
from hallway.usecases import organisations, people
from hallway.usecases.desk import Desk
from tests.makers import add_person
from tests.ui.house import open_window

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton
SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[Window]:
    """Three places of work; Ada is at one of them and was at another."""
    plurals = EnglishPlurals(qapp)
    qapp.installTranslator(plurals)
    ada = add_person(desk, "Ada Lovelace", organisation="Lund University", role="Reader")
    desk.do(people.set_affiliation, ada, Affiliation("Halden Institute", "Postdoc", start_on="2019", end_on="2022"))
    add_person(desk, "Bo Ek", organisation="Lunds universitet")
    yield open_window(qtbot, desk, tmp_path, Place("organisations"))
    qapp.removeTranslator(plurals)


def page(window: Window) -> OrganisationsPage:
    found = window.page
    assert isinstance(found, OrganisationsPage)
    return found


def listed(window: Window) -> list[str]:
    model = page(window).model
    return [str(model.data(model.index(row), SAID)) for row in range(model.rowCount())]


def links(window: Window) -> list[str]:
    detail = page(window).detail
    QApplication.processEvents()
    return [
        button.accessibleName()
        for button in detail.findChildren(QAbstractButton)
        if button.isVisible() and button.property("kind") == "link"
    ]


def go(window: Window, desk: Desk, name: str) -> None:
    one = next(one for one in desk.ask(organisations.listed) if one.name == name)
    window.frame.navigator.go(Place("organisations", "organisation", one.id))


def test_the_list_says_who_is_there(window: Window) -> None:
    assert listed(window) == ["Halden Institute, 1 before", "Lund University, 1 person", "Lunds universitet, 1 person"]


def test_the_page_shows_people_now_and_before_and_leads_to_them(qtbot: QtBot, window: Window, desk: Desk) -> None:
    go(window, desk, "Halden Institute")
    assert links(window) == ["Ada Lovelace, Postdoc, 2019–2022"]
    button = next(one for one in page(window).detail.findChildren(QAbstractButton) if one.text() == "Ada Lovelace")
    qtbot.mouseClick(button, LEFT)
    assert window.frame.navigator.here is not None and window.frame.navigator.here.room == "people"


def test_spellings_are_offered_and_made_one(qtbot: QtBot, window: Window, desk: Desk) -> None:
    go(window, desk, "Lund University")
    detail = page(window).detail
    assert detail.alike.isVisible() and detail.alike.label.text() == "Lunds universitet may be the same."
    detail.alike.acted.emit()
    assert listed(window) == ["Halden Institute, 1 before", "Lund University, 2 people"]
    assert not detail.alike.isVisible()
    desk.undo()
    assert len(desk.ask(organisations.listed)) == 3


def test_a_name_typed_that_is_not_there_becomes_an_organisation(qtbot: QtBot, window: Window) -> None:
    room = page(window)
    qtbot.keyClicks(room.search, "Society of Looms")
    assert room.model.rowCount() == 0
    qtbot.keyClick(room.search, K.Key_Return)
    assert room.detail.name.text() == "Society of Looms" and room.search.text() == ""


def test_kind_parent_and_ones_own_part_are_kept(qtbot: QtBot, window: Window, desk: Desk) -> None:
    go(window, desk, "Halden Institute")
    detail = page(window).detail
    detail.kind.activated.emit(detail.kind.findText("Learned society"))
    detail.parent_name.kept.emit("Ostra University")
    detail.menu().actions()[0].trigger()
    qtbot.keyClicks(detail.membership.role, "Secretary")
    qtbot.keyClick(detail.membership.role, K.Key_Return)
    shown = desk.ask(organisations.page_of, detail.organisation_id)
    assert (shown.organisation.kind, shown.organisation.parent) == ("learned society", "Ostra University")
    assert [role for _, role, _, _ in shown.memberships] == ["Secretary"]
    detail.parent_name.kept.emit("Halden Institute")
    assert desk.ask(organisations.one, detail.organisation_id).parent == "Ostra University"
    assert detail.parent_name.text() == "Ostra University", "refused, and shown as it is"


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
