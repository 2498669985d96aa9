"""Organisations: changing, parts, merging spellings, the trash, and one's own part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hallway.domain import errors
from hallway.domain.organisations import may_be_same
from hallway.domain.people import Affiliation
from hallway.store import organisations as store
from hallway.usecases import organisations, people
from hallway.usecases.desk import Desk
from tests.makers import add_person, everything, move_clock


def add(desk: Desk, name: str) -> int:
    return desk.do(organisations.add, name).value


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Lund University", "Uni Lund", True), ("Lund University", "Lunds universitet", True),
        ("MIT", "Massachusetts Institute of Technology", True), ("ETH Zürich", "ETH Zurich", True),
        ("University of Oslo", "University of Bergen", False), ("Uni", "University", False), ("", "Lund", False),
        ("Halden Institute", "Halden Hospital", False), ("Mit", "Massachusetts Institute of Technology", False),
    ],
)  # fmt: skip
def test_spellings_that_may_be_one(first: str, second: str, same: bool) -> None:
    assert may_be_same(first, second) is same is may_be_same(second, first)


def test_a_name_is_there_once(desk: Desk) -> None:
    lund = add(desk, " Uni  Lund ")
    assert add(desk, "uni lund") == lund
    other = add(desk, "Uni Oslo")
    with pytest.raises(errors.Refused, match="already"):
        desk.do(organisations.change, other, "name", "UNI LUND")


def test_merging_moves_everything_and_is_one_step(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada", organisation="Lund University"), add_person(desk, "Bo")
    kept = desk.ask(organisations.listed)[0].id
    gone = add(desk, "Lunds universitet")
    lab, above = add(desk, "Loom Lab"), add(desk, "Sweden")
    for person in (ada, bo):
        desk.do(people.set_affiliation, person, Affiliation("Lunds universitet"))
    desk.do(organisations.set_parent, lab, "Lunds universitet")
    desk.do(organisations.set_parent, kept, "Lunds universitet")
    desk.do(organisations.join, gone, "Member", "2024")
    before = everything(desk)
    assert desk.do(organisations.merge, kept, gone).changes.label == "Lunds universitet is Lund University"
    page = desk.ask(organisations.page_of, kept)
    assert [name for _, name, *_ in page.people] == ["Ada", "Bo"], "Ada was at both, and is there once"
    assert [name for _, name in page.parts] == ["Loom Lab"] and page.organisation.parent == ""
    assert [role for _, role, _, _ in page.memberships] == ["Member"]
    assert desk.ask(people.person, ada).affiliations[0].organisation == "Lund University"
    assert {one.name for one in desk.ask(organisations.listed)} == {"Lund University", "Loom Lab", "Sweden"}
    desk.undo()
    assert everything(desk) == before
    assert above


def test_nothing_is_part_of_itself(desk: Desk) -> None:
    lab, school = add(desk, "Loom Lab"), add(desk, "School")
    desk.do(organisations.set_parent, lab, "School")
    before = everything(desk)
    for one, parent in ((school, "Loom Lab"), (lab, "Loom Lab")):
        with pytest.raises(errors.Refused, match="part of itself"):
            desk.do(organisations.set_parent, one, parent)
    assert everything(desk) == before
    desk.do(organisations.set_parent, lab, "")
    assert desk.ask(organisations.one, lab).parent_id == 0


def test_let_go_waits_thirty_days_and_people_keep_the_name(desk: Desk) -> None:
    ada = add_person(desk, "Ada", organisation="Uni Lund")
    lund = desk.ask(organisations.listed)[0].id
    desk.do(organisations.let_go, lund)
    assert desk.ask(organisations.listed) == ()
    assert [name for _, name, _ in desk.ask(organisations.in_trash)] == ["Uni Lund"]
    assert desk.ask(people.person, ada).affiliations[0].organisation == "Uni Lund"
    empty = add(desk, "Nobody's place")
    desk.do(organisations.let_go, empty)
    move_clock(desk, 30)
    assert desk.do(store.forget_old).value == 0
    move_clock(desk, 1)
    assert desk.do(store.forget_old).value == 1, "the one that nobody is or was at"
    assert desk.ask(people.person, ada).affiliations[0].organisation == "Uni Lund"
    desk.do(organisations.bring_back, lund)
    assert [one.name for one in desk.ask(organisations.listed)] == ["Uni Lund"]


def test_a_place_that_somebody_comes_to_is_brought_back(desk: Desk) -> None:
    lund = add(desk, "Uni Lund")
    desk.do(organisations.let_go, lund)
    add_person(desk, "Ada", organisation="uni lund")
    assert [one.id for one in desk.ask(organisations.listed)] == [lund]


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, id_: desk.do(organisations.change, id_, "name", " "),
        lambda desk, id_: desk.do(organisations.change, id_, "kind", "spaceship"),
        lambda desk, id_: desk.do(organisations.change, id_, "uid", "x"),
        lambda desk, id_: desk.do(organisations.merge, id_, id_),
        lambda desk, id_: desk.do(organisations.join, id_, "Member", "soon"),
        lambda desk, id_: desk.do(organisations.join, id_, "Member", "2020", "2019"),
        lambda desk, id_: desk.do(organisations.add, "  "),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(desk: Desk, act: Callable[[Desk, int], object]) -> None:
    id_ = add(desk, "Uni Lund")
    before = everything(desk)
    with pytest.raises(errors.Refused):
        act(desk, id_)
    assert everything(desk) == before


def test_merging_with_what_it_is_deep_in_makes_no_circle(desk: Desk) -> None:
    world, lund, faculty, lab = (desk.do(organisations.add, name).value for name in ("World", "Lund", "Faculty", "Lab"))
    for inner, outer in ((lund, "World"), (faculty, "Lund"), (lab, "Faculty")):
        desk.do(organisations.set_parent, inner, outer)
    desk.do(organisations.merge, lab, lund)
    assert desk.ask(organisations.one, lab).parent_id == world
    assert desk.ask(organisations.one, faculty).parent_id == lab
