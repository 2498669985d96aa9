"""The mentor map: needs and their people, who else it could be with true facts, and the next ask on its day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hallway.domain import errors
from hallway.domain.people import Tie
from hallway.domain.today import NEXT_ASK, Item
from hallway.usecases import mentors, organisations, people, settings, today
from hallway.usecases.desk import Desk
from hallway.usecases.mentors import Row
from tests.makers import TODAY, add_moment, add_person, days_ago, everything, move_clock

TOMORROW = TODAY + timedelta(days=1)


def row(desk: Desk, name: str) -> Row:
    return next(one for one in desk.ask(mentors.needs) if one.need.name == name)


def names(desk: Desk) -> list[str]:
    return [one.need.name for one in desk.ask(mentors.needs)]


def could_be(desk: Desk, name: str) -> dict[str, tuple[str, ...]]:
    return {one.name: one.facts for one in desk.ask(mentors.could_be, row(desk, name).need)}


def asks(desk: Desk) -> list[Item]:
    return [item for item in desk.ask(today.due) if item.kind == NEXT_ASK]


def test_looking_at_the_map_writes_nothing(desk: Desk) -> None:
    before = everything(desk)
    assert len(names(desk)) == 8 and all(one.people == () for one in desk.ask(mentors.needs))
    assert everything(desk) == before


def test_the_first_change_makes_the_needs_ones_own_and_is_taken_back_whole(desk: Desk) -> None:
    one = add_person(desk, "Ada Adeyemi")
    before, shipped = everything(desk), names(desk)
    changes = desk.do(mentors.turn_to, row(desk, "Method").need.id, one).changes
    assert changes.label == "Method: Ada Adeyemi" and changes.of("person") == {one}
    assert names(desk) == shipped and row(desk, "Method").need.id > 0
    assert [name for _, name, _ in row(desk, "Method").people] == ["Ada Adeyemi"]
    desk.undo()
    assert everything(desk) == before and names(desk) == shipped
    desk.redo()
    assert [name for _, name, _ in row(desk, "Method").people] == ["Ada Adeyemi"]


def test_one_person_may_stand_at_several_needs_and_at_each_once(desk: Desk) -> None:
    one = add_person(desk, "Ada")
    for name in ("Method", "Writing", "Method"):
        desk.do(mentors.turn_to, row(desk, name).need.id, one)
    assert [row.need.name for row in desk.ask(mentors.needs) if row.people] == ["Method", "Writing"]
    desk.do(mentors.leave_out, row(desk, "Method").need.id, one)
    assert row(desk, "Method").people == ()


def test_the_people_of_a_need_are_brought_to_those_chosen(desk: Desk) -> None:
    ada, bo, cy = (add_person(desk, name) for name in ("Ada", "Bo", "Cy"))
    for chosen in ((ada, bo), (bo, cy), ()):
        desk.do(mentors.set_people, row(desk, "Peers").need.id, chosen)
        assert {id_ for id_, _, _ in row(desk, "Peers").people} == set(chosen)


def test_somebody_let_go_is_not_shown_and_comes_back(desk: Desk) -> None:
    one = add_person(desk, "Ada")
    desk.do(mentors.turn_to, -1, one)
    desk.do(people.let_go, [one])
    assert row(desk, "Career").people == ()
    desk.undo()
    assert len(row(desk, "Career").people) == 1


def test_needs_are_added_named_moved_and_taken_off(desk: Desk) -> None:
    teaching = desk.do(mentors.add, "  Teaching ").value
    assert names(desk)[-1] == "Teaching"
    assert desk.do(mentors.rename, teaching, "Teaching well").value == teaching
    for _ in range(20):
        desk.do(mentors.move, teaching, -1)
    assert names(desk)[:2] == ["Teaching well", "Career"]
    desk.do(mentors.move, teaching, 1)
    assert names(desk)[:2] == ["Career", "Teaching well"]
    desk.do(mentors.remove, teaching)
    assert "Teaching well" not in names(desk)
    for _ in range(2):
        desk.undo()
    assert names(desk)[0] == "Teaching well"


def test_a_need_wants_a_name_of_its_own(desk: Desk) -> None:
    before = everything(desk)
    for name in ("", "  ", "writing"):
        with pytest.raises(errors.Refused):
            desk.do(mentors.add, name)
        with pytest.raises(errors.Refused):
            desk.do(mentors.rename, -1, name)
    assert everything(desk) == before
    desk.do(mentors.rename, -1, "CAREER")
    assert names(desk)[0] == "CAREER"


def test_the_last_need_stays(desk: Desk) -> None:
    for one in desk.ask(mentors.needs)[1:]:
        desk.do(mentors.remove, row(desk, one.need.name).need.id)
    with pytest.raises(errors.Refused):
        desk.do(mentors.remove, desk.ask(mentors.needs)[0].need.id)


# --- who could it be -------------------------------------------------------------------------------------


def test_who_it_could_be_is_told_by_true_facts(desk: Desk) -> None:
    ada = add_person(desk, "Ada Adeyemi", organisation="Uni Lund", role="Professor")
    bo = add_person(desk, "Bo Bakker", organisation="Looms Ltd", role="Weaver")
    cy = add_person(desk, "Cy Castro")
    desk.do(people.set_groups, bo, ["Industry friends"])
    desk.do(people.set_topics, cy, ["Mixed-effects models"])
    desk.do(people.set_met, bo, None, ada)
    desk.do(people.add_tie, Tie(cy, ada, "", "advisor"))
    assert could_be(desk, "Career")["Ada Adeyemi"] == ("Advises Cy Castro.", "Professor at Uni Lund.")
    assert could_be(desk, "Sponsor") == {"Ada Adeyemi": ("Introduced you to Bo Bakker.", "Professor at Uni Lund.")}
    assert could_be(desk, "Method") == {"Cy Castro": ("Interested in Mixed-effects models.",)}
    assert could_be(desk, "Industry")["Bo Bakker"][0] == "In your group Industry friends."
    assert could_be(desk, "Writing") == {}


def test_a_company_and_ones_own_place_are_facts(desk: Desk) -> None:
    desk.do(settings.set_profile, "university", "Uni Lund")
    add_person(desk, "Ada", organisation="Uni Lund", role="Student")
    add_person(desk, "Bo", organisation="Looms Inc.", role="Weaver")
    place = desk.ask(organisations.named, "Looms Inc.")
    desk.do(organisations.change, place, "kind", "company")
    assert could_be(desk, "Belonging") == {"Ada": ("At Uni Lund, as you are.",)}
    assert could_be(desk, "Industry") == {"Bo": ("Works at Looms Inc.",)}


def test_whoever_stands_there_or_is_not_known_or_archived_is_not_offered(desk: Desk) -> None:
    works = {"organisation": "Uni Lund", "role": "Professor"}
    ada, bo = (add_person(desk, name, **works) for name in ("Ada", "Bo"))
    add_person(desk, "Cy", known=False, **works)
    desk.do(people.archive, [bo])
    assert set(could_be(desk, "Career")) == {"Ada"}
    desk.do(mentors.turn_to, row(desk, "Career").need.id, ada)
    assert could_be(desk, "Career") == {}


def test_those_spoken_to_lately_come_first_and_few_are_enough(desk: Desk) -> None:
    ids = [add_person(desk, f"Person {at}", organisation="Uni Lund", role="Professor") for at in range(8)]
    add_moment(desk, ids[6], on=days_ago(1))
    found = list(could_be(desk, "Career"))
    assert len(found) == 5 and found[0] == "Person 6"


# --- the next ask ----------------------------------------------------------------------------------------


def test_the_next_ask_stands_on_today_on_its_day_and_is_done(desk: Desk) -> None:
    ada = add_person(desk, "Ada")
    desk.do(mentors.turn_to, -3, ada)
    need = row(desk, "Writing").need.id
    label = desk.do(mentors.set_next_ask, need, " Ask about a writing\nhour ", TOMORROW).changes.label
    assert label == "Next ask for Writing: Ask about a writing hour" and asks(desk) == []
    move_clock(desk, 1)
    (item,) = asks(desk)
    assert (item.title, item.why) == ("Ask about a writing hour", "Your next ask: Writing. You turn to Ada for it.")
    desk.do(today.done, item, "")
    assert asks(desk) == [] and row(desk, "Writing").need.next_ask == ""
    desk.undo()
    assert asks(desk) == [item]


def test_the_next_ask_waits_for_another_day_or_is_not_needed(desk: Desk) -> None:
    desk.do(mentors.set_next_ask, -3, "Ask about a writing hour", TODAY)
    (item,) = asks(desk)
    desk.do(today.another_day, item, TOMORROW)
    assert asks(desk) == []
    move_clock(desk, 1)
    (item,) = asks(desk)
    desk.do(today.not_needed, item)
    need = row(desk, "Writing").need
    assert asks(desk) == [] and (need.next_ask, need.next_on) == ("Ask about a writing hour", None)


def test_without_words_there_is_no_next_ask_and_no_day(desk: Desk) -> None:
    desk.do(mentors.set_next_ask, -3, "  ", TODAY)
    assert row(desk, "Writing").need.next_on is None and asks(desk) == []
