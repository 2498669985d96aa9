"""The picture of a person's card or badge on their page: small there, large on a press, and taken away again."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from hallway.ui.frame.bridge import Bridge
from hallway.ui.theme.look import look, tokens
from hallway.ui.widgets.button import quiet
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import capturing

WIDEST, HIGHEST = 176, 112
ROOM = 96
"""Pixels between the large picture and the edges of the window."""


class CardPicture(QWidget):
    """Not shown while there is no picture."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge, self._person_id, self._name = bridge, 0, ""
        self._data: bytes | None = None
        self._picture = QPixmap()
        self.small = Thumb(autoRaise=True)
        self.small.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.small.setProperty("ring", True)
        self.small.setCursor(Qt.CursorShape.PointingHandCursor)
        self.small.clicked.connect(self.enlarge)
        self.away = quiet(self.tr("Take away"))
        self.away.setAccessibleName(self.tr("Take the picture of the card away"))
        self.away.clicked.connect(self._take_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.small)
        row.addWidget(self.away, alignment=Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.hide()
        look.changed.connect(self._show_small)

    def show_person(self, person_id: int, name: str) -> bool:
        """Show somebody's card; whether there is one."""
        self._person_id, self._name = person_id, name
        self.small.setAccessibleName(self.tr("Card or badge of {name}, show it large").format(name=name))
        data = self._bridge.ask(capturing.card, person_id)
        if data != self._data:
            self._data, self._picture = data, QPixmap()
            if data:
                self._picture.loadFromData(data)
            self._show_small()
        return self.has_picture()

    def has_picture(self) -> bool:
        """Whether there is a picture to see."""
        return not self._picture.isNull()

    def enlarge(self) -> OverlayPanel | None:
        """Show the picture as large as the window allows; Escape leads back."""
        if not self.has_picture():
            return None
        window = self.window()
        ratio = self.devicePixelRatio()
        room = (window.size() - QSize(ROOM * 2, ROOM * 2)) * ratio
        large = self._picture if _fits(self._picture, room) else _scaled(self._picture, room)
        large.setDevicePixelRatio(ratio)
        words = self.tr("Card or badge of {name}").format(name=self._name)
        shown = QLabel()
        shown.setPixmap(large)
        shown.setAccessibleName(words)
        panel = OverlayPanel(window, title=words, width=round(large.width() / ratio) + 40)
        panel.body.addWidget(shown)
        panel.closed.connect(panel.deleteLater)
        panel.open()
        return panel

    def _show_small(self) -> None:
        self.setVisible(self.has_picture())
        if not self.has_picture():
            self.small.setIcon(QIcon())
            return
        size = QSize(look.scaled(WIDEST), look.scaled(HIGHEST))
        small = _scaled(self._picture, size * self.devicePixelRatio())
        small.setDevicePixelRatio(self.devicePixelRatio())
        painter = QPainter(small)  # a white card on a white page has an edge too
        painter.setPen(tokens().colour("line"))
        painter.drawRect(QRectF(QPointF(), small.deviceIndependentSize()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        self.small.setIcon(QIcon(small))
        self.small.setIconSize(small.deviceIndependentSize().toSize())

    def _take_away(self) -> None:
        self._bridge.do(capturing.set_card, self._person_id, None)


class Thumb(QToolButton):
    """A small picture to press, with Enter as well as with Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _fits(picture: QPixmap, room: QSize) -> bool:
    return picture.width() <= room.width() and picture.height() <= room.height()


def _scaled(picture: QPixmap, size: QSize) -> QPixmap:
    return picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
