"""Putting several people into groups, or taking them out, in one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import people


class ChooseGroups(OverlayPanel):
    """A box for each group, half ticked where some are in it; what stays half ticked stays as it is."""

    def __init__(self, bridge: Bridge, window: QWidget, person_ids: Sequence[int]) -> None:
        super().__init__(window, title=self.tr("Groups"), width=420)
        self._bridge, self._ids = bridge, tuple(person_ids)
        self.boxes: dict[str, QCheckBox] = {}
        self.new = TextField(self.tr("A new group"))
        self.keep = primary(self.tr("Keep"), keys="Enter")
        self._build()

    def write(self) -> None:
        """Bring everybody's groups to what is ticked."""
        names = {name: box.isChecked() for name, box in self.boxes.items() if not self._is_half(box)}
        if self.new.text().strip():
            names[self.new.text().strip()] = True
        self.close_panel()
        self._bridge.do_for(self._ids, people.change_groups, names)

    def _is_half(self, box: QCheckBox) -> bool:
        return box.checkState().value == 1

    def _build(self) -> None:
        self.body.addWidget(Label(self.tr("%n people", "", len(self._ids)), "body", "text2"))
        shares = self._bridge.ask(people.group_shares, self._ids)
        for name, count in shares:
            box = QCheckBox(name.replace("&", "&&"))
            box.setTristate(0 < count < len(self._ids))
            state = box.checkState()
            box.setCheckState(type(state)(2 if count == len(self._ids) else 1 if count else 0))
            self.boxes[name] = box
            self.body.addWidget(box)
        self.body.addWidget(self.new)
        foot = self.foot()
        cancel = quiet(self.tr("Cancel"))
        cancel.clicked.connect(self.close_panel)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)
        self.keep.clicked.connect(self.write)
        self.new.returnPressed.connect(self.write)
