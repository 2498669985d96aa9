"""After an unclean end: quiet strips offer what was being written, to go on with or to let go, and a crash's report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from hallway.host import crashes
from hallway.ui.frame.places import Place
from hallway.ui.shell.drafting import fill, named_fields
from hallway.ui.shell.window import Window
from hallway.ui.widgets.button import link
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.usecases import drafts
from hallway.usecases.drafts import Draft

SHOWN_AFTER = 300
"""Milliseconds until an editor that was asked for is there."""


class GoingOn(QObject):
    """Offers one draft after the other, the newest first."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._waiting = list(window.frame.bridge.ask(drafts.listed))
        self.strip: InlineMessage | None = None
        self.let: QWidget | None = None
        self._offer()

    def go_on(self, draft: Draft) -> None:
        """Go where it was written, open its editor again where that is known, and put the words back."""
        self._forget(draft)
        if draft.room:
            self._window.frame.navigator.go(Place(*draft.room))
        if draft.action:
            self._window.frame.catalogue.run(draft.action)
        QTimer.singleShot(SHOWN_AFTER, self, lambda: self._put_back(draft))

    def let_go(self, draft: Draft) -> None:
        """Forget it."""
        self._forget(draft)
        self._next()

    def _offer(self) -> None:
        if not self._waiting:
            return
        draft = self._waiting[0]
        words = self.tr("You were writing: {about}. Hallway ended before it was saved.").format(about=draft.about)
        self.strip = strip = self._window.show_banner(
            words, action=self.tr("Go on"), run=lambda: self.go_on(draft), closable=True
        )
        let = link(self.tr("Let it go"))
        strip.add_way(let)
        let.clicked.connect(lambda: self._pressed(strip, lambda: self.let_go(draft)))
        self.let = let

    def _pressed(self, strip: InlineMessage, then: Callable[[], None]) -> None:
        strip.close_message()
        then()

    def _forget(self, draft: Draft) -> None:
        self._waiting = [one for one in self._waiting if one is not draft]
        self._window.frame.bridge.note(drafts.let_go, draft.place)

    def _next(self) -> None:
        QTimer.singleShot(0, self, self._offer)

    def _put_back(self, draft: Draft) -> None:
        left = draft.fields
        place = self._window.overlay() or self._window.page
        if place is not None and named_fields(place).keys() & left.keys():
            left = fill(place, left)
        if left:
            from hallway.ui.shell.written_panel import open_written

            why = self.tr("Hallway ended before this was saved. Nothing of it has been kept yet.")
            open_written(self._window, [f"{name}: {words}" for name, words in left.items()], why)
        self._next()


def offer_what_was_left(window: Window, folder: Path) -> None:
    """What was being written when Hallway ended without being closed, and where it was when it crashed."""
    GoingOn(window)
    lines = crashes.last_crash(folder)
    if lines:
        crashes.forget_crash(folder)
        _offer_crash(window, crashes.report(lines))


def _offer_crash(window: Window, report: str) -> None:
    from hallway.ui.shell.report_panel import open_report

    window.show_banner(
        QCoreApplication.translate("crash", "Hallway stopped by itself the last time. What you saved is safe."),
        action=QCoreApplication.translate("crash", "Show the report"),
        run=lambda: open_report(window, report),
        closable=True,
    )
