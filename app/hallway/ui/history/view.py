"""A list with one button under it: what the chosen row offers is said before it is done."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from hallway.ui.widgets.button import primary
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.label import Label


class HistoryView(QListView):
    """The list; the arrows step over headings. `left` when Escape leads out of it."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Headings are no stops."""
        found: QModelIndex = super().moveCursor(action, modifiers)
        ups = (QListView.CursorAction.MoveUp, QListView.CursorAction.MovePageUp, QListView.CursorAction.MovePrevious)
        by = -1 if action in ups else 1
        while found.isValid() and not found.flags() & Qt.ItemFlag.ItemIsSelectable:
            found = self.model().index(found.row() + by, 0)
        if not found.isValid() and by < 0:
            self.scrollToTop()  # the heading over the first row
        return found if found.isValid() else self.currentIndex()


class Pane(QWidget):
    """A list, a line of words about the chosen row, and a button. Enter goes to the button, Escape back to the list."""

    left = Signal()

    def __init__(self, model: QAbstractItemModel, name: str, empty: EmptyView) -> None:
        super().__init__()
        self.list = HistoryView(name)
        self.list.setModel(model)
        self.words = Label("", "body", "text2", elide=True)
        self.button = primary("")
        self.empty = empty
        self._stack = QStackedWidget()
        self._build()
        self.list.selectionModel().currentChanged.connect(self.show_offer)
        self.list.left.connect(self.left)

    def show_offer(self) -> None:
        """Say what the button would do with the chosen row."""

    def has_rows(self) -> bool:
        """Whether there is something to list."""
        return self.list.model().rowCount() > 0

    def fit(self) -> None:
        """Show the list, or what stands in its place."""
        self._stack.setCurrentIndex(0 if self.has_rows() else 1)

    def focus_first(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.button.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 12, 28, 16)
        foot.setSpacing(16)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.button)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rows = QHBoxLayout()
        rows.setContentsMargins(18, 4, 18, 4)
        rows.addWidget(self.list)
        column.addLayout(rows, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        self._stack.addWidget(whole)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
