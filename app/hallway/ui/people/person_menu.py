"""What one can do with a person, as a menu: behind the three dots and under the Menu key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from hallway.domain.people import Standing
from hallway.ui.theme.icons import icon


def person_menu(parent: QWidget, do: Callable[[str], None], standing: Standing) -> QMenu:
    """Return the menu for somebody of that standing; `do` is told the wish."""
    menu = QMenu(parent)
    active = standing in (Standing.ACTIVE, Standing.NOT_MET)

    def offer(words: str, name: str, wish: str, key: str = "") -> None:
        action = menu.addAction(icon(name), f"{words}\t{key}" if key else words)
        action.triggered.connect(lambda: do(wish))

    offer(_tr("Log what happened"), "plus", "log", "L")
    offer(_tr("Write"), "mail", "write", "W")
    if active:
        offer(_tr("Reach out…"), "send", "reach out")
        offer(_tr("Introduce to…"), "handshake", "introduce")
    offer(_tr("Change the name"), "pencil", "rename", "F2")
    offer(_tr("Groups…"), "users", "groups")
    if active:
        offer(_tr("Interests…"), "tag", "topics")
        offer(_tr("Rhythm…"), "refresh-cw", "rhythm")
    offer(_tr("Who can introduce me?"), "waypoints", "paths")
    offer(_tr("Merge with…"), "git-merge", "merge")
    menu.addSeparator()
    offer(_tr("Copy the mail address"), "copy", "copy mail")
    offer(_tr("Copy the name"), "copy", "copy name")
    offer(_tr("Hand over this record…"), "download", "hand over")
    menu.addSeparator()
    if active:
        offer(_tr("Archive"), "archive", "archive")
    else:
        offer(_tr("Bring back"), "archive-restore", "bring back")
    if standing is not Standing.LET_GO:
        offer(_tr("Let go"), "trash-2", "let go", _tr("Delete"))
    offer(_tr("Erase for good…"), "x", "erase")
    return menu


def _tr(words: str) -> str:
    return QCoreApplication.translate("PersonMenu", words)
