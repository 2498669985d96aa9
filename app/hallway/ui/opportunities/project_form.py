"""Writing a project down, or changing its own facts: a title is enough, the rest may wait."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from hallway.domain.projects import Partner, Project, State
from hallway.ui.frame.bridge import Bridge
from hallway.ui.opportunities.project_words import state_words
from hallway.ui.parts.day_field import day_field
from hallway.ui.parts.form_panel import FormPanel, beside, named
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.parts.words_value import partial_date
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import projects

STATES = tuple(State)


class ProjectForm(FormPanel):
    """Ctrl+Enter keeps; what makes no sense is said above the buttons and stays to be put right."""

    added = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget, one: Project) -> None:
        title = self.tr("Change {title}").format(title=one.title) if one.id else self.tr("Add a project")
        super().__init__(bridge, window, title)
        self._one, today = one, bridge.desk.clock.today()
        self.title_field = TextField(self.tr("Night heat in twelve cities"))
        self.state = QComboBox()
        self.start = partial_date(today, self.tr("From"), self.tr("not known"))
        self.end = partial_date(today, self.tr("Until"), self.tr("goes on"))
        self.who = PersonPicker(bridge, self.tr("With whom"))
        self.next_step = TextField(self.tr("Send Greta the first figure"))
        self.next_on = day_field(today, self.tr("Without a day"), clearable=True)
        self.link = TextField(self.tr("https://…"))
        self.notes = NoteEdit(self.tr("What it is about"), least=2)
        self._build()
        self._show(one)
        self.notes.accepted.connect(self.write)

    def write(self) -> None:
        """Keep what is written; a date that was not understood stays to be put right."""
        if not all(field.finish() for field in (self.start, self.end)):
            return
        people = self._one.people if self._one.id else tuple(Partner(id_) for id_ in self.who.ids())
        written = replace(
            self._one, title=self.title_field.text(), state=self.state.currentData(), start_on=self.start.value(),
            end_on=self.end.value(), next_step=self.next_step.text(), next_on=self.next_on.day(),
            link=self.link.text(), notes=self.notes.toPlainText(), people=people,
        )  # fmt: skip
        if self._one.id:
            if self._bridge.do(projects.change, written) is not None:
                self.close_panel()
        elif (done := self._bridge.do(projects.add, written)) is not None:
            self.close_panel()
            self.added.emit(done.value)

    def _show(self, one: Project) -> None:
        self.title_field.setText(one.title)
        self.state.setCurrentIndex(STATES.index(one.state))
        self.start.set_value(one.start_on)
        self.end.set_value(one.end_on)
        self.next_step.setText(one.next_step)
        self.next_on.set_day(one.next_on)
        self.link.setText(one.link)
        self.notes.set_text(one.notes)

    def _build(self) -> None:
        for state in STATES:
            self.state.addItem(state_words(state), state)
        self.body.addLayout(named(self.tr("What"), self.title_field))
        if not self._one.id:
            self.body.addLayout(named(self.tr("With whom"), self.who))
        self.body.addLayout(beside(
            named(self.tr("How it stands"), self.state), named(self.tr("From"), self.start),
            named(self.tr("Until"), self.end),
        ))  # fmt: skip
        self.body.addLayout(beside(
            named(self.tr("The next step"), self.next_step), named(self.tr("For when"), self.next_on)
        ))  # fmt: skip
        self.body.addLayout(named(self.tr("Link"), self.link))
        self.body.addLayout(named(self.tr("Notes"), self.notes))
        self.finish_form()




def open_form(bridge: Bridge, window: QWidget, one: Project | None = None) -> ProjectForm:
    """Open the form over the window: a new one, or one to change."""
    form = ProjectForm(bridge, window, one or Project(""))
    form.closed.connect(form.deleteLater)
    form.open(form.title_field)
    return form
