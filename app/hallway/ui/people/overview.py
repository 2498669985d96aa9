"""The first tab of a person's page: what happened, what is promised, and the facts beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hallway.domain.people import Person
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.chips_edit import ChipsEdit
from hallway.ui.parts.log_line import LogLine
from hallway.ui.parts.moments import MomentList
from hallway.ui.people.fact import Fact
from hallway.ui.people.favours import PersonFavours
from hallway.ui.people.how_met import HowMet
from hallway.ui.people.in_common import InCommonFact
from hallway.ui.people.led_to import LedTo
from hallway.ui.people.next_check_in import NextCheckIn
from hallway.ui.people.open_promises import OpenPromises
from hallway.ui.people.their_news import TheirNews
from hallway.ui.people.ties import Ties
from hallway.ui.people.under_way import UnderWay
from hallway.ui.people.work_history import WorkHistory
from hallway.ui.theme.look import look
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import people
from hallway.usecases.interactions import TimelineFilter
from hallway.usecases.people import PersonPage

FACTS_WIDTH = 268
MARGIN = 28
MOMENTS_BELOW = 260
"""How high the story is at least where the facts stand under it."""
UNBOUND = 16_777_215
"""What Qt takes for "as wide as you like"."""


class Overview(QWidget):
    """`place_wanted` tells where a link leads."""

    place_wanted = Signal(object)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._bridge = frame.bridge
        self._person: Person | None = None
        self.log_line = LogLine(frame.bridge)
        self.promises = OpenPromises(frame.bridge)
        self.moments = MomentList(frame, self)
        self.next = NextCheckIn(frame.bridge)
        self.met = HowMet(frame.bridge)
        self.works = WorkHistory(frame.bridge)
        self.ties, self.common = Ties(frame.bridge), InCommonFact(frame.bridge)
        self.led, self.under_way = LedTo(frame.bridge), UnderWay(frame.bridge)
        self.news, self.favours = TheirNews(frame.bridge), PersonFavours(frame.bridge)
        self.topics = ChipsEdit(self.tr("Interests"), self.tr("Add an interest"), self._topic_names)
        self._build()
        for section in (self.under_way, self.met, self.led, self.works, self.ties, self.common):
            section.place_wanted.connect(self.place_wanted)
        self.topics.changed.connect(self._keep_topics)
        self.moments.opened.connect(lambda id_: self.place_wanted.emit(Place("people", "person", id_)))

    def show_page(self, page: PersonPage) -> None:
        """Show one person."""
        person = page.person
        self.log_line.set_person(person.id, person.given)
        self.promises.show_promises(person.id, page.promises)
        if self._person is not None and self._person.id == person.id:
            self.moments.refresh()
        else:
            self.moments.show_filter(TimelineFilter(person_id=person.id))
        if person != self._person:
            self._person = person
            for section in (self.next, self.met, self.works):
                section.show_person(person)
            self.topics.set_words(person.topics)
        for shared in (self.ties, self.common):
            shared.show_person(person)
        for fact in (self.led, self.under_way, self.news, self.favours):
            fact.show_person(person)
        for below, line in self._lines_above.items():
            line.setVisible(not below.isHidden())

    def _topic_names(self) -> tuple[str, ...]:
        return self._bridge.ask(people.topic_names)

    def _keep_topics(self, topics: tuple[str, ...]) -> None:
        if self._person is not None:
            self._bridge.do_quietly(people.set_topics, self._person.id, topics)

    def _build(self) -> None:
        self._story = QVBoxLayout()
        self._story.setSpacing(12)
        self._story.addWidget(self.log_line)
        self._story.addWidget(self.log_line.promised)
        self._story.addWidget(self.promises)
        self._story.addWidget(self.moments, 1)
        content = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._row.setContentsMargins(MARGIN, 18, 0, 0)
        self._row.setSpacing(28)
        self._row.addLayout(self._story, 3)
        self._facts = self._make_facts()
        self._row.addWidget(self._facts, 2)
        self._all = ScrollArea(content, keeps_room=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._all)
        look.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Facts are a column at the right, a narrower one with less room, and under the story with little.

        Side by side either scrolls by itself; one under the other they are scrolled through as one.
        """
        wide, room = look.scaled(FACTS_WIDTH) + MARGIN, self.width()
        below = room < look.scaled(520)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        if room < look.scaled(640):
            wide -= look.scaled(36)
        self._facts.setMinimumWidth(0 if below else wide)
        self._facts.setMaximumWidth(UNBOUND if below else wide)
        self._story.setContentsMargins(0, 0, MARGIN if below else 0, 0)
        self.moments.setMinimumHeight(look.scaled(MOMENTS_BELOW) if below else 0)
        self._facts.setMinimumHeight(self._column.sizeHint().height() if below else 0)
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self._all.setVerticalScrollBarPolicy(on if below else off)
        self._facts.setVerticalScrollBarPolicy(off if below else on)

    def _make_facts(self) -> ScrollArea:
        interests = Fact(self.tr("Interests"))
        interests.body.addWidget(self.topics)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setSpacing(16)
        self._lines_above: dict[QWidget, QWidget] = {
            section: Hairline() for section in (self.common, self.led, self.under_way)
        }
        sections = (
            self.next, self.under_way, self.news, self.met, self.led, self.works, interests, self.ties, self.common,
            self.favours,
        )  # fmt: skip
        for place, section in enumerate(sections):
            if place:
                column.addWidget(self._lines_above.get(section) or Hairline())
            column.addWidget(section)
        column.addStretch(1)
        area = ScrollArea(self._column, keeps_room=True)
        column.setContentsMargins(0, 0, MARGIN - area.verticalScrollBar().sizeHint().width(), 20)
        return area
