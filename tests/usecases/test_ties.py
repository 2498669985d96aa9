"""Ties between people, from either side, and what the user has in common with somebody."""

from __future__ import annotations

import pytest

from hallway.domain import errors
from hallway.domain.interactions import Kind
from hallway.usecases import people, settings, ties
from hallway.usecases.desk import Desk
from tests.makers import add_event, add_moment, add_person, everything


def seen(desk: Desk, person_id: int) -> list[tuple[str, str]]:
    return [(one.other, one.words) for one in desk.ask(ties.of_person, person_id)]


def test_a_tie_is_said_from_either_side(desk: Desk) -> None:
    farzana, greta = add_person(desk, "Farzana"), add_person(desk, "Greta")
    assert desk.do(ties.tie, farzana, greta, "advisor", "2023").changes.label == "Greta and Farzana: advisor"
    assert seen(desk, farzana) == [("Greta", "advisor, since 2023")]
    assert seen(desk, greta) == [("Farzana", "advises them, since 2023")]
    desk.undo()
    assert seen(desk, farzana) == seen(desk, greta) == []


def test_the_same_tie_again_only_changes_its_years(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada"), add_person(desk, "Bo")
    desk.do(ties.tie, ada, bo, "co-author", "2021")
    desk.do(ties.tie, bo, ada, "co-author", "2021", "2023")
    assert seen(desk, ada) == [("Bo", "co-author, 2021 to 2023")]
    desk.do(ties.tie, ada, bo, "advisor")
    desk.do(ties.tie, bo, ada, "advisor")
    assert len(seen(desk, ada)) == 3, "two may advise each other"


def test_somebody_new_is_added_with_the_tie_in_one_step(desk: Desk) -> None:
    ada = add_person(desk, "Ada")
    before = everything(desk)
    desk.do(ties.tie_by_name, ada, " Cy Three ", "colleague")
    assert seen(desk, ada) == [("Cy Three", "colleague")]
    desk.undo()
    assert everything(desk) == before


@pytest.mark.parametrize(
    ("other", "kind", "since", "until"),
    [(0, "friend", "", ""), (1, "foe", "", ""), (1, "friend", "soon", ""), (1, "friend", "2020", "2019")],
)
def test_what_makes_no_sense_is_refused(desk: Desk, other: int, kind: str, since: str, until: str) -> None:
    ids = [add_person(desk, "Ada"), add_person(desk, "Bo")]
    before = everything(desk)
    with pytest.raises(errors.Refused):
        desk.do(ties.tie, ids[0], ids[other], kind, since, until)
    assert everything(desk) == before


def test_a_tie_is_taken_away_and_brought_back(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada"), add_person(desk, "Bo")
    desk.do(ties.tie, ada, bo, "friend")
    (tie,) = desk.ask(ties.of_person, bo)
    desk.do(ties.change, tie, "2019", "")
    assert seen(desk, ada) == [("Bo", "friend, since 2019")]
    (tie,) = desk.ask(ties.of_person, bo)
    desk.do(ties.untie, tie)
    assert seen(desk, ada) == []
    desk.undo()
    assert seen(desk, ada) == [("Bo", "friend, since 2019")]


def test_whoever_was_let_go_is_left_out(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada"), add_person(desk, "Bo")
    desk.do(ties.tie, ada, bo, "friend")
    desk.do(people.let_go, [bo])
    assert seen(desk, ada) == []


def test_an_interest_is_shared_with_those_who_are_there(desk: Desk) -> None:
    ada, bo, _ = (add_person(desk, name, topics=("looms",)) for name in ("Ada", "Bo", "Cy"))
    desk.do(people.let_go, [bo])
    assert desk.ask(ties.in_common, ada).topics == (("looms", 1),)


def test_what_two_have_in_common(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada", organisation="Uni Lund"), add_person(desk, "Bo")
    assert desk.ask(ties.in_common, bo) == ties.InCommon()
    event = add_event(desk, "Looms 2026")
    add_moment(desk, ada, kind=Kind.MET, event_id=event)
    desk.do(settings.set_profile, "university", "uni lund")
    for person in (ada, bo):
        desk.do(people.set_topics, person, ["looms"])
    found = desk.ask(ties.in_common, ada)
    assert [title for _, title, _ in found.events] == ["Looms 2026"]
    assert [name for _, name in found.places] == ["Uni Lund"]
    assert found.topics == (("looms", 1),)
