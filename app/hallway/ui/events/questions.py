"""Questions that work with anyone: the user's own few, shown wherever an event runs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from hallway.ui.events.to_meet import QuestionLine
from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.button import link
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.usecases import settings

KEY = "questions.anyone"


class Questions(Card):
    """Edit opens them as lines of text; leaving keeps them."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Questions that work with anyone"), spacing=6)
        self._bridge = bridge
        self._lines: list[str] | None = None
        self.edit = link(self.tr("Edit"))
        self.edit.setAccessibleName(self.tr("Edit the questions that work with anyone"))
        self.head.addWidget(self.edit)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.body.addLayout(self._column)
        self.field = NoteEdit(self.tr("One question a line"), least=2, name=self.tr("Questions that work with anyone"))
        self.field.hide()
        self.body.addWidget(self.field)
        self.edit.clicked.connect(self._toggle)
        self.field.accepted.connect(self._toggle)
        self.field.kept.connect(self._keep)

    def show_questions(self) -> None:
        """Ask for them and show them."""
        lines = list(self._bridge.ask(settings.setting, KEY))
        if lines == self._lines:
            return
        self._lines = lines
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(QuestionLine(line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self.field.set_text("\n".join(self._lines or ()))
            self._toggle()
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        opening = self.field.isHidden()
        if opening:
            self.field.set_text("\n".join(self._lines or ()))
        self.field.setVisible(opening)
        self.edit.setText(self.tr("Done") if opening else self.tr("Edit"))
        (self.field if opening else self.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, words: str) -> None:
        lines = [line.strip() for line in words.splitlines() if line.strip()]
        self._bridge.do_quietly(settings.set_setting, KEY, lines)
        self.show_questions()
