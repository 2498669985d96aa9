"""The made-up network: always the same, whole, sound, and only in an empty folder."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hallway.domain import errors
from hallway.domain.people import Standing
from hallway.host.clock import FixedClock
from hallway.store.database import open_in_memory
from hallway.usecases import demo, interactions, people, planning, safety, today
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from hallway.usecases.people import PeopleFilter
from tests.makers import TODAY, add_person, everything, memory_desk

WRITTEN_FOR = datetime(2026, 6, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def world() -> Desk:
    """The small world on the day it was written for."""
    desk = Desk(open_in_memory(), FixedClock(WRITTEN_FOR))
    demo.fill(desk)
    return desk


def test_the_small_world_is_sound_and_without_history(world: Desk) -> None:
    assert world.ask(safety.check) == ()
    assert world.history() == ()
    not_met = world.ask(people.count, Standing.NOT_MET)
    assert world.ask(people.count) + not_met == demo.SMALL_WORLD


def test_ines_finds_her_day_as_it_was_written(world: Desk) -> None:
    page = world.ask(today.page)
    assert page.first_name == "Ines"
    assert "Send the Valmora station data, for Samir El-Amrani" in [item.title for item in page.items]
    assert "Say hello to Eilidh MacInnes" in [item.title for item in (*page.items, *page.more)]
    assert {name for _, name in page.reached} == {"Tomasz Wieczorek", "Farzana Chowdhury", "Greta Solheim"}
    assert [event.title for event in page.coming] == [
        "Talk with Omar Siddiqui",
        "Department dinner",
        "HeatHealth Forum",
    ]


def test_a_person_is_whole(world: Desk) -> None:
    id_, _ = world.ask(people.named, "Adaeze Nwosu")
    adaeze = world.ask(people.person, id_)
    assert (adaeze.pronouns, adaeze.phonetic) == ("she/her", "a-DAY-zeh n-WOH-soo")
    assert [work.organisation for work in adaeze.affiliations] == [
        "Halden Institute of Technology", "Institute for Population Health, Umvoti", "Lakeshore University",
    ]  # fmt: skip
    assert (adaeze.met_event, adaeze.introduced_by, adaeze.met_on) == (
        "CityClim 2025",
        "Tomasz Wieczorek",
        "2025-06-17",
    )
    assert set(adaeze.groups) == {"Close circle", "Mentors"}
    assert adaeze.rhythm == 60


def test_everything_moves_with_the_calendar() -> None:
    desk = Desk(open_in_memory(), FixedClock(datetime(2031, 2, 3, 9, tzinfo=UTC)))
    demo.fill(desk)
    newest = desk.ask(interactions.timeline, TimelineFilter(), 1)[0]
    assert newest.on.isoformat() == "2031-02-03"
    assert desk.ask(today.page).coming[0].title == "Talk with Omar Siddiqui"
    assert desk.ask(safety.check) == ()


def test_the_rhythms_fit_the_budget(world: Desk) -> None:
    assert world.ask(planning.plan).message == ""


def test_the_same_seed_makes_the_same_record() -> None:
    one, other, third = memory_desk(), memory_desk(), memory_desk()
    demo.fill(one, 120, seed=7)
    demo.fill(other, 120, seed=7)
    demo.fill(third, 120, seed=8)
    assert everything(one) == everything(other)
    assert everything(one) != everything(third)


@pytest.mark.parametrize("count", [1, 3, 20, 21, 90])
def test_any_number_of_people(count: int) -> None:
    desk = memory_desk()
    assert demo.fill(desk, count)[0] == count
    with desk.looking() as look:
        assert look.value("SELECT count(*) FROM person") == count
        assert look.value("SELECT count(*) FROM interaction WHERE on_day > ?", TODAY.isoformat()) == 0
    assert desk.ask(safety.check) == ()


def test_ten_moments_for_each_and_a_few_people_seen_often() -> None:
    desk = memory_desk()
    _, moments = demo.fill(desk, 1000)
    with desk.looking() as look:
        seen = [count for (count,) in look.rows("SELECT count(*) FROM participant GROUP BY person_id ORDER BY 1 DESC")]
        rhythms = look.value("SELECT count(*) FROM person WHERE rhythm_days IS NOT NULL")
        assert look.value("SELECT count(*) - count(DISTINCT name) FROM person") == 0
    assert 9_000 <= moments <= 11_000
    assert seen[0] > 10 * seen[500]
    assert 100 <= rhythms <= 150


def test_a_folder_that_holds_data_is_refused(desk: Desk) -> None:
    add_person(desk)
    before = everything(desk)
    with pytest.raises(errors.Refused):
        demo.fill(desk)
    assert everything(desk) == before


def test_a_record_that_was_emptied_is_still_the_users(desk: Desk) -> None:
    add_person(desk)
    desk.undo()
    with pytest.raises(errors.Refused):
        demo.fill(desk)


@pytest.mark.parametrize("count", [0, -1, demo.MOST_PEOPLE + 1])
def test_absurd_numbers_are_refused(desk: Desk, count: int) -> None:
    with pytest.raises(errors.Refused):
        demo.fill(desk, count)


def test_what_follows_is_history_as_usual(world: Desk) -> None:
    before = everything(world)
    person = world.ask(people.listed, PeopleFilter())[0]
    world.do(people.change, person, "place", "Elsewhere")
    world.undo()
    assert everything(world) == before


def test_group_rhythms_come_from_the_file(world: Desk) -> None:
    rhythms = {group.name: group.rhythm_days for group in world.ask(people.groups)}
    assert rhythms == {"Close circle": 60, "Mentors": 60, "Cohort": None, "Industry": None}
