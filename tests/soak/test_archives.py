"""Generated books by the thousand, written as archives and made records of again, without a difference."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archived import round_trips
from tests.tiers import ROUND_TRIPS

pytestmark = [pytest.mark.soak, pytest.mark.timeout(7200)]

FIRST_SEED = 100_000
"""Beyond those of tests/usecases."""


def test_archives_bring_back_equal_books(quick_folder: Path, record_property: Callable[[str, object], None]) -> None:
    rows = round_trips(ROUND_TRIPS.now, FIRST_SEED, quick_folder)
    record_property("came to", f"{ROUND_TRIPS.now:,} books with {rows:,} rows, no difference")
    assert rows > ROUND_TRIPS.now
