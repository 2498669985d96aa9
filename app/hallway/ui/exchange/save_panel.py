"""Saving people to a file: as what, for which program, and whom."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFileDialog, QRadioButton, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.file_names import file_name
from hallway.domain.records import Report
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.frame.worker import Job
from hallway.ui.parts.form_panel import FormPanel, named
from hallway.ui.theme.look import look
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.usecases import exporting
from hallway.usecases.exporting import CARD_FORMS, TABLE_FORMS, Form, Whom

CARDS, TABLE = "cards", "table"
LOW = 560
"""Pixels of a window in which a message needs the room of the words that explain."""


class SavePeople(FormPanel):
    """Ctrl+Enter asks where; what cannot be written is said in the panel, which stays."""

    def __init__(self, bridge: Bridge, window: QWidget, first: str = CARDS) -> None:
        super().__init__(bridge, window, self.tr("Save people"), width=520, keep=self.tr("Save as…"))
        self._is_low = window.height() < look.scaled(LOW)
        self.job: Job | None = None
        self.kind = SegmentedControl(
            [(CARDS, self.tr("Address cards"), "users-round"), (TABLE, self.tr("Table"), "file-text")],
            name=self.tr("As what"),
        )
        self.cards, self.tables = FormChoice(self._card_words()), FormChoice(self._table_words())
        self.whom = QComboBox()
        words = self.tr("Your notes on people are in the file. Whoever was let go is not.")
        self.inside = Label(words, "small", "text2", wrap=True)
        self._build()
        self.kind.chosen.connect(self._show_kind)
        self.kind.choose(first)
        self._show_kind()

    def say(self, words: str) -> None:
        """Say what is to be put right; in a low window in place of what explains."""
        super().say(words)
        self._explain(not self._is_low)

    def form(self) -> Form:
        """What is chosen."""
        return (self.cards if self.kind.current() == CARDS else self.tables).form()

    def write(self) -> None:
        """Ask where to save; the dialog is the desktop's own."""
        if self.job is not None:
            return
        form, one = self.form(), self.whom.currentData()
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name = file_name(one.name, form.suffix, "people")
        dialog = QFileDialog(self, self.tr("Save people"), str(folder / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        is_cards = form in CARD_FORMS
        dialog.setNameFilters([self.tr("Address cards (*.vcf)") if is_cards else self.tr("Table (*.csv)")])
        dialog.setDefaultSuffix(form.suffix[1:])
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write it off the GUI thread."""
        desk, form, chosen = self._bridge.desk, self.form(), self.whom.currentData().chosen

        def work(report: Report) -> tuple[str, int]:
            made = desk.ask(exporting.made, form, chosen, report)
            exporting.write(path, made.data)
            return path.name, made.count

        self.message.hide()
        self._explain(True)
        self.keep.setEnabled(False)
        self.job = Job(work, desk.database.close_thread, self)
        self.job.finished_with.connect(self._saved)
        self.job.failed.connect(self._refuse)
        self.job.finished.connect(self._end)
        self.job.start()

    def close_panel(self) -> None:
        """Not while something is being written."""
        if self.job is None:
            super().close_panel()

    def _saved(self, told: tuple[str, int]) -> None:
        self._end()
        name, count = told
        self._bridge.said.emit(self.tr("%n people saved in {file}", "", count).format(file=name), False)
        self.close_panel()

    def _refuse(self, error: HallwayError) -> None:
        self.say(error.sentence)

    def _end(self) -> None:
        if self.job is not None:
            self.job.wait()
            self.job.deleteLater()
            self.job = None
            self.keep.setEnabled(True)

    def _show_kind(self) -> None:
        is_cards = self.kind.current() == CARDS
        self.cards.setVisible(is_cards)
        self.tables.setVisible(not is_cards)

    def _explain(self, shown: bool) -> None:
        for widget in (self.inside, *self.cards.lines, *self.tables.lines):
            widget.setVisible(shown)

    def _whom_words(self, one: Whom) -> str:
        words = {
            "everybody": self.tr("Everybody, {count}"),
            "known": self.tr("Without those archived or not yet met, {count}"),
            "group": self.tr("Group: {name}, {count}"),
            "view": self.tr("Saved view: {name}, {count}"),
        }
        return words[one.kind].format(name=one.name, count=one.count)

    def _card_words(self) -> Sequence[tuple[Form, str, str]]:
        words = (
            (self.tr("Version 3.0"), self.tr("For every phone, mail program and address book.")),
            (self.tr("Version 4.0"), self.tr("The newer standard, for programs that ask for it.")),
        )
        return [(form, *told) for form, told in zip(CARD_FORMS, words, strict=True)]

    def _table_words(self) -> Sequence[tuple[Form, str, str]]:
        words = (
            (self.tr("For a spreadsheet"), self.tr("Opens in Excel, LibreOffice or Numbers, and nothing in it runs.")),
            (self.tr("Exact copy"), self.tr("Every cell as it is here, for scripts and other programs.")),
            (self.tr("For Google Contacts"), self.tr("Google’s own columns, for Import at contacts.google.com.")),
            (self.tr("For Outlook"), self.tr("Outlook’s own columns, for its import.")),
        )
        return [(form, *told) for form, told in zip(TABLE_FORMS, words, strict=True)]

    def _build(self) -> None:
        for one in self._bridge.ask(exporting.lists_of):
            self.whom.addItem(self._whom_words(one), one)
        self.body.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.cards)
        self.body.addWidget(self.tables)
        self.body.addLayout(named(self.tr("Whom"), self.whom))
        self.body.addWidget(self.inside)
        self.finish_form()


class FormChoice(QWidget):
    """One of a few forms, each with a line on what it is for; arrows move the choice."""

    def __init__(self, forms: Sequence[tuple[Form, str, str]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.radios: dict[Form, QRadioButton] = {}
        self.lines: list[Label] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for form, words, use in forms:
            radio, line = QRadioButton(words), Label(use, "small", "text2", wrap=True)
            radio.setAccessibleDescription(use)
            radio.setChecked(not self.radios)
            line.setBuddy(radio)
            line.setContentsMargins(look.scaled(24), 0, 0, look.scaled(8))
            self.radios[form] = radio
            self.lines.append(line)
            self._group.addButton(radio)
            column.addWidget(radio)
            column.addWidget(line)

    def form(self) -> Form:
        """What is chosen."""
        return next(form for form, radio in self.radios.items() if radio.isChecked())


def open_save_people(frame: Frame, window: QWidget, first: str = CARDS) -> SavePeople:
    """Open it over the window, with address cards or a table chosen."""
    panel = SavePeople(frame.bridge, window, first)
    panel.closed.connect(panel.deleteLater)
    panel.open()
    panel.kind.focus_chosen()
    return panel
