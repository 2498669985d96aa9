"""Adding conditions one by one by keyboard: what to ask first, then the answer, both completed while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from hallway.ui.people.filter_offers import Offer, offers
from hallway.ui.people.filter_words import FIELDS, words
from hallway.ui.theme.look import look
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import FloatingCard
from hallway.ui.widgets.speak import announce
from hallway.ui.widgets.text_field import TextField

_Key = Qt.Key
_STEPS = {_Key.Key_Down: 1, _Key.Key_Up: -1, _Key.Key_PageDown: 8, _Key.Key_PageUp: -8}


class FilterField(TextField):
    """Keeps the keyboard while the list below it is moved in. ``stepped`` by so many lines."""

    stepped = Signal(int)
    taken = Signal()
    went_back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self.taken.emit()
        elif key in (_Key.Key_Backspace, _Key.Key_Left) and not self.text():
            self.went_back.emit()
        else:
            super().keyPressEvent(event)


class FilterPanel(FloatingCard):
    """``chosen`` tells an `Offer` that narrows the list. It stays open for the next one; Escape closes it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, names: Callable[[str], Sequence[tuple[str, int]]]) -> None:
        super().__init__(parent)
        self._names, self._kept = names, dict[str, Sequence[tuple[str, int]]]()
        self._in_field = ""
        self.setAccessibleName(self.tr("Filter people"))
        self._offers: list[Offer] = []
        self.field = FilterField("", icon="list-filter", name=self.tr("Show only people…"))
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("What to narrow the list by"))
        self.list.setFixedSize(look.scaled(280), look.scaled(260))
        self.count = Label("", "small", "text3")
        for part in (self.field, self.list, self.count):
            self.body.addWidget(part)
        self.body.setSpacing(8)
        self.field.textChanged.connect(self._offer)
        self.field.stepped.connect(self._step)
        self.field.taken.connect(self.take)
        self.field.went_back.connect(lambda: self.ask(""))
        self.list.itemClicked.connect(lambda _: self.take())

    def open_for(self, anchor: QWidget) -> None:
        """Open below a widget with everything one can ask."""
        self._kept.clear()
        self.ask("")
        self.open_below(anchor)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def ask(self, field: str) -> None:
        """Ask for the answer of a field, or (empty) for the field."""
        self._in_field = field
        self.field.setPlaceholderText(words(FIELDS[field]) if field else self.tr("Topic, place, last in touch…"))
        self.field.clear()
        self._offer()

    def show_count(self, count: int) -> None:
        """Say how many people fit now."""
        self.count.set_text(self.tr("%n people", "", count))

    def offered(self) -> list[str]:
        """Return the lines on show."""
        return [offer.text for offer in self._offers]

    def take(self) -> None:
        """Take the line that is current: go into its field, or tell what it narrows by."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._offers):
            return
        offer = self._offers[row]
        self.ask(offer.field)
        if not offer.field:
            self.chosen.emit(offer)

    def _offer(self) -> None:
        self._offers = offers(self._names_of, self._in_field, self.field.text())
        self.list.clear()
        self.list.addItems(self.offered() or [self.tr("Nothing here fits these words")])
        if self._offers:
            self.list.setCurrentRow(0)

    def _names_of(self, field: str) -> Sequence[tuple[str, int]]:
        """Names are asked for once while the panel is open."""
        if field not in self._kept:
            self._kept[field] = self._names(field)
        return self._kept[field]

    def _step(self, by: int) -> None:
        last = max(0, len(self._offers) - 1)
        self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), last))
        if self._offers:
            announce(self.field, self._offers[self.list.currentRow()].text)
