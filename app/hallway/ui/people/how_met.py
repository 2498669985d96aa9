"""How the two met: in words, at which event, through whom, and when."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hallway.domain.partial_dates import say_partial
from hallway.domain.people import Person
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.parts.inline_note import InlineNote
from hallway.ui.people.fact import Fact
from hallway.ui.people.met_form import MetForm
from hallway.ui.widgets.button import link
from hallway.ui.widgets.label import Label
from hallway.usecases import people


class HowMet(Fact):
    """Words changed in place; event, person and day unfold with Edit. `place_wanted` tells where a link leads."""

    place_wanted = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("How you met"), self.tr("Edit"))
        self._bridge = bridge
        self._person: Person | None = None
        self.story = InlineNote(self.tr("How you met"), self.tr("Where, and what you talked about"))
        self.when = Label("", "small", "text2", wrap=True)
        self.at = link("")
        self.through = link("")
        self._form: MetForm | None = None
        self._build()
        self._connect()

    def show_person(self, person: Person) -> None:
        """Show how the two met."""
        if self._person is None or person.id != self._person.id:
            self._unfold(False)
        self._person = person
        self.story.set_text(person.met_how)
        self.when.set_text(self.tr("In {when}").format(when=say_partial(person.met_on)) if len(person.met_on) < 10
                           else self.tr("On {when}").format(when=say_partial(person.met_on)))  # fmt: skip
        self.when.setVisible(bool(person.met_on))
        self.at.setText(self.tr("At {event}").format(event=person.met_event))
        self.at.setVisible(person.met_event_id is not None)
        self.through.setText(self.tr("Introduced by {person}").format(person=person.introduced_by))
        self.through.setVisible(person.introduced_by_id is not None)
        if self._form is not None and not self._form.isHidden():
            self._form.fill(person)

    def form(self) -> MetForm:
        """Return the form, made when it is first asked for."""
        if self._form is None:
            self._form = MetForm(self._bridge)
            self._form.met_changed.connect(self._set_met)
            self._form.day_changed.connect(lambda value: self._change("met_on", value))
            self.body.addWidget(self._form)
        return self._form

    def _unfold(self, unfolded: bool) -> None:
        if unfolded or self._form is not None:
            self.form().setVisible(unfolded)
        self.action.setText(self.tr("Done") if unfolded else self.tr("Edit"))
        self.action.setAccessibleName(f"{self.action.text()}: {self.heading.text()}")
        if unfolded and self._person is not None:
            self.form().fill(self._person)

    def _set_met(self, event_id: int | None, introduced_by_id: int | None) -> None:
        if self._person is not None:
            self._bridge.do_quietly(people.set_met, self._person.id, event_id, introduced_by_id)

    def _change(self, field: str, value: str) -> None:
        if self._person is not None:
            self._bridge.do_quietly(people.change, self._person.id, field, value)

    def _build(self) -> None:
        for widget in (self.story, self.at, self.through, self.when):
            self.body.addWidget(widget)
        self.body.setSpacing(0)

    def _connect(self) -> None:
        self.action.clicked.connect(lambda: self._unfold(self._form is None or self._form.isHidden()))
        self.story.kept.connect(lambda text: self._change("met_how", text))
        self.at.clicked.connect(self._go_to_event)
        self.through.clicked.connect(self._go_to_person)

    def _go_to_event(self) -> None:
        if self._person is not None and self._person.met_event_id is not None:
            self.place_wanted.emit(Place("events", "event", self._person.met_event_id))

    def _go_to_person(self) -> None:
        if self._person is not None and self._person.introduced_by_id is not None:
            self.place_wanted.emit(Place("people", "person", self._person.introduced_by_id))
