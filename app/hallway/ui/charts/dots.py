"""Dots, one for each thing: many look like many, and nobody reads a balance off them."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from hallway.ui.charts.chart import Chart
from hallway.ui.theme.look import look
from hallway.ui.widgets import paint

DOT, GAP, HEAD = 12, 5, 22
MOST = 60


class Dots(Chart):
    """``show_groups`` takes groups of a name, its number and its hue; beyond sixty dots the number tells the rest."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._groups = tuple[tuple[str, int, str], ...]()

    def show_groups(self, groups: Sequence[tuple[str, int, str]]) -> None:
        """Show these, one below the other."""
        self._groups = tuple(groups)
        self.values_changed()

    def words(self) -> tuple[str, ...]:
        return tuple(f"{name}: {number}" for name, number, _ in self._groups)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._high(number, width) for _, number, _ in self._groups))

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(220), self.heightForWidth(look.scaled(220)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(150), self.heightForWidth(max(look.scaled(150), self.width())))

    def box_of(self, at: int) -> QRectF:
        top = sum(self._high(number, self.width()) for _, number, _ in self._groups[:at])
        return QRectF(0, top, self.width(), self._high(self._groups[at][1], self.width()) - 6)

    def draw(self, painter: QPainter) -> None:
        step, side = look.scaled(DOT + GAP), look.scaled(DOT)
        for at, (name, number, hue) in enumerate(self._groups):
            box = self.box_of(at)
            head = QRectF(box.left() + 2, box.top(), box.width() - 4, look.scaled(HEAD))
            paint.text_elided(painter, head, name, "body", "text")
            paint.text_elided(painter, head, str(number), "small", "text2", paint.RIGHT)
            a_row = self._in_a_row(self.width())
            for dot in range(min(number, MOST)):
                row, column = divmod(dot, a_row)
                place = QRectF(box.left() + 2 + column * step, head.bottom() + 2 + row * step, side, side)
                paint.rounded_rect(painter, place, side / 2, fill=hue)

    def _in_a_row(self, width: int) -> int:
        return max(1, int((width - 4) // look.scaled(DOT + GAP)))

    def _high(self, number: int, width: int) -> float:
        rows = max(1, ceil(min(number, MOST) / self._in_a_row(width)))
        return look.scaled(HEAD) + rows * look.scaled(DOT + GAP) + 12
