"""One person whom one may want to reach: who they are, and the facts that speak for it, with a box to choose them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.whom_to_reach import Found
from hallway.ui.widgets.avatar import Avatar
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.label import Label


class FoundRow(QWidget):
    """A row; a click anywhere in it, or Space, chooses or leaves the person."""

    toggled = Signal()

    def __init__(self, found: Found, *, last: bool) -> None:
        super().__init__()
        self.found = found
        self.box = QCheckBox()
        self.box.setAccessibleName(found.name)
        self.box.setAccessibleDescription(found.reason)
        self.box.toggled.connect(lambda _: self.toggled.emit())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._build(last)

    def event(self, event: QEvent) -> bool:
        """A click beside the box is a click on it."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
                self.box.toggle()
            return True
        return super().event(event)

    def _build(self, last: bool) -> None:
        found, words = self.found, QVBoxLayout()
        words.setSpacing(3)
        name = QHBoxLayout()
        name.setSpacing(8)
        name.addWidget(Label(found.name, "strong"))
        name.addWidget(Label(found.candidate.line, "body", "text2", elide=True), 1)
        words.addLayout(name)
        for fact in found.facts:
            words.addWidget(Label(fact, "body", "text2", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.box, 0, top)
        row.addWidget(Avatar(found.name, 32), 0, top)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        if not last:
            column.addWidget(Hairline())
