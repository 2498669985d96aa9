"""Achievements, and the move that files one."""

from __future__ import annotations

import pytest

from hallway.domain import errors
from hallway.domain.achievements import Achievement
from hallway.domain.people import Affiliation
from hallway.usecases import achievements, moving, organisations, people, safety
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person, everything


def works(desk: Desk, id_: int) -> list[tuple[str, str, str, str]]:
    found = desk.ask(people.person, id_).affiliations
    return [(work.organisation, work.role, work.start_on, work.end_on) for work in found]


def test_what_is_written_down_is_there_newest_first(desk: Desk) -> None:
    ada = add_person(desk)
    first = desk.do(achievements.add, Achievement(" A  prize ", "award", ada, "2024")).value
    desk.do(achievements.add, Achievement("A talk", "talk", ada, "2025-05"))
    mine = desk.do(achievements.add, Achievement("My thesis", "defence")).value
    assert [one.title for one in desk.ask(achievements.of_person, ada)] == ["A talk", "A prize"]
    own = desk.ask(achievements.of_person, None)
    assert own == (Achievement("My thesis", "defence", None, "", "", "", TODAY.isoformat(), mine),)
    desk.do(achievements.remove, first)
    assert [one.title for one in desk.ask(achievements.of_person, ada)] == ["A talk"]
    with pytest.raises(errors.NotFound):
        desk.do(achievements.remove, first)


@pytest.mark.parametrize(
    "new", [Achievement(" "), Achievement("x", "medal"), Achievement("x", on_day="soon")], ids=lambda one: one.kind
)
def test_what_makes_no_sense_is_refused(desk: Desk, new: Achievement) -> None:
    with pytest.raises(errors.Refused):
        desk.do(achievements.add, new)


def test_a_move_ends_one_place_and_begins_another_in_one_step(desk: Desk) -> None:
    ada = add_person(desk)
    desk.do(people.set_affiliation, ada, Affiliation("Halden Institute", "Lecturer", start_on="2023"))
    before = everything(desk)
    steps = len(desk.history())
    done = desk.do(moving.moved, ada, "Uni  Lund", "Professor", "2026-06")
    assert done.changes.label == "Ada Lovelace moved to Uni Lund"
    assert works(desk, ada) == [
        ("Uni Lund", "Professor", "2026-06", ""), ("Halden Institute", "Lecturer", "2023", "2026-06")
    ]  # fmt: skip
    [filed] = desk.ask(achievements.of_person, ada)
    assert (filed.kind, filed.title, filed.on_day) == ("new role", "Professor at Uni Lund", "2026-06")
    assert len(desk.history()) == steps + 1
    assert desk.ask(safety.check) == ()
    desk.undo()
    assert everything(desk) == before


def test_nothing_to_congratulate_on_and_nowhere_before(desk: Desk) -> None:
    ada = add_person(desk)
    desk.do(moving.moved, ada, "Uni Lund", since="2026", congratulate=False)
    assert works(desk, ada) == [("Uni Lund", "", "2026", "")]
    assert desk.ask(achievements.of_person, ada) == ()


def test_a_place_that_was_let_go_comes_back(desk: Desk) -> None:
    ada = add_person(desk)
    lund = desk.do(organisations.add, "Uni Lund").value
    desk.do(organisations.let_go, lund)
    desk.do(moving.moved, ada, "uni lund")
    assert [one.id for one in desk.ask(organisations.listed)] == [lund]


@pytest.mark.parametrize(("where", "since"), [(" ", "2026"), ("Lund", "soon"), ("Lund", "2019")])
def test_a_move_that_makes_no_sense_changes_nothing(desk: Desk, where: str, since: str) -> None:
    ada = add_person(desk)
    desk.do(people.set_affiliation, ada, Affiliation("Halden Institute", start_on="2023"))
    before = everything(desk)
    with pytest.raises(errors.Refused):
        desk.do(moving.moved, ada, where, since=since)
    assert everything(desk) == before
