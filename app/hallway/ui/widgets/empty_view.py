"""What stands where nothing is yet: an icon, a title, one sentence, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets.button import Button, primary
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture


class EmptyView(QWidget):
    """Says what could be here and offers the one thing to do about it; ``acted`` when pressed.

    Without ``button`` words there is no button.
    """

    acted = Signal()

    def __init__(self, icon: str, title: str, sentence: str, button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(8)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Picture(icon, 32, "text3"), 0, centre)
        self.title = Label(title, "heading")
        self.sentence = Label(sentence, "body", "text2", wrap=True)
        self.button: Button = primary(button)
        for label in (self.title, self.sentence):
            label.setAlignment(centre)
        self.sentence.setMaximumWidth(look.scaled(420))
        column.addWidget(self.title, 0, centre)
        column.addWidget(self.sentence, 0, centre)
        column.addSpacing(8)
        column.addWidget(self.button, 0, centre)
        column.addStretch(3)
        self.button.setVisible(bool(button))
        self.button.clicked.connect(self.acted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Nothing else can be done here, so the keyboard waits on the button unless it is in use.
        if self.button.isVisibleTo(self) and self.window().focusWidget() is None:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
