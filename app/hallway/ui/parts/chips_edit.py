"""A few words as chips, with a field behind them to add one: interests, groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.ui.parts.suggest import Suggest, words_of
from hallway.ui.theme.look import look
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.text_field import TextField


class ChipsEdit(QWidget):
    """Chips that can be taken off, and a field that adds; ``changed`` tells all words after each step.

    ``names`` answers what can be completed to. Enter or a comma adds; Backspace in the empty field goes to the
    last chip.
    """

    changed = Signal(tuple)

    def __init__(self, name: str, placeholder: str, names: Callable[[], Sequence[str]] = tuple) -> None:
        super().__init__()
        self._name = name
        self._words: tuple[str, ...] = ()
        self._chips: list[Chip] = []
        self.field = AddField(placeholder, name)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.field)
        self._suggest = Suggest(self.field, words_of(names))
        self._suggest.chosen.connect(lambda choice: self._add(choice.text))
        self.field.entered.connect(self._add)
        self.field.stepped_back.connect(self._to_last_chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words(self) -> tuple[str, ...]:
        """Return the words shown."""
        return self._words

    def set_words(self, words: Sequence[str]) -> None:
        """Show other words, without telling."""
        self.field.clear()
        if tuple(words) == self._words:
            return
        self._words = tuple(words)
        if len(words) > len(self._chips):
            self._make_chips(len(words))
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(words))
            if place < len(words):
                self._name_chip(chip, words[place])
        self.updateGeometry()

    def _make_chips(self, number: int) -> None:
        """Chips are made once and used again, so that going through people stays quick."""
        self._flow.takeAt(self._flow.count() - 1)
        while len(self._chips) < number:
            chip = Chip("", removable=True)
            chip.removed.connect(lambda chip=chip: self._take_off(chip.text()))
            self._chips.append(chip)
            self._flow.addWidget(chip)
        self._flow.addWidget(self.field)

    def _name_chip(self, chip: Chip, word: str) -> None:
        chip.setText(word)
        chip.setAccessibleName(self.tr("{name}: {word}, Delete takes it off").format(name=self._name, word=word))
        chip.updateGeometry()

    def _add(self, word: str) -> None:
        word = word.strip().strip(",").strip()
        self.field.clear()
        if word and word.casefold() not in {known.casefold() for known in self._words}:
            self._tell((*self._words, word))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_off(self, word: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(tuple(known for known in self._words if known != word))

    def _tell(self, words: tuple[str, ...]) -> None:
        self.set_words(words)
        self.changed.emit(words)

    def _to_last_chip(self) -> None:
        if self._words:
            self._chips[len(self._words) - 1].setFocus(Qt.FocusReason.BacktabFocusReason)


class AddField(TextField):
    """A small field without a box at the end of some chips; ``entered`` tells what was typed."""

    entered = Signal(str)
    stepped_back = Signal()
    may_be_new = False
    """Whether the form around takes what is typed even where it fits nobody."""

    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__(placeholder, bare=True, role="small", name=name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(132), look.scaled(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(60), look.scaled(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.may_be_new and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)  # Ctrl+Enter is for the form that the field stands in
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma) and self.text().strip():
            self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.stepped_back.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


