"""Paints a line of the room's lists: a mark, two lines of words, somebody, a day, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.ui.frame.faces import Faces
from hallway.ui.models.lines import LINE, ListLine
from hallway.ui.theme.look import look
from hallway.ui.widgets import paint

_State = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex
DOT, FACE, CHIP_HEIGHT = 36, 20, 22
PERSON, DAY, STANDS = 190, 100, 96
"""Widths of the columns at the right."""
NARROW = 560
"""Below this width the person has no column."""


class LineDelegate(QStyledItemDelegate):
    """Draws rows of `LineModel`."""

    def __init__(self, view: QAbstractItemView, faces: Faces) -> None:
        super().__init__(view)
        self._faces = faces
        faces.arrived.connect(view.viewport().update)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.scaled(320), look.scaled(62 if look.density == "comfortable" else 46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = index.data(LINE)
        if one is None:
            return
        painter.save()
        box = QRectF(option.rect)
        selected = bool(option.state & _State.State_Selected)
        keyed = bool(option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange)
        paint.row_ground(painter, box, selected, bool(option.state & _State.State_MouseOver), keyed)
        self._draw(painter, box.adjusted(14, 0, -14, 0), one, selected)
        if index.row() < index.model().rowCount() - 1:
            paint.hairline(painter, box.left(), box.bottom(), box.right())
        painter.restore()

    def _draw(self, painter: QPainter, box: QRectF, one: ListLine, selected: bool) -> None:
        side, middle = look.scaled(DOT if look.density == "comfortable" else 26), box.center().y()
        dot = QRectF(box.left(), round(middle - side / 2), side, side)
        if one.mark:
            paint.kind_dot(painter, dot, one.mark, one.hue)
        else:
            self._draw_face(painter, dot, one)
        rest = QRectF(box.left() + side + 12, box.top(), box.width() - side - 12, box.height())
        rest = self._draw_state(painter, rest, one)
        rest = self._draw_day(painter, rest, one)
        if one.mark and box.width() >= look.scaled(NARROW):
            rest = self._draw_person(painter, rest, one)
        height = look.scaled(18)
        upper = QRectF(rest.left(), middle - height - 1, rest.width(), height + 2)
        paint.text_elided(painter, upper, one.title, "strong" if selected else "name")
        paint.text_elided(painter, upper.translated(0, height + 2), one.line, "small", "text2")

    def _draw_state(self, painter: QPainter, box: QRectF, one: ListLine) -> QRectF:
        if not one.stands:
            return box
        width, height = look.scaled(STANDS), look.scaled(CHIP_HEIGHT)
        chip = QRectF(box.right() - width, round(box.center().y() - height / 2), width, height)
        paint.rounded_rect(painter, chip, 5, fill="sunken", edge="line")
        paint.text_elided(painter, chip, one.stands, "small", "text2", paint.CENTRE)
        return box.adjusted(0, 0, -width - 12, 0)

    def _draw_day(self, painter: QPainter, box: QRectF, one: ListLine) -> QRectF:
        width = look.scaled(DAY)
        room = QRectF(box.right() - width, box.top(), width, box.height())
        paint.text_elided(painter, room, one.day, "small", "text2")
        return box.adjusted(0, 0, -width - 12, 0)

    def _draw_person(self, painter: QPainter, box: QRectF, one: ListLine) -> QRectF:
        width, side = look.scaled(PERSON), look.scaled(FACE)
        if one.person:
            face = QRectF(box.right() - width, round(box.center().y() - side / 2), side, side)
            self._draw_face(painter, face, one)
            room = QRectF(face.right() + 8, box.top(), width - side - 8, box.height())
            paint.text_elided(painter, room, one.person, "small", "text2")
        return box.adjusted(0, 0, -width - 12, 0)

    def _draw_face(self, painter: QPainter, face: QRectF, one: ListLine) -> None:
        photo = self._faces.of(one.person_id, face.width(), painter.device().devicePixelRatio())
        paint.paint_avatar(painter, face, one.person, photo=photo)
