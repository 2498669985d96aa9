"""Random histories of edits and exports, each file imported: the calendar is the plan, after every one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calendar_history import many
from tests.tiers import CALENDAR_HISTORIES

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]

FIRST_SEED = 10_000
"""Beyond those of tests/usecases."""


def test_each_file_in_turn_leaves_exactly_the_plan(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    tally = many(range(FIRST_SEED, FIRST_SEED + CALENDAR_HISTORIES.now), tmp_path)
    record_property("came to", f"{tally.histories:,} histories: {tally}")
    assert tally.histories == CALENDAR_HISTORIES.now and tally.put > tally.histories
