"""Through whom one came to a person, and to whom they led; hidden where nobody did."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.people import Person
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.people.fact import Fact
from hallway.ui.widgets.button import Button, TitleLink
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.usecases import referrals
from hallway.usecases.referrals import OnThePage


class LedTo(Fact):
    """Each name leads there; `place_wanted` tells where, also to the whole tree."""

    place_wanted = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Who led you to whom"), self.tr("Tree"))
        self._bridge = bridge
        self._person_id = 0
        self._shown: tuple[OnThePage, int | None] | None = None
        self.through, self.led_to = Names(), Names()
        for names in (self.through, self.led_to):
            self.body.addWidget(names)
            names.opened.connect(lambda id_: self.place_wanted.emit(Place("people", "person", id_)))
        self.action.clicked.connect(
            lambda: self.place_wanted.emit(Place("outreach", "referrals", self._person_id))
        )

    def show_person(self, person: Person) -> None:
        """Show it for somebody."""
        found = self._bridge.ask(referrals.of_person, person.id)
        if (found, person.introduced_by_id) != self._shown or person.id != self._person_id:
            self._person_id, self._shown = person.id, (found, person.introduced_by_id)
            told = [id_ for id_, _ in found.through] == [person.introduced_by_id]  # as how they met says already
            self.through.show_people(self.tr("Through"), () if told else found.through)
            self.led_to.show_people(self.tr("Led you to"), found.led_to)
        self.setVisible(not (self.through.isHidden() and self.led_to.isHidden()))


class Names(QWidget):
    """A word, and people as links; `opened` tells which one was chosen."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", "small", "text2")
        self.links: list[Button] = []
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        column.setContentsMargins(0, 6, 0, 0)  # level with the first link
        column.addWidget(self.words)
        column.addStretch(1)
        row.addLayout(column)
        row.addWidget(self._holder, 1)

    def show_people(self, words: str, people: Sequence[tuple[int, str]]) -> None:
        """Show these, or nothing at all."""
        self.words.set_text(words)
        self._flow.clear()
        self.links = [self._link(words, *person) for person in people]
        for one in self.links:
            self._flow.addWidget(one)
        self.setVisible(bool(people))

    def _link(self, words: str, person_id: int, name: str) -> Button:
        made = TitleLink(name)
        made.setAccessibleName(f"{words} {name}")
        made.clicked.connect(lambda: self.opened.emit(person_id))
        return made
