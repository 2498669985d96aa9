"""Promises both ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hallway.domain import errors
from hallway.domain.interactions import NewPromise
from hallway.store import promises as store
from hallway.usecases import people, promises
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_moment, add_person, add_promise, days_ago, move_clock, recorded


def states(desk: Desk, person_id: int) -> list[tuple[str, str]]:
    return [(promise.text, promise.state) for promise in desk.ask(promises.of_person, person_id)]


def test_a_promise_is_written_down_with_its_day_and_its_moment(desk: Desk) -> None:
    id_ = add_person(desk, "Ada Lovelace")
    moment = add_moment(desk, id_)
    add_promise(desk, id_, " send the draft ", by_me=False, due_on=days_ago(-5), interaction_id=moment)
    (promise,) = desk.ask(promises.of_person, id_)
    assert (promise.text, promise.person, promise.by_me, promise.state) == (
        "send the draft",
        "Ada Lovelace",
        False,
        "open",
    )
    assert (promise.made_on, promise.due_on, promise.interaction_id) == (TODAY, days_ago(-5), moment)
    assert desk.undo().label == "Promise: send the draft"


def test_promises_are_kept_let_go_and_opened_again(desk: Desk) -> None:
    id_ = add_person(desk)
    first, other = add_promise(desk, id_, "one"), add_promise(desk, id_, "two")
    move_clock(desk, 3)
    desk.do(promises.keep, first)
    assert states(desk, id_) == [("two", "open"), ("one", "kept")]
    assert [row[-1] for row in recorded(desk.database)["promise"]] == ["2026-06-20", None]
    desk.do(promises.let_go, other)
    desk.do(promises.reopen, first)
    assert states(desk, id_) == [("one", "open"), ("two", "let go")]
    assert [row[-1] for row in recorded(desk.database)["promise"]] == [None, "2026-06-20"]


def test_words_direction_and_day_can_be_changed(desk: Desk) -> None:
    id_ = add_person(desk)
    promise = desk.ask(store.get, add_promise(desk, id_, "one", due_on=TODAY))
    desk.do(promises.change, replace(promise, text="two", by_me=False, due_on=None))
    assert desk.ask(store.get, promise.id) == replace(promise, text="two", by_me=False, due_on=None)


def test_promises_of_people_set_aside_are_not_open_ones(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada"), add_person(desk, "Bo")
    add_promise(desk, ada)
    add_promise(desk, bo)
    desk.do(people.archive, [bo])
    assert [promise.person for promise in desk.ask(store.open_ones)] == ["Ada"]


@pytest.mark.parametrize("ask", [
    lambda desk, id_: desk.do(promises.add, NewPromise(id_, " ")), lambda desk, id_: desk.do(promises.keep, 99),
    lambda desk, id_: desk.do(promises.add, NewPromise(99, "draft")),
], ids=["no words", "no promise", "nobody"])  # fmt: skip
def test_what_makes_no_sense_is_refused(desk: Desk, ask: object) -> None:
    id_ = add_person(desk)
    with pytest.raises(errors.Refused):
        ask(desk, id_)  # type: ignore[operator]
    assert not recorded(desk.database)["promise"]
