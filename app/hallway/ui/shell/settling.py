"""What the first page does not need: it begins once that stands, each thing in its own time, and ends with the window.

Every import here waits as well, so that the first page does not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer

from hallway.ui.frame.bridge import Bridge
from hallway.ui.shell.window import Window

KEEPING_AFTER = 4000  # ms; nobody looks at the kept calendar in the first moments
FORGETTING_AFTER = 5000  # ms; by then the rest of the window is there


class Settling(QObject):
    """Goes on beside a window whose first page stands."""

    def __init__(self, window: Window, settings: QSettings) -> None:
        from hallway.ui.shell.warming import WarmUp

        super().__init__(window)
        self._window, self._settings = window, settings
        self._evening: QObject | None = None
        self._choose_evening()
        window.frame.preferences.evening_chosen.connect(self._choose_evening)
        window.show_counts()
        WarmUp(window)
        if window.frame.bridge.desk.is_for_looking:
            return
        for begin in (self._watch_file, self._keep_calendars, self._make_copies):
            QTimer.singleShot(KEEPING_AFTER, self, begin)
        QTimer.singleShot(FORGETTING_AFTER, self, partial(forget_old, window.frame.bridge))

    def _choose_evening(self) -> None:
        """The day's one notification, for whoever chose an hour for it; there is nothing of it otherwise."""
        if self._evening is not None:
            self._evening.deleteLater()
            self._evening = None
        if self._window.frame.preferences.evening is not None:
            from hallway.ui.shell.evening import Evening

            self._evening = Evening(self._window, self._window.frame.preferences.evening)

    def _watch_file(self) -> None:
        """The file stays the one that was opened, and is looked through when there is a reason."""
        from hallway.ui.shell.watching import Watching

        Watching(self._window)

    def _keep_calendars(self) -> None:
        """What is kept up to date follows from now on; what changed while the window was closed does so at once."""
        from hallway.ui.shell.keeping import Keeping

        keeping = Keeping(self._window.frame.bridge, self._window)
        _at_the_end(keeping.finish)
        keeping.go()

    def _make_copies(self) -> None:
        """From now on a day on which something changes has its copy."""
        from hallway.ui.shell.backing_up import COPIES_ALSO, BackingUp

        copies = BackingUp(self._window.frame.bridge, self._window, str(self._settings.value(COPIES_ALSO, "")))
        copies.told.connect(self._window.rail.saved.say)
        _at_the_end(copies.finish)


def forget_old(bridge: Bridge) -> None:
    """What was let go more than thirty days ago goes now, as a step like any other."""
    from hallway.usecases import trash

    if bridge.ask(trash.holds_old):
        bridge.do_quietly(trash.empty_old)


def _at_the_end(finish: Callable[[], None]) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    application.aboutToQuit.connect(finish)
