"""Ten thousand generated books written as archives and made records of again, without a difference."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archived import round_trips

pytestmark = [pytest.mark.soak, pytest.mark.timeout(7200)]

BOOKS = int(os.environ.get("HALLWAY_BOOKS", "10000"))
FIRST_SEED = 100_000
"""Beyond those of tests/usecases."""


def test_archives_bring_back_equal_books(quick_folder: Path, record_property: Callable[[str, object], None]) -> None:
    rows = round_trips(BOOKS, FIRST_SEED, quick_folder)
    record_property("came to", f"{BOOKS:,} books with {rows:,} rows, no difference")
    assert rows > BOOKS
