"""A thousand random histories of edits and exports, each file imported: the calendar is the plan, after every one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calendar_history import many

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]

HISTORIES = int(os.environ.get("HALLWAY_HISTORIES", "1000"))
FIRST_SEED = 10_000
"""Beyond those of tests/usecases."""


def test_each_file_in_turn_leaves_exactly_the_plan(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    tally = many(range(FIRST_SEED, FIRST_SEED + HISTORIES), tmp_path)
    record_property("came to", f"{tally.histories:,} histories: {tally}")
    assert tally.histories == HISTORIES and tally.put > tally.histories
