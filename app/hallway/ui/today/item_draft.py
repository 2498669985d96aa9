"""The open part of one small thing: a first draft to edit, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.today import Item
from hallway.ui.widgets.button import primary, quiet, secondary
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit


class ItemDraft(QWidget):
    """With an address the draft can be copied and the mail program opened; without one it is copied."""

    copied = Signal()
    mailed = Signal()
    done = Signal()
    put_off = Signal()
    not_needed = Signal()
    write_wanted = Signal()

    def __init__(self, item: Item, can_mail: bool, can_write: bool = False) -> None:
        """`can_write` offers the whole message beside the first line."""
        super().__init__()
        self._about_event = bool(item.event_id)
        self.note = NoteEdit(least=3, bare=True, name=self.tr("Draft for {person}").format(person=item.person))
        self.note.set_text(item.draft.strip())
        self.send = primary(self.tr("Copy and open mail"), "mail") if can_mail else primary(self.tr("Copy"), "copy")
        self.finish = secondary(self.tr("Done"), "check")
        self.later = secondary(self.tr("Another day"), "clock")
        self.write = quiet(self.tr("Write…"), "pencil")
        self.leave = quiet(self.tr("Not needed"))
        self._name_buttons(item)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addWidget(self._panel())
        self._column.addLayout(self._row())
        self.set_inset(0)
        self.send.clicked.connect(self.mailed if can_mail else self.copied)
        self.finish.clicked.connect(self.done)
        self.later.clicked.connect(self.put_off)
        self.leave.clicked.connect(self.not_needed)
        self.write.clicked.connect(self.write_wanted)
        self.write.setVisible(can_write)
        self.note.accepted.connect(self.done)

    def words(self) -> str:
        """The draft as it stands."""
        return self.note.text()

    def set_inset(self, pixels: int) -> None:
        """Begin so far from the left."""
        self._column.setContentsMargins(pixels, 0, 4, 4)

    def _panel(self) -> SoftPanel:
        panel = SoftPanel()
        head = QHBoxLayout()
        head.setSpacing(8)
        words = self.tr("Who, and what to remember") if self._about_event else self.tr("A first line to start from")
        head.addWidget(Label(words, "section", "text2"))
        head.addWidget(Label(self.tr("edit it as you like"), "small", "text2", elide=True), 1)
        panel.body.addLayout(head)
        panel.body.addWidget(self.note)
        return panel

    def _row(self) -> QHBoxLayout:
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        for button in (self.send, self.finish, self.later, self.write):
            flow.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(holder, 1)
        row.addWidget(self.leave)
        return row

    def _name_buttons(self, item: Item) -> None:
        """No two buttons of the window have the same name: each says what it is about."""
        for button in (self.send, self.finish, self.later, self.write, self.leave):
            button.setAccessibleName(self.tr("{verb}: {what}").format(verb=button.text(), what=item.title))
