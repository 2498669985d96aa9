"""The timeline list, as the Timeline room, a person's page and an event's page show it."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStackedLayout, QWidget

from hallway.domain.interactions import Interaction, Participant
from hallway.ui.frame.faces import faces_of
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

MOST_TO_GROW, TALLEST = 60, 1600
MOST_TO_OPEN = 6
"""People of one moment that its menu names."""


class MomentList(QWidget):
    """What happened, newest first. `opened` carries the person of a moment that was opened.

    With `timed` it is grouped by day with times at the left, otherwise by month with dates at the right. Enter opens,
    E changes, Delete takes away. One that `grows` is as high as what is in it, within reason, for a page that scrolls
    as a whole. `offered` fires when the button was pressed that `say_empty` put there.
    """

    opened = Signal(int)
    offered = Signal()
    scrolled = Signal()

    def __init__(
        self, frame: Frame, parent: QWidget | None = None, *, timed: bool = False, grows: bool = False
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._timed, self._grows = timed, grows
        self.view = MomentView(self)
        grouping = Grouping.DAYS if timed else Grouping.MONTHS
        self.model = MomentModel(frame.bridge, grouping, moment_words.sentence, self)
        self.view.setModel(self.model)
        self._delegate = MomentDelegate(self.view, self._say, timed, faces_of(frame.bridge))
        self.view.setItemDelegate(self._delegate)
        self.empty = EmptyView("message-circle", self.tr("Nothing written yet"), self.tr("What happened?"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.setFocusProxy(self.view)
        self.view.activated.connect(self._open)
        self.empty.acted.connect(self.offered)
        self.view.verticalScrollBar().valueChanged.connect(self.scrolled)

    def show_filter(self, chosen: TimelineFilter) -> None:
        """Show the moments of a filter from the newest on."""
        before = self.model.chosen
        if (before.person_id, before.event_id) != (chosen.person_id, chosen.event_id):
            self._delegate.forget()  # what is said of a moment depends on whose page it is on
        self.model.show_filter(chosen)
        self.view.scrollToTop()
        self._settle()

    def refresh(self) -> None:
        """Ask again, keeping the place; where the chosen moment is gone, its neighbour is chosen."""
        current, top = self.view.currentIndex().row(), self.view.verticalScrollBar().value()
        chosen = self.current()
        self.model.refresh()
        self._settle()
        if chosen is not None:
            row = self.model.row_of(chosen.id)
            self.view.setCurrentIndex(self.model.index(row if row >= 0 else self.model.nearest(current)))
        self.view.verticalScrollBar().setValue(top)

    def say_empty(self, title: str, sentence: str, button: str = "") -> None:
        """What stands here while there is nothing; with words for a button it is there too."""
        self.empty.title.set_text(title)
        self.empty.sentence.set_text(sentence)
        self.empty.setAccessibleName(title)
        self.empty.setAccessibleDescription(sentence)
        self.empty.button.setText(button)
        self.empty.button.setVisible(bool(button))

    def current(self) -> Interaction | None:
        """The chosen moment, or None."""
        index = self.view.currentIndex()
        return self.model.entry(index.row()).moment if index.isValid() else None

    def top_day(self) -> date | None:
        """The day of the first moment in view, or None without any."""
        row = self.model.nearest(max(0, self.view.indexAt(QPoint(20, 20)).row()))
        moment = self.model.entry(row).moment if row >= 0 else None
        return moment.on if moment else None

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
        moment = self.current()
        if moment is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self._others(moment)[:MOST_TO_OPEN]:
            action = menu.addAction(self.tr("Open {name}").format(name=one.name.replace("&", "&&")))
            action.triggered.connect(lambda _=False, id_=one.person_id: self.opened.emit(id_))
        menu.addSeparator()
        menu.addAction(self.tr("Change…") + "\tE").triggered.connect(self.change_current)
        menu.addAction(self.tr("Take away") + "\t" + self.tr("Delete")).triggered.connect(self.remove_current)
        menu.popup(at)

    def fit(self) -> None:
        """Take the height of what is shown, when this list grows."""
        if self._grows and self.model.rowCount():
            rows = range(min(self.model.rowCount(), MOST_TO_GROW))
            tall = sum(self.view.sizeHintForRow(row) for row in rows)
            self.setFixedHeight(min(tall, look.scaled(TALLEST)) + 4)

    def _settle(self) -> None:
        self._stack.setCurrentWidget(self.view if self.model.rowCount() else self.empty)
        self.fit()

    def _say(self, moment: Interaction) -> list[Part]:
        chosen = self.model.chosen
        if chosen.person_id is not None:
            return moment_words.about_person(moment, chosen.person_id)
        return moment_words.parts(moment) if chosen.event_id is None else moment_words.at_event(moment)

    def _open(self, index: QModelIndex) -> None:
        moment = self.model.entry(index.row()).moment
        if moment is None:
            return
        others = self._others(moment)
        if others:
            self.opened.emit(others[0].person_id)
        else:
            self.change_current()

    def _others(self, moment: Interaction) -> list[Participant]:
        """Who took part, without the one whose page this is."""
        return [one for one in moment.people if one.person_id != self.model.chosen.person_id]


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
            case _ if event.text().isalnum():
                event.ignore()
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
        if 0 <= row < model.rowCount():
            return model.index(row)
        if step < 0:
            self.scrollToTop()  # the heading over the first moment
        return self.currentIndex()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the window here; nobody looks for a moment by its first letter."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        spot = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        self._owner.menu(self.viewport().mapToGlobal(spot))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self._owner.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._owner.model.rowCount():
            self.setCurrentIndex(self._owner.model.index(self._owner.model.nearest(0)))
