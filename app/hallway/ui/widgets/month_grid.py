"""One month as a grid of days to choose from, by mouse and by keys."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.widgets.speak import announce

_COLUMNS = 7
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


def long_words(day: date) -> str:
    """Return a day in full: "Tuesday 4 August 2026", in the language of the person."""
    return QLocale().toString(day, "dddd d MMMM yyyy")  # type: ignore[call-overload, no-any-return]


def add_months(day: date, months: int) -> date:
    """Return the same day so many months on, the last of the month when there is no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(years, month + 1, 1)
    next_first = date(years + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return first.replace(day=min(day.day, (next_first - timedelta(days=1)).day))


class MonthGrid(QWidget):
    """Arrows step days and weeks, Page Up and Down months, Home and End the week; Enter picks.

    ``moved`` tells each day the mark moves to, ``picked`` the one chosen. ``today`` is given from
    outside, since nothing here reads a clock.
    """

    moved = Signal(object)
    picked = Signal(object)

    def __init__(self, day: date, *, today: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._today = day, today
        self._shown = day.replace(day=1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._hover: date | None = None
        self._name()
        look.changed.connect(self.updateGeometry)

    def day(self) -> date:
        """Return the marked day."""
        return self._day

    def set_day(self, day: date) -> None:
        """Mark a day and show its month, without telling."""
        self._day, self._shown = day, day.replace(day=1)
        self._name()
        self.update()

    def turn(self, months: int) -> None:
        """Show another month, leaving the mark."""
        self._shown = add_months(self._shown, months)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(256), look.scaled(26 + 24) + 6 * look.scaled(27))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(210), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        day = self._after_key(Qt.Key(event.key()))
        if day is not None:
            self._move(day)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self._arrow_at(event.position())
        day = self._day_at(event.position())
        if step:
            self.turn(step)
        elif day is not None:
            self._move(day)
            self.picked.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._day_at(event.position())
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_head(painter)
        for place, day in enumerate(self._days()):
            self._draw_day(painter, self._cell(place), day)

    def _after_key(self, key: Qt.Key) -> date | None:
        monday = self._day - timedelta(days=self._offset(self._day))
        special = {
            Qt.Key.Key_PageUp: lambda: add_months(self._day, -1),
            Qt.Key.Key_PageDown: lambda: add_months(self._day, 1),
            Qt.Key.Key_Home: lambda: monday,
            Qt.Key.Key_End: lambda: monday + timedelta(days=6),
        }
        if key in _STEPS:
            return self._day + timedelta(days=_STEPS[key])
        return special[key]() if key in special else None

    def _move(self, day: date) -> None:
        self.set_day(day)
        announce(self, long_words(day))
        self.moved.emit(day)

    def _name(self) -> None:
        self.setAccessibleName(long_words(self._day))

    def _first_weekday(self) -> int:
        return int(QLocale().firstDayOfWeek().value) - 1

    def _offset(self, day: date) -> int:
        return (day.weekday() - self._first_weekday()) % _COLUMNS

    def _days(self) -> list[date]:
        weeks = Calendar(self._first_weekday())
        return list(weeks.itermonthdates(self._shown.year, self._shown.month))

    def _tops(self) -> tuple[int, int]:
        """Return the heights of the month's name and of the weekday names."""
        return look.scaled(26), look.scaled(24)

    def _cell(self, place: int) -> QRectF:
        head, names = self._tops()
        wide, tall = self.width() / _COLUMNS, look.scaled(27)
        return QRectF((place % _COLUMNS) * wide, head + names + (place // _COLUMNS) * tall, wide, tall)

    def _day_at(self, point: QPointF) -> date | None:
        for place, day in enumerate(self._days()):
            if self._cell(place).contains(point):
                return day
        return None

    def _arrow(self, forward: bool) -> QRectF:
        side = float(self._tops()[0])
        return QRectF(self.width() - side * (1 if forward else 2), 0, side, side)

    def _arrow_at(self, point: QPointF) -> int:
        return 1 if self._arrow(True).contains(point) else -1 if self._arrow(False).contains(point) else 0

    def _draw_head(self, painter: QPainter) -> None:
        head, names = self._tops()
        title = QLocale().toString(self._shown, "MMMM yyyy")  # type: ignore[call-overload]
        paint.text_elided(painter, QRectF(4, 0, self.width() / 2, head), title, "section", "text")
        for name, forward in (("chevron-left", False), ("chevron-right", True)):
            icons.draw(painter, self._arrow(forward).adjusted(5, 5, -5, -5), name, tokens().text2)
        for column in range(_COLUMNS):
            weekday = (self._first_weekday() + column) % 7 + 1
            name = QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat)[:2]
            box = QRectF(column * self.width() / _COLUMNS, head, self.width() / _COLUMNS, names)
            paint.text_elided(painter, box, name, "caption", "text3", paint.CENTRE)

    def _draw_day(self, painter: QPainter, cell: QRectF, day: date) -> None:
        tile = cell.adjusted(1, 1, -1, -1)
        inside = day.month == self._shown.month
        if day == self._day:
            paint.rounded_rect(painter, tile, 6, "accent")
            paint.text_elided(painter, tile, str(day.day), "section", "on_accent", paint.CENTRE)
            if self.hasFocus():
                paint.focus_ring(painter, tile, 6, gap=-1)
            return
        if day == self._hover:
            paint.rounded_rect(painter, tile, 6, "hover")
        if day == self._today:
            paint.rounded_rect(painter, tile, 6, None, "accent")
        ink = "text" if inside else "text3"
        paint.text_elided(painter, tile, str(day.day), "small", ink, paint.CENTRE)
