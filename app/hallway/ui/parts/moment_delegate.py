"""Paints a timeline: headings, dots joined by a line, a sentence, and the whole text below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.interactions import Interaction
from hallway.ui.frame.faces import Faces
from hallway.ui.models.moments import ENTRY, Entry
from hallway.ui.parts.kinds import LOOKS
from hallway.ui.parts.moment_layout import Told, height_of, told
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.paint import Part
from hallway.ui.theme.type import TextRole, line_height
from hallway.ui.widgets import paint

DOT, TIME, DATE, GAP, FACE, CHIP = 28, 62, 60, 12, 30, 22
MOST_FACES = 3
LAYOUTS_KEPT = 500
_State = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex


class MomentDelegate(QStyledItemDelegate):
    """Draws `Entry` rows. `timed` has the time at the left (a timeline); else the date is at the right (a person)."""

    def __init__(self, view: QListView, say: Callable[[Interaction], list[Part]], timed: bool, faces: Faces) -> None:
        super().__init__(view)
        self._photos = faces
        faces.arrived.connect(view.viewport().update)
        self._view, self._say, self._timed = view, say, timed
        self._told: dict[tuple[Interaction, int], Told] = {}
        self._heights: dict[int, tuple[Interaction, int]] = {}
        self._heights_at = 0
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Lay everything out anew: the letters, the colours or the person it is told to have changed."""
        self._told.clear()
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(ENTRY)
        width = self._view.viewport().width()
        if entry is None or entry.moment is None:
            return QSize(width, line_height("section") + look.scaled(20 if index.row() else 8))
        return QSize(width, self._height(entry.moment, width))

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
        painter.setPen(tokens().text)
        laid_out = self._laid_out(moment, room)
        laid_out.sentence.draw(painter, top.topLeft())
        if laid_out.text is not None:
            laid_out.text.draw(painter, top.topLeft() + QPointF(0, height_of(laid_out.sentence)))
        self._draw_when(painter, box, top, moment)
        self._draw_right(painter, box, top, moment)

    def _draw_when(self, painter: QPainter, box: QRectF, top: QRectF, moment: Interaction) -> None:
        if self._timed:
            at = QRectF(box.left(), top.top(), look.scaled(TIME) - 8, top.height())
            hour = moment.at_time.removeprefix("0")
            paint.text_elided(painter, at, hour, "small", "text2", paint.RIGHT)
        else:
            at = QRectF(box.right() - look.scaled(52), top.top(), look.scaled(50), top.height())
            paint.text_elided(painter, at, f"{moment.on.day} {moment.on:%b}", "small", "text2", paint.RIGHT)

    def _draw_right(self, painter: QPainter, box: QRectF, top: QRectF, moment: Interaction) -> None:
        if not self._timed:
            return
        right = box.right() - 12
        if words := self._open_words(moment):
            chip, height = paint.chip_width(words, "reply"), look.scaled(CHIP)
            paint.chip(painter, QRectF(right - chip, top.center().y() - height / 2, chip, height), words, "reply")
        elif len(moment.people) > 1:
            side = look.scaled(FACE)
            for one in reversed(moment.people[:MOST_FACES]):
                photo = self._photos.of(one.person_id, side, painter.device().devicePixelRatio())
                paint.paint_avatar(painter, QRectF(right - side, top.top() - 2, side, side), one.name, photo=photo)
                right -= side + 2

    def _open_words(self, moment: Interaction) -> str:
        return self.tr("%n to follow up", "", moment.open_promises) if moment.open_promises else ""

    def _height(self, moment: Interaction, width: int) -> int:
        """The view asks for all heights again with every page that comes; so they are kept longer than layouts."""
        if width != self._heights_at:
            self._heights.clear()
            self._heights_at = width
        kept = self._heights.get(moment.id)
        if kept is not None and kept[0] == moment:
            return kept[1]
        laid_out = self._laid_out(moment, self._room(QRectF(0, 0, width, 0), moment))
        height = round(laid_out.height + look.scaled(14))
        self._heights[moment.id] = (moment, height)
        return height

    def _laid_out(self, moment: Interaction, room: QRectF) -> Told:
        key = (moment, round(room.width()))
        found = self._told.get(key)
        if found is None:
            if len(self._told) >= LAYOUTS_KEPT:
                self._told.clear()
            found = self._told[key] = told(moment, self._say(moment), room.width())
        return found

    def _dot(self, box: QRectF) -> QRectF:
        side = look.scaled(DOT)
        left = box.left() + (look.scaled(TIME) if self._timed else 0)
        return QRectF(left, box.top() + look.scaled(3), side, side)

    def _room(self, box: QRectF, moment: Interaction) -> QRectF:
        """Where the words are."""
        left = self._dot(box).right() + GAP
        right = box.right() - (self._taken(moment) if self._timed else look.scaled(DATE))
        return QRectF(left, box.top(), max(80.0, right - left), box.height())

    def _taken(self, moment: Interaction) -> float:
        """What the chip or the faces at the right need."""
        if words := self._open_words(moment):
            return paint.chip_width(words, "reply") + 24
        faces = min(MOST_FACES, len(moment.people)) if len(moment.people) > 1 else 0
        return faces * (look.scaled(FACE) + 2) + 16
