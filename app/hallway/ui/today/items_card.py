"""The card with the day's few things; one of them is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.domain.today import Item
from hallway.ui.today.item_row import ItemRow
from hallway.ui.widgets.card import Card, Hairline


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked of an item: done, put off, not needed, copied or mailed, with words or a day."""

    verb: str
    item: Item
    value: object = None


class ItemsCard(Card):
    """Rows for items; `wanted` carries what is asked of one."""

    wanted = Signal(object)

    def __init__(self, make: Callable[[Item], ItemRow]) -> None:
        super().__init__(padding=0, spacing=0)
        self._make = make
        self.rows: list[ItemRow] = []
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addWidget(self._holder)

    def show_items(self, items: Sequence[Item], open_first: bool = True) -> None:
        """Show these; rows whose item stayed the same keep their draft and whether they are open."""
        if [row.item for row in self.rows] == list(items):
            return
        kept = {(row.item.kind, row.item.subject_id): row for row in self.rows}
        had_keyboard = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        self._empty(keep={id(kept[key]) for item in items if (key := _key(item)) in kept and kept[key].item == item})
        self.rows = [self._row(item, kept) for item in items]
        for at, row in enumerate(self.rows):
            if at:
                self._column.addWidget(Hairline())
            self._column.addWidget(row)
        if open_first and self.rows and not any(row.is_open for row in self.rows):
            self.rows[0].set_open(True)
        if had_keyboard is not None and self.rows:
            self.rows[min(had_keyboard, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        if open_first:
            self.setVisible(bool(items))

    def open_row(self, chosen: ItemRow) -> None:
        """Open one row, which closes the others; an open one closes."""
        was_open = chosen.is_open
        for row in self.rows:
            row.set_open(row is chosen and not was_open)

    def _row(self, item: Item, kept: dict[tuple[str, int], ItemRow]) -> ItemRow:
        before = kept.get(_key(item))
        if before is not None and before.item == item:
            return before
        row = self._make(item)
        row.opened.connect(lambda: self.open_row(row))
        row.done.connect(lambda words: self.wanted.emit(Wanted("done", item, words)))
        row.put_off.connect(lambda day: self.wanted.emit(Wanted("put off", item, day)))
        row.not_needed.connect(lambda: self.wanted.emit(Wanted("not needed", item)))
        row.copied.connect(lambda words: self.wanted.emit(Wanted("copy", item, words)))
        row.mailed.connect(lambda words: self.wanted.emit(Wanted("mail", item, words)))
        row.stepped.connect(lambda by: self._step(row, by))
        return row

    def _step(self, row: ItemRow, by: int) -> None:
        at = self.rows.index(row) + by
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _empty(self, keep: set[int]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and id(widget) not in keep:
                widget.hide()
                widget.deleteLater()


def _key(item: Item) -> tuple[str, int]:
    return (item.kind, item.subject_id)
