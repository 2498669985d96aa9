"""The strip that asks whether another organisation is the same one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from hallway.domain.organisations import Organisation
from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.button import link
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.speak import announce
from hallway.usecases import organisations


class AlikeStrip(SoftPanel):
    """One question after the other: make them one, or say that they are two and hear no more of it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(padding=12)
        self._bridge = bridge
        self._ids = (0, 0)
        self.label = Label("", "body", "text2", wrap=True)
        self.join, self.part = link(self.tr("Make them one")), link(self.tr("They are two"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Picture("info", 16))
        row.addWidget(self.label, 1)
        for button in (self.join, self.part):
            row.addWidget(button)
        self.body.addLayout(row)
        self.join.clicked.connect(lambda: self._bridge.do(organisations.merge, *self._ids))
        self.part.clicked.connect(lambda: self._bridge.do(organisations.keep_apart, *self._ids))
        self.hide()

    def show_alike(self, shown: Organisation, alike: Sequence[tuple[int, str]]) -> None:
        """Ask about the first of them; nothing without any."""
        self.setVisible(bool(alike) and not shown.is_let_go)
        if not alike:
            return
        id_, name = alike[0]
        self._ids = (shown.id, id_)
        words = self.tr("{name} may be the same.").format(name=name)
        if words != self.label.text():
            self.label.set_text(words)
            self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.join.setAccessibleName(self.tr("Make them one: {name}").format(name=name))
            self.part.setAccessibleName(self.tr("They are two: {name}").format(name=name))
            announce(self, words)
