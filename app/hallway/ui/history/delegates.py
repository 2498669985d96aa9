"""Paints a step of the history, and something that was let go."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.changes import PERSON
from hallway.ui.history.let_go_model import ONE
from hallway.ui.history.steps_model import ROW, StepRow
from hallway.ui.history.words import ICONS, label_of, time_of, waits_words, where_of
from hallway.ui.theme.look import look
from hallway.ui.theme.type import TextRole, width
from hallway.ui.widgets import paint
from hallway.usecases.trash import LetGo

TIME, FACE, CHIP = 46, 30, 22
_State = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex


class StepDelegate(QStyledItemDelegate):
    """Time, what was done, and where it came from; steps taken back are grey and say so."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        return QSize(look.scaled(240), look.scaled(34 if row is None or not row.heading else 38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if row is None:
            return
        painter.save()
        box = QRectF(option.rect)
        if row.heading:
            paint.text_elided(painter, box.adjusted(10, look.scaled(12), -10, 0), row.heading, "section", "text2")
        else:
            selected = _ground(painter, option)
            self._draw(painter, box.adjusted(10, 0, -14, 0), row, "strong" if selected else "body")
        painter.restore()

    def _draw(self, painter: QPainter, box: QRectF, row: StepRow, role: TextRole) -> None:
        undone = row.step is not None and row.step.undone
        time = QRectF(box.left(), box.top(), look.scaled(TIME), box.height())
        paint.text_elided(painter, time, time_of(row.step) if row.step else "", "small", "text3")
        right = box.right()
        if row.step and (where := where_of(row.step)):
            room = QRectF(time.right(), box.top(), right - time.right(), box.height())
            right -= paint.text_elided(painter, room, where, "caption", "text3", paint.RIGHT) + 14
        if chip := self.tr("You are here") if row.here else self.tr("Taken back") if undone else "":
            icon, hue = ("check", "green") if row.here else ("undo-2", "")
            wide, high = paint.chip_width(chip, icon), look.scaled(CHIP)
            paint.chip(painter, QRectF(right - wide, box.center().y() - high / 2, wide, high), chip, icon, hue)
            right -= wide + 14
        words = label_of(row.step) if row.step else self.tr("Before the first of these steps")
        room = QRectF(time.right(), box.top(), right - time.right(), box.height())
        paint.text_elided(painter, room, words, role, "text3" if undone else "text" if row.step else "text2")


class LetGoDelegate(QStyledItemDelegate):
    """A face or an icon, the name, and how long it still waits."""

    def __init__(self, parent: QObject, kinds: dict[str, str]) -> None:
        super().__init__(parent)
        self._kinds = kinds

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.scaled(240), look.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: LetGo | None = index.data(ONE)
        if one is None:
            return
        painter.save()
        selected = _ground(painter, option)
        box = QRectF(option.rect).adjusted(10, 0, -14, 0)
        side = look.scaled(FACE)
        face = QRectF(box.left(), box.center().y() - side / 2, side, side)
        if one.kind == PERSON:
            paint.paint_avatar(painter, face, one.name)
        else:
            paint.kind_dot(painter, face, ICONS[one.kind], "violet" if one.kind == "event" else "slate")
        waits = waits_words(one, index.model().today())  # type: ignore[attr-defined]
        paint.text_elided(painter, box, waits, "small", "text2", paint.RIGHT)
        left = face.right() + 12
        room = QRectF(left, box.top(), box.right() - left - width("small", waits) - 14, box.height())
        role: TextRole = "strong" if selected else "name"
        kind = paint.Part(f"   {self._kinds[one.kind]}", "small", "text3")
        paint.text_parts(painter, room, [paint.Part(one.name, role), kind])
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> bool:
    """Paint what lies under a row; tells whether it is the chosen one."""
    selected = bool(option.state & _State.State_Selected)
    keyed = bool(option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange)
    paint.row_ground(painter, QRectF(option.rect), selected, bool(option.state & _State.State_MouseOver), keyed)
    return selected
