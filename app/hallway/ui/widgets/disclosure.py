"""A row that opens and shuts what is below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import width


class DisclosureRow(QAbstractButton):
    """A chevron, a word and a grey detail; Space or Enter toggles, Right opens, Left shuts."""

    def __init__(self, text: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail = detail
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._name_state)
        self._name_state(False)

    def set_detail(self, detail: str) -> None:
        """Show another grey text behind the word."""
        self._detail = detail
        self._name_state(self.isChecked())
        self.update()

    def sizeHint(self) -> QSize:
        wide = look.scaled(28) + width("name", self.text()) + 8 + width("body", self._detail) + 8
        return QSize(round(wide), look.control_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(120), look.control_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
        if event.key() in wanted:
            self.setChecked(wanted[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            paint.rounded_rect(painter, QRectF(self.rect()), 6, "hover")
        side = look.scaled(16)
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        icons.draw(painter, QRectF(4, (self.height() - side) / 2, side, side), chevron, tokens().text2)
        parts = [paint.Part(self.text(), "name", "text2"), paint.Part("  " + self._detail, "body", "text3")]
        paint.text_parts(painter, QRectF(self.rect()).adjusted(side + 11, 0, -8, 0), parts)

    def _name_state(self, is_open: bool) -> None:
        state = self.tr("open") if is_open else self.tr("closed")
        self.setAccessibleName(", ".join(part for part in (self.text(), self._detail, state) if part))


class Disclosure(QWidget):
    """A disclosure row with a body below it that shows only while open; ``opened`` tells."""

    opened = Signal(bool)

    def __init__(self, text: str, detail: str = "", body: QWidget | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self.row = DisclosureRow(text, detail)
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.row)
        self.row.toggled.connect(self._toggle)
        if body is not None:
            self.set_body(body)

    def set_body(self, body: QWidget) -> None:
        """Set what the row opens; the former body goes."""
        if self._body is not None:
            self._body.deleteLater()
        self._body = body
        body.setVisible(self.row.isChecked())
        self._column.addWidget(body)

    def set_open(self, is_open: bool) -> None:
        """Open or shut."""
        self.row.setChecked(is_open)

    def _toggle(self, is_open: bool) -> None:
        if self._body is not None:
            self._body.setVisible(is_open)
        self.opened.emit(is_open)
