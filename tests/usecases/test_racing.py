"""F7: several starts at once. More of them are in tests/soak."""

from __future__ import annotations

from pathlib import Path

from tests.tiers import RACES
from tests.usecases.racing import race


def test_f7_of_several_starts_at_once_one_comes_in_and_nothing_is_lost(tmp_path: Path) -> None:
    for number in range(RACES.change):
        race(tmp_path, number)
