"""An event from within: sessions, people to meet, people met, and what is left afterwards; before, during and after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.errors import NotFound
from hallway.domain.events import Event, MetThere, is_informal
from hallway.ui.events.after import AfterCard
from hallway.ui.events.getting_ready import GettingReady
from hallway.ui.events.met_here import MetHere
from hallway.ui.events.questions import Questions
from hallway.ui.events.session_form import open_session_form
from hallway.ui.events.session_list import SessionList
from hallway.ui.events.session_panel import open_session
from hallway.ui.events.to_meet import ToMeet
from hallway.ui.events.who import WhoIsThere
from hallway.ui.events.wish_form import open_wish
from hallway.ui.events.words import been_words, day_of, days_of
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import quiet, secondary
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.tab_strip import TabStrip
from hallway.usecases import capturing, events, sessions, wishes

THERE, ALL, WHO = "there", "all", "who"
THREE_COLUMNS_FROM, MINUTE = 900, 60_000
MARGIN, PADDING = 28, 14


class There(QWidget):
    """The whole page; `left` when Escape or the way back leads to the list of events."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.event_id = 0
        self._event: Event | None = None
        self._is_light = self._is_running = False
        self._met: tuple[MetThere, ...] = ()
        self.back = quiet(self.tr("Events"), "arrow-left")
        self.title = Label("", "title", elide=True)
        self.days = Label("", "body", "text2", elide=True)
        self.venue = Label("", "body", "text2", elide=True)
        self._pin = Picture("map-pin", 16)
        self.running = Chip("", hue="green")
        self.pack = secondary(self.tr("Event pack…"), "file-text")
        self.card = secondary(self.tr("My card"), "qr-code")
        self.details = secondary(self.tr("Details"), "pencil")
        self.strip = TabStrip(
            [(THERE, self.tr("There")), (ALL, self.tr("All sessions")), (WHO, self.tr("People"))],
            name=self.tr("Parts of the event's page"),
        )
        self.agenda = SessionList(self.tr("Sessions"))
        self.everything = SessionList(self.tr("All sessions"), searchable=True)
        self.to_meet = ToMeet(frame)
        self.met = MetHere(frame, most=5)
        self.after = AfterCard(frame)
        self.ready = GettingReady(frame.bridge)
        self.questions = Questions(frame.bridge)
        self.who = WhoIsThere(frame)
        self._stack = QStackedWidget()
        self._fill_all: Callable[[], None] = lambda: None
        self._minute = QTimer(self, interval=MINUTE)
        self._build()
        self._connect()

    def show_event(self, event_id: int) -> bool:
        """Ask for the event and show it; False when it is no longer in the record."""
        try:
            page = self.frame.bridge.ask(events.page_of, event_id)
        except NotFound:
            return False
        event, today = page.event, self.frame.bridge.desk.clock.today()
        self.event_id, self._event = event_id, event
        self.title.set_text(event.title)
        been = been_words(*page.been)
        self.days.set_text(", ".join(part for part in (days_of(event, today), been) if part))
        self.venue.set_text(event.venue)
        for part in (self._pin, self.venue):
            part.setVisible(bool(event.venue))
        self.running.setText(day_of(event, today))
        self.running.setVisible(bool(self.running.text()))
        self._is_running = event.is_on(today)
        self.card.setVisible(self._is_running)
        when = self.tr("Afterwards") if event.end_on < today else self.tr("Today there")
        self.strip.setTabText(0, when if event.start_on <= today else self.tr("Before"))
        at = self.frame.bridge.ask(capturing.at_event, event_id, self.frame.bridge.desk.clock.now())
        self.met.show_people(event, page.people, today, at.session if event.is_on(today) else "")
        self.after.show_event(event)
        self.ready.show_event(event)
        self.questions.show_questions()
        self._met = page.people
        self._show_programme(event)
        return True

    def focus_first(self) -> None:
        """Where one would begin: the field for the next person while it runs, else the sessions."""
        running = self._event is not None and bool(day_of(self._event, self.frame.bridge.desk.clock.today()))
        (self.met.field if running else self.agenda.view).setFocus(Qt.FocusReason.TabFocusReason)

    def find_session(self) -> None:
        """Ctrl+F: the search over all sessions."""
        self.strip.choose(ALL)
        self.everything.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.everything.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_programme(self, event: Event) -> None:
        found = self.frame.bridge.ask(sessions.of_event, event.id)
        wished = self.frame.bridge.ask(wishes.of_event, event.id)
        now = sessions.clock_there(event, self.frame.bridge.desk.clock.now())
        waiting = [one for one in wished if one.wish.state == "wanted"]
        counts: dict[int, int] = {}
        for one in waiting:
            for appearance in one.speaks:
                counts[appearance.session_id] = counts.get(appearance.session_id, 0) + 1
        self.agenda.show_sessions(found, counts, now)
        self._fill_all = lambda: self.everything.show_sessions(found, counts, now)
        if self._stack.currentWidget() is self.everything:
            self._fill_all()
        self.to_meet.show_wishes(event.id, wished, now)
        self.strip.set_count(ALL, len(found))
        self.strip.set_count(WHO, self.who.show_event(event.id, wished, self._met))
        self._lighten(is_informal(event) and not found)
        self.agenda.show_list(bool(found))

    def _lighten(self, light: bool) -> None:
        """An evening among people has no programme: nothing is shown that would ask for one."""
        self._is_light = light
        for part in (self.strip, self.agenda):
            part.setVisible(not light)
        self._fit()
        if light and self.strip.current() != THERE:
            self.strip.choose(THERE)
            self._show_part(THERE)

    def _show_part(self, key: str) -> None:
        """Bring a tab to the front; the long list is filled when it is looked at."""
        if key == ALL:
            self._fill_all()
        self._stack.setCurrentIndex((THERE, ALL, WHO).index(key))

    def _tick(self) -> None:
        """A minute went by: what is on now moves on."""
        if self._event is not None and self.isVisible():
            self._show_programme(self._event)

    def _star(self, session_id: int) -> None:
        one = self.frame.bridge.ask(sessions.one, session_id)
        self.frame.bridge.do_quietly(sessions.star, session_id, not one.starred)

    def add_session(self) -> None:
        """Write a session of one's own down."""
        if self._event is not None:
            open_session_form(self.frame.bridge, self.window(), self._event)

    def _change_session(self, session_id: int) -> None:
        if self._event is not None:
            one = self.frame.bridge.ask(sessions.one, session_id)
            open_session_form(self.frame.bridge, self.window(), self._event, one)

    def _open_session(self, session_id: int) -> None:
        panel = open_session(self.frame, self.window(), self.event_id, session_id)
        panel.change_wanted.connect(lambda: self._change_session(session_id))

    def _fit(self) -> None:
        """Three columns where there is room, else the third below the second; the pack is for before."""
        narrow = self.width() < look.scaled(THREE_COLUMNS_FROM)
        self.pack.setVisible(not (self._is_light or (narrow and self._is_running)))
        self._right.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.details.clicked.connect(lambda: self.frame.navigator.go(Place("events", "event", self.event_id)))
        self.card.clicked.connect(lambda: self.frame.catalogue.run("card.show"))
        self.pack.clicked.connect(lambda: self.frame.catalogue.run("events.pack"))
        self.strip.chosen.connect(self._show_part)
        for pane in (self.agenda, self.everything):
            pane.star_wanted.connect(self._star)
            pane.opened.connect(self._open_session)
            pane.add_wanted.connect(self.add_session)
            pane.change_wanted.connect(self._change_session)
            pane.removal_wanted.connect(lambda id_: self.frame.bridge.do(sessions.remove, id_))
        self.to_meet.change_wanted.connect(lambda wish: open_wish(self.frame.bridge, self.window(), wish))
        self.after.look_through_wanted.connect(lambda: self.frame.catalogue.run("window.debrief"))
        self._minute.timeout.connect(self._tick)
        look.changed.connect(self._fit)

    def _build(self) -> None:
        outer, way_back, column = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        outer.setContentsMargins(0, 14, 0, 0)
        outer.setSpacing(4)
        way_back.setContentsMargins(MARGIN - PADDING, 0, MARGIN, 0)  # its arrow stands over the title
        way_back.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.setContentsMargins(MARGIN, 0, MARGIN, 0)
        column.setSpacing(8)
        outer.addLayout(way_back)
        outer.addLayout(column, 1)
        column.addLayout(self._head())
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(ScrollArea(self._columns()))
        self._stack.addWidget(self.everything)
        self._stack.addWidget(self.who)
        self.everything.setContentsMargins(0, 8, 0, 16)

    def _head(self) -> QHBoxLayout:
        words, when, head = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        when.setSpacing(8)
        when.addWidget(Picture("calendar-days", 16))
        when.addWidget(self.days)
        when.addSpacing(4)
        when.addWidget(self._pin)
        when.addWidget(self.venue)
        when.addSpacing(4)
        when.addWidget(self.running)
        when.addStretch(1)
        words.addWidget(self.title)
        words.addLayout(when)
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self.pack)
        head.addWidget(self.card)
        head.addWidget(self.details)
        return head

    def _columns(self) -> QWidget:
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 8, 8, 20)
        columns.setSpacing(20)
        first, last = QVBoxLayout(), QVBoxLayout()
        first.setSpacing(16)
        first.addWidget(self.agenda)
        first.addWidget(self.questions)
        first.addStretch(1)
        last.setSpacing(16)
        last.addWidget(self.ready)
        last.addWidget(self.met)
        last.addWidget(self.after)
        last.addStretch(1)
        self._right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._right.setSpacing(20)
        self._right.addWidget(self.to_meet, 6, Qt.AlignmentFlag.AlignTop)
        self._right.addLayout(last, 5)
        columns.addLayout(first, 7)
        columns.addLayout(self._right, 11)
        return content
