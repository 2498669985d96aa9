"""F3 and F4: everything that writes files, on a disk that is full or fails. More of it is in tests/soak."""

from __future__ import annotations

from pathlib import Path
from random import Random

import apsw
import pytest

from tests.small_disk import run_on_a_small_disk
from tests.tiers import DISK_SIZES, FAULTS
from tests.usecases import works
from tests.usecases.failing_works import SWEEP, fail_at, yard

SOME = FAULTS.change // 5
"""So many operations of each work are failed."""


@pytest.mark.parametrize("name", works.WORKS)
def test_f4_a_fault_at_any_operation_is_told_and_no_file_is_half(quick_folder: Path, name: str) -> None:
    one = yard(works.template(quick_folder / "whole"), name)
    numbers = Random(name).sample(range(one.operations), min(SOME, one.operations))
    told = [fail_at(one, number, (apsw.IOError, apsw.FullError)[at % 2]) for at, number in enumerate(numbers)]
    assert any(told), "no fault was noticed"


def test_f3_on_a_full_disk_everything_is_done_or_told(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    words = (str(tmp_path), str(DISK_SIZES.change))
    done = run_on_a_small_disk(tmp_path / "disk", SWEEP, 48_000, *words)
    assert done.stdout.startswith("sound"), done.stderr
