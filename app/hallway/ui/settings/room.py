"""The room Settings, for the list of rooms."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.rooms import Frame, Page, Room


def _page(frame: Frame) -> Page:
    from hallway.ui.settings.page import SettingsPage

    return SettingsPage(frame)


ROOM = Room(
    key="settings",
    title=QCoreApplication.translate("settings", "Settings"),
    icon="settings-2",
    page=_page,
    at_bottom=True,
)
