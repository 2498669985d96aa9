"""The check-in plan: its limits hold whatever is wished, and it is as near to the wishes as the limits allow."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations_with_replacement, pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.plan import Limits, Pause, Placed, Plan, Wish, plan

TODAY = date(2026, 6, 23)  # a Tuesday
TUESDAY, THURSDAY = 1, 3


def in_days(count: int) -> date:
    return TODAY + timedelta(count)


def next_days(made: Plan) -> dict[int, date]:
    return {placed.person_id: placed.on for placed in made.check_ins if placed.cycle == 0}


# --- what people see -------------------------------------------------------------------------------------


def test_wish_on_a_writing_day_is_kept() -> None:
    made = plan([Wish(1, 90, in_days(9))], Limits(), today=TODAY, until=in_days(30))
    assert made.check_ins == (Placed(1, in_days(9), in_days(9)),)
    assert (made.asked_per_week, made.per_week, made.fits) == (pytest.approx(7 / 90), 3, True)


def test_wish_on_another_day_goes_to_the_nearest_writing_day() -> None:
    saturday, monday = in_days(4), in_days(6)
    made = plan([Wish(1, 90, saturday), Wish(2, 90, monday)], Limits(), today=TODAY, until=in_days(30))
    assert next_days(made) == {1: in_days(2), 2: in_days(7)}


def test_waiting_wishes_go_to_the_first_free_days() -> None:
    wishes = [Wish(person, 90, in_days(-40)) for person in range(1, 6)]
    made = plan(wishes, Limits(), today=TODAY, until=in_days(30))
    assert Counter(next_days(made).values()) == {TODAY: 2, in_days(2): 1, in_days(7): 1, in_days(9): 1} or Counter(
        next_days(made).values()
    ) == {TODAY: 2, in_days(2): 1, in_days(7): 2}


def test_next_cycles_count_from_the_planned_day() -> None:
    made = plan([Wish(1, 21, in_days(3))], Limits(), today=TODAY, until=in_days(60))
    assert [(placed.cycle, placed.wished_on, placed.on) for placed in made.check_ins] == [
        (0, in_days(3), in_days(2)),
        (1, in_days(23), in_days(23)),
        (2, in_days(44), in_days(44)),
    ]


def test_fixed_day_is_kept_and_uses_the_budget() -> None:
    sunday = in_days(5)
    wishes = [Wish(1, 90, in_days(2), fixed_on=sunday), Wish(2, 90, in_days(2)), Wish(3, 90, in_days(2))]
    made = plan(wishes, Limits(per_week=1), today=TODAY, until=in_days(30))
    assert made.check_ins[0] == Placed(1, sunday, in_days(2), fixed=True)
    assert all(on > sunday for person, on in next_days(made).items() if person != 1)


def test_fixed_day_that_has_passed_waits() -> None:
    made = plan([Wish(1, 90, in_days(2), fixed_on=in_days(-1))], Limits(), today=TODAY, until=in_days(30))
    assert made.check_ins == (Placed(1, in_days(2), in_days(2)),)


def test_pauses_and_days_off_stay_empty() -> None:
    limits = Limits(pauses=(Pause(in_days(1), in_days(20), "fieldwork"),), days_off=frozenset({in_days(21)}))
    made = plan([Wish(1, 90, in_days(15))], limits, today=TODAY, until=in_days(30))
    assert next_days(made) == {1: in_days(23)}


def test_pause_of_one_person_moves_only_them() -> None:
    pause = Pause(in_days(0), in_days(10), "leave")
    wishes = [Wish(1, 90, in_days(2), paused=(pause,)), Wish(2, 90, in_days(2))]
    assert next_days(plan(wishes, Limits(), today=TODAY, until=in_days(30))) == {1: in_days(14), 2: in_days(2)}


def test_pause_without_end_rests() -> None:
    forever = Pause(in_days(-5), date.max, "asked for quiet")
    made = plan([Wish(1, 90, TODAY, paused=(forever,)), Wish(2, 90, TODAY)], Limits(), today=TODAY, until=in_days(9))
    assert (made.resting, next_days(made)) == ((1,), {2: TODAY})
    everybody = plan([Wish(1, 90, TODAY)], Limits(pauses=(forever,)), today=TODAY, until=in_days(9))
    assert (everybody.resting, everybody.check_ins) == ((1,), ())


def test_too_many_rhythms_say_so_and_drop_nobody() -> None:
    wishes = [Wish(person, 21, in_days(person % 9)) for person in range(40)]
    made = plan(wishes, Limits(), today=TODAY, until=in_days(28))
    assert not made.fits
    assert made.asked_per_week == pytest.approx(40 / 3)
    assert set(next_days(made)) == set(range(40))
    assert max(next_days(made).values()) > in_days(28)
    assert all(placed.on <= in_days(28) for placed in made.check_ins if placed.cycle)


def test_heavier_wish_is_nearer_to_its_day() -> None:
    wishes = [Wish(1, 90, in_days(2)), Wish(2, 90, in_days(2), weight=3.0)]
    made = plan(wishes, Limits(per_week=1, weekdays=frozenset({THURSDAY})), today=TODAY, until=in_days(30))
    assert next_days(made) == {1: in_days(9), 2: in_days(2)}


def test_short_rhythm_is_nearer_when_tolerances_differ() -> None:
    wishes = [Wish(1, 365, in_days(2)), Wish(2, 21, in_days(2))]
    made = plan(wishes, Limits(per_week=1, weekdays=frozenset({THURSDAY})), today=TODAY, until=in_days(20))
    assert next_days(made) == {1: in_days(9), 2: in_days(2)}


def test_half_a_week_left_takes_what_the_week_has_left() -> None:
    thursday = in_days(2)
    wishes = [Wish(person, 90, in_days(-1)) for person in range(4)]
    made = plan(wishes, Limits(), today=thursday, until=in_days(30))
    assert Counter(next_days(made).values())[thursday] == 3
    after_two = plan(wishes[:2], Limits(), today=thursday, until=in_days(30), reached=(TODAY, TODAY))
    assert Counter(next_days(after_two).values()) == {thursday: 1, in_days(7): 1}


@pytest.mark.parametrize("seed", range(8))
def test_writing_to_someone_on_their_day_moves_nobody_else(seed: int) -> None:
    wishes = some_wishes(random.Random(seed), 20)
    before = next_days(plan(wishes, Limits(), today=TODAY, until=in_days(200)))
    written = min(before, key=lambda person: (before[person], person))
    day, rhythm, weight = before[written], wishes[written].rhythm_days, wishes[written].weight
    logged = [wish for wish in wishes if wish.person_id != written]
    logged.append(Wish(written, rhythm, day + timedelta(rhythm), weight=weight))
    previous = {person: on for person, on in before.items() if person != written}
    after = next_days(plan(logged, Limits(), today=day, until=in_days(200), previous=previous, reached=(day,)))
    assert [person for person in before if before[person] != after[person]] == [written]


def test_writing_to_someone_moves_nobody_else_in_a_crowded_plan_that_was_kept() -> None:
    wishes = some_wishes(random.Random(5), 140)
    before = next_days(plan(wishes, Limits(), today=TODAY, until=in_days(200)))
    written = min(before, key=lambda person: (before[person], person))
    rhythm = wishes[written].rhythm_days
    previous = {person: on for person, on in before.items() if person != written}
    logged = [wish for wish in wishes if wish.person_id != written] + [Wish(written, rhythm, in_days(rhythm))]
    after = next_days(plan(logged, Limits(), today=TODAY, until=in_days(200), previous=previous, reached=(TODAY,)))
    assert previous.items() <= after.items()


def test_somebody_who_cannot_wait_comes_before_those_who_can() -> None:
    patient = [Wish(person, 365, TODAY) for person in range(60)]
    previous = next_days(plan(patient, Limits(), today=TODAY, until=in_days(200)))
    everybody = [*patient, Wish(60, 21, TODAY)]
    after = next_days(plan(everybody, Limits(), today=TODAY, until=in_days(200), previous=previous))
    assert after[60] <= in_days(14)
    assert sum(previous[person] != after[person] for person in previous) <= 4


def test_how_far_one_looks_moves_nobodys_next_day() -> None:
    wishes = some_wishes(random.Random(11), 40)
    near, far = (next_days(plan(wishes, Limits(), today=TODAY, until=in_days(days))) for days in (1, 700))
    assert near == far


def test_settled_days_stand() -> None:
    settled = {1: in_days(30), 2: in_days(2)}
    made = plan([Wish(1, 90, TODAY), Wish(2, 90, TODAY)], Limits(), today=TODAY, until=in_days(9), settled=settled)
    assert next_days(made) == settled


def test_previous_days_are_kept_while_they_can_be() -> None:
    wishes = some_wishes(random.Random(3), 30)
    before = next_days(plan(wishes, Limits(), today=TODAY, until=in_days(90)))
    others = [wish for wish in wishes if wish.person_id != 7]
    previous = {person: on for person, on in before.items() if person != 7}
    after = next_days(plan(others, Limits(), today=TODAY, until=in_days(90), previous=previous))
    assert after == previous


def test_previous_days_that_are_gone_are_planned_anew() -> None:
    previous = {1: in_days(-2), 2: in_days(3), 99: in_days(2)}
    made = plan(
        [Wish(1, 90, in_days(2)), Wish(2, 90, in_days(9))], Limits(), today=TODAY, until=in_days(30), previous=previous
    )
    assert next_days(made) == {1: in_days(2), 2: in_days(9)}


def test_senseless_input_is_refused() -> None:
    with pytest.raises(ValueError):
        Limits(per_week=0)
    with pytest.raises(ValueError):
        Limits(weekdays=frozenset())
    with pytest.raises(ValueError):
        Limits(weekdays=frozenset({7}))
    with pytest.raises(ValueError):
        Wish(1, 0, TODAY)
    with pytest.raises(ValueError):
        Wish(1, 9, TODAY, weight=0)
    with pytest.raises(ValueError):
        plan([Wish(1, 9, TODAY), Wish(1, 10, TODAY)], Limits(), today=TODAY, until=TODAY)


@pytest.mark.parametrize("wished_on", [date.min, date.max, date(9000, 1, 1)])
def test_ends_of_the_calendar_are_survived(wished_on: date) -> None:
    made = plan([Wish(1, 36_525, wished_on), Wish(2, 1, TODAY)], Limits(), today=TODAY, until=in_days(7))
    assert set(next_days(made)) | set(made.resting) == {1, 2}


def test_nobody_at_all() -> None:
    assert plan([], Limits(), today=TODAY, until=in_days(30)) == Plan((), 0, 3, True)


# --- what always holds -----------------------------------------------------------------------------------

PAUSES = st.builds(
    lambda start, length: Pause(in_days(start), in_days(start + length)), st.integers(-20, 120), st.integers(0, 60)
)
LIMITS = st.builds(
    Limits,
    per_week=st.integers(1, 7),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    pauses=st.lists(PAUSES, max_size=2).map(tuple),
    days_off=st.frozensets(st.integers(0, 150).map(in_days), max_size=10),
)


@st.composite
def wish_lists(draw: st.DrawFn, most: int = 25) -> list[Wish]:
    count = draw(st.integers(0, most))
    return [
        Wish(
            person,
            draw(st.sampled_from([1, 7, 21, 60, 90, 365])),
            in_days(draw(st.integers(-100, 150))),
            draw(st.none() | st.integers(-10, 60).map(in_days)) if person % 5 == 0 else None,
            draw(st.sampled_from([0.5, 1.0, 2.0])),
            draw(st.lists(PAUSES, max_size=2).map(tuple)) if person % 3 == 0 else (),
        )
        for person in range(count)
    ]


def some_wishes(chance: random.Random, count: int, spread: int = 120) -> list[Wish]:
    rhythms = [chance.choice([21, 60, 90, 182, 365]) for _ in range(count)]
    return [
        Wish(person, rhythm, in_days(chance.randint(-20, spread)), weight=chance.choice([1.0, 1.0, 2.0]))
        for person, rhythm in enumerate(rhythms)
    ]


def within(day: date, pauses: Iterable[Pause]) -> bool:
    return any(pause.start <= day <= pause.end for pause in pauses)


@settings(max_examples=150, deadline=None)
@given(wish_lists(), LIMITS, st.integers(0, 120), st.dictionaries(st.integers(0, 30), st.integers(-9, 90).map(in_days)))
def test_limits_hold_and_everyone_is_there(
    wishes: list[Wish], limits: Limits, days: int, previous: dict[int, date]
) -> None:
    made = plan(wishes, limits, today=TODAY, until=in_days(days), previous=previous)
    by_person = {wish.person_id: wish for wish in wishes}
    assert sorted(placed.person_id for placed in made.check_ins if placed.cycle == 0) == sorted(by_person)
    assert made.resting == ()
    weeks: Counter[tuple[int, int]] = Counter()
    fixed_weeks: Counter[tuple[int, int]] = Counter()
    for placed in made.check_ins:
        week = placed.on.isocalendar()[:2]
        weeks[week] += 1
        fixed_weeks[week] += placed.fixed
        assert placed.on >= TODAY
        if placed.fixed:
            assert placed.on == by_person[placed.person_id].fixed_on
        else:
            assert placed.on.weekday() in limits.weekdays
            assert placed.on not in limits.days_off
            assert not within(placed.on, limits.pauses)
            assert not within(placed.on, by_person[placed.person_id].paused)
    assert all(count <= max(limits.per_week, fixed_weeks[week]) for week, count in weeks.items())
    fixed = {wish.person_id for wish in wishes if wish.fixed_on and wish.fixed_on >= TODAY}
    assert {placed.person_id for placed in made.check_ins if placed.fixed} == fixed


@settings(max_examples=60, deadline=None)
@given(wish_lists(), LIMITS)
def test_cycles_follow_one_another(wishes: list[Wish], limits: Limits) -> None:
    made = plan(wishes, limits, today=TODAY, until=in_days(200))
    for wish in wishes:
        own = [placed for placed in made.check_ins if placed.person_id == wish.person_id]
        assert [placed.cycle for placed in own] == list(range(len(own)))
        assert own[0].wished_on == wish.wished_on
        for earlier, later in pairwise(own):
            assert later.wished_on == earlier.on + timedelta(wish.rhythm_days)
            assert earlier.on < later.on <= in_days(200)


@settings(max_examples=60, deadline=None)
@given(wish_lists(), LIMITS, st.randoms(use_true_random=False))
def test_order_of_the_wishes_does_not_matter(wishes: list[Wish], limits: Limits, chance: random.Random) -> None:
    made = plan(wishes, limits, today=TODAY, until=in_days(90))
    shuffled = chance.sample(wishes, len(wishes))
    assert plan(shuffled, limits, today=TODAY, until=in_days(90)) == made


# --- as near as can be -----------------------------------------------------------------------------------


def cost(wish: Wish, on: date) -> float:
    distance, tolerance = abs((on - wish.wished_on).days), wish.rhythm_days // 4
    waiting = max(0, (TODAY - wish.wished_on).days)
    return wish.weight * (distance - waiting + 3 * max(0, distance - tolerance) - 3 * max(0, waiting - tolerance))


def least_cost(wishes: list[Wish], limits: Limits) -> float:
    """By trying everything: each set of days within the limits, each way to deal it out."""
    days = [in_days(count) for count in range(29) if in_days(count).weekday() in limits.weekdays]
    most_a_day = -(-limits.per_week // len(limits.weekdays))
    best = float("inf")
    for chosen in combinations_with_replacement(days, len(wishes)):
        weeks = Counter(day.isocalendar()[:2] for day in chosen)
        if max(weeks.values()) <= limits.per_week and max(Counter(chosen).values()) <= most_a_day:
            ways = (sum(map(cost, wishes, dealt)) for dealt in set(permutations(chosen)))
            best = min(best, *ways, best)
    return best


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([8, 21, 90]), st.integers(-5, 16), st.sampled_from([1.0, 2.0])),
        min_size=1,
        max_size=4,
    ),
    st.integers(1, 3),
)
def test_small_plans_are_the_best_there_are(asked: list[tuple[int, int, float]], per_week: int) -> None:
    wishes = [Wish(person, rhythm, in_days(day), weight=weight) for person, (rhythm, day, weight) in enumerate(asked)]
    limits = Limits(per_week=per_week)
    on = next_days(plan(wishes, limits, today=TODAY, until=TODAY))
    mine = sum(cost(wish, on[wish.person_id]) for wish in wishes)
    assert mine <= least_cost(wishes, limits) * 1.02 + 1e-6


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("per_week", [1, 2, 3])
def test_with_more_writing_days_than_places_a_wish_keeps_its_own_weekday(weekday: int, per_week: int) -> None:
    every_day = Limits(per_week=per_week, weekdays=frozenset(range(7)))
    monday = date(2026, 6, 22)
    wishes = [Wish(1, 28, monday + timedelta(days=7 + weekday))]
    placed = plan(wishes, every_day, today=monday, until=monday + timedelta(days=180))
    first, second, *later = placed.check_ins
    assert (first.on.weekday(), second.on.weekday()) == (weekday, weekday)
    assert all(abs((one.on - one.wished_on).days) <= 1 for one in later)
    assert len(later) >= 3
