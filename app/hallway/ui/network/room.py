"""The room Network map, for the list of rooms; whoever is in view anywhere can be aimed at from there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room

if TYPE_CHECKING:
    from hallway.ui.network.page import NetworkPage

AIMS = {"people": "person", "organisations": "organisation"}
"""Rooms in which somebody or something is in view that one may want to reach."""


def _page(frame: Frame) -> Page:
    from hallway.ui.network.page import NetworkPage

    return NetworkPage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def here() -> bool:
        return frame.navigator.here is not None and frame.navigator.here.room == "network"

    def room() -> NetworkPage:
        from hallway.ui.network.page import NetworkPage

        found = page()
        assert isinstance(found, NetworkPage)
        return found

    def in_view() -> Place | None:
        """What is in front, as something to aim at."""
        place = frame.navigator.here
        if place is not None and AIMS.get(place.room) == place.subject and place.id:
            return Place("network", place.subject, place.id)
        if place is not None and (place.room, place.subject) == ("people", "topic") and place.id:
            return Place("network", "topic", place.id)
        return None

    def aim() -> None:
        place = in_view()
        if place is not None:
            frame.navigator.go(place)
        else:
            frame.navigator.go(Place("network"))
            room().find_on_page()

    def spec(key: str, words: str, icon: str, run: Callable[[], None], other: str = "") -> ActionSpec:
        return ActionSpec(f"network.{key}", words, icon, run, "", other, "Network map", here)

    return (
        ActionSpec(
            "person.paths", _t("Who can introduce me?"), "waypoints", aim, "Ctrl+Shift+P",
            _t("path to reach introduction way network who knows"),
        ),
        spec("list", _t("The map as a list, or back"), "list", lambda: _turn(room())),
        spec("anew", _t("Arrange the map anew"), "shuffle", lambda: room().arrange_anew()),
        spec("save", _t("Save the map as a picture"), "save", lambda: room().save(), "export png svg"),
    )  # fmt: skip


def _turn(page: NetworkPage) -> None:
    page.show_as("map" if page.views.current() == "list" else "list")


def _t(text: str) -> str:
    return QCoreApplication.translate("network", text)


ROOM = Room(key="network", title=_t("Network map"), icon="waypoints", page=_page, actions=_actions)
