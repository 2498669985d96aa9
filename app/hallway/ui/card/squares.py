"""The code on the screen: dark squares on white in both themes, for a camera does not know of themes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.domain.own_profile import QUIET, Code
from hallway.ui.theme import paint
from hallway.ui.theme.look import look
from hallway.ui.theme.tokens import load

SIDE, LEAST_SIDE = 392, 200
RADIUS = 8


def light() -> QColor:
    """The ground of a code: that of the light theme, in either theme."""
    return load("light").surface


def dark() -> QColor:
    """The squares of a code: the text of the light theme, in either theme."""
    return load("light").text


def square_of(side: float, code: Code) -> int:
    """How many pixels a square has where the code and its quiet edge may be so wide: whole ones, for sharpness."""
    return max(1, int(side // (len(code.rows) + 2 * QUIET)))


def draw_code(painter: QPainter, middle: QPointF, square: int, code: Code) -> None:
    """The code around a point."""
    half = len(code.rows) * square / 2
    left, top = int(middle.x() - half), int(middle.y() - half)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dark())
    for y, row in enumerate(code.rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                painter.drawRect(left + x * square, top + y * square, square, square)
    painter.restore()


class CodePicture(QWidget):
    """The code on its white ground. Enter, Space and a click ask to see it big."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code: Code | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Code of your card, show it big"))

    def show_code(self, code: Code | None) -> None:
        """Show another code; None shows nothing."""
        self._code = code
        self.setVisible(code is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_SIDE, LEAST_SIDE)

    def heightForWidth(self, width: int) -> int:
        room = min(width, look.scaled(SIDE))
        return room if self._code is None else _whole(room, self._code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._code is None:
            return
        painter = QPainter(self)
        paint.smooth(painter)
        square = square_of(min(self.width(), self.height()), self._code)
        side = _whole(min(self.width(), self.height()), self._code)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light())
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        draw_code(painter, box.center(), square, self._code)
        if self.hasFocus():
            paint.focus_ring(painter, box, RADIUS, gap=-2)


def _whole(side: float, code: Code) -> int:
    """The largest ground of whole squares that fits."""
    return square_of(side, code) * (len(code.rows) + 2 * QUIET)
