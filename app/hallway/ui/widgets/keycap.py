"""Key caps standing alone, for teaching a shortcut."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.ui.theme import keycaps
from hallway.ui.theme.look import look


class KeyCap(QWidget):
    """Shows a shortcut as caps: "Ctrl+K", keys in turn "G T", arrows by name "Up Down"."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_keys(self, keys: str) -> None:
        """Show another shortcut."""
        self._keys = keys
        self.setAccessibleName(keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(keycaps.caps_width(self._keys) + 1), keycaps.caps_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        keycaps.draw_caps(QPainter(self), 0, self.height() / 2, self._keys)
