"""The user's own fields on a person's Details: a text, a date in words, or one of the choices."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from hallway.domain.fields import CHOICE, DATE, CustomField
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.words_value import WordsValue, partial_date
from hallway.ui.theme.look import look
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.usecases import fields

Control = EditableText | WordsValue | QComboBox


class OwnFields(QWidget):
    """Not shown while none is defined; Settings is the place for that."""

    def __init__(self, bridge: Bridge, words_width: int) -> None:
        super().__init__()
        self._bridge, self._person_id, self._is_other = bridge, 0, True
        self._defined: tuple[CustomField, ...] = ()
        self.controls: dict[int, Control] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnMinimumWidth(0, look.scaled(words_width))
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(1)

    def show_person(self, person_id: int) -> None:
        """Show what the fields say of somebody; a date in doubt stays while the same person is shown."""
        self._is_other = person_id != self._person_id
        self._person_id = person_id
        defined = self._bridge.ask(fields.listed)
        if defined != self._defined:
            self._define(defined)
        self.setVisible(bool(defined))
        values = self._bridge.ask(fields.values, person_id) if defined else {}
        for field in defined:
            self._put(self.controls[field.id], field, values.get(field.id, ""))

    def _put(self, control: Control, field: CustomField, value: str) -> None:
        if isinstance(control, QComboBox):
            known = ["", *field.choices, *([value] if value and value not in field.choices else [])]
            if [control.itemText(at) for at in range(control.count())] != known:
                control.clear()
                control.addItems(known)
            control.setCurrentIndex(known.index(value))
        elif isinstance(control, WordsValue):
            if self._is_other or not control.is_editing():
                control.set_value(value)
        elif not control.is_editing():
            control.set_text(value)

    def _define(self, defined: tuple[CustomField, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._defined = defined
        heading = Label(self.tr("Fields of your own"), "section", "text2")
        heading.setContentsMargins(0, 12, 0, 2)
        self._grid.addWidget(heading, 0, 0, 1, 2)
        self.controls = {field.id: self._control(field) for field in defined}
        for at, field in enumerate(defined, 1):
            label = Label(field.name, "body", "text2", elide=True)
            label.setContentsMargins(0, 6, 0, 0)
            self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self.controls[field.id], at, 1)

    def _control(self, field: CustomField) -> Control:
        if field.kind == CHOICE:
            box = QComboBox()
            box.setAccessibleName(field.name)
            box.activated.connect(lambda at: self._keep(field, box.itemText(at)))
            return box
        if field.kind == DATE:
            when = partial_date(self._bridge.desk.clock.today(), field.name, self.tr("Add"))
            when.changed.connect(lambda value: self._keep(field, value))
            return when
        text = EditableText(name=field.name, placeholder=self.tr("Add"))
        text.kept.connect(lambda value: self._keep(field, value))
        return text

    def _keep(self, field: CustomField, value: str) -> None:
        if self._bridge.do_quietly(fields.set_value, self._person_id, field, value) is None:
            self.show_person(self._person_id)
