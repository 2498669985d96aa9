"""Opening the record for the window: what is asked first, waiting for others, and what is said when it stays shut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QSettings, QStorageInfo, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hallway.domain.errors import DatabaseBusy, HallwayError, HeldElsewhere, OlderShape, ReadOnly
from hallway.domain.key_file import Key
from hallway.host.instance import Instance
from hallway.ui.frame.command import own_command
from hallway.ui.frame.preferences import settings_in
from hallway.ui.shell.backing_up import COPIES_ALSO
from hallway.usecases.desk import Desk
from hallway.usecases.opening import How, shared_folder

ACCEPTED = "opening/shared_folder"
"""Under this key the machine remembers that the folder's disk or service was accepted."""


class Opening(QObject):
    """What stands between the user and the record. `how` is how it is to be opened next.

    `note` hears each refusal; `show_copy` shows what a copy holds until its window is closed.
    """

    def __init__(
        self, folder: Path, instance: Instance, settings: QSettings, note: Callable[[HallwayError], None],
        show_copy: Callable[[Desk, str], None] = lambda desk, words: None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._folder, self._instance, self._settings = folder, instance, settings
        self._note, self._show_copy = note, show_copy
        self.how = How(patient=False)

    def may_begin(self) -> bool:
        """Ask what has to be asked before anything is opened; False when it is not to be."""
        if not self._instance.elsewhere:
            return self._accept_folder()
        words = self.tr("Hallway is open with this folder on another computer, {computer}, or was when that stopped.")
        error = HeldElsewhere(
            words.format(computer=self._instance.elsewhere),
            self.tr("Nothing was opened or changed."),
            self.tr("Close it there first: two that write at once can damage your record."),
        )
        return self.goes_on(error, None) and self._accept_folder()

    def goes_on(self, error: HallwayError, is_free: Callable[[], bool] | None, key: Key | None = None) -> bool:
        """What to do about an error; True when it is to be tried again, as `how` tells by then.

        `is_free` asks whether another program has let go of the file.
        """
        if isinstance(error, ReadOnly | OlderShape) and not self.how.looking:
            self.how = replace(self.how, looking=True)
            return True
        self._note(error)
        if isinstance(error, DatabaseBusy) and is_free is not None:
            return self._wait(is_free)
        return self._explain(error, key)

    def _accept_folder(self) -> bool:
        """A folder that others write to is warned about before the first write, once."""
        disk = bytes(QStorageInfo(str(self._folder)).fileSystemType().data()).decode("utf-8", "replace")
        shared = shared_folder(self._folder, disk)
        if shared is None or self._settings.value(ACCEPTED, "") == shared.name:
            return True
        from hallway.ui.shell.shared_folder import SharedFolderWindow

        window = SharedFolderWindow(shared, self._folder)
        _run(window)
        if window.answer == "stay":
            self._settings.setValue(ACCEPTED, shared.name)
        elif window.answer == "moved":
            self._start_there(window.home, keeps_copies=window.keeps_copies)
        return window.answer == "stay"

    def _start_there(self, home: Path, *, keeps_copies: bool) -> None:
        """Open Hallway anew where the record is now."""
        if keeps_copies:
            settings = settings_in(home)
            settings.setValue(COPIES_ALSO, str(self._folder))
            settings.sync()
        self._instance.release()
        QProcess.startDetached(*own_command(["--home", str(home)]))

    def _wait(self, is_free: Callable[[], bool]) -> bool:
        """Wait for another program without standing still; False when the user has had enough."""
        from hallway.ui.shell.waiting import WaitingWindow

        window = WaitingWindow(self._folder, is_free)
        _run(window)
        return window.is_free

    def _explain(self, error: HallwayError, key: Key | None) -> bool:
        from hallway.ui.shell.explain import ExplainWindow

        window = ExplainWindow(error, self._folder, key)
        window.look_wanted.connect(self._show_copy)
        _run(window)
        match window.answer:
            case "look":
                self.how = replace(self.how, looking=True)
            case "as it is":
                self.how = replace(self.how, as_it_is=True)
            case "here":
                self._instance.claim()
        return bool(window.answer)


def _run(window: QWidget) -> None:
    """Show a window that stands alone, until it is closed."""
    window.setWindowIcon(QApplication.windowIcon())
    window.show()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.exec()
    window.hide()
    QTimer.singleShot(0, window.deleteLater)
