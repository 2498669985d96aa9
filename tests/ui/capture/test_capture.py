"""The capture line: one line and Enter is enough, and the person is on disk before it closes."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
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
    made.show()
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
    assert "Adaeze Nwosu is at the same place" in form._alike_words.text()


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
    assert "in your record already" in form._alike_words.text()
    qtbot.mouseClick(form._alike_action, Qt.MouseButton.LeftButton)
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert desk.ask(people.count) == 1
    known = desk.ask(people.named, "Adaeze Nwosu")[0]
    assert desk.ask(people.person, known).topics == ("choir",)


def test_a_refused_line_stays_as_it_was(qtbot: QtBot, form: CaptureForm, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> int:
        raise errors.DiskFull("The disk is full.")

    monkeypatch.setattr(capturing, "save", full)
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
