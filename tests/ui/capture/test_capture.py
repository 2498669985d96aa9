"""The capture line: one line and Enter is enough, and the person is on disk before it closes."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallway.domain import errors
from hallway.ui.capture.form import CaptureForm
from hallway.ui.frame.bridge import Bridge
from hallway.usecases import capturing, people, promises
from hallway.usecases.desk import Desk
from tests.makers import add_event, add_person

LINE = "Thandeka Dube, @Umvoti Population Health heat and maternal health, send the paper fri"


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> CaptureForm:
    add_person(desk, "Adaeze Nwosu", organisation="Umvoti Population Health")
    add_event(desk, "CityClim 2026")
    made = CaptureForm(Bridge(desk))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.line.setFocus()
    return made


def shown(form: CaptureForm) -> dict[str, str]:
    return {key: row.accessibleName() for key, row in form._rows.items() if not row.isHidden()}


def test_the_line_is_read_while_typing(qtbot: QtBot, form: CaptureForm) -> None:
    qtbot.keyClicks(form.line, LINE)
    assert shown(form) == {
        "name": "Name: Thandeka Dube",
        "organisation": "Works at: Umvoti Population Health",
        "note": "Talked about: heat and maternal health",
        "promise": "Follow up: Send the paper, Friday 19 June",
        "met": "How you met: CityClim 2026, 10:00",
    }
    assert "Adaeze Nwosu is at the same place" in form._around_words.text()


def test_enter_saves_before_it_closes(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    qtbot.keyClicks(form.line, LINE)
    with qtbot.waitSignal(form.saved) as saved:
        qtbot.keyClick(form.line, Qt.Key.Key_Return)
    person = desk.ask(people.person, saved.args[0])
    assert (person.name, person.met_event) == ("Thandeka Dube", "CityClim 2026")
    assert [(one.text, str(one.due_on)) for one in desk.ask(promises.of_person, person.id)] == [
        ("Send the paper", "2026-06-19")
    ]


def test_every_promise_of_the_line_is_kept(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    qtbot.keyClicks(form.line, "Ana Lima, send her the code by friday, ask her about looms")
    assert shown(form)["promise"] == "Follow up: Send her the code, Friday 19 June; Ask her about looms"
    with qtbot.waitSignal(form.saved) as saved:
        qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert [(one.text, one.due_on) for one in desk.ask(promises.of_person, saved.args[0])] == [
        ("Send her the code", date(2026, 6, 19)),
        ("Ask her about looms", None),
    ]


def test_ctrl_enter_saves_and_clears_for_the_next(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    qtbot.keyClicks(form.line, "Ada Lovelace")
    qtbot.keyClick(form.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.line.text() == ""
    qtbot.keyClicks(form.line, "Bo Ek")
    qtbot.keyClick(form.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.ask(people.count) == 3


def test_somebody_of_the_same_name_is_offered_and_not_assumed(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    qtbot.keyClicks(form.line, "Adaeze Nwosu, #choir")
    assert form._who.text() == "Is this Adaeze Nwosu, Umvoti Population Health?"
    assert [chip.isChecked() for chip in form._who.chips().values()] == [False, True]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Return):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert form.line.hasFocus()
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert desk.ask(people.count) == 1
    known = desk.ask(people.named, "Adaeze Nwosu")[0]
    assert desk.ask(people.person, known).topics == ("choir",)


def test_a_refused_line_stays_as_it_was(qtbot: QtBot, form: CaptureForm, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> int:
        raise errors.DiskFull("The disk is full.")

    monkeypatch.setattr(capturing, "save_all", full)
    told: list[object] = []
    form.bridge.refused.connect(told.append)
    qtbot.keyClicks(form.line, "Ada Lovelace")
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert form.line.text() == "Ada Lovelace"
    assert len(told) == 1


def test_without_a_name_there_is_nothing_to_save(qtbot: QtBot, form: CaptureForm) -> None:
    assert not form.keep.isEnabled()
    qtbot.keyClicks(form.line, "#heat")
    assert not form.keep.isEnabled()


def test_markup_in_the_line_stays_text(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    qtbot.keyClicks(form.line, "<b>Ada</b> Lovelace")
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert desk.ask(people.named, "Ada")[1] == "<b>Ada</b> Lovelace"


def test_everything_has_a_name_to_speak(form: CaptureForm) -> None:
    nameless = [
        child
        for child in form.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (child.accessibleName() or getattr(child, "text", str)())
    ]
    assert not nameless


# --- several people, corrections, questions --------------------------------------------------------------


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is, menus included."""
    for key in keys:
        qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key)
        QApplication.processEvents()


def test_two_people_in_one_line(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    qtbot.keyClicks(form.line, "Ana Ruiz and Bo Lindqvist, @CERN, send both the paper fri")
    assert shown(form)["name"] == "Name: Ana Ruiz; Bo Lindqvist"
    assert form._one.isVisible()
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert desk.ask(people.count) == 3
    assert desk.history()[0].label == "Met Ana Ruiz and Bo Lindqvist"


def test_a_chip_says_that_two_names_are_one_person(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    qtbot.keyClicks(form.line, "Ana Ruiz and Bo Lindqvist")
    form._one.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert shown(form)["name"] == "Name: Ana Ruiz and Bo Lindqvist"
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert desk.ask(people.named, "Ana Ruiz and Bo Lindqvist")


def test_a_chip_is_corrected_by_keyboard(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    qtbot.keyClicks(form.line, "Ana Ruiz, Tide, fog")
    assert shown(form)["note"] == "Talked about: Tide; fog"
    form._rows["note"]._chips[0].setFocus()
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert shown(form)["organisation"] == "Works at: Tide"
    assert shown(form)["note"] == "Talked about: fog"
    qtbot.keyClicks(form.line, ", rain")
    assert shown(form)["organisation"] == "Works at: Tide", "it holds while one goes on typing"
    with qtbot.waitSignal(form.saved) as saved:
        qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert desk.ask(people.person, saved.args[0]).works_at.organisation == "Tide"


@pytest.mark.parametrize("kind", ["name", "organisation", "role", "topic", "promise", "note"])
def test_every_part_can_be_told_to_be_anything(qtbot: QtBot, form: CaptureForm, kind: str) -> None:
    qtbot.keyClicks(form.line, "Ana Ruiz @CERN fog, #looms, send the paper fri, ana@a.example")
    for row in [row for key, row in form._rows.items() if key != "met"]:
        for value in row._values:
            form._told = ()
            form._correct(value, kind)
            assert value.typed.strip("@#() ").split()[0].casefold() in " ".join(shown(form).values()).casefold()


def test_of_two_events_it_asks_once(qtbot: QtBot, desk: Desk) -> None:
    add_event(desk, "Looms 2026"), add_event(desk, "Fog & Rain")
    form = CaptureForm(Bridge(desk))
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.line.setFocus()
    assert form._where.isVisible()
    qtbot.keyClicks(form.line, "Ana Ruiz")
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert not form._where.isVisible()
    assert form.line.hasFocus()
    chosen = form._place.text()
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert desk.ask(people.person, desk.ask(people.named, "Ana Ruiz")[0]).met_event == chosen
    again = CaptureForm(Bridge(desk))
    qtbot.addWidget(again)
    again.show()
    assert not again._where.isVisible()
    assert again._place.text() == chosen


def test_enter_without_an_answer_is_an_answer(qtbot: QtBot, desk: Desk) -> None:
    add_event(desk, "Looms 2026"), add_event(desk, "Fog & Rain")
    form = CaptureForm(Bridge(desk))
    qtbot.addWidget(form)
    form.show()
    qtbot.keyClicks(form.line, "Ana Ruiz")
    qtbot.keyClick(form.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not form._where.isVisible()
    assert len(desk.history()) == 3, "two events and one person"


def test_which_of_two_namesakes(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    add_person(desk, "Bo Ek", organisation="Uni Lund")
    tide = add_person(desk, "Bo Ek", organisation="Tide")
    qtbot.keyClicks(form.line, "Bo Ek, #fog")
    assert [chip.text() for chip in form._who.chips().values()] == ["Uni Lund", "Tide", "Somebody else"]
    qtbot.mouseClick(form._who.chips()[tide], Qt.MouseButton.LeftButton)
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert desk.ask(people.person, tide).topics == ("fog",)


def test_two_known_people_are_asked_about_one_after_the_other(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    bo = add_person(desk, "Bo Ek", organisation="Tide")
    qtbot.keyClicks(form.line, "Adaeze Nwosu and Bo Ek, #fog")
    qtbot.mouseClick(next(iter(form._who.chips().values())), Qt.MouseButton.LeftButton)
    assert form._who.text() == "Is this Bo Ek, Tide?"
    qtbot.mouseClick(form._who.chips()[bo], Qt.MouseButton.LeftButton)
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert desk.ask(people.count) == 2


def test_words_that_were_left_are_there_again(qtbot: QtBot, form: CaptureForm) -> None:
    qtbot.keyClicks(form.line, "Ana Ruiz, halfway thr")
    form.leave()
    again = CaptureForm(form.bridge)
    qtbot.addWidget(again)
    assert again.line.text() == "Ana Ruiz, halfway thr"
    assert again.line.textCursor().hasSelection(), "so that typing begins anew"
    qtbot.keyClick(again.line, Qt.Key.Key_Return)
    again.leave()
    third = CaptureForm(form.bridge)
    qtbot.addWidget(third)
    assert third.line.text() == ""


def test_h3_ampersands_are_no_shortcuts(qtbot: QtBot, form: CaptureForm) -> None:
    qtbot.keyClicks(form.line, "Ana Ruiz, fog & rain")
    assert all(button.shortcut().isEmpty() for button in form.findChildren(QAbstractButton) if "&" in button.text())
    assert [chip.text() for chip in form._rows["note"]._chips] == ["fog & rain"]
