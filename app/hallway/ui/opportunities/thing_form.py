"""A thing to share written down: pasted whole, then its title, kind, address and words put right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.sharing import Resource
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.chips_edit import ChipsEdit
from hallway.ui.parts.favour_words import thing_words
from hallway.ui.widgets.button import link, primary, quiet
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit, lines_that_fit
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import people, sharing

OTHER_PARTS = 500
"""Pixels of the panel that are not the text."""


class ThingForm(OverlayPanel):
    """Ctrl+Enter keeps, Escape leaves; `kept` tells which one. What is pasted into the text fills the empty fields."""

    kept = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget, one: Resource) -> None:
        super().__init__(window, title=self.tr("Who would want this?"), width=600)
        self._bridge, self._one = bridge, one
        lines = lines_that_fit(window, OTHER_PARTS, 3, 10)
        hint = self.tr("Paste a title, a summary, a call, an entry of a bibliography")
        self.text = NoteEdit(hint, least=lines, most=lines, name=self.tr("What it says"))
        self.title_field = TextField(self.tr("Title"), name=self.tr("Title"))
        self.address = TextField(self.tr("https://…"), name=self.tr("Address"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("What it is"))
        self.topics = ChipsEdit(self.tr("Topics"), self.tr("Add a topic"), lambda: bridge.ask(people.topic_names))
        self.file = link(self.tr("Choose a file…"), "file-text")
        self.message = InlineMessage("", tone="amber")
        self.keep = primary(self.tr("Show who would want it"), keys="Ctrl+Enter")
        self._build()
        self.show_thing(one)
        self.text.kept.connect(self._read)
        self.text.accepted.connect(self.write)
        self.file.clicked.connect(self._ask_file)
        self.keep.clicked.connect(self.write)
        bridge.refused.connect(self._hear)

    def show_thing(self, one: Resource) -> None:
        """Fill the fields."""
        self.text.set_text(one.text)
        self.title_field.setText(one.title)
        self.address.setText(one.link)
        self.kind.setCurrentIndex(self.kind.findData(one.kind))
        self.topics.set_words(one.topics)

    def write(self) -> None:
        """Keep it; what is missing is said and stays in the form."""
        self._read(self.text.text())
        new = replace(
            self._one, title=self.title_field.text(), kind=self.kind.currentData(), link=self.address.text(),
            text=self.text.text(), topics=self.topics.words(),
        )  # fmt: skip
        if new.id:
            if self._bridge.do(sharing.change, new) is not None:
                self.close_panel()
        elif (done := self._bridge.do(sharing.add, new)) is not None:
            self.close_panel()
            self.kept.emit(done.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.write()
        super().keyPressEvent(event)

    def _read(self, text: str) -> None:
        """What was pasted tells title, address and kind, as long as nobody wrote a title."""
        if not text.strip() or self.title_field.text().strip():
            return
        try:
            found = sharing.read(text)
        except HallwayError as error:
            self._hear(error)
            return
        self._one = replace(self._one, authors=found.authors)
        self.show_thing(replace(found, topics=self.topics.words()))

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("A mail, an entry of a bibliography, a text"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_file(self, path: str) -> None:
        """Fill the fields from a file; what it is not is said."""
        from pathlib import Path

        try:
            found = sharing.read_file(Path(path))
        except HallwayError as error:
            self._hear(error)
            return
        self._one = replace(self._one, authors=found.authors)
        self.show_thing(found)

    def _hear(self, error: HallwayError) -> None:
        if self.isVisible():
            self.message.set_text(error.sentence)
            self.message.show()

    def _build(self) -> None:
        for key, words in thing_words().items():
            self.kind.addItem(words, key)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("What it says"), self.text), (self.tr("Title"), self.title_field),
            (self.tr("Address"), self.address), (self.tr("What it is"), self.kind), (self.tr("Topics"), self.topics),
        ]  # fmt: skip
        for words, field in rows:
            self.body.addWidget(Label(words, "section", "text2"))
            self.body.addWidget(field)
        self.message.hide()
        self.body.addWidget(self.message)
        foot = self.foot()
        leave = quiet(self.tr("Cancel"))
        leave.clicked.connect(self.close_panel)
        foot.addWidget(self.file)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.keep)


def open_thing(bridge: Bridge, window: QWidget, one: Resource | None = None) -> ThingForm:
    """Open the form over the window."""
    form = ThingForm(bridge, window, one or Resource(""))
    form.closed.connect(form.deleteLater)
    form.open(form.keep if one is not None and not one.id else form.text)
    return form
