"""Paints a session in a list: when, what, who and where, whether one goes, and what is on now."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.listing import listed
from hallway.domain.programmes import Session
from hallway.ui.models.sessions import ROW, SessionRow
from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import width

_State = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex
TIMES, MARK, MOST_NAMES = 44, 18, 3


class SessionDelegate(QStyledItemDelegate):
    """Draws `SessionRow` rows; a click on the mark at the right goes to `star_wanted` with the session's id."""

    star_wanted = Signal(int)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        if row is None or row.session is None:
            return QSize(look.scaled(240), look.scaled(34))
        return QSize(look.scaled(240), look.scaled((80 if _third_line(row) else 58) - 2 * _tighter()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if row is None:
            return
        painter.save()
        box = QRectF(option.rect)
        if row.session is None:
            paint.text_elided(painter, box.adjusted(14, 10, -14, 0), row.heading, "section", "text2")
        else:
            self._ground(painter, box, row, option)
            self._draw(painter, box, row, row.session)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        row = index.data(ROW)
        if row is None or row.session is None or not isinstance(event, QMouseEvent):
            return False
        left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonRelease and left and event.position().x() > self._mark_left(option):
            self.star_wanted.emit(row.session.id)
            return True
        return False

    def _ground(self, painter: QPainter, box: QRectF, row: SessionRow, option: QStyleOptionViewItem) -> None:
        assert row.session is not None
        is_mine_now = row.is_now and (row.session.starred or row.session.mine or bool(row.to_meet))
        if is_mine_now or row.session.mine:
            paint.fill(painter, box, "accent_soft" if is_mine_now else "violet_soft")
        elif option.state & _State.State_MouseOver:
            paint.fill(painter, box, "hover")
        if is_mine_now or option.state & _State.State_Selected:
            paint.fill(painter, QRectF(box.left(), box.top(), 3, box.height()), "accent")
        if option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange:
            paint.focus_ring(painter, box, 4, -3)
        paint.hairline(painter, box.left(), box.bottom(), box.right())

    def _draw(self, painter: QPainter, box: QRectF, row: SessionRow, one: Session) -> None:
        line, top = look.scaled(20), box.top() + look.scaled(9 - _tighter())
        times = QRectF(box.left() + 14, top, look.scaled(TIMES), line)
        paint.text_elided(painter, times, one.start_time, "body", "text")
        paint.text_elided(painter, times.translated(0, line - 2), one.end_time, "small", "text3")
        left, mark = times.right() + 8, box.right() - look.scaled(MARK) - 14
        words = QRectF(left, top, mark - left - 8, line)
        quiet = one.called_off
        title = self.tr("Your talk: {title}").format(title=one.title) if one.mine else one.title
        paint.text_elided(painter, words, title, "strong", "text3" if quiet else "text")
        paint.text_elided(painter, words.translated(0, line - 2), self._below(one), "small", "text2")
        self._draw_third(painter, words.translated(0, 2 * line), row)
        self._draw_mark(painter, QRectF(mark, top, look.scaled(MARK), look.scaled(MARK)), one)

    def _below(self, one: Session) -> str:
        if one.called_off:
            return self.tr("Called off")
        who = listed(one.speakers, MOST_NAMES) or one.subtitle
        return self.tr("{who}. {room}").format(who=who, room=one.room) if who and one.room else who or one.room

    def _draw_third(self, painter: QPainter, words: QRectF, row: SessionRow) -> None:
        text = _third_line(row)
        if not text:
            return
        left = words.left()
        if row.is_now:
            now = self.tr("Now")
            box = QRectF(left, words.top() + 1, width("key", now) + look.scaled(14), words.height() - 2)
            paint.rounded_rect(painter, box, 4, "accent")
            paint.text_elided(painter, box, now, "key", "on_accent", paint.CENTRE)
            left = box.right() + 8
        said = [self.tr("%n to meet here", "", row.to_meet)] if row.to_meet else []
        said += [self.tr("at the same time as another")] if row.clashes else []
        paint.text_elided(
            painter, QRectF(left, words.top(), words.right() - left, words.height()), ", ".join(said), "small",
            "amber" if row.clashes else "text2",
        )  # fmt: skip

    def _draw_mark(self, painter: QPainter, box: QRectF, one: Session) -> None:
        name = "presentation" if one.mine else "circle-check" if one.starred else "circle"
        colour = "violet" if one.mine else "accent" if one.starred else "control"
        icons.draw(painter, box, name, tokens().colour(colour))

    def _mark_left(self, option: QStyleOptionViewItem) -> float:
        return float(option.rect.right() - look.scaled(MARK) - 28)


def _tighter() -> int:
    """Pixels that compact rows do without, above and below."""
    return 4 if look.density == "compact" else 0


def _third_line(row: SessionRow) -> bool:
    return row.is_now or row.clashes
