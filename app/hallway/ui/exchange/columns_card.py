"""The columns of a table: what each holds, what it means, and the words to change that."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.columns import Column, Layout, Meaning, with_meaning
from hallway.ui.exchange.column_words import (
    CHOICES,
    DELIMITERS,
    ENCODINGS,
    LISTS,
    MEANINGS,
    PRODUCERS,
    say,
    say_form,
)
from hallway.ui.theme.icons import icon
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import link
from hallway.ui.widgets.card import Card, Hairline
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture

CHOICE_WIDTH = 200
MOST_SAMPLE = 200


class ColumnsCard(Card):
    """One line a column that holds something. `changed` carries the file and its new layout, `form_changed` the file,
    its encoding and its delimiter.
    """

    changed = Signal(str, object)
    form_changed = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("columns", "Columns"), spacing=10)
        self._matched = Label("", "small", "text2")
        self.head.addWidget(self._matched)
        self._tables = QVBoxLayout()
        self._tables.setSpacing(14)
        self.body.addLayout(self._tables)
        self._shown: Mapping[str, Layout] = {}

    def show_layouts(self, layouts: Mapping[str, Layout]) -> None:
        """Show the tables of an import, by file; the card hides while there is none."""
        if layouts == self._shown:
            return
        self._shown = layouts
        while self._tables.count():
            item = self._tables.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for file, layout in layouts.items():
            table = Table(file if len(layouts) > 1 else "", layout)
            table.chosen.connect(lambda changed, file=file: self.changed.emit(file, changed))
            table.form_chosen.connect(lambda code, sign, file=file: self.form_changed.emit(file, code, sign))
            self._tables.addWidget(table)
        placed, held = (sum(layout.matched[at] for layout in layouts.values()) for at in (0, 1))
        self._matched.set_text(self.tr("Matched {placed} of {held}").format(placed=placed, held=held))
        self.setVisible(bool(layouts))


class Table(QWidget):
    """One table: how it is written, and its columns."""

    chosen = Signal(object)
    form_chosen = Signal(str, str)

    def __init__(self, file: str, layout: Layout) -> None:
        super().__init__()
        self._layout = layout
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if file:
            column.addWidget(Label(file, "strong", elide=True))
        column.addWidget(self._form())
        if not layout.names_people:
            words = self.tr("No column says who a row is about. Choose which one holds the name.")
            column.addWidget(Label(words, "body", "amber", wrap=True))
        held = [at for at, one in enumerate(layout.columns) if one.filled]
        for at in held:
            column.addWidget(Hairline())
            column.addWidget(self._line(at, layout.columns[at]))
        empty = len(layout.columns) - len(held)
        if empty:
            column.addWidget(Label(self.tr("%n columns are empty.", "", empty), "small", "text2"))

    def _form(self) -> QWidget:
        """How the table is written, and the two choices that open below it."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        said = say_form(self._layout)
        if self._layout.producer in PRODUCERS:
            said = self.tr("From {program}.").format(program=PRODUCERS[self._layout.producer]) + " " + said
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(said, "small", "text2", wrap=True), 1)
        change = link(self.tr("Change"))
        change.setAccessibleName(self.tr("Change the letters or what stands between the columns"))
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        choices = self._form_choices()
        change.clicked.connect(lambda: choices.setVisible(choices.isHidden()))
        column.addLayout(row)
        column.addWidget(choices)
        choices.setVisible(self._layout.is_guessed)  # only now: without a parent it would be a window for a moment
        return whole

    def _form_choices(self) -> QWidget:
        self.letters, self.between = Choice(self.tr("Letters")), Choice(self.tr("Between the columns"))
        for code in dict.fromkeys((*CHOICES, self._layout.encoding)):
            self.letters.addItem(ENCODINGS.get(code, code), code)
        for sign, words in DELIMITERS.items():
            self.between.addItem(QCoreApplication.translate("columns", words), sign)
        self.letters.choose(self._layout.encoding)
        self.between.choose(self._layout.delimiter)
        for box in (self.letters, self.between):
            box.activated.connect(
                lambda: self.form_chosen.emit(self.letters.currentData(), self.between.currentData())
            )
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.letters, 1)
        row.addWidget(self.between, 1)
        return whole

    def _line(self, at: int, column: Column) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        header = column.header or self.tr("Column {number}").format(number=at + 1)
        sample = next((" ".join(one.split()) for one in column.samples if one.strip()), "")[:MOST_SAMPLE]
        words.addWidget(Label(header, "name", elide=True))
        words.addWidget(Label(sample, "small", "text2", elide=True))
        row.addLayout(words, 4)
        row.addWidget(Picture("arrow-right", 16, "text2"))
        row.addWidget(self._choice(at, column, header), 5)
        return line

    def _choice(self, at: int, column: Column, header: str) -> Choice:
        choice = Choice(self.tr("What “{header}” means").format(header=header))
        choice.setMaximumWidth(look.scaled(CHOICE_WIDTH))
        for meaning, (mark, words) in MEANINGS.items():
            own = meaning is column.meaning
            choice.addItem(icon(mark, "text2"), say(column) if own else _t(words), meaning.value)
        choice.choose(column.meaning.value)
        choice.activated.connect(lambda: self._choose(at, Meaning(choice.currentData())))
        return choice

    def _choose(self, at: int, meaning: Meaning) -> None:
        column = self._layout.columns[at]
        if meaning is not column.meaning:
            self._layout = with_meaning(self._layout, at, meaning, _sign(column) if meaning in LISTS else "")
            self.chosen.emit(self._layout)


class Choice(QComboBox):
    """A list to choose from that leaves the wheel to whatever scrolls."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxVisibleItems(16)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.installEventFilter(self)

    def choose(self, data: str) -> None:
        """Show the choice with this value, without telling anybody."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(data))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _sign(column: Column) -> str:
    """What stands between several values in the cells that were seen."""
    cells = " ".join(column.samples)
    return next((sign for sign in (";", " ::: ", "|", ",") if sign in cells), "")


def _t(text: str) -> str:
    return QCoreApplication.translate("columns", text)
