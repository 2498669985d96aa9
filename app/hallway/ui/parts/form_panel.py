"""A form over the window: named fields, what is wrong said above the buttons, and two ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel


class FormPanel(OverlayPanel):
    """Ctrl+Enter keeps, Escape leaves; what was refused is said and stays in the form to be put right.

    A form puts its fields into `body` (see `named` and `beside`), ends with `finish_form`, and keeps
    what is written in `write`.
    """

    def __init__(self, bridge: Bridge, window: QWidget, title: str, *, width: int = 560, keep: str = "") -> None:
        super().__init__(window, title=title, width=width)
        self._bridge = bridge
        self.message = InlineMessage("", tone="amber")
        self.message.hide()
        self.keep = primary(keep or self.tr("Keep"), keys="Ctrl+Enter")
        self.keep.clicked.connect(self.write)
        bridge.refused.connect(self._hear)

    def write(self) -> None:
        """Keep what is written, and close; what makes no sense is said."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Say what is to be put right."""
        self.message.set_text(words)
        self.message.show()

    def finish_form(self, *before: QWidget) -> None:
        """Put the message and the buttons below the fields, some others before them."""
        self.body.addWidget(self.message)
        foot, leave = self.foot(), quiet(self.tr("Cancel"))
        leave.clicked.connect(self.close_panel)
        for widget in before:
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.write()
        super().keyPressEvent(event)

    def _hear(self, error: HallwayError) -> None:
        if self.isVisible():
            self.say(error.sentence)


def named(words: str, *fields: QWidget) -> QVBoxLayout:
    """Fields below their name, which a screen reader says too where a field has none of its own."""
    pair = QVBoxLayout()
    pair.setSpacing(4)
    pair.addWidget(Label(words, "section", "text2"))
    for field in fields:
        pair.addWidget(field)
        hint = field.placeholderText() if isinstance(field, QLineEdit | QTextEdit) else ""
        if field.accessibleName() in ("", hint):
            field.setAccessibleName(words)
    return pair


def beside(*parts: QLayout) -> QHBoxLayout:
    """Named fields beside each other, each as wide as the next."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for part in parts:
        row.addLayout(part, 1)
    return row
