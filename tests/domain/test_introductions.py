"""The steps of an introduction: both are asked apart, a no closes it, and what follows from knowing each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hallway.domain.blurbs import blurb
from hallway.domain.introductions import (
    Introduction,
    Next,
    State,
    answered,
    asked,
    introduced,
    next_of,
    reopened,
    stands,
    tells_on,
    turn,
)
from tests.makers import TODAY

MADE = Introduction(True, 1, 2, "both weave", first="Ada Adeyemi", second="Bo Bakker",
                    first_blurb="Ada weaves.", second_blurb="Bo looms.")  # fmt: skip
WANTED = Introduction(False, 1, 2, "looms", first="Ada Adeyemi", second="Bo Bakker", first_blurb="Ines studies shade.")


def test_made_each_is_asked_apart_before_they_are_introduced() -> None:
    one, seen = MADE, []
    for _ in range(2):
        seen.append((next_of(one), turn(one)[1]))
        one = asked(one, TODAY)
        seen.append((next_of(one), turn(one)[1]))
        one = answered(one, yes=True, words="gladly ", on=TODAY)
    first, second = "Ada Adeyemi", "Bo Bakker"
    assert seen == [(Next.ASK, first), (Next.ANSWER, first), (Next.ASK, second), (Next.ANSWER, second)]
    assert (one.state, next_of(one)) == (State.BOTH_AGREED, Next.INTRODUCE)
    assert (one.first_answer, one.second_answer) == ("gladly", "gladly")
    assert (one.first_asked_on, one.second_asked_on) == (TODAY, TODAY)


def test_made_comes_to_how_it_went_and_thanks() -> None:
    one = introduced(replace(MADE, state=State.BOTH_AGREED), TODAY)
    assert (stands(one), next_of(one)) == (State.INTRODUCED, Next.HEAR)
    one = replace(one, talked_on=TODAY)
    assert (stands(one), next_of(one)) == (State.TALKED, Next.THANK)
    one = replace(one, thanked_on=TODAY)
    assert (stands(one), next_of(one)) == (State.THANKED, Next.NOTHING)


@pytest.mark.parametrize("state", [State.ASKED, State.SECOND_ASKED])
def test_a_no_of_either_closes_it_and_nobody_is_introduced(state: State) -> None:
    one = answered(replace(MADE, state=state), yes=False, words="not now", on=TODAY)
    assert (one.state, one.closed_on, one.introduced_on) == (State.DECLINED, TODAY, None)
    assert next_of(one) is Next.NOTHING and not one.is_open
    again = reopened(one)
    assert (next_of(again), again.closed_on, again.first_answer, again.second_answer) == (Next.ASK, None, "", "")


def test_asked_for_thanks_come_before_the_talk_and_the_news_after() -> None:
    one = answered(asked(WANTED, TODAY), yes=True, words="", on=TODAY)
    assert (one.state, next_of(one)) == (State.AGREED, Next.INTRODUCE)
    one = introduced(one, TODAY)
    assert next_of(one) is Next.THANK
    assert next_of(replace(one, talked_on=TODAY)) is Next.THANK, "thanks are not forgotten over the talk"
    one = replace(one, thanked_on=TODAY)
    assert next_of(one) is Next.TALK
    one = replace(one, talked_on=TODAY)
    assert (next_of(one), stands(one)) == (Next.TELL, State.TALKED)
    assert next_of(replace(one, told_on=TODAY)) is Next.NOTHING


def test_whoever_introduced_hears_of_it_a_week_after_the_talk_once() -> None:
    one = replace(introduced(WANTED, TODAY), talked_on=date(2026, 6, 10))
    assert tells_on(one) == date(2026, 6, 10) + timedelta(days=7)
    assert tells_on(replace(one, told_on=TODAY)) is None
    assert tells_on(replace(one, talked_on=None)) is None
    assert tells_on(replace(one, by_me=True)) is None


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (("Ada", "Weaver, Looms Ltd", ("looms", "wool")), "Ada, Weaver, Looms Ltd. Interested in looms and wool."),
        (("Ada", "", ()), "Ada."),
        (("Ada", "Weaver", ("looms",), "I weave. Slowly."), "Ada, Weaver. I weave. Slowly."),
        (("", "", ()), ""),
    ],
)
def test_a_few_words_about_somebody(told: tuple[str, str, tuple[str, ...]], words: str) -> None:
    assert blurb(*told) == words
