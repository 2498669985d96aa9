"""Reaching out over a real record: each step and its way back, the rules of patience, and what Today says of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hallway.domain import errors
from hallway.domain.events import Wish
from hallway.domain.interactions import Kind, as_new
from hallway.domain.outreach import LANES, Meeting, Outreach, State, Waiting, lane_of
from hallway.domain.people import Standing
from hallway.domain.today import INFORM, NEXT_PERSON, ONCE_MORE, REFERRER, TALK_TODAY, TALK_TOMORROW, THANKS, Item
from hallway.store.wishes import of_person as wishes_of
from hallway.usecases import interactions, outreach, people, today, wishes
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_moment, add_person, everything, move_clock


@pytest.fixture
def omar(desk: Desk) -> int:
    return add_person(desk, "Omar Siddiqui", organisation="Stratus", topics=("shade",))


@pytest.fixture
def greta(desk: Desk) -> int:
    return add_person(desk, "Greta Solheim")


def reach(desk: Desk, person_id: int, **more: object) -> int:
    return desk.do(outreach.reach_out, Outreach(person_id, **more)).value  # type: ignore[arg-type]


def one(desk: Desk, outreach_id: int) -> Outreach:
    return desk.ask(outreach.page_of, outreach_id).one


def kinds(desk: Desk) -> list[Kind]:
    return [entry.kind for entry in desk.ask(interactions.timeline, TimelineFilter())]


def due(desk: Desk, kind: str) -> Item:
    (found,) = [item for item in desk.ask(today.due) if item.kind == kind]
    return found


def due_kinds(desk: Desk) -> list[str]:
    return [item.kind for item in desk.ask(today.due)]


def asked(desk: Desk, person_id: int, **more: object) -> int:
    id_ = reach(desk, person_id, **more)
    desk.do(outreach.move, id_, State.ASKED)
    return id_


def talked(desk: Desk, person_id: int, **more: object) -> int:
    id_ = asked(desk, person_id, **more)
    desk.do(outreach.move, id_, State.TALKED)
    return id_


# --- steps ------------------------------------------------------------------------------------------------


def test_from_the_idea_to_telling_what_came_of_it_and_all_the_way_back(desk: Desk, omar: int) -> None:
    before = everything(desk)
    id_ = reach(desk, omar, reason="Research jobs")
    steps = [state for lane in LANES for state in lane][1:]
    for state in steps:
        desk.do(outreach.move, id_, state)
        move_clock(desk, 1)
    found = one(desk, id_)
    assert found.state is State.TOLD
    assert (found.asked_on, found.told_on) == (TODAY + timedelta(1), TODAY + timedelta(7))
    assert kinds(desk) == [Kind.THANK_YOU, Kind.INTERVIEW]
    labels = [desk.undo().label for _ in range(len(steps) + 1)]
    assert labels[0] == "Told Omar Siddiqui what came of it" and labels[-1] == "Reach out to Omar Siddiqui"
    assert everything(desk) == before


def test_a_step_done_again_is_as_it_was(desk: Desk, omar: int) -> None:
    id_ = talked(desk, omar)
    after = everything(desk)
    desk.undo()
    desk.redo()
    assert everything(desk) == after and one(desk, id_).state is State.TALKED


def test_the_same_approach_twice_is_one(desk: Desk, omar: int, greta: int) -> None:
    first = reach(desk, omar)
    assert reach(desk, omar, reason="Research jobs", through_id=greta) == first
    assert (one(desk, first).reason, one(desk, first).through) == ("Research jobs", "Greta Solheim")
    assert reach(desk, omar, purpose="mentoring") != first


def test_somebody_new_is_written_down_as_not_yet_met_and_stays_so_when_asked(desk: Desk) -> None:
    id_ = desk.do(outreach.reach_out_by_name, " Talia Ben-Ami ", Outreach(0)).value
    desk.do(outreach.move, id_, State.ASKED)
    assert desk.ask(people.person, one(desk, id_).person_id).standing is Standing.NOT_MET
    desk.do(outreach.move, id_, State.TALKED)
    assert desk.ask(people.person, one(desk, id_).person_id).standing is Standing.ACTIVE


def test_a_wish_to_meet_somebody_brings_its_reason_and_questions(desk: Desk, omar: int, greta: int) -> None:
    wish_id = desk.do(wishes.want, omar, None, "His models").value
    wish = desk.ask(wishes_of, omar)[0]
    desk.do(wishes.change, Wish(omar, None, "His models", "", ("How long?", "Why?"), "", greta, id=wish.id, person="O"))
    page = desk.ask(outreach.page_of, desk.do(outreach.reach_out_for_wish, wish_id).value)
    assert (page.one.reason, page.one.through) == ("His models", "Greta Solheim")
    assert [answer.question for answer in page.answers] == ["How long?", "Why?"]


def test_nobody_refers_to_themselves_and_only_what_was_asked_gets_no_answer(desk: Desk, omar: int) -> None:
    with pytest.raises(errors.Refused):
        reach(desk, omar, through_id=omar)
    id_ = reach(desk, omar)
    with pytest.raises(errors.Refused):
        desk.do(outreach.move, id_, State.NO_ANSWER)
    with pytest.raises(errors.Refused):
        desk.do(outreach.write_once_more, id_)


def test_a_talk_is_logged_on_its_day_and_goes_when_one_goes_back(desk: Desk, omar: int) -> None:
    id_ = asked(desk, omar, reason="Research jobs")
    desk.do(outreach.schedule, id_, Meeting(TODAY, "15:00", "Europe/Oslo", "Video call", 30))
    move_clock(desk, 2)
    desk.do(outreach.move, id_, State.TALKED)
    (entry,) = desk.ask(interactions.timeline, TimelineFilter())
    assert (entry.on, entry.at_time, entry.minutes, entry.summary) == (TODAY, "15:00", 30, "Research jobs")
    desk.do(outreach.move, id_, State.SCHEDULED)
    assert kinds(desk) == [] and one(desk, id_).interaction_id is None
    desk.do(outreach.move, id_, State.TALKED)
    assert kinds(desk) == [Kind.INTERVIEW], "once, however often one went there"


def test_what_somebody_wrote_into_the_entry_stays_when_one_goes_back(desk: Desk, omar: int) -> None:
    id_ = talked(desk, omar)
    (entry,) = desk.ask(interactions.timeline, TimelineFilter())
    desk.do(interactions.change, entry.id, as_new(entry, summary="A long story"))
    desk.do(outreach.move, id_, State.IDEA)
    assert [kept.summary for kept in desk.ask(interactions.timeline, TimelineFilter())] == ["A long story"]


def test_an_interview_and_thanks_logged_elsewhere_take_it_along(desk: Desk, omar: int) -> None:
    id_ = asked(desk, omar)
    desk.do(outreach.schedule, id_, Meeting(TODAY))
    add_moment(desk, omar, kind=Kind.INTERVIEW)
    assert one(desk, id_).state is State.TALKED and one(desk, id_).interaction_id
    add_moment(desk, omar, kind=Kind.THANK_YOU)
    assert one(desk, id_).state is State.THANKED
    desk.do(outreach.move, id_, State.TALKED)
    desk.do(outreach.move, id_, State.THANKED)
    assert kinds(desk).count(Kind.THANK_YOU) == 1


@pytest.mark.parametrize(
    "meeting",
    [Meeting(TODAY, "25:00"), Meeting(TODAY, zone="Nowhere/Land"), Meeting(TODAY, minutes=0), Meeting(TODAY, "soon")],
)
def test_a_date_that_makes_no_sense_changes_nothing(desk: Desk, omar: int, meeting: Meeting) -> None:
    id_ = asked(desk, omar)
    before = everything(desk)
    with pytest.raises(errors.Refused):
        desk.do(outreach.schedule, id_, meeting)
    assert everything(desk) == before


def test_times_and_towns_are_understood(desk: Desk, omar: int) -> None:
    id_ = asked(desk, omar)
    done = desk.do(outreach.schedule, id_, Meeting(TODAY + timedelta(7), "9.30", "lisbon", " Café "))
    found = one(desk, id_)
    assert (found.meet_time, found.meet_zone, found.meet_place) == ("09:30", "Europe/Lisbon", "Café")
    assert done.changes.label == "Talk with Omar Siddiqui on Wednesday 24 June at 09:30"


# --- the board --------------------------------------------------------------------------------------------


def lanes(desk: Desk) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in LANES]
    for approach, state in desk.ask(outreach.everything):
        if (lane := lane_of(state)) >= 0:
            found[lane].append(approach.person)
    return found


def test_a_card_goes_to_a_lane_and_to_a_place_in_it(desk: Desk) -> None:
    ids = [reach(desk, add_person(desk, name)) for name in ("Ada", "Bo", "Cy")]
    desk.do(outreach.move_to_lane, ids[2], 0, ids[0])
    assert lanes(desk)[0] == ["Cy", "Ada", "Bo"]
    desk.do(outreach.move_to_lane, ids[0], 0)
    assert lanes(desk)[0] == ["Cy", "Bo", "Ada"]
    desk.do(outreach.move_to_lane, ids[1], 1)
    assert lanes(desk)[:2] == [["Cy", "Ada"], ["Bo"]]
    assert one(desk, ids[1]).state is State.DRAFT
    assert desk.undo().label == "About to ask Bo"
    assert lanes(desk)[0] == ["Cy", "Bo", "Ada"]


def test_whoever_was_let_go_is_not_on_the_board(desk: Desk, omar: int) -> None:
    reach(desk, omar)
    desk.do(people.let_go, [omar])
    assert lanes(desk) == [[], [], [], [], []] and desk.ask(today.due) == ()


def test_taking_one_off_the_board_leaves_the_person(desk: Desk, omar: int) -> None:
    id_ = reach(desk, omar)
    desk.do(outreach.remove, id_)
    assert lanes(desk)[0] == [] and desk.ask(people.person, omar).name == "Omar Siddiqui"


# --- patience ---------------------------------------------------------------------------------------------


def test_whom_else_one_could_ask_by_place_and_interests_ideas_first(desk: Desk, omar: int) -> None:
    add_person(desk, "Far Away", topics=("looms",))
    add_person(desk, "Shade Too", topics=("shade",))
    add_person(desk, "Stratus Too", organisation="Stratus", role="Analyst")
    idea = reach(desk, add_person(desk, "An Idea", topics=("shade",), known=False))
    asked(desk, add_person(desk, "Asked Too", topics=("shade",)))
    id_ = asked(desk, omar)
    assert desk.ask(outreach.page_of, id_).others == (), "nobody is suggested on the day one asks"
    move_clock(desk, 5)
    page = desk.ask(outreach.page_of, id_)
    assert page.waiting is Waiting.NEXT_PERSON
    assert [found.person for found in page.others] == ["An Idea", "Stratus Too", "Shade Too"]
    assert page.others[0].outreach_id == idea
    assert [outreach.why_ask(found) for found in page.others] == [
        "Interested in shade, too", "Works at Stratus, too", "Interested in shade, too",
    ]  # fmt: skip


def test_each_rule_of_patience_appears_on_its_day(desk: Desk, omar: int) -> None:
    asked(desk, omar, reason="Research jobs")
    found = []
    for _ in range(30):
        found.append(due_kinds(desk))
        move_clock(desk, 1)
    assert found[:5] == [[]] * 5, "Thursday, Friday and Monday are three working days"
    assert found[5:9] == [[NEXT_PERSON]] * 4
    assert found[9:20] == [[ONCE_MORE]] * 11
    assert found[20:] == [[]] * 10, "then it rests"


def test_writing_once_more_is_done_once_and_can_be_taken_back(desk: Desk, omar: int) -> None:
    id_ = asked(desk, omar)
    move_clock(desk, 9)
    before = everything(desk)
    item = due(desk, ONCE_MORE)
    assert item.due_on == TODAY + timedelta(9) and "a no is completely fine" in item.draft
    desk.do(today.done, item)
    assert desk.ask(today.due) == () and one(desk, id_).repeated_on == TODAY + timedelta(9)
    with pytest.raises(errors.Refused, match="twice"):
        desk.do(outreach.write_once_more, id_)
    assert desk.undo().label == "Wrote to Omar Siddiqui once more"
    assert everything(desk) == before
    desk.redo()
    move_clock(desk, 12)
    assert desk.ask(outreach.page_of, id_).state is State.NO_ANSWER
    with pytest.raises(errors.Refused):
        desk.do(outreach.write_once_more, id_)


def test_without_one_more_line_it_rests_at_once(desk: Desk, omar: int) -> None:
    id_ = asked(desk, omar)
    move_clock(desk, 9)
    desk.do(today.not_needed, due(desk, ONCE_MORE))
    assert one(desk, id_).state is State.NO_ANSWER and desk.ask(today.due) == ()
    desk.undo()
    assert due_kinds(desk) == [ONCE_MORE]


def test_somebody_else_may_be_looked_for_another_day_or_not_at_all(desk: Desk, omar: int) -> None:
    asked(desk, omar)
    move_clock(desk, 5)
    desk.do(today.another_day, due(desk, NEXT_PERSON), TODAY + timedelta(7))
    assert due_kinds(desk) == []
    move_clock(desk, 2)
    desk.do(today.done, due(desk, NEXT_PERSON))
    assert due_kinds(desk) == []
    assert desk.undo().label == "Looked for somebody besides Omar Siddiqui"
    desk.do(today.not_needed, due(desk, NEXT_PERSON))
    move_clock(desk, 2)
    assert due_kinds(desk) == [ONCE_MORE], "what was decided of the one says nothing of the other"


def test_an_answer_ends_the_waiting(desk: Desk, omar: int) -> None:
    id_ = asked(desk, omar)
    move_clock(desk, 30)
    desk.do(outreach.move, id_, State.ANSWERED)
    assert desk.ask(today.due) == () and desk.ask(outreach.page_of, id_).state is State.ANSWERED


# --- the talk and after -----------------------------------------------------------------------------------


def test_a_talk_is_told_of_the_day_before_and_on_its_day(desk: Desk, omar: int) -> None:
    id_ = asked(desk, omar, hope="How research is done there")
    desk.do(outreach.schedule, id_, Meeting(TODAY + timedelta(2), "15:00", "Europe/Oslo", "Video call", 30))
    found = []
    for _ in range(4):
        found.append(due_kinds(desk))
        move_clock(desk, 1)
    assert found == [[], [TALK_TOMORROW], [TALK_TODAY], []]
    move_clock(desk, -3)
    item = due(desk, TALK_TOMORROW)
    assert item.why == "Tomorrow at 15:00, Video call, 30 minutes. You hope to learn: How research is done there."
    desk.do(today.done, item)
    assert due_kinds(desk) == [] and kinds(desk) == []
    move_clock(desk, 1)
    assert due_kinds(desk) == [TALK_TODAY]


def test_thanks_the_next_day_the_referrer_after_seven_and_news_after_four_months(
    desk: Desk, omar: int, greta: int
) -> None:
    id_ = talked(desk, omar, through_id=greta)
    move_clock(desk, 1)
    desk.do(today.done, due(desk, THANKS))
    assert one(desk, id_).state is State.THANKED
    found = []
    for _ in range(1, 7):
        found.append(due_kinds(desk))
        move_clock(desk, 1)
    assert found == [[]] * 6
    item = due(desk, REFERRER)
    assert (item.person, item.title) == ("Greta Solheim", "Tell Greta Solheim how it went with Omar Siddiqui")
    before = everything(desk)
    desk.do(today.done, item, "It went well")
    assert one(desk, id_).referrer_told_on == TODAY + timedelta(7) and due_kinds(desk) == []
    assert desk.ask(interactions.timeline, TimelineFilter(person_id=greta))[0].summary == "It went well"
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    move_clock(desk, 113)
    desk.do(today.done, due(desk, INFORM))
    assert one(desk, id_).state is State.TOLD and due_kinds(desk) == []


def test_the_referrer_may_be_left_in_peace(desk: Desk, omar: int, greta: int) -> None:
    talked(desk, omar, through_id=greta)
    add_moment(desk, omar, kind=Kind.THANK_YOU)
    move_clock(desk, 7)
    desk.do(today.not_needed, due(desk, REFERRER))
    assert due_kinds(desk) == []
    desk.undo()
    desk.do(people.let_go, [greta])
    assert due_kinds(desk) == []


def test_a_collaboration_is_talked_about_without_being_an_interview(desk: Desk, omar: int) -> None:
    talked(desk, omar, purpose="collaboration")
    assert kinds(desk) == [Kind.CONVERSATION]
