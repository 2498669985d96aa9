"""The head of a person's page: face, name, how to say it, what they do, groups, and the main actions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from hallway.domain.people import Person
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.chip_row import ChipRow
from hallway.ui.parts.reflow import ReflowRow
from hallway.ui.people.inline_name import InlineName
from hallway.ui.people.photo_face import PhotoFace
from hallway.ui.widgets.button import icon_button, primary, secondary
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.tooltip import plain
from hallway.usecases import people


class PersonHeader(ReflowRow):
    """`wanted` tells: log, write, more."""

    wanted = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(least=560)
        self._bridge = bridge
        self._person: Person | None = None
        self.face = PhotoFace(bridge)
        self.name = InlineName(self.tr("Name"))
        self.pronouns = Label("", "body", "text3")
        self.sound_mark = Picture("volume-2", 14, "text2")
        self.sound = Label("", "small", "text2", elide=True)
        self.line = Label("", "body", "text2", elide=True)
        self.log = primary(self.tr("Log"), "plus")
        self.write = secondary(self.tr("Write"), "mail")
        self.more = icon_button("ellipsis", self.tr("More to do with this person"), "secondary")
        self.chips = ChipRow()
        self._build()
        self._connect()

    def show_person(self, person: Person) -> None:
        """Show somebody."""
        self._person = person
        self.face.show_person(person.id, person.name, person.has_photo)
        if not self.name.is_editing():
            self.name.set_text(person.name)
        self.pronouns.set_text(person.pronouns)
        self.pronouns.setVisible(bool(person.pronouns))
        self.sound.set_text(person.phonetic)
        for widget in (self.sound, self.sound_mark):
            widget.setVisible(bool(person.phonetic))
        self.line.set_text(self._role(person))
        self.chips.set_words(person.groups)
        self._show_write(person)

    def _role(self, person: Person) -> str:
        work = person.works_at
        if work is None:
            return ""
        if work.role and work.organisation:
            return self.tr("{role} at {organisation}").format(role=work.role, organisation=work.organisation)
        return work.role or work.organisation

    def _show_write(self, person: Person) -> None:
        address = person.emails[0].address if person.emails else ""
        self.write.setEnabled(bool(address))
        words = self.tr("Opens your mail program, to {address}").format(address=address)
        without = self.tr("No mail address is written down yet. Details is the place for one.")
        self.write.setToolTip(plain(words) if address else without)

    def _build(self) -> None:
        self.row.setContentsMargins(28, 20, 28, 8)
        self.row.setSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._make_title())
        column.addWidget(self.line)
        column.addSpacing(8)
        column.addWidget(self.chips)
        column.addStretch(1)
        row.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.log, self.write, self.more):
            actions.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        actions.addStretch(0)
        self.row.addLayout(row, 1)
        self.row.addLayout(actions)

    def _make_title(self) -> ReflowRow:
        """Name and pronouns, and how to say the name behind them or below."""
        title = ReflowRow(least=340)
        called, said = QHBoxLayout(), QHBoxLayout()
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        called.addWidget(self.name)
        called.addWidget(self.pronouns, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.sound_mark)
        said.addWidget(self.sound, 0, Qt.AlignmentFlag.AlignVCenter)
        title.row.setContentsMargins(0, 0, 0, 0)
        for part in (called, said):
            part.setSpacing(8)
            part.addStretch(0)
            title.row.addLayout(part)
        title.row.setSpacing(8)
        title.row.addStretch(1)
        return title

    def _connect(self) -> None:
        self.name.kept.connect(self._rename)
        self.face.refused.connect(self._bridge.refused)
        self.log.clicked.connect(lambda: self.wanted.emit("log"))
        self.write.clicked.connect(lambda: self.wanted.emit("write"))
        self.more.clicked.connect(lambda: self.wanted.emit("more"))

    def _rename(self, name: str) -> None:
        person = self._person
        if person is not None and self._bridge.do_quietly(people.change, person.id, "name", name) is None:
            self.name.set_text(person.name)
