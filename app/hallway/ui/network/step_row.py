"""One person on the way: face, name, what they do and why the next may be asked; a line leads on to the next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from hallway.ui.theme import paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.widgets.avatar import Avatar
from hallway.ui.widgets.label import Label

FACE = 36


class YouFace(Avatar):
    """The user's own face: the word, on ivy."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = look.scaled(FACE)
        box = QRectF(0, 0, side, side)
        paint.rounded_rect(painter, box, side / 2, fill="accent")
        paint.text_elided(painter, box, self.accessibleName(), "section", "on_accent", paint.CENTRE)


class StepRow(QAbstractButton):
    """A press leads to the person."""

    def __init__(self, name: str, line: str, why: str, *, is_you: bool = False, is_last: bool = False) -> None:
        super().__init__()
        self._is_last = is_last
        self.setAccessibleName(". ".join(part for part in (name, line, why) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if is_you else Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", not is_you)
        if not is_you:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.face = YouFace(name, FACE) if is_you else Avatar(name, FACE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0 if is_last else 12)
        row.setSpacing(12)
        row.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(name, "strong", wrap=True))
        for words, colour in ((line, "text2"), (why, "text3")):
            if words:
                column.addWidget(Label(words, "small", colour, wrap=True))
        column.addStretch(1)
        row.addLayout(column, 1)
        for child in (self.face, *self.findChildren(Label)):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_last:
            return
        painter = QPainter(self)
        side = look.scaled(FACE)
        paint.fill(painter, QRectF(side / 2 - 1.5, side + 2, 3, self.height() - side - 4), tokens().accent)
