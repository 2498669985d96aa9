"""Changing several people at once: their interests, and how often one is in touch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QMenu, QVBoxLayout, QWidget

from hallway.domain.rhythm import NO_RHYTHM, PRESETS
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.rhythm_chooser import DaysPopup
from hallway.ui.parts.suggest import Suggest, words_of
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import people, several

MOST, TALL = 60, 280
"""Boxes made (the interests that fewer of them share are left out), and how high they stand before they scroll."""


class ChooseTopics(OverlayPanel):
    """A box for each interest they have, half ticked where some have it; what stays half ticked stays as it is."""

    def __init__(self, bridge: Bridge, window: QWidget, person_ids: Sequence[int]) -> None:
        super().__init__(window, title=self.tr("Interests"), width=420)
        self._bridge, self._ids = bridge, tuple(person_ids)
        self.boxes: dict[str, QCheckBox] = {}
        self.new = TextField(self.tr("Add an interest to all of them"))
        self.suggest = Suggest(self.new, words_of(lambda: bridge.ask(people.topic_names)), fill=True)
        self.keep = primary(self.tr("Keep"), keys="Enter")
        self._were: dict[str, bool] = {}
        self._build()

    def write(self) -> None:
        """Add and take off what was changed."""
        ticked = {name: box.isChecked() for name, box in self.boxes.items() if box.checkState().value != 1}
        names = {name: on for name, on in ticked.items() if self._were.get(name) is not on}
        if self.new.text().strip():
            names[self.new.text().strip()] = True
        self.close_panel()
        if names:
            self._bridge.do_for(self._ids, several.change_topics, names)

    def _build(self) -> None:
        self.body.addWidget(Label(self.tr("%n people", "", len(self._ids)), "body", "text2"))
        self.body.addWidget(self.new)
        shares = self._bridge.ask(several.topic_shares, self._ids)[:MOST]
        if shares:
            self.body.addWidget(self._boxes(shares))
        foot = self.foot()
        cancel = quiet(self.tr("Cancel"))
        cancel.clicked.connect(self.close_panel)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)
        self.keep.clicked.connect(self.write)
        self.new.returnPressed.connect(self.write)

    def _boxes(self, shares: Sequence[tuple[str, int]]) -> ScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for name, count in shares:
            column.addWidget(self._box(name, count))
        column.addStretch(1)
        area = ScrollArea(inside, both_ways=True)
        area.setFixedHeight(min(look.scaled(TALL), inside.sizeHint().height()))
        return area

    def _box(self, name: str, count: int) -> QCheckBox:
        box = QCheckBox(name.replace("&", "&&"))
        everybody = count == len(self._ids)
        box.setTristate(not everybody)
        state = type(box.checkState())
        box.setCheckState(state(2 if everybody else 1))
        if everybody:
            self._were[name] = True
        self.boxes[name] = box
        return box


def rhythm_menu(anchor: QWidget, chosen: Callable[[int | None], object]) -> QMenu:
    """Return the rhythms to choose from; `chosen` gets days, 0 for none on purpose, None to follow the groups."""
    menu = QMenu(anchor)
    menu.setAccessibleName(menu.tr("Rhythm"))
    menu.aboutToHide.connect(menu.deleteLater)

    def offer(words: str, days: int | None) -> None:
        menu.addAction(words).triggered.connect(lambda: chosen(days))

    for preset in PRESETS:
        offer(preset.name[:1].upper() + preset.name[1:], preset.days)
    menu.addSeparator()
    offer(menu.tr("As the groups say"), None)
    offer(menu.tr("No rhythm"), NO_RHYTHM)
    menu.addSeparator()
    menu.addAction(menu.tr("Another number of days…")).triggered.connect(lambda: _ask_days(anchor, chosen))
    return menu


def _ask_days(anchor: QWidget, chosen: Callable[[int | None], object]) -> None:
    popup = DaysPopup(anchor)
    popup.kept.connect(chosen)
    popup.closed.connect(popup.deleteLater)
    popup.ask(anchor, None)
