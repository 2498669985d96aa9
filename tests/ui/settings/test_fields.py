"""Fields of one's own: defined in Settings, filled in on Details."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from hallway.domain.fields import CHOICE
from hallway.ui.frame.bridge import Bridge
from hallway.ui.people.own_fields import OwnFields
from hallway.ui.settings.fields_card import FieldsCard
from hallway.ui.widgets.editable_text import EditableText
from hallway.usecases import fields
from hallway.usecases.desk import Desk
from tests.makers import add_person


def make(qtbot: QtBot, desk: Desk) -> FieldsCard:
    card = FieldsCard(Bridge(desk))
    qtbot.addWidget(card)
    card.show()
    card.show_fields()
    return card


def test_a_field_is_defined_by_keys_and_taken_away(qtbot: QtBot, desk: Desk) -> None:
    card = make(qtbot, desk)
    assert card.choices.isHidden()
    qtbot.keyClicks(card.name, "Loom")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    assert [one.name for one in desk.ask(fields.listed)] == ["Loom"] and card.name.text() == ""
    gone = next(one for one in card.findChildren(QAbstractButton) if "Take away" in one.accessibleName())
    qtbot.mouseClick(gone, Qt.MouseButton.LeftButton)
    assert desk.ask(fields.listed) == ()


def test_a_choice_asks_for_its_choices_and_keeps_what_was_typed(qtbot: QtBot, desk: Desk) -> None:
    card = make(qtbot, desk)
    card.kind.setCurrentIndex(card.kind.findData(CHOICE))
    assert card.choices.isVisible()
    qtbot.keyClicks(card.name, "Stage")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    assert desk.ask(fields.listed) == () and card.name.text() == "Stage", "refused: it has no choices yet"
    qtbot.keyClicks(card.choices, "early, late")
    qtbot.keyClick(card.choices, Qt.Key.Key_Return)
    assert desk.ask(fields.listed)[0].choices == ("early", "late")


def test_details_show_the_fields_and_keep_what_is_said(qtbot: QtBot, desk: Desk) -> None:
    ada = add_person(desk)
    own = OwnFields(Bridge(desk), 150)
    qtbot.addWidget(own)
    own.show()
    own.show_person(ada)
    assert own.isHidden()
    loom = desk.do(fields.define, "Loom").value
    stage = desk.do(fields.define, "Stage", CHOICE, ["early", "late"]).value
    own.show_person(ada)
    text, box = own.controls[loom], own.controls[stage]
    assert isinstance(text, EditableText) and isinstance(box, QComboBox)
    text.kept.emit("jacquard")
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert desk.ask(fields.values, ada) == {loom: "jacquard", stage: "late"}
    own.show_person(ada)
    assert text.text() == "jacquard" and box.currentText() == "late"
