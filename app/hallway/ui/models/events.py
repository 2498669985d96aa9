"""The list of events as Qt reads it: coming ones, then past ones, under headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from hallway.domain.events import Event

ROW = Qt.ItemDataRole.UserRole
"""The role that gives the delegate an `EventRow`."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EventRow:
    """A heading (no event) or an event."""

    heading: str = ""
    event: Event | None = None


class EventModel(QAbstractListModel):
    """Coming events with the next one first, past ones with the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[EventRow] = []

    def show_events(self, coming: Sequence[Event], past: Sequence[Event], today: date, words: str = "") -> None:
        """Show these, or those of them with the words in title, place or notes; past ones of other years by year."""
        self.beginResetModel()
        self._rows = []
        groups = [(_t("Coming"), coming), *_by_year(past, today)]
        for heading, events in groups:
            found = [event for event in events if _fits(event, words)]
            if found:
                self._rows += [EventRow(heading), *(EventRow(event=event) for event in found)]
        self.endResetModel()

    def event_at(self, row: int) -> Event | None:
        """The event at a place, None for a heading or outside."""
        return self._rows[row].event if 0 <= row < len(self._rows) else None

    def row_of(self, event_id: int) -> int:
        """Where an event stands, -1 when it is not listed."""
        found = (at for at, row in enumerate(self._rows) if row.event is not None and row.event.id == event_id)
        return next(found, -1)

    def nearest(self, row: int) -> int:
        """The event at a place or next to it, -1 without any."""
        if not self._rows:
            return -1
        row = min(max(row, 0), len(self._rows) - 1)
        # A heading is always followed by an event.
        return row if self._rows[row].event else row + 1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.event.title if row.event else row.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].event is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _by_year(past: Sequence[Event], today: date) -> list[tuple[str, list[Event]]]:
    years = groupby(past, key=lambda event: event.start_on.year)
    return [(_t("Past") if year >= today.year else str(year), list(events)) for year, events in years]


def _fits(event: Event, words: str) -> bool:
    text = f"{event.title} {event.venue} {event.notes} {event.organiser}".casefold()
    return all(word in text for word in words.casefold().split())


def _spoken(row: EventRow) -> str:
    if row.event is None:
        return row.heading
    when = f"{row.event.start_on.day} {row.event.start_on:%B %Y}"
    met = QCoreApplication.translate("events", "%n met", "", row.event.met) if row.event.met else ""
    return ", ".join(part for part in (row.event.title, when, row.event.venue, met) if part)


def _t(text: str) -> str:
    return QCoreApplication.translate("events", text)
