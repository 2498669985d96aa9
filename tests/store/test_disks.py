"""F2 and F4: the power goes at any point, and a disk fails at any operation. Many more are in tests/soak."""

from __future__ import annotations

from pathlib import Path
from random import Random

import apsw
import pytest

from tests.store.disk_walks import cut_power, fail_at, walked
from tests.tiers import FAULTS, POWER_CUTS

ACTS = 12


def test_f2_a_power_cut_at_any_point_loses_nothing_that_was_acknowledged(quick_folder: Path) -> None:
    random = Random(1)
    walk = walked(quick_folder / "walk", 1, ACTS)
    points = sorted(random.sample(range(len(walk.log) + 1), POWER_CUTS.change))
    assert cut_power(walk, quick_folder, points, random) > POWER_CUTS.change


@pytest.mark.parametrize("failure", [apsw.IOError, apsw.FullError])
def test_f4_a_fault_at_any_operation_is_told_and_leaves_nothing_half(
    quick_folder: Path, failure: type[apsw.Error]
) -> None:
    random = Random(2)
    numbers = random.sample(range(150), FAULTS.change // 2)
    assert sum(fail_at(quick_folder / str(number), number, 3, failure, ACTS) for number in numbers) > FAULTS.change // 4
