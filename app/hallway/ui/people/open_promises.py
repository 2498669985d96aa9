"""The open promises of one person, both ways, and a way to write another down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.interactions import Promise
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.promise_form import PromiseForm
from hallway.ui.parts.promise_row import PromiseRow
from hallway.ui.widgets.button import link

SHOWN_AT_FIRST = 3


class OpenPromises(QWidget):
    """Strips for the first three, the rest behind a link."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge, self._person_id, self._all = bridge, 0, False
        self._open: tuple[Promise, ...] = ()
        self._strips: list[PromiseRow] = []
        self.add = link(self.tr("Add a promise"), "plus")
        self.more = link("")
        self.form: PromiseForm | None = None
        self._build()
        self.add.clicked.connect(self._begin)
        self.more.clicked.connect(self._show_all)

    def show_promises(self, person_id: int, promises: tuple[Promise, ...]) -> None:
        """Show what stands open with somebody."""
        if person_id != self._person_id:
            self._all = False
            self._person_id = person_id
            self._fold_form()
        stands_open = tuple(one for one in promises if one.state == "open")
        if stands_open != self._open:
            self._open = stands_open
            self._show_strips()

    def _show_strips(self) -> None:
        for strip in self._strips:
            strip.hide()
            strip.deleteLater()
        shown = self._open if self._all else self._open[:SHOWN_AT_FIRST]
        self._strips = [PromiseRow(self._bridge, promise) for promise in shown]
        for strip in self._strips:
            self._column.addWidget(strip)
        hidden = len(self._open) - len(shown)
        self.more.setText(self.tr("%n more", "", hidden))
        self.more.setVisible(hidden > 0)

    def _show_all(self) -> None:
        self._all = True
        self._show_strips()

    def _begin(self) -> None:
        if self.form is None:
            self.form = PromiseForm(self._bridge)
            self.form.ended.connect(self._end)
            self._below.addWidget(self.form)
        self.add.hide()
        self.form.show()
        self.form.begin(self._person_id)

    def _end(self) -> None:
        self._fold_form()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold_form(self) -> None:
        if self.form is not None:
            self.form.hide()
        self.add.show()

    def _build(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.more)
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._column)
        self._below = QVBoxLayout()
        column.addLayout(self._below)
        column.addLayout(foot)
