"""How one writes: the language of messages, and the words that they start from."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.guide_button import guide_button
from hallway.ui.settings.rows import setting_row
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Card
from hallway.usecases import messages, settings


class WordsCard(Card):
    """The language is kept at once; the words open in a panel of their own."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(self.tr("Messages"))
        self._bridge = frame.bridge
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language of your messages"))
        for code in messages.LANGUAGES:
            self.language.addItem(messages.language(code).name, code)
        self.change = secondary(self.tr("Change the words…"), "pencil")
        self.body.addLayout(setting_row(self.tr("Language"), self.language))
        both = QHBoxLayout()
        both.addWidget(guide_button(frame, "first-message"))
        both.addWidget(self.change)
        holder = QWidget()
        both.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(both)
        self.body.addLayout(setting_row(self.tr("What they start from"), holder))
        self.language.activated.connect(self._choose)
        self.change.clicked.connect(self.open_editor)

    def show_language(self) -> None:
        """Show the one that is chosen."""
        self.language.setCurrentIndex(self.language.findData(self._bridge.ask(settings.setting, "messages.language")))

    def open_editor(self) -> None:
        """Open the words, tried out on somebody of the record."""
        from hallway.ui.parts.message_editor import open_editor

        open_editor(self._bridge, self.window())

    def _choose(self) -> None:
        self._bridge.do_quietly(settings.set_setting, "messages.language", self.language.currentData())
