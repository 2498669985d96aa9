"""A value that looks like text and becomes a field when you want to change it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from hallway.ui.theme import paint
from hallway.ui.theme.type import TextRole
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.text_field import TextField


class EditableText(QWidget):
    """Click, F2 or Enter open the field; Enter and leaving keep, Escape restores.

    ``kept`` tells the new text, and only when it differs. ``name`` is what the value is, for a
    screen reader ("Next check-in"); the placeholder invites while the value is empty.
    """

    kept = Signal(str)

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        name: str = "",
        role: TextRole = "body",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._placeholder, self._name = text, placeholder, name
        self._is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._label = Label(role=role, wrap=wrap, elide=not wrap)
        self._field = _Field(placeholder, role=role, name=name)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._label)
        self._stack.addWidget(self._field)
        self._field.ended.connect(self._end)
        self.set_text(text)

    def text(self) -> str:
        """Return the value last kept."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another value, without telling."""
        self._text = text
        self._label.set_text(text or self._placeholder)
        self._label.set_colour("text" if text else "text3")
        self.setAccessibleName(self.tr("{name}, {value}, edit").format(name=self._name, value=text))

    def is_editing(self) -> bool:
        """Tell whether the field is open."""
        return self._is_open

    def edit(self) -> None:
        """Open the field with everything selected."""
        self._is_open = True
        self._field.setText(self._text)
        self._stack.setCurrentWidget(self._field)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.is_editing():
            self.edit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse() and not self.is_editing():
            paint.rounded_rect(QPainter(self), QRectF(self.rect()), 6, "hover")

    def _end(self, keep: bool, stay: bool) -> None:
        # Hiding the field takes its keyboard away, which would end the editing a second time.
        if not self._is_open:
            return
        self._is_open = False
        text = self._field.text().strip()
        self._stack.setCurrentWidget(self._label)
        if stay:
            self.setFocus(Qt.FocusReason.TabFocusReason)
        if keep and text != self._text:
            self.set_text(text)
            self.kept.emit(text)


class _Field(TextField):
    """Tells how editing ended: (keep it?, did the keyboard stay here?)."""

    ended = Signal(bool, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit(False, True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit(True, True)
        else:
            QLineEdit.keyPressEvent(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.ended.emit(True, False)
