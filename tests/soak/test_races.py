"""F7 at length: several starts at once, the winner of each killed before the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tiers import RACES
from tests.usecases.racing import STARTERS, race

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]


def test_f7_start_races(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    for number in range(RACES.now):
        race(tmp_path, number)
    came_to = f"{RACES.now} races of {STARTERS}: each time 1 came in, {RACES.now * STARTERS:,} updates, 0 lost"
    record_property("came to", came_to)
