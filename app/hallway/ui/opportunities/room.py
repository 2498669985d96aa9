"""The room Opportunities, for the list of rooms."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room

if TYPE_CHECKING:
    from hallway.ui.opportunities.page import OpportunitiesPage

KEY = "opportunities"


def _page(frame: Frame) -> Page:
    from hallway.ui.opportunities.page import OpportunitiesPage

    return OpportunitiesPage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def room() -> OpportunitiesPage:
        from hallway.ui.opportunities.page import OpportunitiesPage

        found = page()
        assert isinstance(found, OpportunitiesPage)
        return found

    def add() -> None:
        frame.navigator.go(Place(KEY))
        room().add()

    def add_in(key: str) -> Callable[[], None]:
        def run() -> None:
            frame.navigator.go(Place(KEY, key))
            room().add_in(key)

        return run

    def here() -> bool:
        return frame.navigator.here is not None and frame.navigator.here.room == KEY

    return (
        ActionSpec(
            "opportunities.add", _t("Add an opportunity"), "compass", add, "Ctrl+Shift+J", "job grant visit call post",
            "Opportunities",
        ),
        ActionSpec(
            "letters.add", _t("Add a letter"), "file-pen", add_in("letters"), "", "recommendation reference writer",
            "Opportunities",
        ),
        ActionSpec(
            "things.add", _t("Who would want this?"), "gift", add_in("things"), "Ctrl+Shift+W",
            "share article call link paste send", "Opportunities",
        ),
        ActionSpec(
            "favours.add", _t("Add a favour"), "hand-heart", add_in("favours"), "", "given received offered thanks",
            "Opportunities",
        ),
        ActionSpec(
            "projects.add", _t("Add a project"), "users-round", add_in("projects"), "",
            "collaboration together study team", "Opportunities",
        ),
        ActionSpec(
            "opportunities.remove", _t("Let go of this opportunity"), "x", lambda: room().let_go(), "", "close",
            "Opportunities", here,
        ),
    )


def _t(text: str) -> str:
    return QCoreApplication.translate("opportunities", text)


ROOM = Room(key=KEY, title=_t("Opportunities"), icon="compass", page=_page, actions=_actions)
