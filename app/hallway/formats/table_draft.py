"""A person as they come together while the cells of a row pass by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hallway.domain.columns import Meaning
from hallway.domain.records import Complaint, Email, MomentRecord, Phone, Profile
from hallway.formats.csv_rows import CsvRow
from hallway.formats.limits import shown
from hallway.formats.table_plan import Plan, Slot
from hallway.formats.table_values import label_of


@dataclass(slots=True)
class Draft:
    """What is known of the person while the cells of the row pass by."""

    row: CsvRow
    cells: Sequence[str]
    plan: Plan
    complaints: list[Complaint]
    single: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    filed_as: str = ""
    phonetic: list[str] = field(default_factory=list)
    emails: list[Email] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)
    works: dict[tuple[int, int, int], dict[str, str]] = field(default_factory=dict)
    lists: dict[Meaning, list[str]] = field(default_factory=dict)
    places: dict[tuple[str, int, int], list[tuple[Slot, str]]] = field(default_factory=dict)
    births: dict[Meaning, tuple[Slot, str]] = field(default_factory=dict)
    labels: dict[int, Slot] = field(default_factory=dict)
    used_labels: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    rhythm_days: int = 0
    moments: list[MomentRecord] = field(default_factory=list)

    def keep(self, slot: Slot, cell: str, header: str = "") -> None:
        """Put a cell that has no place of its own into the note, below its header."""
        header = header or slot.header
        self.lines.append(f"{header}: {cell}" if header else cell)

    def complain(self, what: str) -> None:
        """Say what could not be used of this row."""
        self.complaints.append(Complaint(f"line {self.row.number}", what, shown(self.row.raw)))

    def label(self, slot: Slot) -> str:
        """What the column of kinds says of this cell, without the star of the default; it is used up with that."""
        if slot.label_at < 0 or slot.label_at >= len(self.cells):
            return ""
        self.used_labels.add(slot.label_at)
        label = self.cells[slot.label_at]
        return label if self.plan.is_own else label_of(label)
