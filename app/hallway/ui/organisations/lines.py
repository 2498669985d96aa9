"""Painted rows of an organisation's page: people, events, parts, and what the user is there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.ui.frame.faces import Faces
from hallway.ui.theme.look import look
from hallway.ui.theme.type import width
from hallway.ui.widgets import paint

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
ROW, DENSE_ROW, FACE, DENSE_FACE = 46, 32, 32, 22
_State = QStyle.StateFlag


class Line(NamedTuple):
    """One row. `what` is told when it is opened; a person (by id) has a face, anything else an icon with its hue."""

    title: str
    detail: str = ""
    at_right: str = ""
    what: Any = None
    person_id: int = 0
    icon: str = ""
    hue: str = "slate"

    @property
    def spoken(self) -> str:
        """The row as a sentence."""
        return ", ".join(part for part in (self.title, self.detail, self.at_right) if part)


class LineModel(QAbstractListModel):
    """Rows in the order they were given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Iterable[Line]) -> bool:
        """Put others in place of those there; whether they differ."""
        lines = tuple(lines)
        if lines == self.lines:
            return False
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return line if role == LINE else None


class LineView(QListView):
    """As high as its rows, for a page that scrolls as a whole. Enter, F2 and a click open, Delete takes away.

    `reached` tells the place of the row that the keyboard came to, so that the page can show it.
    """

    opened = Signal(object)
    taken_away = Signal(object)
    reached = Signal(QRect)

    def __init__(self, name: str, faces: Faces) -> None:
        super().__init__()
        self.rows = LineModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(LineDelegate(self, faces))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)
        look.changed.connect(self._fit)
        faces.arrived.connect(self.viewport().update)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show other rows; the keyboard stays at its row where there is still one."""
        at = max(0, self.currentIndex().row())
        if self.rows.show(lines):
            self._fit()
            if self.rows.lines:
                self.setCurrentIndex(self.rows.index(min(at, len(self.rows.lines) - 1)))

    def current(self) -> Line | None:
        """The row the keyboard is at."""
        index = self.currentIndex()
        return self.rows.lines[index.row()] if index.isValid() else None

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(200), row_height() * self.rows.rowCount())

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(80), self.sizeHint().height())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.reached.emit(self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Delete and (line := self.current()) is not None:
            self.taken_away.emit(line.what)
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(self.rows.lines[index.row()].what)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()


class LineDelegate(QStyledItemDelegate):
    """A face or an icon, the title over what goes with it, and a few words at the right; in one line where dense."""

    def __init__(self, view: QListView, faces: Faces) -> None:
        super().__init__(view)
        self._faces = faces

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.scaled(120), row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        painter.save()
        box = QRectF(option.rect)
        keyed = bool(option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange)
        paint.row_ground(painter, box, False, bool(option.state & _State.State_MouseOver), keyed)
        inner = box.adjusted(6, 0, -8, 0)
        left = self._mark(painter, inner, line) + 12
        if line.at_right:
            paint.text_elided(painter, inner, line.at_right, "small", "text2", paint.RIGHT)
            inner.setRight(inner.right() - width("small", line.at_right) - 12)
        room = QRectF(left, inner.top(), inner.right() - left, inner.height())
        (_in_one_line if look.density == "compact" or not line.detail else _in_two)(painter, room, line)
        painter.restore()

    def _mark(self, painter: QPainter, inner: QRectF, line: Line) -> float:
        """Paint what the row begins with; returns where it ends."""
        side = look.scaled(FACE if look.density == "comfortable" else DENSE_FACE)
        face = QRectF(inner.left(), round(inner.center().y() - side / 2), side, side)
        if line.person_id:
            photo = self._faces.of(line.person_id, side, painter.device().devicePixelRatio())
            paint.paint_avatar(painter, face, line.title, photo=photo)
        else:
            paint.kind_dot(painter, face, line.icon, line.hue)
        return face.right()


def row_height() -> int:
    """How high a row is, in pixels."""
    return look.scaled(ROW if look.density == "comfortable" else DENSE_ROW)


def _in_two(painter: QPainter, room: QRectF, line: Line) -> None:
    height = look.scaled(18)
    upper = QRectF(room.left(), room.center().y() - height, room.width(), height)
    paint.text_elided(painter, upper, line.title, "name")
    paint.text_elided(painter, upper.translated(0, height), line.detail, "small", "text2")


def _in_one_line(painter: QPainter, room: QRectF, line: Line) -> None:
    parts = [paint.Part(line.title, "name")]
    if line.detail:
        parts.append(paint.Part(f"   {line.detail}", "small", "text2"))
    paint.text_parts(painter, room, parts)
