"""Paints a timeline: headings, dots joined by a line, a sentence, and the whole text below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.interactions import Interaction
from hallway.ui.models.moments import ENTRY, Entry
from hallway.ui.parts.kinds import LOOKS
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.paint import Part
from hallway.ui.theme.type import TextRole, font, line_height
from hallway.ui.widgets import paint

DOT, TIME, GAP, FACE = 28, 62, 12, 30
_State = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex


class MomentDelegate(QStyledItemDelegate):
    """Draws `Entry` rows. `timed` has the time at the left (a timeline); else the date is at the right (a person)."""

    def __init__(self, view: QListView, say: Callable[[Interaction], list[Part]], timed: bool) -> None:
        super().__init__(view)
        self._view, self._say, self._timed = view, say, timed

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(ENTRY)
        width = self._view.viewport().width()
        if entry is None or entry.moment is None:
            return QSize(width, line_height("section") + look.scaled(20 if index.row() else 8))
        text = self._text_height(entry.moment, self._room(QRectF(0, 0, width, 0), entry.moment).width())
        return QSize(width, round(line_height("body") + text + look.scaled(14)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY)
        if entry is None:
            return
        painter.save()
        box = QRectF(option.rect)
        if entry.moment is None:
            self._draw_heading(painter, box, entry)
        else:
            selected = bool(option.state & _State.State_Selected) and self._view.hasFocus()
            paint.row_ground(painter, box, selected, bool(option.state & _State.State_MouseOver))
            self._draw_moment(painter, box, entry, entry.moment)
        painter.restore()

    def _draw_heading(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        left = 10.0 if self._timed else 0.0
        line = QRectF(left, box.bottom() - line_height("section") - 4, box.width() - left, line_height("section"))
        role: TextRole = "strong" if self._timed else "section"
        parts = [Part(entry.heading, role), Part(f"  {entry.detail}" if entry.detail else "", "body", "text2")]
        paint.text_parts(painter, line, parts)

    def _draw_moment(self, painter: QPainter, box: QRectF, entry: Entry, moment: Interaction) -> None:
        kind = LOOKS[moment.kind]
        dot = self._dot(box)
        if entry.joined:
            paint.upright_line(painter, dot.center().x(), dot.bottom() + 3, box.bottom() + 5, "line")
        paint.kind_dot(painter, dot, kind.icon, kind.hue)
        room = self._room(box, moment)
        top = QRectF(room.left(), box.top() + look.scaled(6), room.width(), line_height("body"))
        paint.text_parts(painter, top, self._say(moment))
        self._draw_when(painter, box, top, moment)
        self._draw_text(painter, QPointF(room.left(), top.bottom()), room.width(), moment)
        self._draw_right(painter, box, top, moment)

    def _draw_when(self, painter: QPainter, box: QRectF, top: QRectF, moment: Interaction) -> None:
        if self._timed:
            at = QRectF(box.left(), top.top(), look.scaled(TIME) - 8, top.height())
            paint.text_elided(painter, at, moment.at_time.lstrip("0") or "", "small", "text2", paint.RIGHT)
        else:
            at = QRectF(box.right() - look.scaled(52), top.top(), look.scaled(50), top.height())
            paint.text_elided(painter, at, f"{moment.on.day} {moment.on:%b}", "small", "text2", paint.RIGHT)

    def _draw_text(self, painter: QPainter, at: QPointF, width: float, moment: Interaction) -> None:
        painter.setPen(tokens().text2)
        for layout in self._layouts(moment, width):
            layout.draw(painter, at)
            at += QPointF(0, _height(layout))

    def _draw_right(self, painter: QPainter, box: QRectF, top: QRectF, moment: Interaction) -> None:
        if not self._timed:
            return
        right = box.right() - 12
        if moment.open_promises:
            words = self.tr("%n to follow up", "", moment.open_promises)
            width = paint.chip_width(words, "reply")
            paint.chip(painter, QRectF(right - width, top.top() - 1, width, 22), words, "reply")
        elif len(moment.people) > 1:
            for one in reversed(moment.people[:3]):
                paint.paint_avatar(painter, QRectF(right - FACE, top.top() - 2, FACE, FACE), one.name)
                right -= FACE + 2

    def _text_height(self, moment: Interaction, width: float) -> float:
        return sum(_height(layout) for layout in self._layouts(moment, width))

    def _layouts(self, moment: Interaction, width: float) -> list[QTextLayout]:
        """The text, wrapped; one layout for each of its lines as written."""
        written = [moment.summary, *(f"{one.name}: {one.note}" for one in moment.people if one.note)]
        lines = [line for text in written for line in text.splitlines() if line.strip()]
        return [_wrapped(line, width) for line in lines]

    def _dot(self, box: QRectF) -> QRectF:
        side = look.scaled(DOT)
        left = box.left() + (look.scaled(TIME) if self._timed else 0)
        return QRectF(left, box.top() + look.scaled(3), side, side)

    def _room(self, box: QRectF, moment: Interaction) -> QRectF:
        """Where the words are."""
        left = self._dot(box).right() + GAP
        taken = look.scaled(150) if moment.open_promises else min(3, len(moment.people)) * (FACE + 2) + 16
        right = box.right() - (taken if self._timed else look.scaled(60))
        return QRectF(left, box.top(), max(80.0, right - left), box.height())


def _height(layout: QTextLayout) -> float:
    return layout.lineCount() * line_height("body")


def _wrapped(text: str, width: float) -> QTextLayout:
    layout = QTextLayout(text, font("body"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (line_height("body") - line.height()) / 2))
        top += line_height("body")
    layout.endLayout()
    return layout
