"""Going back and forward in the history to any step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain import errors
from hallway.usecases import history, people
from hallway.usecases.desk import Desk
from tests.makers import add_person, everything, memory_desk

NAMES = ("Ada", "Bo", "Cy", "Di", "Eve")


def ids(desk: Desk) -> list[int]:
    return [step.id for step in desk.ask(history.listed)]


def go(desk: Desk, step_id: int) -> list[str]:
    return [changes.label for changes in history.travel(desk, step_id)]


def test_steps_come_a_page_at_a_time(desk: Desk) -> None:
    for name in NAMES:
        add_person(desk, name)
    first = desk.ask(history.listed, 2)
    assert [step.label for step in first] == ["Added Eve", "Added Di"]
    assert [step.label for step in desk.ask(history.listed, 9, first[-1].id)] == ["Added Cy", "Added Bo", "Added Ada"]


def test_back_and_forward_again(desk: Desk) -> None:
    for name in NAMES:
        add_person(desk, name)
    whole, steps = everything(desk), ids(desk)
    assert desk.ask(history.way_to, steps[3]) == (3, 0)
    assert go(desk, steps[3]) == ["Added Eve", "Added Di", "Added Cy"]
    assert desk.ask(history.here) == steps[3]
    assert desk.ask(history.way_to, steps[0]) == (0, 3)
    assert go(desk, steps[0]) == ["Added Cy", "Added Di", "Added Eve"]
    assert everything(desk) == whole
    assert go(desk, steps[0]) == []


@given(st.lists(st.integers(0, len(NAMES)), max_size=6))
def test_wherever_one_goes_the_record_is_as_it_was_there(places: list[int]) -> None:
    desk = memory_desk()
    seen = [everything(desk)]
    for name in NAMES:
        add_person(desk, name)
        seen.append(everything(desk))
    at = [history.BEGINNING, *reversed(ids(desk))]
    for place in places:
        go(desk, at[place])
        assert everything(desk) == seen[place]
        assert desk.ask(history.here) == at[place]


def test_a_conflict_stops_where_it_is(desk: Desk) -> None:
    ada = add_person(desk, "Ada")
    desk.do(people.change, ada, "place", "Lund")
    add_person(desk, "Bo")
    desk.database.connection.execute("UPDATE person SET place = 'Bergen' WHERE id = ?", (ada,))
    steps = ids(desk)
    with pytest.raises(errors.UndoConflict):
        go(desk, history.BEGINNING)
    assert desk.ask(history.here) == steps[1]


def test_a_step_that_is_no_longer_kept(desk: Desk) -> None:
    with pytest.raises(errors.NotFound):
        desk.ask(history.way_to, 99)


def test_never_further_than_was_said(desk: Desk) -> None:
    add_person(desk, "Ada")
    add_person(desk, "Bo")
    on_the_way = history.travel(desk, history.BEGINNING)
    assert next(on_the_way).label == "Added Bo"
    add_person(desk, "Cy")
    assert [changes.label for changes in on_the_way] == ["Added Cy"]
    assert desk.ask(people.count) == 1
