"""One planned check-in: who, on which day, and how far off."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from hallway.domain.dates import say_day, say_distance
from hallway.domain.plan import Placed
from hallway.ui.theme.look import look
from hallway.ui.widgets import paint

ROW, FACE = 44, 28


class PlanRow(QAbstractButton):
    """A painted row that opens the person; `opened` is Qt's clicked."""

    def __init__(self, name: str, placed: Placed, today: date) -> None:
        super().__init__()
        self.opened = self.clicked
        self._name = name
        self._day = say_day(placed.on, today)
        distance = self.tr("today") if placed.on == today else say_distance(placed.on, today)
        self._distance = self.tr("{distance}, fixed by you").format(distance=distance) if placed.fixed else distance
        self.setAccessibleName(f"{name}, {self._day}, {self._distance}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(300), look.scaled(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            paint.rounded_rect(painter, box.adjusted(4, 3, -4, -3), 8, fill="hover")
        side = look.scaled(FACE)
        face = QRectF(14, (box.height() - side) / 2, side, side)
        paint.paint_avatar(painter, face, self._name)
        right = QRectF(box.right() - look.scaled(190), 0, look.scaled(176), box.height())
        paint.text_elided(painter, right, self._distance, "small", "text2", paint.RIGHT)
        day = QRectF(right.left() - look.scaled(150), 0, look.scaled(150), box.height())
        paint.text_elided(painter, day, self._day, "body", "text2")
        name = QRectF(face.right() + 12, 0, day.left() - face.right() - 20, box.height())
        paint.text_elided(painter, name, self._name, "name")
        if self.hasFocus():
            paint.focus_ring(painter, box.adjusted(4, 3, -4, -3), 8, gap=-2)
