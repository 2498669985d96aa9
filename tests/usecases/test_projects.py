"""Projects: with whom, how they stand, and the next step on Today."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hallway.domain.errors import NotFound, Refused
from hallway.domain.projects import Partner, Project, State
from hallway.domain.today import PROJECT_STEP
from hallway.usecases import duplicates, people, projects, today
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person, everything


def add(desk: Desk, title: str = "Night heat", **more: object) -> int:
    return desk.do(projects.add, Project(title, **more)).value  # type: ignore[arg-type]


def test_one_is_written_down_changed_and_taken_back(desk: Desk) -> None:
    ada = add_person(desk)
    before = everything(desk)
    id_ = add(
        desk, " Night  heat ", start_on="2024", link="heat.example/x", people=(Partner(ada, "maps"),),
        next_step="Send the data", next_on=TODAY,
    )  # fmt: skip
    found = desk.ask(projects.get, id_)
    assert (found.title, found.link, found.state) == ("Night heat", "https://heat.example/x", State.RUNNING)
    assert found.people == (Partner(ada, "maps", "Ada Lovelace"),) and desk.ask(projects.of_person, ada) == (found,)
    desk.undo()
    assert everything(desk) == before
    with pytest.raises(NotFound):
        desk.ask(projects.get, id_)


def test_what_makes_no_sense_is_refused(desk: Desk) -> None:
    for bad in (Project(" "), Project("x", start_on="2026", end_on="2020"), Project("x", link="file:///etc/passwd"),
                Project("x", next_on=TODAY)):  # fmt: skip
        with pytest.raises(Refused):
            desk.do(projects.add, bad)
    assert desk.ask(projects.listed) == ()


def test_people_come_and_go_and_somebody_in_the_trash_keeps_the_place(desk: Desk) -> None:
    ada, bo = add_person(desk), add_person(desk, "Bo Lindqvist")
    id_ = add(desk, people=(Partner(ada),))
    desk.do(people.let_go, [ada])
    desk.do(projects.add_person, id_, Partner(bo, "field  work"))
    assert desk.ask(projects.get, id_).people == (Partner(bo, "field work", "Bo Lindqvist"),)
    desk.do(projects.add_person, id_, Partner(bo, "lead"))
    desk.do(people.bring_back, [ada])
    assert {one.role for one in desk.ask(projects.get, id_).people} == {"", "lead"}
    desk.do(projects.remove_person, id_, bo)
    assert [one.person_id for one in desk.ask(projects.get, id_).people] == [ada]
    twin = add_person(desk, "A. Lovelace")
    desk.do(duplicates.merge, twin, ada, {})
    assert [one.person_id for one in desk.ask(projects.get, id_).people] == [twin]


def test_what_goes_on_stands_first_and_what_is_done_has_an_end(desk: Desk) -> None:
    old, idea = add(desk, "Old"), add(desk, "Idea", state=State.IDEA)
    later = add(desk, "Later", next_step="x", next_on=TODAY + timedelta(days=9))
    soon = add(desk, "Soon", next_step="x", next_on=TODAY + timedelta(days=2))
    desk.do(projects.set_state, old, State.DONE)
    assert [one.id for one in desk.ask(projects.listed)] == [soon, later, idea, old]
    assert desk.ask(projects.get, old).end_on == "2026-06"


def test_the_next_step_is_a_small_thing_on_its_day(desk: Desk) -> None:
    id_ = add(desk, next_step="Send the data", next_on=TODAY + timedelta(days=1))
    assert desk.ask(today.due) == ()
    desk.do(projects.set_next, id_, "Send the data", TODAY)
    (item,) = desk.ask(today.due)
    assert (item.kind, item.title, item.why) == (PROJECT_STEP, "Send the data", "The next step of Night heat.")
    desk.do(today.another_day, item, TODAY + timedelta(days=1))
    assert desk.ask(today.due) == ()
    desk.undo()
    done = desk.do(today.done, item)
    assert done.changes.label == "Done: Send the data" and desk.ask(today.due) == ()
    assert desk.ask(projects.get, id_).next_on is None
    desk.undo()
    desk.do(today.not_needed, item)
    assert desk.ask(today.due) == () and desk.ask(projects.get, id_).next_step == "Send the data"
