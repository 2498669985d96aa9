"""Reaching out to somebody: whom, why, what one hopes to learn, and who referred one; from anywhere in the window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from hallway.domain.outreach import CHANNELS, PURPOSES, Outreach, State
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.form_panel import FormPanel, named
from hallway.ui.parts.outreach_words import channel_words, purpose_words, state_word
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import outreach


class OutreachForm(FormPanel):
    """Ctrl+Enter keeps, Escape leaves; `kept` tells the approach. A name that nobody has is somebody not yet met."""

    kept = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget, one: Outreach) -> None:
        title = window.tr("Change the plan") if one.id else window.tr("Reach out to somebody")
        super().__init__(bridge, window, title, keep=self.tr("Keep") if one.id else self.tr("Add to the board"))
        self._one = one
        self.whom = PersonPicker(bridge, self.tr("Whom"), one=True)
        self.whom.field.may_be_new = True
        self.known = Label("", "small", "text2", wrap=True)
        self.reason = TextField(self.tr("From a PhD to a city office"), name=self.tr("What it is about"))
        self.hope = NoteEdit(self.tr("What you hope to learn"), least=2, name=self.tr("What you hope to learn"))
        self.through = PersonPicker(bridge, self.tr("Who referred you"), one=True)
        self.purpose, self.channel = QComboBox(), QComboBox()
        self._build()
        self._show(one)
        self.hope.accepted.connect(self.write)
        self.whom.changed.connect(self._tell_known)

    def write(self) -> None:
        """Keep what is written; without a person it is said and stays in the form."""
        person_id = next(iter(self.whom.ids()), 0)
        new = replace(
            self._one, person_id=person_id, reason=self.reason.text().strip(), hope=self.hope.text().strip(),
            through_id=next(iter(self.through.ids()), None), purpose=self.purpose.currentData(),
            channel=self.channel.currentData(),
        )  # fmt: skip
        name = self.whom.field.text().strip()
        if self._one.id:
            done = self._bridge.do(outreach.change_plan, new)
        elif person_id:
            done = self._bridge.do(outreach.reach_out, new)
        elif name:
            done = self._bridge.do(outreach.reach_out_by_name, name, new)
        else:
            self.say(self.tr("Whom would you like to talk to?"))
            self.whom.field.setFocus()
            return
        if done is not None:
            self.close_panel()
            self.kept.emit(done.value)

    def first(self) -> QWidget:
        """Where one begins to write."""
        return self.reason if self.whom.ids() else self.whom.field

    def _tell_known(self) -> None:
        """What was tried with them before: a repeat is never asked of anybody twice."""
        person_id = next(iter(self.whom.ids()), 0)
        self.through.leave_out = person_id
        before = self._bridge.ask(outreach.of_person, person_id) if person_id and not self._one.id else ()
        words = {
            State.NO_ANSWER: self.tr("You asked them before and no answer came; that one rests."),
            State.DECLINED: self.tr("They said no before, which is fine."),
        }
        said = self.tr("They are on your board: {state}.").format(state=state_word(before[0].state)) if before else ""
        self.known.set_text(words.get(before[0].state, said) if before else "")
        self.known.setVisible(bool(self.known.text()))

    def _show(self, one: Outreach) -> None:
        self.whom.set_people([one.person_id] if one.person_id else [])
        self.reason.setText(one.reason)
        self.hope.set_text(one.hope)
        self.through.set_people([one.through_id] if one.through_id else [])
        for box, keys, words, chosen in (
            (self.purpose, PURPOSES, purpose_words(), one.purpose),
            (self.channel, ("", *CHANNELS), channel_words(), one.channel),
        ):
            for key in keys:
                box.addItem(words[key], key)
            box.setCurrentIndex(max(box.findData(chosen), 0))
        self._tell_known()

    def _build(self) -> None:
        if not self._one.id:
            self.body.addLayout(named(self.tr("Whom"), self.whom))
            self.body.addWidget(self.known)
        pairs = (
            (self.tr("What it is about"), self.reason), (self.tr("What you hope to learn"), self.hope),
            (self.tr("Who referred you"), self.through),
        )  # fmt: skip
        for words, field in pairs:
            self.body.addLayout(named(words, field))
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, box in ((self.tr("For what"), self.purpose), (self.tr("How you write"), self.channel)):
            box.setAccessibleName(words)
            row.addLayout(named(words, box), 1)
        self.body.addLayout(row)
        self.finish_form()


def open_outreach(frame: Frame, person_id: int = 0, one: Outreach | None = None) -> OutreachForm:
    """Open the form over the window: for somebody, for nobody yet, or to change an approach; then show it."""
    window = frame.catalogue.parent()
    assert isinstance(window, QWidget)
    form = OutreachForm(frame.bridge, window, one or Outreach(person_id))
    form.closed.connect(form.deleteLater)
    form.kept.connect(lambda outreach_id: frame.navigator.go(Place("outreach", "one", outreach_id)))
    form.open(form.first())
    return form
