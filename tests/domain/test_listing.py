"""Names in a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hallway.domain.listing import listed, pieces

ANA = ("Ana", "Bo", "Cai", "Dee", "Eve")


@pytest.mark.parametrize(
    ("count", "most", "words"),
    [(0, 0, ""), (1, 0, "Ana"), (2, 0, "Ana and Bo"), (3, 0, "Ana, Bo and Cai"), (5, 2, "Ana, Bo and 3 more"),
     (3, 2, "Ana, Bo and Cai"), (4, 2, "Ana, Bo and 2 more"), (5, 1, "Ana and 4 more"), (2, 1, "Ana and Bo")],
)  # fmt: skip
def test_names_are_listed_as_one_says_them(count: int, most: int, words: str) -> None:
    assert listed(ANA[:count], most) == words


@given(some.lists(some.text("ab {}", min_size=1), max_size=6), some.integers(0, 4))
def test_whatever_the_names_are_they_stand_there_whole(names: list[str], most: int) -> None:
    shown = [words for words, is_name in pieces(names, most) if is_name]
    assert shown == names[: len(shown)]
    assert len(names) - len(shown) != 1
