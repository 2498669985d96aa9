"""One of the other ways to begin: a card that is a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens

HEIGHT, DOT = 62, 34


class WayCard(QAbstractButton):
    """Icon, title, a line below, and an arrow."""

    def __init__(self, title: str, detail: str, icon: str, hue: str) -> None:
        super().__init__()
        self._title, self._detail, self._icon, self._hue = title, detail, icon, hue
        self.setAccessibleName(f"{title}: {detail}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(200), look.scaled(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint.rounded_rect(painter, box, 10, fill="hover" if self.underMouse() else "surface", edge="line")
        side = look.scaled(DOT)
        dot = QRectF(14, (box.height() - side) / 2, side, side)
        paint.kind_dot(painter, dot, self._icon, self._hue)
        arrow = look.scaled(16)
        end = QRectF(box.right() - 14 - arrow, (box.height() - arrow) / 2, arrow, arrow)
        icons.draw(painter, end, "chevron-right", tokens().text2)
        words = QRectF(dot.right() + 12, 0, end.left() - dot.right() - 18, box.height())
        half = words.height() / 2
        upper = QRectF(words.left(), half - look.scaled(20), words.width(), look.scaled(20))
        paint.text_elided(painter, upper, self._title, "strong")
        paint.text_elided(painter, upper.translated(0, look.scaled(19)), self._detail, "small", "text2")
        if self.hasFocus():
            paint.focus_ring(painter, box, 10, gap=-2)
