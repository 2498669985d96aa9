"""The day's copy of the record: made after the first change of a day, off the window's thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from hallway.domain.dates import say_day
from hallway.domain.errors import HallwayError
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.worker import Job
from hallway.usecases import backing_up, moving_home
from hallway.usecases.desk import Desk

AFTER = 3_000
"""Milliseconds after a change, so that nothing waits for it."""
AGAIN_AFTER = 3_600_000
"""Milliseconds until it is looked at again."""


COPIES_ALSO = "copies/also"
"""Under this key the machine remembers the folder into which copies are put as well."""


class BackingUp(QObject):
    """A failure is said once, until one succeeds. ``told`` says how old the newest copy is while they fail, else ""."""

    told = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None, also: str = "") -> None:
        super().__init__(parent)
        self._bridge, self._also = bridge, also
        self.job: Job | None = None
        self._failed = False
        self._due = QTimer(self, singleShot=True, interval=AFTER)
        self._due.timeout.connect(self.go)
        self._rests = QTimer(self, singleShot=True, interval=AGAIN_AFTER)
        bridge.changed.connect(self._hear)

    def go(self) -> None:
        """Make today's copy now, unless there is one; later, while something long is being written."""
        if self.job is not None or self._bridge.is_writing():
            self._due.start()
            return
        desk, also = self._bridge.desk, self._also
        self._rests.start()
        self.job = Job(lambda report: _make(desk, also), desk.database.close_thread, self)
        self.job.finished_with.connect(self._done)
        self.job.failed.connect(self._tell)
        self.job.finished.connect(self._end)
        self.job.start()

    def finish(self) -> None:
        """Wait for the copy that is being made; for a window that is about to close."""
        if self.job is not None:
            self.job.wait()

    def _hear(self) -> None:
        if not self._rests.isActive():
            self._due.start()

    def _done(self) -> None:
        self._failed = False
        self.told.emit("")

    def _tell(self, error: HallwayError) -> None:
        if not self._failed:
            self._failed = True
            words = self.tr("Today’s copy of your record could not be made. {why} {do}")
            self._bridge.said.emit(words.format(why=error.what, do=error.do), False)
        newest = backing_up.newest_or_none(self._bridge.desk)
        if newest is None:
            self.told.emit(self.tr("No copy yet"))
        else:
            day = say_day(newest.made_at.date(), self._bridge.desk.clock.today())
            self.told.emit(self.tr("Last copy: {day}").format(day=day))

    def _end(self) -> None:
        if self.job is not None:
            self.job.wait()
            self.job.deleteLater()
            self.job = None


def _make(desk: Desk, also: str) -> None:
    made = backing_up.make_if_due(desk)
    if made is not None and also:
        moving_home.keep_also(backing_up.folder_of(desk) / made.name, Path(also))
