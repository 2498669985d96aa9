"""Completing the name of an organisation by keys: what is highlighted is taken, and nothing else happens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.organisation_names import organisation_choices
from hallway.ui.parts.suggest import Suggest
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import organisations
from hallway.usecases.desk import Desk
from tests.ui.house import press, settle

K = Qt.Key


def test_enter_takes_the_suggestion_and_only_the_next_one_reaches_the_field(qtbot: QtBot, desk: Desk) -> None:
    for name in ("Zürich Labs", "ETH Zürich"):
        desk.do(organisations.add, name)
    field = TextField("Where")
    qtbot.addWidget(field)
    suggest = Suggest(field, organisation_choices(Bridge(desk)), fill=True)
    entered: list[str] = []
    field.returnPressed.connect(lambda: entered.append(field.text()))
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field, "zurich")
    settle()
    assert suggest.is_open()
    for _ in range(2):
        press(qtbot, field, K.Key_Down)
    press(qtbot, field, K.Key_Return)
    assert (field.text(), entered, suggest.is_open()) == ("ETH Zürich", [], False)
    press(qtbot, field, K.Key_Return)
    assert entered == ["ETH Zürich"]


def test_enter_without_a_suggestion_keeps_what_was_typed(qtbot: QtBot, desk: Desk) -> None:
    desk.do(organisations.add, "Lund University")
    field = TextField("Where")
    qtbot.addWidget(field)
    suggest = Suggest(field, organisation_choices(Bridge(desk)), fill=True)
    entered: list[str] = []
    field.returnPressed.connect(lambda: entered.append(field.text()))
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field, "Lun")
    settle()
    assert suggest.is_open()
    press(qtbot, field, K.Key_Return)
    assert (entered, field.text()) == (["Lun"], "Lun")


def test_the_whole_name_and_what_is_left_out_are_not_offered(desk: Desk) -> None:
    lund = desk.do(organisations.add, "Lund").value
    desk.do(organisations.add, "Lund University")
    ask = organisation_choices(Bridge(desk), lambda: lund)
    assert [choice.text for choice in ask("lund")] == ["Lund University"]
    assert ask("LUND UNIVERSITY") == []
