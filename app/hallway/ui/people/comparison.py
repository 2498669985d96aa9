"""Two people side by side, line by line; where there is room for one value only, a dot says whose stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from hallway.domain.partial_dates import say_partial
from hallway.ui.parts.partial_dates import say_birthday
from hallway.ui.theme.look import look
from hallway.ui.theme.type import metrics
from hallway.ui.widgets.avatar import Avatar
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases.duplicates import Facet

SAID: Mapping[str, Callable[[str], str]] = {"met_on": say_partial, "birthday": say_birthday}
"""Fields that are kept in another form than people say them."""

WORDS_WIDTH, SIDE_WIDTH = 104, 268


class Comparison(QWidget):
    """`taking` tells what was chosen, as `duplicates.merge` wants it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._groups: dict[str, QButtonGroup] = {}
        self.radios: dict[tuple[str, int], QRadioButton] = {}
        self.area = ScrollArea(self, keeps_room=True)
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def show_pair(self, lines: Sequence[Facet], ids: tuple[int, int], names: tuple[str, str]) -> None:
        """Show two people: what stands on both sides, and their ids and names."""
        self._clear()
        for side, name in enumerate(names):
            self._grid.addLayout(self._head(name, side), 0, side + 1)
        for row, line in enumerate(lines, 1):
            words = Label(line.words, "small", "text2", wrap=True)
            words.setFixedWidth(look.scaled(WORDS_WIDTH))
            upright = Qt.AlignmentFlag.AlignVCenter if line.is_choice else Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(words, row, 0, upright)
            if line.is_choice:
                self._add_choice(row, line, ids, names)
            else:
                self._add_values(row, line)
        self._grid.setRowStretch(len(lines) + 1, 1)
        self.area.verticalScrollBar().setValue(0)
        self.adjustSize()
        self.area.setMinimumHeight(look.scaled(min(300, max(220, self.sizeHint().height()))))

    def taking(self) -> dict[str, int]:
        """Whose value stays, by field, where both had something else."""
        return {field: group.checkedId() for field, group in self._groups.items()}

    def _head(self, name: str, side: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Avatar(name, 32))
        row.addWidget(Label(name, "strong", elide=True), 1)
        return row

    def _add_choice(self, row: int, line: Facet, ids: tuple[int, int], names: tuple[str, str]) -> None:
        group = QButtonGroup(self)
        self._groups[line.field] = group
        say = SAID.get(line.field, str)
        for side, value in enumerate((say(line.one), say(line.other))):
            radio = QRadioButton(_fitting(value))
            radio.setToolTip(value if _fitting(value) != value else "")
            said = self.tr("{field}: take “{value}” from {name}, {side}")
            which = self.tr("on the right") if side else self.tr("on the left")
            radio.setAccessibleName(said.format(field=line.words, value=value, name=names[side], side=which))
            radio.setChecked(line.takes_other == bool(side))
            group.addButton(radio, ids[side])
            self.radios[line.field, ids[side]] = radio
            self._grid.addWidget(radio, row, side + 1, Qt.AlignmentFlag.AlignVCenter)

    def _add_values(self, row: int, line: Facet) -> None:
        for side, (value, opposite) in enumerate(((line.one, line.other), (line.other, line.one))):
            if value:
                is_new = bool(side) and value != opposite
                said = SAID.get(line.field, str)(value)
                self._grid.addWidget(_value(said, is_new), row, side + 1, Qt.AlignmentFlag.AlignTop)

    def _clear(self) -> None:
        self._groups, self.radios = {}, {}
        while self._grid.count():
            item = self._grid.takeAt(0)
            if item is not None:
                _drop(item.widget(), item.layout())

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """What has the keyboard comes into view."""
        if now is not None and self.isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, look.scaled(24))


def _value(text: str, is_new: bool) -> QWidget:
    """What the second brings along stands on green."""
    label = Label(text, "body", "accent_text" if is_new else "text", wrap=True)
    if not is_new:
        return label
    ground = SoftPanel("accent_soft", padding=6)
    ground.body.setContentsMargins(6, 1, 6, 1)
    ground.body.addWidget(label)
    return ground


def _fitting(text: str) -> str:
    """One line that fits beside the dot; what is left out stands in the tooltip."""
    line = metrics("body").elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, look.scaled(SIDE_WIDTH))
    return line.replace("&", "&&")


def _drop(widget: QWidget | None, layout: object) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    if isinstance(layout, QHBoxLayout):
        while layout.count():
            item = layout.takeAt(0)
            if item is not None:
                _drop(item.widget(), item.layout())
        layout.deleteLater()
