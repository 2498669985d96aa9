"""The card with the day's few things; one of them is open, and a finished one folds away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.domain.today import Item
from hallway.ui.today.item_row import ItemRow
from hallway.ui.widgets.card import Card


class Wanted(NamedTuple):
    """What was asked of an item (see `ItemRow.wanted`), with words or a day."""

    verb: str
    item: Item
    value: object = None


class ItemsCard(Card):
    """Rows for items. `wanted` carries what is asked of one; `came` tells the row to bring into view."""

    wanted = Signal(object)
    came = Signal(QWidget)

    def __init__(self, make: Callable[[Item], ItemRow], *, opens_first: bool = True) -> None:
        super().__init__(padding=0, spacing=0)
        self._make, self._opens_first = make, opens_first
        self.rows: list[ItemRow] = []
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addWidget(self._holder)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these; rows whose item stayed the same keep their draft and whether they are open."""
        before = self.rows
        if [row.item for row in before] == list(items):
            return
        keyboard = next((at for at, row in enumerate(before) if _has_keyboard(row)), None)
        self.rows = [self._row(item) for item in items]
        self._lay_out(before)
        if self._opens_first and self.rows and not any(row.is_open for row in self.rows):
            self.rows[0].set_open(True)
        if keyboard is not None and self.rows and not any(map(_has_keyboard, self.rows)):
            self.rows[min(keyboard, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fold([row for row in before if row not in self.rows])

    def open_row(self, chosen: ItemRow) -> None:
        """Open one row, which closes the others; an open one closes."""
        was_open = chosen.is_open
        for row in self.rows:
            row.set_open(row is chosen and not was_open)
        self.came.emit(chosen)

    def _lay_out(self, before: Sequence[ItemRow]) -> None:
        """Put the rows in order; those that went stay at their place while they fold away."""
        order = list(self.rows)
        for at, row in enumerate(before):
            if row not in self.rows:
                order.insert(min(at, len(order)), row)
        for at, row in enumerate(order):
            row.line_above = at > 0
            row.update()
            self._column.insertWidget(at, row)

    def _fold(self, gone: Sequence[ItemRow]) -> None:
        if not gone:
            return
        from hallway.ui.widgets.motion import fold  # the first page folds nothing

        for row in gone:
            row.setEnabled(False)
            fold(row, partial(self._forget, row))

    def _forget(self, row: ItemRow) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        for at, kept in enumerate(self.rows):
            kept.line_above = at > 0
            kept.update()

    def _row(self, item: Item) -> ItemRow:
        former = next((row for row in self.rows if _key(row.item) == _key(item)), None)
        if former is not None and former.item == item:
            return former
        row = self._make(item)
        row.opened.connect(lambda: self.open_row(row))
        row.wanted.connect(lambda verb, value: self.wanted.emit(Wanted(verb, item, value)))
        row.stepped.connect(lambda by: self._step(row, by))
        if former is not None and former.own_words():
            row.take_words(former.own_words())
        return row

    def _step(self, row: ItemRow, by: int) -> None:
        at = self.rows.index(row) + by if row in self.rows else -1
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.came.emit(self.rows[at])


def _key(item: Item) -> tuple[str, int]:
    return (item.kind, item.subject_id)


def _has_keyboard(row: ItemRow) -> bool:
    focused = row.window().focusWidget()
    return focused is row or row.isAncestorOf(focused)
