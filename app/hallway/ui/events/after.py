"""After the event: how far one is, what is left, and the way to look the people through."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from hallway.domain.events import Event
from hallway.ui.events.met_here import MetRow
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label
from hallway.usecases import aftermath
from hallway.usecases.aftermath import After

MOST, DAYS_OF_A_WEEK = 5, 7


class AfterCard(Card):
    """`look_through_wanted` when the user would like to go through the people one by one."""

    look_through_wanted = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(self.tr("After the event"), spacing=6)
        self._frame = frame
        self.told = Label("", "body", "text2", wrap=True)
        self.look_through = secondary("", "list-checks")
        self.look_through.clicked.connect(self.look_through_wanted)
        self._open = QVBoxLayout()
        self._open.setSpacing(2)
        self.body.addWidget(self.told)
        self.body.addLayout(self._open)
        self.body.addWidget(self.look_through)

    def show_event(self, event: Event) -> None:
        """Ask how far one is and show it; nothing is shown before anybody was met."""
        found = self._frame.bridge.ask(aftermath.after, event.id)
        waiting = len(self._frame.bridge.ask(aftermath.to_look_through, event.id))
        self.setVisible(bool(found.met))
        self.told.set_text(self._told(found, event))
        self.look_through.setVisible(bool(waiting))
        self.look_through.setText(self.tr("Look %n people through", "", waiting))
        self._show_open(found)

    def _told(self, found: After, event: Event) -> str:
        if found.is_closed:
            words = self.tr("Nothing is left to do. {met} met, {up} followed up.")
            return words.format(met=found.met, up=found.followed_up)
        parts = (
            (self.tr("met"), found.met), (self.tr("promised something"), found.promised),
            (self.tr("followed up"), found.followed_up), (self.tr("nothing needed"), found.nothing_needed),
        )  # fmt: skip
        counts = ", ".join(f"{number} {word}" for word, number in parts if number) + "."
        if event.end_on >= self._frame.bridge.desk.clock.today():
            return counts + " " + self.tr("What is left reaches Today from the day after, two a day.")
        return counts

    def _show_open(self, found: After) -> None:
        while (item := self._open.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        today = self._frame.bridge.desk.clock.today()
        for one in found.open[:MOST]:
            row = MetRow(self._frame.bridge)
            row.show_person(one.person_id, one.person, one.promise, _short(one.due_on, today))
            row.setAccessibleName(self.tr("Open {name}, something is left to do").format(name=row.accessibleName()))
            row.clicked.connect(lambda _=False, id_=one.person_id: self._go(id_))
            self._open.addWidget(row)
        if len(found.open) > MOST:
            self._open.addWidget(Label(self.tr("and %n more", "", len(found.open) - MOST), "small", "text2"))

    def _go(self, person_id: int) -> None:
        self._frame.navigator.go(Place("people", "person", person_id))


def _short(day: date | None, today: date) -> str:
    """ "Fri" within the week, else "3 July"."""
    if day is None:
        return ""
    return f"{day:%a}" if 0 <= (day - today).days < DAYS_OF_A_WEEK else f"{day.day} {day:%B}"
