"""Capture from anywhere: the command for a key of the desktop's own, which works under every desktop.

No key is grabbed by Hallway itself. Wayland lets no program listen for keys; the portal that asks for one is not
there on every desktop, needs an installed program, and forgets the key where it is not.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.command import typed
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Card, SoftPanel
from hallway.ui.widgets.label import Label

CAPTURE = ("--capture",)


class CaptureCard(Card):
    """The command, a button that copies it, and where each desktop takes it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Capture from anywhere"))
        self._bridge = bridge
        self.command = Label(typed(CAPTURE), "body", elide=True)
        self.command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = secondary(self.tr("Copy"), "copy")
        self.copy.setAccessibleName(self.tr("Copy the command for a key of your desktop"))
        self.copy.clicked.connect(self._copy)
        words = self.tr("This command opens the one line for somebody you just met, over whatever you are doing.")
        self.body.addWidget(Label(words, "body", "text2", wrap=True))
        row, box = QHBoxLayout(), SoftPanel(padding=10)
        box.body.addWidget(self.command)
        row.setSpacing(8)
        row.addWidget(box, 1)
        row.addWidget(self.copy)
        self.body.addLayout(row)
        where = self.tr(
            "Your desktop gives it a key. GNOME: Settings, Keyboard, Custom shortcuts. KDE: System Settings,"
            " Shortcuts, Add command. macOS: an automation in Shortcuts. Windows: the shortcut key of a link to it."
        )
        self.body.addWidget(Label(where, "small", "text2", wrap=True))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(typed(CAPTURE))
        self._bridge.said.emit(self.tr("The command is in the clipboard"), False)
