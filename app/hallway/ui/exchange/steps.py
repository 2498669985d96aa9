"""Where one is in a few steps: done ones ticked, the current one ringed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import TextRole, width

DOT, GAP, BETWEEN = 20, 8, 24


class Steps(QWidget):
    """The steps by name; only shows."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = names
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_step(self, current: int, names: Sequence[str] = ()) -> None:
        """The step one is at, from 0, of these or of those there were."""
        self._names, self._current = names or self._names, current
        self.updateGeometry()
        words = self.tr("Step {at} of {count}, {name}")
        self.setAccessibleName(words.format(at=current + 1, count=len(self._names), name=self._names[current]))
        self.update()

    def sizeHint(self) -> QSize:
        widths = (look.scaled(DOT) + GAP + width("strong", name) for name in self._names)
        return QSize(round(sum(widths)) + (BETWEEN + 2) * len(self._names) - BETWEEN + 2, look.scaled(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side, left = look.scaled(DOT), 1.0
        for at, name in enumerate(self._names):
            dot = QRectF(left, (self.height() - side) / 2, side, side)
            self._paint_dot(painter, dot, at)
            role: TextRole = "strong" if at == self._current else "body"
            words = QRectF(dot.right() + GAP, 0, width("strong", name) + 2, self.height())
            paint.text_elided(painter, words, name, role, "text" if at <= self._current else "text2")
            left = words.right() + BETWEEN

    def _paint_dot(self, painter: QPainter, dot: QRectF, at: int) -> None:
        if at < self._current:
            paint.rounded_rect(painter, dot, dot.height() / 2, fill="accent")
            icons.draw(painter, dot.adjusted(4, 4, -4, -4), "check", tokens().on_accent)
            return
        current = at == self._current
        paint.rounded_rect(painter, dot, dot.height() / 2, fill="accent_soft" if current else "surface",
                           edge="accent" if current else "control")  # fmt: skip
        paint.text_elided(painter, dot, str(at + 1), "key", "accent_text" if current else "text2", paint.CENTRE)
