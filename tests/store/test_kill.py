"""`kill -9` at any moment. More rounds of the same are in tests/soak."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.store.killing import kill_once

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")


def test_a_killed_writer_loses_nothing_it_acknowledged(data_file: Path) -> None:
    for seed in range(20):
        kill_once(data_file, seed)
