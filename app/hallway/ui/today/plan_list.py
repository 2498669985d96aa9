"""Who comes when, as Qt reads and paints it: a heading for each week, and a row for each check-in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

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
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.dates import say_day, say_distance
from hallway.domain.plan import Placed
from hallway.ui.theme.look import look
from hallway.ui.theme.type import line_height
from hallway.ui.today.plan_keys import OPEN, entry_menu, verb_of
from hallway.ui.widgets import paint

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
WIDEST, LEFT, ROW, FACE, DAY_ROOM = 704, 28, 44, 28, 150
_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A heading (no person), or one planned check-in; `first` and `last` of its week close the card around it.

    `on` is its day; `fixed` was set by hand, `later` comes after the person's next one. A heading's `distance` is the
    week's load.
    """

    words: str
    person_id: int = 0
    day: str = ""
    distance: str = ""
    first: bool = False
    last: bool = False
    on: date | None = None
    fixed: bool = False
    later: bool = False


class PlanModel(QAbstractListModel):
    """Headings cannot be chosen; a row says a whole sentence."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[PlanEntry] = ()

    def show(self, entries: Sequence[PlanEntry]) -> None:
        """Put entries in place of those there."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        chosen = index.isValid() and self.entries[index.row()].person_id
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if chosen else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.words, entry.day, entry.distance) if part)
        return entry if role == ENTRY else None


class PlanDelegate(QStyledItemDelegate):
    """Face, name, day and distance on one card for each week."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: PlanEntry = index.data(ENTRY)
        height = look.scaled(ROW) if entry.person_id else line_height("section") + look.scaled(20)
        return QSize(look.scaled(300), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: PlanEntry = index.data(ENTRY)
        box = QRectF(option.rect).adjusted(LEFT, 0, -LEFT, 0)
        box.setWidth(min(box.width(), look.scaled(WIDEST)))
        painter.save()
        if entry.person_id:
            _draw_ground(painter, box, entry)
            inner = box.adjusted(4, 3, -4, -3)
            chosen = bool(option.state & _State.State_Selected) and self._view.hasFocus()
            paint.row_ground(painter, inner, chosen, bool(option.state & _State.State_MouseOver))
            _draw_row(painter, box, entry, chosen)
        else:
            line = QRectF(box.left(), box.bottom() - line_height("section") - 6, box.width(), line_height("section"))
            paint.text_elided(painter, line, entry.words, "section", "text2")
            paint.text_elided(painter, line.adjusted(0, 0, -14, 0), entry.distance, "small", "text2", paint.RIGHT)
        painter.restore()


class PlanList(QListView):
    """The weeks. Enter or a click opens the person; Ctrl+Right and Ctrl+Left move the check-in to the next day to
    write on or the one before, Ctrl+Down and Ctrl+Up by a week; Z picks a day, R leaves it to the rhythm again; Menu
    offers all of it.

    `wanted` tells the row and a verb of `plan_keys`.
    """

    wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.plan = PlanModel(self)
        self.setModel(self.plan)
        self.setItemDelegate(PlanDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Check-ins by week"))
        self.clicked.connect(self._open)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_plan(self, entries: Sequence[PlanEntry]) -> None:
        """Show these, staying at the row and the height one was at."""
        row, height = self.currentIndex().row(), self.verticalScrollBar().value()
        self.plan.show(entries)
        self.choose(row if row >= 0 else 0)
        self.verticalScrollBar().setValue(height)

    def choose(self, row: int) -> None:
        """Go to the first person at or after a row, else the last one."""
        people = [at for at, entry in enumerate(self.plan.entries) if entry.person_id]
        if people:
            self.setCurrentIndex(self.plan.index(next((at for at in people if at >= row), people[-1]), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry, verb = self.current(), verb_of(event)
        if entry is not None and verb:
            self.wanted.emit(entry, verb)
        else:
            super().keyPressEvent(event)

    def current(self) -> PlanEntry | None:
        """The check-in one is at."""
        index = self.currentIndex()
        return self.plan.entries[index.row()] if index.isValid() else None

    def stay_at(self, entry: PlanEntry, rows_before: int) -> None:
        """Go to where this person's next check-in is now."""
        rows = [at for at, one in enumerate(self.plan.entries) if one.person_id == entry.person_id and not one.later]
        self.choose(rows[0] if rows else rows_before)

    def corner(self) -> QPoint:
        """Where a menu about the check-in one is at belongs, on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def menu(self) -> QMenu | None:
        """What can be done with the check-in one is at."""
        entry = self.current()
        if entry is None:
            return None
        return entry_menu(self, entry.words, entry.fixed, lambda verb: self.wanted.emit(entry, verb))

    def _open_menu(self, at: QPoint) -> None:
        if (menu := self.menu()) is not None:
            menu.popup(self.viewport().mapToGlobal(at))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self.plan.entries[index.row()].person_id:
            self.wanted.emit(self.plan.entries[index.row()], OPEN)


def entries_of(
    check_ins: Iterable[Placed], names: dict[int, str], today: date, per_week: int, say: WeekWords
) -> list[PlanEntry]:
    """Check-ins in order of day as headed weeks."""
    found: list[PlanEntry] = []
    for monday, week in groupby(check_ins, key=lambda one: one.on - timedelta(days=one.on.weekday())):
        rows = list(week)
        load = say.load.format(count=len(rows), budget=per_week)
        found.append(PlanEntry(say.heading(monday, today), distance=load))
        for at, one in enumerate(rows):
            distance = say_distance(one.on, today)
            words = say.fixed.format(distance=distance) if one.fixed else distance
            edges = at == 0, at == len(rows) - 1
            found.append(
                PlanEntry(
                    names[one.person_id], one.person_id, say_day(one.on, today), words, *edges,
                    one.on, one.fixed, one.cycle > 0,
                )
            )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class WeekWords:
    """The words around names and days, in the person's language."""

    this_week: str
    week_of: str
    fixed: str
    load: str

    def heading(self, monday: date, today: date) -> str:
        """ "This week", or "Week of 29 June"."""
        if monday <= today < monday + timedelta(days=7):
            return self.this_week
        return self.week_of.format(day=say_day(monday, today).partition(" ")[2])


def _draw_ground(painter: QPainter, box: QRectF, entry: PlanEntry) -> None:
    """The row's part of the card around its week: the clip hides the corners that its neighbours continue."""
    painter.save()
    painter.setClipRect(box)
    whole = box.adjusted(0, 0 if entry.first else -12, 0, 0 if entry.last else 12)
    paint.rounded_rect(painter, whole, 10, "surface", "line")
    painter.restore()
    if not entry.first:
        paint.hairline(painter, box.left() + 1, box.top(), box.right() - 1)


def _draw_row(painter: QPainter, box: QRectF, entry: PlanEntry, chosen: bool) -> None:
    side = look.scaled(FACE)
    face = QRectF(round(box.left() + 14), round(box.center().y() - side / 2), side, side)
    paint.paint_avatar(painter, face, entry.words)
    room = look.scaled(DAY_ROOM)
    right = QRectF(box.right() - room - 14, box.top(), room, box.height())
    paint.text_elided(painter, right, entry.distance, "small", "text2", paint.RIGHT)
    day = QRectF(right.left() - room, box.top(), room, box.height())
    paint.text_elided(painter, day, entry.day, "body", "text2")
    name = QRectF(face.right() + 12, box.top(), day.left() - face.right() - 20, box.height())
    paint.text_elided(painter, name, entry.words, "strong" if chosen else "name")
