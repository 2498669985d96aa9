"""Interviews over a real record: questions, notes found again, whom they named, the calendar, what one learned."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hallway.domain import errors
from hallway.domain.interactions import Kind, as_new
from hallway.domain.outreach import Meeting, Outreach, State
from hallway.domain.people import Standing
from hallway.domain.records import EntryKind
from hallway.formats import ics
from hallway.store import promises as promise_store
from hallway.usecases import calendars, interactions, interviews, outreach, people, safety, searching
from hallway.usecases.calendars import CalendarChoice
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from hallway.usecases.interviews import QuestionSet
from tests.makers import TODAY, add_person, everything, move_clock


@pytest.fixture
def omar(desk: Desk) -> int:
    return add_person(desk, "Omar Siddiqui")


@pytest.fixture
def talk(desk: Desk, omar: int) -> int:
    """An approach with two questions and a day."""
    id_ = desk.do(outreach.reach_out, Outreach(omar, reason="Research jobs")).value
    desk.do(outreach.schedule, id_, Meeting(TODAY + timedelta(1), "15:00", "Europe/Oslo", "Video call", 30))
    desk.do(interviews.choose, id_, ["What did last week look like?", "Who else?"])
    return id_


def answers(desk: Desk, talk: int) -> list[tuple[str, str, bool]]:
    return [(one.question, one.note, one.asked) for one in desk.ask(outreach.page_of, talk).answers]


def answer_ids(desk: Desk, talk: int) -> list[int]:
    return [one.id for one in desk.ask(outreach.page_of, talk).answers]


def found(desk: Desk, words: str) -> dict[str, list[str]]:
    hits = desk.ask(searching.find_each, words, {"person": 5, "moment": 5})
    return {kind: [hit.title for hit in ones] for kind, ones in hits.items() if ones}


# --- questions --------------------------------------------------------------------------------------------


def test_twelve_questions_come_with_hallway_and_cover_what_career_offices_advise() -> None:
    first = interviews.shipped()[0]
    assert len(first.questions) == len(set(first.questions)) == 12
    whole = " ".join(first.questions).casefold()
    for word in ("come to do", "last week", "skills are valued", "get in", "read", "work together", "changing", "my b",
                 "who else"):  # fmt: skip
        assert word in whole.replace("my background", "my b"), word


def test_sets_may_be_changed_and_the_change_taken_back(desk: Desk) -> None:
    assert desk.ask(interviews.question_sets) == interviews.shipped()
    mine = [QuestionSet(" Mine ", ("Why? ", "", "Why?", "How  long?")), QuestionSet("Empty")]
    done = desk.do(interviews.keep_sets, mine)
    assert done.changes, "an open view hears of it"
    assert desk.ask(interviews.question_sets) == (QuestionSet("Mine", ("Why?", "How long?")), QuestionSet("Empty"))
    desk.undo()
    assert desk.ask(interviews.question_sets) == interviews.shipped()
    with pytest.raises(errors.Refused):
        desk.do(interviews.keep_sets, [QuestionSet("  ", ("Why?",))])


def test_questions_are_chosen_once_put_in_order_ticked_and_left_out(desk: Desk, talk: int) -> None:
    desk.do(interviews.choose, talk, ["who else?", "", "Why?"])
    assert [question for question, *_ in answers(desk, talk)] == ["What did last week look like?", "Who else?", "Why?"]
    first, second, third = answer_ids(desk, talk)
    desk.do(interviews.put_in_order, talk, [third, first, second])
    desk.do(interviews.tick, third, True)
    assert answers(desk, talk)[0] == ("Why?", "", True)
    desk.do(interviews.leave_out, third)
    assert answer_ids(desk, talk) == [first, second]
    for _ in range(4):
        desk.undo()
    assert answers(desk, talk) == [("What did last week look like?", "", False), ("Who else?", "", False)]


# --- notes ------------------------------------------------------------------------------------------------


def test_every_note_is_kept_and_found_before_and_after_the_talk(desk: Desk, talk: int) -> None:
    first, _ = answer_ids(desk, talk)
    desk.do(interviews.note, first, "Mostly kriging")
    assert answers(desk, talk)[0] == ("What did last week look like?", "Mostly kriging", True)
    assert found(desk, "kriging") == {"person": ["Omar Siddiqui"]}
    desk.do(interviews.begin, talk)
    assert found(desk, "kriging") == {"person": ["Omar Siddiqui"], "moment": ["Research jobs"]}
    desk.do(interviews.note, first, "Mostly splines")
    assert found(desk, "kriging") == {} and "moment" in found(desk, "splines")
    assert desk.ask(safety.check) == ()
    desk.undo()
    assert "moment" in found(desk, "kriging") and found(desk, "splines") == {}
    desk.do(people.let_go, [desk.ask(outreach.page_of, talk).one.person_id])
    assert desk.ask(safety.check) == ()


def test_the_entry_says_all_that_was_noted(desk: Desk, talk: int) -> None:
    first, second = answer_ids(desk, talk)
    desk.do(interviews.begin, talk)
    desk.do(interviews.note, second, "Greta")
    desk.do(interviews.note, first, "Meetings")
    desk.do(interviews.note_rest, talk, "Likes tea")
    (entry,) = desk.ask(interactions.timeline, TimelineFilter())
    assert (entry.kind, entry.summary) == (Kind.INTERVIEW, "Research jobs")
    assert entry.people[0].note == "What did last week look like?\nMeetings\n\nWho else?\nGreta\n\nLikes tea"
    desk.do(interviews.leave_out, first)
    assert desk.ask(interactions.one, entry.id).people[0].note == "Who else?\nGreta\n\nLikes tea"


def test_a_note_changed_in_the_timeline_is_left_as_it_is(desk: Desk, talk: int) -> None:
    first, _ = answer_ids(desk, talk)
    desk.do(interviews.begin, talk)
    (entry,) = desk.ask(interactions.timeline, TimelineFilter())
    mine = tuple(replace(one, note="My own words") for one in entry.people)
    desk.do(interactions.change, entry.id, as_new(entry, people=mine))
    desk.do(interviews.note, first, "Meetings")
    assert desk.ask(interactions.one, entry.id).people[0].note == "My own words"


def test_beginning_twice_is_one_talk(desk: Desk, talk: int) -> None:
    desk.do(interviews.begin, talk)
    desk.do(interviews.begin, talk)
    assert desk.ask(interactions.count, TimelineFilter()) == 1
    assert desk.ask(outreach.page_of, talk).state is State.TALKED


def test_a_line_with_a_mark_becomes_a_promise_once(desk: Desk, talk: int, omar: int) -> None:
    words = "He likes maps\n> send the paper by friday\n>\n  > ask Greta"
    desk.do(interviews.note_rest, talk, words)
    assert interviews.has_follow_ups(words) and not interviews.has_follow_ups("a > b\n>")
    before = everything(desk)
    desk.do(interviews.take_follow_ups, talk)
    made = desk.ask(promise_store.of_person, omar)
    assert {(one.text, one.due_on) for one in made} == {
        ("Send the paper", TODAY + timedelta(2)), ("Ask Greta", None),
    }  # fmt: skip
    notes = desk.ask(outreach.page_of, talk).one.notes
    assert notes == "He likes maps\n✓ send the paper by friday\n>\n✓ ask Greta"
    assert not interviews.has_follow_ups(notes)
    desk.undo()
    assert everything(desk) == before


def test_promises_go_both_ways_and_belong_to_the_talk(desk: Desk, talk: int, omar: int) -> None:
    desk.do(interviews.begin, talk)
    desk.do(interviews.promise, talk, "send the code tomorrow")
    desk.do(interviews.promise, talk, "introduce me to Bo", False)
    made = desk.ask(promise_store.of_person, omar)
    entry = desk.ask(outreach.page_of, talk).one.interaction_id
    assert [(one.text, one.by_me, one.interaction_id) for one in made] == [
        ("Send the code", True, entry), ("Introduce me to Bo", False, entry),
    ]  # fmt: skip
    with pytest.raises(errors.Refused):
        desk.do(interviews.promise, talk, "  ")


# --- they named somebody ----------------------------------------------------------------------------------


def test_whom_they_named_is_linked_not_yet_met_and_an_idea(desk: Desk, talk: int, omar: int) -> None:
    before = everything(desk)
    idea = desk.do(interviews.they_named_new, talk, " Jane Doe ", "Stratus").value
    (named,) = desk.ask(outreach.page_of, talk).named
    assert named[1:] == ("Jane Doe", "Stratus")
    person = desk.ask(people.person, named[0])
    assert person.standing is Standing.NOT_MET
    assert person.met_how == "Omar Siddiqui named them on Wednesday 17 June 2026."
    assert [(tie.other_id, tie.kind) for tie in person.ties] == [(omar, "knows")]
    one = desk.ask(outreach.page_of, idea).one
    assert (one.person, one.state, one.through, one.reason) == (
        "Jane Doe", State.IDEA, "Omar Siddiqui", "Research jobs",
    )  # fmt: skip
    assert desk.undo().label == "Omar Siddiqui named Jane Doe"
    assert everything(desk) == before


def test_somebody_known_who_is_named_stays_one(desk: Desk, talk: int, omar: int) -> None:
    bo = add_person(desk, "Bo")
    desk.do(interviews.they_named, talk, bo)
    desk.do(interviews.they_named, talk, bo)
    assert [id_ for id_, *_ in desk.ask(outreach.page_of, talk).named] == [bo]
    assert len(desk.ask(outreach.of_person, bo)) == 1
    assert len(desk.ask(people.person, bo).ties) == 1
    with pytest.raises(errors.Refused):
        desk.do(interviews.they_named, talk, omar)
    with pytest.raises(errors.Refused):
        desk.do(interviews.they_named_new, talk, " ")


# --- the calendar -----------------------------------------------------------------------------------------

TALKS = CalendarChoice(frozenset({EntryKind.INTERVIEW}), 30)


def test_the_talk_is_in_the_calendar_with_its_zone_and_keeps_its_uid(desk: Desk, talk: int) -> None:
    first = desk.ask(calendars.prepare, TALKS, desk.clock.now())
    desk.do(calendars.remember, first, TALKS)
    (entry,) = first.entries
    assert (entry.title, entry.location) == ("Talk with Omar Siddiqui", "Video call")
    assert entry.uid == f"{desk.ask(outreach.page_of, talk).one.uid}@hallway"
    (read,) = ics.read(first.data).records
    assert str(read.start) == "2026-06-18 15:00:00+02:00" and str(read.end) == "2026-06-18 15:30:00+02:00"
    desk.do(outreach.schedule, talk, Meeting(TODAY + timedelta(3), "16:00", "Europe/Oslo", "Video call", 30))
    again = desk.ask(calendars.prepare, TALKS, desk.clock.now())
    assert [(one.uid, one.sequence) for one in again.entries] == [(entry.uid, entry.sequence + 1)]
    desk.do(calendars.remember, again, TALKS)
    desk.do(outreach.move, talk, State.DECLINED)
    last = desk.ask(calendars.prepare, TALKS, desk.clock.now())
    assert [one.uid for one in last.cancelled] == [entry.uid] and last.entries == ()


def test_titles_tell_no_more_than_was_chosen(desk: Desk, talk: int, omar: int) -> None:
    told = {}
    for detail in calendars.DETAILS:
        (entry,) = desk.ask(calendars.preview, CalendarChoice(TALKS.kinds, 30, detail))
        told[detail] = (entry.title, entry.location)
    assert told == {
        "private": ("Talk", ""), "initials": ("Talk with OS", ""),
        "names": ("Talk with Omar Siddiqui", "Video call"), "full": ("Talk with Omar Siddiqui", "Video call"),
    }  # fmt: skip


def test_one_talk_alone_goes_to_a_file_with_the_same_uid(desk: Desk, talk: int, tmp_path: Path) -> None:
    other = desk.do(outreach.reach_out, Outreach(add_person(desk, "Bo"))).value
    desk.do(outreach.schedule, other, Meeting(TODAY + timedelta(1)))
    export = desk.ask(interviews.invitation, talk, desk.clock.now())
    desk.do(calendars.save_alone, tmp_path / "talk.ics", export)
    (read,) = ics.read((tmp_path / "talk.ics").read_bytes()).records
    assert read.title == "Talk with Omar Siddiqui"
    everything_else = desk.ask(calendars.prepare, TALKS, desk.clock.now())
    assert {one.uid: one.sequence for one in everything_else.entries}[export.entries[0].uid] == 0
    assert everything_else.cancelled == ()


def test_without_a_day_there_is_nothing_for_a_calendar(desk: Desk, omar: int) -> None:
    id_ = desk.do(outreach.reach_out, Outreach(omar)).value
    with pytest.raises(errors.Refused):
        desk.ask(interviews.invitation, id_, desk.clock.now())


# --- what one learned -------------------------------------------------------------------------------------


def test_what_was_learned_is_gathered_by_question_newest_first(desk: Desk, talk: int) -> None:
    bo = desk.do(outreach.reach_out, Outreach(add_person(desk, "Bo"))).value
    desk.do(interviews.choose, bo, ["who ELSE?", "Why?"])
    desk.do(interviews.note, answer_ids(desk, talk)[1], "Greta")
    desk.do(interviews.begin, talk)
    move_clock(desk, 3)
    desk.do(interviews.note, answer_ids(desk, bo)[0], "Ask Ada")
    desk.do(interviews.begin, bo)
    lessons = desk.ask(interviews.learned)
    assert [(lesson.question.casefold(), [(said.person, said.note) for said in lesson.said]) for lesson in lessons] == [
        ("who else?", [("Bo", "Ask Ada"), ("Omar Siddiqui", "Greta")]),
    ]
    assert lessons[0].said[0].on == TODAY + timedelta(3)
