"""The menus of the map: how to put people together, whom to show, and what can be done with one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from hallway.ui.frame.rooms import Frame
from hallway.ui.theme.icons import icon
from hallway.usecases import people
from hallway.usecases.network import CIRCLES, CLOSE, EVENTS, EVERYONE, GROUPS, ORGANISATIONS, Wanted


class Map(Protocol):
    """What the menus ask of the page."""

    frame: Frame
    wanted: Wanted

    def want(self, wanted: Wanted) -> None: ...
    def arrange_anew(self) -> None: ...
    def save(self) -> None: ...


def grouping_words(grouping: str) -> str:
    """How people are put together, for the button."""
    return _groupings()[grouping]


def group_menu(parent: QWidget, page: Map) -> QMenu:
    """How to put people together; filled anew each time it opens."""
    menu = QMenu(parent)

    def fill() -> None:
        menu.clear()
        _add_groupings(menu, page)

    menu.aboutToShow.connect(fill)
    return menu


def more_menu(parent: QWidget, page: Map) -> QMenu:
    """Whom to show, and what can be done with the whole map."""
    menu, wanted = _menu(parent), page.wanted
    whom = {CLOSE: _t("Close people and one step on"), EVERYONE: _t("Everybody")}
    _choices(menu, whom, wanted.whom, lambda key: page.want(wanted._replace(whom=key)))
    groups = {"0": _t("All groups")} | {str(one.id): one.name for one in page.frame.bridge.ask(people.groups)}
    if len(groups) > 1:
        within = menu.addMenu(icon("users-round"), _t("Only people of a group"))
        _choices(within, groups, str(wanted.group), lambda key: page.want(wanted._replace(group=int(key))))
    _add_groupings(menu.addMenu(icon("layers"), _t("Put together by")), page)
    menu.addSeparator()
    menu.addAction(icon("shuffle"), _t("Arrange the map anew")).triggered.connect(page.arrange_anew)
    menu.addAction(icon("save"), _t("Save as a picture…")).triggered.connect(page.save)
    return menu


def person_menu(parent: QWidget, go: Callable[[], None], aim: Callable[[], None]) -> QMenu:
    """What can be done with somebody on the map."""
    menu = _menu(parent)
    menu.addAction(icon("user-round"), _t("Go to this person")).triggered.connect(go)
    menu.addAction(icon("waypoints"), _t("Who can introduce me?")).triggered.connect(aim)
    return menu


def _add_groupings(menu: QMenu, page: Map) -> None:
    _choices(menu, _groupings(), page.wanted.grouping, lambda key: page.want(page.wanted._replace(grouping=key)))


def _groupings() -> dict[str, str]:
    return {
        CIRCLES: _t("Group: circles"), GROUPS: _t("Group: own groups"), ORGANISATIONS: _t("Group: organisations"),
        EVENTS: _t("Group: events"),
    }  # fmt: skip


def _choices(menu: QMenu, names: dict[str, str], chosen: str, take: Callable[[str], None]) -> None:
    group = QActionGroup(menu)
    for key, words in names.items():
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.triggered.connect(lambda _=False, key=key: take(key))
        group.addAction(action)


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _t(text: str) -> str:
    return QCoreApplication.translate("network", text)
