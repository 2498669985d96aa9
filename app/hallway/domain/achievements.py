"""What somebody reached, and one may congratulate them on."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("publication", "award", "grant", "defence", "new role", "talk", "other")


@dataclass(frozen=True, slots=True)
class Achievement:
    """One achievement; `on_day` is a partial date or empty. `person_id` None: the user's own."""

    title: str
    kind: str = "other"
    person_id: int | None = None
    on_day: str = ""
    link: str = ""
    notes: str = ""
    seen_on: str = ""
    id: int = 0
