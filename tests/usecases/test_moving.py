"""Somebody moves on: both places stay, and there is something to congratulate on."""

from __future__ import annotations

import pytest

from hallway.domain import errors
from hallway.domain.people import Affiliation
from hallway.domain.today import CONGRATULATE
from hallway.usecases import moving, people, today
from hallway.usecases.desk import Desk
from tests.makers import add_person, everything


def works(desk: Desk, person_id: int) -> list[tuple[str, str, str, str]]:
    found = desk.ask(people.person, person_id).affiliations
    return sorted((one.organisation, one.role, one.start_on, one.end_on) for one in found)


def test_both_places_stay_and_it_is_one_step(desk: Desk) -> None:
    ada = add_person(desk, "Ada Lovelace")
    desk.do(people.set_affiliation, ada, Affiliation("Uni Lund", "Reader", start_on="2019"))
    before = everything(desk)
    assert desk.do(moving.moved, ada, "ETH", "Professor").changes.label == "Ada Lovelace moved to ETH"
    assert works(desk, ada) == [("ETH", "Professor", "2026-06", ""), ("Uni Lund", "Reader", "2019", "2026-06")]
    (item,) = desk.ask(today.due)
    assert (item.kind, item.title) == (CONGRATULATE, "Congratulate Ada Lovelace")
    assert [one.title for one in desk.ask(moving.achievements, ada)] == ["Professor at ETH"]
    desk.undo()
    assert everything(desk) == before


def test_nothing_to_congratulate_on_when_it_is_not_wanted(desk: Desk) -> None:
    ada = add_person(desk)
    desk.do(moving.moved, ada, "ETH", congratulate=False)
    assert desk.ask(moving.achievements, ada) == () == desk.ask(today.due)


def test_an_achievement_is_taken_away(desk: Desk) -> None:
    ada = add_person(desk)
    desk.do(moving.moved, ada, "ETH", since="2026")
    (one,) = desk.ask(moving.achievements, ada)
    assert (one.title, one.on_day) == ("Now at ETH", "2026")
    desk.do(moving.drop_achievement, one)
    assert desk.ask(moving.achievements, ada) == ()


@pytest.mark.parametrize(("where", "since"), [("  ", "2026"), ("ETH", "soon"), ("ETH", "2018-12")])
def test_what_makes_no_sense_is_refused(desk: Desk, where: str, since: str) -> None:
    ada = add_person(desk)
    desk.do(people.set_affiliation, ada, Affiliation("Uni Lund", start_on="2019"))
    before = everything(desk)
    with pytest.raises(errors.Refused):
        desk.do(moving.moved, ada, where, "", since)
    assert everything(desk) == before


def test_of_several_places_the_one_that_was_chosen_ends(desk: Desk) -> None:
    ada = add_person(desk)
    for place in ("Uni Lund", "Clinic"):
        desk.do(people.set_affiliation, ada, Affiliation(place, start_on="2019"))
    clinic = next(one for one in desk.ask(people.person, ada).affiliations if one.organisation == "Clinic")
    desk.do(moving.moved, ada, "ETH", since="2026", leaves=clinic.id)
    assert works(desk, ada) == [
        ("Clinic", "", "2019", "2026"), ("ETH", "", "2026", ""), ("Uni Lund", "", "2019", "")
    ]  # fmt: skip
