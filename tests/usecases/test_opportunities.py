"""Opportunities: written down, with people and small steps, until they come true or rest; all of it undoable."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hallway.domain.errors import NotFound, Refused
from hallway.domain.letters import Addressee, Letter
from hallway.domain.opportunities import RECOMMENDS_ME, TOLD_ME, Opportunity, Part, State, guess_kind
from hallway.domain.records import EntryKind
from hallway.usecases import calendars, letters, opportunities, organisations, people, ties
from hallway.usecases.calendars import CalendarChoice
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person, everything

LATER = TODAY + timedelta(weeks=12)


def add(desk: Desk, title: str = "Ridderkerk early-career grant", **more: object) -> int:
    return desk.do(opportunities.add, Opportunity(title, **more)).value  # type: ignore[arg-type]


def one(desk: Desk, id_: int) -> Opportunity:
    return desk.ask(opportunities.get, id_)


def test_one_is_written_down_with_all_that_belongs_to_it_and_taken_back(desk: Desk) -> None:
    ada = add_person(desk)
    before = everything(desk)
    id_ = add(
        desk, organisation="Ridderkerk Fund", deadline=LATER, link="ridderkerk.example/call", topics=("heat",),
        people=(Part(ada, TOLD_ME, "Runs it"),),
    )  # fmt: skip
    found = one(desk, id_)
    assert (found.kind, found.organisation, found.deadline) == ("grant", "Ridderkerk Fund", LATER)
    assert found.link == "https://ridderkerk.example/call" and found.topics == ("heat",)
    assert found.people == (Part(ada, TOLD_ME, "Runs it", "Ada Lovelace"),)
    assert desk.ask(opportunities.of_person, ada) == (found,)
    assert desk.ask(opportunities.of_organisation, found.organisation_id or 0) == (found,)
    desk.undo()
    assert everything(desk) == before


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/x", "https://a b.c", "x"])
def test_a_strange_link_is_refused_and_nothing_is_kept(desk: Desk, link: str) -> None:
    with pytest.raises(Refused, match="link"):
        add(desk, link=link)
    assert desk.ask(opportunities.listed) == ()


def test_a_title_is_needed(desk: Desk) -> None:
    with pytest.raises(Refused, match="title"):
        add(desk, "  ")


def test_steps_are_ticked_changed_and_removed(desk: Desk) -> None:
    id_ = add(desk)
    first = desk.do(opportunities.add_step, id_, "Read the call").value
    desk.do(opportunities.add_step, id_, "One page for Rosalind", TODAY)
    assert one(desk, id_).next_step == one(desk, id_).steps[0]
    desk.do(opportunities.tick, id_, first)
    assert one(desk, id_).steps[0].done_on == TODAY
    following = one(desk, id_).next_step
    assert following is not None and following.text == "One page for Rosalind"
    desk.do(opportunities.tick, id_, first, False)
    assert one(desk, id_).steps[0].done_on is None
    with pytest.raises(Refused):
        desk.do(opportunities.add_step, id_, " ")
    desk.do(opportunities.remove_step, id_, first)
    assert [step.text for step in one(desk, id_).steps] == ["One page for Rosalind"]
    with pytest.raises(NotFound):
        desk.do(opportunities.tick, id_, first)


def test_somebody_may_have_two_parts_and_each_once(desk: Desk) -> None:
    ada, id_ = add_person(desk), add(desk)
    desk.do(opportunities.add_person, id_, Part(ada, TOLD_ME, "on the phone"))
    desk.do(opportunities.add_person, id_, Part(ada, RECOMMENDS_ME))
    desk.do(opportunities.add_person, id_, Part(ada, TOLD_ME, "by mail"))
    assert {(part.part, part.note) for part in one(desk, id_).people} == {(TOLD_ME, "by mail"), (RECOMMENDS_ME, "")}
    desk.do(opportunities.remove_person, id_, Part(ada, TOLD_ME))
    assert [part.part for part in one(desk, id_).people] == [RECOMMENDS_ME]
    desk.do(people.let_go, (ada,))
    assert one(desk, id_).people == ()
    desk.undo()
    assert len(one(desk, id_).people) == 1


def test_a_door_that_closes_rests_and_is_counted_nowhere(desk: Desk) -> None:
    id_, other = add(desk), add(desk, "Postdoc, urban exposure", deadline=LATER)
    assert [found.id for found in desk.ask(opportunities.listed)] == [other, id_], "what has a day comes first"
    desk.do(opportunities.set_state, id_, State.LET_GO)
    assert [found.id for found in desk.ask(opportunities.listed)] == [other]
    assert [found.id for found in desk.ask(opportunities.at_rest)] == [id_] and desk.ask(opportunities.count) == 1
    desk.do(opportunities.set_state, id_, State.CURIOUS)
    assert desk.ask(opportunities.count) == 2


def test_who_could_know_more_is_said_with_a_fact(desk: Desk) -> None:
    told = add_person(desk, "Rosalind Achterberg")
    there = add_person(desk, "Bo Ek", organisation="Halden Institute")
    friend = add_person(desk, "Cy Tanaka")
    likes = add_person(desk, "Di Ng", topics=("heat",))
    desk.do(ties.tie, told, friend, "colleague")
    id_ = add(desk, organisation="Halden Institute", topics=("heat",), people=(Part(told),))
    said = {found.person_id: found.why for found in desk.ask(opportunities.who_could_know, id_)}
    assert said[there] == "Works at Halden Institute"
    assert said[friend] == "Knows Rosalind Achterberg (colleague)"
    assert said[likes] == "Interested in heat" and told not in said


def test_merged_organisations_and_people_keep_them(desk: Desk) -> None:
    id_ = add(desk, organisation="Halden Inst.")
    other = add(desk, "Another", organisation="Halden Institute")
    keep, gone = one(desk, other).organisation_id, one(desk, id_).organisation_id
    desk.do(organisations.merge, keep or 0, gone or 0)
    assert one(desk, id_).organisation == "Halden Institute"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Ridderkerk early-career grant", "grant"), ("Postdoc, urban exposure", "job"),
        ("Visiting month in Valmora", "visit"), ("Special issue: shade and justice", "special issue"),
        ("Panel at HeatHealth Forum", "talk"), ("Research data scientist", "job"),
        ("Summer school on sensors", "course"), ("Something else", "other"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_the_title(title: str, kind: str) -> None:
    assert guess_kind(title) == kind


def test_deadlines_go_into_the_calendar_and_tell_nobody_at_the_private_level(desk: Desk) -> None:
    greta = add_person(desk, "Greta Solheim")
    add(desk, deadline=LATER, link="https://fund.example")
    desk.do(letters.add, Letter("the grant of Greta", greta, addressees=(Addressee("Fund", TODAY), Addressee("Later"))))
    only = frozenset({EntryKind.DEADLINE})
    shown = desk.ask(calendars.preview, CalendarChoice(only))
    assert [(entry.title, entry.start) for entry in shown] == [
        ("Letter for the grant of Greta (Fund)", TODAY), ("Ridderkerk early-career grant", LATER),
    ]  # fmt: skip
    private = desk.ask(calendars.preview, CalendarChoice(only, detail=calendars.PRIVATE))
    assert {(entry.title, entry.url) for entry in private} == {("Deadline", "")}
    desk.do(opportunities.set_state, 1, State.HANDED_IN)
    assert len(desk.ask(calendars.preview, CalendarChoice(only))) == 1
