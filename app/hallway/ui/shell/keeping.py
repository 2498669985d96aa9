"""Keeps the chosen calendar file, folder or server up to date: soon after each change, off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from hallway.domain.changes import EVENT, MOMENT, PERSON, SETTINGS, Changes
from hallway.domain.errors import HallwayError
from hallway.host import vault
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.worker import Job
from hallway.usecases import publishing

AFTER = 2_000
"""Milliseconds without a further change after which the calendar follows."""


class Keeping(QObject):
    """`told` says how many entries are up to date now, or why they are not. A failure is said once, until mended."""

    told = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._desk = bridge, bridge.desk
        self.job: Job | None = None
        self._failed = False
        self._due = QTimer(self, singleShot=True, interval=AFTER)
        self._due.timeout.connect(self.go)
        bridge.changed.connect(self._hear)

    def go(self) -> None:
        """Bring everything up to date now; once more afterwards, when it is at it already."""
        if self.job is not None or self._bridge.is_writing():
            self._due.start()
            return
        if not self._bridge.ask(publishing.kept).is_any:
            return
        desk = self._desk
        self.job = Job(
            lambda report: publishing.bring_up_to_date(desk, vault.password, report), desk.database.close_thread, self
        )
        self.job.finished_with.connect(self._done)
        self.job.failed.connect(self._tell)
        self.job.finished.connect(self._end)
        self.job.start()

    def finish(self) -> None:
        """Do what waits, and wait for it; for a window that is about to close."""
        if self._due.isActive():
            self._due.stop()
            self.go()
        if self.job is not None:
            self.job.wait()

    def _hear(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in (PERSON, MOMENT, EVENT, SETTINGS)):
            self._due.start()

    def _done(self, count: int) -> None:
        self._failed = False
        self.told.emit(count)

    def _tell(self, error: HallwayError) -> None:
        self.told.emit(error)
        if not self._failed:
            self._failed = True
            words = self.tr("The calendar could not be kept up to date. {why}").format(why=error.what)
            self._bridge.said.emit(words, False)

    def _end(self) -> None:
        if self.job is not None:
            self.job.wait()
            self.job.deleteLater()
            self.job = None
