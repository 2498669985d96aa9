"""Cards and lines: the one border a group of things has."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hallway.ui.theme import paint
from hallway.ui.widgets.label import Label


class Card(QFrame):
    """A surface with a line around it, radius 10. Put things into ``body``.

    With a heading the card is spoken as a group of that name; ``head`` is the heading's row, for a
    link at its right (``head.addWidget(link("Change"))``). ``ground`` is a token name.
    """

    def __init__(
        self,
        heading: str = "",
        *,
        padding: int = 16,
        spacing: int = 8,
        ground: str = "surface",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground, self._edge = ground, "line"
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(spacing)
        self.head = QHBoxLayout()
        if heading:
            self.heading = Label(heading, "heading", elide=True)
            self.head.addWidget(self.heading, 1)
            self.body.addLayout(self.head)
            self.setAccessibleName(heading)

    def set_edge(self, edge: str) -> None:
        """Draw the line in another token's colour; "accent" marks the chosen one of several."""
        self._edge = edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        width = 2 if self._edge == "accent" else 1
        paint.rounded_rect(QPainter(self), QRectF(self.rect()), 10, self._ground, self._edge or None, width)


class SoftPanel(QFrame):
    """A sunken strip without an edge, radius 8: quoted text, a first line to start from."""

    def __init__(self, ground: str = "sunken", *, padding: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding - 4, padding, padding - 4)
        self.body.setSpacing(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded_rect(QPainter(self), QRectF(self.rect()), 8, self._ground)


class Hairline(QWidget):
    """A line 1 px thick, level or upright."""

    def __init__(self, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._upright = upright
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else wide, wide if upright else fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self.rect(), "line")


class Ground(QWidget):
    """A plain area in a token's colour: the rail, a page, a foot bar."""

    def __init__(self, ground: str = "window", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self.rect(), self._ground)


def in_the_middle(widget: QWidget) -> QHBoxLayout:
    """A row with one widget in its middle, as high as its words ask for."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row
