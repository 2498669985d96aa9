"""Five weeks as a painted page of a calendar, with the entries on their days; every key of the list works here too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from html import escape

from PySide6.QtCore import QEvent, QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hallway.domain.dates import say_day
from hallway.domain.records import CalendarEntry
from hallway.ui.calendar_export.looks import Shown, by_day
from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import line_height, width
from hallway.ui.widgets.speak import announce

WEEKS, COLUMNS, RADIUS = 5, 7, 8
SPARE = 2
"""Between two entries of a day."""


class WeeksGrid(QWidget):
    """Left and right step days; up and down step through a day's entries, then weeks; Page keys turn five weeks.

    Enter, or a click on "+2 more", asks for that day's list (`day_opened`). `turned` tells that other weeks are shown.
    """

    turned = Signal()
    day_opened = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._day, self._line = today, today, -1
        self._monday = self._start = today - timedelta(days=today.weekday())
        self._last = today
        self._days: dict[date, list[Shown]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Entries by day"))
        look.changed.connect(self.updateGeometry)

    def show_entries(self, entries: Iterable[CalendarEntry], until: date) -> None:
        """Put entries in place of those shown; `until` is the last day one may turn to."""
        self._days, self._last = by_day(entries), until
        self._go(min(self._day, until))

    def shown_on(self, day: date) -> list[Shown]:
        """What is on a day."""
        return self._days.get(day, [])

    def day(self) -> date:
        """The day the keys are on."""
        return self._day

    def chosen(self) -> Shown | None:
        """The entry the keys are on, if they are on one."""
        shown = self.shown_on(self._day)
        return shown[self._line] if 0 <= self._line < self._full_lines(len(shown)) else None

    def span(self) -> tuple[date, date]:
        """First and last day shown."""
        return self._start, self._start + timedelta(days=WEEKS * COLUMNS - 1)

    def can_turn(self, by: int) -> bool:
        """Whether there are weeks before (-1) or after (1)."""
        first, last = self.span()
        return last < self._last if by > 0 else first > self._monday

    def turn(self, by: int) -> None:
        """Show the five weeks before (-1) or after (1)."""
        if self.can_turn(by):
            self._go(self._day + timedelta(days=by * WEEKS * COLUMNS))

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(700), round(self._head()) + WEEKS * round(self._number() + 3 * self._step() + 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(280), round(self._head()) + WEEKS * round(self._number() + self._step() + 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in steps:
            self._go(self._day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_line(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(self._today if key == Qt.Key.Key_Home else self._last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is None or not self._monday <= day <= max(self._last, self._today):
            return
        line = self._line_at(day, event.position())
        self._go(day, line)
        if line >= self._full_lines(len(self.shown_on(day))) > 0:
            self.day_opened.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell_under(event)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_names(painter)
        page = self._page()
        outline = QPainterPath()
        outline.addRoundedRect(page, RADIUS, RADIUS)
        painter.setClipPath(outline)
        painter.fillRect(page, tokens().surface)
        for place in range(WEEKS * COLUMNS):
            self._draw_day(painter, self._start + timedelta(days=place), self._cell(place))
        painter.setClipping(False)
        paint.rounded_rect(painter, page, RADIUS, None, "line")
        self._draw_mark(painter)

    def mark(self) -> QRect:
        """Where the marked day is painted, to keep it in view."""
        return self._cell((self._day - self._start).days).toRect()

    # Moving

    def _go(self, day: date, line: int = -1) -> None:
        """Put the mark on a day (and one of its entries), turning the page when it lies elsewhere."""
        self._day, self._line = max(self._today, min(day, self._last)), line
        weeks = (self._day - self._monday).days // 7
        start = self._monday + timedelta(weeks=weeks - weeks % WEEKS)
        if start != self._start:
            self._start = start
        self.turned.emit()
        self._speak()
        self.update()

    def _step_line(self, by: int) -> None:
        line, most = self._line + by, self._lines_of(len(self.shown_on(self._day)))
        if -1 <= line < most:
            self._go(self._day, line)
            return
        day = self._day + timedelta(weeks=by)
        if self._today <= day <= self._last:
            above = self._lines_of(len(self.shown_on(day))) - 1 if by < 0 else -1
            self._go(day, above)

    def _speak(self) -> None:
        words = self.sentence()
        self.setAccessibleDescription(words)
        if self.hasFocus():
            announce(self, words)

    def sentence(self) -> str:
        """What the mark is on, said in full."""
        chosen, shown = self.chosen(), self.shown_on(self._day)
        day = say_day(self._day, self._today)
        if chosen is not None:
            return f"{day}: {chosen.full}"
        if not shown:
            return self.tr("{day}, nothing").format(day=day)
        if self._line >= 0:
            rest = shown[self._full_lines(len(shown)) :]
            return self.tr("{day}, also: {titles}").format(day=day, titles=", ".join(one.full for one in rest))
        return f"{day}: " + ", ".join(one.full for one in shown)

    def _tell_under(self, event: QHelpEvent) -> None:
        day = self._day_at(QPointF(event.pos()))
        shown = self.shown_on(day) if day else []
        if not shown or day is None:
            QToolTip.hideText()
            return
        line = self._line_at(day, QPointF(event.pos()))
        whole = self._full_lines(len(shown))
        told = shown if line < 0 else shown[whole:] if line >= whole else shown[line : line + 1]
        QToolTip.showText(event.globalPos(), _plain("\n".join(one.full for one in told)), self)

    # Measures

    def _head(self) -> float:
        return line_height("caption") + 6

    def _number(self) -> float:
        return line_height("small") + 10

    def _chip(self) -> float:
        return line_height("caption") + 3

    def _step(self) -> float:
        return self._chip() + SPARE

    def _page(self) -> QRectF:
        return QRectF(0, self._head(), self.width(), self.height() - self._head())

    def _cell(self, place: int) -> QRectF:
        page = self._page()
        row, column = divmod(place, COLUMNS)
        lefts = [round(page.width() * at / COLUMNS) for at in (column, column + 1)]
        tops = [round(page.top() + page.height() * at / WEEKS) for at in (row, row + 1)]
        return QRectF(lefts[0], tops[0], lefts[1] - lefts[0], tops[1] - tops[0])

    def _most(self) -> int:
        return max(1, int((self._page().height() / WEEKS - self._number() - 2) // self._step()))

    def _lines_of(self, count: int) -> int:
        """Lines drawn on a day, "+2 more" among them."""
        return min(count, self._most())

    def _full_lines(self, count: int) -> int:
        """Lines that are an entry each."""
        most = self._most()
        return count if count <= most else most - 1

    def _line_box(self, cell: QRectF, line: int) -> QRectF:
        top = cell.top() + self._number() + line * self._step()
        return QRectF(cell.left() + 4, top, cell.width() - 8, self._chip())

    def _day_at(self, point: QPointF) -> date | None:
        for place in range(WEEKS * COLUMNS):
            if self._cell(place).contains(point):
                return self._start + timedelta(days=place)
        return None

    def _line_at(self, day: date, point: QPointF) -> int:
        cell = self._cell((day - self._start).days)
        lines = range(self._lines_of(len(self.shown_on(day))))
        return next((line for line in lines if self._line_box(cell, line).contains(point)), -1)

    # Drawing

    def _draw_names(self, painter: QPainter) -> None:
        for column in range(COLUMNS):
            cell = self._cell(column)
            name = QLocale().standaloneDayName(column + 1, QLocale.FormatType.ShortFormat)
            box = QRectF(cell.left() + 8, 0, cell.width() - 8, self._head() - 4)
            paint.text_elided(painter, box, name, "caption", "text2")

    def _draw_day(self, painter: QPainter, day: date, cell: QRectF) -> None:
        if day.weekday() > 4:
            # In the dark, sunken and surface are too near to tell apart side by side.
            painter.fillRect(cell, tokens().window if tokens().is_dark else tokens().sunken)
        if day.weekday():
            paint.upright_line(painter, cell.left(), cell.top(), cell.bottom())
        if day != self._start + timedelta(days=day.weekday()):
            paint.hairline(painter, cell.left(), cell.top(), cell.right())
        self._draw_number(painter, day, cell)
        shown = self.shown_on(day)
        whole = self._full_lines(len(shown))
        for line, one in enumerate(shown[:whole]):
            self._draw_entry(painter, self._line_box(cell, line), one)
        if whole < len(shown):
            self._draw_rest(painter, self._line_box(cell, whole).adjusted(5, 0, 0, 0), len(shown) - whole, bool(whole))

    def _draw_rest(self, painter: QPainter, box: QRectF, count: int, is_rest: bool) -> None:
        """ "+2 more" below entries; "3 entries" where there is no room for any; the number alone on narrow days."""
        words = self.tr("+{count} more") if is_rest else self.tr("{count} entries")
        if width("caption", words.format(count=count)) > box.width():
            words = "+{count}" if is_rest else "({count})"
        paint.text_elided(painter, box, words.format(count=count), "caption", "text2")

    def _draw_number(self, painter: QPainter, day: date, cell: QRectF) -> None:
        tall = self._number() - 6
        box = QRectF(cell.left() + 8, cell.top() + 3, cell.width() - 12, tall)
        if day == self._today:
            tile = QRectF(cell.left() + 4, box.top() + 1, width("section", str(day.day)) + 10, tall - 2)
            paint.rounded_rect(painter, tile, 4, "accent")
            paint.text_elided(painter, tile, str(day.day), "section", "on_accent", paint.CENTRE)
            return
        named = day in (self._start, self._monday) or day.day == 1
        month = QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
        words = f"{day.day} {month}" if named else str(day.day)
        ink = "text3" if day < self._today or day > self._last else "text2"
        paint.text_elided(painter, box, words, "caption", ink)

    def _draw_entry(self, painter: QPainter, box: QRectF, one: Shown) -> None:
        ink, side = tokens().colour(one.look.hue), look.scaled(12)
        paint.rounded_rect(painter, box, 4, tokens().soft(one.look.hue))
        icons.draw(painter, QRectF(box.left() + 5, box.center().y() - side / 2, side, side), one.look.icon, ink)
        room = QRectF(box.left() + side + 9, box.top(), box.width() - side - 12, box.height())
        whole = f"{one.short}, {one.tail}" if one.tail else one.short
        words = whole if width("key", whole) <= room.width() else one.short
        paint.text_elided(painter, room, words, "key", ink)

    def _draw_mark(self, painter: QPainter) -> None:
        if not self.hasFocus():
            return
        cell = self._cell((self._day - self._start).days)
        if self._line >= 0:
            paint.focus_ring(painter, self._line_box(cell, self._line), 4, gap=-1)
        else:
            paint.focus_ring(painter, cell, 4, gap=-3)


def _plain(text: str) -> str:
    """For a tooltip, which would otherwise guess at markup in names and titles."""
    return f"<p style='white-space:pre'>{escape(text)}</p>"
