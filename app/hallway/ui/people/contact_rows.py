"""Several addresses, numbers or pages of one person, each checked and changed in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hallway.ui.parts.checked_line import Check, CheckedLine
from hallway.ui.parts.suggest import Suggest, words_of
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button, link
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label

Pair = tuple[str, str]
LABELS = ("work", "home", "mobile", "private", "lab", "office")


class ContactRows(QWidget):
    """Rows of (value, label); ``changed`` tells all that are kept after each edit, ``opened`` whose button was pressed.

    ``check`` gives what is kept of a value, or raises `Refused`: then the row says why and keeps what was typed, and
    nothing is told. With ``kind_of`` the label is not written but follows from the value, and a row can be opened.
    """

    changed = Signal(tuple)
    opened = Signal(str)

    def __init__(
        self, name: str, placeholder: str, add: str, check: Check, kind_of: Callable[[str], str] | None = None
    ) -> None:
        super().__init__()
        self._name, self._placeholder, self._check, self._kind_of = name, placeholder, check, kind_of
        self._pairs: tuple[Pair, ...] = ()
        self._numbered = 0
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

    def set_pairs(self, pairs: Sequence[Pair], *, anew: bool = False) -> None:
        """Show other rows, without telling. Unless they begin ``anew``, a row in doubt stays while its value does."""
        if not anew and tuple(pairs) == self._pairs == self._kept():
            return
        self._pairs = tuple(pairs)
        self._clear()
        for pair in pairs:
            self._put(pair)

    def _clear(self) -> None:
        for row in self.rows:
            row.value.give_up()
            row.hide()
            row.deleteLater()
        self.rows, self._numbered = [], 0

    def _put(self, pair: Pair) -> ContactRow:
        self._numbered += 1  # a number that was taken off is not given again: no two rows share a name
        row = ContactRow(f"{self._name} {self._numbered}", self._placeholder, self._check, self._kind_of)
        row.show_pair(pair)
        row.changed.connect(self._tell)
        row.removed.connect(lambda: self._take_off(row))
        row.opened.connect(self.opened)
        row.emptied.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _begin(self) -> None:
        self._put(("", "")).value.edit()

    def _take_off(self, row: ContactRow) -> None:
        self._drop(row)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _drop(self, row: ContactRow) -> None:
        if row not in self.rows:
            return
        had_keyboard = row.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        if had_keyboard:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self) -> tuple[Pair, ...]:
        return tuple(pair for row in self.rows if (pair := row.pair())[0])

    def _tell(self) -> None:
        pairs = self._kept()
        if pairs != self._pairs:
            self._pairs = pairs
            self.changed.emit(pairs)


class ContactRow(QWidget):
    """One value with its label or kind and a cross; `emptied` tells that nothing is left to show."""

    changed = Signal()
    removed = Signal()
    emptied = Signal()
    opened = Signal(str)

    def __init__(self, name: str, placeholder: str, check: Check, kind_of: Callable[[str], str] | None) -> None:
        super().__init__()
        self._kind_of = kind_of
        self.value = CheckedLine(check, name, placeholder)
        self.label = EditableText(
            name=self.tr("Label of {name}").format(name=name), placeholder=self.tr("label"), role="small"
        )
        self.kind = Label("", "small", "text2", elide=True)
        self.open = icon_button("external-link", self.tr("Open: {name}").format(name=name), small=True)
        self.cross = icon_button("x", self.tr("Remove: {name}").format(name=name), small=True)
        Suggest(self.label._field, words_of(lambda: LABELS), fill=True)
        self._build()
        self.value.kept.connect(self._show_kind)
        self.value.kept.connect(self.changed)
        self.value.line.ended.connect(self._leave_if_empty)
        self.label.kept.connect(self.changed)
        self.cross.clicked.connect(self.removed)
        self.open.clicked.connect(lambda: self.opened.emit(self.value.text()))

    def pair(self) -> Pair:
        """Return value and label as kept."""
        return self.value.text().strip(), "" if self._kind_of else self.label.text().strip()

    def show_pair(self, pair: Pair) -> None:
        """Show a value and its label."""
        self.value.set_text(pair[0])
        self.label.set_text(pair[1])
        self._show_kind(pair[0])

    def _show_kind(self, value: str) -> None:
        if self._kind_of is not None:
            self.kind.set_text(self._kind_of(value) if value else "")
            self.open.setVisible(bool(value))

    def _leave_if_empty(self) -> None:
        if not self.value.text():
            self.emptied.emit()

    def _build(self) -> None:
        for beside in (self.label, self.kind):
            beside.setFixedWidth(look.scaled(96))
        self.value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.value, self.label, self.kind, self.open, self.cross):
            row.addWidget(widget, 1 if widget is self.value else 0, Qt.AlignmentFlag.AlignTop)
        self.kind.setContentsMargins(0, 8, 0, 0)
        self.label.setVisible(self._kind_of is None)
        self.kind.setVisible(self._kind_of is not None)
        self.open.setVisible(False)
