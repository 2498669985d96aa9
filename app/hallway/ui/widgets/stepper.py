"""A few steps as dots on a line: those done ticked, the current one a ring, the rest empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import line_height

DOT, GAP = 18, 8


class Stepper(QWidget):
    """Arrows go along the steps, Enter or a click sets the one gone to; ``chosen`` tells which, counted from 0."""

    chosen = Signal(int)

    def __init__(self, steps: Sequence[str], *, name: str = "") -> None:
        super().__init__()
        self._steps, self._name = tuple(steps), name
        self._current, self._at = -1, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)
        self.show_step(-1)

    def show_step(self, current: int) -> None:
        """Show how far it is; -1 when it is none of the steps."""
        self._current, self._at = current, max(current, 0)
        self._speak()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(58) * len(self._steps), look.scaled(DOT) + GAP + line_height("small") + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is not None:
            self._at = min(max(self._at + by, 0), len(self._steps) - 1)
            self._speak()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(int(event.position().x() // (self.width() / len(self._steps))))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._at = max(self._current, 0)
        self._speak()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        wide, side = self.width() / len(self._steps), look.scaled(DOT)
        for at in range(len(self._steps) - 1):
            left, right = (at + 0.5) * wide + side / 2, (at + 1.5) * wide - side / 2
            done = at < self._current
            paint.hairline(painter, left, 2 + side / 2, right, "accent" if done else "control")
        for at, words in enumerate(self._steps):
            middle = (at + 0.5) * wide
            self._draw_dot(painter, QRectF(middle - side / 2, 2, side, side), at)
            is_current = at == self._current
            beyond = look.scaled(10) if is_current else 0
            room = QRectF(middle - wide / 2 - beyond, 2 + side + GAP / 2, wide + 2 * beyond, line_height("small") + 2)
            role, ink = ("section", "text") if is_current else ("small", "text2")
            paint.text_elided(painter, room, words, role, ink, paint.CENTRE)  # type: ignore[arg-type]

    def _draw_dot(self, painter: QPainter, dot: QRectF, at: int) -> None:
        radius = dot.height() / 2
        if at < self._current:
            paint.rounded_rect(painter, dot, radius, fill="accent")
            inset = dot.height() * 0.2
            icons.draw(painter, dot.adjusted(inset, inset, -inset, -inset), "check", tokens().on_accent)
        elif at == self._current:
            paint.rounded_rect(painter, dot, radius, "surface", "accent", dot.height() / 3.6)
        else:
            paint.rounded_rect(painter, dot, radius, "surface", "control", 1.2)
        if self.hasFocus() and at == self._at:
            paint.focus_ring(painter, dot, radius, gap=0)

    def _speak(self) -> None:
        """ "Stage 3 of 5, Scheduled", and where the arrows are when that is elsewhere."""
        words = self.tr("{name}: stage {at} of {count}, {step}").format(
            name=self._name, at=self._at + 1, count=len(self._steps), step=self._steps[self._at]
        )
        self.setAccessibleName(words)
