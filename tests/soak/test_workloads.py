"""F1 at length: hundreds of kills in each kind of work, each on what the last one left."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.workloads import WORKLOADS, kills_in

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(7200),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows"),
]
ROUNDS_OF_ONE = 20
"""After so many kills another record is begun: it does not grow without end."""


@pytest.mark.parametrize("name", WORKLOADS)
def test_kills_in_the_middle_of(
    tmp_path: Path, name: str, record_property: Callable[[str, object], None]
) -> None:
    rounds = kills_in(name).now
    for seed in range(rounds):
        folder = tmp_path / str(seed // ROUNDS_OF_ONE)
        folder.mkdir(exist_ok=True)
        WORKLOADS[name](folder / "hallway.db", seed)
    record_property("came to", f"{rounds:,} kills: 0 lost, 0 half, 0 corrupt")
