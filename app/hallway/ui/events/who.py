"""Who is at an event: those one wants to meet, those one knows, those met there, and those who speak there too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.domain.events import MetThere
from hallway.domain.listing import listed
from hallway.ui.events.met_here import MetRow, line_of
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import events, wishes
from hallway.usecases.wishes import Wished

MOST, MOST_TITLES = 100, 3
Someone = tuple[int, str, str]


class WhoIsThere(ScrollArea):
    """Headed lists; Enter or a click opens somebody."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(both_ways=True)
        self._frame = frame
        self._told: tuple[int, Sequence[tuple[str, Sequence[Someone]]]] = (0, ())
        self._is_stale = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_event(self, event_id: int, wanted: Sequence[Wished], met: Sequence[MetThere]) -> int:
        """Show whom one wants to meet and met, and ask whom one knows there; returns how many they are."""
        before = self._frame.bridge.ask(events.seen_before, event_id)
        known = [
            (id_, name, _with_before(line, before.get(id_, ())))
            for id_, name, line in self._frame.bridge.ask(wishes.known_there, event_id)
        ]
        wished = tuple((one.wish.person_id, one.wish.person, one.wish.reason or one.wish.line) for one in wanted)
        listed_above = {id_ for id_, *_ in wished}
        others = [one for one in self._frame.bridge.ask(wishes.not_met_there, event_id) if one[0] not in listed_above]
        parts = (
            (self.tr("You would like to meet"), wished), (self.tr("You know them, and they speak here"), known),
            (self.tr("Met here"), tuple((one.person_id, one.name, line_of(one)) for one in met)),
            (self.tr("They speak here, and you have not met"), others),
        )  # fmt: skip
        if (event_id, parts) != self._told:
            self._told, self._is_stale = (event_id, parts), True
            if self.isVisible():
                self._fill()
        return len({id_ for _, people in parts for id_, *_ in people})

    def showEvent(self, event: QShowEvent) -> None:
        """The rows are made when they are looked at; an event of a thousand speakers opens as quickly as any."""
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def _fill(self) -> None:
        self._is_stale, (_, parts) = False, self._told
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 8, 20)
        column.setSpacing(0)
        for heading, people in parts:
            if people:
                column.addSpacing(8)
                column.addWidget(Label(f"{heading}  {len(people)}", "section", "text2"))
                for one in people[:MOST]:
                    column.addWidget(self._row(one))
                if len(people) > MOST:
                    column.addWidget(Label(self.tr("and %n more", "", len(people) - MOST), "small", "text2"))
        if not any(people for _, people in parts):
            words = self.tr("Nobody yet. A programme brings the speakers along.")
            column.addWidget(Label(words, "body", "text2", wrap=True))
        column.addStretch(1)
        self.setWidget(page)

    def _row(self, one: Someone) -> MetRow:
        row = MetRow(self._frame.bridge)
        row.show_person(*one)
        row.clicked.connect(lambda _=False, id_=one[0]: self._frame.navigator.go(Place("people", "person", id_)))
        return row


def _with_before(line: str, titles: Sequence[str]) -> str:
    """Their place, and at which events of the series one met them: "You met at CityClim 2025"."""
    if not titles:
        return line
    met = QCoreApplication.translate("events", "You met at {events}").format(events=listed(titles, MOST_TITLES))
    return ". ".join(part for part in (met, line) if part)
