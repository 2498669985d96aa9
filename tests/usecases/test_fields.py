"""Fields of one's own: defining, filling in, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hallway.domain import errors
from hallway.domain.fields import CHOICE, DATE, CustomField
from hallway.usecases import fields, searching
from hallway.usecases.desk import Desk
from tests.makers import add_person, everything


def define(desk: Desk, name: str = "Loom", kind: str = "text", choices: tuple[str, ...] = ()) -> CustomField:
    id_ = desk.do(fields.define, name, kind, choices).value
    return next(one for one in desk.ask(fields.listed) if one.id == id_)


def test_a_field_says_something_of_a_person_and_is_found(desk: Desk) -> None:
    ada, loom = add_person(desk, "Ada Lovelace"), define(desk)
    assert desk.do(fields.set_value, ada, loom, " jacquard ").changes.label == "Changed Loom"
    assert desk.ask(fields.values, ada) == {loom.id: "jacquard"}
    assert [hit.title for hit in desk.ask(searching.find_people, "jacq")] == ["Ada Lovelace"]
    desk.do(fields.set_value, ada, loom, "")
    assert desk.ask(fields.values, ada) == {} and desk.ask(searching.find_people, "jacq") == ()


def test_a_field_goes_with_all_it_said_and_comes_back_whole(desk: Desk) -> None:
    loom = define(desk)
    for name in ("Ada", "Bo"):
        desk.do(fields.set_value, add_person(desk, name), loom, "hand")
    assert desk.ask(fields.uses, loom.id) == 2
    before = everything(desk)
    assert desk.do(fields.remove, loom).changes.label == "Took away the field Loom"
    assert desk.ask(fields.listed) == () and desk.ask(searching.find_people, "hand") == ()
    desk.undo()
    assert everything(desk) == before


def test_dates_and_choices_are_checked(desk: Desk) -> None:
    ada = add_person(desk)
    day, kind = define(desk, "Defence", DATE), define(desk, "Stage", CHOICE, ("early", "late", "late", " "))
    assert kind.choices == ("early", "late")
    desk.do(fields.set_value, ada, day, "2026-05")
    desk.do(fields.set_value, ada, kind, "late")
    assert desk.ask(fields.values, ada) == {day.id: "2026-05", kind.id: "late"}
    desk.do(fields.set_choices, kind, ["early"])
    assert desk.ask(fields.values, ada)[kind.id] == "late", "what was said stays"


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, ada, loom: desk.do(fields.define, " "),
        lambda desk, ada, loom: desk.do(fields.define, "lóom"),
        lambda desk, ada, loom: desk.do(fields.define, "Other", "sound"),
        lambda desk, ada, loom: desk.do(fields.define, "Other", CHOICE, [" "]),
        lambda desk, ada, loom: desk.do(fields.rename, loom, ""),
        lambda desk, ada, loom: desk.do(fields.set_choices, loom, []),
        lambda desk, ada, loom: desk.do(fields.set_value, ada, CustomField(loom.id, "Loom", DATE), "soon"),
        lambda desk, ada, loom: desk.do(fields.set_value, ada, CustomField(loom.id, "Loom", CHOICE, ("a",)), "b"),
    ],
)
def test_what_does_not_fit_is_refused(desk: Desk, act: Callable[[Desk, int, CustomField], object]) -> None:
    ada, loom = add_person(desk), define(desk)
    before = everything(desk)
    with pytest.raises(errors.Refused):
        act(desk, ada, loom)
    assert everything(desk) == before
