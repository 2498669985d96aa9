"""A few damaged files of each kind on their whole way into a record; `make soak` brings in many."""

from __future__ import annotations

import pytest

from tests.formats import damaged
from tests.usecases.damaged_imports import campaign

KINDS = [name for name in damaged.IMPORTERS if name not in ("archive", "kinds", "shared", "programme ics")]


@pytest.mark.parametrize("name", KINDS)
def test_a_damaged_file_leaves_no_trace_or_one_step(name: str) -> None:
    if damaged.reader(name) is None:
        pytest.skip("there is no such reader yet")
    applied, _ = campaign(name, 25)
    assert applied or damaged.seeds(name) == damaged.NO_SEEDS
