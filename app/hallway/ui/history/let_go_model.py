"""What was let go as Qt reads it, the newest first."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hallway.domain.changes import EVENT, ORGANISATION, PERSON
from hallway.ui.frame.bridge import Bridge
from hallway.ui.history.words import waits_words
from hallway.usecases import trash
from hallway.usecases.trash import LetGo

ONE = Qt.ItemDataRole.UserRole
"""The role that gives the delegate a `LetGo`."""

Index = QModelIndex | QPersistentModelIndex


class LetGoModel(QAbstractListModel):
    """People, events and organisations in the trash."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows: tuple[LetGo, ...] = ()
        self.kinds = {PERSON: self.tr("Person"), EVENT: self.tr("Event"), ORGANISATION: self.tr("Organisation")}

    def refresh(self) -> None:
        """Ask again."""
        self.beginResetModel()
        self._rows = self._bridge.ask(trash.listed)
        self.endResetModel()

    def one(self, at: int) -> LetGo | None:
        """What stands at a place, None outside."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def today(self) -> date:
        """The day to count from."""
        return self._bridge.desk.clock.today()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.one(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == ONE:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.name}, {self.kinds[one.kind]}. {waits_words(one, self.today())}"
        return None
