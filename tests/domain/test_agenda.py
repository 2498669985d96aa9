"""One's own way through a programme."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.agenda import clashes, days, ends, is_on, mine, next_ones
from hallway.domain.programmes import Session

DAY = date(2026, 6, 16)


def session(id_: int, start: str, end: str, on: date = DAY, starred: bool = True, **more: object) -> Session:
    return Session(f"Session {id_}", on, id=id_, start_time=start, end_time=end, starred=starred, **more)  # type: ignore[arg-type]


def test_only_what_one_goes_to_clashes() -> None:
    one, other = session(1, "10:00", "11:00"), session(2, "10:30", "11:30")
    assert clashes([one, other]) == {1, 2}
    assert clashes([one, session(3, "10:30", "11:30", starred=False)]) == frozenset()
    assert clashes([one, session(4, "11:00", "12:00")]) == frozenset()
    assert clashes([one, session(5, "10:30", "11:30", on=date(2026, 6, 17))]) == frozenset()
    part = session(8, "11:00", "11:15", room="Aula")
    assert clashes([session(7, "10:00", "12:00", room="Aula"), part]) == frozenset()
    assert clashes([one, session(6, "10:30", "11:30", called_off=True)]) == frozenset()


def test_a_long_one_clashes_with_all_within_it() -> None:
    within = [session(2, "10:00", "11:00"), session(3, "16:00", "17:00")]
    assert clashes([session(1, "09:00", "18:00"), *within]) == {1, 2, 3}


TIMES = st.integers(0, 23 * 60 + 58)


@given(st.lists(st.tuples(TIMES, st.integers(1, 200)), max_size=12))
def test_clashes_are_those_that_overlap_pair_by_pair(spans: list[tuple[int, int]]) -> None:
    clock = [(start, min(start + length, 24 * 60 - 1)) for start, length in spans]
    made = [session(at, f"{a // 60:02}:{a % 60:02}", f"{b // 60:02}:{b % 60:02}") for at, (a, b) in enumerate(clock)]
    expected = {
        at for at, (a, b) in enumerate(clock) for other, (c, d) in enumerate(clock) if at != other and a < d and c < b
    }
    assert clashes(made) == expected


def test_now_and_next() -> None:
    spans = (("10:00", "11:00"), ("11:00", "12:00"), ("11:00", "12:00"), ("15:00", ""))
    talks = [session(at, *span) for at, span in enumerate(spans, 1)]
    now = datetime(2026, 6, 16, 10, 59)
    assert [one.id for one in talks if is_on(one, now)] == [1]
    assert [one.id for one in next_ones(talks, now)] == [2, 3]
    assert next_ones(talks, datetime(2026, 6, 16, 15, 0)) == ()
    assert next_ones(talks, datetime(2026, 6, 17, 9, 0)) == ()


def test_one_that_goes_past_midnight_lasts_to_the_end_of_its_day() -> None:
    party = session(1, "22:00", "02:00", end_on=date(2026, 6, 17))
    assert ends(party) == "24:00"
    assert is_on(party, datetime(2026, 6, 16, 23, 59))


def test_days_and_own_sessions() -> None:
    talks = [session(1, "10:00", "11:00", on=date(2026, 6, 17)), session(2, "10:00", "11:00", starred=False)]
    assert days(talks) == (DAY, date(2026, 6, 17))
    assert [one.id for one in mine(talks)] == [1]
