"""Starting the window: one instance, the look, the record, and what is shown when the record cannot be opened."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSettings, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPixmap
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
from hallway.ui.frame.preferences import Preferences
from hallway.ui.shell.arriving import Arrivals, watch_events
from hallway.ui.shell.commands import equip
from hallway.ui.shell.drafting import Drafting
from hallway.ui.shell.guard import Guard
from hallway.ui.shell.leaving import AWAY, LOCKED, Left, Work, come_back, leaving
from hallway.ui.shell.locking import Idle, end_work, is_at_work, let_go
from hallway.ui.shell.opening import Opening
from hallway.ui.shell.unlocking import Unlocking
from hallway.ui.shell.window import Window, raise_window
from hallway.ui.theme import theme
from hallway.ui.widgets.illustration import draw_mark
from hallway.usecases import people, today
from hallway.usecases.desk import Desk
from hallway.usecases.opening import put_away

if TYPE_CHECKING:
    from hallway.host.logs import Log

OpenDesk = Callable[..., Desk]
"""Is given the key of an encrypted record, and `opening.How`."""
ICON_SIDES = (16, 32, 48, 128)
COLLECTING_AFTER = 1000  # ms; by then the first page stands
FORGETTING_AFTER = 5000  # ms; by then the rest of the window is there
KEEPING_AFTER = 4000  # ms; nobody looks at the kept calendar in the first moments
PATIENCE = 0.8  # seconds from being told to end until it is the end
MESSAGES_ASKED_EVERY = 500  # ms, where the platform cannot tell that a message came


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
        self.settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window: Window | None = None
        self._alone: QWidget | None = None
        self._unlocking = Unlocking(folder, self.settings, self._put_in_front)
        self._left = Left()
        self._ends_on_signals = self._is_told_to_end = False
        self._drafting: Drafting | None = None
        self._guard = Guard(lambda: self.notes, lambda: self.window)
        self._window_wanted = False
        self._watchers: list[QObject] = []
        self._opening = Opening(folder, instance, self.settings, self._note_refusal, self._show_copy)
        self._evenings: QObject | None = None
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
            window.setWindowIcon(_mark())

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
        window.painted.connect(self.application.quit if quit_when_ready else self._settle)
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
            self._evenings = None  # it goes with the window
            end_work(window, bridge)
            let_go(window)
            bridge.deleteLater()
            return code
        window.close()
        window.deleteLater()
        return code

    def _settle(self) -> None:
        """What the first page did not need."""
        from hallway.ui.shell.warming import WarmUp

        self._answer_the_world()
        if self.window is not None:
            self._evening()
            self.window.frame.preferences.evening_chosen.connect(self._evening)
            self.window.show_counts()
            WarmUp(self.window)
            self._watch_idle(self.window)
            if self.window.frame.bridge.desk.is_for_looking:
                return
            QTimer.singleShot(KEEPING_AFTER, self.window, partial(_watch_file, self.window))
            QTimer.singleShot(KEEPING_AFTER, self.window, partial(self._keep_calendars, self.window))
            QTimer.singleShot(KEEPING_AFTER, self.window, partial(self._make_copies, self.window))
            QTimer.singleShot(FORGETTING_AFTER, self.window, partial(_forget_old, self.window.frame.bridge))

    def _watch_idle(self, window: Window) -> None:
        """Lock an encrypted record once nobody uses it, unless something long is going on."""
        desk, preferences = window.frame.bridge.desk, window.frame.preferences
        if desk.database.key is None:
            return
        idle = Idle(lambda: preferences.lock_after, desk.clock.now, window)
        idle.passed.connect(lambda: None if is_at_work(window, window.frame.bridge) else self._leave(LOCKED))

    def _keep_what_is_written(self, window: Window, bridge: Bridge, *, is_back: bool) -> None:
        """Drafts from now on; those of an end that was none are offered, and so is the report of a crash."""
        self._drafting = drafting = Drafting(window, bridge, window.frame.navigator)
        window.frame.catalogue.running.connect(drafting.note_action)
        if not is_back and not bridge.desk.is_for_looking:
            window.painted.connect(partial(offer_what_was_left, window, self._folder))

    def _end_drafting(self) -> None:
        if self._drafting is not None and not self._is_told_to_end:
            self._drafting.finish()
        self._drafting = None

    def _look_only(self, window: Window) -> None:
        from hallway.ui.shell.looking import look_only, why_read_only

        look_only(window, why_read_only(self._folder))

    def _keep_calendars(self, window: Window) -> None:
        """What is kept up to date follows from now on; what changed while the window was closed does so at once."""
        from hallway.ui.shell.keeping import Keeping

        keeping = Keeping(window.frame.bridge, window)
        self.application.aboutToQuit.connect(keeping.finish)
        keeping.go()

    def _make_copies(self, window: Window) -> None:
        """From now on a day on which something changes has its copy."""
        from hallway.ui.shell.backing_up import COPIES_ALSO, BackingUp

        copies = BackingUp(window.frame.bridge, window, str(self.settings.value(COPIES_ALSO, "")))
        copies.told.connect(window.rail.saved.say)
        self.application.aboutToQuit.connect(copies.finish)

    def _evening(self) -> None:
        """The day's one notification, for whoever chose an hour for it; there is nothing of it otherwise."""
        if self._evenings is not None:
            self._evenings.deleteLater()
            self._evenings = None
        if self.window is not None and self.window.frame.preferences.evening is not None:
            from hallway.ui.shell.evening import Evening

            self._evenings = Evening(self.window, self.window.frame.preferences.evening)

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
        if desk.database.key is not None:
            idle = Idle(lambda: Preferences(self.settings).lock_after, desk.clock.now, window)
            idle.passed.connect(lambda: self._leave(LOCKED))
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
        self.application.setWindowIcon(_mark())
        if not self._ends_on_signals:
            watch_events(self.application, self._do_what)
        self._listen()
        self._end_on_signals()

    def _listen(self) -> None:
        """Hear what later starts ask for."""
        if self.instance.fileno() is not None or not self.instance.is_held:  # since the capture line stood alone
            return
        self.instance.listen()
        handle = self.instance.fileno()
        if handle is None:
            timer = QTimer(self, interval=MESSAGES_ASKED_EVERY)
            timer.timeout.connect(self._answer)
            timer.start()
            return
        notifier = QSocketNotifier(handle, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._answer)

    def _answer(self) -> None:
        for message in self.instance.read_messages():
            self._do_what(message)

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

    def _end_on_signals(self) -> None:
        """SIGTERM, SIGINT and a log-out end the event loop at once; what is being written is kept as a draft."""
        if self._ends_on_signals:
            return
        self._ends_on_signals = True
        self.application.commitDataRequest.connect(lambda manager: self._keep_drafts())
        if sys.platform == "win32":
            return
        reader, writer = os.pipe()
        for end in (reader, writer):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writer)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: _end_soon())  # Python's turn comes, too, while the window is busy
        notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda: self._end_now(os.read(reader, 64)))

    def _end_now(self, signals: bytes) -> None:
        """End within a second, whatever is going on: what is on disk is whole at any moment."""
        if not {signal.SIGTERM, signal.SIGINT} & set(signals):
            return
        _end_soon()
        self._keep_drafts()
        self.application.quit()

    def _keep_drafts(self) -> None:
        """What is not saved is offered at the next start."""
        self._is_told_to_end = True
        if self._drafting is not None:
            self._drafting.keep()


def _end_soon() -> None:
    """Be gone within a second, whatever else still goes on."""
    last = threading.Timer(PATIENCE, os._exit, (0,))
    last.daemon = True
    last.start()


def _acquired(instance: Instance) -> bool:
    """False when another one holds the folder. In one that may not be written nobody can write, and none is needed."""
    try:
        return instance.acquire()
    except FileTrouble:
        return True


def offer_what_was_left(window: Window, folder: Path) -> None:
    """What was being written when Hallway ended without being closed, and where it was when it crashed."""
    from hallway.host import crashes
    from hallway.ui.shell.going_on import GoingOn

    GoingOn(window)
    lines = crashes.last_crash(folder)
    if lines:
        crashes.forget_crash(folder)
        offer_crash(window, crashes.report(lines))


def offer_crash(window: Window, report: str) -> None:
    """Say that the last time ended by a crash; the report is one key away."""
    from hallway.ui.shell.report_panel import open_report

    window.show_banner(
        QCoreApplication.translate("crash", "Hallway stopped by itself the last time. What you saved is safe."),
        action=QCoreApplication.translate("crash", "Show the report"),
        run=lambda: open_report(window, report),
        closable=True,
    )


def _watch_file(window: Window) -> None:
    """The file stays the one that was opened, and is looked through when there is a reason."""
    from hallway.ui.shell.watching import Watching

    Watching(window)


def _keep_plan(desk: Desk) -> None:
    """So that the next start need not plan anew; a disk that takes nothing costs only that."""
    with suppress(HallwayError):
        if not desk.is_for_looking and not desk.ask(today.plan_stands):
            from hallway.usecases import planning

            desk.do(planning.keep)


def _forget_old(bridge: Bridge) -> None:
    """What was let go more than thirty days ago goes now, as a step like any other."""
    from hallway.usecases import trash

    if bridge.ask(trash.holds_old):
        bridge.do_quietly(trash.empty_old)


def _collect_garbage() -> None:
    """From now on; what the window is made of stays, and need not be looked through again and again."""
    gc.freeze()
    gc.enable()


def _mark() -> QIcon:
    """The app's mark in the sizes that desktops ask for."""
    icon = QIcon()
    for side in ICON_SIDES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_mark(painter, QRectF(picture.rect()))
        painter.end()
        icon.addPixmap(picture)
    return icon
