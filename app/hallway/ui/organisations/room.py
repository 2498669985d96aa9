"""The room Organisations, for the list of rooms; it is entered from the People list, the palette and any link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room


def _page(frame: Frame) -> Page:
    from hallway.ui.organisations.page import OrganisationsPage

    return OrganisationsPage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def go() -> None:
        frame.navigator.go(Place("organisations"))

    return (
        ActionSpec(
            "organisations.go", _t("Go to organisations"), "building-2", go, "Ctrl+Shift+O",
            _t("places of work university company society"), "Rooms",
        ),
    )  # fmt: skip


def _t(text: str) -> str:
    return QCoreApplication.translate("organisations", text)


ROOM = Room(
    key="organisations",
    title=_t("Organisations"),
    icon="building-2",
    page=_page,
    actions=_actions,
    in_rail=False,
    within="people",
)
