"""Logging what happened with several people at once, from anywhere in the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError, Refused
from hallway.domain.interactions import Interaction, Kind, NewInteraction, Participant
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.event_picker import EventPicker
from hallway.ui.parts.log_line import DayChip, KindChip
from hallway.ui.parts.moment_times import MomentTimes
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.parts.promised import PromisedChips
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.disclosure import Disclosure
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import interactions, people

MOST = 50
"""People of one moment: each has a chip and a line for a note."""


class LogPanel(OverlayPanel):
    """Who, what, when, at which event, and a note for each person; Ctrl+Enter logs."""

    logged = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window, title=self.tr("What happened?"), width=600)
        self._bridge = bridge
        self.people = PersonPicker(bridge, self.tr("With whom"))
        self.words = NoteEdit(self.tr("In your own words"), least=3, most=8, name=self.tr("What happened there"))
        self.kind, self.day = KindChip(), DayChip(bridge.desk.clock.today())
        self.times = MomentTimes()
        self.event_field = EventPicker(bridge, self.tr("Event"), self.tr("At an event, if it was one"))
        self.promised = PromisedChips()
        self.promised.begin(bridge.desk.clock.today())
        self._changing: Interaction | None = None
        self._notes: dict[int, TextField] = {}
        self._note_rows = QWidget()
        self._note_column = QVBoxLayout(self._note_rows)
        self._note_column.setContentsMargins(0, 0, 0, 0)
        self.notes = Disclosure(self.tr("A note for each person"), body=self._note_rows)
        self.message = InlineMessage("", tone="amber")
        self.keep = primary(self.tr("Log it"), keys="Ctrl+Enter")
        self._build()
        self.people.changed.connect(self._show_notes)
        self.words.accepted.connect(self.log)
        self.words.textChanged.connect(self._read_promises)
        self.keep.clicked.connect(self.log)
        bridge.refused.connect(self._hear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.log()
        super().keyPressEvent(event)

    def begin(self, person_ids: Sequence[int]) -> None:
        """Start with these people and open; with more than fit one moment, it asks anew who it was."""
        if len(person_ids) > MOST:
            self._refuse(self.tr("That is more than {most} people. Who was there?").format(most=MOST))
            person_ids = ()
        self.people.set_people(person_ids)
        self._show_notes(self.people.ids())
        self.open(self.words if person_ids else self.people.field)

    def begin_change(self, moment: Interaction) -> None:
        """Start with what was logged before, and open."""
        self._changing = moment
        self.keep.setText(self.tr("Keep changes"))
        self.words.set_text(moment.summary)
        self.kind.set_kind(moment.kind)
        self.day.set_day(moment.on)
        self.times.show_times(moment.at_time, moment.minutes)
        self.event_field.set_event(moment.event_id, moment.event)
        self.people.set_people([one.person_id for one in moment.people])
        self._show_notes(self.people.ids())
        for one in moment.people:
            self._notes[one.person_id].setText(one.note)
        self.open(self.words)

    def log(self) -> None:
        """Log it and close; what does not make sense is said above the buttons."""
        taken = tuple(Participant(id_, note=self._note(id_)) for id_ in self.people.ids())
        if not taken:
            self._refuse(self.tr("Choose at least one person."))
            self.people.field.setFocus()
            return
        try:
            at_time, minutes = self.times.read()
        except Refused as error:
            self._refuse(error.sentence)
            return
        new = NewInteraction(
            self.day.day, taken, self.kind.kind, self.words.text().strip(), at_time=at_time, minutes=minutes,
            event_id=self.event_field.event_id(),
        )  # fmt: skip
        if self._changing is not None:
            self._change(self._changing, new)
        elif (done := self._bridge.do(interactions.log, new, self.promised.promises())) is not None:
            self.close_panel()
            self.logged.emit(done.value)

    def _change(self, before: Interaction, new: NewInteraction) -> None:
        """What the panel does not show stays as it was."""
        session = before.session_id if new.event_id == before.event_id else None
        whole = replace(new, direction=before.direction, session_id=session)
        if self._bridge.do(interactions.change, before.id, whole) is not None:
            self.close_panel()

    def _read_promises(self) -> None:
        if self._changing is None:  # what was promised with an entry has its own place once it is logged
            self.promised.read(self.words.text())

    def _note(self, person_id: int) -> str:
        field = self._notes.get(person_id)
        return field.text().strip() if field else ""

    def _hear(self, error: HallwayError) -> None:
        if self.isVisible():
            self._refuse(error.sentence)

    def _refuse(self, words: str) -> None:
        self.message.set_text(words)
        self.message.show()

    def _show_notes(self, person_ids: Sequence[int]) -> None:
        """One field for each person; what was written for those who stay is kept."""
        written = {id_: field.text() for id_, field in self._notes.items()}
        while (item := self._note_column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        rows = self._bridge.ask(people.rows, person_ids) if person_ids else {}
        self._notes = {id_: TextField(rows[id_].name, name=self.tr("Note for {name}").format(name=rows[id_].name))
                       for id_ in person_ids if id_ in rows}  # fmt: skip
        for id_, field in self._notes.items():
            field.setText(written.get(id_, ""))
            self._note_column.addWidget(field)
        self.notes.setVisible(bool(self._notes))

    def _build(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for part in (self.kind, self.day, self.times):
            chips.addWidget(part)
        chips.addStretch(1)
        self.message.hide()
        self.body.addWidget(Label(self.tr("With whom"), "section", "text2"))
        self.body.addWidget(self.people)
        self.body.addLayout(chips)
        self.body.addWidget(self.words)
        self.body.addWidget(self.promised)
        self.body.addWidget(self.event_field)
        self.body.addWidget(self.notes)
        self.body.addWidget(self.message)
        foot = self.foot()
        cancel = quiet(self.tr("Cancel"))
        cancel.clicked.connect(self.close_panel)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)


def open_log(frame: Frame, person_ids: Sequence[int] = (), kind: Kind = Kind.CONVERSATION) -> LogPanel:
    """Open the panel over the window with these people in it; it goes when it is closed."""
    window = frame.catalogue.parent()
    assert isinstance(window, QWidget)
    panel = LogPanel(frame.bridge, window)
    panel.kind.set_kind(kind)
    panel.closed.connect(panel.deleteLater)
    panel.begin(person_ids)
    return panel


def change_moment(frame: Frame, window: QWidget, moment: Interaction) -> LogPanel:
    """Open the panel over the window to change what was logged."""
    panel = LogPanel(frame.bridge, window)
    panel.closed.connect(panel.deleteLater)
    panel.begin_change(moment)
    return panel
