"""The board's twin as a list: every approach under the heading of its lane, and what rests below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from hallway.domain.outreach import AT_REST, lane_of
from hallway.ui.frame.faces import Faces, faces_of
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.board_model import CARD, Card, card_of
from hallway.ui.outreach.pane import Pane
from hallway.ui.parts.outreach_words import lane_words, state_word
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import width
from hallway.ui.widgets import paint
from hallway.usecases import outreach
from hallway.usecases.outreach import Stood

Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
FACE = 32


@dataclass(frozen=True, slots=True)
class Line:
    """A heading (no card) or an approach."""

    heading: str = ""
    card: Card | None = None


class ListModel(QAbstractListModel):
    """Headings and approaches in the order of the board."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show_approaches(self, found: Iterable[Stood], today: date) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines = list(_lines([card_of(one, state, today) for one, state in found]))
        self.endResetModel()

    def card_at(self, row: int) -> Card | None:
        """The approach at a place, None for a heading or outside."""
        return self._lines[row].card if 0 <= row < len(self._lines) else None

    def row_of(self, outreach_id: int) -> int:
        """Where an approach stands, -1 when it is not there."""
        found = (at for at, line in enumerate(self._lines) if line.card and line.card.one.id == outreach_id)
        return next(found, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == CARD:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.card.one.person if line.card else line.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        selectable = Qt.ItemFlag.ItemIsSelectable if self._lines[index.row()].card else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | selectable


class LineView(QListView):
    """`came_to` and `opened` tell an approach, `menu_wanted` it and where."""

    came_to = Signal(int)
    opened = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, faces: Faces) -> None:
        super().__init__()
        self.lines = ListModel(self)
        self._showing = False
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self, faces))
        self.setAccessibleName(self.tr("Everybody you reach out to"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(self._open)

    def show_approaches(self, found: Iterable[Stood], today: date, chosen: int) -> None:
        """Show these, with one of them chosen."""
        self._showing = True
        self.lines.show_approaches(found, today)
        self.setCurrentIndex(self.lines.index(self.lines.row_of(chosen)))
        self._showing = False

    def choose(self, outreach_id: int) -> None:
        """Mark one, without telling."""
        self._showing = True
        row = self.lines.row_of(outreach_id)
        self.setCurrentIndex(self.lines.index(row) if row >= 0 else QModelIndex())
        self._showing = False

    def focus_card(self, outreach_id: int = 0) -> None:
        """Put the keyboard on the marked one, else on the first."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if outreach_id:
            self.choose(outreach_id)
        if not self.currentIndex().isValid() and self.lines.rowCount() > 1:
            self.setCurrentIndex(self.lines.index(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self._card(self.currentIndex())
        if event.key() == Qt.Key.Key_Menu and card:
            self.menu_wanted.emit(card, self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = self._card(self.indexAt(event.pos()))
        if card:
            self.setCurrentIndex(self.indexAt(event.pos()))
            self.menu_wanted.emit(card, event.globalPos())

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Headings are no stops."""
        found: Any = super().moveCursor(action, modifiers)
        up = action in (QListView.CursorAction.MoveUp, QListView.CursorAction.MovePageUp)
        row, step = found.row(), -1 if up else 1
        while 0 <= row < self.lines.rowCount() and self.lines.card_at(row) is None:
            row += step
        if 0 <= row < self.lines.rowCount():
            return self.lines.index(row)
        self.scrollToTop()
        return self.currentIndex()

    def _open(self, index: QModelIndex) -> None:
        if card := self._card(index):
            self.opened.emit(card)

    def _tell(self, index: QModelIndex) -> None:
        card = self._card(index)
        if card and not self._showing:
            self.came_to.emit(card)

    def _card(self, index: QModelIndex) -> int:
        card = self.lines.card_at(index.row()) if index.isValid() else None
        return card.one.id if card else 0


class ListPane(Pane):
    """The list as a view of the room."""

    has_panel = True

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.view = LineView(faces_of(frame.bridge))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self.view)
        self.view.came_to.connect(self.came_to)
        self.view.opened.connect(self.opened)
        self.view.menu_wanted.connect(self.menu_wanted)

    def show_now(self, chosen: int = 0) -> None:
        bridge = self.frame.bridge
        self.view.show_approaches(bridge.ask(outreach.everything), bridge.desk.clock.today(), chosen)

    def choose(self, outreach_id: int) -> None:
        self.view.choose(outreach_id)

    def focus_first(self) -> None:
        self.view.focus_card()


class LineDelegate(QStyledItemDelegate):
    """Draws headings and approaches: face, name and where, what about, how it stands."""

    def __init__(self, view: LineView, faces: Faces) -> None:
        super().__init__(view)
        self._faces = faces
        faces.arrived.connect(view.viewport().update)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(CARD)
        heading = line is None or line.card is None
        return QSize(look.scaled(240), look.scaled(32) if heading else look.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(CARD)
        if line is None:
            return
        painter.save()
        box = QRectF(option.rect)
        if line.card is None:
            paint.text_elided(painter, box.adjusted(10, 10, -10, 0), line.heading, "section", "text2")
        else:
            selected = bool(option.state & _State.State_Selected)
            keyed = option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange
            paint.row_ground(painter, box, selected, bool(option.state & _State.State_MouseOver), bool(keyed))
            self._draw(painter, box.adjusted(10, 0, -12, 0), line.card, selected)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRectF, card: Card, selected: bool) -> None:
        side, middle, height = look.scaled(FACE), box.center().y(), look.scaled(18)
        face = QRectF(box.left(), round(middle - side / 2), side, side)
        photo = self._faces.of(card.one.person_id, side, painter.device().devicePixelRatio())
        paint.paint_avatar(painter, face, card.one.person, photo=photo)
        mark = card.mark or state_word(card.state)
        taken = min(width("small", mark) + look.scaled(26), box.width() * 0.4)
        left = face.right() + 12
        upper = QRectF(left, middle - height - 1, box.right() - left - taken, height + 2)
        lower = QRectF(left, middle + 1, box.right() - left, height)
        paint.text_elided(painter, upper, card.one.person, "strong" if selected else "name")
        said = ", ".join(part for part in (card.one.line, card.one.reason.strip().partition("\n")[0]) if part)
        paint.text_elided(painter, lower, said, "small", "text2")
        right = QRectF(box.right() - taken, upper.top(), taken, upper.height())
        used = paint.text_elided(painter, right, mark, "small", "text2", paint.RIGHT)
        if card.icon:
            icon = look.scaled(14)
            where = QRectF(right.right() - used - 6 - icon, right.center().y() - icon / 2, icon, icon)
            paint.icon(painter, where, card.icon, tokens().text2)


def _lines(cards: list[Card]) -> Iterator[Line]:
    for lane, (words, _) in enumerate(lane_words()):
        yield from _group(words, [card for card in cards if lane_of(card.state) == lane])
    for state in AT_REST:
        yield from _group(state_word(state), [card for card in cards if card.state is state])


def _group(heading: str, cards: list[Card]) -> Iterator[Line]:
    if cards:
        yield Line(heading)
        yield from (Line(card=card) for card in cards)


def _spoken(line: Line) -> str:
    if line.card is None:
        return line.heading
    one = line.card.one
    parts = (one.person, state_word(line.card.state), line.card.mark, one.line, one.reason)
    return ", ".join(dict.fromkeys(part for part in parts if part))
