"""What the window itself can do, whatever room is in front."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Room
from hallway.ui.shell.dropping import Dropping
from hallway.ui.shell.guide_actions import guide_actions
from hallway.ui.shell.window import Window

LETTERS = {
    "today": "T", "people": "P", "timeline": "L", "events": "E", "outreach": "O", "network": "N", "insights": "I",
}  # fmt: skip
"""G and then one of these goes to a room."""


def equip(window: Window) -> None:
    """Give the window its own actions and those of its rooms, and let files be dropped on it."""
    Dropping(window)
    window.frame.catalogue.add(*window_actions(window))
    for room in window.rooms.values():
        window.frame.catalogue.add(*room.actions(window.frame, partial(window.page_of, room.key)))
    window.frame.catalogue.add(*guide_actions(window))  # last: who types what to do wants to do it


def window_actions(window: Window) -> tuple[ActionSpec, ...]:
    """The window's own actions and one to go to each room."""
    bridge, navigator = window.frame.bridge, window.frame.navigator
    return (
        ActionSpec("window.palette", _t("Find or do"), "search", lambda: _open_palette(window), "Ctrl+K"),
        ActionSpec(
            "window.capture", _t("I met someone"), "user-plus", lambda: _open_capture(window), "Ctrl+N", "new add"
        ),
        ActionSpec(
            "calendar.export", _t("Export to a calendar"), "calendar-plus", lambda: _export(window), "Ctrl+E", "ics"
        ),
        ActionSpec(
            "calendar.keep", _t("Keep a calendar up to date"), "refresh-cw", lambda: _keep(window),
            words="publish caldav server nextcloud folder vdir subscribe",
        ),
        ActionSpec(
            "window.briefing", _t("Briefing on a page"), "file-text", lambda: _open_briefing(window), "Ctrl+B",
            "before a talk recall print pdf tomorrow",
        ),
        ActionSpec(
            "window.debrief", _t("Look the people you met through"), "list-checks", lambda: _open_debrief(window),
            "Ctrl+Shift+D", "evening debrief follow up",
        ),
        ActionSpec(
            "outreach.find", _t("Find whom to reach"), "compass", lambda: _open_finding(window),
            words="authors papers bibliography bibtex speakers topic organisation reach out meet somebody new",
        ),
        ActionSpec(
            "messages.words", _t("Change the words of messages"), "pencil", lambda: _open_words(window),
            words="templates drafts letters mail language greeting",
        ),
        ActionSpec("window.undo", _t("Undo"), "undo-2", bridge.undo, "Ctrl+Z", "take back"),
        ActionSpec("window.redo", _t("Redo"), "redo-2", bridge.redo, "Ctrl+Shift+Z", "again"),
        ActionSpec("window.back", _t("Back"), "arrow-left", navigator.back, "Alt+Left"),
        ActionSpec("window.forward", _t("Forward"), "arrow-right", navigator.forward, "Alt+Right"),
        ActionSpec("window.find", _t("Find on this page"), "search", lambda: _find(window), "Ctrl+F"),
        ActionSpec("window.area", _t("Next area"), "keyboard", window.next_area, "F6"),
        ActionSpec("window.area_before", _t("Area before"), "keyboard", lambda: window.next_area(-1), "Shift+F6"),
        ActionSpec("window.help", _t("Keys and a short guide"), "keyboard", lambda: _open_help(window), "F1", "help"),
        ActionSpec(
            "window.demo", _t("Look around with made-up people"), "eye", lambda: _open_demo(window), words="demo"
        ),
        ActionSpec(
            "window.lock", _t("Lock Hallway"), "lock", lambda: _lock(window), "Ctrl+Shift+L", "passphrase encrypt hide"
        ),
        ActionSpec("window.quit", _t("Quit"), "log-out", lambda: _quit(window), "Ctrl+Q", "close exit"),
        *_rooms(window),
    )


def _rooms(window: Window) -> tuple[ActionSpec, ...]:
    shown = [room for room in window.rooms.values() if room.in_rail]
    top = [room for room in shown if not room.at_bottom]
    keys = {room.key: f"Ctrl+{at}" for at, room in enumerate(top, 1)} | {"settings": "Ctrl+,"}
    return tuple(_to_room(window, room, keys.get(room.key, "")) for room in shown)


def _to_room(window: Window, room: Room, keys: str) -> ActionSpec:
    def go() -> None:
        window.frame.navigator.go(Place(room.key))

    in_turn = f"G, {LETTERS[room.key]}" if room.key in LETTERS else ""
    words = _t("Go to {}").format(room.title)
    return ActionSpec(f"go.{room.key}", words, room.icon, go, keys, area="Rooms", keys_in_turn=in_turn)


def _open_palette(window: Window) -> None:
    from hallway.ui.shell.palette import open_palette

    open_palette(window)


def _open_capture(window: Window) -> None:
    from hallway.ui.capture.panel import open_capture

    open_capture(window.frame, window)


def _export(window: Window) -> None:
    from hallway.ui.calendar_export.panel import open_export

    open_export(window.frame, window)


def _keep(window: Window) -> None:
    from hallway.ui.calendar_export.ways import open_ways
    from hallway.usecases import publishing

    open_ways(window.frame.bridge, window, window.frame.bridge.ask(publishing.kept).choice)


def _open_briefing(window: Window) -> None:
    from hallway.ui.parts.briefing_panel import open_briefing

    open_briefing(window.frame, window, window.page.people_in_view() if window.page else ())


def _open_debrief(window: Window) -> None:
    from hallway.ui.debrief.panel import open_debrief

    open_debrief(window.frame, window)


def _open_finding(window: Window) -> None:
    from hallway.ui.outreach.finding_panel import open_finding

    open_finding(window.frame, window)


def _open_help(window: Window) -> None:
    from hallway.ui.shell.help import open_help

    open_help(window)


def _open_words(window: Window) -> None:
    from hallway.ui.parts.message_editor import open_editor

    open_editor(window.frame.bridge, window)


def _open_demo(window: Window) -> None:
    from hallway.ui.shell.look_around import look_around

    look_around(window)


def _find(window: Window) -> None:
    find = getattr(window.page, "find_on_page", None)
    if callable(find):
        find()
    else:
        _open_palette(window)


def _lock(window: Window) -> None:
    """Without a passphrase there is nothing to open it with: then to where one is chosen."""
    if window.frame.bridge.desk.database.key is None:
        window.frame.navigator.go(Place("settings", "passphrase"))
    else:
        window.frame.bridge.lock_wanted.emit()


def _quit(window: Window) -> None:
    window.close()


def _t(text: str) -> str:
    return QCoreApplication.translate("commands", text)
