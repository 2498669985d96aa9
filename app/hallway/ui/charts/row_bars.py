"""Lying bars: a name, a bar from zero, and its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from hallway.ui.charts.chart import Chart
from hallway.ui.theme.look import look
from hallway.ui.theme.type import width
from hallway.ui.widgets import paint

ROW, THICK, NUMBER, GAP = 34, 10, 40, 16
MOST_NAME_SHARE = 0.6
"""Of the width; names are as wide as the widest of them wants, up to this."""


class RowBars(Chart):
    """``show_rows`` takes names with their numbers."""

    def __init__(self, name: str, hue: str = "chart1") -> None:
        super().__init__(name)
        self._hue, self._rows = hue, tuple[tuple[str, int], ...]()

    def show_rows(self, rows: Sequence[tuple[str, int]]) -> None:
        """Show these, in this order."""
        self._rows = tuple(rows)
        self.values_changed()

    def words(self) -> tuple[str, ...]:
        return tuple(f"{name}: {number}" for name, number in self._rows)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(280), look.scaled(ROW) * max(1, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(200), self.sizeHint().height())

    def box_of(self, at: int) -> QRectF:
        return QRectF(0, at * look.scaled(ROW), self.width(), look.scaled(ROW))

    def draw(self, painter: QPainter) -> None:
        most = max((number for _, number in self._rows), default=0) or 1
        wanted = max((width("body", name) for name, _ in self._rows), default=0.0) + 1
        for at, (name, number) in enumerate(self._rows):
            box = self.box_of(at).adjusted(4, 0, -4, 0)
            words = QRectF(box.left(), box.top(), min(wanted, box.width() * MOST_NAME_SHARE), box.height())
            paint.text_elided(painter, words, name, "body", "text")
            left = words.right() + look.scaled(GAP)
            room = QRectF(left, box.top(), box.right() - left - look.scaled(NUMBER), box.height())
            thick = look.scaled(THICK)
            long = max(4.0, room.width() * number / most) if number else 0.0
            if long:
                bar = QRectF(room.left(), round(box.center().y() - thick / 2), long, thick)
                paint.rounded_rect(painter, bar, 3, fill=self._hue)
            paint.text_elided(painter, box, str(number), "small", "text2", paint.RIGHT)
