"""F2 and F4 at length: thousands of power cuts, and a fault at every operation of several histories."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import apsw
import pytest

from tests.store.disk_walks import cut_power, fail_at, walked
from tests.tiers import FAULT_HISTORIES, POWER_CUTS

pytestmark = [pytest.mark.soak, pytest.mark.timeout(7200)]

CUTS_OF_ONE, ACTS = 250, 25


def test_power_cuts_lose_nothing(quick_folder: Path, record_property: Callable[[str, object], None]) -> None:
    found = 0
    for seed in range(0, POWER_CUTS.now, CUTS_OF_ONE):
        walk, random = walked(quick_folder / f"walk-{seed}", 500 + seed, ACTS), Random(seed)
        points = random.sample(range(len(walk.log) + 1), min(CUTS_OF_ONE, POWER_CUTS.now - seed, len(walk.log)))
        found += cut_power(walk, quick_folder, sorted(points), random)
        shutil.rmtree(quick_folder / f"walk-{seed}")
    record_property("came to", f"{POWER_CUTS.now:,} cuts, {found:,} acknowledged steps looked for: 0 corrupt, 0 lost")
    assert found > POWER_CUTS.now


@pytest.mark.parametrize("failure", [apsw.IOError, apsw.FullError])
def test_a_fault_at_every_operation(
    quick_folder: Path, failure: type[apsw.Error], record_property: Callable[[str, object], None]
) -> None:
    told = 0
    for seed in range(FAULT_HISTORIES.now):
        number = 0
        while fail_at(quick_folder / f"{seed}-{number}", number, 900 + seed, failure, ACTS):
            number += 1
        told += number
    came_to = f"{FAULT_HISTORIES.now} histories, {told:,} operations failed: each told, 0 corrupt, 0 half"
    record_property("came to", came_to)
    assert told >= FAULT_HISTORIES.now * 50
