"""How the rows of the palette look: a dot or a face, words with what was found in them bolder, a day, a key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.ui.frame.faces import Faces
from hallway.ui.shell.palette_model import Row, row_at
from hallway.ui.theme import paint
from hallway.ui.theme.keycaps import caps_width, draw_caps
from hallway.ui.theme.look import look
from hallway.ui.theme.paint import Part
from hallway.ui.theme.type import width
from hallway.ui.widgets.avatar import paint_avatar

ROW, HEADING, DOT = 42, 30, 28
MARGIN, GAP = 10, 12
Index = QModelIndex | QPersistentModelIndex


class RowPainter(QStyledItemDelegate):
    """Paints headings and rows."""

    def __init__(self, view: QAbstractItemView, faces: Faces) -> None:
        super().__init__(view)
        self._faces = faces
        faces.arrived.connect(view.viewport().update)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, row_height(row_at(index)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_at(index)
        box = QRectF(option.rect)
        painter.save()
        if row.is_heading:
            paint.text_elided(painter, box.adjusted(MARGIN, 6, -MARGIN, 0), row.title, "section", "text2")
        else:
            _paint_row(painter, box, row, bool(option.state & QStyle.StateFlag.State_Selected), self._faces)
        painter.restore()


def row_height(row: Row) -> int:
    """In pixels; it grows with the letters."""
    return look.scaled(HEADING if row.is_heading else ROW)


def _paint_row(painter: QPainter, box: QRectF, row: Row, chosen: bool, faces: Faces) -> None:
    if chosen:
        paint.rounded_rect(painter, box, 8, fill="selected", edge="accent")
    side = look.scaled(DOT)
    face = QRectF(box.left() + MARGIN, box.center().y() - side / 2, side, side)
    if row.person:
        person_id = int(row.subject) if row.kind == "person" else 0
        photo = faces.of(person_id, side, painter.device().devicePixelRatio())
        paint_avatar(painter, face, row.person, photo=photo)
    else:
        paint.kind_dot(painter, face, row.icon, row.hue)
    right = _paint_right(painter, box, row)
    words = QRectF(face.right() + GAP, box.top(), right - face.right() - 2 * GAP, box.height())
    paint.text_parts(painter, words, list(_parts(row)))


def _paint_right(painter: QPainter, box: QRectF, row: Row) -> float:
    """The key and the day at the right edge; where they begin."""
    right = box.right() - MARGIN
    if row.keys:
        right -= caps_width(row.keys)
        draw_caps(painter, right, box.center().y(), row.keys)
    if row.when:
        room = width("body", row.when) + 2
        right -= room
        paint.text_elided(painter, QRectF(right, box.top(), room, box.height()), row.when, "body", "text2", paint.RIGHT)
    return right


def _parts(row: Row) -> Iterator[Part]:
    yield Part(row.title, "name")
    if row.shown:
        yield Part("  ")
        yield from (Part(text, "strong" if hit else "body", "text" if hit else "text2") for text, hit in row.shown)
    elif row.detail:
        yield Part("  " + row.detail, "body", "text2")
