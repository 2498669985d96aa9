"""Who is on the map of people, what ties them, and that everybody keeps their place."""

from __future__ import annotations

import pytest

from hallway.domain.people import Affiliation
from hallway.usecases import network, paths, people, ties
from hallway.usecases.desk import Desk
from hallway.usecases.network import CIRCLES, EVENT, EVERYONE, INTRODUCTION, ORGANISATIONS, WORKED, Line, Seen, Wanted
from tests.makers import add_event, add_moment, add_person, days_ago, everything, memory_desk


@pytest.fixture
def desk() -> Desk:
    return memory_desk()


def friend(desk: Desk, name: str, days: int = 7, **more: object) -> int:
    id_ = add_person(desk, name, **more)
    add_moment(desk, id_, on=days_ago(days))
    return id_


def seen(desk: Desk, wanted: Wanted | None = None) -> Seen:
    return desk.ask(network.seen, wanted or Wanted())


def names(found: Seen) -> list[str]:
    return [dot.name for dot in found.dots]


def test_an_empty_record_has_an_empty_map(desk: Desk) -> None:
    found = desk.ask(network.read, Wanted())
    assert found.seen.dots == ()
    assert network.placed(found).places == {}


def test_the_closest_come_first_and_those_in_groups_before_others(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    friend(desk, "Ada Lovelace", 3)
    friend(desk, "Bo Diddley", 300, groups=("Mentors",))
    friend(desk, "Cy Twombly", 400)
    friend(desk, "Dora Maar", 500, rhythm_days=60)
    monkeypatch.setattr(network, "MOST_CLOSE", 2)
    assert [dot.name for dot in seen(desk).dots if dot.is_close] == ["Bo Diddley", "Ada Lovelace"]
    assert names(seen(desk)) == ["Bo Diddley", "Ada Lovelace"]  # nobody is tied to the others


def test_one_step_on_are_those_the_close_ones_know(desk: Desk) -> None:
    ada = friend(desk, "Ada Lovelace")
    bo = add_person(desk, "Bo Diddley", known=False)
    add_person(desk, "Cy Twombly", known=False)
    desk.do(ties.tie, ada, bo, "colleague")
    found = seen(desk)
    assert names(found) == ["Ada Lovelace", "Bo Diddley"]
    assert found.total == 3
    assert [dot.is_mine for dot in found.dots] == [True, False]
    assert found.lines == (Line(ada, bo, WORKED),)


def test_whoever_was_introduced_hangs_on_the_one_who_did(desk: Desk) -> None:
    ada = friend(desk, "Ada Lovelace")
    bo = friend(desk, "Bo Diddley", introduced_by_id=ada)
    found = seen(desk)
    assert Line(ada, bo, INTRODUCTION) in found.lines
    assert {dot.name: dot.is_mine for dot in found.dots} == {"Ada Lovelace": True, "Bo Diddley": False}


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("friend", INTRODUCTION), ("knows", INTRODUCTION), ("introduced", INTRODUCTION), ("family", INTRODUCTION),
        ("co-author", WORKED), ("colleague", WORKED), ("advisor", WORKED), ("lab-mate", WORKED), ("committee", WORKED),
    ],
)  # fmt: skip
def test_each_kind_of_tie_is_a_kind_of_line(desk: Desk, kind: str, line: str) -> None:
    ada, bo = friend(desk, "Ada Lovelace"), friend(desk, "Bo Diddley")
    desk.do(ties.tie, ada, bo, kind)
    assert [one.kind for one in seen(desk).lines] == [line]


def test_events_are_lines_when_they_are_wanted(desk: Desk) -> None:
    looms = add_event(desk)
    ada, bo = (friend(desk, name, met_event_id=looms) for name in ("Ada Lovelace", "Bo Diddley"))
    assert seen(desk).lines == ()
    assert seen(desk, Wanted(kinds=frozenset({EVENT}))).lines == (Line(ada, bo, EVENT),)


def test_a_way_is_on_the_map_with_whom_it_passes_by(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "MOST_CLOSE", 1)
    friend(desk, "Ada Lovelace", 1)
    bo, cy, eve = friend(desk, "Bo Diddley", 90), add_person(desk, "Cy Twombly", known=False), friend(desk, "Eve", 99)
    desk.do(ties.tie, bo, cy, "colleague")
    desk.do(ties.tie, bo, eve, "colleague")
    assert names(seen(desk)) == ["Ada Lovelace"]
    made = desk.ask(network.read, Wanted(), paths.Target("person", cy, "Cy Twombly"))
    assert names(made.seen) == ["Bo Diddley", "Cy Twombly", "Eve", "Ada Lovelace"]
    assert made.route == (bo, cy)


def test_everybody_or_only_those_of_a_group(desk: Desk) -> None:
    for number in range(60):
        friend(desk, f"Person {number}", number + 1, groups=("Odd",) if number % 2 else ())
    assert len(seen(desk).dots) <= network.MOST_SHOWN
    assert len(seen(desk, Wanted(whom=EVERYONE)).dots) == 60
    odd = desk.ask(people.groups)[0].id
    assert {int(name.split()[1]) % 2 for name in names(seen(desk, Wanted(whom=EVERYONE, group=odd)))} == {1}


def test_circles_can_be_made_of_organisations(desk: Desk) -> None:
    for name, place in (("Ada", "Lab"), ("Bo", "Lab"), ("Cy", "Mill"), ("Dora", "Mill")):
        desk.do(people.set_affiliation, friend(desk, name, groups=("All",)), Affiliation(place, "Reader"))
    assert [one.name for one in seen(desk, Wanted(grouping=CIRCLES)).circles] == ["All"]
    assert {one.name for one in seen(desk, Wanted(grouping=ORGANISATIONS)).circles} == {"Lab", "Mill"}


def test_places_are_kept_and_belong_to_no_step(desk: Desk) -> None:
    ids = [friend(desk, name) for name in ("Ada", "Bo", "Cy")]
    made = network.placed(desk.ask(network.read, Wanted()))
    before = everything(desk), desk.history()
    assert not desk.do(network.keep_places, made).changes
    assert (everything(desk), desk.history()) == before
    again = desk.ask(network.read, Wanted())
    assert again.places == made.places
    assert again.is_placed
    new = friend(desk, "Dora")
    later = network.placed(desk.ask(network.read, Wanted()))
    assert {id_: later.places[id_] for id_ in ids} == made.places
    assert new in later.places
    desk.do(network.arrange_anew, Wanted())
    assert desk.ask(network.read, Wanted()).seen.kept == {}


def test_names_are_short_where_there_is_little_room(desk: Desk) -> None:
    for name in ("Hye-jin Seo", "Lucía Fernández-Ochoa", "山田 太郎", "Plato"):
        friend(desk, name)
    assert {dot.short for dot in seen(desk).dots} == {"Hye-jin S.", "Lucía F.", "山田 太郎", "Plato"}
