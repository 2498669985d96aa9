"""What is under way with somebody: approaches, opportunities, letters, projects; hidden where nothing is."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hallway.domain.people import Person
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.parts.outreach_words import purpose_words, state_word
from hallway.ui.people.fact import Fact
from hallway.ui.widgets.button import Button, TitleLink
from hallway.ui.widgets.flow import FlowLayout
from hallway.usecases import letters, opportunities, outreach, projects


class Line(NamedTuple):
    """Its words, and where it lives."""

    words: str
    place: Place


class UnderWay(Fact):
    """Each line leads to its place, told by `place_wanted`."""

    place_wanted = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Under way"))
        self._bridge = bridge
        self._shown: tuple[Line, ...] = ()
        self.links: list[Button] = []
        holder = QWidget()
        self._flow = FlowLayout(holder)
        self.body.addWidget(holder)

    def show_person(self, person: Person) -> None:
        """Show it for somebody."""
        lines = (*self._approaches(person.id), *self._opportunities(person.id), *self._letters(person.id),
                 *self._projects(person.id))  # fmt: skip
        if lines != self._shown:
            self._shown = lines
            self._flow.clear()
            self.links = [self._link(line) for line in lines]
            for one in self.links:
                self._flow.addWidget(one)
        self.setVisible(bool(lines))

    def _approaches(self, person_id: int) -> list[Line]:
        named = purpose_words()
        return [
            Line(f"{named[one.purpose]}: {state_word(one.state).lower()}", Place("outreach", "one", one.id))
            for one in self._bridge.ask(outreach.of_person, person_id)
        ]

    def _opportunities(self, person_id: int) -> list[Line]:
        found = self._bridge.ask(opportunities.of_person, person_id)
        return [Line(one.title, Place("opportunities", "", one.id)) for one in found]

    def _letters(self, person_id: int) -> list[Line]:
        words = self.tr("Letter for {purpose}")
        found = self._bridge.ask(letters.of_person, person_id)
        return [Line(words.format(purpose=one.purpose), Place("opportunities", "letters", one.id)) for one in found]

    def _projects(self, person_id: int) -> list[Line]:
        words = self.tr("Project: {title}")
        found = self._bridge.ask(projects.of_person, person_id)
        return [Line(words.format(title=one.title), Place("opportunities", "projects", one.id)) for one in found]

    def _link(self, line: Line) -> Button:
        made = TitleLink(line.words)
        made.clicked.connect(lambda: self.place_wanted.emit(line.place))
        return made
