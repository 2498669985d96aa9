"""The event, the person and the day of a first meeting, to be changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.domain.people import Person
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.event_picker import EventPicker
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.parts.words_value import partial_date
from hallway.ui.widgets.label import Label


class MetForm(QWidget):
    """`met_changed` tells the ids of event and introducer (None for none), `day_changed` the partial date."""

    met_changed = Signal(object, object)
    day_changed = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.event_field = EventPicker(bridge, self.tr("Event where you met"), self.tr("At an event"))
        self.person_field = PersonPicker(bridge, self.tr("Introduced by"), one=True)
        self.day_field = partial_date(bridge.desk.clock.today(), self.tr("Met on"), self.tr("A year, a month or a day"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.event_field)
        column.addWidget(Label(self.tr("Introduced by"), "caption", "text3"))
        column.addWidget(self.person_field)
        column.addWidget(Label(self.tr("Met on"), "caption", "text3"))
        column.addWidget(self.day_field)
        self.event_field.changed.connect(self._tell)
        self.person_field.changed.connect(self._tell)
        self.day_field.changed.connect(self.day_changed)

    def fill(self, person: Person) -> None:
        """Start from what is known."""
        self.event_field.set_event(person.met_event_id, person.met_event)
        self.person_field.leave_out = person.id
        self.person_field.set_people([person.introduced_by_id] if person.introduced_by_id else [])
        self.day_field.set_value(person.met_on)

    def _tell(self) -> None:
        self.met_changed.emit(self.event_field.event_id(), next(iter(self.person_field.ids()), None))
