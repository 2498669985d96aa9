"""A value shown in words and edited in words: what was understood stands beside it before Enter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.ui.parts.partial_dates import read_birthday, read_partial, say_birthday, say_partial
from hallway.ui.theme.look import look
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.speak import announce

Read = Callable[[str], str | None]
Say = Callable[[str], str]


class WordsValue(QWidget):
    """Holds a value in the record's form. ``changed`` tells the new one; words that mean none keep the field open.

    ``read`` gives the value of words or None; ``say`` puts a value into words; ``hint`` says what can be written.
    """

    changed = Signal(str)

    def __init__(self, read: Read, say: Say, *, name: str, placeholder: str = "", hint: str = "") -> None:
        super().__init__()
        self._read, self._say, self._hint_words, self._value = read, say, hint, ""
        self.line = _Line(self._check, name, placeholder)
        self._hint = Label("", "small", "text2", wrap=True)
        self._hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self._hint)
        self.setFocusProxy(self.line)
        self.line.kept.connect(self._keep)
        self.line.typed.connect(self._show_reading)

    def value(self) -> str:
        """Return the value in the record's form, empty for none."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show another value, without telling."""
        self._value = value
        self._hint.hide()
        self.line.set_text(self._say(value) if value else "")

    def _check(self, words: str) -> bool:
        understood = not words or self._read(words) is not None
        if not understood:
            self._tell(self.tr("“{words}” does not read as a date. {hint}").format(words=words, hint=self._hint_words))
        return understood

    def _show_reading(self, words: str) -> None:
        value = self._read(words) if words.strip() else None
        self._tell(self._say(value) if value else "")

    def _tell(self, words: str) -> None:
        self._hint.set_text(words)
        self._hint.setVisible(bool(words))
        if words:
            announce(self, words)

    def _keep(self, words: str) -> None:
        before, value = self._value, (self._read(words) or "") if words else ""
        self.set_value(value)
        if value != before:
            self.changed.emit(value)


class _Line(EditableText):
    """Asks before it keeps; words that were not understood stay in the field, and leaving restores."""

    typed = Signal(str)

    def __init__(self, check: Callable[[str], bool], name: str, placeholder: str) -> None:
        super().__init__(name=name, placeholder=placeholder)
        self._checked = check
        self._field.textEdited.connect(self.typed)
        self.setMinimumHeight(look.control_height(small=True))

    def _end(self, keep: bool, stay: bool) -> None:
        if not self.is_editing():
            return
        if keep and not self._checked(self._field.text().strip()):
            if stay:
                self._field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            keep = False
        super()._end(keep, stay)
        if not keep and stay:
            self.typed.emit("")


def partial_date(today: date, name: str, placeholder: str = "") -> WordsValue:
    """Return a field for a year, a month of a year or a day."""
    hint = QCoreApplication.translate("WordsValue", "Write 2019, May 2019 or 12 May 2019.")
    return WordsValue(
        lambda words: read_partial(words, today), say_partial, name=name, placeholder=placeholder, hint=hint
    )


def birthday(name: str, placeholder: str = "") -> WordsValue:
    """Return a field for a birthday, with or without the year."""
    hint = QCoreApplication.translate("WordsValue", "Write 22 March or 22 March 1980.")
    return WordsValue(read_birthday, say_birthday, name=name, placeholder=placeholder, hint=hint)
