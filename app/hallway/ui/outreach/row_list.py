"""A list of rows under headings; `came_to` and `opened` tell which."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QListView

from hallway.ui.frame.faces import Faces
from hallway.ui.outreach.rows import ROW, Row, RowDelegate, item


class RowList(QListView):
    """Arrows choose, Enter opens, the Menu key tells `menu_wanted` with the row's number and where it is."""

    came_to = Signal(int)
    opened = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, name: str, faces: Faces) -> None:
        super().__init__()
        self.rows = QStandardItemModel(self)
        self._showing = False
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self, faces))
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(lambda index: self.opened.emit(_id(index)))

    def show_rows(self, rows: Iterable[Row], chosen: int) -> None:
        """Show these, with one of them chosen; the first one when that is not there."""
        self._showing = True
        self.rows.clear()
        for row in rows:
            self.rows.appendRow(item(row))
        self.choose(chosen)
        self._showing = False

    def choose(self, id_: int) -> None:
        """Mark one, without telling; the first one when it is not there."""
        showing, self._showing = self._showing, True
        places = [self.rows.index(at, 0) for at in range(self.rows.rowCount())]
        real = [place for place in places if not place.data(ROW).heading]
        found = [place for place in real if _id(place) == id_] or real
        self.setCurrentIndex(found[0] if found else QModelIndex())
        self._showing = showing

    def chosen(self) -> int:
        """Return which one is marked, 0 for none."""
        return _id(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Menu and self.chosen():
            spot = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            self.menu_wanted.emit(self.chosen(), spot)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if _id(index):
            self.setCurrentIndex(index)
            self.menu_wanted.emit(_id(index), event.globalPos())

    def _tell(self, index: QModelIndex) -> None:
        if not self._showing and _id(index):
            self.came_to.emit(_id(index))


def _id(index: QModelIndex) -> int:
    row = index.data(ROW) if index.isValid() else None
    return row.id if row is not None else 0
