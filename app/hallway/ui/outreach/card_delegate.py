"""Paints a card of the board: face and mark, the name, where they work, and what it is about."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.ui.frame.faces import Faces
from hallway.ui.outreach.board_model import CARD, Card
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import TextRole, line_height, metrics
from hallway.ui.widgets import paint

_State = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex
PAD, FACE, APART, BETWEEN = 10, 28, 8, 4
MOST_LINES = 2


class CardDelegate(QStyledItemDelegate):
    """As high as its words need at the width of the lane."""

    def __init__(self, view: QAbstractItemView, faces: Faces) -> None:
        super().__init__(view)
        self._view, self._faces = view, faces
        faces.arrived.connect(view.viewport().update)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card = index.data(CARD)
        room = self._view.viewport().width() - 2 * PAD
        high = 2 * PAD + look.scaled(FACE) + look.scaled(8)
        for words, role, lines in _lines(card) if card is not None else ():
            high += len(broken(words, role, room, lines)) * line_height(role) + look.scaled(BETWEEN)
        return QSize(look.scaled(120), round(high) + APART)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD)
        if card is None:
            return
        painter.save()
        box = QRectF(option.rect).adjusted(0, 0, 0, -APART)
        selected = bool(option.state & _State.State_Selected)
        hovered = bool(option.state & _State.State_MouseOver)
        edge, wide = ("accent", 2.0) if selected else ("control" if hovered else "line", 1.0)
        paint.rounded_rect(painter, box, 8, "surface", edge, wide)
        if option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange:
            paint.focus_ring(painter, box, 8, gap=-2)
        self._draw(painter, box.adjusted(PAD, PAD, -PAD, -PAD), card)
        painter.restore()

    def _draw(self, painter: QPainter, room: QRectF, card: Card) -> None:
        side = look.scaled(FACE)
        face = QRectF(room.left(), room.top(), side, side)
        photo = self._faces.of(card.one.person_id, side, painter.device().devicePixelRatio())
        paint.paint_avatar(painter, face, card.one.person, photo=photo)
        self._draw_mark(painter, QRectF(face.right() + 2, room.top(), room.right() - face.right() - 2, side), card)
        top = face.bottom() + look.scaled(8)
        for words, role, lines in _lines(card):
            colour = "text" if role == "strong" else "text2"
            for line in broken(words, role, room.width(), lines):
                box = QRectF(room.left(), top, room.width(), line_height(role))
                paint.text_elided(painter, box, line, role, colour)
                top += line_height(role)
            top += look.scaled(BETWEEN)

    def _draw_mark(self, painter: QPainter, room: QRectF, card: Card) -> None:
        """At the right."""
        if not card.mark:
            return
        side = look.scaled(14)
        words = paint.text_elided(painter, room.adjusted(side + 4, 0, 0, 0), card.mark, "caption", "text2", paint.RIGHT)
        icon = QRectF(room.right() - words - 4 - side, room.center().y() - side / 2, side, side)
        paint.icon(painter, icon, card.icon, tokens().text2)


def _lines(card: Card) -> list[tuple[str, TextRole, int]]:
    """The words of a card under its head: each with its lettering, and how many lines it may take."""
    place = card.one.line.rpartition(", ")[2]
    found: list[tuple[str, TextRole, int]] = [(card.one.person, "strong", MOST_LINES), (place, "small", 1)]
    about = card.one.reason or card.one.hope
    return [one for one in (*found, (about.strip().partition("\n")[0], "small", MOST_LINES)) if one[0]]


def broken(words: str, role: TextRole, room: float, most: int) -> list[str]:
    """The words in lines that fit; what is beyond the last line stays in it, to be shortened."""
    lines: list[str] = []
    left = words.replace("-", "-\u200b").split(" ")
    while left and len(lines) < most - 1:
        line = left.pop(0)
        while left and metrics(role).horizontalAdvance(f"{line} {left[0]}") <= room:
            line = f"{line} {left.pop(0)}"
        if metrics(role).horizontalAdvance(line) > room and "\u200b" in line:
            head, _, tail = line.rpartition("\u200b")
            line, left = head, [tail, *left]
        lines.append(line)
    if left:
        lines.append(" ".join(left))
    return [line.replace("\u200b", "") for line in lines]
