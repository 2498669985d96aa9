"""Several lines that look like text and become a field when one wants to change them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.ui.theme import paint
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit


class InlineNote(QWidget):
    """Click, F2 or Enter open the field; leaving and Ctrl+Enter keep, Escape restores. ``kept`` tells the new text."""

    kept = Signal(str)

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self._name, self._placeholder, self._text = name, placeholder, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._label = Label(wrap=True)
        self._edit = LeavingNote(placeholder, least=2, most=10, name=name)
        self._edit.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addWidget(self._edit)
        self._edit.kept.connect(self._keep)
        self._edit.accepted.connect(lambda: self._close(stay=True))
        self._edit.left.connect(lambda: self._close(stay=True))
        self._edit.gone.connect(lambda: self._close(stay=False))
        self.set_text("")

    def text(self) -> str:
        """Return the text last kept."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text, without telling."""
        self._text = text
        self._label.set_text(text or self._placeholder)
        self._label.set_colour("text" if text else "text3")
        self.setAccessibleName(self.tr("{name}, {value}, edit").format(name=self._name, value=text))

    def edit(self) -> None:
        """Open the field."""
        self._edit.set_text(self._text)
        self._label.hide()
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._edit.isHidden():
            self.edit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse() and self._edit.isHidden():
            paint.rounded_rect(QPainter(self), QRectF(self.rect()), 6, "hover")

    def _keep(self, text: str) -> None:
        self.set_text(text)
        self.kept.emit(text)

    def _close(self, stay: bool) -> None:
        if self._edit.isHidden():
            return
        if stay:
            self.setFocus(Qt.FocusReason.TabFocusReason)
        self._edit.hide()
        self._label.show()


class LeavingNote(NoteEdit):
    """Escape restores and tells `left`; `gone` tells that the keyboard went elsewhere."""

    left = Signal()
    gone = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.set_text(self._before)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.gone.emit()
