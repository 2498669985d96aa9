"""A one-line text field with an icon before and a few grey words after the text."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import TextRole, font, width

_EDGE = 10


class TextField(QLineEdit):
    """A line edit that follows the theme. ``bare`` leaves out the box, for fields inside a bar."""

    def __init__(
        self,
        placeholder: str = "",
        *,
        icon: str = "",
        trailing: str = "",
        bare: bool = False,
        role: TextRole = "body",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._trailing, self._role = icon, trailing, role
        self._room_right = 0
        self.setProperty("bare", bare)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_trailing(self, text: str) -> None:
        """Show other grey words at the right, such as "to 26 July"."""
        self._trailing = text
        self._restyle()

    def set_icon(self, name: str) -> None:
        """Show another icon before the text; empty for none."""
        self._icon_name = name
        self._restyle()

    def set_room_right(self, pixels: int) -> None:
        """Keep so much of the right end free of text."""
        self._room_right = pixels
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        enabled = self.isEnabled()
        if self._icon_name:
            side = look.scaled(16)
            box = QRectF(_EDGE, (self.height() - side) / 2, side, side)
            icons.draw(painter, box, self._icon_name, tokens().colour("text2" if enabled else "disabled"))
        if self._trailing:
            room = QRectF(self.rect()).adjusted(0, 0, -_EDGE - 1, 0)
            paint.text_elided(painter, room, self._trailing, "small", "text3", paint.RIGHT)

    def _restyle(self) -> None:
        self.setFont(font(self._role))
        left = look.scaled(16) + 8 if self._icon_name else 0
        right = round(width("small", self._trailing)) + 8 if self._trailing else 0
        self.setTextMargins(left, 0, right + self._room_right, 0)
        self.update()
