"""A first draft to make one's own: copied or handed to the mail program, and then one says that it is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from hallway.domain.outreach_drafts import words
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.mail import is_address, write_to
from hallway.ui.widgets.button import primary, quiet, secondary
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import outreach

MOST_WORDS = 100


class Draft(NamedTuple):
    """What is written: the panel's title, the words, what the button says, and what it does."""

    title: str
    text: str
    done: str
    run: Callable[[], object]
    hint: str = ""


class DraftPanel(OverlayPanel):
    """Ctrl+Enter says that it is sent; nothing is sent by Hallway."""

    def __init__(self, bridge: Bridge, window: QWidget, addresses: Sequence[str], draft: Draft) -> None:
        super().__init__(window, title=draft.title, width=560)
        self._bridge, self._draft = bridge, draft
        self._address = next((address for address in addresses if is_address(address)), "")
        self.note = NoteEdit(least=8, most=16, name=draft.title)
        self.count = Label("", "small", "text2")
        self.copy, self.mail = quiet(self.tr("Copy"), "copy"), secondary(self.tr("Mail"), "mail")
        self.done = primary(draft.done, keys="Ctrl+Enter")
        self._build()
        self.note.set_text(draft.text)
        self._say_count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._finish()
        super().keyPressEvent(event)

    def _finish(self) -> None:
        self.close_panel()
        self._draft.run()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.note.text())
        self._bridge.said.emit(self.tr("The draft is copied. Send it from wherever you write."), False)

    def _mail(self) -> None:
        """The draft is copied in any case: a mail program may cut it short, or there may be none."""
        self._copy()
        if self._address and not write_to(self._address, self.note.text()):
            words = self.tr("No mail program answered. The draft is copied, paste it where you write.")
            self._bridge.said.emit(words, False)

    def _say_count(self) -> None:
        count = words(self.note.text())
        said = self.tr("%n words", "", count)
        if count > MOST_WORDS:
            said = self.tr("{words}; under a hundred is easier to say yes to").format(words=said)
        self.count.set_text(said)

    def _build(self) -> None:
        if self._draft.hint:
            self.body.addWidget(Label(self._draft.hint, "body", "text2", wrap=True))
        self.body.addWidget(self.note)
        self.body.addWidget(self.count)
        foot = self.foot()
        foot.addWidget(self.copy)
        foot.addWidget(self.mail)
        foot.addStretch(1)
        foot.addWidget(self.done)
        self.mail.setVisible(bool(self._address))
        self.note.textChanged.connect(self._say_count)
        self.note.accepted.connect(self._finish)
        self.copy.clicked.connect(self._copy)
        self.mail.clicked.connect(self._mail)
        self.done.clicked.connect(self._finish)


def open_draft(bridge: Bridge, window: QWidget, outreach_id: int, draft: Draft) -> DraftPanel:
    """Open the panel over the window."""
    return open_draft_to(bridge, window, bridge.ask(outreach.addresses, outreach_id), draft)


def open_draft_to(bridge: Bridge, window: QWidget, addresses: Sequence[str], draft: Draft) -> DraftPanel:
    """The same to whoever can be written to at these addresses."""
    panel = DraftPanel(bridge, window, addresses, draft)
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.note)
    return panel
