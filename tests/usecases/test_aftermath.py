"""Looking the day's people through, and how an event comes to its end."""

from __future__ import annotations

from datetime import timedelta

from hallway.domain.interactions import Kind, NewPromise
from hallway.usecases import aftermath, capturing, interactions, people, promises
from hallway.usecases.aftermath import Told
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person, everything, move_clock


def meet(desk: Desk, *names: str) -> list[int]:
    return [desk.do(capturing.save, f"{name}, looms").value for name in names]


def test_the_days_people_wait_until_each_was_looked_through(desk: Desk) -> None:
    add_event(desk, "Looms 2026")
    ada, bela = meet(desk, "Ada Adeyemi", "Bela Bakker")
    waiting = desk.ask(aftermath.to_look_through)
    assert [(one.person_id, one.event, one.words) for one in waiting] == [
        (ada, "Looms 2026", "looms"), (bela, "Looms 2026", "looms"),
    ]  # fmt: skip
    desk.do(aftermath.looked_through, ada)
    assert [one.person_id for one in desk.ask(aftermath.to_look_through)] == [bela]
    desk.do(aftermath.nothing_needed, bela)
    assert desk.ask(aftermath.to_look_through) == ()
    desk.undo()
    assert [one.person_id for one in desk.ask(aftermath.to_look_through)] == [bela]


def test_who_is_met_again_later_is_asked_for_again(desk: Desk) -> None:
    (ada,) = meet(desk, "Ada Adeyemi")
    desk.do(aftermath.looked_through, ada)
    move_clock(desk, 3)
    add_moment(desk, ada, on=TODAY + timedelta(days=3), kind=Kind.MET)
    assert [one.person_id for one in desk.ask(aftermath.to_look_through)] == [ada]


def test_after_a_week_nobody_is_asked_for(desk: Desk) -> None:
    meet(desk, "Ada Adeyemi")
    move_clock(desk, 8)
    assert desk.ask(aftermath.to_look_through) == ()


def test_an_event_ends_when_nobody_is_left(desk: Desk) -> None:
    event = add_event(desk, "Looms 2026", end_on=TODAY)
    ada, bela, cleo = meet(desk, "Ada Adeyemi", "Bela Bakker", "Cleo Costa")
    promise = desk.do(promises.add, NewPromise(ada, "send the draft")).value
    found = desk.ask(aftermath.after, event)
    assert (found.met, found.promised, found.followed_up, found.nothing_needed) == (3, 1, 0, 0)
    assert [one.person_id for one in found.open] == [ada, bela, cleo]
    move_clock(desk, 2)
    desk.do(aftermath.nothing_needed, cleo)
    add_moment(desk, bela, on=TODAY + timedelta(days=2), kind=Kind.MESSAGE)
    add_moment(desk, ada, on=TODAY + timedelta(days=2), kind=Kind.MESSAGE)
    found = desk.ask(aftermath.after, event)
    assert (found.followed_up, found.nothing_needed, [one.person for one in found.open]) == (2, 1, ["Ada Adeyemi"])
    desk.do(promises.keep, promise)
    assert desk.ask(aftermath.after, event).is_closed


def test_an_event_where_nobody_was_met_is_not_closed(desk: Desk) -> None:
    assert not desk.ask(aftermath.after, add_event(desk)).is_closed


def test_what_the_evening_adds_is_one_step_and_all_of_it_is_kept(desk: Desk) -> None:
    add_event(desk, "Looms 2026")
    meet(desk, "Ada Adeyemi")
    (met,) = desk.ask(aftermath.to_look_through)
    before = everything(desk)
    friday = TODAY + timedelta(days=2)
    told = Told("Looms and bread", "Uni Lund", "PhD candidate", ("weaving",), (("send the draft", friday),), 90)
    desk.do(aftermath.complete, met, told)
    person = desk.ask(people.person, met.person_id)
    assert person.works_at is not None
    assert (person.works_at.organisation, person.works_at.role) == ("Uni Lund", "PhD candidate")
    assert (person.topics, person.rhythm_days) == (("weaving",), 90)
    assert desk.ask(interactions.one, met.interaction_id).summary == "Looms and bread"
    (promise,) = desk.ask(promises.of_person, met.person_id)
    assert (promise.text, promise.due_on, promise.interaction_id) == ("send the draft", friday, met.interaction_id)
    assert desk.ask(aftermath.to_look_through) == ()
    desk.undo()
    assert everything(desk) == before


def test_an_evening_that_adds_nothing_changes_nothing_but_that_it_was_done(desk: Desk) -> None:
    (ada,) = meet(desk, "Ada Adeyemi")
    (met,) = desk.ask(aftermath.to_look_through)
    before = desk.ask(people.person, ada)
    desk.do(aftermath.complete, met, Told(met.words, topics=before.topics))
    assert desk.ask(people.person, ada) == before
    assert desk.ask(aftermath.to_look_through) == ()


def test_looking_through_is_one_step(desk: Desk) -> None:
    (ada,) = meet(desk, "Ada Adeyemi")
    before = everything(desk)
    desk.do(aftermath.nothing_needed, ada)
    desk.undo()
    assert everything(desk) == before
    assert add_person(desk, "Somebody else")
