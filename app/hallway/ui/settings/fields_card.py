"""Fields of one's own: what is defined, and a line to define another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.fields import CHOICE, DATE, TEXT, CustomField
from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.button import icon_button, secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import fields


class FieldsCard(Card):
    """Each field can be renamed, its choices changed, and taken away with Undo."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Fields of your own"))
        self._bridge = bridge
        self._shown: tuple[CustomField, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.name = TextField(self.tr("A name, such as Favourite loom"), name=self.tr("Name of a new field"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of the new field"))
        for kind, words in ((TEXT, self.tr("Text")), (DATE, self.tr("Date")), (CHOICE, self.tr("Choice"))):
            self.kind.addItem(words, kind)
        self.choices = TextField(self.tr("Choices, with commas between"), name=self.tr("Choices of the new field"))
        self.add = secondary(self.tr("Add the field"), "plus")
        self.body.addWidget(
            Label(self.tr("They stand on everybody’s Details and are found by Ctrl+K."), "body", "text2", wrap=True)
        )
        self.body.addLayout(self._rows)
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget, stretch in ((self.name, 2), (self.kind, 0), (self.choices, 2), (self.add, 0)):
            line.addWidget(widget, stretch)
        self.body.addLayout(line)
        self.kind.currentIndexChanged.connect(self._fit)
        self.name.returnPressed.connect(self._define)
        self.choices.returnPressed.connect(self._define)
        self.add.clicked.connect(self._define)
        self._fit()

    def show_fields(self) -> None:
        """Ask what is defined and show it."""
        defined = self._bridge.ask(fields.listed)
        if defined == self._shown:
            return
        self._shown = defined
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for field in defined:
            self._rows.addWidget(self._row(field))

    def _row(self, field: CustomField) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        name = EditableText(name=self.tr("Name of the field {field}").format(field=field.name))
        name.set_text(field.name)
        name.kept.connect(lambda text: self._change(fields.rename, field, text))
        line.addWidget(name, 1)
        line.addWidget(Label(self.kind.itemText(self.kind.findData(field.kind)), "small", "text2"))
        if field.kind == CHOICE:
            choices = EditableText(name=self.tr("Choices of {field}").format(field=field.name))
            choices.set_text(", ".join(field.choices))
            choices.kept.connect(lambda text: self._change(fields.set_choices, field, text.split(",")))
            line.addWidget(choices, 1)
        gone = icon_button("x", self.tr("Take away the field {field}").format(field=field.name), small=True)
        gone.clicked.connect(lambda: self._bridge.do(fields.remove, field))
        line.addWidget(gone)
        return row

    def _define(self) -> None:
        kind = str(self.kind.currentData())
        words = self.choices.text().split(",") if kind == CHOICE else []
        if self._bridge.do(fields.define, self.name.text(), kind, words) is not None:
            self.name.clear()
            self.choices.clear()
            self.show_fields()

    def _change(self, usecase: Callable[..., None], field: CustomField, value: object) -> None:
        """What was refused is shown as it is."""
        self._bridge.do_quietly(usecase, field, value)
        self._shown = None
        self.show_fields()

    def _fit(self) -> None:
        self.choices.setVisible(self.kind.currentData() == CHOICE)
