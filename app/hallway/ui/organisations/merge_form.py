"""Saying which other organisation is the same one, by typing its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from hallway.domain.errors import NotFound
from hallway.domain.organisations import Organisation
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.organisation_names import organisation_choices
from hallway.ui.parts.suggest import Suggest
from hallway.ui.widgets.button import Button
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.reveal import reveal
from hallway.ui.widgets.speak import announce
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import organisations


class MergeForm(SoftPanel):
    """Enter or the button makes them one, Escape leaves it; `left` when it closes."""

    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(padding=10)
        self._bridge = bridge
        self._kept = Organisation(0, "")
        self.heading = Label("", "section", "text2", elide=True)
        self.other = TextField(self.tr("Name of the other one"), name=self.tr("Which other organisation is the same"))
        self.hint = Label("", "small", "text2", wrap=True)
        self.join = Button(self.tr("Make them one"), "secondary", small=True)
        self.leave = Button(self.tr("Leave it"), "quiet", small=True)
        self.leave.setAccessibleName(self.tr("Leave it: which other organisation is the same"))
        Suggest(self.other, organisation_choices(bridge, lambda: self._kept.id), fill=True)
        foot = QHBoxLayout()
        for button in (self.join, self.leave):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.setSpacing(6)
        for widget in (self.heading, self.other, self.hint):
            self.body.addWidget(widget)
        self.body.addLayout(foot)
        self.other.returnPressed.connect(self.write)
        self.other.textEdited.connect(self._explain)
        self.join.clicked.connect(self.write)
        self.leave.clicked.connect(self.close_form)
        self.hide()

    def begin(self, kept: Organisation) -> None:
        """Ask for what is the same as this one."""
        self._kept = kept
        self.heading.set_text(self.tr("The same as {name}").format(name=kept.name))
        self.other.clear()
        self._explain()
        self.show()
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self)

    def write(self) -> None:
        """Make them one; a name that is not there stays to be put right."""
        words = self.other.text().strip()
        if not words:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            gone = self._bridge.ask(organisations.named, words)
        except NotFound as error:
            self._say(error.sentence)
            return
        if self._bridge.do(organisations.merge, self._kept.id, gone) is not None:
            self.close_form()

    def close_form(self) -> None:
        """Put it away."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _explain(self) -> None:
        words = self.tr("Its people, parts and events come here; {name} is the name that stays.")
        self.hint.set_text(words.format(name=self._kept.name))

    def _say(self, words: str) -> None:
        self.hint.set_text(words)
        announce(self, words)
