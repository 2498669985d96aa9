"""The first-run page, for the list of rooms; it stands where Today will be and is not in the rail."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.rooms import Frame, Page, Room


def _page(frame: Frame) -> Page:
    from hallway.ui.welcome.page import WelcomePage

    return WelcomePage(frame)


ROOM = Room(
    key="welcome",
    title=QCoreApplication.translate("welcome", "Start where you are"),
    icon="sun",
    page=_page,
    in_rail=False,
)
