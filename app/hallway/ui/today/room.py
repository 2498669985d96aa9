"""The room Today, for the list of rooms."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room
from hallway.usecases import today


def _page(frame: Frame) -> Page:
    from hallway.ui.today.page import TodayPage

    return TodayPage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def plan() -> None:
        frame.navigator.go(Place("today", "plan"))

    return (ActionSpec("today.plan", _t("The weeks ahead"), "calendar-check", plan, "Ctrl+P", "plan schedule rhythm"),)


def _count(bridge: Bridge) -> int:
    return bridge.ask(today.count, bridge.desk.clock.now().hour)


def _t(text: str) -> str:
    return QCoreApplication.translate("today", text)


ROOM = Room(key="today", title=_t("Today"), icon="sun", page=_page, actions=_actions, count=_count)
