"""Favours between the user and somebody, each as a sentence; a link to write one down."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hallway.domain.people import Person
from hallway.domain.sharing import Favour, say_favour
from hallway.ui.frame.bridge import Bridge
from hallway.ui.people.fact import Fact
from hallway.ui.widgets.button import Button, TitleLink
from hallway.ui.widgets.flow import FlowLayout
from hallway.usecases import sharing

MOST = 4


class PersonFavours(Fact):
    """The latest few; a sentence opens the favour."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Favours"), self.tr("Add"))
        self._bridge = bridge
        self._person_id = 0
        self._shown: tuple[Favour, ...] | None = None
        self.links: list[Button] = []
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        self.body.addWidget(self._holder)
        self.action.clicked.connect(lambda: self._open(Favour(self._person_id)))

    def show_person(self, person: Person) -> None:
        """Show those with somebody."""
        self._person_id = person.id
        found = self._bridge.ask(sharing.favours_with, person.id)[:MOST]
        if found != self._shown:
            self._shown = found
            self._flow.clear()
            self.links = [self._link(one) for one in found]
            for one in self.links:
                self._flow.addWidget(one)
        self._holder.setVisible(bool(found))

    def _link(self, one: Favour) -> Button:
        made = TitleLink(say_favour(one, self._bridge.desk.clock.today()))
        made.clicked.connect(lambda: self._open(one))
        return made

    def _open(self, one: Favour) -> None:
        from hallway.ui.parts.favour_form import open_favour

        open_favour(self._bridge, self.window(), one)
