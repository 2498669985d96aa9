"""A window that stands before the record or in place of it: the picture of the hallway, and one card below it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets.card import Card, Ground
from hallway.ui.widgets.illustration import HallwayPicture

SIZE, SMALLEST = (1280, 800), (720, 480)
CARD_WIDTH = 440


class Doorway(Ground):
    """As large as the main window was, and where it was. Put things into ``card.body``."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__("window")
        self.setWindowTitle("Hallway")
        self.setMinimumSize(*SMALLEST)
        geometry = settings.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(*SIZE)
        self.card = Card(padding=24, spacing=12)
        self.card.setFixedWidth(look.scaled(CARD_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(20)
        column.addStretch(1)
        column.addLayout(_middle(HallwayPicture()))
        column.addLayout(_middle(self.card))
        column.addStretch(2)


def _middle(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row
