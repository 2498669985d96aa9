"""The menu of lists one can look at, with how many people are in each: those always there, and the saved ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from hallway.ui.frame.bridge import Bridge
from hallway.ui.people.views import LAST_IMPORT, VIEWS, words
from hallway.ui.theme.icons import icon
from hallway.usecases import views
from hallway.usecases.people import PeopleFilter
from hallway.usecases.views import SavedView


class ViewsMenu(QMenu):
    """Tells the list chosen, and what is wanted of a saved one. Keeping and deleting it does by itself."""

    view_chosen = Signal(str)
    saved_chosen = Signal(object)
    save_wanted = Signal()
    rename_wanted = Signal(object)

    def __init__(self, parent: QWidget, bridge: Bridge, saved: SavedView | None, shown: PeopleFilter) -> None:
        super().__init__(parent)
        self._bridge, self._saved, self._shown = bridge, saved, shown
        self.setAccessibleName(self.tr("Lists and saved views"))
        self._add_lists()
        self._add_saved()
        self.addSeparator()
        if saved is None or not views.is_same(saved.chosen, shown):
            self._add(self.tr("Save this view…"), "plus").triggered.connect(self.save_wanted)
        if saved is not None:
            self._add_verbs(saved)

    def _add_lists(self) -> None:
        filters = [_filter(view.key, PeopleFilter(view.standing)) for view in VIEWS]
        for view, count in zip(VIEWS, self._bridge.ask(views.counts, filters), strict=True):
            action = self._add(f"{words(view.source)}\t{count}", view.icon)
            action.triggered.connect(lambda _=False, key=view.key: self.view_chosen.emit(key))

    def _add_saved(self) -> None:
        found = self._bridge.ask(views.saved)
        if found:
            self.addSeparator()
        counts = self._bridge.ask(views.counts, [view.chosen for view in found])
        for view, count in zip(found, counts, strict=True):
            action = self._add(f"{_plain(view.name)}\t{count}")
            action.setCheckable(True)
            action.setChecked(self._saved is not None and view.id == self._saved.id)
            action.triggered.connect(lambda _=False, one=view: self.saved_chosen.emit(one))

    def _add_verbs(self, saved: SavedView) -> None:
        name = _plain(saved.name)
        if not views.is_same(saved.chosen, self._shown):
            keep = self._add(self.tr("Keep “{name}” as it is now").format(name=name), "check")
            keep.triggered.connect(lambda: self._bridge.do(views.keep, saved.id, self._shown))
        rename = self._add(self.tr("Rename “{name}”…").format(name=name), "pencil")
        rename.triggered.connect(lambda: self.rename_wanted.emit(saved))
        remove = self._add(self.tr("Delete “{name}”").format(name=name), "trash-2")
        remove.triggered.connect(lambda: self._bridge.do(views.remove, saved.id))

    def _add(self, text: str, picture: str = "") -> QAction:
        return self.addAction(icon(picture), text) if picture else self.addAction(text)


def _filter(key: str, chosen: PeopleFilter) -> PeopleFilter:
    return PeopleFilter(conditions=(views.LAST_IMPORT,)) if key == LAST_IMPORT else chosen


def _plain(name: str) -> str:
    """A name as a menu shows it: without shortcuts of its own."""
    return name.replace("&", "&&").replace("\t", " ")
