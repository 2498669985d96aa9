"""Introductions from the idea to thanks and news, in the record, in the timeline and on Today; all of it taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hallway.domain import errors
from hallway.domain.interactions import Interaction, Kind
from hallway.domain.introductions import Introduction, Next, State
from hallway.domain.messages import Purpose
from hallway.domain.outreach import Outreach
from hallway.domain.outreach import State as Reaching
from hallway.domain.people import NewPerson
from hallway.domain.today import INTRODUCER, REFERRER, THANKS, Item
from hallway.store.interactions import TimelineFilter
from hallway.usecases import insights, interactions, introductions, messages, outreach, people, settings, today
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_moment, add_person, everything, move_clock


def state(desk: Desk, id_: int) -> tuple[State, Next]:
    page = desk.ask(introductions.page_of, id_)
    return page.state, page.next


def moments(desk: Desk) -> tuple[Interaction, ...]:
    return desk.ask(interactions.timeline, TimelineFilter())


def due(desk: Desk, *kinds: str) -> list[Item]:
    return [item for item in desk.ask(today.due) if item.kind in kinds]


def made(desk: Desk) -> tuple[int, int, int]:
    """An introduction to which both said yes, and the two."""
    one, other = add_person(desk, "Ada Adeyemi"), add_person(desk, "Bo Bakker")
    id_ = desk.do(introductions.start, one, other, "Looms").value
    for _ in range(2):
        desk.do(introductions.asked, id_)
        desk.do(introductions.answered, id_, yes=True)
    return id_, one, other


def met_through(desk: Desk) -> tuple[int, int, int]:
    """An introduction that was asked for and made today, whoever made it, and the other."""
    one, other = add_person(desk, "Ada Adeyemi"), add_person(desk, "Bo Bakker", known=False)
    id_ = desk.do(introductions.ask_for, one, other, "Looms").value
    desk.do(introductions.introduced, id_)
    return id_, one, other


# --- made by the user --------------------------------------------------------------------------------------


def test_two_are_introduced_only_after_both_said_yes(desk: Desk) -> None:
    one, other = add_person(desk, "Ada Adeyemi"), add_person(desk, "Bo Bakker")
    id_ = desk.do(introductions.start, one, other, "Looms").value
    for step in range(4):
        with pytest.raises(errors.Refused):
            desk.do(introductions.introduced, id_)
        if step % 2 == 0:
            desk.do(introductions.asked, id_)
        else:
            desk.do(introductions.answered, id_, yes=True, words="gladly")
    assert moments(desk) == (), "asking stands in nobody's timeline"
    assert desk.do(introductions.introduced, id_).changes.label == "Introduced Ada Adeyemi and Bo Bakker to each other"
    (entry,) = moments(desk)
    assert (entry.kind, entry.direction, {who.person_id for who in entry.people}) == (
        Kind.INTRODUCTION, "out", {one, other},
    )  # fmt: skip
    assert state(desk, id_) == (State.INTRODUCED, Next.HEAR)
    assert desk.ask(people.person, other).introduced_by_id is None
    with pytest.raises(errors.Refused):
        desk.do(introductions.introduced, id_)


def test_how_it_went_and_thanks(desk: Desk) -> None:
    id_, *_ = made(desk)
    desk.do(introductions.introduced, id_)
    desk.do(introductions.heard, id_, "They write together")
    assert state(desk, id_) == (State.TALKED, Next.THANK)
    assert desk.ask(introductions.page_of, id_).one.outcome == "They write together"
    desk.do(introductions.thanked, id_)
    assert state(desk, id_) == (State.THANKED, Next.NOTHING)
    assert moments(desk)[0].kind is Kind.THANK_YOU


def test_a_no_closes_it_without_counting(desk: Desk) -> None:
    id_, *_ = made(desk)
    desk.undo()
    label = desk.do(introductions.answered, id_, yes=False, words="not this year").changes.label
    assert label == "Bo Bakker said no, which is fine"
    one = desk.ask(introductions.page_of, id_).one
    assert (one.state, one.closed_on, one.second_answer) == (State.DECLINED, TODAY, "not this year")
    assert moments(desk) == () and due(desk, THANKS, INTRODUCER) == []
    with desk.looking() as look:
        assert look.value("SELECT count(*) FROM introduction WHERE introduced_on IS NOT NULL") == 0
    desk.do(introductions.reopen, id_)
    assert state(desk, id_) == (State.IDEA, Next.ASK)


def test_only_introductions_that_were_made_are_counted(desk: Desk) -> None:
    id_, *_ = made(desk)
    before = repr(desk.ask(insights.figures))
    desk.do(introductions.rest, id_)
    assert repr(desk.ask(insights.figures)) == before
    desk.do(introductions.reopen, id_)
    for _ in range(2):
        desk.do(introductions.asked, id_)
        desk.do(introductions.answered, id_, yes=True)
    desk.do(introductions.introduced, id_)
    assert repr(desk.ask(insights.figures)) != before


def test_each_has_a_few_words_that_can_be_forwarded(desk: Desk) -> None:
    one = add_person(desk, "Ada Adeyemi", organisation="Looms Ltd", role="Weaver")
    desk.do(people.set_topics, one, ["wool"])
    id_ = desk.do(introductions.start, one, add_person(desk, "Bo Bakker")).value
    page = desk.ask(introductions.page_of, id_).one
    assert (page.first_blurb, page.second_blurb) == (
        "Ada Adeyemi, Weaver at Looms Ltd. Interested in wool.", "Bo Bakker.",
    )  # fmt: skip
    desk.do(introductions.change, replace(page, first_blurb=" Ada weaves. ", reason="Wool", state=State.INTRODUCED))
    after = desk.ask(introductions.page_of, id_).one
    assert (after.first_blurb, after.reason, after.state) == ("Ada weaves.", "Wool", State.IDEA)


def test_the_same_two_stay_one_introduction_while_it_is_under_way(desk: Desk) -> None:
    id_, one, other = made(desk)
    assert desk.do(introductions.start, other, one, "again").value == id_
    assert desk.do(introductions.ask_for, one, other).value != id_
    desk.do(introductions.introduced, id_)
    assert desk.do(introductions.start, one, other).value != id_


def test_nobody_is_introduced_to_themselves(desk: Desk) -> None:
    one = add_person(desk)
    for usecase in (introductions.start, introductions.ask_for):
        with pytest.raises(errors.Refused):
            desk.do(usecase, one, one)
    with pytest.raises(errors.NotFound):
        desk.do(introductions.start, one, 77)


# --- asked for -------------------------------------------------------------------------------------------


def test_asking_for_one_is_a_request_that_does_not_count(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    one, other = add_person(desk, "Ada Adeyemi"), add_person(desk, "Bo Bakker", known=False)
    id_ = desk.do(introductions.ask_for, one, other, "Looms").value
    assert desk.ask(introductions.page_of, id_).one.first_blurb == "Ines Okoye."
    desk.do(introductions.asked, id_)
    (entry,) = moments(desk)
    assert entry.kind is Kind.INTRODUCTION_REQUEST and [who.person_id for who in entry.people] == [one]
    desk.do(introductions.answered, id_, yes=True)
    assert state(desk, id_) == (State.AGREED, Next.INTRODUCE)


def test_being_introduced_writes_down_through_whom_and_can_be_taken_back(desk: Desk) -> None:
    one, other = add_person(desk, "Ada Adeyemi"), add_person(desk, "Bo Bakker", known=False)
    id_ = desk.do(introductions.ask_for, one, other).value
    before = everything(desk)
    assert desk.do(introductions.introduced, id_).changes.label == "Ada Adeyemi introduced you to Bo Bakker"
    person = desk.ask(people.person, other)
    assert (person.introduced_by_id, person.introduced_by) == (one, "Ada Adeyemi")
    assert {who.person_id for who in moments(desk)[0].people} == {one, other}
    after = everything(desk)
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert everything(desk) == after


def test_who_introduced_somebody_first_stays_written_down(desk: Desk) -> None:
    one, other, earlier = add_person(desk, "Ada"), add_person(desk, "Bo"), add_person(desk, "Cy")
    desk.do(people.set_met, other, None, earlier)
    desk.do(introductions.introduced, desk.do(introductions.ask_for, one, other).value)
    assert desk.ask(people.person, other).introduced_by_id == earlier


def test_thanks_are_due_the_day_after_to_whoever_introduced_alone(desk: Desk) -> None:
    id_, one, _ = met_through(desk)
    assert due(desk, THANKS) == []
    move_clock(desk, 1)
    (item,) = due(desk, THANKS)
    assert item.person_id == one and item.why == "The introduction to Bo Bakker was on Wednesday 17 June."
    assert "the introduction to Bo Bakker" in item.draft
    desk.do(today.done, item, "Thank you!")
    assert due(desk, THANKS) == [] and state(desk, id_) == (State.INTRODUCED, Next.TALK)
    desk.undo()
    desk.do(introductions.thanked, id_)
    assert due(desk, THANKS) == []


def test_thanks_are_due_too_where_another_one_is_written_down_who_introduced_them(desk: Desk) -> None:
    one, other, earlier = add_person(desk, "Ada"), add_person(desk, "Bo"), add_person(desk, "Cy")
    desk.do(people.set_met, other, None, earlier)
    desk.do(introductions.introduced, desk.do(introductions.ask_for, one, other).value)
    move_clock(desk, 1)
    assert [item.person_id for item in due(desk, THANKS)] == [one]


def test_the_talk_is_what_the_timeline_tells(desk: Desk) -> None:
    id_, _, other = met_through(desk)
    move_clock(desk, 2)
    desk.do(introductions.thanked, id_)
    desk.do(introductions.talked, id_)
    assert state(desk, id_) == (State.TALKED, Next.TELL)
    assert len(moments(desk)) == 3
    desk.do(introductions.talked, id_)
    assert len(moments(desk)) == 3, "once is enough"
    desk.do(interactions.remove, moments(desk)[0].id)
    assert state(desk, id_) == (State.INTRODUCED, Next.TALK)
    add_moment(desk, other, on=TODAY.replace(day=18), kind=Kind.CALL)
    assert desk.ask(introductions.page_of, id_).one.talked_on == TODAY.replace(day=18)


def test_an_earlier_talk_is_not_the_one_that_followed(desk: Desk) -> None:
    one, other = add_person(desk, "Ada"), add_person(desk, "Bo")
    add_moment(desk, other, on=TODAY.replace(day=2))
    id_ = desk.do(introductions.ask_for, one, other).value
    desk.do(introductions.introduced, id_)
    assert desk.ask(introductions.page_of, id_).one.talked_on is None


def test_a_week_after_the_talk_whoever_introduced_hears_how_it_went(desk: Desk) -> None:
    id_, one, _ = met_through(desk)
    desk.do(introductions.talked, id_)
    move_clock(desk, 6)
    assert due(desk, INTRODUCER, REFERRER) == []
    move_clock(desk, 1)
    (item,) = due(desk, INTRODUCER, REFERRER)
    assert item.person_id == one and item.title == "Tell Ada Adeyemi how it went with Bo Bakker"
    assert item.why.startswith("Ada Adeyemi introduced you to Bo Bakker; you talked")
    desk.do(today.another_day, item, TODAY.replace(day=26))
    assert due(desk, INTRODUCER) == []
    move_clock(desk, 2)
    desk.do(today.done, item, "We talked.")
    assert due(desk, INTRODUCER) == [] and desk.ask(introductions.page_of, id_).one.told_on is not None
    assert moments(desk)[0].summary == "We talked."
    desk.undo()
    desk.do(today.not_needed, item)
    assert due(desk, INTRODUCER) == [] and desk.ask(introductions.page_of, id_).one.told_on is None


def test_news_of_long_ago_is_not_asked_for(desk: Desk) -> None:
    id_, *_ = met_through(desk)
    desk.do(introductions.talked, id_)
    move_clock(desk, 60)
    assert len(due(desk, INTRODUCER)) == 1
    move_clock(desk, 1)
    assert due(desk, INTRODUCER) == []


def test_nobody_is_told_twice_where_the_talk_came_of_an_approach(desk: Desk) -> None:
    id_, one, other = met_through(desk)
    approach = desk.do(outreach.reach_out, Outreach(other, through_id=one)).value
    desk.do(outreach.move, approach, Reaching.TALKED)
    move_clock(desk, 7)
    (item,) = due(desk, INTRODUCER, REFERRER)
    assert item.kind == REFERRER
    desk.do(today.done, item, "")
    assert due(desk, INTRODUCER, REFERRER) == []
    assert desk.ask(introductions.page_of, id_).one.told_on is not None


def test_somebody_new_may_be_whom_one_would_like_to_meet(desk: Desk) -> None:
    one = add_person(desk, "Ada")
    id_ = desk.do(introductions.ask_for_by_name, one, " Cy Castro ", "looms").value
    page = desk.ask(introductions.page_of, id_).one
    assert page.second == "Cy Castro"
    with pytest.raises(errors.Refused):
        desk.do(introductions.ask_for_by_name, one, "  ")


def test_steps_out_of_turn_are_refused_and_change_nothing(desk: Desk) -> None:
    id_, *_ = met_through(desk)
    idea = desk.do(introductions.ask_for, add_person(desk, "Cy"), add_person(desk, "Di")).value
    before = everything(desk)
    for early in (introductions.asked, introductions.heard):
        with pytest.raises(errors.Refused):
            desk.do(early, id_)
    for closing in (introductions.talked, introductions.told, introductions.thanked):
        with pytest.raises(errors.Refused):
            desk.do(closing, idea)
    with pytest.raises(errors.Refused):
        desk.do(introductions.answered, idea, yes=True)
    with pytest.raises(errors.NotFound):
        desk.do(introductions.remove, 77)
    assert everything(desk) == before


def test_people_who_were_let_go_take_their_introductions_along_and_back(desk: Desk) -> None:
    id_, one, _ = met_through(desk)
    desk.do(people.let_go, [one])
    assert desk.ask(introductions.everything) == ()
    desk.undo()
    assert [stood.one.id for stood in desk.ask(introductions.everything)] == [id_]
    desk.do(introductions.remove, id_)
    assert desk.ask(introductions.everything) == () and len(moments(desk)) == 1


def test_every_step_tells_whom_it_touched(desk: Desk) -> None:
    one, other = desk.do(people.add, NewPerson("Ada")).value, desk.do(people.add, NewPerson("Bo")).value
    changes = desk.do(introductions.start, one, other).changes
    assert changes.of("person") == {one, other}


def test_the_question_to_each_of_the_two_is_about_the_other_and_a_no_is_easy(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    ada, bo = add_person(desk, "Ada Adeyemi", topics=("weaving",)), add_person(desk, "Bo Bakker", topics=("looms",))
    one = desk.ask(introductions.page_of, desk.do(introductions.start, ada, bo, "both weave").value).one
    to_ada = written(desk, one, Purpose.MAY_I_FIRST)
    to_bo = written(desk, one, Purpose.MAY_I_SECOND)
    assert "Dear Ada Adeyemi," in to_ada and "Interested in looms." in to_ada and "weaving" not in to_ada
    assert "Dear Bo Bakker," in to_bo and "Interested in weaving." in to_bo and "looms" not in to_bo
    for draft in (to_ada, to_bo):
        assert "A no is completely fine." in draft and draft.endswith("Ines Okoye") and "both weave" in draft
    both = written(desk, one, Purpose.INTRODUCTION)
    assert both.startswith("Dear Ada, dear Bo,") and "weaving" in both and "looms" in both


def test_the_request_brings_words_that_can_be_forwarded(desk: Desk) -> None:
    for field, words in (("name", "Ines Okoye"), ("introduction", "I study shade")):
        desk.do(settings.set_profile, field, words)
    ada, bo = add_person(desk, "Ada Adeyemi"), add_person(desk, "Bo Bakker")
    one = desk.ask(introductions.page_of, desk.do(introductions.ask_for, ada, bo, "looms").value).one
    draft = written(desk, one, Purpose.INTRODUCTION_REQUEST)
    assert "introduce me to Bo Bakker" in draft and "forward: Ines Okoye. I study shade." in draft
    assert "forward" not in written(desk, replace(one, first_blurb=""), Purpose.INTRODUCTION_REQUEST)
    assert "We write a paper." in written(desk, replace(one, outcome="We write a paper."), Purpose.REFERRER)


def written(desk: Desk, one: Introduction, purpose: Purpose) -> str:
    return desk.ask(messages.compose, introductions.message(one, purpose)).filled.text
