"""A value changed in place that is looked at before it is kept: what cannot be stays in the field, with the reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.domain.errors import Refused
from hallway.ui.theme.look import look
from hallway.ui.theme.type import TextRole
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.speak import announce
from hallway.ui.widgets.text_field import TextField

Check = Callable[[str], str]
"""Gives what is kept of some words; raises `Refused` with the reason when they make no sense."""


class DoubtedLine(EditableText):
    """Stays open while its words are refused, also when the keyboard goes elsewhere; Escape restores.

    `typed` tells each change by hand; `doubted` why the words were refused; `ended` that the field closed.
    """

    typed = Signal(str)
    doubted = Signal(str)
    ended = Signal()

    def __init__(self, check: Check, name: str, placeholder: str = "", role: TextRole = "body") -> None:
        super().__init__(name=name, placeholder=placeholder, role=role)
        self._check = check
        self._field.textEdited.connect(self.typed)
        self.setMinimumHeight(look.control_height(small=True))

    def field(self) -> TextField:
        """Return the field that opens."""
        return self._field

    def give_up(self) -> None:
        """Close without keeping: somebody else is shown now."""
        if self.is_editing():
            super()._end(False, False)

    def keep(self) -> None:
        """Keep what stands in the field, as Enter does."""
        self._end(True, True)

    def _end(self, keep: bool, stay: bool) -> None:
        if not self.is_editing():
            return
        words = self._field.text().strip()
        if keep and words and words != self._text:
            try:
                self._field.setText(self._check(words))
            except Refused as error:
                self.doubted.emit(error.sentence)
                if stay:
                    self._field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        super()._end(keep, stay)
        self.ended.emit()


class CheckedLine(QWidget):
    """A `DoubtedLine` with the reason below it. ``kept`` tells a new value, in the form the check gave it."""

    kept = Signal(str)

    def __init__(self, check: Check, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.line = DoubtedLine(check, name, placeholder)
        self.hint = Label("", "small", "text2", wrap=True)
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.hint)
        self.setFocusProxy(self.line)
        self.line.kept.connect(self.kept)
        self.line.doubted.connect(self.say)
        self.line.typed.connect(lambda words: self.say(""))
        self.line.ended.connect(lambda: self.say(""))

    def text(self) -> str:
        """Return the value last kept."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show another value, without telling."""
        self.line.set_text(text)

    def is_editing(self) -> bool:
        """Tell whether the field is open."""
        return self.line.is_editing()

    def edit(self) -> None:
        """Open the field."""
        self.line.edit()

    def give_up(self) -> None:
        """Close without keeping."""
        self.line.give_up()
        self.say("")

    def say(self, words: str) -> None:
        """Say something below the field, out loud too; nothing hides it."""
        self.hint.set_text(words)
        self.hint.setVisible(bool(words))
        if words:
            announce(self, words)
