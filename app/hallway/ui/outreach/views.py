"""The views of the room, in the order of the switch. Adding a view is adding a line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.board import Board
from hallway.ui.outreach.introductions import Introductions
from hallway.ui.outreach.learned import Learned
from hallway.ui.outreach.list_pane import ListPane
from hallway.ui.outreach.mentors import Mentors
from hallway.ui.outreach.pane import Pane
from hallway.ui.outreach.referrals import Referrals


class View(NamedTuple):
    """One view: its key, its title and icon in the switch, and what makes it."""

    key: str
    title: str
    icon: str
    make: Callable[[Frame], Pane]


def views() -> tuple[View, ...]:
    """Every view."""
    return (
        View("board", _t("Board"), "square-kanban", Board),
        View("list", _t("List"), "list", ListPane),
        View("learned", _t("Learned"), "lightbulb", Learned),
        View("introductions", _t("Introductions"), "handshake", Introductions),
        View("referrals", _t("Who led you"), "waypoints", Referrals),
        View("mentors", _t("Mentors"), "life-buoy", Mentors),
    )


def _t(text: str) -> str:
    return QCoreApplication.translate("outreach", text)
