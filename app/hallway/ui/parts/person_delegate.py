"""Paints a person in a list: face, name, line, how long ago, and one mark of what waits."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.dates import short_ago
from hallway.ui.frame.faces import Faces
from hallway.ui.models.people import LINE, PersonLine
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import width
from hallway.ui.widgets import paint

_State = QStyle.StateFlag


class PersonDelegate(QStyledItemDelegate):
    """Draws `PersonLine` rows, roomy or compact as the look says."""

    def __init__(self, view: QAbstractItemView, faces: Faces | None = None) -> None:
        """Without ``faces`` everybody has initials."""
        super().__init__(view)
        self._faces = faces
        if faces is not None:
            faces.arrived.connect(view.viewport().update)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(look.scaled(240), look.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(LINE)
        if line is None:
            return
        painter.save()
        rect = QRectF(option.rect)
        selected = bool(option.state & _State.State_Selected)
        focused = bool(option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange)
        paint.row_ground(painter, rect, selected, bool(option.state & _State.State_MouseOver), focused)
        inner = rect.adjusted(10, 0, -10, 0)
        left = self._draw_face(painter, inner, line)
        room = QRectF(left, inner.top(), inner.right() - left, inner.height())
        draw = self._draw_roomy if look.density == "comfortable" else self._draw_compact
        draw(painter, room, line, "strong" if selected else "name")
        painter.restore()

    def _draw_face(self, painter: QPainter, inner: QRectF, line: PersonLine) -> float:
        side = look.scaled(36 if look.density == "comfortable" else 26)
        face = QRectF(inner.left(), round(inner.center().y() - side / 2), side, side)
        if line.marked:
            paint.rounded_rect(painter, face, side / 2, fill="accent")
            mark = face.adjusted(side * 0.25, side * 0.25, -side * 0.25, -side * 0.25)
            paint.icon(painter, mark, "check", tokens().on_accent)
        else:
            ratio = painter.device().devicePixelRatio()
            photo = self._faces.of(line.row.id, side, ratio) if self._faces else None
            paint.paint_avatar(painter, face, line.row.name, photo=photo)
        return face.right() + 12

    def _draw_roomy(self, painter: QPainter, room: QRectF, line: PersonLine, role: str) -> None:
        height = look.scaled(18)
        upper = QRectF(room.left(), room.center().y() - height - look.scaled(1), room.width(), height + 2)
        lower = QRectF(room.left(), room.center().y() + look.scaled(1), room.width(), height)
        taken = _draw_ago(painter, upper, line)
        paint.text_elided(painter, upper.adjusted(0, 0, -taken, 0), line.row.name, role)  # type: ignore[arg-type]
        taken = _draw_mark(painter, lower, line)
        paint.text_elided(painter, lower.adjusted(0, 0, -taken, 0), line.row.line, "small", "text2")

    def _draw_compact(self, painter: QPainter, room: QRectF, line: PersonLine, role: str) -> None:
        taken = _draw_ago(painter, room, line)
        rest = room.adjusted(0, 0, -taken, 0)
        taken = _draw_mark(painter, rest, line)
        parts = [paint.Part(line.row.name, role), paint.Part(f"   {line.row.line}", "small", "text2")]  # type: ignore[arg-type]
        paint.text_parts(painter, rest.adjusted(0, 0, -taken, 0), parts)


def _draw_ago(painter: QPainter, room: QRectF, line: PersonLine) -> float:
    """Draw how long ago at the right; return the width it needs."""
    if line.row.last_on is None:
        return 0.0
    words = short_ago(line.row.last_on, line.today)
    paint.text_elided(painter, room, words, "caption", "text3", paint.RIGHT)
    return width("caption", words) + 8


def _draw_mark(painter: QPainter, room: QRectF, line: PersonLine) -> float:
    """Draw the one mark at the right: an open promise before a check-in; return the width it needs."""
    if not (line.promised or line.check_in_soon):
        return 0.0
    side = look.scaled(14)
    name, hue = ("reply", "blue") if line.promised else ("coffee", "green")
    box = QRectF(room.right() - side, round(room.center().y() - side / 2), side, side)
    paint.icon(painter, box, name, tokens().colour(hue))
    return side + 8
