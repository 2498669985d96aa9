"""F3 and F4 at length: everything that writes files, on a disk that fails at each operation, or grows full."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import apsw
import pytest

from tests.small_disk import run_on_a_small_disk
from tests.tiers import DISK_SIZES, FAULTS
from tests.usecases import works
from tests.usecases.failing_works import SWEEP, fail_at, yard

pytestmark = [pytest.mark.soak, pytest.mark.timeout(7200)]


@pytest.mark.parametrize("name", works.WORKS)
def test_f4_a_fault_at_each_operation(
    quick_folder: Path, name: str, record_property: Callable[[str, object], None]
) -> None:
    one = yard(works.template(quick_folder / "whole"), name)
    numbers = Random(name).sample(range(one.operations), min(FAULTS.now, one.operations))
    told = sum(fail_at(one, number, failure) for number in numbers for failure in (apsw.IOError, apsw.FullError))
    came_to = f"{len(numbers) * 2:,} faults at {len(numbers):,} of {one.operations:,} operations, {told:,} told: 0 half"
    record_property("came to", came_to)
    assert told


def test_f3_every_way_of_saving_on_a_full_disk(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    (tmp_path / "disk").mkdir()
    done = run_on_a_small_disk(tmp_path / "disk", SWEEP, 48_000, str(tmp_path), str(DISK_SIZES.now))
    assert done.stdout.startswith("sound"), done.stderr
    _, made, told = done.stdout.split()
    came_to = f"{DISK_SIZES.now} sizes, {len(works.WORKS)} ways: {made} done, {told} told: 0 half, 0 lost"
    record_property("came to", came_to)
