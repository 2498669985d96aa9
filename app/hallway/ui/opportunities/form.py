"""Writing an opportunity down, or changing its own facts: a title is enough, the rest may wait."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from hallway.domain.opportunities import KINDS, TOLD_ME, Opportunity, Part, guess_kind
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.chips_edit import ChipsEdit
from hallway.ui.parts.day_field import day_field
from hallway.ui.parts.form_panel import FormPanel, named
from hallway.ui.parts.opportunity_words import kind_words
from hallway.ui.parts.organisation_names import organisation_choices
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.parts.suggest import Suggest
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import opportunities, people


class OpportunityForm(FormPanel):
    """Ctrl+Enter keeps; what makes no sense is said above the buttons and stays to be put right."""

    added = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget, one: Opportunity) -> None:
        title = self.tr("Change {title}").format(title=one.title) if one.id else self.tr("Add an opportunity")
        super().__init__(bridge, window, title)
        self._one, self._kind_told = one, bool(one.id)
        self.title_field = TextField(self.tr("Postdoc, urban exposure"))
        self.where = TextField(self.tr("Who offers it"))
        self.deadline = day_field(bridge.desk.clock.today(), self.tr("Open, without a day"), clearable=True)
        self.kind = QComboBox()
        self.link = TextField(self.tr("https://…"))
        self.topics = ChipsEdit(self.tr("Topics"), self.tr("Add a topic"), lambda: bridge.ask(people.topic_names))
        self.told = PersonPicker(bridge, self.tr("Who told you"))
        self.notes = NoteEdit(self.tr("What it is, what they look for"), least=2)
        self._suggest = Suggest(self.where, organisation_choices(bridge))
        self._suggest.chosen.connect(lambda choice: self.where.setText(choice.text))
        self._build()
        self._show(one)
        self.title_field.textEdited.connect(self._guess)
        self.kind.activated.connect(self._tell_kind)

    def write(self) -> None:
        """Keep what is written."""
        told = tuple(Part(id_, TOLD_ME) for id_ in self.told.ids()) if not self._one.id else self._one.people
        written = replace(
            self._one, title=self.title_field.text(), organisation=self.where.text(), deadline=self.deadline.day(),
            kind=self.kind.currentData(), link=self.link.text(), topics=self.topics.words(), people=told,
            notes=self.notes.toPlainText().strip(),
        )  # fmt: skip
        if self._one.id:
            if self._bridge.do(opportunities.change, written) is not None:
                self.close_panel()
        elif (done := self._bridge.do(opportunities.add, written)) is not None:
            self.close_panel()
            self.added.emit(done.value)

    def _guess(self, title: str) -> None:
        if not self._kind_told:
            self.kind.setCurrentIndex(KINDS.index(guess_kind(title)))

    def _tell_kind(self) -> None:
        self._kind_told = True

    def _show(self, one: Opportunity) -> None:
        self.title_field.setText(one.title)
        self.where.setText(one.organisation)
        self.deadline.set_day(one.deadline)
        self.kind.setCurrentIndex(KINDS.index(one.kind))
        self.link.setText(one.link)
        self.topics.set_words(one.topics)
        self.notes.set_text(one.notes)

    def _build(self) -> None:
        for kind in KINDS:
            self.kind.addItem(kind_words(kind), kind)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addLayout(named(self.tr("Kind"), self.kind), 1)
        pair.addLayout(named(self.tr("Until when"), self.deadline), 1)
        self.body.addLayout(named(self.tr("What"), self.title_field))
        self.body.addLayout(named(self.tr("Who offers it"), self.where))
        self.body.addLayout(pair)
        rows: list[tuple[str, QWidget]] = [(self.tr("Link"), self.link), (self.tr("Topics"), self.topics)]
        if not self._one.id:
            rows.append((self.tr("Who told you"), self.told))
        rows.append((self.tr("Notes"), self.notes))
        for words, field in rows:
            self.body.addLayout(named(words, field))
        self.finish_form()
        self.notes.accepted.connect(self.write)



def open_form(bridge: Bridge, window: QWidget, one: Opportunity | None = None) -> OpportunityForm:
    """Open the form over the window: a new one, or one to change."""
    form = OpportunityForm(bridge, window, one or Opportunity(""))
    form.closed.connect(form.deleteLater)
    form.open(form.title_field)
    return form
