"""When Hallway itself has a bug: the window goes on, a quiet strip says so once, and a report can be read."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from hallway.host.logs import Log, describe

if TYPE_CHECKING:
    from hallway.ui.shell.window import Window

MOST_KEPT = 20


class Guard(QObject):
    """Hears of every bug, on whatever thread; `lines` say where they were, without anybody's words.

    The strip comes once, until it is closed; a bug while it is in view is counted.
    """

    caught = Signal(str)

    def __init__(self, notes: Callable[[], Log], window: Callable[[], Window | None]) -> None:
        super().__init__()
        self.count = 0
        self.lines: list[str] = []
        self._notes, self._window = notes, window
        self._says_so = False
        self._before: tuple[Any, Any, Any] = (None, None, None)
        self.caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of bugs from now on."""
        self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
        sys.excepthook = self.hear
        sys.unraisablehook = lambda told: self._hear_one(told.exc_value)
        threading.excepthook = lambda told: self._hear_one(told.exc_value)

    def remove(self) -> None:
        """Leave the hooks as they were."""
        sys.excepthook, sys.unraisablehook, threading.excepthook = self._before

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Python's hook for what nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._hear_one(error)

    def _hear_one(self, error: BaseException | None) -> None:
        if error is None or isinstance(error, SystemExit):
            return
        line = describe(error)
        self.count += 1
        self.lines = [*self.lines, line][-MOST_KEPT:]
        self._notes().error("bug", error)
        print(f"hallway: {line}", file=sys.stderr)  # noqa: T201  for whoever started it from a terminal
        self.caught.emit(line)

    def _tell(self) -> None:
        window = self._window()
        if window is None or self._says_so:
            return
        self._says_so = True
        strip = window.show_banner(
            self.tr("Something in Hallway went wrong. What you saved is safe."),
            action=self.tr("Show the report"), run=self.show_report, closable=True,
        )  # fmt: skip
        strip.closed.connect(self._closed)

    def _closed(self) -> None:
        self._says_so = False

    def show_report(self) -> None:
        """The report over the window."""
        from hallway.host.crashes import report
        from hallway.ui.shell.report_panel import open_report

        window = self._window()
        if window is not None:
            open_report(window, report(self.lines, self.count))
