"""A timeline as Qt reads it: headings for days or months, and what happened, fetched a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from hallway.domain.dates import say_day
from hallway.domain.events import Event
from hallway.domain.interactions import Interaction
from hallway.ui.frame.bridge import Bridge
from hallway.usecases import events, interactions
from hallway.usecases.interactions import TimelineFilter

ENTRY = Qt.ItemDataRole.UserRole
"""The role that gives the delegate an `Entry`."""

PAGE = 60
Index = QModelIndex | QPersistentModelIndex


class Grouping(Enum):
    """What stands over a group of moments."""

    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a heading (no moment), or a moment; `joined` draws the line to the next one of its group."""

    heading: str = ""
    detail: str = ""
    moment: Interaction | None = None
    joined: bool = False


class MomentModel(QAbstractListModel):
    """Headings and moments, newest first; the next page comes when the view asks for it."""

    def __init__(self, bridge: Bridge, grouping: Grouping, say: Callable[[Interaction], str], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._grouping, self._say = bridge, grouping, say
        self.chosen = TimelineFilter()
        self._entries: list[Entry] = []
        self._moments: list[Interaction] = []
        self._at_end = True

    def show_filter(self, chosen: TimelineFilter) -> None:
        """Begin again with the first page of a filter."""
        self.chosen = chosen
        self._fill(PAGE)

    def refresh(self) -> None:
        """Ask again for as much as is shown."""
        self._fill(max(PAGE, len(self._moments)))

    def entry(self, row: int) -> Entry:
        """The row at a place."""
        return self._entries[row]

    def moments(self) -> Sequence[Interaction]:
        """Every moment fetched so far."""
        return self._moments

    def row_of(self, moment_id: int) -> int:
        """Where a moment stands, -1 when it was not fetched."""
        places = (at for at, entry in enumerate(self._entries) if entry.moment and entry.moment.id == moment_id)
        return next(places, -1)

    def nearest(self, row: int) -> int:
        """The moment at a place or next to it, -1 without any."""
        if not self._entries:
            return -1
        row = min(max(row, 0), len(self._entries) - 1)
        # A heading is always followed by a moment.
        return row if self._entries[row].moment else row + 1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._at_end

    def fetchMore(self, parent: Index) -> None:
        more = self._bridge.ask(interactions.timeline, self.chosen, PAGE, len(self._moments))
        self._at_end = len(more) < PAGE
        if not more:
            return
        entries = self._grouped(more, self._moments[-1] if self._moments else None)
        start = len(self._entries)
        if start and entries[0].moment is not None:
            self._join(start - 1)
        self.beginInsertRows(QModelIndex(), start, start + len(entries) - 1)
        self._moments += more
        self._entries += entries
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self._say(entry.moment) if entry.moment else entry.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._entries[index.row()].moment is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _fill(self, count: int) -> None:
        self.beginResetModel()
        found = self._bridge.ask(interactions.timeline, self.chosen, count)
        self._moments = list(found)
        self._at_end = len(found) < count
        self._entries = self._grouped(found, None)
        self.endResetModel()

    def _join(self, row: int) -> None:
        """Draw the line on to a group that goes on in the next page."""
        self._entries[row] = replace(self._entries[row], joined=True)
        self.dataChanged.emit(self.index(row), self.index(row))

    def _grouped(self, moments: Sequence[Interaction], before: Interaction | None) -> list[Entry]:
        entries: list[Entry] = []
        for moment in moments:
            if before is None or self._group(before.on) != self._group(moment.on):
                entries.append(self._heading(moment.on))
            elif entries and entries[-1].moment is not None:
                entries[-1] = replace(entries[-1], joined=True)
            entries.append(Entry(moment=moment))
            before = moment
        return entries

    def _group(self, day: date) -> object:
        if self._grouping is Grouping.DAYS:
            return day
        return (day.year, day.month) if day.year >= self._today().year else day.year

    def _heading(self, day: date) -> Entry:
        if self._grouping is Grouping.MONTHS:
            recent = day.year >= self._today().year
            return Entry(heading=f"{day:%B %Y}" if recent else str(day.year))
        today = self._today()
        said = say_day(day, today)
        name = {0: _t("Today"), 1: _t("Yesterday")}.get((today - day).days, "")
        weekday, _, rest = said.partition(" ")
        detail = said if name else rest
        return Entry(heading=name or weekday, detail=", ".join(part for part in (detail, self._event_day(day)) if part))

    def _event_day(self, day: date) -> str:
        event = self._bridge.ask(events.on, day)
        return _say_event_day(event, day) if event else ""

    def _spoken(self, entry: Entry) -> str:
        if entry.moment is None:
            return " ".join(part for part in (entry.heading, entry.detail) if part)
        moment = entry.moment
        when = say_day(moment.on, self._today())
        time = f", {moment.at_time}" if moment.at_time else ""
        notes = " ".join(f"{one.name}: {one.note}." for one in moment.people if one.note)
        to_do = self.tr("%n to follow up", "", moment.open_promises) + "." if moment.open_promises else ""
        said = (f"{when}{time}. {self._say(moment)}.", moment.summary, notes, to_do)
        return " ".join(part for part in said if part)

    def _today(self) -> date:
        return self._bridge.desk.clock.today()


def _say_event_day(event: Event, day: date) -> str:
    if event.start_on == event.end_on:
        return event.title
    return _t("{event}, day {number}").format(event=event.title, number=(day - event.start_on).days + 1)


def _t(text: str) -> str:
    return QCoreApplication.translate("Moments", text)
