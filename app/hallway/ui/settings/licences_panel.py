"""The licences of everything in Hallway: its parts at the left, the words of the chosen one at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import licences

LIST_WIDTH, TALLEST, AROUND = 230, 480, 190


class LicencesPanel(OverlayPanel):
    """Arrows choose a part, Enter or Tab goes on to its words, Escape leaves."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, title=self.tr("What Hallway is made of"), width=860)
        self._parts = licences.components()
        self.list = QListWidget()
        self.line = Label("", "body", "text2", wrap=True)
        self.text = QPlainTextEdit()
        self._build(min(look.scaled(TALLEST), max(window.height() - look.scaled(AROUND), 200)))
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda: self.text.setFocus(Qt.FocusReason.TabFocusReason))
        self.closed.connect(self.deleteLater)
        self.list.setCurrentRow(0)

    def _show(self, at: int) -> None:
        one = self._parts[at]
        self.line.set_text(self.tr("{name}, under {licence}").format(name=_called(one), licence=one.licence))
        self.text.setPlainText(one.text)

    def _build(self, height: int) -> None:
        self.list.addItems([_called(one) for one in self._parts])
        self.list.setAccessibleName(self.tr("Parts of Hallway"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setFixedSize(look.scaled(LIST_WIDTH), height)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The licence of the chosen part"))
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.line)
        words.addWidget(self.text, 1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(self.list)
        both.addLayout(words, 1)
        self.body.addLayout(both)


def open_licences(window: QWidget) -> LicencesPanel:
    """Show them over the window."""
    panel = LicencesPanel(window)
    panel.open(panel.list)
    return panel


def _called(one: licences.Component) -> str:
    return f"{one.name} {one.version}".strip()
