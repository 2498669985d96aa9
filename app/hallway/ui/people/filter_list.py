"""What the list is narrowed by beyond words and groups: conditions added one by one, and lists kept under a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from hallway.domain.people import Standing
from hallway.ui.frame.bridge import Bridge
from hallway.ui.people.filter_bar import FilterBar
from hallway.ui.widgets.button import Button
from hallway.ui.widgets.speak import announce
from hallway.usecases import views
from hallway.usecases.people import PeopleFilter
from hallway.usecases.views import Condition, SavedView

if TYPE_CHECKING:
    from hallway.ui.people.filter_offers import Offer
    from hallway.ui.people.filter_panel import FilterPanel


class Narrowing(QObject):
    """``changed`` when the list is to be asked for anew; ``wanted`` tells another filter and its saved view or None."""

    changed = Signal()
    wanted = Signal(object, object)

    def __init__(self, bridge: Bridge, chosen: Callable[[], PeopleFilter], parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._chosen, self._window = bridge, chosen, parent
        self.conditions: tuple[Condition, ...] = ()
        self.saved: SavedView | None = None
        self._renaming = 0
        self._count = 0
        self._panel: FilterPanel | None = None
        self.bar = FilterBar()
        self.button = Button(self.tr("Filter"), "quiet", "list-filter", small=True)
        self.button.setAccessibleName(self.tr("Filter people"))
        self.button.clicked.connect(self.open_panel)
        self.bar.removed.connect(self.drop)
        self.bar.save_wanted.connect(self.ask_name)
        self.bar.named.connect(self._name_it)

    def add(self, condition: Condition) -> None:
        """Ask one thing more."""
        self.conditions = tuple(dict.fromkeys((*self.conditions, condition)))
        self.changed.emit()

    def drop(self, condition: Condition) -> None:
        """Ask one thing less."""
        self.conditions = tuple(one for one in self.conditions if one != condition)
        self.changed.emit()

    def is_saved(self) -> bool:
        """Tell whether what is shown is what its saved view keeps."""
        return self.saved is not None and views.is_same(self.saved.chosen, self._chosen())

    def name(self) -> str:
        """Return the name of the saved view on show, empty for none."""
        return self.saved.name if self.saved and self.is_saved() else ""

    def show(self, count: int) -> None:
        """Show the conditions as chips. The saved view may meanwhile be renamed, changed or deleted."""
        self._count = count
        if self.saved is not None:
            there = {one.id: one for one in self._bridge.ask(views.saved)}
            self.saved = there.get(self.saved.id)
        names = self._bridge.ask(views.names_of, self.conditions) if self.conditions else ()
        self.bar.show_conditions(self.conditions, names, saved=self.is_saved())

    def open_panel(self) -> None:
        """Open the panel where conditions are added."""
        self.panel().show_count(self._count)
        self.panel().open_for(self.button)

    def panel(self) -> FilterPanel:
        """Return the panel where conditions are added, made when it is first asked for."""
        from hallway.ui.people.filter_panel import FilterPanel  # the list opens without it

        if self._panel is None:
            self._panel = FilterPanel(self._window, lambda field: self._bridge.ask(views.names, field))
            self._panel.chosen.connect(self._take)
        return self._panel

    def menu(self, choose_list: Callable[[str], None]) -> QMenu:
        """Return the lists one can look at, with how many people are in each, and what is done with saved ones."""
        from hallway.ui.people.filter_views import ViewsMenu  # the list opens without it

        menu = ViewsMenu(self._window, self._bridge, self.saved, self._chosen())
        menu.view_chosen.connect(choose_list)
        menu.saved_chosen.connect(lambda saved: self.wanted.emit(saved.chosen, saved))
        menu.save_wanted.connect(self.ask_name)
        menu.rename_wanted.connect(self.ask_name)
        return menu

    def ask_name(self, rename: SavedView | None = None) -> None:
        """Ask in place for the name of this list, or for another name of a saved one."""
        self._renaming = rename.id if rename else 0
        self.bar.ask_name(rename.name if rename else "")

    def _take(self, offer: Offer) -> None:
        """Narrow the list by what was chosen in the panel, and say how many people fit."""
        if isinstance(offer.standing, Standing):
            self.wanted.emit(replace(self._chosen(), standing=offer.standing, conditions=self.conditions), None)
        elif offer.condition is not None:
            self.add(offer.condition)
        self.panel().show_count(self._count)
        announce(self.button, self.panel().count.text())

    def _name_it(self, name: str) -> None:
        if self._renaming:
            self._bridge.do(views.rename, self._renaming, name)
            self._renaming = 0
        elif done := self._bridge.do(views.save, name, self._chosen()):
            saved = next(one for one in self._bridge.ask(views.saved) if one.id == done.value)
            self.wanted.emit(saved.chosen, saved)
