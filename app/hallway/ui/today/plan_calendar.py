"""The weeks ahead as a calm calendar: the twin of the list, with the same check-ins, keys and menu.

Arrows walk days and people, Enter opens a person, Ctrl with an arrow moves the check-in, and so does the mouse.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu

from hallway.domain.dates import say_day
from hallway.ui.theme import paint
from hallway.ui.theme.look import look
from hallway.ui.theme.type import line_height
from hallway.ui.today import plan_paint
from hallway.ui.today.plan_keys import OPEN, entry_menu, verb_of
from hallway.ui.today.plan_list import LEFT, PlanEntry
from hallway.ui.today.plan_weeks import DAYS_A_WEEK, Chip, DayBox, Shown, Weeks, lay_out
from hallway.ui.widgets.speak import announce

WIDEST, EDGE, MONTH = 1040, 36, 4 * DAYS_A_WEEK

STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -MONTH, Qt.Key.Key_PageDown: MONTH,
}  # fmt: skip


class PlanCalendar(QAbstractScrollArea):
    """`wanted` tells a check-in and a verb of `plan_keys`, `dropped` a check-in and the day it was put on."""

    wanted = Signal(object, str)
    dropped = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.shown, self.weeks = Shown(), Weeks((), ())
        self.day: date | None = None
        self._row = 0
        self._pressed: Chip | None = None
        self._from = QPoint()
        self._drag: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ownFocus", True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Check-ins on a calendar. The list beside it has the same."))
        self.setMinimumHeight(160)
        look.changed.connect(self._lay_out)

    def show_plan(self, shown: Shown) -> None:
        """Show these weeks, staying at the day and the height one was at."""
        self.shown = shown
        if self.day is None or not shown.monday <= self.day < shown.monday + timedelta(weeks=shown.weeks):
            self.day, self._row = next((one.on for one in shown.entries if one.on), shown.today), 0
        self._lay_out()

    def current(self) -> PlanEntry | None:
        """The check-in one is at."""
        chips = self._chips(self.day)
        return chips[min(self._row, len(chips) - 1)].entry if chips else None

    def stay_at(self, entry: PlanEntry) -> None:
        """Go to where this person's next check-in is now."""
        for one in self.shown.entries:
            if one.person_id == entry.person_id and not one.later and one.on:
                self._go(one.on, entry)
                return

    def corner(self) -> QPoint:
        """Where a menu about the check-in one is at belongs, on the screen."""
        entry, box = self.current(), QRectF()
        for chip in self._chips(self.day):
            if chip.entry is entry:
                box = chip.box
        return self.viewport().mapToGlobal(self._on_screen(box).bottomLeft().toPoint())

    def menu(self) -> QMenu | None:
        """What can be done with the check-in one is at."""
        entry = self.current()
        if entry is None:
            return None
        return entry_menu(self, entry.words, entry.fixed, lambda verb: self.wanted.emit(entry, verb))

    # --- keys ----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry, verb, key = self.current(), verb_of(event), Qt.Key(event.key())
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._let_go()
        elif verb:
            if entry is not None:
                self.wanted.emit(entry, verb)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not held:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in STEPS and not held and self.day:
            self._go(self.day + timedelta(days=STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.day:
            self._go(self.shown.today if held else self._edge_of_week(last=key == Qt.Key.Key_End))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            chip = self._chip_at(QPointF(event.pos()))
            if chip is None:
                return
            self._go_to(chip)
        if (menu := self.menu()) is not None:
            menu.popup(event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else self.corner())

    def _step(self, by: int) -> None:
        """To the person above or below, and from the first or last one of a day to the week before or after."""
        assert self.day is not None
        chips = self._chips(self.day)
        row = min(self._row, max(0, len(chips) - 1)) + by
        if 0 <= row < len(chips):
            self._row = row
            self._arrive()
            return
        beyond = self.day + timedelta(days=by * DAYS_A_WEEK)
        if self.weeks.find(beyond) is not None:
            self._row = max(0, len(self._chips(beyond)) - 1) if by < 0 else 0
            self.day = beyond
            self._arrive()

    def _edge_of_week(self, *, last: bool) -> date:
        assert self.day is not None
        return self.day + timedelta(days=(DAYS_A_WEEK - 1 if last else 0) - self.day.weekday())

    def _go(self, day: date, entry: PlanEntry | None = None) -> None:
        if self.weeks.find(day) is None:
            return
        rows = [at for at, chip in enumerate(self._chips(day)) if entry and chip.entry.person_id == entry.person_id]
        self.day, self._row = day, rows[0] if rows else 0
        self._arrive()

    def _go_to(self, chip: Chip) -> None:
        assert chip.entry.on is not None
        self._go(chip.entry.on, chip.entry)

    def _arrive(self) -> None:
        """Bring the day into view and say what is there."""
        box = self.weeks.find(self.day) if self.day else None
        if box is None:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height() - self._head()
        if box.box.top() < bar.value():
            bar.setValue(int(box.box.top()))
        elif box.box.bottom() > bar.value() + room:
            bar.setValue(int(box.box.bottom() - room))
        self.viewport().update()
        announce(self, self.said())

    def said(self) -> str:
        """The day one is at, and who is on it, as a screen reader says it."""
        day, entry = say_day(self.day or self.shown.today, self.shown.today), self.current()
        if entry is None:
            return self.tr("{day}, nobody").format(day=day)
        return ", ".join(part for part in (entry.words, entry.day, entry.distance) if part)

    # --- mouse ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed, self._from = self._chip_at(event.position()), event.position().toPoint()
        day = self._day_at(event.position())
        if self._pressed is not None:
            self._go_to(self._pressed)
        elif day is not None:
            self._go(day.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self._chip_at(event.position()) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        far = (at - self._from).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        if self._drag is not None or far:
            self._drag = at
            self._scroll_at_edges(at)
            can = self.drop_day() is not None
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor if can else Qt.CursorShape.ForbiddenCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragged, day = self._pressed, self._drag is not None, self.drop_day()
        self._let_go()
        if pressed is None:
            return
        if dragged and day is not None:
            self.dropped.emit(pressed.entry, day)
        elif not dragged:
            self.wanted.emit(pressed.entry, OPEN)

    def drop_day(self) -> date | None:
        """The day on which what is dragged would come to be; None over its own day, a day gone by, or none."""
        if self._drag is None or self._pressed is None:
            return None
        over = self._day_at(QPointF(self._drag))
        if over is None or over.day < self.shown.today or over.day == self._pressed.entry.on:
            return None
        return over.day

    def _let_go(self) -> None:
        self._pressed = self._drag = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _scroll_at_edges(self, at: QPoint) -> None:
        bar, top = self.verticalScrollBar(), self._head()
        if at.y() < top + look.scaled(EDGE):
            bar.setValue(bar.value() - 12)
        elif at.y() > self.viewport().height() - look.scaled(EDGE):
            bar.setValue(bar.value() + 12)

    # --- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.weeks.weeks:
            return
        painter = QPainter(self.viewport())
        top, first, last = self._head(), self.weeks.weeks[0].box, self.weeks.weeks[-1].box
        painter.translate(0, top - self.verticalScrollBar().value())
        card = QRectF(first.left(), 0, first.width(), last.bottom())
        paint.rounded_rect(painter, card, plan_paint.RADIUS, fill="surface")
        here = self._here()
        seen = QRectF(0, self.verticalScrollBar().value(), self.viewport().width(), self.viewport().height())
        for week in self.weeks.weeks:
            if week.box.intersects(seen):
                plan_paint.week(painter, week, self.shown, here)
        paint.rounded_rect(painter, card, plan_paint.RADIUS, edge="line")
        painter.resetTransform()
        paint.fill(painter, QRectF(0, 0, self.viewport().width(), top), "window")
        plan_paint.head(painter, self.weeks, self.shown, top)
        if self._drag is not None and self._pressed is not None:
            plan_paint.ghost(painter, self._pressed.entry, QPointF(self._drag))

    def _here(self) -> plan_paint.Here:
        if not self.hasFocus():
            return plan_paint.Here(drop=self.drop_day())
        return plan_paint.Here(self.day, self.current(), self.drop_day())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._arrive()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """The name under the pointer in full, where it is shortened."""
        if event.type() == QEvent.Type.ToolTip:
            chip = self._chip_at(QPointF(self.viewport().mapFromGlobal(self.cursor().pos())))
            self.viewport().setToolTip(_tip(chip))
        return super().viewportEvent(event)

    def _lay_out(self) -> None:
        room = min(self.viewport().width() - 2 * LEFT, look.scaled(WIDEST))
        self.weeks = lay_out(self.shown, LEFT, max(room, look.scaled(240)))
        bar, inner = self.verticalScrollBar(), self.viewport().height() - self._head()
        bar.setRange(0, max(0, round(self.weeks.height) + LEFT - inner))
        bar.setPageStep(max(1, inner))
        bar.setSingleStep(look.scaled(24))
        self.viewport().update()

    def _head(self) -> int:
        return line_height("section") + look.scaled(12)

    def _chips(self, day: date | None) -> tuple[Chip, ...]:
        box = self.weeks.find(day) if day else None
        return box.chips if box else ()

    def _on_screen(self, box: QRectF) -> QRectF:
        return box.translated(0, self._head() - self.verticalScrollBar().value())

    def _in_content(self, at: QPointF) -> QPointF:
        return at - QPointF(0, self._head() - self.verticalScrollBar().value())

    def _day_at(self, at: QPointF) -> DayBox | None:
        return self.weeks.day_at(self._in_content(at)) if at.y() >= self._head() else None

    def _chip_at(self, at: QPointF) -> Chip | None:
        day, inner = self._day_at(at), self._in_content(at)
        return next((chip for chip in day.chips if chip.box.contains(inner)), None) if day else None


def _tip(chip: Chip | None) -> str:
    from hallway.ui.widgets.tooltip import plain

    return plain(f"{chip.entry.words}, {chip.entry.day}") if chip else ""
