"""How far an approach is, and when it is time to ask somebody else, to write once more, and to stop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hallway.domain.outreach import (
    LANES,
    STEPS,
    Outreach,
    State,
    Waiting,
    after_working_days,
    lane_of,
    moved,
    stands,
    tells_referrer_on,
    waiting,
    working_days,
)

WEDNESDAY = date(2026, 6, 17)
ASKED = Outreach(1, state=State.ASKED, asked_on=WEDNESDAY)


def after(days: int) -> date:
    return WEDNESDAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("until", "count"),
    [(0, 0), (1, 1), (2, 2), (3, 2), (4, 2), (5, 3), (9, 7), (-3, 0)],
)
def test_weekends_are_no_working_days(until: int, count: int) -> None:
    assert working_days(WEDNESDAY, after(until)) == count


@pytest.mark.parametrize("count", range(1, 12))
def test_the_day_after_so_many_working_days_is_that_many_away(count: int) -> None:
    day = after_working_days(WEDNESDAY, count)
    assert working_days(WEDNESDAY, day) == count and day.weekday() < 5


def test_somebody_else_after_three_working_days_once_more_after_seven_then_it_rests() -> None:
    found = [waiting(ASKED, after(days)) for days in range(25)]
    assert found.index(Waiting.NEXT_PERSON) == 5, "Thursday, Friday, Monday"
    assert found.index(Waiting.ONCE_MORE) == 9
    assert found.index(Waiting.REST) == 20, "two weeks' worth of working days, unless one wrote again"
    assert found == sorted(found, key=lambda one: one.value)


def test_one_line_more_and_never_another() -> None:
    again = replace(ASKED, repeated_on=after(9))
    found = {waiting(again, after(days)) for days in range(9, 60)}
    assert found == {Waiting.NOTHING, Waiting.REST}
    assert stands(again, after(17)) is State.ASKED
    assert stands(again, after(20)) is State.NO_ANSWER


def test_asking_anew_later_does_not_bring_back_the_one_repeat() -> None:
    anew = moved(moved(replace(ASKED, repeated_on=after(9)), State.IDEA, after(30)), State.ASKED, after(200))
    assert anew.asked_on == after(200)
    assert {waiting(anew, after(days)) for days in range(200, 300)} == {Waiting.NOTHING, Waiting.REST}


@pytest.mark.parametrize("state", [state for state in State if state is not State.ASKED])
def test_only_what_was_asked_waits(state: State) -> None:
    one = replace(ASKED, state=state)
    assert waiting(one, after(400)) is Waiting.NOTHING and stands(one, after(400)) is state


def test_every_step_stands_in_one_lane_and_what_rests_in_none() -> None:
    assert [lane_of(state) for state in STEPS] == [0, 1, 1, 1, 1, 2, 3, 4, 4]
    assert [lane_of(state) for state in (State.NO_ANSWER, State.DECLINED)] == [-1, -1]
    assert sum(map(len, LANES)) == len(STEPS)


def test_a_step_keeps_its_day_and_going_back_forgets_the_later_ones() -> None:
    one = Outreach(1)
    for day, state in enumerate(STEPS[1:]):
        one = moved(one, state, after(day))
    assert (one.asked_on, one.answered_on, one.agreed_on) == (after(1), after(2), after(3))
    assert (one.talked_on, one.thanked_on, one.told_on) == (after(5), after(6), after(7))
    back = moved(one, State.ANSWERED, after(30))
    assert (back.asked_on, back.answered_on) == (after(1), after(2))
    assert (back.agreed_on, back.talked_on, back.thanked_on, back.told_on) == (None,) * 4


@pytest.mark.parametrize("out", [State.NO_ANSWER, State.DECLINED])
def test_a_way_out_keeps_what_was_and_can_be_left_again(out: State) -> None:
    closed = moved(ASKED, out, after(4))
    assert (closed.closed_on, closed.asked_on, closed.is_open) == (after(4), WEDNESDAY, False)
    assert moved(closed, State.ANSWERED, after(6)).closed_on is None


def test_the_referrer_hears_seven_days_after_the_talk_and_once() -> None:
    talked = Outreach(1, state=State.TALKED, talked_on=WEDNESDAY, through_id=2)
    assert tells_referrer_on(talked) == after(7)
    assert tells_referrer_on(replace(talked, through_id=None)) is None
    assert tells_referrer_on(replace(talked, referrer_told_on=after(7))) is None
