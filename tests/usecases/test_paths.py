"""Who can help to reach somebody: every sentence beside the record it was made from."""

from __future__ import annotations

from datetime import date

import pytest

from hallway.domain import errors
from hallway.domain.bonds import overlap
from hallway.domain.events import Event
from hallway.domain.people import Affiliation
from hallway.domain.programmes import Session
from hallway.store import programmes
from hallway.store.uids import random_uid
from hallway.store.work import Work as Step
from hallway.usecases import events, organisations, paths, people, ties
from hallway.usecases.desk import Desk
from hallway.usecases.paths import Found, Target
from tests.makers import TODAY, Kind, add_event, add_moment, add_person, days_ago, memory_desk


@pytest.fixture
def desk() -> Desk:
    return memory_desk()


def friend(desk: Desk, name: str, **more: object) -> int:
    """Somebody the user spoke with last week."""
    id_ = add_person(desk, name, **more)
    add_moment(desk, id_, on=days_ago(7))
    return id_


def stranger(desk: Desk, name: str, **more: object) -> int:
    return add_person(desk, name, known=False, **more)


def routes_to(desk: Desk, id_: int) -> tuple[Found, ...]:
    return desk.ask(paths.routes, Target("person", id_, ""))


def says(desk: Desk, id_: int) -> list[list[str]]:
    return [[". ".join((step.why, *step.also)) for step in route.steps] for route in routes_to(desk, id_)]


def works(desk: Desk, id_: int, place: str, start: str = "", end: str = "", unit: str = "") -> None:
    def write(step: Step) -> None:
        from hallway.store import people as store

        store.add_affiliation(step, id_, Affiliation(place, "Researcher", unit, start, end))

    desk.do(write)


def speak(desk: Desk, event_id: int, title: str, *who: int) -> None:
    def write(step: Step) -> None:
        (session_id,) = programmes.add(step, event_id, [Session(title, TODAY)], random_uid)
        programmes.link(step, [(session_id, id_) for id_ in who])

    desk.do(write)


# --- how the user stands to somebody ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "direction", "told"),
    [
        (Kind.CONVERSATION, "", "You spoke with Ada 5 days ago"),
        (Kind.VIDEO_CALL, "", "You spoke with Ada 5 days ago"),
        (Kind.MET, "", "You met Ada 5 days ago"),
        (Kind.MESSAGE, "out", "You wrote to Ada 5 days ago"),
        (Kind.MESSAGE, "in", "Ada wrote to you 5 days ago"),
        (Kind.THANK_YOU, "out", "You thanked Ada 5 days ago"),
        (Kind.CONGRATULATION, "", "You and Ada were in touch 5 days ago"),
        (Kind.CONGRATULATION, "out", "You congratulated Ada 5 days ago"),
        (Kind.GIFT_OF_TIME, "in", "You and Ada were in touch 5 days ago"),
    ],
)
def test_the_first_step_tells_the_last_moment(desk: Desk, kind: Kind, direction: str, told: str) -> None:
    ada = add_person(desk)
    add_moment(desk, ada, on=days_ago(5), kind=kind, direction=direction)
    assert says(desk, ada) == [[told]]


def test_a_request_for_an_introduction_is_no_moment_that_counts(desk: Desk) -> None:
    ada = add_person(desk, met_on="2024-05")
    add_moment(desk, ada, on=days_ago(1), kind=Kind.INTRODUCTION_REQUEST)
    assert says(desk, ada) == [["You met Ada in May 2024"]]


def test_more_than_one_moment_is_counted(desk: Desk) -> None:
    ada = add_person(desk)
    for days in (5, 40, 400):
        add_moment(desk, ada, on=days_ago(days))
    assert says(desk, ada) == [["You spoke with Ada 5 days ago. 3 moments since May 2025"]]


def test_without_any_moment_the_record_only_says_that_one_knows_them(desk: Desk) -> None:
    assert says(desk, add_person(desk)) == [["You know Ada"]]


# --- how two people stand to each other --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "since", "until", "told"),
    [
        ("co-author", "2019", "2022", "Ada and Bo wrote papers together, 2019–2022"),
        ("co-author", "2019", "", "Ada and Bo write papers together, since 2019"),
        ("colleague", "", "2021-05", "Ada and Bo worked together, until 2021"),
        ("lab-mate", "2019", "2019", "Ada and Bo were in the same lab, 2019"),
        ("friend", "", "", "Ada and Bo are friends"),
        ("knows", "", "", "Ada and Bo know each other"),
        ("family", "", "", "Ada and Bo are family"),
        ("advisor", "", "", "Ada advises Bo"),
        ("committee", "", "", "Ada is on the committee of Bo"),
    ],
)
def test_a_tie_is_told_as_it_was_written(desk: Desk, kind: str, since: str, until: str, told: str) -> None:
    ada, bo = friend(desk, "Ada Lovelace"), stranger(desk, "Bo Diddley")
    desk.do(ties.tie, bo, ada, kind, since, until)
    assert says(desk, bo)[0][1] == told


def test_a_tie_written_at_the_other_side_keeps_who_is_whose(desk: Desk) -> None:
    ada, bo = friend(desk, "Ada Lovelace"), stranger(desk, "Bo Diddley")
    desk.do(ties.tie, ada, bo, "advisor")
    assert says(desk, bo)[0][1] == "Bo advises Ada"


def test_who_introduced_whom_to_the_user(desk: Desk) -> None:
    ada = friend(desk, "Ada Lovelace")
    bo = add_person(desk, "Bo Diddley", introduced_by_id=ada, met_on="2025-06-17")
    route = next(route for route in routes_to(desk, bo) if not route.is_direct)
    assert route.steps[1].why == "Ada introduced you to Bo in 2025"


def test_an_introduction_that_was_made_counts_and_one_that_was_asked_for_does_not(desk: Desk) -> None:
    ada, bo, cy = friend(desk, "Ada Lovelace"), stranger(desk, "Bo Diddley"), stranger(desk, "Cy Twombly")

    def write(step: Step) -> None:
        for other, on in ((bo, "2026-02-03"), (cy, None)):
            step.execute(
                """INSERT INTO introduction (uid, first_id, second_id, state, reason, first_blurb, second_blurb,
                   first_answer, second_answer, made_on, introduced_on, outcome)
                   VALUES (?, ?, ?, '', '', '', '', '', '', '', ?, '')""",
                random_uid(), ada, other, on,
            )  # fmt: skip

    desk.do(write)
    assert says(desk, bo)[0][1] == "You introduced Ada and Bo to each other in 2026"
    assert says(desk, cy) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("2017", "2023"), ("2015", "2019"), "Ada and Bo were both at Looms, 2017–2019"),
        (("2017", ""), ("2020", ""), "Ada and Bo are both at Looms, since 2020"),
        (("", ""), ("2020", ""), "Ada and Bo are both at Looms"),
        (("2017", "2019"), ("2019-06", ""), None),  # 2019 may have ended in January
        (("2017", "2018"), ("2020", ""), None),
        (("", "2018"), ("2012", ""), None),  # nobody knows when it began
        (("2017", "2019-07"), ("2019-06", ""), "Ada and Bo were both at Looms, 2019"),
        (("some time ago", "2019"), ("2015", ""), None),
    ],
)
def test_two_were_at_one_place_only_when_that_is_sure(
    desk: Desk, one: tuple[str, str], other: tuple[str, str], told: str | None
) -> None:
    ada, bo = friend(desk, "Ada Lovelace"), stranger(desk, "Bo Diddley")
    works(desk, ada, "Looms", *one)
    works(desk, bo, "Looms", *other)
    assert [route[1] for route in says(desk, bo)] == ([told] if told else [])
    assert (overlap(one, other) is not None) == (overlap(other, one) is not None) == (told is not None)


def test_the_same_unit_is_named(desk: Desk) -> None:
    ada, bo = friend(desk, "Ada Lovelace"), stranger(desk, "Bo Diddley")
    works(desk, ada, "Looms", "2017", "", "Weaving")
    works(desk, bo, "Looms", "2018", "", "Weaving")
    assert says(desk, bo)[0][1] == "Ada and Bo are both at Looms, Weaving, since 2018"


def test_a_place_nobody_knows_and_one_with_too_many_people_tie_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, bo, cy = friend(desk, "Ada Lovelace"), stranger(desk, "Bo Diddley"), stranger(desk, "Cy Twombly")
    works(desk, ada, "Somewhere")
    works(desk, bo, "Somewhere")
    works(desk, ada, "Looms")
    works(desk, cy, "Looms")
    assert says(desk, bo) == []
    assert says(desk, cy) != []
    monkeypatch.setattr("hallway.store.network.LARGEST", 1)
    assert says(desk, cy) == []


def test_sessions_programmes_and_meetings_at_one_event(desk: Desk) -> None:
    ada, bo, cy = friend(desk, "Ada Lovelace"), stranger(desk, "Bo Diddley"), stranger(desk, "Cy Twombly")
    looms = add_event(desk, "Looms", start_on=date(2026, 6, 15), end_on=date(2026, 6, 18))
    speak(desk, looms, "Threads", ada, bo)
    speak(desk, looms, "Knots", cy)
    assert says(desk, bo)[0][1] == "Ada and Bo are in the same session, “Threads”, at Looms, 2026"
    assert says(desk, cy)[0][1] == "Ada and Cy are both on the programme of Looms, 2026"
    desk.do(events.remove, looms)
    assert says(desk, bo) == []


def test_both_met_at_one_event(desk: Desk) -> None:
    looms = add_event(desk, "Looms 2026")
    ada, bo = friend(desk, "Ada Lovelace", met_event_id=looms), stranger(desk, "Bo Diddley", met_event_id=looms)
    assert says(desk, bo)[0][1] == "You met both Ada and Bo at Looms 2026"
    assert ada


def test_a_talk_with_both_ties_them_and_a_message_to_both_does_not(desk: Desk) -> None:
    ada, bo, cy = (add_person(desk, name) for name in ("Ada Lovelace", "Bo Diddley", "Cy Twombly"))
    add_moment(desk, ada, bo, on=days_ago(9))
    add_moment(desk, ada, cy, on=days_ago(9), kind=Kind.MESSAGE)
    through = [route for route in routes_to(desk, bo) if not route.is_direct]
    assert through[0].steps[1].why == "You talked with Ada and Bo together on 8 June 2026"
    assert [route.people for route in routes_to(desk, cy)] == [(cy,)]


# --- which routes ------------------------------------------------------------------------------------------


def test_somebody_spoken_with_lately_comes_before_somebody_of_long_ago(desk: Desk) -> None:
    ada, bo, cy = add_person(desk, "Ada Lovelace"), add_person(desk, "Bo Diddley"), stranger(desk, "Cy Twombly")
    add_moment(desk, ada, on=days_ago(900))
    add_moment(desk, bo, on=days_ago(20))
    for one in (ada, bo):
        desk.do(ties.tie, cy, one, "colleague")
    assert [route.people for route in routes_to(desk, cy)] == [(bo, cy), (ada, cy)]


def test_those_set_aside_and_let_go_are_not_asked(desk: Desk) -> None:
    ada, bo, cy = friend(desk, "Ada Lovelace"), friend(desk, "Bo Diddley"), stranger(desk, "Cy Twombly")
    for one in (ada, bo):
        desk.do(ties.tie, cy, one, "colleague")
    desk.do(people.let_go, [ada])
    desk.do(people.archive, [bo])
    assert routes_to(desk, cy) == ()


def test_an_organisation_is_reached_through_those_who_are_there_or_in_a_part_of_it(desk: Desk) -> None:
    ada, bo = friend(desk, "Ada Lovelace"), stranger(desk, "Bo Diddley")
    desk.do(ties.tie, bo, ada, "friend")
    works(desk, bo, "Weaving Lab")
    works(desk, ada, "Looms University", "2001", "2009")
    lab = desk.ask(organisations.listed, "Weaving")[0].id
    desk.do(organisations.set_parent, lab, "Looms University")
    found = desk.ask(paths.routes, desk.ask(paths.target_named, "looms university"))
    assert [[step.to_name for step in route.steps] for route in found] == [
        ["Ada Lovelace", "Bo Diddley", "Looms University"],
        ["Ada Lovelace", "Looms University"],
    ]
    assert found[0].steps[-1].why == "Bo Diddley: Researcher, Weaving Lab"
    assert found[1].steps[-1].why == "Ada Lovelace: Researcher, Looms University, until 2009"


def test_a_topic_is_reached_through_those_interested(desk: Desk) -> None:
    friend(desk, "Ada Lovelace", topics=("looms",))
    (route,) = desk.ask(paths.routes, desk.ask(paths.target_named, "Looms"))
    assert route.steps[-1][:5] == (route.people[0], "Ada Lovelace", 0, "looms", "Ada Lovelace is interested in looms")


def test_a_person_goes_before_a_topic_of_the_same_name(desk: Desk) -> None:
    add_person(desk, "Ada Lovelace", topics=("Ada Lovelace",))
    assert desk.ask(paths.target_named, "ada lovelace").kind == "person"
    with pytest.raises(errors.NotFound):
        desk.ask(paths.target_named, "Zeppelin")
    add_person(desk, "Ada Byron")
    with pytest.raises(errors.Ambiguous):
        desk.ask(paths.target_named, "Ada")


def test_two_of_one_given_name_are_told_by_their_whole_names(desk: Desk) -> None:
    ada, other = friend(desk, "Ada Lovelace"), stranger(desk, "Ada Byron")
    desk.do(ties.tie, other, ada, "friend")
    assert says(desk, other) == [["You spoke with Ada Lovelace 1 week ago", "Ada Lovelace and Ada Byron are friends"]]


def test_an_event_where_the_user_was_is_a_last_resort(desk: Desk) -> None:
    looms = desk.do(events.add, Event("Looms 2026", TODAY, TODAY, status="attended")).value
    bo = stranger(desk, "Bo Diddley")
    speak(desk, looms, "Threads", bo)
    assert says(desk, bo) == [["Bo is on the programme of Looms 2026, where you were"]]
