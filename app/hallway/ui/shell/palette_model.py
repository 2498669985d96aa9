"""The rows of the palette: plain values, and the model that shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hallway.domain.excerpts import Excerpt, plain

Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """One line: a heading (nothing to run) or something to do.

    `shown` are words around what was found, in place of `detail`; `person` shows a face in place of an icon; `when`
    stands at the right. `kind` and `subject` are what is remembered when it is chosen.
    """

    title: str
    detail: str = ""
    icon: str = ""
    hue: str = "slate"
    keys: str = ""
    person: str = ""
    when: str = ""
    shown: Excerpt = ()
    kind: str = ""
    subject: str = ""
    run: Callable[[], object] | None = None

    @property
    def is_heading(self) -> bool:
        """A heading of a group."""
        return self.run is None


class Rows(QAbstractListModel):
    """The rows of the palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Put rows in place of those there."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (row.title, plain(row.shown) or row.detail, row.when, row.keys)
            return ", ".join(part for part in said if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def row_at(index: Index) -> Row:
    """The row at a place of the model."""
    model = index.model()
    assert isinstance(model, Rows)
    return model.rows[index.row()]
