"""Long work off the GUI thread: one job at a time, with a count that is reported and a Stop that is heard.

    job = Job(lambda report: importing.read_apart(files, report=report))
    job.finished_with.connect(show)      # on the GUI thread
    job.start()

The callable gets `report(done, total)`; once `stop()` was pressed, the next report raises `Stopped` inside it.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from hallway.domain.errors import HallwayError, Stopped, Unreadable

REPORT_EVERY = 0.05
WORK_AT_ONCE, REST = 0.002, 0.003
"""Seconds after which a report is also a short rest: Python lets one thread run at a time, and the window paints."""
HANDS_OVER = 0.0005
"""Seconds that the window waits at most for its turn, ten times less than Python's own."""


class Job(QThread):
    """A callable on a thread of its own; its result or its error comes back as a signal."""

    progressed = Signal(int, int)
    finished_with = Signal(object)
    failed = Signal(object)
    """Emitted with a `HallwayError`; `Stopped` when the person pressed Stop. Bugs go to the exception hook, as do
    those that made a reader of files fall over."""

    def __init__(
        self, work: Callable[[Callable[[int, int], None]], Any], after: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        """`after` runs on the worker's thread at the end, to close what the thread opened (a connection)."""
        super().__init__(parent)
        self._work, self._after = work, after
        self._stopped = False
        self._reported_at = self._rested_at = 0.0
        self.failed.connect(self._tell_of_bug)

    def stop(self) -> None:
        """Ask the work to end; it ends at its next report and nothing is changed."""
        self._stopped = True

    def run(self) -> None:  # Qt's name
        """The thread's body."""
        try:
            with _giving_way():
                result = self._work(self._report)
        except HallwayError as error:
            self.failed.emit(error)
        else:
            self.finished_with.emit(result)
        finally:
            self._after()

    def _tell_of_bug(self, error: HallwayError) -> None:
        """On the GUI thread, where the hook may speak."""
        bug = error.__cause__
        if isinstance(error, Unreadable) and bug is not None:
            sys.excepthook(type(bug), bug, bug.__traceback__)

    def _report(self, done: int, total: int) -> None:
        if self._stopped:
            raise Stopped("Stopped.", "Nothing was changed.")
        now = time.monotonic()
        if now - self._reported_at >= REPORT_EVERY or done == total:
            self._reported_at = now
            self.progressed.emit(done, total)
        if now - self._rested_at >= WORK_AT_ONCE:
            time.sleep(REST)
            self._rested_at = time.monotonic()


@contextmanager
def _giving_way() -> Iterator[None]:
    """The window gets its turn soon; no walk through all that is in memory (0.1 s of a big record) stops it."""
    before, tidied = sys.getswitchinterval(), gc.isenabled()
    sys.setswitchinterval(HANDS_OVER)
    gc.disable()
    try:
        yield
    finally:
        sys.setswitchinterval(before)
        if tidied:
            gc.enable()
