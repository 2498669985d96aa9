"""The same entries as a plain list, by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.dates import say_day
from hallway.domain.records import CalendarEntry
from hallway.ui.calendar_export.looks import LOOKS, first_day, time_of
from hallway.ui.theme import paint
from hallway.ui.theme.look import look
from hallway.ui.theme.paint import Part
from hallway.ui.theme.type import line_height, width

Index = QModelIndex | QPersistentModelIndex
WIDEST_DAY = "Wednesday 30 September"


class EntryRows(QAbstractListModel):
    """One row an entry."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.entries: Sequence[CalendarEntry] = ()
        self.widest_day = WIDEST_DAY

    def show(self, entries: Sequence[CalendarEntry]) -> None:
        """Put entries in place of those there."""
        self.beginResetModel()
        self.entries = entries
        other_year = next((first_day(one).year for one in entries if first_day(one).year != self._today.year), None)
        self.widest_day = f"{WIDEST_DAY} {other_year}" if other_year else WIDEST_DAY
        self.endResetModel()

    def day_words(self, entry: CalendarEntry) -> str:
        """The day in words."""
        return say_day(first_day(entry), self._today)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (self.day_words(entry), time_of(entry), entry.title) if part)
        if role == Qt.ItemDataRole.UserRole:
            return entry
        return None


class EntryPainter(QStyledItemDelegate):
    """Day in words, dot of its kind, title, time."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, line_height("body") + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, rows = index.data(Qt.ItemDataRole.UserRole), index.model()
        assert isinstance(rows, EntryRows)
        box, state = QRectF(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint.row_ground(painter, box.adjusted(4, 1, -4, -1), chosen, bool(state & QStyle.StateFlag.State_MouseOver))
        day = QRectF(box.left() + 16, box.top(), min(width("body", rows.widest_day), box.width() * 0.4), box.height())
        paint.text_elided(painter, day, rows.day_words(entry), "body", "text2")
        side = look.scaled(22)
        dot = QRectF(day.right() + 8, box.center().y() - side / 2, side, side)
        paint.kind_dot(painter, dot, LOOKS[entry.kind].icon, LOOKS[entry.kind].hue)
        title = QRectF(dot.right() + 10, box.top(), box.right() - 16 - dot.right() - 10, box.height())
        time = f"  {time_of(entry)}" if time_of(entry) else ""
        name = Part(entry.title, "strong" if chosen else "name")
        paint.text_parts(painter, title, [name, Part(time, "body", "text2")])
        painter.restore()


class EntryList(QListView):
    """The list itself; arrows move in it."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.rows = EntryRows(today, self)
        self.setModel(self.rows)
        self.setItemDelegate(EntryPainter(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Entries as a list"))

    def show_day(self, day: date) -> None:
        """Go to the first entry on or after a day."""
        places = (at for at, entry in enumerate(self.rows.entries) if first_day(entry) >= day)
        at = next(places, len(self.rows.entries) - 1)
        self.setCurrentIndex(self.rows.index(at, 0))
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)
