"""Events: coming and past at the left, one of them whole at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import EVENT, MOMENT, PERSON, SETTINGS, Changes
from hallway.ui.events.add_event import AddEvent
from hallway.ui.events.detail import EventDetail
from hallway.ui.events.event_delegate import EventDelegate
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.models.events import EventModel
from hallway.ui.parts.guide_button import guide_button
from hallway.ui.widgets.button import icon_button
from hallway.ui.widgets.card import Ground
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.search_field import SearchField
from hallway.ui.widgets.split_view import SplitView
from hallway.usecases import briefings, events

if TYPE_CHECKING:
    from hallway.ui.events.there import There

LIST_WIDTH = 320


class EventsPage(Page):
    """List and detail; the selection follows the arrows, Enter goes to the detail, Escape comes back."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.model = EventModel(self)
        self.search = SearchField(self.tr("Title, place or word"))
        self.list = EventView(self)
        self.detail = EventDetail(frame)
        self.empty = EmptyView(
            "calendar-days",
            self.tr("No events yet"),
            self.tr("Write down where you go, and whom you meet there is kept with it."),
            self.tr("Add an event"),
        )
        self.there: There | None = None
        self._count = Label("", "body", "text2")
        self._stack = QStackedWidget()
        self._asking = False
        self._build()
        self._connect()

    def show_place(self, place: Place) -> None:
        if place.subject == "there" and self._go_there(place.id):
            return
        if place.id != self.detail.event_id:
            self.detail.finish_typing()
        self._ask(place.id if place.subject == "event" else self.detail.event_id)
        if place.subject == "event":
            self.split.show_detail(True)
            self._show_unlisted(place.id)

    def refresh(self, changes: Changes) -> None:
        if self._is_there() and self.there is not None:
            if changes.of(EVENT) or changes.of(MOMENT) or changes.of(PERSON) or changes.of(SETTINGS):
                self.there.show_event(self.there.event_id)
            return
        if changes.of(EVENT) or changes.of(MOMENT) or changes.of(PERSON):
            self._ask(self.detail.event_id)

    def focus_first(self) -> None:
        if self._is_there() and self.there is not None:
            self.there.focus_first()
            return
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def people_in_view(self) -> tuple[int, ...]:
        return self.frame.bridge.ask(briefings.at_event, self.event_id()) if self.event_id() else ()

    def event_id(self) -> int:
        """Return which event is shown, 0 for none."""
        return self.there.event_id if self._is_there() and self.there is not None else self.detail.event_id

    def find_on_page(self) -> None:
        """Ctrl+F."""
        if self._is_there() and self.there is not None:
            self.there.find_session()
            return
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def add(self) -> None:
        """Write a new event down."""
        panel = AddEvent(self.frame.bridge, self.window())
        panel.closed.connect(panel.deleteLater)
        panel.added.connect(lambda event_id: self.frame.navigator.go(Place("events", "event", event_id)))
        panel.open(panel.title_field)

    def add_session(self) -> None:
        """Write a session of one's own down, at the event that is shown from within."""
        if self.there is not None:
            self.there.add_session()

    def remove(self) -> None:
        """Let go of the chosen event; the people met there stay."""
        event = self.model.event_at(self.list.currentIndex().row())
        if event is not None:
            self.frame.bridge.do(events.remove, event.id)

    def _go_there(self, event_id: int) -> bool:
        """Show an event from within; False when it is no longer in the record."""
        if self.there is None:
            from hallway.ui.events.there import There  # with the first event one enters

            self.there = There(self.frame)
            self.there.left.connect(lambda: self.frame.navigator.go(Place("events", "event", self.event_id())))
            self._stack.addWidget(self.there)
        if not self.there.show_event(event_id):
            return False
        self._stack.setCurrentWidget(self.there)
        return True

    def _is_there(self) -> bool:
        return self.there is not None and self._stack.currentWidget() is self.there

    def _ask(self, event_id: int) -> None:
        """Ask for both lists, and keep or choose what is shown."""
        coming, past = self.frame.bridge.ask(events.coming), self.frame.bridge.ask(events.past)
        today, before = self.frame.bridge.desk.clock.today(), self.list.currentIndex().row()
        self._count.set_text(str(len(coming) + len(past)))
        self._stack.setCurrentIndex(0 if coming or past else 1)
        self._asking = True
        self.model.show_events(coming, past, today, self.search.text())
        row = self.model.row_of(event_id) if event_id else -1
        self.list.setCurrentIndex(self.model.index(row if row >= 0 else self.model.nearest(before)))
        self._asking = False
        self._show_current()

    def _show_current(self) -> None:
        if self._asking:
            return
        event = self.model.event_at(self.list.currentIndex().row())
        self.detail.setVisible(event is not None)
        if event is not None:
            self.detail.show_event(event.id)
            self.frame.navigator.note(Place("events", "event", event.id))

    def _show_unlisted(self, event_id: int) -> None:
        """An event that was let go, or that the search leaves out, can be looked at when a link leads to it."""
        if self.model.row_of(event_id) < 0 and self.frame.bridge.ask(events.is_there, event_id):
            self._stack.setCurrentIndex(0)
            self.list.setCurrentIndex(QModelIndex())
            self.detail.setVisible(True)
            self.detail.show_event(event_id)

    def _activate(self) -> None:
        """Enter: into the event where there is a programme or somebody to meet, else to its details."""
        if self.detail.has_more():
            self.frame.navigator.go(Place("events", "there", self.detail.event_id))
        else:
            self._enter()

    def _enter(self) -> None:
        self.split.show_detail(True)
        self.detail.focus_first()

    def _leave(self) -> None:
        self.split.show_detail(False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda: self._ask(self.detail.event_id))
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.activated.connect(self._activate)
        self.list.clicked.connect(lambda: self.split.show_detail(True))
        self.empty.acted.connect(self.add)
        self.detail.left.connect(self._leave)

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(EventDelegate(self.list))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Events"), "title"))
        head.addWidget(guide_button(self.frame, "conference"))
        head.addWidget(self._count, 1)
        bring = icon_button("file-up", self.tr("Import events from a calendar file"))
        bring.clicked.connect(lambda: self.frame.catalogue.run("exchange.import"))
        plus = icon_button("plus", self.tr("Add an event"), "secondary")
        plus.clicked.connect(self.add)
        head.addWidget(bring)
        head.addWidget(plus)
        pane = Ground("window")
        column = QVBoxLayout(pane)
        column.setContentsMargins(20, 16, 12, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        surface = Ground("surface")
        inner = QVBoxLayout(surface)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.detail)
        self.split = SplitView(pane, surface, first_width=LIST_WIDTH)
        self._stack.addWidget(self.split)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)


class EventView(QListView):
    """The list with its keys."""

    def __init__(self, page: EventsPage) -> None:
        super().__init__()
        self._page = page
        self.setAccessibleName(self.tr("Events"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._page.remove()
        elif event.key() == Qt.Key.Key_F2:
            self._page.detail.rename()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Headings are no stops."""
        found: Any = super().moveCursor(action, modifiers)
        step = -1 if action is QListView.CursorAction.MoveUp else 1
        model, row = self._page.model, found.row()
        while 0 <= row < model.rowCount() and model.event_at(row) is None:
            row += step
        if 0 <= row < model.rowCount():
            return model.index(row)
        if step < 0:
            self.scrollToTop()  # the heading over the first event
        return self.currentIndex()
