"""Rhythms offered from what actually happened."""

from __future__ import annotations

import pytest

from hallway.usecases import rhythm_help
from hallway.usecases.desk import Desk
from hallway.usecases.rhythm_help import RhythmHelp
from tests.makers import add_moment, add_person, days_ago


def test_what_has_been_usual_is_offered_in_whole_weeks(desk: Desk) -> None:
    ada = add_person(desk)
    assert desk.ask(rhythm_help.help_for, ada) == RhythmHelp()
    for ago in (1, 36, 72, 106):
        add_moment(desk, ada, on=days_ago(ago))
    assert desk.ask(rhythm_help.help_for, ada) == RhythmHelp(usual=35)


@pytest.mark.parametrize(("ago", "longer"), [(89, None), (179, None), (180, 182), (400, 182)])
def test_a_longer_rhythm_is_offered_after_two_misses_in_a_row(desk: Desk, ago: int, longer: int | None) -> None:
    ada = add_person(desk, rhythm_days=90)
    add_moment(desk, ada, on=days_ago(ago))
    assert desk.ask(rhythm_help.help_for, ada).longer == longer


def test_without_a_rhythm_nothing_was_missed(desk: Desk) -> None:
    ada = add_person(desk)
    add_moment(desk, ada, on=days_ago(900))
    assert desk.ask(rhythm_help.help_for, ada) == RhythmHelp()
