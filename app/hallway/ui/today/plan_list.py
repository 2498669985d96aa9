"""Who comes when, as Qt reads and paints it: a heading for each week, and a row for each check-in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.dates import say_day, say_distance
from hallway.domain.plan import Placed
from hallway.ui.theme.look import look
from hallway.ui.theme.type import line_height
from hallway.ui.widgets import paint

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
WIDEST, LEFT, ROW, FACE, DAY_ROOM = 704, 28, 44, 28, 150
_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A heading (no person), or one planned check-in; `first` and `last` of its week close the card around it."""

    words: str
    person_id: int = 0
    day: str = ""
    distance: str = ""
    first: bool = False
    last: bool = False


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
        painter.restore()


class PlanList(QListView):
    """The weeks; Enter or a click opens the person."""

    opened = Signal(int)

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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self.plan.entries[index.row()].person_id:
            self.opened.emit(self.plan.entries[index.row()].person_id)


def entries_of(check_ins: Iterable[Placed], names: dict[int, str], today: date, say: WeekWords) -> list[PlanEntry]:
    """Check-ins in order of day as headed weeks."""
    found: list[PlanEntry] = []
    for monday, week in groupby(check_ins, key=lambda one: one.on - timedelta(days=one.on.weekday())):
        rows = list(week)
        found.append(PlanEntry(say.heading(monday, today)))
        for at, one in enumerate(rows):
            distance = say_distance(one.on, today)
            words = say.fixed.format(distance=distance) if one.fixed else distance
            edges = at == 0, at == len(rows) - 1
            found.append(PlanEntry(names[one.person_id], one.person_id, say_day(one.on, today), words, *edges))
    return found


@dataclass(frozen=True, slots=True)
class WeekWords:
    """The words around names and days, in the person's language."""

    this_week: str
    week_of: str
    fixed: str

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
