"""A field to look for something, with a magnifier and a way to clear it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button
from hallway.ui.widgets.text_field import TextField


class SearchField(TextField):
    """Tells every change at once through ``searched``; Escape clears first, then leaves the field."""

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, icon="search", parent=parent)
        self._clear = icon_button("x", self.tr("Clear: %s") % placeholder, small=True)
        self._clear.setParent(self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._tell)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(230), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - 8
        self._clear.setGeometry(self.width() - side - 4, 4, side, side)

    def _tell(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.set_room_right(self.height() - 8 if text else 0)
        self.searched.emit(text)
