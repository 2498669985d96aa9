"""A field for a passphrase: hidden as it is typed, with an eye that shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from hallway.ui.widgets.button import icon_button
from hallway.ui.widgets.text_field import TextField

LONGEST = 1_000


class PassphraseField(QWidget):
    """`line` is the field itself. The eye shows what is typed in this one and in those that `follow` it."""

    entered = Signal()
    """Enter was pressed."""
    shown = Signal(bool)

    def __init__(self, name: str, *, eye: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TextField(name=name)
        self.line.setMaxLength(LONGEST)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.eye = icon_button("eye", self.tr("Show: {name}").format(name=name))
        self.eye.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        self.eye.setVisible(eye)
        self.setFocusProxy(self.line)
        self.eye.toggled.connect(self.show_words)
        self.line.returnPressed.connect(self.entered)
        self.show_words(False)

    def follow(self, other: PassphraseField) -> None:
        """Be shown and hidden with another field."""
        other.shown.connect(self.show_words)

    def show_words(self, shown: bool) -> None:
        """Show what is typed, or dots."""
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.set_icon("eye-off" if shown else "eye")
        self.shown.emit(shown)

    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget it, also for Undo."""
        self.line.clear()
        self.show_words(False)
        self.eye.setChecked(False)
