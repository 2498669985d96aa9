"""A table of numbers whose ground is the deeper the higher they are; the numbers themselves are always there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from hallway.ui.charts.chart import Chart
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.tokens import mixed
from hallway.ui.widgets import paint

ROW, HEAD, GAP = 40, 24, 4
NAME_SHARE = 0.36
DEEP = 0.62
"""From this share on the ground is so deep that words on it take the other colour."""


class Heat(Chart):
    """``show_table`` takes the heads of the columns and rows of a name and its numbers."""

    def __init__(self, name: str, hue: str = "chart1") -> None:
        super().__init__(name)
        self._hue = hue
        self._heads, self._rows = tuple[str, ...](), tuple[tuple[str, tuple[int, ...]], ...]()

    def show_table(self, heads: Sequence[str], rows: Sequence[tuple[str, tuple[int, ...]]]) -> None:
        """Show these."""
        self._heads, self._rows = tuple(heads), tuple(rows)
        self.values_changed()

    def words(self) -> tuple[str, ...]:
        return tuple(
            f"{name}, {head}: {number}"
            for name, numbers in self._rows
            for head, number in zip(self._heads, numbers, strict=True)
        )

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(360), look.scaled(HEAD) + look.scaled(ROW) * max(1, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(240), self.sizeHint().height())

    def box_of(self, at: int) -> QRectF:
        row, column = divmod(at, max(1, len(self._heads)))
        left = self.width() * NAME_SHARE
        wide = (self.width() - left) / max(1, len(self._heads))
        top = look.scaled(HEAD) + row * look.scaled(ROW)
        return QRectF(left + column * wide, top, wide - GAP, look.scaled(ROW) - GAP)

    def draw(self, painter: QPainter) -> None:
        most = max((number for _, numbers in self._rows for number in numbers), default=0) or 1
        for column, head in enumerate(self._heads):
            box = self.box_of(column)
            words = QRectF(box.left(), 0, box.width(), look.scaled(HEAD))
            paint.text_elided(painter, words, head, "caption", "text3", paint.CENTRE)
        for row, (name, numbers) in enumerate(self._rows):
            first = self.box_of(row * len(self._heads))
            words = QRectF(2, first.top(), self.width() * NAME_SHARE - 10, first.height())
            paint.text_elided(painter, words, name, "body", "text")
            for column, number in enumerate(numbers):
                self._draw_cell(painter, self.box_of(row * len(self._heads) + column), number, most)

    def _draw_cell(self, painter: QPainter, box: QRectF, number: int, most: int) -> None:
        share = 0.12 + 0.88 * number / most if number else 0.0
        ground, hue = tokens().sunken, tokens().colour(self._hue)
        paint.rounded_rect(painter, box, 4, fill=mixed(ground, hue, share) if number else ground)
        if number:
            paint.text_elided(painter, box, str(number), "small", "on_accent" if share > DEEP else "text", paint.CENTRE)
