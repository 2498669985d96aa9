"""Choosing one or several people by typing a part of the name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.domain.people import PersonRow
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.chips_edit import AddField
from hallway.ui.parts.suggest import Choice, Suggest
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.usecases import people, searching


class PersonPicker(QWidget):
    """People as chips and a field to add one; ``changed`` tells the ids after each step.

    With ``one`` a second choice takes the place of the first. ``leave_out`` is an id never offered.
    """

    changed = Signal(tuple)

    def __init__(self, bridge: Bridge, name: str, *, one: bool = False, leave_out: int = 0) -> None:
        super().__init__()
        self._bridge, self._name, self._one, self.leave_out = bridge, name, one, leave_out
        self._ids: tuple[int, ...] = ()
        self._chips: list[Chip] = []
        self.field = AddField(self.tr("Type a name"), name)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.field)
        self.suggest = Suggest(self.field, self._find)
        self.suggest.chosen.connect(lambda choice: self._add(choice.id))
        self.field.entered.connect(self._take_best)
        self.field.stepped_back.connect(self._to_last_chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def ids(self) -> tuple[int, ...]:
        """Return who is chosen."""
        return self._ids

    def set_people(self, person_ids: Sequence[int]) -> None:
        """Show other people, without telling."""
        self._ids = tuple(dict.fromkeys(person_ids))
        rows = self._bridge.ask(people.rows, self._ids) if self._ids else {}
        self._flow.takeAt(self._flow.count() - 1)
        self._flow.clear()
        self._chips = [self._chip(rows[id_]) for id_ in self._ids if id_ in rows]
        for widget in (*self._chips, self.field):
            self._flow.addWidget(widget)
        self.updateGeometry()

    def _chip(self, row: PersonRow) -> Chip:
        chip = Chip(row.name, "user-round", removable=True)
        chip.setAccessibleName(self.tr("{name}: {person}, Delete takes off").format(name=self._name, person=row.name))
        chip.removed.connect(lambda: self._take_off(row.id))
        return chip

    def _find(self, words: str) -> Sequence[Choice]:
        hits = self._bridge.ask(searching.find_people, words, 12)
        taken = {*self._ids, self.leave_out}
        return [Choice(_said(hit.title, hit.detail), hit.id) for hit in hits if hit.id not in taken]

    def _take_best(self, words: str) -> None:
        found = self._find(words)
        if found:
            self._add(found[0].id)

    def _add(self, person_id: int) -> None:
        self.field.clear()
        self._tell((person_id,) if self._one else (*self._ids, person_id))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_off(self, person_id: int) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(tuple(known for known in self._ids if known != person_id))

    def _tell(self, ids: tuple[int, ...]) -> None:
        self.set_people(ids)
        self.changed.emit(self._ids)

    def _to_last_chip(self) -> None:
        if self._chips:
            self._chips[-1].setFocus(Qt.FocusReason.BacktabFocusReason)


def _said(name: str, line: str) -> str:
    return f"{name}  ·  {line}" if line else name
