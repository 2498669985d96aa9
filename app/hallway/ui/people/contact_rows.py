"""Several addresses or numbers of one person, each with a label, changed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button, link
from hallway.ui.widgets.editable_text import EditableText

Pair = tuple[str, str]


class ContactRows(QWidget):
    """Rows of (value, label); ``changed`` tells all after each edit. Without ``label`` words there is one column."""

    changed = Signal(tuple)

    def __init__(self, name: str, placeholder: str, add: str, label: str = "") -> None:
        super().__init__()
        self._name, self._placeholder, self._label = name, placeholder, label
        self._pairs: tuple[Pair, ...] = ()
        self.rows: list[ContactRow] = []
        self.add = link(add, "plus")
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addLayout(self._column)
        column.addWidget(self.add)
        self.add.clicked.connect(self._begin)

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show other rows, without telling."""
        if tuple(pairs) == self._pairs and len(self.rows) == len(pairs):
            return
        self._pairs = tuple(pairs)
        self._clear()
        for pair in pairs:
            self._put(pair)

    def _clear(self) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []

    def _put(self, pair: Pair) -> ContactRow:
        row = ContactRow(f"{self._name} {len(self.rows) + 1}", self._placeholder, self._label)
        row.show_pair(pair)
        row.changed.connect(self._tell)
        row.removed.connect(lambda: self._take_off(row))
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _begin(self) -> None:
        self._put(("", "")).value.edit()

    def _take_off(self, row: ContactRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _tell(self) -> None:
        pairs = tuple(row.pair() for row in self.rows if row.pair()[0])
        if pairs != self._pairs:
            self._pairs = pairs
            self.changed.emit(pairs)


class ContactRow(QWidget):
    """One value with its label and a cross."""

    changed = Signal()
    removed = Signal()

    def __init__(self, name: str, placeholder: str, label: str) -> None:
        super().__init__()
        self.value = EditableText(name=name, placeholder=placeholder)
        self.label = EditableText(name=self.tr("Label of {name}").format(name=name), placeholder=label, role="small")
        self.cross = icon_button("x", self.tr("Remove: {name}").format(name=name), small=True)
        self.label.setFixedWidth(look.scaled(96))
        self.value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.value, self.label, self.cross):
            row.addWidget(widget)
        self.label.setVisible(bool(label))
        self.value.kept.connect(self.changed)
        self.label.kept.connect(self.changed)
        self.cross.clicked.connect(self.removed)

    def pair(self) -> Pair:
        """Return value and label as kept."""
        return self.value.text().strip(), self.label.text().strip()

    def show_pair(self, pair: Pair) -> None:
        """Show a value and its label."""
        self.value.set_text(pair[0])
        self.label.set_text(pair[1])
