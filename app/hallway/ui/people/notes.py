"""The tab with free notes on a person: formatted to read, plain to write, kept when the keyboard leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.people import Person
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.inline_note import LeavingNote
from hallway.ui.parts.markdown_view import MarkdownView
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import link
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import people

WIDEST = 720


class Notes(QWidget):
    """What is written for one person never ends up with another."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._person_id, self._text = 0, ""
        self.view = MarkdownView(self.tr("Notes, formatted; F2 changes them"))
        self.change = link(self.tr("Change the notes"), "pencil")
        self.more = link(self.tr("Show more of the notes"), "chevron-down")
        self.edit = LeavingNote(
            self.tr("Anything worth remembering. It stays on this device."), least=14, most=60, name=self.tr("Notes")
        )
        self.hint = Label(
            self.tr("Kept when you leave the field. # makes a heading, - a list, **bold**, *italic*."),
            "small", "text3", wrap=True,
        )  # fmt: skip
        self._build()
        self._connect()

    def show_person(self, person: Person) -> None:
        """Show somebody's notes, unless their own are being written."""
        if person.id == self._person_id and self.edit.hasFocus():
            return
        self.keep_now()
        self._person_id, self._text = person.id, person.notes
        self._read()

    def keep_now(self) -> None:
        """Keep what is written for the person shown."""
        self.edit.keep_now()

    def write(self) -> None:
        """Open the field, with the keyboard in it."""
        self._fill_field()
        self._fold(writing=True)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, stay: bool = False) -> None:
        """Show what is written, formatted; while there is nothing the field stays open."""
        is_empty = not self._text.strip()
        if is_empty:
            self._fill_field()
        else:
            self.view.show_text(self._text)
        self._fold(writing=is_empty)
        if stay:
            (self.edit if is_empty else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_field(self) -> None:
        """Only when it is needed: a field takes a while to lay out a long text."""
        if self.edit.text() != self._text:
            self.edit.set_text(self._text)

    def _fold(self, writing: bool) -> None:
        self.edit.setVisible(writing)
        self.hint.setVisible(writing)
        self.view.setVisible(not writing)
        self.change.setVisible(not writing)
        self.more.setVisible(not writing and not self.view.is_whole())

    def _keep(self, text: str) -> None:
        if self._person_id:
            self._text = text
            self._bridge.do_quietly(people.change, self._person_id, "notes", text)

    def _connect(self) -> None:
        self.edit.kept.connect(self._keep)
        self.edit.accepted.connect(lambda: self._read(stay=True))
        self.edit.left.connect(lambda: self._read(stay=True))
        self.edit.gone.connect(self._read)
        self.view.wanted.connect(self.write)
        self.change.clicked.connect(self.write)
        self.more.clicked.connect(lambda: self.more.setVisible(not self.view.show_more()))

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 18, 16, 24)
        column.setSpacing(8)
        below = QHBoxLayout()
        below.addWidget(self.change)
        below.addWidget(self.more)
        below.addStretch(1)
        column.addWidget(self.view)
        column.addWidget(self.edit)
        column.addWidget(self.hint)
        column.addLayout(below)
        column.addStretch(1)
        self.view.setMaximumWidth(look.scaled(WIDEST))
        self.edit.setMaximumWidth(look.scaled(WIDEST))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(inside, keeps_room=True))
