"""What somebody chose about the columns of tables: now, and earlier for the same headers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hallway.domain.columns import Layout, Meaning, with_choices


@dataclass(frozen=True, slots=True)
class ColumnChoices:
    """Choices for the tables of one import.

    `layouts` and `forms` (encoding and delimiter, empty for what is found) are by file name. `remembered` are meanings
    by header, under the `Layout.key` they were chosen for; `said` are meanings by header for every table.
    """

    layouts: Mapping[str, Layout] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)

    def applied(self, found: Layout) -> Layout:
        """The layout that was found, with what was chosen earlier and what is said now; the latter is to be kept."""
        known = with_choices(found, self.remembered.get(found.key, {}))
        said = with_choices(known, self.said)
        return replace(said, is_chosen=said != known)


def read_meaning(written: str) -> Meaning | None:
    """The meaning that somebody wrote ("email", "left out"); None for a word that is none."""
    try:
        return Meaning(" ".join(written.lower().replace("-", " ").replace("_", " ").split()))
    except ValueError:
        return None


NONE_CHOSEN = ColumnChoices()
