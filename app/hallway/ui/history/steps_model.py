"""The history as Qt reads it: headings for days, and steps, fetched a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hallway.ui.frame.bridge import Bridge
from hallway.ui.history.words import day_of, heading_of, label_of, time_of, where_of
from hallway.usecases import history
from hallway.usecases.history import BEGINNING, Step

ROW = Qt.ItemDataRole.UserRole
"""The role that gives the delegate a `StepRow`."""

PAGE = 60
Index = QModelIndex | QPersistentModelIndex


class StepRow(NamedTuple):
    """A heading, a step, or (with neither) what was before the oldest step. `here`: the record stands after it."""

    heading: str = ""
    step: Step | None = None
    here: bool = False

    @property
    def id(self) -> int:
        """What `history.travel` goes by."""
        return self.step.id if self.step else BEGINNING


class StepsModel(QAbstractListModel):
    """Steps with the newest first; the last row is the beginning."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows: list[StepRow] = []
        self._count = 0
        self._at_end = True
        self._here = BEGINNING

    def refresh(self) -> None:
        """Ask again for as much as is shown."""
        self.beginResetModel()
        with self._bridge.desk.looking() as look:
            self._here = history.here(look)
            steps = history.listed(look, max(PAGE, self._count))
        self._rows, self._count = [], len(steps)
        self._at_end = self._count < PAGE
        self._rows = self._made_of(steps, None)
        self.endResetModel()

    def row(self, at: int) -> StepRow | None:
        """The step or the beginning at a place; None for a heading or outside."""
        row = self._rows[at] if 0 <= at < len(self._rows) else None
        return None if row is None or row.heading else row

    def row_of(self, step_id: int) -> int:
        """Where a step stands, -1 when it was not fetched."""
        found = (at for at, row in enumerate(self._rows) if not row.heading and row.id == step_id)
        return next(found, -1)

    def here(self) -> int:
        """Where the step stands after which the record is as it is."""
        return self.row_of(self._here)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._at_end

    def fetchMore(self, parent: Index) -> None:
        last = self._rows[-1].step
        more = self._bridge.ask(history.listed, PAGE, last.id if last else None)
        self._at_end = len(more) < PAGE
        rows = self._made_of(more, last)
        if rows:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows += rows
            self._count += len(more)
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.heading or self.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.heading or self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def words(self, row: StepRow) -> str:
        """What was done."""
        return label_of(row.step) if row.step else self.tr("Before the first of these steps")

    def _made_of(self, steps: Sequence[Step], before: Step | None) -> list[StepRow]:
        rows: list[StepRow] = []
        today = self._bridge.desk.clock.today()
        for step in steps:
            if before is None or day_of(before) != day_of(step):
                rows.append(StepRow(heading=heading_of(day_of(step), today)))
            rows.append(StepRow(step=step, here=step.id == self._here))
            before = step
        if self._at_end and before is not None:
            rows.append(StepRow(here=self._here == BEGINNING))
        return rows

    def _spoken(self, row: StepRow) -> str:
        here = self.tr("you are here") if row.here else ""
        if row.step is None:
            return ", ".join(part for part in (self.words(row), here) if part)
        when = f"{heading_of(day_of(row.step), self._bridge.desk.clock.today())} {time_of(row.step)}"
        back = self.tr("taken back") if row.step.undone else ""
        return ", ".join(part for part in (self.words(row), when, where_of(row.step), back, here) if part)
