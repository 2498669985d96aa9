"""F1: `kill -9` in the middle of each kind of work. More rounds are in tests/soak."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.store.workloads import WORKLOADS, kills_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")


@pytest.mark.parametrize("name", WORKLOADS)
def test_f1_a_kill_leaves_all_of_it_or_nothing(data_file: Path, name: str) -> None:
    for seed in range(kills_in(name).change):
        WORKLOADS[name](data_file, seed)
