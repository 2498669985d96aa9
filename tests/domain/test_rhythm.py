"""Rhythms: whose counts, when the next wish falls, how they are said."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.rhythm import PRESETS, next_wish, rhythm_of, say_rhythm, usual_gap

ADDED, MET, TALKED = date(2026, 6, 1), date(2026, 5, 20), date(2026, 6, 17)


@pytest.mark.parametrize(
    ("own", "groups", "days"),
    [
        (21, (90,), 21),
        (None, (182, 90, 365), 90),
        (None, (), None),
        (0, (90,), None),
        (None, (0, 60), 60),
        (None, (0,), None),
    ],
)
def test_rhythm_is_own_else_the_shortest_of_the_groups(
    own: int | None, groups: tuple[int, ...], days: int | None
) -> None:
    assert rhythm_of(own, groups) == days


def test_wish_counts_from_the_last_talk_else_the_meeting_else_the_adding() -> None:
    assert next_wish(21, TALKED, MET, ADDED) == date(2026, 7, 8)
    assert next_wish(21, None, MET, ADDED) == date(2026, 6, 10)
    assert next_wish(21, None, None, ADDED) == date(2026, 6, 22)
    assert next_wish(36_525, date.max, None, ADDED) == date.max


@pytest.mark.parametrize(
    ("days", "words"),
    [(21, "every 3 weeks"), (60, "every two months"), (90, "each season"), (182, "twice a year"), (365, "yearly"),
     (1, "every day"), (7, "every week"), (28, "every 4 weeks"), (730, "every 2 years"), (100, "every 100 days"),
     (0, "no rhythm"), (None, "no rhythm")],
)  # fmt: skip
def test_rhythm_in_words(days: int | None, words: str) -> None:
    assert say_rhythm(days) == words


def test_presets_are_said_by_their_names() -> None:
    assert [say_rhythm(preset.days) for preset in PRESETS] == [preset.name for preset in PRESETS]


def test_usual_gap_is_the_median() -> None:
    days = [date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 11), date(2026, 1, 31), date(2026, 6, 1)]
    assert usual_gap(days) == 20
    assert usual_gap(days[:3]) is None
    assert usual_gap([]) is None


@given(st.lists(st.dates(), max_size=30))
def test_usual_gap_lies_among_the_gaps(days: list[date]) -> None:
    gap = usual_gap(reversed(days))
    ordered = sorted(set(days))
    gaps = [(later - earlier).days for earlier, later in pairwise(ordered)]
    assert gap is None or gap in gaps
