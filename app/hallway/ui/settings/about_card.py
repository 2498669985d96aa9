"""Which Hallway this is, and the way to the licences of everything in it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from hallway import __version__
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label


class AboutCard(Card):
    """The texts are read when they are asked for."""

    def __init__(self) -> None:
        super().__init__(self.tr("About Hallway"))
        words = self.tr("Hallway {version}. Free software under the MIT licence, made of other free software.")
        self.body.addWidget(Label(words.format(version=__version__), "body", "text2", wrap=True))
        self.licences = secondary(self.tr("Licences…"), "file-text")
        row = QHBoxLayout()
        row.addWidget(self.licences)
        row.addStretch(1)
        self.body.addLayout(row)
        self.licences.clicked.connect(self._open)

    def _open(self) -> None:
        from hallway.ui.settings.licences_panel import open_licences

        open_licences(self.window())
