"""The list of people as Qt reads it: ids in order, rows fetched a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hallway.domain.dates import say_distance
from hallway.domain.people import PersonRow
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.faces import faces_of
from hallway.usecases import people
from hallway.usecases.people import PeopleFilter

LINE = Qt.ItemDataRole.UserRole
"""The role that gives the delegate a `PersonLine`."""

PAGE = 100
SOON = timedelta(days=7)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What one row shows. `promised` means the user promised something that stands open."""

    row: PersonRow
    today: date
    promised: bool = False
    marked: bool = False

    @property
    def check_in_soon(self) -> bool:
        """Whether the rhythm asks for a word within a week."""
        return self.row.wish_on is not None and self.row.wish_on <= self.today + SOON


class PeopleModel(QAbstractListModel):
    """People in the order of a filter. Marks (several people chosen) belong to ids, so they survive sorting."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._chosen = PeopleFilter()
        self._ids: tuple[int, ...] = ()
        self._places: dict[int, int] = {}
        self._lines: dict[int, PersonLine] = {}
        self._marked: set[int] = set()

    def bridge(self) -> Bridge:
        """Return where the people come from."""
        return self._bridge

    def chosen(self) -> PeopleFilter:
        """Return the filter in force."""
        return self._chosen

    def show_people(self, chosen: PeopleFilter) -> None:
        """Ask for the people of a filter; who is no longer listed loses the mark."""
        self._chosen = chosen
        ids = self._bridge.ask(people.listed, chosen)
        if ids == self._ids:
            self._forget_rows()
            return
        self.beginResetModel()
        self._ids = ids
        self._places = {}
        self._lines.clear()
        if self._marked:
            self._marked.intersection_update(ids)
        self.endResetModel()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        self.show_people(self._chosen)

    def ids(self) -> Sequence[int]:
        """Return everybody listed, in order."""
        return self._ids

    def id_at(self, place: int) -> int:
        """Return who stands at a place, 0 outside the list."""
        return self._ids[place] if 0 <= place < len(self._ids) else 0

    def place_of(self, person_id: int) -> int:
        """Return where somebody stands, -1 when not listed."""
        if not self._places:
            self._places = {id_: place for place, id_ in enumerate(self._ids)}
        return self._places.get(person_id, -1)

    def marked(self) -> tuple[int, ...]:
        """Return the people marked, in the order of the list."""
        return tuple(sorted(self._marked, key=self.place_of))

    def has_marks(self) -> bool:
        """Tell whether anybody is marked."""
        return bool(self._marked)

    def mark(self, person_ids: Sequence[int], on: bool) -> None:
        """Mark people, or take their marks off."""
        if on:
            self._marked.update(person_ids)
        else:
            self._marked.difference_update(person_ids)
        self._forget_rows()

    def is_marked(self, person_id: int) -> bool:
        """Tell whether somebody is marked."""
        return person_id in self._marked

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (LINE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self._line(index.row())
        if line is None or role == LINE:
            return line
        return self._sentence(line) if role == Qt.ItemDataRole.AccessibleTextRole else line.row.name

    def _line(self, place: int) -> PersonLine | None:
        id_ = self.id_at(place)
        if id_ not in self._lines:
            self._fetch(place)
        return self._lines.get(id_)

    def _fetch(self, place: int) -> None:
        start = place - place % PAGE
        wanted = self._ids[start : start + PAGE]
        rows = self._bridge.ask(people.rows, wanted)
        promised = self._bridge.ask(people.promised_to, wanted)
        today = self._bridge.desk.clock.today()
        faces_of(self._bridge).expect(wanted)
        for id_, row in rows.items():
            self._lines[id_] = PersonLine(row, today, id_ in promised, id_ in self._marked)

    def _forget_rows(self) -> None:
        self._lines.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def _sentence(self, line: PersonLine) -> str:
        row = line.row
        parts = [row.name, row.line]
        if row.last_on is not None:
            parts.append(self.tr("last in touch {ago}").format(ago=say_distance(row.last_on, line.today)))
        if line.promised:
            parts.append(self.tr("a promise of yours is open"))
        if line.check_in_soon:
            parts.append(self.tr("a check-in is wished for"))
        if line.marked:
            parts.append(self.tr("marked"))
        return ", ".join(part for part in parts if part)
