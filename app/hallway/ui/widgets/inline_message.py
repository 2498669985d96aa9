"""A soft strip on top of a view that stays until it is closed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hallway.ui.theme import paint
from hallway.ui.widgets.button import icon_button, link
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.speak import announce

Tone = Literal["plain", "green", "amber", "danger"]
_ICONS: dict[Tone, str] = {"plain": "info", "green": "circle-check", "amber": "info", "danger": "circle-alert"}


class InlineMessage(QFrame):
    """Says something about the view below. ``action`` words make a link, see ``acted``.

    ``danger`` is for a broken file or a failed save. Closed by Escape or its cross, see ``closed``;
    with ``closable`` off it stays.
    """

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str,
        *,
        tone: Tone = "plain",
        icon: str = "",
        action: str = "",
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        ink = "text2" if tone == "plain" else tone
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        self.label = Label(text, "body", "text2" if tone == "plain" else "text", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._action = link(action)
        self._cross = icon_button("x", self.tr("Close: {text}").format(text=text), small=True)
        row.addWidget(Picture(icon or _ICONS[tone], 16, ink))
        row.addWidget(self.label, 1)
        row.addWidget(self._action)
        row.addWidget(self._cross)
        # Only now: shown without a parent they would be windows of their own for a moment.
        self._action.setVisible(bool(action))
        self._cross.setVisible(closable)
        self._action.clicked.connect(self.acted)
        self._cross.clicked.connect(self.close_message)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Say something else, out loud too."""
        self.label.set_text(text)
        self.setAccessibleName(text)
        announce(self, text)

    def add_way(self, way: QWidget) -> None:
        """Put another link beside the action."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.indexOf(self._cross), way)

    def close_message(self) -> None:
        """Put the strip away."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._cross.isHidden():
            self.close_message()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = "sunken" if self._tone == "plain" else f"{self._tone}_soft"
        paint.rounded_rect(QPainter(self), QRectF(self.rect()), 8, ground)
