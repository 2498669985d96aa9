"""The name at the head of a person's page, to be changed in place and no wider than it is."""

from __future__ import annotations

from PySide6.QtCore import QSize

from hallway.ui.theme.look import look
from hallway.ui.theme.type import TextRole
from hallway.ui.widgets.editable_text import EditableText


class InlineName(EditableText):
    """Takes the room of its words, more while it is edited."""

    def __init__(self, name: str, role: TextRole = "title", placeholder: str = "") -> None:
        super().__init__(name=name, role=role, placeholder=placeholder)

    def edit(self) -> None:
        super().edit()
        self.updateGeometry()

    def set_text(self, text: str) -> None:
        super().set_text(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        label = self._label.sizeHint()
        if not self.is_editing():
            return label
        return QSize(max(label.width() + look.scaled(40), look.scaled(280)), self._field.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._label.sizeHint().width(), look.scaled(230)), self._label.sizeHint().height())

    def _end(self, keep: bool, stay: bool) -> None:
        super()._end(keep, stay)
        self.updateGeometry()
