"""Organisations: changing, parts, merging spellings, the trash, and one's own part."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from hallway.domain import errors
from hallway.domain.organisations import Membership
from hallway.domain.people import Affiliation
from hallway.store import organisations as store
from hallway.usecases import calendars, events, organisations, people, today
from hallway.usecases.calendars import CalendarChoice
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_person, days_ago, everything, move_clock


def add(desk: Desk, name: str) -> int:
    return desk.do(organisations.add, name).value


def test_a_name_is_there_once(desk: Desk) -> None:
    lund = add(desk, " Uni  Lund ")
    assert add(desk, "uni lund") == lund
    other = add(desk, "Uni Oslo")
    with pytest.raises(errors.Refused, match="already"):
        desk.do(organisations.change, other, "name", "UNI LUND")


def test_merging_moves_everything_and_is_one_step(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada", organisation="Lund University"), add_person(desk, "Bo")
    kept = desk.ask(organisations.listed)[0].id
    gone = add(desk, "Lunds universitet")
    lab, above = add(desk, "Loom Lab"), add(desk, "Sweden")
    for person in (ada, bo):
        desk.do(people.set_affiliation, person, Affiliation("Lunds universitet"))
    desk.do(organisations.set_parent, lab, "Lunds universitet")
    desk.do(organisations.set_parent, kept, "Lunds universitet")
    desk.do(organisations.join, gone, Membership("Member", "2024"))
    before = everything(desk)
    assert desk.do(organisations.merge, kept, gone).changes.label == "Lunds universitet is Lund University"
    page = desk.ask(organisations.page_of, kept)
    assert [one.name for one in page.people] == ["Ada", "Bo"], "Ada was at both, and is there once"
    assert [name for _, name in page.parts] == ["Loom Lab"] and page.organisation.parent == ""
    assert [mine.role for mine in page.memberships] == ["Member"]
    assert desk.ask(people.person, ada).affiliations[0].organisation == "Lund University"
    assert {one.name for one in desk.ask(organisations.listed)} == {"Lund University", "Loom Lab", "Sweden"}
    desk.undo()
    assert everything(desk) == before
    assert above


def test_who_was_let_go_is_not_counted(desk: Desk) -> None:
    ada, _ = (add_person(desk, name, organisation="Loom Lab") for name in ("Ada", "Bo"))
    desk.do(people.let_go, [ada])
    (lab,) = desk.ask(organisations.listed)
    page = desk.ask(organisations.page_of, lab.id)
    assert [one.name for one in page.people] == ["Bo"]
    assert (lab.people_now, page.organisation.people_now) == (1, 1)
    desk.undo()
    assert desk.ask(organisations.listed)[0].people_now == 2


def test_nothing_is_part_of_itself(desk: Desk) -> None:
    lab, school = add(desk, "Loom Lab"), add(desk, "School")
    desk.do(organisations.set_parent, lab, "School")
    before = everything(desk)
    for one, parent in ((school, "Loom Lab"), (lab, "Loom Lab")):
        with pytest.raises(errors.Refused, match=r"cannot be part of (itself|Loom Lab)\."):
            desk.do(organisations.set_parent, one, parent)
    assert everything(desk) == before
    desk.do(organisations.set_parent, lab, "")
    assert desk.ask(organisations.one, lab).parent_id == 0


def test_let_go_waits_thirty_days_and_people_keep_the_name(desk: Desk) -> None:
    ada = add_person(desk, "Ada", organisation="Uni Lund")
    lund = desk.ask(organisations.listed)[0].id
    desk.do(organisations.let_go, lund)
    assert desk.ask(organisations.listed) == ()
    assert [name for _, name, _ in desk.ask(organisations.in_trash)] == ["Uni Lund"]
    assert desk.ask(people.person, ada).affiliations[0].organisation == "Uni Lund"
    empty = add(desk, "Nobody's place")
    desk.do(organisations.let_go, empty)
    move_clock(desk, 30)
    assert desk.do(store.forget_old).value == 0
    move_clock(desk, 1)
    assert desk.do(store.forget_old).value == 1, "the one that nobody is or was at"
    assert desk.ask(people.person, ada).affiliations[0].organisation == "Uni Lund"
    desk.do(organisations.bring_back, lund)
    assert [one.name for one in desk.ask(organisations.listed)] == ["Uni Lund"]


def test_a_place_that_somebody_comes_to_is_brought_back(desk: Desk) -> None:
    lund = add(desk, "Uni Lund")
    desk.do(organisations.let_go, lund)
    add_person(desk, "Ada", organisation="uni lund")
    assert [one.id for one in desk.ask(organisations.listed)] == [lund]


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, id_: desk.do(organisations.change, id_, "name", " "),
        lambda desk, id_: desk.do(organisations.change, id_, "kind", "spaceship"),
        lambda desk, id_: desk.do(organisations.change, id_, "uid", "x"),
        lambda desk, id_: desk.do(organisations.merge, id_, id_),
        lambda desk, id_: desk.do(organisations.join, id_, Membership("Member", "soon")),
        lambda desk, id_: desk.do(organisations.join, id_, Membership("Member", "2020", "2019")),
        lambda desk, id_: desk.do(organisations.add, "  "),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(desk: Desk, act: Callable[[Desk, int], object]) -> None:
    id_ = add(desk, "Uni Lund")
    before = everything(desk)
    with pytest.raises(errors.Refused):
        act(desk, id_)
    assert everything(desk) == before


def test_merging_with_what_it_is_deep_in_makes_no_circle(desk: Desk) -> None:
    world, lund, faculty, lab = (desk.do(organisations.add, name).value for name in ("World", "Lund", "Faculty", "Lab"))
    for inner, outer in ((lund, "World"), (faculty, "Lund"), (lab, "Faculty")):
        desk.do(organisations.set_parent, inner, outer)
    desk.do(organisations.merge, lab, lund)
    assert desk.ask(organisations.one, lab).parent_id == world
    assert desk.ask(organisations.one, faculty).parent_id == lab


def test_merging_keeps_what_only_the_other_was_known_by(desk: Desk) -> None:
    kept, gone, above = add(desk, "Uni Lund"), add(desk, "Lund University"), add(desk, "Sweden")
    for field, value in (("kind", "university"), ("place", "Lund"), ("web", "https://b.org"), ("notes", "old")):
        desk.do(organisations.change, gone, field, value)
    desk.do(organisations.set_parent, gone, "Sweden")
    desk.do(organisations.change, kept, "place", "Lund, Sweden")
    desk.do(organisations.change, kept, "notes", "near Copenhagen")
    desk.do(organisations.merge, kept, gone)
    one = desk.ask(organisations.one, kept)
    assert (one.name, one.kind, one.place, one.web) == ("Uni Lund", "university", "Lund, Sweden", "https://b.org")
    assert (one.notes, one.parent_id) == ("near Copenhagen\n\nold", above)


def test_merging_with_a_part_of_its_part_makes_no_circle(desk: Desk) -> None:
    lund, faculty, lab = (add(desk, name) for name in ("Lund", "Faculty", "Lab"))
    desk.do(organisations.set_parent, faculty, "Lund")
    desk.do(organisations.set_parent, lab, "Faculty")
    desk.do(organisations.merge, lund, lab)
    assert desk.ask(organisations.one, lund).parent_id == 0
    assert desk.ask(organisations.one, faculty).parent_id == lund


def alike(desk: Desk, organisation_id: int) -> list[str]:
    return [name for _, name in desk.ask(organisations.page_of, organisation_id).alike]


def test_only_those_that_may_be_the_same_are_asked_about(desk: Desk) -> None:
    lund = add(desk, "Lund University")
    for name in (
        "Lunds universitet", "Uni Lund (LU)", "Division of Water Resources, Lund University", "Oslo University", "LUND"
    ):  # fmt: skip
        add(desk, name)
    assert alike(desk, lund) == ["LUND", "Lunds universitet", "Uni Lund (LU)"]
    mit = add(desk, "Massachusetts Institute of Technology")
    short = add(desk, "MIT")
    assert alike(desk, mit) == ["MIT"] and alike(desk, short) == ["Massachusetts Institute of Technology"]
    long = add(desk, "ETH Zürich (ETHZ)")
    assert alike(desk, add(desk, "ETHZ")) == ["ETH Zürich (ETHZ)"] and alike(desk, long) == ["ETHZ"]


def test_what_is_part_of_it_or_was_said_to_be_another_is_asked_about_no_more(desk: Desk) -> None:
    lund, other, campus = (add(desk, name) for name in ("Lund University", "Uni Lund", "Lund University, Helsingborg"))
    assert alike(desk, lund) == ["Lund University, Helsingborg", "Uni Lund"]
    desk.do(organisations.set_parent, campus, "Lund University")
    assert alike(desk, lund) == ["Uni Lund"] and alike(desk, campus) == []
    before = everything(desk)
    assert desk.do(organisations.keep_apart, other, lund).changes.label == "Uni Lund is not Lund University"
    assert alike(desk, lund) == [] == alike(desk, other)
    desk.undo()
    assert everything(desk) == before and alike(desk, other) == ["Lund University"]


def test_events_it_organises_and_events_held_there(desk: Desk) -> None:
    lund = add(desk, "Uni Lund")
    add_event(desk, "Looms", organiser="UNI LUND")
    add_event(desk, "Threads", venue="Uni Lund, room 3", start_on=days_ago(400), end_on=days_ago(399))
    add_event(desk, "Knots", venue="Uni Lundby")
    add_event(desk, "Uni Lund and its looms", notes="Uni Lund")
    gone = add_event(desk, "Felt", organiser="Uni Lund")
    desk.do(events.remove, gone)
    found = desk.ask(organisations.page_of, lund).events
    assert [(one.title, one.organises) for one in found] == [("Looms", True), ("Threads", False)]


def test_events_know_it_by_its_new_name(desk: Desk) -> None:
    lund = add(desk, "Uni Lund")
    looms = add_event(desk, "Looms", organiser="Uni Lund", venue="Uni Lund, room 3")
    before = everything(desk)
    desk.do(organisations.change, lund, "name", "Lund University")
    event = desk.ask(events.page_of, looms).event
    assert (event.organiser, event.venue) == ("Lund University", "Lund University, room 3")
    desk.undo()
    assert everything(desk) == before
    desk.do(organisations.merge, add(desk, "Lunds universitet"), lund)
    assert desk.ask(events.page_of, looms).event.organiser == "Lunds universitet"


def test_ones_own_part_is_noted_changed_ended_and_taken_away(desk: Desk) -> None:
    society = add(desk, "Society of Looms")
    id_ = desk.do(organisations.join, society, Membership(" Review  editor ", "2024-05")).value
    desk.do(organisations.change_membership, Membership("Secretary", "2024-05", "2025", "minutes\n", id_))
    assert desk.ask(organisations.page_of, society).memberships == (
        Membership("Secretary", "2024-05", "2025", "minutes", id_),
    )
    assert desk.ask(organisations.one, society).my_role == "", "no longer"
    before = everything(desk)
    with pytest.raises(errors.Refused, match="before it begins"):
        desk.do(organisations.change_membership, Membership("Secretary", "2024-05", "2024-04", "", id_))
    assert everything(desk) == before
    desk.do(organisations.change_membership, Membership("", "2024", "", "", id_))
    assert desk.ask(organisations.one, society).my_role == "Member"
    assert desk.do(organisations.leave, id_).changes.label == "Took away my part in Society of Looms"
    with pytest.raises(errors.NotFound):
        desk.do(organisations.leave, id_)


def test_names_are_offered_however_they_are_accented(desk: Desk) -> None:
    for name in ("Zürich Labs", "ETH Zürich", "Lund"):
        add(desk, name)
    gone = add(desk, "Zurich Looms")
    desk.do(organisations.let_go, gone)
    offered = desk.ask(organisations.offered, "zurich")
    assert [name for _, name in offered] == ["Zürich Labs", "ETH Zürich"], "those that begin so come first"
    assert [name for _, name in desk.ask(organisations.offered, "zurich", offered[0][0])] == ["ETH Zürich"]
    assert desk.ask(organisations.named, " eth zurich") == offered[1][0]
    with pytest.raises(errors.NotFound):
        desk.ask(organisations.named, "Nowhere")


def test_the_next_meeting_of_a_group_is_on_today_and_in_the_calendar(desk: Desk) -> None:
    society = add(desk, "Society of Looms")
    mine = Membership("Secretary", "2024", next_on=TODAY + timedelta(days=8), next_what=" Minutes ")
    id_ = desk.do(organisations.join, society, mine).value
    (found,) = desk.ask(organisations.mine)
    assert (found.organisation, found.mine.next_what, found.people) == ("Society of Looms", "Minutes", 0)
    assert desk.ask(today.due) == ()
    export = desk.ask(calendars.prepare, CalendarChoice(), desk.clock.now())
    assert [entry.title for entry in export.entries] == ["Society of Looms: Minutes"]
    move_clock(desk, 7)
    (item,) = desk.ask(today.due)
    assert (item.title, item.why) == ("Society of Looms: Minutes", "Tomorrow. You are there as: Secretary.")
    assert desk.do(today.done, item).changes.label == "Done: Minutes"
    assert desk.ask(today.due) == () and desk.ask(organisations.mine)[0].mine.next_on is None
    with pytest.raises(errors.Refused, match="needs a day"):
        desk.do(organisations.change_membership, Membership(id=id_, next_what="Minutes"))
