"""Upright bars by month, two series beside each other, on lines that count from zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter

from hallway.ui.charts.chart import Chart
from hallway.ui.theme.look import look
from hallway.ui.theme.type import width
from hallway.ui.widgets import paint

AXIS, FOOT, GAP = 30, 22, 4
WIDEST_BAR = 18
STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """One month: a short label, whole words, and a value of each series."""

    label: str
    words: str
    values: tuple[int, ...]


class Bars(Chart):
    """``show_bars`` takes the months; hues are those of the series, in their order."""

    def __init__(self, name: str, hues: Sequence[str]) -> None:
        super().__init__(name)
        self._hues, self._bars = tuple(hues), tuple[Bar, ...]()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these."""
        self._bars = tuple(bars)
        self.values_changed()

    def words(self) -> tuple[str, ...]:
        return tuple(bar.words for bar in self._bars)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(560), look.scaled(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(240), look.scaled(150))

    def box_of(self, at: int) -> QRectF:
        ground, wide = self._ground(), self._ground().width() / max(1, len(self._bars))
        return QRectF(ground.left() + at * wide + 1, ground.top(), wide - 2, ground.height())

    def draw(self, painter: QPainter) -> None:
        ground, step, top = self._ground(), *scale(self._bars)
        for value in range(0, top + 1, step):
            y = ground.bottom() - ground.height() * value / top
            paint.hairline(painter, ground.left(), y, ground.right())
            label = QRectF(0, y - 8, ground.left() - 8, 16)
            paint.text_elided(painter, label, str(value), "caption", "text3", paint.RIGHT)
        for at, bar in enumerate(self._bars):
            self._draw_bar(painter, self.box_of(at), bar, top)
        self._draw_labels(painter, ground)

    def _ground(self) -> QRectF:
        return QRectF(look.scaled(AXIS), 8, self.width() - look.scaled(AXIS), self.height() - look.scaled(FOOT) - 8)

    def _draw_bar(self, painter: QPainter, box: QRectF, bar: Bar, top: int) -> None:
        number = len(bar.values)
        room = box.width() - 8
        wide = max(2.0, min(look.scaled(WIDEST_BAR), (room - GAP * (number - 1)) / number))
        left = box.center().x() - (wide * number + GAP * (number - 1)) / 2
        for at, value in enumerate(bar.values):
            high = box.height() * value / top
            if value:
                column = QRectF(left + at * (wide + GAP), box.bottom() - high, wide, high)
                paint.rounded_rect(painter, column, min(2, wide / 2), fill=self._hues[at])

    def _draw_labels(self, painter: QPainter, ground: QRectF) -> None:
        """As many month names as have room."""
        if not self._bars:
            return
        wide = ground.width() / len(self._bars)
        every = max(1, ceil(max(width("caption", bar.label) for bar in self._bars) * 1.3 / wide))
        for at, bar in enumerate(self._bars):
            if (len(self._bars) - 1 - at) % every == 0:
                middle = QPointF(self.box_of(at).center().x(), ground.bottom() + look.scaled(FOOT) / 2)
                room = QRectF(middle.x() - wide * every / 2, middle.y() - 8, wide * every, 16)
                paint.text_elided(painter, room, bar.label, "caption", "text3", paint.CENTRE)


def scale(bars: Sequence[Bar]) -> tuple[int, int]:
    """The step of the lines and the topmost one: at most five of them, in round numbers."""
    most = max((value for bar in bars for value in bar.values), default=0) or 1
    step = next(
        factor * 10**power for power in range(12) for factor in STEPS if most <= 5 * factor * 10**power
    )
    return step, ceil(most / step) * step
