"""The room Events, for the list of rooms."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room

if TYPE_CHECKING:
    from hallway.ui.events.page import EventsPage


def _page(frame: Frame) -> Page:
    from hallway.ui.events.page import EventsPage

    return EventsPage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def room() -> EventsPage:
        from hallway.ui.events.page import EventsPage

        found = page()
        assert isinstance(found, EventsPage)
        return found

    def add() -> None:
        frame.navigator.go(Place("events"))
        room().add()

    def here() -> bool:
        return frame.navigator.here is not None and frame.navigator.here.room == "events"

    def chosen() -> bool:
        return here() and bool(room().event_id())

    def enter() -> None:
        frame.navigator.go(Place("events", "there", room().event_id()))

    def add_session() -> None:
        enter()
        room().add_session()

    def pack() -> None:
        from hallway.ui.parts.briefing_panel import open_pack

        open_pack(frame, room().window(), room().event_id())

    def entry() -> None:
        from hallway.ui.parts.save_entry import ask_where
        from hallway.usecases import calendars, events

        event_id = room().event_id()
        title = frame.bridge.ask(events.page_of, event_id).event.title
        ask_where(frame.bridge, room(), title, calendars.event_alone, event_id)

    return (
        ActionSpec("events.add", _t("Add an event"), "calendar-plus", add, "Ctrl+Shift+E", "new conference talk"),
        ActionSpec(
            "events.enter", _t("Programme and people of this event"), "door-open", enter, "", "sessions wishes there",
            "Events", chosen,
        ),
        ActionSpec(
            "events.session", _t("Add a session of your own"), "presentation", add_session, "", "talk poster my own",
            "Events", chosen,
        ),
        ActionSpec(
            "events.pack", _t("Event pack on paper"), "file-text", pack, "", "print pdf programme", "Events", chosen
        ),
        ActionSpec(
            "events.entry", _t("Save this event for a calendar…"), "calendar-plus", entry, "", "ics export invitation",
            "Events", chosen,
        ),
        ActionSpec(
            "events.remove", _t("Let go of this event"), "trash-2", lambda: room().remove(), words="delete",
            enabled_when=here,
        ),
    )


def _t(text: str) -> str:
    return QCoreApplication.translate("events", text)


ROOM = Room(key="events", title=_t("Events"), icon="calendar-days", page=_page, actions=_actions)
