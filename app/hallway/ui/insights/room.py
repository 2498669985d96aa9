"""The room Insights, for the list of rooms."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room

if TYPE_CHECKING:
    from hallway.ui.insights.page import InsightsPage

KEY = "insights"


def _page(frame: Frame) -> Page:
    from hallway.ui.insights.page import InsightsPage

    return InsightsPage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def room() -> InsightsPage:
        from hallway.ui.insights.page import InsightsPage

        found = page()
        assert isinstance(found, InsightsPage)
        return found

    def save() -> None:
        frame.navigator.go(Place(KEY))
        room().ask_where()

    return (
        ActionSpec(
            "insights.save", _t("Save the insights as a picture"), "download", save, words="png svg export chart",
            area="Insights",
        ),
    )


def _t(text: str) -> str:
    return QCoreApplication.translate("insights", text)


ROOM = Room(key=KEY, title=_t("Insights"), icon="chart-column", page=_page, actions=_actions)
