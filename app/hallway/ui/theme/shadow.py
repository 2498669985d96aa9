"""The soft shadow under overlays, drawn once as nine pieces and stretched."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from hallway.ui.theme.look import tokens
from hallway.ui.theme.tokens import faded

REACH = 34
"""How far the shadow reaches beyond the card, in pixels."""
_DROP = 8
_INSIDE = 12
_CORNER = REACH + _INSIDE + 12


def draw_shadow(painter: QPainter, card: QRectF) -> None:
    """Draw the shadow around a raised card; paint the card on top afterwards."""
    patch = _patch()
    outer = card.adjusted(-REACH, -REACH + _DROP, REACH, REACH + _DROP)
    for row in range(3):
        for column in range(3):
            painter.drawPixmap(_cell(outer, row, column), patch, _cell(QRectF(patch.rect()), row, column))


def _cell(whole: QRectF, row: int, column: int) -> QRectF:
    lefts = (whole.left(), whole.left() + _CORNER, whole.right() - _CORNER, whole.right())
    tops = (whole.top(), whole.top() + _CORNER, whole.bottom() - _CORNER, whole.bottom())
    width, height = lefts[column + 1] - lefts[column], tops[row + 1] - tops[row]
    return QRectF(lefts[column], tops[row], width, height)


def _patch() -> QPixmap:
    ink = tokens().scrim
    key = f"hallway:shadow:{ink.rgba()}"
    result = QPixmap()
    if not QPixmapCache.find(key, result):
        result = _drawn(ink)
        QPixmapCache.insert(key, result)
    return result


def _drawn(ink: QColor) -> QPixmap:
    """Lay rounded rectangles on each other: the further out, the fewer overlap.

    The smallest lie inside the card, so that the drop shows no flat band below it.
    """
    side = 2 * _CORNER + 2
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    strength = 0.34 if tokens().is_dark else 0.24
    steps = REACH + _INSIDE
    for step in range(steps):
        nearness = (step + 1) / steps
        painter.setBrush(faded(ink, strength * 2.4 * nearness**2 / steps))
        radius = max(4, 12 + (REACH - step))
        painter.drawRoundedRect(QRectF(step, step, side - 2 * step, side - 2 * step), radius, radius)
    painter.end()
    return result
