"""The rows of a conflict list: who and of which type, where they are, why, and when they were last active."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.conflicts import Row
from hallway.domain.partial_dates import say_partial
from hallway.ui.exchange.conflict_words import type_words
from hallway.ui.theme.look import look
from hallway.ui.theme.type import width
from hallway.ui.widgets import paint

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
HEIGHT, LINE, LETTER = 68, 18, 28
_State = QStyle.StateFlag


class ConflictModel(QAbstractListModel):
    """Rows in the order of the template's tables."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_these(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.name, type_words(row.type), row.organisation, last_words(row), *row.sources)
            return ", ".join(part for part in parts if part)
        return None


class ConflictList(QListView):
    """Enter tells whose page is wanted, Delete which row to take away."""

    opened = Signal(object)
    taken_away = Signal(object)

    def __init__(self, model: ConflictModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(ConflictDelegate(self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.taken_away.emit(self.currentIndex().data(ROW))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ConflictDelegate(QStyledItemDelegate):
    """The letter of the type in a round, three lines of words, and the last day at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.scaled(200), look.scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        box = QRectF(option.rect)
        selected = bool(option.state & _State.State_Selected)
        keyed = bool(option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange)
        paint.row_ground(painter, box, selected, bool(option.state & _State.State_MouseOver), keyed)
        paint.hairline(painter, box.left(), box.bottom(), box.right())
        inner, side, height = box.adjusted(10, 7, -12, -5), look.scaled(LETTER), look.scaled(LINE)
        letter = QRectF(inner.left(), inner.top() + 2, side, side)
        paint.rounded_rect(painter, letter, side / 2, fill="sunken", edge="line")
        paint.text_elided(painter, letter, str(row.type), "strong", "text2", paint.CENTRE)
        last = last_words(row)
        lines = QRectF(letter.right() + 12, inner.top(), inner.right() - letter.right() - 12, height)
        paint.text_elided(painter, lines, last, "small", "text2", paint.RIGHT)
        upper = lines.adjusted(0, 0, -width("small", last) - 12, 0)
        parts = [paint.Part(row.name, "strong" if selected else "name")]
        parts.append(paint.Part(f"   {type_words(row.type)}", "small", "text2"))
        paint.text_parts(painter, upper, parts)
        paint.text_elided(painter, lines.translated(0, height), row.organisation or "–", "small", "text2")
        paint.text_elided(painter, lines.translated(0, 2 * height), " ".join(row.sources), "small", "text3")
        painter.restore()


def last_words(row: Row) -> str:
    """When somebody was last active, in words."""
    return say_partial(row.last_active) if row.last_active else ""
