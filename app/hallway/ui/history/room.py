"""The room History, for the list of rooms. It has no place in the rail: Ctrl+H, the palette and Settings lead here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room


def _page(frame: Frame) -> Page:
    from hallway.ui.history.page import HistoryPage

    return HistoryPage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def steps() -> None:
        frame.navigator.go(Place("history", "steps"))

    def let_go() -> None:
        frame.navigator.go(Place("history", "let go"))

    return (
        ActionSpec("history.steps", _t("History"), "rotate-ccw", steps, "Ctrl+H", _t("undo steps back"), _t("Rooms")),
        ActionSpec(
            "history.let_go", _t("What you let go"), "archive-restore", let_go, "",
            _t("trash deleted bring back restore"),
        ),
    )  # fmt: skip


def _t(text: str) -> str:
    return QCoreApplication.translate("history", text)


ROOM = Room(key="history", title=_t("History"), icon="rotate-ccw", page=_page, actions=_actions, in_rail=False)
