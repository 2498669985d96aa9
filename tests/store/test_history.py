"""Undo and redo: any history goes to its start and back to its end without a difference, also after a restart."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from hallway.domain import errors
from hallway.domain.people import NewPerson
from hallway.store import people as people_store
from hallway.store import work as store
from hallway.usecases import events, people, trash
from hallway.usecases import settings as own_settings
from hallway.usecases.desk import Desk
from tests.acts import ACTS, Act, act, histories
from tests.makers import add_event, add_moment, add_person, everything, file_desk, memory_desk, move_clock, recorded


def undo_all(desk: Desk) -> int:
    steps = 0
    while True:
        try:
            desk.undo()
        except errors.NothingToUndo:
            return steps
        steps += 1


def redo_all(desk: Desk) -> int:
    steps = 0
    while True:
        try:
            desk.redo()
        except errors.NothingToUndo:
            return steps
        steps += 1


@settings(max_examples=60)
@given(histories)
def test_any_history_goes_there_and_back(history: list[tuple[Act, int]]) -> None:
    desk = memory_desk()
    start = everything(desk)
    for what, number in history:
        act(desk, what, number)
    end = everything(desk)
    steps = undo_all(desk)
    assert everything(desk) == start
    assert redo_all(desk) == steps
    assert everything(desk) == end
    desk.database.close_thread()


@settings(max_examples=40)
@given(histories)
def test_each_step_back_is_where_one_was(history: list[tuple[Act, int]]) -> None:
    desk = memory_desk()
    seen = {0: everything(desk)}
    for what, number in history:
        act(desk, what, number)
        seen[len(desk.history())] = everything(desk)
    for _ in range(len(desk.history())):
        desk.undo()
        standing = sum(not step.undone for step in desk.history())
        if standing in seen:  # an act may be several steps
            assert everything(desk) == seen[standing]
    desk.database.close_thread()


@pytest.mark.parametrize("what", ACTS, ids=lambda what: what.__name__)
def test_each_act_can_be_taken_back(what: Act) -> None:
    """Every one of them at least once, whatever the random histories draw."""
    desk = memory_desk()
    for number, before in enumerate(ACTS):
        act(desk, before, number)
    undone_from, there = len(desk.history()), everything(desk)
    act(desk, what, 7)
    end = everything(desk)
    steps = len(desk.history()) - undone_from
    for _ in range(steps):
        desk.undo()
    assert everything(desk) == there
    for _ in range(steps):
        desk.redo()
    assert everything(desk) == end
    desk.database.close_thread()


def test_history_survives_a_restart(data_file: Path) -> None:
    desk = file_desk(data_file)
    start = everything(desk)
    for number, what in enumerate(ACTS):
        act(desk, what, number)
    end = everything(desk)
    desk.close()
    desk = file_desk(data_file)
    assert undo_all(desk) > len(ACTS) / 2
    assert everything(desk) == start
    desk.close()
    desk = file_desk(data_file)
    redo_all(desk)
    assert everything(desk) == end
    desk.close()


def test_undo_tells_what_it_took_back_and_whom_it_touched(desk: Desk) -> None:
    id_ = add_person(desk, "Ada Lovelace")
    changes = desk.undo()
    assert changes.label == "Added Ada Lovelace"
    assert changes.of("person") == {id_}


def test_there_is_nothing_to_undo_or_redo_at_the_ends(desk: Desk) -> None:
    with pytest.raises(errors.NothingToUndo):
        desk.undo()
    add_person(desk)
    with pytest.raises(errors.NothingToUndo):
        desk.redo()


def test_a_new_step_clears_what_could_be_redone(desk: Desk) -> None:
    add_person(desk, "Ada")
    add_person(desk, "Bo")
    desk.undo()
    add_person(desk, "Cy")
    with pytest.raises(errors.NothingToUndo):
        desk.redo()
    assert [step.label for step in desk.history()] == ["Added Cy", "Added Ada"]


def test_a_step_that_changes_nothing_is_no_step(desk: Desk) -> None:
    id_ = add_person(desk)
    desk.undo()
    desk.redo()
    desk.undo()
    changes = desk.do(lambda step: None).changes
    assert not changes
    desk.redo()
    changes = desk.do(people.change, id_, "place", "").changes
    assert not changes
    assert len(desk.history()) == 1


def test_a_failing_step_leaves_no_trace(desk: Desk) -> None:
    add_person(desk)
    before, steps = everything(desk), desk.history()

    def half(step: store.Work) -> None:
        people.add(step, NewPerson("Half"))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        desk.do(half)
    assert everything(desk) == before
    assert desk.history() == steps


def test_a_conflict_changes_nothing(desk: Desk) -> None:
    """Rows changed behind the history's back: the step cannot be taken back, wholly or in part."""
    first = add_person(desk, "Ada")
    desk.do(people.archive, [first, add_person(desk, "Bo")])
    desk.database.connection.execute("UPDATE person SET standing = 'let go' WHERE id = ?", (first,))
    before, steps = everything(desk), desk.history()
    with pytest.raises(errors.UndoConflict):
        desk.undo()
    assert everything(desk) == before
    assert desk.history() == steps


def test_undo_of_an_event_brings_back_who_was_met_there(desk: Desk) -> None:
    id_ = add_event(desk)
    ada = add_person(desk, met_event_id=id_)
    add_moment(desk, ada, event_id=id_)
    before = everything(desk)
    desk.do(events.remove, id_)
    move_clock(desk, 31)
    desk.do(trash.empty_old)
    assert desk.ask(people.person, ada).met_event_id is None
    desk.undo()
    desk.undo()
    assert everything(desk) == before


def test_undo_of_forgetting_brings_everything_back(desk: Desk) -> None:
    for number, what in enumerate(ACTS):
        act(desk, what, number)
    everybody = [id_ for (id_,) in desk.database.rows("SELECT id FROM person")]
    desk.do(people.let_go, everybody)
    move_clock(desk, 31)
    before = everything(desk)
    assert desk.do(people_store.forget_old).value == len(everybody)
    assert not recorded(desk.database)["participant"]
    desk.undo()
    assert everything(desk) == before


def test_people_let_go_stay_for_thirty_days(desk: Desk) -> None:
    desk.do(people.let_go, [add_person(desk)])
    move_clock(desk, 30)
    assert desk.do(people_store.forget_old).value == 0
    move_clock(desk, 1)
    assert desk.do(people_store.forget_old).value == 1


def test_thinning_by_count_keeps_the_newest(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "STEPS_KEPT", 5)
    for number in range(9):
        desk.do(own_settings.set_profile, "name", f"Ada {number}")
    assert len(desk.history()) == 5
    assert undo_all(desk) == 5
    assert desk.ask(own_settings.profile)["name"] == "Ada 3"


def test_thinning_by_size_drops_the_oldest_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BYTES_KEPT", 6000)
    noise = Random(1)
    for number in range(8):
        add_person(desk, f"Person {number}", notes=noise.randbytes(1000).hex())
    kept = [step.label for step in desk.history()]
    assert kept == [f"Added Person {number}" for number in range(7, 7 - len(kept), -1)]
    assert 3 <= len(kept) <= 6


def test_the_newest_step_stays_however_big(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BYTES_KEPT", 10)
    add_person(desk, "Ada")
    add_person(desk, "Bo")
    assert [step.label for step in desk.history()] == ["Added Bo"]


def test_looks_within_looks_still_refuse_to_write(desk: Desk) -> None:
    with desk.looking() as look:
        desk.ask(people.count)
        with pytest.raises(errors.ReadOnly):
            look.database.rows("DELETE FROM person")


def test_a_look_within_a_step_leaves_the_step_able_to_write(desk: Desk) -> None:
    def look_and_add(step: store.Work) -> int:
        desk.ask(people.count)
        return people.add(step, NewPerson("Ada"))

    assert desk.do(look_and_add).value


def test_one_look_is_of_one_moment(filed: Desk, data_file: Path) -> None:
    other = file_desk(data_file)
    with filed.looking() as look:
        assert people.count(look) == 0
        add_person(other)
        assert people.count(look) == 0
    assert filed.ask(people.count) == 1
    other.database.close_thread()
