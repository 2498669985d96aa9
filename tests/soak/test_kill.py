"""Hundreds of kills, each on what the last one left."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.killing import kill_once

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows"),
]

KILLS = int(os.environ.get("HALLWAY_KILLS", "200"))


def test_many_kills_lose_nothing(data_file: Path, record_property: Callable[[str, object], None]) -> None:
    acknowledged = sum(kill_once(data_file, 1000 + seed) for seed in range(KILLS))
    record_property("came to", f"{KILLS:,} kills, {acknowledged:,} steps acknowledged and found again")
    assert acknowledged > KILLS
