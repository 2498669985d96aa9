"""A value shown in words and edited in words: what was understood stands beside it before Enter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal

from hallway.domain.errors import Refused
from hallway.domain.partial_dates import Birthday, say_partial
from hallway.domain.profiles import clipped
from hallway.ui.parts.checked_line import CheckedLine
from hallway.ui.parts.partial_dates import read_birthday, read_partial, say_birthday

Read = Callable[[str], str | None]
Say = Callable[[str], str]


class WordsValue(CheckedLine):
    """Holds a value in the record's form. ``changed`` tells the new one; words that mean none keep the field open.

    ``read`` gives the value of words or None; ``say`` puts a value into words; ``hint`` says what can be written.
    """

    changed = Signal(str)

    def __init__(self, read: Read, say: Say, *, name: str, placeholder: str = "", hint: str = "") -> None:
        super().__init__(self._said, name, placeholder)
        self._read, self._say, self._hint_words, self._value = read, say, hint, ""
        self.line.kept.connect(self._keep)
        self.line.typed.connect(self._show_reading)

    def value(self) -> str:
        """Return the value in the record's form, empty for none."""
        return self._value

    def finish(self) -> bool:
        """Keep what is being typed; False where it was not understood, and stays with the reason."""
        if self.is_editing():
            self.line.keep()
        return not self.is_editing()

    def set_value(self, value: str) -> None:
        """Show another value, without telling; words that meant none are given up."""
        self._value = value
        self.give_up()
        self.set_text(self._say(value) if value else "")

    def _said(self, words: str) -> str:
        """The words that are shown for a value; they read back as the same."""
        value = self._read(words)
        if value is None:
            told = self.tr("“{words}” does not read as a date. {hint}")
            raise Refused(told.format(words=clipped(words), hint=self._hint_words))
        return self._say(value)

    def _show_reading(self, words: str) -> None:
        try:
            value = self._read(words) if words.strip() else None
        except Refused as refused:
            self.say(refused.what)
        else:
            self.say(self._say(value) if value else "")

    def _keep(self, words: str) -> None:
        before, value = self._value, (self._read(words) or "") if words else ""
        self.set_value(value)
        if value != before:
            self.changed.emit(value)


def partial_date(today: date, name: str, placeholder: str = "") -> WordsValue:
    """Return a field for a year, a month of a year or a day."""
    hint = QCoreApplication.translate("WordsValue", "Write 2019, May 2019 or 12 May 2019.")
    return WordsValue(
        lambda words: read_partial(words, today), say_partial, name=name, placeholder=placeholder, hint=hint
    )


def birthday(today: date, name: str, placeholder: str = "") -> WordsValue:
    """Return a field for a birthday, with or without the year."""
    hint = QCoreApplication.translate("WordsValue", "Write 22 March or 22 March 1980.")

    def read(words: str) -> str | None:
        value = read_birthday(words)
        return str(Birthday.parse(value).checked(today)) if value else None

    return WordsValue(read, say_birthday, name=name, placeholder=placeholder, hint=hint)
