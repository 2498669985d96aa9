"""Rows of the room's lists and its tree: a mark or a face, two lines of words, faces and words at the right."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItem
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.ui.frame.faces import Faces
from hallway.ui.theme.look import look
from hallway.ui.theme.type import line_height, width
from hallway.ui.widgets import paint

ROW = Qt.ItemDataRole.UserRole
"""The role that gives the delegate a `Row`."""
Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
FACE, SMALL, EDGE = 32, 24, 10
MOST_FACES = 4
STEP = 0.84
"""How far one face lies from the next, as a part of its width."""

Who = tuple[int, str]
"""Number and name."""


class Row(NamedTuple):
    """One row; whatever is empty is not shown. A heading has a title alone. `faces` stand before the words, else the
    `icon` on its `hue` does; `beside` are small faces at the right."""

    title: str
    line: str = ""
    right: str = ""
    id: int = 0
    faces: tuple[Who, ...] = ()
    icon: str = ""
    hue: str = "slate"
    beside: tuple[Who, ...] = ()
    heading: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.line, self.right) if part)


def item(row: Row) -> QStandardItem:
    """A row for a model of Qt's."""
    made = QStandardItem(row.title)
    made.setData(row, ROW)
    made.setData(row.spoken, Qt.ItemDataRole.AccessibleTextRole)
    choosable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    made.setFlags(Qt.ItemFlag.NoItemFlags if row.heading else choosable)
    return made


class RowDelegate(QStyledItemDelegate):
    """Draws rows."""

    def __init__(self, view: QAbstractItemView, faces: Faces) -> None:
        super().__init__(view)
        self._faces = faces
        faces.arrived.connect(view.viewport().update)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        heading = row is not None and row.heading
        two_lines = line_height("name") + line_height("small")
        tall = line_height("section") + 18 if heading else max(look.row_height(), two_lines)
        return QSize(look.scaled(240), tall)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if row is None:
            return
        painter.save()
        box = QRectF(option.rect)
        if row.heading:
            paint.text_elided(painter, box.adjusted(EDGE, 10, -EDGE, 0), row.title, "section", "text2")
        else:
            selected = bool(option.state & _State.State_Selected)
            keyed = option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange
            paint.row_ground(painter, box, selected, bool(option.state & _State.State_MouseOver), bool(keyed))
            self._draw(painter, box.adjusted(EDGE, 0, -EDGE - 2, 0), row, selected)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRectF, row: Row, selected: bool) -> None:
        left = self._draw_mark(painter, box, row)
        right = self._draw_beside(painter, box, row)
        upper, lower = line_height("name"), line_height("small")
        top = box.center().y() - (upper + lower if row.line else upper) / 2
        taken = min(width("small", row.right) + 2, (right - left) * 0.45) if row.right else 0
        name = QRectF(left, top, right - left - (taken + 12 if taken else 0), upper)
        paint.text_elided(painter, name, row.title, "strong" if selected else "name")
        if row.line:
            paint.text_elided(painter, QRectF(left, top + upper, right - left, lower), row.line, "small", "text2")
        if taken:
            where = QRectF(right - taken, top, taken, upper)
            paint.text_elided(painter, where, row.right, "small", "text2", paint.RIGHT)

    def _draw_mark(self, painter: QPainter, box: QRectF, row: Row) -> float:
        """Faces one over the other, or an icon; returns where the words begin."""
        side = look.scaled(FACE)
        place = QRectF(box.left(), round(box.center().y() - side / 2), side, side)
        if row.icon:
            paint.kind_dot(painter, place, row.icon, row.hue)
        for who in row.faces:
            self._draw_face(painter, place, who)
            place = place.translated(side * STEP, 0)
        shown = max(len(row.faces), 1 if row.icon else 0)
        return box.left() + (side * (1 + STEP * (shown - 1)) + 12 if shown else 0)

    def _draw_beside(self, painter: QPainter, box: QRectF, row: Row) -> float:
        """Small faces at the right; returns where the words end."""
        side = look.scaled(SMALL)
        right = box.right()
        for who in reversed(row.beside[:MOST_FACES]):
            self._draw_face(painter, QRectF(right - side, round(box.center().y() - side / 2), side, side), who)
            right -= side + 4
        return right - 8 if row.beside else right

    def _draw_face(self, painter: QPainter, place: QRectF, who: Who) -> None:
        photo = self._faces.of(who[0], place.width(), painter.device().devicePixelRatio())
        paint.paint_avatar(painter, place, who[1], photo=photo)
