"""Which copies may go: a pure function of what is there and of the moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.backups import DUE_AFTER, Backup, Why, is_due, newest_first, superfluous

NOW = datetime(2026, 6, 23, 9, 15, tzinfo=UTC)


def a_copy(age: timedelta, shape: int = 2) -> Backup:
    made_at = NOW - age
    return Backup(f"{made_at.isoformat()}-{shape}", made_at, Why.DAILY, shape, 1, "")


COPIES = st.lists(
    st.builds(
        a_copy,
        st.timedeltas(min_value=timedelta(days=-400), max_value=timedelta(days=4000)),
        st.integers(min_value=1, max_value=3),
    ),
    max_size=60,
    unique_by=lambda one: one.name,
)


@given(COPIES)
def test_the_newest_the_newest_of_each_shape_and_the_future_stay(copies: list[Backup]) -> None:
    gone = superfluous(copies, NOW)
    ordered = newest_first(copies)
    stays = {one.name for one in ordered[:1]} | {one.name for one in copies if one.made_at > NOW}
    for shape in {one.shape for one in copies}:
        stays.add(next(one.name for one in ordered if one.shape == shape))
    assert not gone & stays


@given(COPIES)
def test_thinning_again_finds_nothing(copies: list[Backup]) -> None:
    gone = superfluous(copies, NOW)
    assert not superfluous([one for one in copies if one.name not in gone], NOW)


def test_a_year_of_daily_copies_becomes_a_few_dozen() -> None:
    copies = [a_copy(timedelta(days=days)) for days in range(365)]
    kept = [one for one in copies if one.name not in superfluous(copies, NOW)]
    assert {one.made_at for one in kept} >= {NOW - timedelta(days=days) for days in range(14)}
    assert 14 + 7 + 9 <= len(kept) <= 14 + 9 + 13


def test_each_copy_of_two_days_stays() -> None:
    copies = [a_copy(timedelta(hours=hours)) for hours in range(48)]
    assert not superfluous(copies, NOW)


def test_a_copy_is_due_after_most_of_a_day_and_never_put_off_by_one_from_the_future() -> None:
    assert is_due(None, NOW)
    assert not is_due(a_copy(DUE_AFTER - timedelta(minutes=1)), NOW)
    assert is_due(a_copy(DUE_AFTER), NOW)
    assert is_due(a_copy(timedelta(hours=-1)), NOW)
