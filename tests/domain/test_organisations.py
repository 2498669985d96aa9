"""Names that may be spellings of one organisation."""

from __future__ import annotations

import pytest

from hallway.domain.organisations import may_be_same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Lund University", "Lunds universitet", True),
        ("The University of Oslo", "Oslo University", True),
        ("MIT", "Massachusetts Institute of Technology", True),
        ("Lund University", "Oslo University", False),
        ("Lund University", "", False),
        ("University", "College", False),
    ],
)
def test_names_that_may_be_one(first: str, second: str, same: bool) -> None:
    assert may_be_same(first, second) is same
    assert may_be_same(second, first) is same
