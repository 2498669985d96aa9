"""Pictures drawn from the tokens: the arch in its tile, and the hallway with people in colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.ui.theme import paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.tokens import mixed

_WIDE, _TALL = 760, 166
_FLOOR, _LINTEL = 150, 32
_ARCHES = ((56, ""), (200, "amber"), (346, ""), (492, "green"), (636, ""))
_PEOPLE = (
    (145, 93, "violet"), (189, 101, "blue"), (387, 97, "rose"),
    (427, 89, "green"), (465, 105, "chart2"), (599, 95, "slate"),
)  # fmt: skip
_ICON_SIDES = (16, 32, 48, 128)


def mark_icon() -> QIcon:
    """The mark in the sizes that desktops ask for."""
    icon = QIcon()
    for side in _ICON_SIDES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_mark(painter, QRectF(picture.rect()))
        painter.end()
        icon.addPixmap(picture)
    return icon


def draw_mark(painter: QPainter, rect: QRectF) -> None:
    """Draw the mark: a light arch with an open door in an ivy tile, drawn on a grid of 24."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 24, rect.height() / 24)
    paint.rounded_rect(painter, QRectF(0, 0, 24, 24), 6, fill="accent")
    pen = QPen(tokens().on_accent)
    pen.setWidthF(2.1)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    arch = QPainterPath(QPointF(6, 20))
    arch.lineTo(6, 11)
    arch.arcTo(QRectF(6, 5, 12, 12), 180, -180)
    arch.lineTo(18, 20)
    painter.drawPath(arch)
    painter.fillPath(_arch(QRectF(9.9, 9.8, 4.2, 9.2)), tokens().on_accent)
    painter.restore()


class Mark(QWidget):
    """The mark of Hallway at a size in pixels."""

    def __init__(self, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setAccessibleName("Hallway")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(self._size), look.scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_mark(QPainter(self), QRectF(self.rect()))


class HallwayPicture(QWidget):
    """Open doors and people talking, for the first run; as wide as its place, 166 px high at 760."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("A hallway with open doors and people talking"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, _TALL)

    def heightForWidth(self, width: int) -> int:
        return round(width * _TALL / _WIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        painter.setClipPath(_rounded(QRectF(self.rect())))
        scale = min(self.width() / _WIDE, self.height() / _TALL)
        painter.fillRect(self.rect(), mixed(tokens().rail, tokens().green_soft, 0.3))
        painter.translate((self.width() - _WIDE * scale) / 2, self.height() - _TALL * scale)
        painter.scale(scale, scale)
        painter.fillRect(QRectF(-_WIDE, _FLOOR, 3 * _WIDE, _TALL - _FLOOR), tokens().line)
        for left, light in _ARCHES:
            painter.fillPath(_arch(QRectF(left, _LINTEL, 68, _FLOOR - _LINTEL)), _lit(light))
        for left, head, hue in _PEOPLE:
            _draw_person(painter, left, head, tokens().colour(hue))
        _draw_speech(painter)


def _lit(light: str) -> QColor:
    """Return the light behind a door: plain, or the glow of a hue."""
    if not light:
        return tokens().raised
    soft = tokens().soft(light)
    richer, brighter = (1.1, 1.7) if tokens().is_dark else (2.2, 0.97)
    return QColor.fromHsvF(soft.hsvHueF(), min(1.0, soft.hsvSaturationF() * richer), min(1.0, soft.valueF() * brighter))


def _draw_person(painter: QPainter, left: float, top: float, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(left + 6, top - 27, 22, 22))
    painter.drawPath(_arch(QRectF(left, top, 34, _FLOOR - top)))


def _draw_speech(painter: QPainter) -> None:
    bubble = QPainterPath()
    bubble.setFillRule(Qt.FillRule.WindingFill)
    bubble.addRoundedRect(QRectF(168, 40, 50, 24), 8, 8)
    bubble.moveTo(180, 62)
    bubble.lineTo(181, 72)
    bubble.lineTo(190, 62)
    painter.fillPath(bubble, tokens().line if tokens().is_dark else tokens().raised)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens().text3)
    for middle in (184, 193, 202):
        painter.drawEllipse(QPointF(middle, 52), 2.5, 2.5)


def _arch(box: QRectF) -> QPainterPath:
    path = QPainterPath(box.bottomLeft())
    path.lineTo(box.left(), box.top() + box.width() / 2)
    path.arcTo(QRectF(box.left(), box.top(), box.width(), box.width()), 180, -180)
    path.lineTo(box.bottomRight())
    path.closeSubpath()
    return path


def _rounded(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, 12, 12)
    return path
