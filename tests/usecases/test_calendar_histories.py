"""Whatever is edited between exports, importing each file in turn leaves exactly the plan. More in tests/soak."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.calendar_history import live
from tests.tiers import CALENDAR_HISTORIES

BROKE_ONCE = (10_396,)


@pytest.mark.parametrize("seed", [*range(CALENDAR_HISTORIES.change), *BROKE_ONCE])
def test_each_file_in_turn_leaves_exactly_the_plan(seed: int, tmp_path: Path) -> None:
    history = live(seed, tmp_path)
    assert history.exports > 1 and history.client.put > 0
