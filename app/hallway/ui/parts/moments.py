"""The timeline list, as the Timeline room, a person's page and an event's page show it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStackedLayout, QWidget

from hallway.domain.interactions import Interaction
from hallway.ui.frame.rooms import Frame
from hallway.ui.models.moments import Grouping, MomentModel
from hallway.ui.parts import moment_words
from hallway.ui.parts.log_panel import change_moment
from hallway.ui.parts.moment_delegate import MomentDelegate
from hallway.ui.theme.look import look
from hallway.ui.theme.paint import Part
from hallway.ui.widgets.empty_view import EmptyView
from hallway.usecases import interactions
from hallway.usecases.interactions import TimelineFilter


class MomentList(QWidget):
    """What happened, newest first. `opened` carries the person of a moment that was opened.

    With `timed` it is grouped by day with times at the left, otherwise by month with dates at the right. Enter opens,
    E changes, Delete takes away.
    """

    opened = Signal(int)

    def __init__(self, frame: Frame, parent: QWidget | None = None, *, timed: bool = False) -> None:
        super().__init__(parent)
        self._frame = frame
        self._timed = timed
        self.view = MomentView(self)
        grouping = Grouping.DAYS if timed else Grouping.MONTHS
        self.model = MomentModel(frame.bridge, grouping, moment_words.sentence, self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(MomentDelegate(self.view, self._say, timed))
        self.empty = EmptyView("message-circle", self.tr("Nothing written yet"), self.tr("What happened?"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.setFocusProxy(self.view)
        self.view.activated.connect(self._open)

    def show_filter(self, chosen: TimelineFilter) -> None:
        """Show the moments of a filter from the newest on."""
        self.model.show_filter(chosen)
        self._settle()

    def refresh(self) -> None:
        """Ask again, keeping the place."""
        current, top = self.current(), self.view.verticalScrollBar().value()
        self.model.refresh()
        self._settle()
        if current is not None and (row := self.model.row_of(current.id)) >= 0:
            self.view.setCurrentIndex(self.model.index(row))
        self.view.verticalScrollBar().setValue(top)

    def current(self) -> Interaction | None:
        """The chosen moment, or None."""
        index = self.view.currentIndex()
        return self.model.entry(index.row()).moment if index.isValid() else None

    def change_current(self) -> None:
        """Open the chosen moment for changing."""
        if (moment := self.current()) is not None:
            change_moment(self._frame, self.window(), moment)

    def remove_current(self) -> None:
        """Take the chosen moment away; Undo brings it back."""
        if (moment := self.current()) is not None:
            self._frame.bridge.do(interactions.remove, moment.id)

    def menu(self, at: QPoint) -> None:
        """What can be done with the chosen moment."""
        if self.current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Change…")).triggered.connect(self.change_current)
        menu.addAction(self.tr("Take away")).triggered.connect(self.remove_current)
        menu.popup(at)

    def _settle(self) -> None:
        self._stack.setCurrentWidget(self.view if self.model.rowCount() else self.empty)

    def _say(self, moment: Interaction) -> list[Part]:
        person_id = self.model.chosen.person_id
        return moment_words.parts(moment) if person_id is None else moment_words.about_person(moment, person_id)

    def _open(self, index: QModelIndex) -> None:
        moment = self.model.entry(index.row()).moment
        if moment is None:
            return
        others = [one for one in moment.people if one.person_id != self.model.chosen.person_id]
        if others:
            self.opened.emit(others[0].person_id)
        else:
            self.change_current()


class MomentView(QListView):
    """The list view with the keys of a timeline; headings are stepped over."""

    def __init__(self, owner: MomentList) -> None:
        super().__init__()
        self._owner = owner
        self.setAccessibleName(self.tr("What happened"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_E if not event.modifiers():
                self._owner.change_current()
            case Qt.Key.Key_Delete:
                self._owner.remove_current()
            case Qt.Key.Key_Menu:
                place = self.visualRect(self.currentIndex()).center()
                self._owner.menu(self.viewport().mapToGlobal(place))
            case _:
                super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Headings are no stops."""
        found: Any = super().moveCursor(action, modifiers)
        step = -1 if action is QAbstractItemView.CursorAction.MoveUp else 1
        model = self._owner.model
        row = found.row()
        while 0 <= row < model.rowCount() and model.entry(row).moment is None:
            row += step
        return model.index(row) if 0 <= row < model.rowCount() else self.currentIndex()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._owner.menu(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model() is not None and self._owner.model.rowCount() > 1:
            self.setCurrentIndex(self._owner.model.index(1))
