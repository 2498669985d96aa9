"""The row of chips that narrows the list to groups: as many as fit, the rest behind "…"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from hallway.domain.people import Group
from hallway.ui.theme.look import look
from hallway.ui.widgets.chip import Chip

GAP = 6


class GroupChips(QWidget):
    """`chosen` tells the ids of the groups to show, empty for everyone; several groups mean any of them."""

    chosen = Signal(frozenset)

    def __init__(self, ask: Callable[[], Sequence[Group]]) -> None:
        super().__init__()
        self._ask = ask
        self._groups: tuple[Group, ...] = ()
        self._on: frozenset[int] = frozenset()
        self._chips: dict[int, Chip] = {}
        self._everyone = Chip(self.tr("Everyone"), checkable=True, parent=self)
        self._everyone.setChecked(True)
        self._more = Chip("", "ellipsis", button=True, parent=self)
        self._more.setAccessibleName(self.tr("More groups"))
        self._more.setToolTip(self.tr("More groups"))
        self._everyone.clicked.connect(lambda: self.choose(frozenset()))
        self._more.clicked.connect(self.open_menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def refresh(self) -> None:
        """Ask for the groups again."""
        self.set_groups(self._ask())

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Show these groups; one that is chosen and gone is no longer chosen."""
        if tuple(groups) == self._groups:
            return
        self._groups = tuple(groups)
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        self._chips = {group.id: self._chip(group) for group in groups}
        self._on &= frozenset(self._chips)
        self._arrange()

    def groups(self) -> frozenset[int]:
        """Return the groups chosen."""
        return self._on

    def choose(self, groups: frozenset[int]) -> None:
        """Choose groups and tell."""
        self._on = groups
        self._arrange()
        self.chosen.emit(groups)

    def menu(self) -> QMenu:
        """Return all groups with how many people are in each, the chosen ones ticked."""
        self.set_groups(self._ask())
        menu = QMenu(self)
        for group in self._groups:
            action = menu.addAction(f"{group.name.replace('&', '&&')}\t{group.people}")
            action.setCheckable(True)
            action.setChecked(group.id in self._on)
            action.triggered.connect(lambda _=False, id_=group.id: self._toggle(id_))
        return menu

    def open_menu(self) -> None:
        """Show all groups below the last chip."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(280), look.scaled(22))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _chip(self, group: Group) -> Chip:
        chip = Chip(group.name, checkable=True, parent=self)
        chip.clicked.connect(lambda: self._toggle(group.id))
        return chip

    def _toggle(self, group_id: int) -> None:
        self.choose(self._on ^ {group_id})

    def _arrange(self) -> None:
        """Put chips side by side while they fit; a chosen one comes before the others."""
        self._everyone.setChecked(not self._on)
        for id_, chip in self._chips.items():
            chip.setChecked(id_ in self._on)
            chip.setAccessibleName(self._spoken(chip.text(), id_ in self._on))
        order = sorted(self._chips, key=lambda id_: id_ not in self._on)
        left = self._put(self._everyone, 0)
        reserve = self._more.sizeHint().width()
        hidden = 0
        for id_ in order:
            chip = self._chips[id_]
            fits = not hidden and left + chip.sizeHint().width() + GAP + reserve <= self.width()
            chip.setVisible(fits)
            left = self._put(chip, left) if fits else left
            hidden += not fits
        self._more.setVisible(bool(hidden))
        self._more.setGeometry(left, 0, self._more.sizeHint().width() - GAP, self._more.sizeHint().height())

    def _put(self, chip: Chip, left: int) -> int:
        chip.setGeometry(left, 0, chip.sizeHint().width(), chip.sizeHint().height())
        return left + chip.width() + GAP

    def _spoken(self, name: str, on: bool) -> str:
        state = self.tr("on") if on else self.tr("off")
        return self.tr("{name}, filter, {state}").format(name=name, state=state)
