"""What stands in the room before a name is known: one field to begin with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets.button import primary
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.text_field import TextField

WIDTH = 420


class CardStart(QWidget):
    """Asks for the name; `named` tells it."""

    named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        title = Label(self.tr("A card to hold up"), "heading")
        sentence = self.tr("Phones read the code on it, without internet. Begin with your name; the rest can wait.")
        words = Label(sentence, "body", "text2", wrap=True)
        words.setAlignment(centre)
        self.field = TextField(self.tr("Your name"), name=self.tr("Your name"))
        self.make = primary(self.tr("Make my card"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.make)
        holder = QWidget()
        holder.setFixedWidth(look.scaled(WIDTH))
        middle = QVBoxLayout(holder)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(8)
        middle.addWidget(Picture("qr-code", 32, "text3"), 0, centre)
        middle.addWidget(title, 0, centre)
        middle.addWidget(words)
        middle.addSpacing(8)
        middle.addLayout(row)
        level = QHBoxLayout()
        level.addStretch(1)
        level.addWidget(holder)
        level.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(level)
        column.addStretch(3)
        self.field.returnPressed.connect(self._tell)
        self.make.clicked.connect(self._tell)

    def _tell(self) -> None:
        if self.field.text().strip():
            self.named.emit(self.field.text())
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
