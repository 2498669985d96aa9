"""The map as a list: the same people, circles and ties, for those who read or listen rather than look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.circles import circle_of
from hallway.ui.theme.look import look
from hallway.ui.widgets import paint
from hallway.usecases.network import EVENT, INTRODUCTION, WORKED, Dot, Made

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
MOST_NAMED = 4
_State = QStyle.StateFlag


class Row(NamedTuple):
    """A person with what ties them, or a heading without a person."""

    heading: str = ""
    dot: Dot | None = None
    facts: str = ""
    on_way: str = ""


class TwinModel(QAbstractListModel):
    """Circle by circle; the way that is marked comes first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_made(self, made: Made) -> None:
        """Show another map."""
        self.beginResetModel()
        self.rows = list(self._rows_of(made))
        self.endResetModel()

    def row_of(self, id_: int) -> int:
        """Where somebody stands, -1 for nowhere."""
        return next((at for at, row in enumerate(self.rows) if row.dot is not None and row.dot.id == id_), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_person = index.isValid() and self.rows[index.row()].dot is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_person else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        name = row.dot.name if row.dot else row.heading
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = row.dot.line if row.dot else ""
            return ". ".join(part for part in (name, line, row.on_way, row.facts) if part)
        return row if role == ROW else None

    def _rows_of(self, made: Made) -> Iterator[Row]:
        facts = self._facts(made)
        dots = {dot.id: dot for dot in made.seen.dots}
        if made.route and made.goal is not None:
            yield Row(self.tr("The way to {name}").format(name=made.goal.name))
            for number, id_ in enumerate(made.route, 1):
                on_way = self.tr("Step {number} on the way").format(number=number)
                yield Row("", dots[id_], facts.get(id_, ""), on_way)
        circle = circle_of(made.seen.circles)
        for at, one in enumerate(made.seen.circles):
            yield from self._section(one.name[:1].upper() + one.name[1:], made, [
                dots[id_] for id_ in one.people if id_ in dots and circle[id_] == at
            ], facts)  # fmt: skip
        rest = [dot for dot in made.seen.dots if dot.id not in circle]
        yield from self._section(self.tr("Further people") if circle else self.tr("People"), made, rest, facts)

    def _section(self, heading: str, made: Made, dots: list[Dot], facts: dict[int, str]) -> Iterator[Row]:
        left = [dot for dot in dots if dot.id not in made.route]
        if left:
            yield Row(heading)
            for dot in sorted(left, key=lambda dot: (not dot.is_close, dot.name)):
                yield Row("", dot, facts.get(dot.id, ""))

    def _facts(self, made: Made) -> dict[int, str]:
        """Whom each is tied to, by kind of line."""
        names = {dot.id: dot.name for dot in made.seen.dots}
        near: dict[int, dict[str, list[str]]] = {}
        for line in made.seen.lines:
            if line.kind in made.seen.wanted.kinds:
                for one, other in (line[:2], line[1::-1]):
                    near.setdefault(one, {}).setdefault(line.kind, []).append(names[other])
        words = {
            INTRODUCTION: self.tr("Knows {names}"), WORKED: self.tr("Worked or wrote with {names}"),
            EVENT: self.tr("At one event with {names}"),
        }  # fmt: skip
        return {
            id_: ". ".join(words[kind].format(names=self._several(found)) for kind, found in kinds.items())
            for id_, kinds in near.items()
        }

    def _several(self, names: list[str]) -> str:
        shown = ", ".join(names[:MOST_NAMED])
        more = len(names) - MOST_NAMED
        return f"{shown} {self.tr('and %n more', '', more)}" if more > 0 else shown


class TwinDelegate(QStyledItemDelegate):
    """A face, the name with what they do, and below it whom they are tied to."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        return QSize(look.scaled(240), look.scaled(34) if row.dot is None else look.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        box = QRectF(option.rect)
        if row.dot is None:
            paint.text_elided(painter, box.adjusted(10, 10, -10, 0), row.heading, "section", "text2")
        else:
            selected = bool(option.state & _State.State_Selected)
            keyed = option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange
            paint.row_ground(painter, box, selected, bool(option.state & _State.State_MouseOver), bool(keyed))
            self._draw(painter, box.adjusted(12, 0, -12, 0), row, selected)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRectF, row: Row, selected: bool) -> None:
        assert row.dot is not None
        side = look.scaled(36 if look.density == "comfortable" else 28)
        paint.paint_avatar(painter, QRectF(box.left(), box.center().y() - side / 2, side, side), row.dot.name)
        high = look.scaled(18)
        room = box.adjusted(side + 12, 0, 0, 0)
        below = ". ".join(part for part in (row.on_way, row.facts) if part)
        upper = QRectF(room.left(), room.center().y() - (high if below else high / 2) - 1, room.width(), high + 2)
        named = paint.text_elided(painter, upper, row.dot.name, "strong" if selected or row.on_way else "name")
        paint.text_elided(painter, upper.adjusted(named + 10, 0, 0, 0), row.dot.line, "small", "text3")
        if below:
            paint.text_elided(painter, upper.translated(0, high + 2), below, "small", "text2")


class TwinView(QListView):
    """The list with its keys: Enter opens, L goes back to the map, the Menu key tells what can be done."""

    opened = Signal(int)
    map_wanted = Signal()
    left = Signal()
    menu_wanted = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("People on the map"))
        self.twin = TwinModel(self)
        self.setModel(self.twin)
        self.setItemDelegate(TwinDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(self._open)

    def current_id(self) -> int:
        """Whom the keyboard is on, 0 for nobody."""
        row = self.currentIndex().row()
        dot = self.twin.rows[row].dot if 0 <= row < len(self.twin.rows) else None
        return dot.id if dot else 0

    def show_made(self, made: Made) -> None:
        """Show another map; the same person stays chosen."""
        here = self.current_id()
        self.twin.show_made(made)
        self.go_to(here)

    def go_to(self, id_: int) -> None:
        """Put the keyboard on somebody, or on the first."""
        row = self.twin.row_of(id_)
        if row < 0:
            row = next((at for at, one in enumerate(self.twin.rows) if one.dot is not None), -1)
        if row >= 0:
            self.setCurrentIndex(self.twin.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_L and not event.modifiers():
            self.map_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Menu and self.current_id():
            box = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.current_id(), self.viewport().mapToGlobal(box.center()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        dot = self.twin.rows[index.row()].dot if index.isValid() else None
        if dot is not None:
            self.menu_wanted.emit(dot.id, event.globalPos())

    def _open(self) -> None:
        if self.current_id():
            self.opened.emit(self.current_id())
