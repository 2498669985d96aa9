"""The window: the rail, the room in front, what is said at the bottom and what went wrong at the top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from hallway.domain.changes import Changes
from hallway.domain.errors import HallwayError
from hallway.ui.frame.actions import Catalogue
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator, Place
from hallway.ui.frame.preferences import Preferences
from hallway.ui.frame.rooms import Frame, Page, Room
from hallway.ui.shell.rail import Rail
from hallway.ui.widgets.card import Ground

if TYPE_CHECKING:
    from hallway.ui.frame.worker import Job
    from hallway.ui.widgets.inline_message import InlineMessage, Tone
    from hallway.ui.widgets.overlay import OverlayPanel
    from hallway.ui.widgets.toast import ToastHost

SMALLEST = (960, 640)
USUAL = (1280, 800)
RAIL_COLLAPSES_BELOW = 1160
WIDE_ENOUGH = 1480
"""From here on there is room for the rail's words beside a room that needs the width."""
HOME = "today"


class Window(Ground):
    """The one main window."""

    painted = Signal()
    """Emitted once, after the first page is on screen."""

    def __init__(self, bridge: Bridge, rooms: Sequence[Room], settings: QSettings) -> None:
        super().__init__("window")
        self.setWindowTitle("Hallway")
        self.setMinimumSize(*SMALLEST)
        self.settings = settings
        self.frame = Frame(bridge, Navigator(), Catalogue(self), Preferences(settings))
        self.rooms = {room.key: room for room in rooms}
        self.pages: dict[str, Page] = {}
        self.rail = Rail([room for room in rooms if room.in_rail])
        self._stack = QStackedWidget()
        self._strip: InlineMessage | None = None
        self._column = QVBoxLayout()
        self._first_paint = True
        self._marked = HOME
        self._build()
        self._connect()
        self._restore()

    @cached_property
    def toasts(self) -> ToastHost:
        """What is said at the bottom, made with the first word."""
        from hallway.ui.widgets.toast import ToastHost

        return ToastHost(self)

    @property
    def page(self) -> Page | None:
        """The page in front."""
        current = self._stack.currentWidget()
        return current if isinstance(current, Page) else None

    def page_of(self, key: str) -> Page:
        """The page of a room, built on first use."""
        if key not in self.pages:
            page = self.rooms[key].page(self.frame)
            self.pages[key] = page
            self._stack.addWidget(page)
        return self.pages[key]

    def show_place(self, place: Place) -> None:
        """Bring a room to the front and let it show the place."""
        if place.room not in self.rooms:
            place = Place(HOME)
        page = self.page_of(place.room)
        was_here = page.isAncestorOf(QApplication.focusWidget() or self)
        self._stack.setCurrentWidget(page)
        landed = QApplication.focusWidget()  # wherever Qt put it when the page before was hidden
        room = self.rooms[place.room]
        if room.in_rail or room.within:
            self._marked = room.within or room.key
        self._fit_rail()
        self.rail.show_room(self._marked)  # one without a place in the rail leads back to the room before
        page.show_place(place)
        focused = QApplication.focusWidget()
        if focused is None or not page.isAncestorOf(focused) or (focused is landed and not was_here):
            page.focus_first()

    def say(self, words: str, undoable: bool = False) -> None:
        """A toast at the bottom, with Undo when there is a step to take back."""
        self.toasts.show_message(words, self.frame.bridge.undo if undoable else None)

    def offer(self, words: str, undo: Callable[[], None]) -> None:
        """A toast whose Undo is its own: for what is no step of the history."""
        self.toasts.show_message(words, undo)

    def show_trouble(self, error: HallwayError) -> None:
        """A strip at the top that stays until it is closed: what happened, what is safe, what to do."""
        from hallway.ui.widgets.inline_message import InlineMessage

        self.clear_trouble()
        self._strip = InlineMessage(error.sentence, tone="danger")
        self._strip.closed.connect(self.clear_trouble)
        self._column.insertWidget(0, self._strip)

    def clear_trouble(self) -> None:
        """Put the strip away."""
        if self._strip is not None:
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None

    def show_banner(
        self,
        words: str,
        *,
        tone: Tone = "amber",
        action: str = "",
        run: Callable[[], object] | None = None,
        closable: bool = False,
    ) -> InlineMessage:
        """A quiet strip above the page; it stays until it is closed, or its one action was taken."""
        from hallway.ui.widgets.inline_message import InlineMessage

        strip = InlineMessage(words, tone=tone, action=action, closable=closable)
        strip.closed.connect(strip.deleteLater)
        if run is not None:
            strip.acted.connect(strip.close_message)
            strip.acted.connect(run)
        self._column.insertWidget(self._column.count() - 1, strip)
        return strip

    def next_area(self, by: int = 1) -> None:
        """F6: from the rail to the page to the toast and round again."""
        toast = self.toasts.current()
        areas = [self.rail.focus_current, self._focus_page] + ([self.toasts.focus] if toast else [])
        focused = QApplication.focusWidget()
        at = 0 if focused is None or self.rail.isAncestorOf(focused) else 1
        if toast is not None and focused is not None and toast.isAncestorOf(focused):
            at = 2
        areas[(at + by) % len(areas)]()

    def overlay(self) -> OverlayPanel | None:
        """The panel that lies over the page, the topmost one, or None."""
        from hallway.ui.widgets.overlay import OverlayPanel

        panels = reversed(self.findChildren(OverlayPanel))
        return next((panel for panel in panels if panel.isVisible()), None)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.frame.bridge.wait()
        self.settings.setValue("window/geometry", self.saveGeometry())
        here = self.frame.navigator.here
        self.settings.setValue("window/room", here.room if here else "")
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._first_paint:
            self._first_paint = False
            QTimer.singleShot(0, self.painted.emit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text field keeps Ctrl+Z while it has something of its own to take back; after that it is the record's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if (event.matches(undo) and not _has_own_undo(watched)) or (
                event.matches(redo) and not _has_own_redo(watched)
            ):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _fit_rail(self) -> None:
        """Words in the rail while the room in front leaves them room."""
        in_front = self._stack.currentWidget()
        crowded = any(self.pages.get(key) is in_front for key, room in self.rooms.items() if room.needs_width)
        narrow = self.width() < (WIDE_ENOUGH if crowded and in_front is not None else RAIL_COLLAPSES_BELOW)
        if narrow != self.rail.is_narrow or not self.rail.isVisible():
            self.rail.set_narrow(narrow)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        row.addWidget(self.rail)
        row.addLayout(self._column, 1)

    def _connect(self) -> None:
        bridge, navigator = self.frame.bridge, self.frame.navigator
        self.rail.chosen.connect(lambda key: navigator.go(Place(key)))
        self.rail.find_wanted.connect(lambda: self.frame.catalogue.run("window.palette"))
        self.rail.capture_wanted.connect(lambda: self.frame.catalogue.run("window.capture"))
        navigator.went.connect(self.show_place)
        bridge.changed.connect(self._changed)
        bridge.said.connect(self.say)
        bridge.offered.connect(self.offer)
        bridge.refused.connect(self.show_trouble)
        bridge.began.connect(self._show_long_work)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._watch)

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        """Filter the events of the one widget that has the keyboard; those of all would pass through Python."""
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def _restore(self) -> None:
        geometry = self.settings.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(*USUAL)

    def _show_long_work(self, job: Job) -> None:
        from hallway.ui.shell.long_work import show_long_work

        show_long_work(self, job)

    def _changed(self, changes: Changes) -> None:
        self.clear_trouble()
        if self.page is not None:
            self.page.refresh(changes)
        self.show_counts()

    def show_counts(self) -> None:
        """The grey numbers of the rail."""
        for room in self.rooms.values():
            if not room.in_rail:
                continue
            self.rail.show_count(room.key, room.count(self.frame.bridge))

    def _focus_page(self) -> None:
        if self.page is not None:
            self.page.focus_first()


def _has_own_undo(widget: QObject) -> bool:
    line = _line_of(widget)
    if line is not None:
        return line.isUndoAvailable()
    return isinstance(widget, QTextEdit | QPlainTextEdit) and widget.document().isUndoAvailable()


def _has_own_redo(widget: QObject) -> bool:
    line = _line_of(widget)
    if line is not None:
        return line.isRedoAvailable()
    return isinstance(widget, QTextEdit | QPlainTextEdit) and widget.document().isRedoAvailable()


def _line_of(widget: QObject) -> QLineEdit | None:
    """The line one types in: the widget, or the one inside a number or a choice that can be typed."""
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit) else None


def raise_window(window: QWidget) -> None:
    """Bring a window forward, out of the taskbar too."""
    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()
