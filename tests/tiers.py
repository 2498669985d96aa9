"""How far the long walks go: on each change (in `make test`), every night, and before a release.

`make soak` walks as far as HALLWAY_TIER says: `change`, `nightly` (if it says nothing) or `release`.
"""

from __future__ import annotations

import os
from typing import Final, NamedTuple

TIER: Final = os.environ.get("HALLWAY_TIER", "nightly")


class Goal(NamedTuple):
    """How often something is tried in each tier."""

    change: int
    nightly: int
    release: int

    @property
    def now(self) -> int:
        """As often as the tier of this run asks for."""
        return int(getattr(self, TIER))


KILLS: Final = Goal(50, 200, 1_000)
"""`kill -9` in the middle of work, all kinds of work together."""
COPY_KILLS: Final = Goal(10, 60, 200)
"""The same while a copy is made, and while the record goes back to one."""
MIGRATION_KILLS: Final = Goal(5, 40, 100)
"""The same while a record of an older shape is brought to the newest one, from each shape there was."""
POWER_CUTS: Final = Goal(100, 500, 2_000)
FAULTS: Final = Goal(20, 200, 1_200)
"""Operations of the disk that fail, in each kind of work; at a release, all that it has, as a rule."""
FAULT_HISTORIES: Final = Goal(0, 1, 6)
"""Random histories in which every operation fails in turn."""
DISK_SIZES: Final = Goal(4, 32, 112)
"""Small disks on which everything is saved until there is no room."""
FUZZ: Final = Goal(200, 2_000, 10_000)
"""Damaged files for each reader."""
DAMAGED_RECORDS: Final = Goal(36, 120, 500)
ROUND_TRIPS: Final = Goal(200, 1_000, 10_000)
"""Generated books as archives, and generated people as cards."""
CALENDAR_HISTORIES: Final = Goal(16, 200, 1_000)
HISTORIES: Final = Goal(1, 4, 8)
"""Long histories, undone and done again."""
SEARCHES: Final = Goal(500, 10_000, 100_000)
RACES: Final = Goal(5, 20, 200)
"""Starts of two or three Hallways at once."""
ACTIONS: Final = Goal(200, 2_000, 10_000)
"""Things done in one window, one after the other."""
BOOK: Final = Goal(1_000, 10_000, 10_000)
"""People in the record over which that is done."""
