"""Paints an event in a list: the day as a small block, title, place, and how many people were met."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.events import Event
from hallway.ui.models.events import ROW
from hallway.ui.theme.look import look
from hallway.ui.theme.type import TextRole
from hallway.ui.widgets import paint

_State = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex
DAY = 36


class EventDelegate(QStyledItemDelegate):
    """Draws `EventRow` rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = index.data(ROW) is None or index.data(ROW).event is None
        return QSize(look.scaled(240), look.scaled(30) if heading else look.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if row is None:
            return
        painter.save()
        box = QRectF(option.rect)
        if row.event is None:
            paint.text_elided(painter, box.adjusted(10, 8, -10, 0), row.heading, "section", "text2")
        else:
            selected = bool(option.state & _State.State_Selected)
            keyed = option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange
            paint.row_ground(painter, box, selected, bool(option.state & _State.State_MouseOver), bool(keyed))
            self._draw(painter, box.adjusted(10, 0, -10, 0), row.event, "strong" if selected else "name")
        painter.restore()

    def _draw(self, painter: QPainter, box: QRectF, event: Event, role: TextRole) -> None:
        height, middle = look.scaled(18), box.center().y()
        day = QRectF(box.left(), middle - height - 1, look.scaled(DAY), height + 2)
        paint.text_elided(painter, day, str(event.start_on.day), "heading", "text", paint.CENTRE)
        month = f"{event.start_on:%b}"
        paint.text_elided(painter, day.translated(0, height + 2), month, "caption", "text2", paint.CENTRE)
        left = day.right() + 12
        upper = QRectF(left, day.top(), box.right() - left, day.height())
        lower = upper.translated(0, height + 2)
        paint.text_elided(painter, upper, event.title, role)
        if event.met:
            met = self.tr("%n met", "", event.met)
            taken = paint.text_elided(painter, lower, met, "caption", "text2", paint.RIGHT) + 8
            lower = lower.adjusted(0, 0, -taken, 0)
        paint.text_elided(painter, lower, event.venue or f"{event.start_on.year}", "small", "text2")
