"""A note that is kept while one types: after each short rest, and when the keyboard or the screen goes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent

from hallway.ui.widgets.note_edit import NoteEdit

REST = 400
"""Milliseconds without a key after which what is written is kept."""


class SavingNote(NoteEdit):
    """``kept`` tells the words each time; ``gone`` that the keyboard went elsewhere, after that."""

    gone = Signal()

    def __init__(self, placeholder: str, name: str, *, least: int = 2) -> None:
        super().__init__(placeholder, least=least, most=12, name=name)
        self._soon = QTimer(self, singleShot=True, interval=REST)
        self._soon.timeout.connect(self.keep_now)
        self.textChanged.connect(self._soon.start)

    def show_words(self, words: str) -> None:
        """Show what is kept, unless something is being written here."""
        if not self.hasFocus() and words != self.text():
            self.set_text(words)
            self._soon.stop()

    def keep_now(self) -> None:
        """Keep what is written, when it changed."""
        self._soon.stop()
        super().keep_now()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.gone.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep_now()
        super().hideEvent(event)
