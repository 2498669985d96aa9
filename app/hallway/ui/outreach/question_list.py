"""Questions in a list that can be put in order by hand or by keys, ticked once they were asked, and dragged over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from hallway.ui.outreach.card_delegate import broken
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import line_height
from hallway.ui.widgets import paint

_State = QStyle.StateFlag
Key = Qt.Key
Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole
GRIP, BOX, MOST_LINES = 14, 16, 3


class QuestionList(QListWidget):
    """``ordered`` tells the ids in their order, ``ticked`` an id and whether it was asked, ``dropped`` an id to leave
    out, ``taken`` words that were dragged here or gone to with Enter.

    With ``ticks`` each has a box. ``source`` is a list one takes from: it keeps what it has.
    """

    ordered = Signal(list)
    ticked = Signal(int, bool)
    dropped = Signal(int)
    taken = Signal(str)

    def __init__(self, name: str, *, ticks: bool = False, source: bool = False, grows: bool = False) -> None:
        super().__init__()
        self._ticks, self._source, self._grows = ticks, source, grows
        self.setAccessibleName(name)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(QuestionDelegate(self, ticks=ticks, grip=not source))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(not source)
        self.setDropIndicatorShown(True)
        self.setDefaultDropAction(Qt.DropAction.CopyAction if source else Qt.DropAction.MoveAction)
        self.viewport().setAutoFillBackground(False)
        if grows:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self._fit)
        self.itemActivated.connect(lambda item: self.taken.emit(item.text()) if source else None)

    def show_questions(self, found: Sequence[tuple[int, str, bool]]) -> None:
        """Show these: id, words, whether asked."""
        row = self.currentRow()
        self.clear()
        for id_, words, asked in found:
            item = QListWidgetItem(words)
            item.setData(ID, id_)
            item.setData(Qt.ItemDataRole.CheckStateRole, None)
            item.setData(ID + 1, asked)
            spoken = self.tr("{question}, asked") if asked else self.tr("{question}, not asked yet")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken.format(question=words) if self._ticks else words)
            self.addItem(item)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        self._fit()

    def ids(self) -> list[int]:
        """The ids in the order shown."""
        return [self.item(row).data(ID) for row in range(self.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        item = self.currentItem()
        if key in (Key.Key_Up, Key.Key_Down) and held == Qt.KeyboardModifier.ControlModifier and not self._source:
            self._carry(-1 if key == Key.Key_Up else 1)
        elif key == Key.Key_Space and self._ticks and item is not None:
            self.ticked.emit(item.data(ID), not item.data(ID + 1))
        elif key in (Key.Key_Delete, Key.Key_Backspace) and not self._source and item is not None:
            self.dropped.emit(item.data(ID))
        elif key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space) and self._source and item is not None:
            self.taken.emit(item.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        on_box = event.position().x() < look.scaled(GRIP + BOX + 14)
        if self._ticks and item is not None and on_box and event.button() == Qt.MouseButton.LeftButton:
            self.ticked.emit(item.data(ID), not item.data(ID + 1))

    def dropEvent(self, event: QDropEvent) -> None:
        """What comes from another list is taken in; one's own takes its new place."""
        source = event.source()
        if source is self:
            super().dropEvent(event)
            self.ordered.emit(self.ids())
        elif isinstance(source, QuestionList) and source.currentItem() is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.taken.emit(source.currentItem().text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        if not self._grows:
            return QSize(look.scaled(240), look.scaled(260))
        option = QStyleOptionViewItem()
        delegate = self.itemDelegate()
        high = sum(delegate.sizeHint(option, self.model().index(row, 0)).height() for row in range(self.count()))
        return QSize(look.scaled(200), high)

    def _carry(self, by: int) -> None:
        ids, row = self.ids(), self.currentRow()
        if 0 <= row < len(ids) and 0 <= row + by < len(ids):
            ids.insert(row + by, ids.pop(row))
            self.setCurrentRow(row + by)
            self.ordered.emit(ids)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        if self._grows:
            self.setFixedHeight(self.sizeHint().height())


class QuestionDelegate(QStyledItemDelegate):
    """Draws the grip, the box and the words."""

    def __init__(self, view: QuestionList, *, ticks: bool, grip: bool) -> None:
        super().__init__(view)
        self._view, self._ticks, self._grip = view, ticks, grip

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = broken(str(index.data()), "body", self._room(), MOST_LINES)
        return QSize(look.scaled(120), max(1, len(lines)) * line_height("body") + look.scaled(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box = QRectF(option.rect)
        keyed = option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange
        hovered = bool(option.state & _State.State_MouseOver)
        chosen = bool(option.state & _State.State_Selected) and self._view.hasFocus()
        if chosen or hovered:
            paint.rounded_rect(painter, box, 6, "selected" if chosen else "hover")
        if keyed:
            paint.focus_ring(painter, box, 6, gap=-2)
        left, line = box.left(), line_height("body")
        top = box.top() + look.scaled(5)
        if self._grip:
            side = look.scaled(GRIP)
            paint.icon(painter, QRectF(left - 2, top + (line - side) / 2, side, side), "grip-vertical", tokens().text3)
            left += side + 2
        if self._ticks:
            side = look.scaled(BOX)
            self._draw_box(painter, QRectF(left, top + (line - side) / 2, side, side), bool(index.data(ID + 1)))
            left += side + 8
        elif not self._grip:
            left += 8
        for words in broken(str(index.data()), "body", self._room(), MOST_LINES):
            paint.text_elided(painter, QRectF(left, top, box.right() - left - 4, line), words, "body")
            top += line
        painter.restore()

    def _draw_box(self, painter: QPainter, box: QRectF, asked: bool) -> None:
        paint.rounded_rect(painter, box, 4, "accent" if asked else "surface", None if asked else "control")
        if asked:
            inset = box.height() * 0.12
            paint.icon(painter, box.adjusted(inset, inset, -inset, -inset), "check", tokens().on_accent)

    def _room(self) -> float:
        grip = look.scaled(GRIP) + 2 if self._grip else 8
        box = look.scaled(BOX) + 8 if self._ticks else 0
        return self._view.viewport().width() - grip - box - 6
