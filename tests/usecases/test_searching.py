"""Finding each kind of thing, and what was chosen before first."""

from __future__ import annotations

from datetime import date

import pytest

from hallway.domain.achievements import Achievement
from hallway.domain.letters import Letter
from hallway.domain.opportunities import Opportunity
from hallway.domain.projects import Project
from hallway.domain.sharing import Favour, Resource
from hallway.store import named
from hallway.usecases import achievements, letters, opportunities, people, projects, promises, searching, sharing
from hallway.usecases.desk import Desk, Work
from hallway.usecases.searching import Hit
from tests.makers import TODAY, add_event, add_person, add_promise, move_clock, recorded

MOST = {"person": 6, "organisation": 3, "event": 3, "session": 3, "promise": 3, "moment": 3, "group": 3}


def read_all(desk: Desk) -> None:
    while not desk.ask(searching.read_names):
        pass


def found(desk: Desk, words: str) -> dict[str, list[str]]:
    read_all(desk)
    hits = desk.ask(searching.find_each, words, MOST)
    return {kind: [hit.title for hit in some] for kind, some in hits.items() if some}


def add_session(desk: Desk, event_id: int, title: str) -> None:
    def write(step: Work) -> None:
        step.execute(
            "INSERT INTO session (uid, event_id, title, on_day, start_time, end_time, room, track, abstract, kind,"
            " starred, mine) VALUES (?, ?, ?, '2026-06-17', '', '', '', '', '', 'talk', 0, 0)",
            title, event_id, title,
        )  # fmt: skip

    desk.do(write)


def test_everything_with_a_name_is_found(desk: Desk) -> None:
    ada = add_person(desk, "Ada Lovelace", organisation="Institute of Łooms")
    desk.do(people.set_groups, ada, ["Loom friends"])
    add_promise(desk, ada, "send the loom drawing")
    event = add_event(desk, "Looms 2026")
    add_session(desk, event, "Łooms for beginners")
    assert found(desk, "loom") == {
        "person": ["Ada Lovelace"], "organisation": ["Institute of Łooms"], "event": ["Looms 2026"],
        "session": ["Łooms for beginners"], "promise": ["send the loom drawing"], "group": ["Loom friends"],
    }  # fmt: skip
    assert found(desk, "institte")["organisation"] == ["Institute of Łooms"]


def test_a_hit_says_where_it_leads(desk: Desk) -> None:
    ada = add_person(desk, "Ada Lovelace")
    event = add_event(desk, "Looms 2026")
    add_session(desk, event, "Punched cards")
    promise = add_promise(desk, ada, "send the drawing", due_on=date(2026, 6, 30))
    read_all(desk)
    session = desk.ask(searching.find_each, "punched", {"session": 1})["session"][0]
    assert (session.detail, session.event_id, session.on) == ("Looms 2026", event, TODAY)
    hit = desk.ask(searching.find_each, "ada", {"promise": 1})["promise"][0]
    assert hit == Hit("promise", promise, "send the drawing", "Ada Lovelace", "by name", ada, None, date(2026, 6, 30))


def test_a_kept_promise_is_not_found(desk: Desk) -> None:
    promise = add_promise(desk, add_person(desk), "send the drawing")
    assert found(desk, "drawing")
    desk.do(promises.keep, promise)
    assert not found(desk, "drawing")
    desk.undo()
    assert found(desk, "drawing")


def test_names_are_read_in_slices_and_again_after_a_change(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(named, "SLICE", 1)
    add_person(desk, "Ada Lovelace")
    assert not desk.ask(searching.read_names)
    read_all(desk)
    assert desk.ask(searching.read_names)
    add_person(desk, "Eve Moneypenny")
    assert not desk.ask(searching.read_names)


@pytest.fixture
def two_adas(desk: Desk) -> tuple[int, int]:
    return add_person(desk, "Ada Lovelace"), add_person(desk, "Ada Byron")


def test_what_was_chosen_before_ranks_first(desk: Desk, two_adas: tuple[int, int]) -> None:
    for one in two_adas:
        desk.do(searching.remember, "person", str(one))
        desk.do(searching.remember, "person", str(one))
        desk.do(searching.remember, "person", str(one))
        assert desk.ask(searching.find_people, "ad")[0].id == one
        assert desk.ask(searching.people_named, "ada")[0].id == one
        assert desk.ask(searching.lately, 1)[0].id == one
        move_clock(desk, 1)


def test_somebody_chosen_before_is_not_crowded_out(desk: Desk) -> None:
    first = add_person(desk, "Zoe Adamson")
    for at in range(30):
        add_person(desk, f"Adam {at}")
    desk.do(searching.remember, "person", str(first))
    assert desk.ask(searching.find_people, "adam", 3)[0].id == first


def test_remembering_a_choice_is_no_step_of_the_history(desk: Desk, two_adas: tuple[int, int]) -> None:
    before, steps = recorded(desk.database), desk.history()
    done = desk.do(searching.remember, "person", str(two_adas[0]))
    assert not done.changes
    assert (recorded(desk.database), desk.history()) == (before, steps)
    desk.undo()
    assert desk.ask(searching.chosen)[("person", str(two_adas[0]))].times == 1


def test_choices_of_people_who_left_do_no_harm(desk: Desk, two_adas: tuple[int, int]) -> None:
    desk.do(searching.remember, "person", str(two_adas[0]))
    desk.do(searching.remember, "person", "no number")
    desk.do(people.let_go, [two_adas[0]])
    assert [hit.id for hit in desk.ask(searching.find_people, "ada")] == [two_adas[1]]
    assert desk.ask(searching.lately) == ()


def test_somebody_is_named_by_name_and_not_by_what_is_written(desk: Desk) -> None:
    ada = add_person(desk, "Ada Lovelace", notes="a friend of Charles")
    assert desk.ask(searching.people_named, "charles") == ()
    for typed in ("ada", "lovelace ada", "al", "lovelcae"):
        assert [hit.id for hit in desk.ask(searching.people_named, typed)] == [ada]
    assert desk.ask(searching.people_named, "") == ()


def test_projects_and_news_are_found_by_their_titles(desk: Desk) -> None:
    ada = add_person(desk, "Ada Lovelace")
    project = desk.do(projects.add, Project("Loom atlas", next_step="Draw it", next_on=TODAY)).value
    theirs = desk.do(achievements.add, Achievement("The loom prize", "award", ada)).value
    mine = desk.do(achievements.add, Achievement("A loom of my own", "publication")).value
    read_all(desk)
    hits = desk.ask(searching.find_each, "loom", {"project": 2, "achievement": 3})
    assert hits["project"] == (Hit("project", project, "Loom atlas", "Draw it", "by name", on=TODAY),)
    assert {(hit.id, hit.person_id, hit.detail) for hit in hits["achievement"]} == {
        (theirs, ada, "Ada Lovelace"), (mine, None, "")
    }  # fmt: skip
    desk.do(people.let_go, [ada])
    read_all(desk)
    assert [hit.id for hit in desk.ask(searching.find_each, "loom", {"achievement": 3})["achievement"]] == [mine]


def test_doors_letters_things_and_favours_are_found(desk: Desk) -> None:
    ada = add_person(desk, "Ada Lovelace")
    door = desk.do(opportunities.add, Opportunity("A year of weaving", "job", "Looms Ltd")).value
    letter = desk.do(letters.add, Letter("the weaving grant", ada)).value
    thing = desk.do(sharing.add, Resource("Weaving by night")).value
    favour = desk.do(sharing.add_favour, Favour(ada, text="Her weaving patterns")).value
    read_all(desk)
    found = desk.ask(searching.find_each, "weav", dict.fromkeys(("opportunity", "letter", "resource", "favour"), 2))
    assert {kind: [hit.id for hit in hits] for kind, hits in found.items()} == {
        "opportunity": [door], "letter": [letter], "resource": [thing], "favour": [favour],
    }  # fmt: skip
    assert found["opportunity"][0].detail == "Looms Ltd" and found["letter"][0].detail == "Ada Lovelace"
