"""Asking for the passphrase of a record that is encrypted, before there is anything else to show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hallway.domain.key_file import Key, KeyDamaged, KeyFile, PassphraseWanted
from hallway.ui.frame.preferences import Preferences


class Unlocking:
    """`key` opens the record, from when the passphrase was given until it is locked."""

    def __init__(self, folder: Path, settings: QSettings, in_front: Callable[[QWidget | None], None]) -> None:
        """`in_front` hears which window stands alone, and None when it has gone."""
        self._folder, self._settings, self._in_front = folder, settings, in_front
        self.key: Key | None = None
        self._asks_machine = Preferences(settings).is_remembered

    def forget_machine(self) -> None:
        """From now on ask the person: what was locked is not opened by the machine's own store again."""
        self._asks_machine = False

    def ask(self, error: PassphraseWanted | KeyDamaged, quit_when_ready: bool = False) -> bool | None:
        """Ask for the passphrase; whether it was given. None when there is nothing that it could be tried on.

        For a key file that is gone or damaged, the one of the newest copy does as well.
        """
        from hallway.usecases import backing_up, passphrase

        record = backing_up.record_in(self._folder)
        file = error.key_file if isinstance(error, PassphraseWanted) else passphrase.spare_file(record)
        return None if file is None else self._ask(record, file, quit_when_ready)

    def _ask(self, record: Path, file: KeyFile, quit_when_ready: bool) -> bool:
        from hallway.ui.shell.unlock import UnlockWindow

        window = UnlockWindow(record, file, self._settings)
        self._in_front(window)
        if self._asks_machine:
            window.ask_the_machine()
        else:
            window.show()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if quit_when_ready:
            QTimer.singleShot(0, application.quit)
        application.exec()
        self._in_front(None)
        self.key = window.key
        window.hide()
        window.deleteLater()
        return self.key is not None
