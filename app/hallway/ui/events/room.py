"""The room Events, for the list of rooms."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room


def _page(frame: Frame) -> Page:
    from hallway.ui.events.page import EventsPage

    return EventsPage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def add() -> None:
        from hallway.ui.events.page import EventsPage

        frame.navigator.go(Place("events"))
        found = page()
        assert isinstance(found, EventsPage)
        found.add()

    def remove() -> None:
        from hallway.ui.events.page import EventsPage

        found = page()
        assert isinstance(found, EventsPage)
        found.remove()

    def here() -> bool:
        return frame.navigator.here is not None and frame.navigator.here.room == "events"

    return (
        ActionSpec("events.add", _t("Add an event"), "calendar-plus", add, "Ctrl+Shift+E", "new conference talk"),
        ActionSpec("events.remove", _t("Let go of this event"), "trash-2", remove, "", "delete", enabled_when=here),
    )


def _t(text: str) -> str:
    return QCoreApplication.translate("events", text)


ROOM = Room(key="events", title=_t("Events"), icon="calendar-days", page=_page, actions=_actions)
