"""What one step changed, so that open views know whether to look again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

PERSON, MOMENT, EVENT, ORGANISATION, SETTINGS = "person", "moment", "event", "organisation", "settings"
OPPORTUNITY, LETTER = "opportunity", "letter"
ACHIEVEMENT, PROJECT = "achievement", "project"
RESOURCE, FAVOUR = "resource", "favour"


@dataclass(frozen=True, slots=True)
class Changes:
    """The label of a step, its number in the history (0 when nothing changed), and the ids it touched by kind."""

    label: str = ""
    touched: Mapping[str, frozenset[int]] = field(default_factory=dict)
    id: int = 0

    def __bool__(self) -> bool:
        return bool(self.touched)

    def of(self, kind: str) -> frozenset[int]:
        """Ids of one kind; empty when the step left that kind alone."""
        return self.touched.get(kind, frozenset())
