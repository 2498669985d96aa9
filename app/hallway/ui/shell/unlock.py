"""What stands before an encrypted record: one field, and nothing of what the record holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from hallway.domain.errors import HallwayError
from hallway.domain.key_file import Key, KeyFile, WrongPassphrase
from hallway.host import vault
from hallway.ui.frame.worker import Job
from hallway.ui.parts.passphrase_field import PassphraseField
from hallway.ui.shell.doorway import Doorway
from hallway.ui.widgets.button import link, primary, quiet
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.usecases import passphrase

PATIENCE = 10.0
"""Seconds that the machine's store is given; what is typed meanwhile counts all the same."""
SHOWN_AFTER = 700
"""Milliseconds in which the store may answer without this window being seen."""


class UnlockWindow(Doorway):
    """``key`` is what opens the record once the window has closed by itself; None when it was closed."""

    def __init__(self, record: Path, file: KeyFile, settings: QSettings) -> None:
        super().__init__(settings)
        self.key: Key | None = None
        self._record, self._file = record, file
        self._job: Job | None = None
        self._asking: Job | None = None
        self._by_recovery = False
        self.words = Label("", "body", "text2", wrap=True)
        self.name = Label("", "section", "text2")
        self.field = PassphraseField(self.tr("Passphrase"))
        self.message = InlineMessage("", tone="amber", closable=False)
        self.message.hide()
        self.other = link("")
        self.leave = quiet(self.tr("Quit"))
        self.open = primary(self.tr("Open"), "key-round")
        self._build()
        self._say_which()
        self.field.entered.connect(self.try_it)
        self.open.clicked.connect(self.try_it)
        self.other.clicked.connect(self._change_way)
        self.leave.clicked.connect(self.close)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_the_machine(self) -> None:
        """Let the machine's own store open it, and be seen when that takes longer; whoever types is faster."""
        name = passphrase.remembered_as(self._file)
        self._asking = Job(lambda report: vault.password_in_time(name, PATIENCE), parent=self)
        self._asking.finished_with.connect(self._remembered)
        self._asking.start()
        QTimer.singleShot(SHOWN_AFTER, self, self._show_unless_open)

    def try_it(self) -> None:
        """Try what is typed, off the window's thread: it takes a moment on purpose."""
        words = self.field.text()
        if self._job is not None or not words:
            return
        self.message.hide()
        self._show_trying(True)
        record, file = self._record, self._file
        self._job = Job(lambda report: passphrase.unlock(record, file, words), parent=self)
        self._job.finished_with.connect(self._open_with)
        self._job.failed.connect(self._tell)
        self._job.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.field.clear()
        for job in (self._job, self._asking):
            if job is not None:
                job.wait()
        super().closeEvent(event)

    def _build(self) -> None:
        body, pair = self.card.body, QVBoxLayout()
        body.addWidget(Label(self.tr("Your record is locked"), "title"))
        body.addWidget(self.words)
        pair.setSpacing(4)
        pair.addWidget(self.name)
        pair.addWidget(self.field)
        body.addLayout(pair)
        body.addWidget(self.other, alignment=Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.message)
        body.addSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.open)
        body.addLayout(row)
        self.name.setBuddy(self.field.line)

    def _say_which(self) -> None:
        if self._by_recovery:
            words = self.tr("Type the recovery key from the page you printed. Dashes and capitals make no difference.")
            name, other = self.tr("Recovery key"), self.tr("Use the passphrase")
        else:
            words = self.tr("Everything is where you left it. Nothing of it is shown until you open it.")
            name, other = self.tr("Passphrase"), self.tr("Use the recovery key")
        self.words.set_text(words)
        self.name.set_text(name)
        self.field.line.setAccessibleName(name)
        self.other.setText(other)
        self.field.clear()
        self.field.eye.setChecked(self._by_recovery)  # one reads it from paper, sign by sign

    def _change_way(self) -> None:
        self._by_recovery = not self._by_recovery
        self.message.hide()
        self._say_which()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_trying(self, trying: bool) -> None:
        self.open.setText(self.tr("Opening…") if trying else self.tr("Open"))
        for widget in (self.open, self.field, self.other):
            widget.setEnabled(not trying)

    def _tell(self, error: HallwayError) -> None:
        self._end()
        words = error.sentence
        if isinstance(error, WrongPassphrase):
            words = (
                self.tr("This is not the recovery key of this record. Nothing was changed. Check it sign by sign.")
                if self._by_recovery
                else self.tr("This is not the passphrase. Nothing was changed, and you can try as often as you like.")
            )
        self.message.set_text(words)
        self.message.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.line.selectAll()

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None
        self._show_trying(False)

    def _remembered(self, words: str | None) -> None:
        key = passphrase.from_memory(self._file, words)
        if key is not None and self.key is None:
            self.key = key
            self._leave()
        else:
            self._show_unless_open()

    def _show_unless_open(self) -> None:
        if self.key is None and not self.isVisible():
            self.show()

    def _open_with(self, key: Key) -> None:
        self._end()
        self.key = key
        self._leave()

    def _leave(self) -> None:
        if self.isVisible():
            self.close()
        else:
            self._quit_unseen()

    def _quit_unseen(self) -> None:
        """A window that was never shown cannot be the last one that closes."""
        QApplication.exit(0)
