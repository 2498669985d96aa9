"""Suggestions below a field while one types: whatever a query answers, to be taken by Enter or a click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

MOST = 8
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """One suggestion: what is shown, and what it stands for (an id; 0 when it is the words themselves)."""

    text: str
    id: int = 0


class Suggest(QObject):
    """Shows up to eight choices for the words in a field; ``chosen`` tells the one taken."""

    chosen = Signal(object)

    def __init__(self, field: QLineEdit, ask: Callable[[str], Sequence[Choice]], *, fill: bool = False) -> None:
        """With ``fill`` the field keeps the words of the choice, otherwise whoever listens decides."""
        super().__init__(field)
        self._field, self._ask, self._fill = field, ask, fill
        self._choices: list[Choice] = []
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(MOST)
        self._completer.setWidget(field)
        field.textEdited.connect(self.offer)
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]

    def offer(self, words: str) -> None:
        """Ask for the words and show what comes back; nothing hides the list."""
        self._choices = list(self._ask(words.strip()))[:MOST] if words.strip() else []
        self._names.setStringList([choice.text for choice in self._choices])
        if self._choices:
            self._list().installEventFilter(self)  # once more does nothing
            self._completer.complete()
        else:
            self._list().hide()

    def best(self) -> Choice | None:
        """Return the first suggestion on show."""
        return self._choices[0] if self._choices else None

    def is_open(self) -> bool:
        """Tell whether the list is on screen."""
        return self._list().isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the suggestion that was gone to, and is the field's otherwise.

        The completer alone would let the field have the key first, which ends there, and then take the first one.
        """
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            chosen = self._list().selectionModel().selectedIndexes()
            self._list().hide()
            if chosen:
                self._take(chosen[0])
            else:
                QCoreApplication.sendEvent(self._field, event)
            return True
        return super().eventFilter(watched, event)

    def _list(self) -> QAbstractItemView:
        popup = self._completer.popup()
        assert popup is not None
        return popup

    def _take(self, index: QModelIndex) -> None:
        choice = self._choices[index.row()]
        self._choices = []
        self._field.setText(choice.text if self._fill else "")
        self.chosen.emit(choice)


def words_of(names: Callable[[], Sequence[str]]) -> Callable[[str], Sequence[Choice]]:
    """Return a query over plain names: those that begin with the words first, then those that hold them."""

    def ask(words: str) -> Sequence[Choice]:
        needle = words.casefold()
        found = [name for name in names() if needle in name.casefold() and name.casefold() != needle]
        found.sort(key=lambda name: not name.casefold().startswith(needle))
        return [Choice(name) for name in found[:MOST]]

    return ask
