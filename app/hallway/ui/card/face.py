"""The card as it will be seen: name, what one does, the code, and a line below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hallway.ui.card.squares import CodePicture
from hallway.ui.widgets.avatar import Avatar
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.usecases.card import MyCard

PADDING = 24


class CardFace(Card):
    """`pressed` asks to see it big."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__(padding=PADDING, spacing=12)
        self.setAccessibleName(self.tr("Your card"))
        self.picture = CodePicture()
        self.picture.pressed.connect(self.pressed)
        self._avatar = Avatar("", 56)
        self.name = Label("", "title", wrap=True)
        self.saying = Label("", "small", "text2", wrap=True)
        self.line = Label("", "body", "text2", wrap=True)
        self.introduction = Label("", "body", "text2", wrap=True)
        self.introduction.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.hint = InlineMessage("", tone="amber", closable=False)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.name, self.saying, self.line):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.picture)
        self.body.addWidget(self.introduction)
        self.body.addWidget(self.hint)

    def show_card(self, card: MyCard) -> None:
        """Show it with what was chosen."""
        shown = card.shown
        self._avatar.set_name(shown.name)
        self.name.set_text(shown.name)
        texts = ((self.saying, shown.saying), (self.line, shown.line), (self.introduction, shown.introduction))
        for label, words in texts:
            label.set_text(words)
            label.setVisible(bool(words))
        self.picture.show_code(card.code)
        self._show_hint(card)

    def _show_hint(self, card: MyCard) -> None:
        words = ""
        if card.code is None:
            words = self.tr("All of this does not fit into one code. Leave one out.")
        elif card.code.is_dense:
            words = self.tr("The code has become dense. Leave one out: phones read it from further away.")
        if words != self.hint.label.text():
            self.hint.set_text(words)
        self.hint.setVisible(bool(words))
