"""Asks over any window for the passphrase of something that is encrypted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.key_file import Key, KeyFile
from hallway.ui.frame.worker import Job
from hallway.ui.parts.form_panel import named
from hallway.ui.parts.passphrase_field import PassphraseField
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import passphrase


class AskPassphrase(OverlayPanel):
    """``then`` gets the key once a passphrase or the recovery key has opened it; nothing happens before."""

    def __init__(self, window: QWidget, record: Path, file: KeyFile, then: Callable[[Key], None]) -> None:
        super().__init__(window, title=self.tr("This copy is encrypted"), width=440)
        self._record, self._file, self._then = record, file, then
        self.job: Job | None = None
        self.field = PassphraseField(self.tr("Passphrase or recovery key of the copy"))
        self.message = InlineMessage("", tone="amber", closable=False)
        self.message.hide()
        self.go = primary(self.tr("Go on"))
        leave = quiet(self.tr("Cancel"))
        words = self.tr("Type the passphrase it was made with, or the recovery key.")
        self.body.addWidget(Label(words, "body", "text2", wrap=True))
        self.body.addLayout(named(self.tr("Passphrase or recovery key"), self.field))
        self.body.addWidget(self.message)
        foot = self.foot()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.go)
        leave.clicked.connect(self.close_panel)
        self.go.clicked.connect(self.try_it)
        self.field.entered.connect(self.try_it)
        self.closed.connect(self.deleteLater)

    def try_it(self) -> None:
        """Try what is typed, beside the window: it takes a moment on purpose."""
        words, record, file = self.field.text(), self._record, self._file
        if self.job is not None or not words:
            return
        self.go.setEnabled(False)
        self.message.hide()
        self.job = Job(lambda report: passphrase.unlock(record, file, words), parent=self)
        self.job.finished_with.connect(self._open)
        self.job.failed.connect(self._tell)
        self.job.start()

    def close_panel(self) -> None:
        """Not while it is at it."""
        if self.job is None:
            super().close_panel()

    def _open(self, key: Key) -> None:
        self._end()
        self.close_panel()
        self._then(key)

    def _tell(self, error: HallwayError) -> None:
        self._end()
        self.message.set_text(error.sentence)
        self.message.show()
        self.field.line.selectAll()
        self.field.line.setFocus()

    def _end(self) -> None:
        if self.job is not None:
            self.job.wait()
            self.job.deleteLater()
            self.job = None
        self.go.setEnabled(True)


def ask_passphrase(window: QWidget, record: Path, file: KeyFile, then: Callable[[Key], None]) -> AskPassphrase:
    """Ask over a window."""
    panel = AskPassphrase(window, record, file, then)
    panel.open(panel.field.line)
    return panel
