"""Changing several people at once: one step each, and nothing but what was asked."""

from __future__ import annotations

import pytest

from hallway.domain.errors import Refused, Stopped
from hallway.domain.people import Standing
from hallway.domain.records import Email
from hallway.usecases import people, several
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person


@pytest.fixture
def ids(desk: Desk) -> list[int]:
    """Ada and Bela, of whom Ada has an interest, and Chen, who is not marked."""
    found = [add_person(desk, "Ada", topics=("sleep",), groups=("Circle",)), add_person(desk, "Bela", rhythm_days=60)]
    add_person(desk, "Chen", topics=("sleep",))
    return found


def topics(desk: Desk) -> list[tuple[str, ...]]:
    """Everybody's interests."""
    ids = desk.ask(lambda look: look.rows("SELECT id FROM person ORDER BY id"))
    return [desk.ask(people.person, id_).topics for (id_,) in ids]


def test_an_interest_is_added_to_all_and_another_taken_off_in_one_step(desk: Desk, ids: list[int]) -> None:
    done = desk.do(several.change_topics, ids, {" urban  heat ": True, "SLEEP": False})
    assert done.changes.label == "Interests of 2 people: urban heat, no longer SLEEP"
    assert topics(desk) == [("urban heat",), ("urban heat",), ("sleep",)]
    desk.undo()
    assert topics(desk) == [("sleep",), (), ("sleep",)]
    desk.redo()
    assert topics(desk) == [("urban heat",), ("urban heat",), ("sleep",)]


def test_who_has_the_interest_already_is_left_alone(desk: Desk, ids: list[int]) -> None:
    done = desk.do(several.change_topics, ids, {"Sleep": True})
    assert done.changes.of("person") == {ids[1]}
    assert topics(desk) == [("sleep",), ("sleep",), ("sleep",)]
    assert desk.ask(several.topic_shares, ids) == (("sleep", 2),)


def test_an_interest_added_is_found_by_its_words(desk: Desk, ids: list[int]) -> None:
    desk.do(several.change_topics, ids, {"glaciers": True})
    assert set(desk.ask(people.listed, people.PeopleFilter(words="glac"))) == set(ids)


@pytest.mark.parametrize(
    ("days", "words", "held"),
    [(60, "every two months", [60, 60]), (0, "no rhythm", [None, None]), (None, "as the groups say", [90, None])],
)
def test_a_rhythm_is_set_on_all_in_one_step(
    desk: Desk, ids: list[int], days: int | None, words: str, held: list[int | None]
) -> None:
    desk.do(people.set_group_rhythm, 1, 90)
    desk.do(people.fix_check_in, ids[0], TODAY)
    done = desk.do(several.set_rhythm, ids, days)
    assert done.changes.label == f"Rhythm of 2 people: {words}"
    found = [desk.ask(people.person, id_) for id_ in ids]
    assert [one.rhythm for one in found] == held
    assert found[0].check_in_on is None
    desk.undo()
    found = [desk.ask(people.person, id_) for id_ in ids]
    assert [(one.rhythm, one.check_in_on) for one in found] == [(90, TODAY), (60, None)]


def test_one_person_alone_is_called_by_name(desk: Desk, ids: list[int]) -> None:
    assert desk.do(several.set_rhythm, ids[:1], 21).changes.label == "Rhythm of Ada: every 3 weeks"
    assert desk.do(several.change_topics, ids[:1], {"tea": True}).changes.label == "Interests of Ada: tea"


@pytest.mark.parametrize("days", [-1, 3651])
def test_a_rhythm_beyond_ten_years_is_refused(desk: Desk, ids: list[int], days: int) -> None:
    with pytest.raises(Refused):
        desk.do(several.set_rhythm, ids, days)


def test_groups_are_joined_and_left_in_one_step(desk: Desk, ids: list[int]) -> None:
    done = desk.do(people.change_groups, ids, {"Circle": False, " Looms ": True, " ": True})
    assert done.changes.label == "Changed groups of 2 people"
    assert [desk.ask(people.person, id_).groups for id_ in ids] == [("Looms",), ("Looms",)]
    desk.undo()
    assert [desk.ask(people.person, id_).groups for id_ in ids] == [("Circle",), ()]
    assert [group.name for group in desk.ask(people.groups)] == ["Circle"]


def test_who_stands_there_already_is_left_alone(desk: Desk, ids: list[int]) -> None:
    desk.do(people.archive, ids[:1])
    done = desk.do(people.archive, ids)
    assert done.changes.of("person") == {ids[1]}
    assert desk.ask(people.count, Standing.ARCHIVED) == 2
    desk.undo()
    assert desk.ask(people.count, Standing.ARCHIVED) == 1


def test_mail_addresses_come_in_the_order_of_the_people(desk: Desk, ids: list[int]) -> None:
    desk.do(people.set_emails, ids[0], [Email("ada@first.example"), Email("ada@second.example")])
    desk.do(people.set_emails, ids[1], [Email("bela@first.example")])
    assert desk.ask(several.mails, ids[::-1]) == ("bela@first.example", "ada@first.example")


def test_a_long_step_tells_how_far_it_is_and_stopping_changes_nothing(desk: Desk, ids: list[int]) -> None:
    told: list[tuple[int, int]] = []
    desk.do_reporting(lambda done, total: told.append((done, total)), several.set_rhythm, ids, 30)
    assert told == [(2, 2)]

    def stop(done: int, total: int) -> None:
        raise Stopped("Stopped.")

    for travel in (lambda: desk.do_reporting(stop, people.archive, ids), lambda: desk.undo(stop)):
        with pytest.raises(Stopped):
            travel()
    assert [desk.ask(people.person, id_).rhythm_days for id_ in ids] == [30, 30]
    assert desk.ask(people.count, Standing.ARCHIVED) == 0
    assert not desk.is_long(back=True) and not desk.is_long(back=False)
