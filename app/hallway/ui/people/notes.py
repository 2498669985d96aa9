"""The tab with free notes on a person, kept when the keyboard leaves."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.domain.people import Person
from hallway.ui.frame.bridge import Bridge
from hallway.ui.people.overview import plain_scroll
from hallway.ui.theme.look import look
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.usecases import people


class Notes(QWidget):
    """Plain text; what is written for one person never ends up with another."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._person_id = 0
        self.edit = NoteEdit(
            self.tr("Anything worth remembering. It stays on this device."), least=14, most=60, name=self.tr("Notes")
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 18, 16, 24)
        column.setSpacing(8)
        column.addWidget(self.edit)
        column.addWidget(Label(self.tr("Kept when you leave the field."), "small", "text3"))
        column.addStretch(1)
        self.edit.setMaximumWidth(look.scaled(720))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(plain_scroll(inside))
        self.edit.kept.connect(self._keep)

    def show_person(self, person: Person) -> None:
        """Show somebody's notes, unless their own are being written."""
        if person.id == self._person_id and self.edit.hasFocus():
            return
        self.keep_now()
        self._person_id = person.id
        if self.edit.text() != person.notes:
            self.edit.set_text(person.notes)

    def keep_now(self) -> None:
        """Keep what is written for the person shown."""
        self.edit._keep()

    def _keep(self, text: str) -> None:
        if self._person_id:
            self._bridge.do_quietly(people.change, self._person_id, "notes", text)
