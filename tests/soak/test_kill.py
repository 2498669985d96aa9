"""200 kills, each on what the last one left."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.store.killing import kill_once

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows"),
]


def test_200_kills_lose_nothing(data_file: Path) -> None:
    assert sum(kill_once(data_file, 1000 + seed) for seed in range(200)) > 200
