"""An icon standing on the page, plain or on the soft round of a kind."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens


class Picture(QWidget):
    """One icon at a size in pixels, in a token's colour; with a hue it lies on a soft round."""

    def __init__(self, icon: str, size: int = 16, colour: str = "text2", *, hue: str = "") -> None:
        super().__init__()
        self._icon_name, self._size, self._colour, self._hue = icon, size, colour, hue
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_icon(self, icon: str, colour: str = "", hue: str = "") -> None:
        """Show another icon, in another colour or on another round where one is given."""
        self._icon_name, self._colour, self._hue = icon, colour or self._colour, hue or self._hue
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(self._size), look.scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._hue:
            paint.kind_dot(painter, QRectF(self.rect()), self._icon_name, self._hue)
        else:
            icons.draw(painter, QRectF(self.rect()), self._icon_name, tokens().colour(self._colour))


def kind_dot(icon: str, hue: str, size: int = 28) -> Picture:
    """Return the mark of a kind of moment: ``kind_dot("heart", "rose")``."""
    return Picture(icon, size, hue=hue)
