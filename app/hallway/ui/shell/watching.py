"""Watches over the data file while it is open: that nobody swaps it, and now and then that all of it still reads."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from hallway.domain.errors import HallwayError
from hallway.ui.frame.worker import Job
from hallway.ui.shell.window import Window
from hallway.usecases import backing_up, safety

LOOKED_EVERY = 4_000
"""Milliseconds between two looks at the file: a swap is told within five seconds."""


class Watching(QObject):
    """What is found is said once, by a strip that stays; from then on the record is written no more."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.frame.bridge.desk
        self.job: Job | None = None
        self._timer = QTimer(self, interval=LOOKED_EVERY)
        self._timer.timeout.connect(self.look)
        if not backing_up.lies_in_a_file(self._desk):
            return
        self._timer.start()
        safety.tidy(self._desk)
        if safety.is_due(self._desk):
            self._look_through()

    def look(self) -> None:
        """Whether the file is still the one that was opened."""
        try:
            safety.check_own(self._desk)
        except HallwayError as error:
            self._timer.stop()
            self._window.show_banner(error.sentence, tone="danger")

    def _look_through(self) -> None:
        desk = self._desk
        self.job = Job(lambda report: safety.look_through(desk), desk.database.close_thread, self)
        self.job.failed.connect(self._tell)
        self.job.finished.connect(self._end)
        self.job.start()

    def _tell(self, error: HallwayError) -> None:
        self._window.show_banner(error.sentence, tone="danger", closable=True)

    def _end(self) -> None:
        if self.job is not None:
            self.job.wait()
            self.job.deleteLater()
            self.job = None
