"""A thing to share written down: pasted whole, then its title, kind, address and words put right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.sharing import Resource
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.chips_edit import ChipsEdit
from hallway.ui.parts.favour_words import thing_words
from hallway.ui.parts.form_panel import FormPanel, named
from hallway.ui.widgets.button import link
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import people, sharing


class ThingForm(FormPanel):
    """Ctrl+Enter keeps, Escape leaves; `kept` tells which one. What is pasted into the text fills the empty fields."""

    kept = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget, one: Resource) -> None:
        title, keep = self.tr("Who would want this?"), self.tr("Show who would want it")
        super().__init__(bridge, window, title, width=600, keep=keep)
        self._one = one
        hint = self.tr("Paste a title, a summary, a call, an entry of a bibliography")
        self.text = NoteEdit(hint, least=10, most=10, squeezed=3, name=self.tr("What it says"))
        self.title_field = TextField(self.tr("Title"), name=self.tr("Title"))
        self.address = TextField(self.tr("https://…"), name=self.tr("Address"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("What it is"))
        self.topics = ChipsEdit(self.tr("Topics"), self.tr("Add a topic"), lambda: bridge.ask(people.topic_names))
        self.file = link(self.tr("Choose a file…"), "file-text")
        self._build()
        self.show_thing(one)
        self.text.kept.connect(self._read)
        self.text.accepted.connect(self.write)
        self.file.clicked.connect(self._ask_file)

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

    def _read(self, text: str) -> None:
        """What was pasted tells title, address and kind, as long as nobody wrote a title."""
        if not text.strip() or self.title_field.text().strip():
            return
        try:
            found = sharing.read(text)
        except HallwayError as error:
            self.say(error.sentence)
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
            self.say(error.sentence)
            return
        self._one = replace(self._one, authors=found.authors)
        self.show_thing(found)

    def _build(self) -> None:
        for key, words in thing_words().items():
            self.kind.addItem(words, key)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("What it says"), self.text), (self.tr("Title"), self.title_field),
            (self.tr("Address"), self.address), (self.tr("What it is"), self.kind), (self.tr("Topics"), self.topics),
        ]  # fmt: skip
        for words, field in rows:
            self.body.addLayout(named(words, field))
        self.finish_form(self.file)


def open_thing(bridge: Bridge, window: QWidget, one: Resource | None = None) -> ThingForm:
    """Open the form over the window."""
    form = ThingForm(bridge, window, one or Resource(""))
    form.closed.connect(form.deleteLater)
    form.open(form.keep if one is not None and not one.id else form.text)
    return form
