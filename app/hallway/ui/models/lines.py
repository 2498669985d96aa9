"""A list of things with a mark, two lines of words, somebody, a day and how it stands, as Qt reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

LINE = Qt.ItemDataRole.UserRole
"""The role that gives the delegate a `ListLine`."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ListLine:
    """One row; whatever is empty is not shown. `mark` is the name of an icon and `hue` its colour."""

    id: int
    title: str
    line: str = ""
    mark: str = ""
    hue: str = "slate"
    person_id: int = 0
    person: str = ""
    day: str = ""
    stands: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.line, self.person, self.day, self.stands) if part)


class LineModel(QAbstractListModel):
    """One row for each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ListLine, ...] = ()

    def show_these(self, lines: Sequence[ListLine]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def id_at(self, row: int) -> int:
        """What stands at a place, 0 outside."""
        return self._lines[row].id if 0 <= row < len(self._lines) else 0

    def row_of(self, id_: int) -> int:
        """Where something stands, -1 when it is not listed."""
        return next((at for at, one in enumerate(self._lines) if one.id == id_), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        one = self._lines[index.row()]
        return {LINE: one, Qt.ItemDataRole.DisplayRole: one.title, Qt.ItemDataRole.AccessibleTextRole: one.spoken}.get(
            Qt.ItemDataRole(role)
        )
