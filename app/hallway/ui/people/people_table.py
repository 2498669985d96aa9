"""The list itself: a table of one column, moved in by keyboard, with marks for several people."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from hallway.ui.frame.faces import faces_of
from hallway.ui.models.people import Index, PeopleModel
from hallway.ui.parts.person_delegate import PersonDelegate
from hallway.ui.theme.look import look

_Key, _Held = Qt.Key, Qt.KeyboardModifier
_LETTERS = {_Key.Key_L: "log", _Key.Key_W: "write", _Key.Key_C: "check in"}


class PeopleTable(QTableView):
    """`came_to` tells whose row is current; `wanted` tells what a key asked for."""

    came_to = Signal(int)
    marks_changed = Signal()
    wanted = Signal(str)
    """Emitted with: enter, leave, rename, let go, log, write, check in."""
    menu_wanted = Signal(QPoint)

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(PersonDelegate(self, faces_of(model.bridge())))
        self._dress()
        self._restyle()
        look.changed.connect(self._restyle)

    def go_to(self, person_id: int) -> bool:
        """Make somebody's row the current one, without telling; False when not listed."""
        place = self._people.place_of(person_id)
        if place < 0:
            return False
        if place != self.currentIndex().row():
            self._quiet = True
            self.setCurrentIndex(self._people.index(place))
            self._quiet = False
        return True

    def current_id(self) -> int:
        """Return whose row is current, 0 for none."""
        return self._people.id_at(self.currentIndex().row())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.came_to.emit(self._people.id_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = _Key(event.key()), not event.modifiers() & ~_Held.KeypadModifier
        asked = {
            _Key.Key_Return: "enter", _Key.Key_Enter: "enter", _Key.Key_Right: "enter", _Key.Key_F2: "rename",
            _Key.Key_Delete: "let go", **_LETTERS,
        }.get(key)  # fmt: skip
        if asked and plain:
            self.wanted.emit(asked)
        elif key == _Key.Key_Space and plain:
            self._toggle_mark(self.currentIndex().row())
        elif key == _Key.Key_Escape:
            self._escape()
        elif plain and key in (_Key.Key_Home, _Key.Key_End):
            # A table takes these for the ends of a row.
            self.setCurrentIndex(self._people.index(0 if key == _Key.Key_Home else self._people.rowCount() - 1))
        elif event.modifiers() & _Held.ShiftModifier and key in (_Key.Key_Up, _Key.Key_Down):
            self._mark_and_step(-1 if key == _Key.Key_Up else 1)
        elif event.modifiers() & _Held.ControlModifier and key == _Key.Key_A:
            self.mark_all()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        marking = event.modifiers() & (_Held.ControlModifier | _Held.ShiftModifier)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and marking:
            if event.modifiers() & _Held.ShiftModifier:
                self._mark_up_to(index.row())
            else:
                self._toggle_mark(index.row())
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        spot = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(spot))

    def mark_all(self) -> None:
        """Mark everybody listed."""
        self._mark(list(self._people.ids()), True)

    def clear_marks(self) -> None:
        """Take all marks off."""
        self._mark(list(self._people.marked()), False)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A ground of its own lets Qt move the painted rows when it scrolls instead of painting all of them anew.
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _restyle(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(look.row_height())
        self.viewport().update()

    def _escape(self) -> None:
        if self._people.marked():
            self.clear_marks()
        else:
            self.wanted.emit("leave")

    def _toggle_mark(self, place: int) -> None:
        person_id = self._people.id_at(place)
        if person_id:
            self._mark([person_id], not self._people.is_marked(person_id))

    def _mark_and_step(self, by: int) -> None:
        place = self.currentIndex().row()
        target = min(max(place + by, 0), self._people.rowCount() - 1)
        self._mark([self._people.id_at(place), self._people.id_at(target)], True)
        self.setCurrentIndex(self._people.index(target))

    def _mark_up_to(self, place: int) -> None:
        first, last = sorted((max(self.currentIndex().row(), 0), place))
        self._mark(list(self._people.ids()[first : last + 1]), True)

    def _mark(self, person_ids: list[int], on: bool) -> None:
        self._people.mark(person_ids, on)
        self.marks_changed.emit()
