"""One coming event: its day, its title, when and where."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from hallway.domain.events import Event
from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import line_height
from hallway.ui.widgets.tooltip import plain

ICONS = {
    "talk": "message-circle", "dinner": "utensils", "reception": "utensils", "workshop": "users-round",
    "meet-up": "users-round", "society meeting": "users-round", "careers fair": "briefcase", "online": "video",
}  # fmt: skip
DAY, PAD, ICON = 36, 7, 16


class ComingRow(QAbstractButton):
    """A painted row that opens the event."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self._event = event
        self._month = QLocale().standaloneMonthName(event.start_on.month, QLocale.FormatType.ShortFormat)
        self._detail = self._say_detail()
        self.setProperty("radius", 8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        day = f"{event.start_on.day} {self._month}"
        self.setAccessibleName(", ".join(part for part in (event.title, day, self._detail) if part))
        self.setToolTip(plain(event.title))
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(240), line_height("name") + line_height("small") + 2 * look.scaled(PAD))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(140), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse():
            paint.rounded_rect(painter, box.adjusted(-6, 0, 6, 0), 8, fill="hover")
        first = QRectF(0, look.scaled(PAD), look.scaled(DAY), line_height("name"))
        second = QRectF(0, first.bottom(), first.width(), line_height("small"))
        paint.text_elided(painter, first, str(self._event.start_on.day), "heading", "text", paint.CENTRE)
        paint.text_elided(painter, second, self._month, "small", "text2", paint.CENTRE)
        side, left = look.scaled(ICON), look.scaled(DAY) + 12
        mark = QRectF(box.right() - side, box.center().y() - side / 2, side, side)
        icons.draw(painter, mark, ICONS.get(self._event.kind, "calendar-days"), tokens().text2)
        room = mark.left() - 10 - left
        paint.text_elided(painter, QRectF(left, first.top(), room, first.height()), self._event.title, "name")
        paint.text_elided(painter, QRectF(left, second.top(), room, second.height()), self._detail, "small", "text2")

    def _say_detail(self) -> str:
        days = (self._event.end_on - self._event.start_on).days + 1
        when = self.tr("%n days", "", days) if days > 1 else self._event.start_time
        return ", ".join(part for part in (when, self._event.venue) if part)
