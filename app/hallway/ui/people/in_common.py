"""Things you have in common: facts the record knows, each leading there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from hallway.domain.people import Person
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.people.fact import Fact
from hallway.ui.widgets.button import Button, TitleLink
from hallway.ui.widgets.label import Label
from hallway.usecases import ties
from hallway.usecases.ties import InCommon

Line = tuple[str, Place | None]
"""Words, and where they lead."""


class InCommonFact(Fact):
    """Not shown where there is nothing. `place_wanted` tells where a line leads."""

    place_wanted = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Things you have in common"))
        self._bridge = bridge
        self._shown: InCommon | None = None
        self.links: list[Button] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.body.addLayout(self._column)

    def show_person(self, person: Person) -> None:
        """Show what the two share."""
        found = self._bridge.ask(ties.in_common, person.id)
        if found == self._shown:
            return
        self._shown = found
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.links = []
        for words, place in self._lines(found):
            self._column.addWidget(self._row(words, place))
        self.setVisible(bool(self._column.count()))

    def _lines(self, found: InCommon) -> Iterator[Line]:
        for event_id, title, start in found.events:
            words = title if start[:4] in title else f"{title}, {start[:4]}"
            yield self.tr("Both at {event}").format(event=words), Place("events", "event", event_id)
        for organisation_id, name in found.places:
            yield name, Place("organisations", "organisation", organisation_id)
        for name, others in found.topics:
            yield self.tr("{topic}: %n others here", "", others).format(topic=name), None

    def _row(self, words: str, place: Place | None) -> Label | Button:
        if place is None:
            return Label(words, "small", "text2", wrap=True)
        button = TitleLink(words)
        button.clicked.connect(lambda: self.place_wanted.emit(place))
        self.links.append(button)
        return button
