"""What is shown when the data file cannot be opened: never an empty address book, always what is safe."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hallway.domain.errors import HallwayError
from hallway.ui.widgets.button import primary
from hallway.ui.widgets.card import Card, Ground
from hallway.ui.widgets.label import Label


class ExplainWindow(Ground):
    """One card: what happened, what is safe, what to do."""

    def __init__(self, error: HallwayError) -> None:
        super().__init__("window")
        self.setWindowTitle("Hallway")
        self.resize(720, 360)
        card = Card(padding=28, spacing=12)
        card.body.addWidget(Label(self.tr("Your record cannot be opened"), "title"))
        for words in (error.what, error.safe, error.do):
            if words:
                card.body.addWidget(Label(words, "body", "text2", wrap=True))
        leave = primary(self.tr("Quit"))
        leave.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        card.body.addStretch(1)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.addWidget(card)
        leave.setFocus(Qt.FocusReason.OtherFocusReason)
