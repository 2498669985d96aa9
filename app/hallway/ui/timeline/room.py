"""The room Timeline, for the list of rooms."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.rooms import Frame, Page, Room


def _page(frame: Frame) -> Page:
    from hallway.ui.timeline.page import TimelinePage

    return TimelinePage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def log() -> None:
        from hallway.ui.parts.log_panel import open_log

        open_log(frame)

    return (ActionSpec("timeline.log", _t("Log something for several people"), "plus", log, "Ctrl+Shift+M", "several"),)


def _t(text: str) -> str:
    return QCoreApplication.translate("timeline", text)


ROOM = Room(key="timeline", title=_t("Timeline"), icon="history", page=_page, actions=_actions)
