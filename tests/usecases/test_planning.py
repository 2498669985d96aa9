"""The plan as it is made from the record, and what steers it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from hallway.domain import errors
from hallway.domain.interactions import Kind
from hallway.usecases import people, planning, settings, today
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_moment, add_person, days_ago, everything, file_desk, memory_desk, move_clock

TUESDAY, THURSDAY = 1, 3


def first_days(desk: Desk) -> dict[str, date]:
    """Everybody's next check-in."""
    placed = desk.ask(planning.plan)
    return {placed.names[one.person_id]: one.on for one in placed.plan.check_ins if one.cycle == 0}


def waiting(desk: Desk, number: int) -> list[int]:
    """People whose check-in was wished for long ago."""
    return [add_person(desk, f"Person {one}", rhythm_days=90, met_on="2026-01-01") for one in range(number)]


def test_people_with_a_rhythm_are_planned_on_the_users_days(desk: Desk) -> None:
    waiting(desk, 4)
    add_person(desk, "No rhythm")
    days = first_days(desk)
    assert len(days) == 4
    assert {day.weekday() for day in days.values()} <= {TUESDAY, THURSDAY}
    assert min(days.values()) == date(2026, 6, 18)


def test_each_planned_person_has_a_name_and_a_lasting_id(desk: Desk) -> None:
    waiting(desk, 3)
    placed = desk.ask(planning.plan)
    ids = {one.person_id for one in placed.plan.check_ins}
    assert ids == set(placed.names) == set(placed.uids)


@pytest.mark.parametrize("rhythm", [None, 0, 90])
def test_a_fixed_day_is_kept_with_or_without_a_rhythm(desk: Desk, rhythm: int | None) -> None:
    id_ = add_person(desk, "Ada", rhythm_days=rhythm)
    desk.do(people.fix_check_in, id_, date(2026, 7, 5))  # a Sunday
    assert first_days(desk) == {"Ada": date(2026, 7, 5)}


def test_a_fixed_day_without_a_rhythm_comes_once(desk: Desk) -> None:
    id_ = add_person(desk, "Ada")
    desk.do(people.fix_check_in, id_, date(2026, 7, 5))
    placed = desk.ask(planning.plan, planning.LONGEST_DAYS)
    assert len(placed.plan.check_ins) == 1
    assert not placed.message


def test_check_ins_made_this_week_use_up_their_places(desk: Desk) -> None:
    waiting(desk, 9)
    friend = add_person(desk, "Friend")

    def planned_this_week() -> int:
        return sum(day <= date(2026, 6, 21) for day in first_days(desk).values())

    assert planned_this_week() == 3
    add_moment(desk, friend, kind=Kind.CONVERSATION)
    add_moment(desk, friend, on=days_ago(8), kind=Kind.CHECK_IN)
    assert planned_this_week() == 3
    add_moment(desk, friend, on=TODAY, kind=Kind.CHECK_IN)
    add_moment(desk, friend, on=days_ago(2), kind=Kind.CHECK_IN)
    assert planned_this_week() == 1
    add_moment(desk, friend, on=days_ago(1), kind=Kind.CHECK_IN)
    assert planned_this_week() == 0


def test_a_rest_for_everybody_moves_everything_behind_it(desk: Desk) -> None:
    waiting(desk, 2)
    desk.do(planning.pause, TODAY, date(2026, 7, 31), "holidays")
    assert min(first_days(desk).values()) == date(2026, 8, 4)
    ((pause_id, whose, pause),) = desk.ask(planning.pauses)
    assert (whose, pause.reason) == (None, "holidays")
    desk.do(planning.end_pause, pause_id)
    assert min(first_days(desk).values()) == date(2026, 6, 18)
    assert desk.undo().label == "Ended a pause: holidays"


def test_a_rest_of_one_moves_nobody_else(desk: Desk) -> None:
    first, _ = waiting(desk, 2)
    changes = desk.do(planning.pause, TODAY, date(2026, 7, 31), "", first).changes
    assert changes.of("person") == {first}
    days = first_days(desk)
    assert days["Person 0"] > date(2026, 7, 31)
    assert days["Person 1"] == date(2026, 6, 18)


def test_days_stay_put_when_somebody_is_written_to(desk: Desk) -> None:
    ids = waiting(desk, 12)
    before = first_days(desk)
    add_moment(desk, ids[0], on=TODAY, kind=Kind.CHECK_IN)
    after = first_days(desk)
    assert [name for name in before if before[name] != after[name]] == ["Person 0"]


def test_days_stay_put_from_one_start_to_the_next(tmp_path: Path) -> None:
    desk = file_desk(tmp_path / "hallway.sqlite")
    ids = waiting(desk, 12)
    add_moment(desk, ids[3], on=TODAY, kind=Kind.CHECK_IN)
    before = first_days(desk)
    desk.do(planning.keep)
    assert not desk.do(planning.keep).changes, "no step of the history"
    add_moment(desk, ids[0], on=TODAY, kind=Kind.CHECK_IN)
    desk.close()
    again = file_desk(tmp_path / "hallway.sqlite")
    after = first_days(again)
    assert [name for name in before if before[name] != after[name]] == ["Person 0"]


def test_a_plan_stands_until_something_changes_or_somebody_waits(tmp_path: Path) -> None:
    desk = file_desk(tmp_path / "hallway.sqlite")
    waiting(desk, 7)
    assert not desk.ask(today.plan_stands)
    kept = first_days(desk)
    desk.do(planning.keep)
    assert desk.ask(today.plan_stands)
    due = desk.ask(today.due)
    desk.close()
    again = file_desk(tmp_path / "hallway.sqlite")
    assert desk.ask(today.due) == due and first_days(again) == kept
    move_clock(again, 7)
    assert not again.ask(today.plan_stands), "those of this week wait now"
    assert min(first_days(again).values()) >= date(2026, 6, 25)
    again.do(planning.keep)
    again.do(people.change, 1, "nickname", "Ada")
    assert not again.ask(today.plan_stands)


def test_other_limits_ask_for_other_days(desk: Desk) -> None:
    waiting(desk, 9)
    assert max(first_days(desk).values()) > date(2026, 6, 26)
    desk.do(planning.set_budget, 9)
    assert max(first_days(desk).values()) <= date(2026, 6, 26)


def test_more_rhythms_than_places_are_told_in_numbers(desk: Desk) -> None:
    for one in range(4):
        add_person(desk, f"Person {one}", rhythm_days=7)
    assert desk.ask(planning.plan).message == "Your rhythms come to 4.0 people a week; you allow 3."
    desk.do(planning.set_budget, 4)
    assert desk.ask(planning.plan).message == ""


def test_settings_have_defaults_and_are_undone(desk: Desk) -> None:
    assert desk.ask(settings.setting, "plan.per_week") == 3
    desk.do(planning.set_budget, 5)
    desk.do(planning.set_weekdays, frozenset({0, 6}))
    assert (desk.ask(settings.setting, "plan.per_week"), desk.ask(settings.setting, "plan.weekdays")) == (5, [0, 6])
    assert desk.undo().of("settings")
    desk.undo()
    assert (desk.ask(settings.setting, "plan.per_week"), desk.ask(settings.setting, "plan.weekdays")) == (3, [1, 3])


def test_the_profile_is_one_row(desk: Desk) -> None:
    assert set(desk.ask(settings.profile).values()) == {""}
    desk.do(settings.set_profile, "name", " Ada Lovelace ")
    desk.do(settings.set_profile, "degree", "PhD")
    profile = desk.ask(settings.profile)
    assert (profile["name"], profile["degree"]) == ("Ada Lovelace", "PhD")


@pytest.mark.parametrize("ask", [
    lambda desk: desk.do(planning.set_budget, 0), lambda desk: desk.do(planning.set_budget, 51),
    lambda desk: desk.do(planning.set_weekdays, frozenset()),
    lambda desk: desk.do(planning.set_weekdays, frozenset({7})),
    lambda desk: desk.do(settings.set_setting, "no.such", 1), lambda desk: desk.do(settings.set_profile, "id", "2"),
    lambda desk: desk.do(planning.pause, TODAY, days_ago(1)),
], ids=range(7))  # fmt: skip
def test_what_makes_no_sense_is_refused(ask: object) -> None:
    desk = memory_desk()
    before = everything(desk)
    with pytest.raises(errors.Refused):
        ask(desk)  # type: ignore[operator]
    assert everything(desk) == before
    desk.database.close_thread()


def test_a_check_in_moves_by_days_to_write_on(desk: Desk) -> None:
    (id_,) = waiting(desk, 1)
    assert first_days(desk) == {"Person 0": date(2026, 6, 18)}
    assert desk.do(planning.move, id_, 1).changes.label == "Person 0: Tuesday 23 June"
    assert first_days(desk) == {"Person 0": date(2026, 6, 23)}
    desk.do(planning.move, id_, -1)
    with pytest.raises(errors.Refused, match="before this one"):
        desk.do(planning.move, id_, -1)
    with pytest.raises(errors.Refused, match="no check-in"):
        desk.do(planning.move, add_person(desk, "No rhythm"), 1)


def test_a_fresh_start_spreads_whoever_waits_and_leaves_room(desk: Desk) -> None:
    waiting(desk, 9)
    add_person(desk, "Not yet", rhythm_days=90, met_on=TODAY.isoformat())
    assert desk.ask(planning.waiting) == 9
    desk.do(planning.set_budget, 4)
    assert desk.do(planning.start_fresh).changes.label == "Started fresh: 9 people over the coming weeks"
    placed = desk.ask(planning.plan).plan.check_ins
    weeks = Counter(one.on.isocalendar().week for one in placed if one.fixed)
    assert sum(weeks.values()) == 9 and max(weeks.values()) == 2
    assert desk.ask(planning.waiting) == 0
    with pytest.raises(errors.Refused, match="Nobody waits"):
        desk.do(planning.start_fresh)
    desk.undo()
    assert desk.ask(planning.waiting) == 9


def test_a_pause_of_one_person_names_them(desk: Desk) -> None:
    ada = add_person(desk, "Ada Lovelace")
    labels = [
        desk.do(planning.pause, TODAY, TODAY, reason, person_id=whom).changes.label
        for whom, reason in ((ada, ""), (ada, "Fieldwork"), (None, "Fieldwork"), (None, ""))
    ]
    assert labels == ["A pause for Ada Lovelace", "A pause for Ada Lovelace: Fieldwork", "Pause: Fieldwork", "A pause"]
