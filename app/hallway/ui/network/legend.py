"""What the lines on the map stand for, and which of them are shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from hallway.ui.network.drawing import line_pen
from hallway.ui.network.words import KINDS, kind_words
from hallway.ui.theme import paint
from hallway.ui.widgets.label import Label


class Legend(QWidget):
    """`changed` carries the kinds that are on."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.boxes = {kind: QCheckBox(kind_words(kind)) for kind in KINDS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.addWidget(Label(self.tr("On the map"), "section", "text2"), 0, 0, 1, 2)
        for row, (kind, box) in enumerate(self.boxes.items(), 1):
            grid.addWidget(box, row, 0)
            grid.addWidget(LineSample(kind), row, 1)
            box.clicked.connect(lambda: self.changed.emit(self.kinds()))
        grid.setColumnStretch(0, 1)

    def kinds(self) -> frozenset[str]:
        """What is on."""
        return frozenset(kind for kind, box in self.boxes.items() if box.isChecked())

    def show_kinds(self, kinds: frozenset[str]) -> None:
        """Tick these."""
        for kind, box in self.boxes.items():
            box.setChecked(kind in kinds)


class LineSample(QWidget):
    """A short line as it is drawn on the map."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(28, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        painter.setPen(line_pen(self._kind, 1.6))
        painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)
