"""One event whole: when and where, whom one met there, what happened, and its facts; everything is edited in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.events import Event, is_informal
from hallway.ui.events.facts import EventFacts
from hallway.ui.events.met_here import MetHere
from hallway.ui.events.words import been_words, day_of, days_of
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.moments import MomentList
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button, primary, secondary
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import events
from hallway.usecases.desk import Work
from hallway.usecases.interactions import TimelineFilter

SIDE, SIDE_BY_SIDE_FROM = 288, 640
UNBOUND = 16_777_215
"""What Qt takes for "as wide as you like"."""


class EventDetail(QWidget):
    """The right side of the Events room. `left` when Escape leads back to the list."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.event_id = 0
        self._event: Event | None = None
        self._has_more = False
        self.title = EditableText(name=self.tr("Title of the event"), role="title")
        self.days = Label("", "body", "text2", elide=True)
        self.running = Chip("", hue="green")
        self.enter = primary(self.tr("Programme and people"), "door-open")
        self.let_go = icon_button("trash-2", self.tr("Let go of the event"))
        self.bring_back = secondary(self.tr("Bring back"), "archive-restore")
        self.facts = EventFacts(frame.bridge.desk.clock.today())
        self.met = MetHere(frame)
        self.moments = MomentList(frame, self, grows=True)
        self._moments_heading = Label(self.tr("What happened there"), "section", "text2")
        self._build()
        self.title.kept.connect(lambda text: self.keep({"title": text}))
        self.facts.changed.connect(self.keep)
        self.moments.opened.connect(lambda id_: frame.navigator.go(Place("people", "person", id_)))
        self.enter.clicked.connect(lambda: frame.navigator.go(Place("events", "there", self.event_id)))
        self.let_go.clicked.connect(lambda: self._do(events.remove))
        self.bring_back.clicked.connect(lambda: self._do(events.bring_back))
        look.changed.connect(self._fit)

    def show_event(self, event_id: int) -> None:
        """Ask for the event and show it."""
        page = self.frame.bridge.ask(events.page_of, event_id)
        event, today = page.event, self.frame.bridge.desk.clock.today()
        is_other, self.event_id, self._event = event_id != self.event_id, event_id, event
        if not self.title.is_editing():
            self.title.set_text(event.title)
        gone = self.tr("let go") if page.let_go_on else ""
        been = been_words(*page.been)
        self.days.set_text(", ".join(part for part in (days_of(event, today), event.venue, been, gone) if part))
        self.running.setText(day_of(event, today))
        self.running.setAccessibleName(self.running.text())
        self.running.updateGeometry()
        self.running.setVisible(bool(self.running.text()))
        self.let_go.setVisible(page.let_go_on is None)
        self.bring_back.setVisible(page.let_go_on is not None)
        self._has_more = page.has_more
        self.enter.setVisible(page.let_go_on is None)
        light = is_informal(event) and not page.has_more
        self.enter.setText(self.tr("Whom to meet there") if light else self.tr("Programme and people"))
        self.enter.set_kind("primary" if page.has_more else "secondary")
        self.facts.show_event(event)
        self.met.show_people(event, page.people, today)
        for part in (self._moments_heading, self.moments):
            part.setVisible(bool(page.moments))
        if is_other:
            self.moments.show_filter(TimelineFilter(event_id=event.id))
            self._area.verticalScrollBar().setValue(0)
        else:
            self.moments.refresh()

    def has_more(self) -> bool:
        """Tell whether there is a programme, or somebody to meet."""
        return self._has_more

    def focus_first(self) -> None:
        """The first thing one can change."""
        self.title.setFocus(Qt.FocusReason.TabFocusReason)

    def rename(self) -> None:
        """F2."""
        self.title.edit()

    def finish_typing(self) -> None:
        """Keep what is being typed, before another event is shown."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def keep(self, changes: dict[str, Any]) -> None:
        """Change some fields; what is refused is shown as it was."""
        if self._event is None:
            return
        changed = replace(self._event, **changes)
        if changed != self._event and self.frame.bridge.do_quietly(events.change, changed) is None:
            self.show_event(self._event.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The facts stand at the right, and under the story where there is little room."""
        below = self.width() < look.scaled(SIDE_BY_SIDE_FROM)
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self.facts.setMinimumWidth(0 if below else look.scaled(SIDE))
        self.facts.setMaximumWidth(UNBOUND if below else look.scaled(SIDE))

    def _do(self, usecase: Callable[[Work, int], None]) -> None:
        if self.event_id:
            self.frame.bridge.do(usecase, self.event_id)

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 18, 16, 24)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addLayout(self._when())
        column.addSpacing(12)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(28)
        self._both.addLayout(self._story(), 1)
        self._both.addWidget(self.facts, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._both, 1)
        self._area = ScrollArea(content, keeps_room=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.enter)
        head.addWidget(self.bring_back)
        head.addWidget(self.let_go)
        return head

    def _when(self) -> QHBoxLayout:
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(Picture("calendar-days", 16))
        when.addWidget(self.days)
        when.addWidget(self.running)
        when.addStretch(1)
        return when

    def _story(self) -> QVBoxLayout:
        story = QVBoxLayout()
        story.setSpacing(12)
        story.addWidget(self.met)
        story.addWidget(self._moments_heading)
        story.addWidget(self.moments)
        story.addStretch(1)
        return story
