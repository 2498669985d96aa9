"""Months with how much happened in each: a list to jump by, with bars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.ui.theme.look import look
from hallway.ui.widgets import paint

MONTH, COUNT, SHARE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
ROW, BAR = 28, 6
Index = QModelIndex | QPersistentModelIndex


class MonthList(QListView):
    """Headed by years; `chosen` carries "2026-06". Arrows move, Enter jumps."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(MonthPainter(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Jump to a month"))
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def show_months(self, months: Sequence[tuple[str, int]]) -> None:
        """Show months ("2026-06", how many), newest first."""
        at = self.currentIndex().data(MONTH)
        self._model.clear()
        most = max((count for _, count in months), default=1)
        year = ""
        for month, count in months:
            if month[:4] != year:
                year = month[:4]
                self._model.appendRow(_heading(year))
            item = QStandardItem()
            day = date.fromisoformat(f"{month}-01")
            item.setText(f"{day:%b}")
            item.setData(month, MONTH)
            item.setData(count, COUNT)
            item.setData(count / most, SHARE)
            item.setData(self.tr("%n moments in {month}", "", count).format(month=f"{day:%B %Y}"), _SPOKEN)
            self._model.appendRow(item)
            if month == at:
                self.setCurrentIndex(item.index())

    def mark(self, month: str) -> None:
        """Show that a month is in view, without telling."""
        if self.currentIndex().data(MONTH) == month:
            return
        for row in range(self._model.rowCount()):
            if self._model.index(row, 0).data(MONTH) == month:
                self.setCurrentIndex(self._model.index(row, 0))

    def _tell(self, index: QModelIndex) -> None:
        if month := index.data(MONTH):
            self.chosen.emit(month)


class MonthPainter(QStyledItemDelegate):
    """The month's short name, a bar, the number."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, look.scaled(ROW if index.data(MONTH) else ROW + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box = QRectF(option.rect)
        if not index.data(MONTH):
            paint.text_elided(painter, box.adjusted(8, 8, 0, 0), index.data(), "small", "text2")
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            paint.rounded_rect(painter, box, 7, fill="selected")
        name = QRectF(box.left() + 8, box.top(), look.scaled(36), box.height())
        paint.text_elided(painter, name, index.data(), "strong" if chosen else "body", "text" if chosen else "text2")
        longest = box.width() - name.right() + box.left() - look.scaled(40)
        long = max(4.0, longest * index.data(SHARE))
        bar = QRectF(name.right(), box.center().y() - BAR / 2, long, BAR)
        paint.rounded_rect(painter, bar, BAR / 2, fill="accent" if chosen else "control")
        number = QRectF(bar.right() + 8, box.top(), look.scaled(36), box.height())
        paint.text_elided(painter, number, str(index.data(COUNT)), "caption", "text2")
        painter.restore()


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def _heading(year: str) -> QStandardItem:
    item = QStandardItem(year)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
