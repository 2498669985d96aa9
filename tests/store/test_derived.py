"""Glances and search words: kept step by step, they are what they would be if made anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from hallway.domain.people import Affiliation
from hallway.store import touched
from hallway.usecases import events, organisations, people, safety, searching, trash
from hallway.usecases.desk import Desk
from tests.acts import ACTS, Act, act, histories
from tests.makers import TODAY, add_event, add_moment, add_person, days_ago, derived, memory_desk, move_clock


def assert_as_if_made_anew(desk: Desk) -> None:
    kept = derived(desk)
    desk.do(touched.refresh_everything)
    assert derived(desk) == kept


@settings(max_examples=60)
@given(histories)
def test_after_any_history(history: list[tuple[Act, int]]) -> None:
    desk = memory_desk()
    for what, number in history:
        act(desk, what, number)
    assert desk.ask(safety.check) == ()
    assert_as_if_made_anew(desk)
    desk.database.close_thread()


@settings(max_examples=30)
@given(histories)
def test_after_any_history_half_taken_back(history: list[tuple[Act, int]]) -> None:
    desk = memory_desk()
    for what, number in history:
        act(desk, what, number)
    for _ in range(len(desk.history()) // 2):
        desk.undo()
    assert_as_if_made_anew(desk)
    desk.database.close_thread()


@pytest.mark.parametrize("what", ACTS, ids=lambda what: what.__name__)
def test_after_each_act(what: Act) -> None:
    desk = memory_desk()
    for number, before in enumerate((*ACTS, *ACTS)):
        act(desk, before, number)
    for number in range(4):
        act(desk, what, number)
    assert_as_if_made_anew(desk)
    desk.database.close_thread()


def found(desk: Desk, words: str) -> set[tuple[str, int]]:
    return {(hit.kind, hit.id) for hit in desk.ask(searching.find, words)}


def line_of(desk: Desk, person_id: int) -> str:
    return desk.ask(people.rows, [person_id])[person_id].line


def test_a_renamed_organisation_shows_on_its_people(desk: Desk) -> None:
    id_ = add_person(desk, organisation="Uni Lund", role="postdoc")
    place = desk.ask(organisations.listed)[0]
    changes = desk.do(organisations.change, place.id, "name", "Lunds universitet").changes
    assert changes.of("person") == {id_}
    assert line_of(desk, id_) == "postdoc, Lunds universitet"
    assert found(desk, "lunds") == {("person", id_)}
    desk.undo()
    assert line_of(desk, id_) == "postdoc, Uni Lund"
    assert found(desk, "lunds") == set()


def test_a_renamed_topic_is_found_on_its_people(desk: Desk) -> None:
    id_ = add_person(desk, topics=("looms",))
    desk.do(lambda step: step.execute("UPDATE topic SET name = 'weaving'"))
    assert found(desk, "weav") == {("person", id_)}
    assert found(desk, "looms") == set()


def test_a_groups_rhythm_reaches_its_people(desk: Desk) -> None:
    id_ = add_person(desk, groups=("Mentors",), met_on="2026-06-01")
    group = desk.ask(people.groups)[0]
    desk.do(people.set_group_rhythm, group.id, 90)
    row = desk.ask(people.rows, [id_])[id_]
    assert (row.rhythm_days, row.wish_on) == (90, days_ago(16 - 90))
    desk.undo()
    assert desk.ask(people.rows, [id_])[id_].wish_on is None


def test_a_renamed_person_is_found_in_what_happened(desk: Desk) -> None:
    id_ = add_person(desk, "Ada Byron")
    moment = add_moment(desk, id_)
    changes = desk.do(people.change, id_, "name", "Ada Lovelace").changes
    assert changes.of("moment") == {moment}
    assert found(desk, "lovelace") == {("person", id_), ("moment", moment)}


def test_a_renamed_event_is_found_in_what_happened_there(desk: Desk) -> None:
    event = add_event(desk, "Looms 2026")
    moment = add_moment(desk, add_person(desk), event_id=event)
    desk.do(events.change, replace(desk.ask(events.page_of, event).event, title="Weaving days"))
    assert found(desk, "weaving") == {("event", event), ("moment", moment)}
    desk.do(events.remove, event)
    assert found(desk, "weaving") == {("moment", moment)}
    move_clock(desk, 31)
    desk.do(trash.empty_old)
    assert found(desk, "weaving") == set()


def test_the_line_is_the_current_place_that_stands_first(desk: Desk) -> None:
    id_ = add_person(desk, met_how="At the coffee machine\nof the library")
    assert line_of(desk, id_) == "At the coffee machine"
    desk.do(people.set_affiliation, id_, Affiliation("Uni Lund", "student", end_on="2024"))
    assert line_of(desk, id_) == "At the coffee machine"
    desk.do(people.set_affiliation, id_, Affiliation("ETH Zürich", "postdoc"))
    assert line_of(desk, id_) == "postdoc, ETH Zürich"


def test_many_people_are_made_anew_in_batches(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(touched, "BATCH", 3)
    ids = [add_person(desk, f"Person {number}") for number in range(8)]
    desk.do(people.archive, ids)
    desk.do(touched.refresh_everything)
    assert desk.ask(safety.check) == ()
    assert desk.ask(people.count) == 0


def test_everyone_touched_is_told(desk: Desk) -> None:
    first, other = add_person(desk, "Ada"), add_person(desk, "Bo")
    changes = desk.do(lambda step: people.add_tie(step, people.Tie(first, other, "", "friend"))).changes
    assert changes.of("person") == {first, other}


def test_rest_for_everybody_is_a_setting(desk: Desk) -> None:
    from hallway.usecases import planning

    assert desk.do(planning.pause, TODAY, TODAY).changes.of("settings")
