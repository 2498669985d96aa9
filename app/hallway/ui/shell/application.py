"""Starting the window: one instance, the look, the record, and what is shown when the record cannot be opened."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hallway.domain.errors import DatabaseBusy, FileTrouble, HallwayError, OlderShape, ReadOnly
from hallway.domain.key_file import KeyDamaged, PassphraseWanted
from hallway.domain.own_links import SCHEME
from hallway.host.crashes import stop_watching, watch_for_crashes
from hallway.host.given_files import messages
from hallway.host.instance import CAPTURE, COME_FORWARD, Instance
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.frame.plurals import EnglishPlurals
from hallway.ui.frame.preferences import Preferences, settings_in
from hallway.ui.shell.arriving import Arrivals
from hallway.ui.shell.commands import equip
from hallway.ui.shell.drafting import Drafting
from hallway.ui.shell.ending import Ending
from hallway.ui.shell.guard import Guard
from hallway.ui.shell.leaving import AWAY, LOCKED, Left, Work, come_back, leaving
from hallway.ui.shell.listening import Listener
from hallway.ui.shell.locking import Idle, end_work, is_at_work, let_go
from hallway.ui.shell.opening import Opening
from hallway.ui.shell.unlocking import Unlocking
from hallway.ui.shell.window import Window, raise_window
from hallway.ui.theme import theme
from hallway.ui.widgets.illustration import mark_icon
from hallway.usecases import people, today
from hallway.usecases.desk import Desk
from hallway.usecases.opening import put_away

if TYPE_CHECKING:
    from hallway.host.logs import Log

OpenDesk = Callable[..., Desk]
"""Is given the key of an encrypted record, and `opening.How`."""
COLLECTING_AFTER = 1000  # ms; by then the first page stands


def run_window(
    folder: Path,
    open_desk: OpenDesk,
    *,
    capture: bool = False,
    quit_when_ready: bool = False,
    link: str = "",
    files: Sequence[Path] = (),
) -> int:
    """Open the window on a data folder; returns the exit code. `open_desk` is given the key of an encrypted record.

    A second start tells the first to come forward and leaves with 0. `capture` opens the capture line alone;
    `quit_when_ready` paints the first page and leaves, for measuring. `link` leads to somebody (`domain.own_links`).
    `files` are shown with what they would bring in.
    """
    instance = Instance(folder)
    if not _acquired(instance):
        for message in messages(files) or [CAPTURE if capture else link or COME_FORWARD]:
            instance.send(message)
        return 0
    with instance:
        application = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(application, QApplication)
        return _Session(application, folder, instance, link, files).run(open_desk, capture, quit_when_ready)


class _Session(QObject):
    """What lives as long as the window: settings, log, instance, signals."""

    def __init__(
        self, application: QApplication, folder: Path, instance: Instance, link: str = "", files: Sequence[Path] = ()
    ) -> None:
        super().__init__()
        self.application = application
        self.instance = instance
        self._folder, self._link, self._arrivals = folder, link, Arrivals(files)
        self.settings = settings_in(folder)
        self.window: Window | None = None
        self._alone: QWidget | None = None
        self._unlocking = Unlocking(folder, self.settings, self._put_in_front)
        self._left = Left()
        self._is_told_to_end = False
        self._drafting: Drafting | None = None
        self._guard = Guard(lambda: self.notes, lambda: self.window)
        self._window_wanted = False
        self._opening = Opening(folder, instance, self.settings, self._note_refusal, self._show_copy)
        self.listener = Listener(application, instance, self)
        self.listener.asked.connect(self._do_what)
        self.ending = Ending(application, self)
        self.ending.told.connect(self._keep_drafts)
        application.setApplicationName("Hallway")
        application.setDesktopFileName("hallway")
        application.installTranslator(EnglishPlurals(application))
        preferences = Preferences(self.settings)
        theme.apply(application, preferences.theme, preferences.base_px)
        preferences.apply()

    @cached_property
    def notes(self) -> Log:
        """The log, opened with the first note: most days have none, and logging takes its time to import."""
        from hallway.host.logs import open_log

        return open_log(self._folder)

    def run(self, open_desk: OpenDesk, capture: bool, quit_when_ready: bool) -> int:
        """Open the record and show a window; without a record, show why."""
        self._guard.install()
        crash_file = watch_for_crashes(self._folder)
        try:
            return self._run(open_desk, capture, quit_when_ready)
        finally:
            stop_watching(crash_file)
            self._guard.remove()

    def _run(self, open_desk: OpenDesk, capture: bool, quit_when_ready: bool) -> int:
        may = quit_when_ready or self._opening.may_begin()
        desk = self._opened(open_desk, quit_when_ready) if may else None
        self._unlocking.forget_machine()
        if desk is None:
            return 1
        QTimer.singleShot(COLLECTING_AFTER, _collect_garbage)
        try:
            code = self._front(desk, capture, quit_when_ready)
            while self._left.why:
                desk = self._come_back(desk, open_desk)
                if desk is None:
                    return 0
                code = self._front(desk, capture and not self._window_wanted, False)
            return code
        finally:
            if desk is not None:
                _keep_plan(desk)
                put_away(desk)

    def _front(self, desk: Desk, capture: bool, quit_when_ready: bool) -> int:
        return self._capture_alone(desk) if capture else self._show(desk, quit_when_ready)

    def _opened(self, open_desk: OpenDesk, quit_when_ready: bool) -> Desk | None:
        """The record; None when it cannot be opened and no copy was put in its place."""
        while True:
            try:
                return open_desk(self._unlocking.key, self._opening.how)
            except (PassphraseWanted, KeyDamaged) as error:
                self._answer_the_world()
                given = self._unlocking.ask(error, quit_when_ready)
                if not (self._goes_on(error, open_desk, quit_when_ready) if given is None else given):
                    return None
            except HallwayError as error:
                if not self._goes_on(error, open_desk, quit_when_ready):
                    return None

    def _goes_on(self, error: HallwayError, open_desk: OpenDesk, quit_when_ready: bool) -> bool:
        """Say why it does not open; True when it can be tried again. Nobody is asked where nobody looks."""
        if quit_when_ready and not isinstance(error, ReadOnly | OlderShape):
            self._note_refusal(error)
            return False

        def is_free() -> bool:
            try:
                open_desk(self._unlocking.key, self._opening.how).close()
            except DatabaseBusy:
                return False
            except HallwayError:
                return True  # what it is will be told
            return True

        return self._opening.goes_on(error, is_free, self._unlocking.key)

    def _note_refusal(self, error: HallwayError) -> None:
        self.notes.error("open.refused", error)

    def _show_copy(self, desk: Desk, words: str) -> None:
        """A window of its own on what a copy holds, and back to where one came from once it is closed."""
        from hallway.ui.shell.looking import look_inside

        look_inside(self.application, desk, self.settings, words)

    def _put_in_front(self, window: QWidget | None) -> None:
        """Let this window be the one that comes forward when Hallway is started once more."""
        self._alone = window
        if window is not None:
            window.setWindowIcon(mark_icon())

    def _leave(self, why: str, work: Work | None = None, words: str = "") -> None:
        """Leave the window, whose place and half-written words are kept, to come back to it."""
        front = self.window or self._alone
        if front is None or self._left.why:
            return
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a field that is left keeps what was written
        if self.window is not None:
            self._left = leaving(self.window, why, work, words)
        else:
            self._left = Left(why)
        front.hide()
        self.application.exit(0)

    def _come_back(self, desk: Desk, open_desk: OpenDesk) -> Desk | None:
        """Do what was to be done while the window is away, and open the record again; None when nobody opens it."""
        left = self._left
        if left.why == LOCKED:
            desk.close()
            desk.database.become(None)
            self._unlocking.key = None
            again = self._opened(open_desk, False)
        else:
            from hallway.ui.shell.rewriting import do_alone

            left.error = do_alone(self.application, self.settings, desk, left.work) if left.work else None
            self._unlocking.key, again = desk.database.key, desk
        if again is None:
            self._left = Left()
        return again

    def _show(self, desk: Desk, quit_when_ready: bool) -> int:
        from hallway.ui.shell.rooms import ROOMS

        bridge, left = Bridge(desk), self._left
        self._left = Left()
        window = Window(bridge, ROOMS, self.settings)
        self.window = window
        equip(window)
        bridge.lock_wanted.connect(lambda: self._leave(LOCKED))
        bridge.closing_wanted.connect(lambda work, words: self._leave(AWAY, work, words))
        window.painted.connect(self.application.quit if quit_when_ready else partial(self._settle, window))
        if desk.is_for_looking:
            self._look_only(window)
        window.frame.navigator.go(left.place or self._first_place(desk))
        window.show()
        self._keep_what_is_written(window, bridge, is_back=bool(left.why))
        come_back(window, left)
        if self._link:
            self._follow(window, self._link)
            self._link = ""
        self._arrivals.show(window)
        code = self.application.exec()
        self.window = None
        self._end_drafting()
        if self._left.why:
            end_work(window, bridge)
            let_go(window)
            bridge.deleteLater()
            return code
        window.close()
        window.deleteLater()
        return code

    def _settle(self, window: Window) -> None:
        """Begin what the first page did not need."""
        from hallway.ui.shell.settling import Settling

        self._answer_the_world()
        Settling(window, self.settings)
        self._watch_idle(window, window.frame.bridge)

    def _watch_idle(self, front: QWidget, bridge: Bridge) -> None:
        """Lock an encrypted record once nobody uses it, unless something long is going on."""
        if bridge.desk.database.key is not None:
            idle = Idle(lambda: Preferences(self.settings).lock_after, bridge.desk.clock.now, front)
            idle.passed.connect(lambda: None if is_at_work(front, bridge) else self._leave(LOCKED))

    def _keep_what_is_written(self, window: Window, bridge: Bridge, *, is_back: bool) -> None:
        """Drafts from now on; those of an end that was none are offered, and so is the report of a crash."""
        self._drafting = drafting = Drafting(window, bridge, window.frame.navigator)
        window.frame.catalogue.running.connect(drafting.note_action)
        if not is_back and not bridge.desk.is_for_looking:
            window.painted.connect(partial(_offer_what_was_left, window, self._folder))

    def _end_drafting(self) -> None:
        if self._drafting is not None and not self._is_told_to_end:
            self._drafting.finish()
        self._drafting = None

    def _look_only(self, window: Window) -> None:
        from hallway.ui.shell.looking import look_only, why_read_only

        look_only(window, why_read_only(self._folder))

    def _first_place(self, desk: Desk) -> Place:
        remembered = str(self.settings.value("window/room", ""))
        if desk.ask(today.nobody_yet):
            return Place("welcome")
        return Place(remembered if remembered != "welcome" else "today")

    def _capture_alone(self, desk: Desk) -> int:
        from hallway.ui.capture.panel import CaptureWindow

        bridge, self._left = Bridge(desk), Left()
        self._alone = window = CaptureWindow(bridge)
        self._drafting = Drafting(window, bridge, action="window.capture")
        window.show()
        self._answer_the_world()
        self._watch_idle(window, bridge)
        code = self.application.exec()
        self._alone = None
        self._end_drafting()
        let_go(window)
        if self._left.why:
            end_work(bridge)
            return code
        return self._show(desk, False) if self._window_wanted else code

    def _answer_the_world(self) -> None:
        """Be recognised in the taskbar, hear other starts, and end when told to."""
        self.application.setWindowIcon(mark_icon())
        self.listener.begin()
        self.ending.begin()

    def _do_what(self, message: str) -> None:
        """Come forward, and do what another start or the system asks for."""
        brings_files = self._arrivals.hear(message)
        front = self.window or self._alone
        if front is None:
            return
        raise_window(front)
        if self.window is None:  # the line is in use; the window comes when it is done with
            self._window_wanted = self._window_wanted or brings_files or message == COME_FORWARD
        elif brings_files:
            self._arrivals.show(self.window)
        elif message == CAPTURE:
            self.window.frame.catalogue.run("window.capture")
        elif message.startswith(SCHEME):
            self._follow(self.window, message)

    def _follow(self, window: Window, link: str) -> None:
        """Go to the person that a calendar entry leads back to; what leads nowhere is said."""
        try:
            found = window.frame.bridge.ask(people.linked, link)
        except HallwayError as error:
            window.show_trouble(error)
        else:
            window.frame.navigator.go(Place("people", "person", found))

    def _keep_drafts(self) -> None:
        """What is not saved is offered at the next start."""
        self._is_told_to_end = True
        if self._drafting is not None:
            self._drafting.keep()


def _acquired(instance: Instance) -> bool:
    """False when another one holds the folder. In one that may not be written nobody can write, and none is needed."""
    try:
        return instance.acquire()
    except FileTrouble:
        return True


def _offer_what_was_left(window: Window, folder: Path) -> None:
    from hallway.ui.shell.going_on import offer_what_was_left  # not before the first page stands

    offer_what_was_left(window, folder)


def _keep_plan(desk: Desk) -> None:
    """So that the next start need not plan anew; a disk that takes nothing costs only that."""
    with suppress(HallwayError):
        if not desk.is_for_looking and not desk.ask(today.plan_stands):
            from hallway.usecases import planning

            desk.do(planning.keep)


def _collect_garbage() -> None:
    """From now on; what the window is made of stays, and need not be looked through again and again."""
    gc.freeze()
    gc.enable()
