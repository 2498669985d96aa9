"""Achievements, and the move that files one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hallway.domain import errors
from hallway.domain.achievements import Achievement, State, state_of
from hallway.domain.interactions import Kind
from hallway.domain.people import Affiliation
from hallway.usecases import achievements, interactions, moving, organisations, people, safety, today, today_words
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_moment, add_person, everything, move_clock


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


def test_congratulating_logs_it_and_marks_this_one_in_one_step(desk: Desk) -> None:
    ada = add_person(desk)
    first = desk.do(achievements.add, Achievement("A prize", "award", ada)).value
    second = desk.do(achievements.add, Achievement("A grant", "grant", ada)).value
    before, steps = everything(desk), len(desk.history())
    done = desk.do(achievements.congratulate, first, "Well done")
    assert done.changes.label == "Congratulated Ada Lovelace" and len(desk.history()) == steps + 1
    states = {one.id: state_of(one, TODAY) for one in desk.ask(achievements.of_person, ada)}
    assert states == {first: State.CONGRATULATED, second: State.FRESH}
    (logged,) = desk.ask(interactions.timeline, TimelineFilter(person_id=ada))
    assert (logged.kind, logged.summary, logged.direction) == (Kind.CONGRATULATION, "Well done", "out")
    desk.undo()
    assert everything(desk) == before
    mine = desk.do(achievements.add, Achievement("My thesis", "defence")).value
    with pytest.raises(errors.Refused):
        desk.do(achievements.congratulate, mine)


def test_all_that_is_new_of_somebody_is_one_thing_on_today(desk: Desk) -> None:
    ada = add_person(desk)
    for title in ("A prize", "A grant."):
        desk.do(achievements.add, Achievement(title, "award", ada))
    (item,) = desk.ask(today.due)
    assert item.why.startswith("A grant; A prize. You noted it") and "A grant; A prize" in item.draft
    wanted = desk.ask(today_words.message, item)
    assert wanted is not None and wanted.more["their news"] == "A grant; A prize"
    desk.do(today.done, item)
    assert {state_of(one, TODAY) for one in desk.ask(achievements.of_person, ada)} == {State.CONGRATULATED}
    desk.do(achievements.add, Achievement("A talk", "talk", ada))
    assert [found.why[:6] for found in desk.ask(today.due)] == ["A talk"], "what comes later the same day is news"
    move_clock(desk, 31)
    assert desk.ask(today.due) == ()
    assert state_of(desk.ask(achievements.of_person, ada)[0], TODAY + timedelta(days=31)) is State.TOO_LATE


def test_a_congratulation_logged_by_hand_counts_for_all_seen_before(desk: Desk) -> None:
    ada = add_person(desk)
    desk.do(achievements.add, Achievement("A prize", "award", ada))
    entry = add_moment(desk, ada, kind=Kind.CONGRATULATION)
    assert desk.ask(today.due) == ()
    desk.do(interactions.remove, entry)
    assert len(desk.ask(today.due)) == 1


def test_one_is_changed_and_a_strange_link_is_refused(desk: Desk) -> None:
    ada = add_person(desk)
    id_ = desk.do(achievements.add, Achievement("A prise", "award", ada, "2026-05", "doi:10.1000/182")).value
    one = desk.ask(achievements.get, id_)
    desk.do(achievements.change, replace(one, title="A  prize", kind="grant"))
    changed = desk.ask(achievements.get, id_)
    assert (changed.title, changed.kind, changed.link) == ("A prize", "grant", "https://doi.org/10.1000/182")
    with pytest.raises(errors.Refused):
        desk.do(achievements.change, replace(one, link="javascript:alert(1)"))


def test_my_news_since_a_day(desk: Desk) -> None:
    for title, on in (("Old", "2026-03-01"), ("Month", "2026-06"), ("Year", "2026"), ("Long ago", "2019")):
        desk.do(achievements.add, Achievement(title, "talk", None, on))
    found = desk.ask(achievements.my_news_since, date(2026, 6, 10))
    assert {one.title for one in found} == {"Month", "Year"}, "noted since, and perhaps since then"
    assert len(desk.ask(achievements.my_news_since, date(2026, 3, 1))) == 3
