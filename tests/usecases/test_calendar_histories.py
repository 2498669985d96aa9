"""Whatever is edited between exports, importing each file in turn leaves exactly the plan. More in tests/soak."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.calendar_history import live

HISTORIES = int(os.environ.get("HALLWAY_HISTORIES", "16"))


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_each_file_in_turn_leaves_exactly_the_plan(seed: int, tmp_path: Path) -> None:
    history = live(seed, tmp_path)
    assert history.exports > 1 and history.client.put > 0
