"""Logging: what it moves and what it leaves alone, and timelines page by page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hallway.domain import errors
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.people import Standing
from hallway.usecases import interactions, people
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_event, add_moment, add_person, add_promise, days_ago, everything, move_clock


def wish_of(desk: Desk, person_id: int) -> date | None:
    return desk.ask(people.person, person_id).wish_on


def rhythmic(desk: Desk, **more: Any) -> int:
    """Somebody with a rhythm of 60 days."""
    return add_person(desk, rhythm_days=60, **more)


def test_logging_moves_the_next_check_in(desk: Desk) -> None:
    id_ = rhythmic(desk)
    add_moment(desk, id_, on=days_ago(10))
    assert wish_of(desk, id_) == days_ago(10 - 60)
    assert desk.ask(people.person, id_).last_on == days_ago(10)


def test_logging_something_older_never_moves_it_back(desk: Desk) -> None:
    id_ = rhythmic(desk)
    add_moment(desk, id_, on=days_ago(10))
    for days in (11, 200, 4000):
        add_moment(desk, id_, on=days_ago(days))
        assert wish_of(desk, id_) == days_ago(10 - 60)


def test_taking_an_entry_away_puts_it_right_again(desk: Desk) -> None:
    id_ = rhythmic(desk, met_on="2026-01-01")
    older, newer = add_moment(desk, id_, on=days_ago(40)), add_moment(desk, id_, on=days_ago(5))
    desk.do(interactions.remove, newer)
    assert wish_of(desk, id_) == days_ago(40 - 60)
    desk.do(interactions.remove, older)
    assert wish_of(desk, id_) == date(2026, 3, 2)
    desk.undo()
    assert wish_of(desk, id_) == days_ago(40 - 60)


def test_changing_an_entry_moves_it_for_old_and_new_people(desk: Desk) -> None:
    ada, bo = rhythmic(desk, name="Ada"), rhythmic(desk, name="Bo")
    moment = add_moment(desk, ada, on=days_ago(5))
    desk.do(interactions.change, moment, NewInteraction(days_ago(3), (Participant(bo),)))
    assert wish_of(desk, ada) == days_ago(0 - 60)
    assert wish_of(desk, bo) == days_ago(3 - 60)


def test_asking_for_an_introduction_does_not_count(desk: Desk) -> None:
    id_ = rhythmic(desk)
    moment = add_moment(desk, id_, on=days_ago(5), kind=Kind.INTRODUCTION_REQUEST)
    assert desk.ask(people.person, id_).last_on is None
    desk.do(interactions.change, moment, NewInteraction(days_ago(5), (Participant(id_),), Kind.CALL))
    assert desk.ask(people.person, id_).last_on == days_ago(5)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.INTRODUCTION_REQUEST])
def test_every_other_kind_counts(desk: Desk, kind: Kind) -> None:
    id_ = rhythmic(desk)
    add_moment(desk, id_, on=days_ago(5), kind=kind)
    assert desk.ask(people.person, id_).last_on == days_ago(5)


def test_never_in_touch_counts_from_meeting_else_from_adding(desk: Desk) -> None:
    assert wish_of(desk, rhythmic(desk, met_on="2026-03-05")) == date(2026, 5, 4)
    assert wish_of(desk, rhythmic(desk, met_on="2026-03")) == date(2026, 4, 30)
    assert wish_of(desk, rhythmic(desk, met_on="2026")) == date(2026, 3, 2)
    assert wish_of(desk, rhythmic(desk)) == days_ago(-60)


def test_the_shortest_group_is_the_default_and_the_persons_own_goes_first(desk: Desk) -> None:
    id_ = add_person(desk, groups=("Mentors", "Cohort", "Quiet"), met_on="2026-06-01")
    slow, fast, none = (
        next(group.id for group in desk.ask(people.groups) if group.name == name)
        for name in ("Mentors", "Cohort", "Quiet")
    )
    desk.do(people.set_group_rhythm, slow, 182)
    desk.do(people.set_group_rhythm, fast, 90)
    desk.do(people.set_group_rhythm, none, 0)
    assert desk.ask(people.person, id_).rhythm == 90
    desk.do(people.set_rhythm, id_, 365)
    assert desk.ask(people.person, id_).rhythm == 365
    desk.do(people.set_rhythm, id_, 0)
    assert desk.ask(people.person, id_).rhythm is None
    assert wish_of(desk, id_) is None
    desk.do(people.set_rhythm, id_, None)
    assert wish_of(desk, id_) == date(2026, 8, 30)
    desk.do(people.set_groups, id_, ["Mentors"])
    assert desk.ask(people.person, id_).rhythm == 182


@pytest.mark.parametrize("days", [-1, 3651, 40_000])
def test_a_rhythm_beyond_ten_years_is_refused(desk: Desk, days: int) -> None:
    id_ = add_person(desk, groups=("Mentors",))
    with pytest.raises(errors.Refused):
        desk.do(people.set_rhythm, id_, days)
    with pytest.raises(errors.Refused):
        desk.do(people.set_group_rhythm, desk.ask(people.groups)[0].id, days)


def test_a_fixed_day_holds_until_they_are_in_touch(desk: Desk) -> None:
    id_ = rhythmic(desk)
    day = days_ago(-9)
    desk.do(people.fix_check_in, id_, day)
    assert wish_of(desk, id_) == day
    add_moment(desk, id_, on=days_ago(30))
    assert wish_of(desk, id_) == day, "what lies before the fixing changes nothing"
    add_moment(desk, id_, kind=Kind.INTRODUCTION_REQUEST)
    assert wish_of(desk, id_) == day
    moment = add_moment(desk, id_, on=TODAY)
    assert wish_of(desk, id_) == days_ago(-60)
    desk.undo()
    assert wish_of(desk, id_) == day
    desk.redo()
    desk.do(interactions.remove, moment)
    assert wish_of(desk, id_) == days_ago(30 - 60)


def test_setting_words_right_leaves_a_fixed_day_alone(desk: Desk) -> None:
    id_ = rhythmic(desk)
    moment = add_moment(desk, id_, on=TODAY, summary="on lomms")
    desk.do(people.fix_check_in, id_, days_ago(-9))
    desk.do(interactions.change, moment, NewInteraction(TODAY, (Participant(id_),), summary="on looms"))
    assert wish_of(desk, id_) == days_ago(-9)


def test_a_new_rhythm_takes_the_place_of_a_fixed_day(desk: Desk) -> None:
    id_ = rhythmic(desk, met_on="2026-06-10")
    desk.do(people.fix_check_in, id_, days_ago(-9))
    desk.do(people.set_rhythm, id_, 90)
    assert wish_of(desk, id_) == date(2026, 9, 8)


def test_archived_and_unmet_people_wish_for_nothing(desk: Desk) -> None:
    archived, unmet = rhythmic(desk), rhythmic(desk, known=False)
    desk.do(people.archive, [archived])
    assert wish_of(desk, archived) is None
    assert wish_of(desk, unmet) is None


def test_whoever_is_talked_to_has_been_met(desk: Desk) -> None:
    id_ = add_person(desk, known=False)
    add_moment(desk, id_)
    assert desk.ask(people.person, id_).standing is Standing.ACTIVE
    desk.undo()
    assert desk.ask(people.person, id_).standing is Standing.NOT_MET


@pytest.mark.parametrize("bad", [
    lambda id_: NewInteraction(TODAY, ()), lambda id_: NewInteraction(days_ago(-1), (Participant(id_),)),
    lambda id_: NewInteraction(TODAY, (Participant(id_), Participant(99))),
], ids=["nobody", "tomorrow", "a stranger"])  # fmt: skip
def test_what_makes_no_sense_is_refused(desk: Desk, bad: object) -> None:
    id_ = add_person(desk)
    moment = add_moment(desk, id_)
    before = everything(desk)
    with pytest.raises(errors.Refused):
        desk.do(interactions.log, bad(id_))  # type: ignore[operator]
    with pytest.raises(errors.Refused):
        desk.do(interactions.change, moment, bad(id_))  # type: ignore[operator]
    assert everything(desk) == before


def test_somebody_named_twice_takes_part_once(desk: Desk) -> None:
    id_ = add_person(desk)
    moment = add_moment(desk, id_, id_)
    assert len(desk.ask(interactions.one, moment).people) == 1


def test_several_people_each_have_their_note(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada"), add_person(desk, "Bo")
    new = NewInteraction(TODAY, (Participant(bo, note="tall"), Participant(ada, note="quiet")), summary="lunch")
    moment = desk.ask(interactions.one, desk.do(interactions.log, new).value)
    assert [(one.name, one.note) for one in moment.people] == [("Ada", "quiet"), ("Bo", "tall")]
    assert desk.undo().label == "Conversation with Bo and Ada"


def test_taking_an_entry_away_keeps_what_was_promised(desk: Desk) -> None:
    id_ = add_person(desk)
    moment = add_moment(desk, id_)
    add_promise(desk, id_, interaction_id=moment)
    assert desk.ask(interactions.one, moment).open_promises == 1
    desk.do(interactions.remove, moment)
    assert [promise.interaction_id for promise in desk.ask(people.page_of, id_).promises] == [None]
    with pytest.raises(errors.NotFound):
        desk.ask(interactions.one, moment)


def test_a_timeline_is_read_page_by_page(desk: Desk) -> None:
    id_ = add_person(desk)
    for day in (5, 1, 9, 1):
        add_moment(desk, id_, on=days_ago(day), summary=str(day))
    chosen = TimelineFilter()
    whole = desk.ask(interactions.timeline, chosen)
    assert [moment.summary for moment in whole] == ["1", "1", "5", "9"]
    pages = [desk.ask(interactions.timeline, chosen, 1, offset) for offset in range(5)]
    assert sum(pages, ()) == whole
    assert desk.ask(interactions.count, chosen) == 4


def test_a_timeline_is_filtered(desk: Desk) -> None:
    ada, bo, event = add_person(desk, "Ada"), add_person(desk, "Bo"), add_event(desk, "Fair")
    add_moment(desk, ada, on=days_ago(1), kind=Kind.CALL, summary="bees", event_id=event)
    add_moment(desk, bo, on=days_ago(40), summary="looms")

    def shown(**chosen: object) -> list[str]:
        return [moment.summary for moment in desk.ask(interactions.timeline, TimelineFilter(**chosen))]  # type: ignore[arg-type]

    assert shown(person_id=ada) == shown(event_id=event) == shown(kinds=frozenset({Kind.CALL})) == ["bees"]
    assert shown(words="fair") == shown(words="ada") == shown(words="call") == ["bees"]
    assert shown(up_to=days_ago(2)) == ["looms"]
    assert shown(words="nothing") == []
    assert desk.ask(interactions.months, TimelineFilter()) == (("2026-06", 1), ("2026-05", 1))


def test_time_passing_changes_no_wish(desk: Desk) -> None:
    id_ = rhythmic(desk)
    add_moment(desk, id_, on=days_ago(10))
    move_clock(desk, 500)
    assert wish_of(desk, id_) == days_ago(10 - 60)
