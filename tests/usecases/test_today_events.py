"""What events and old interviews bring to Today: people to meet, the evening after, and a word four months on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hallway.domain.events import Wish
from hallway.domain.interactions import Kind
from hallway.domain.programmes import Session
from hallway.domain.today import FOLLOW_UP, INFORM, LOOK_THROUGH, TO_MEET, Item
from hallway.store import programmes, wishes
from hallway.store.work import Work
from hallway.usecases import aftermath, today
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person, days_ago, everything, move_clock


def due(desk: Desk, kind: str, hour: int = 9) -> list[Item]:
    return [item for item in desk.ask(today.due, hour) if item.kind == kind]


def event_with_wishes(desk: Desk, starts_in: int, *names: str) -> int:
    start = TODAY + timedelta(starts_in)
    event_id = add_event(desk, "Looms 2026", start_on=start, end_on=start)
    for name in names:
        wish = Wish(add_person(desk, name), event_id, questions=(f"How does {name} weave?",))
        desk.do(wishes.add, wish)
    return event_id


@pytest.mark.parametrize(("starts_in", "shown"), [(8, False), (7, True), (0, True), (-1, False)])
def test_people_to_meet_come_seven_days_before(desk: Desk, starts_in: int, shown: bool) -> None:
    event_with_wishes(desk, starts_in, "Ada Adeyemi")
    assert bool(due(desk, TO_MEET)) is shown


def test_it_says_whom_and_what_to_ask(desk: Desk) -> None:
    event_id = event_with_wishes(desk, 3, "Ada", "Bela", "Chen", "Dilys", "Enid")
    [item] = due(desk, TO_MEET)
    assert item.title == "Get ready to meet people at Looms 2026" and item.event_id == event_id
    assert item.why == "It begins on Saturday 20 June. You want to meet Ada, Bela, Chen and 2 more."
    assert item.draft.splitlines()[0] == "Ada: How does Ada weave?"


@pytest.mark.parametrize(("act", "label"), [
    (today.done, "Got ready for Looms 2026"), (today.not_needed, "Not needed: Get ready to meet people at Looms 2026"),
])  # fmt: skip
def test_an_answer_to_it_is_one_step_that_is_undone(desk: Desk, act: object, label: str) -> None:
    event_with_wishes(desk, 3, "Ada")
    before, [item] = everything(desk), due(desk, TO_MEET)
    assert desk.do(act, item).changes.label == label  # type: ignore[arg-type]
    assert not due(desk, TO_MEET)
    desk.undo()
    assert everything(desk) == before and due(desk, TO_MEET) == [item]


def test_an_event_without_anybody_to_meet_asks_for_nothing(desk: Desk) -> None:
    event_with_wishes(desk, 3)
    assert not due(desk, TO_MEET)


def test_the_evening_looks_back_on_whom_one_met(desk: Desk) -> None:
    event_id, ada = add_event(desk, "Looms 2026", start_on=TODAY, end_on=TODAY), add_person(desk, "Ada")
    add_moment(desk, ada, kind=Kind.MET, event_id=event_id, summary="Warp and weft\nand more")
    assert not due(desk, LOOK_THROUGH, 16)
    [item] = due(desk, LOOK_THROUGH, 17)
    assert item.title == "Look through whom you met at Looms 2026" and item.draft == "Ada: Warp and weft"
    desk.do(aftermath.looked_through, ada)
    assert not due(desk, LOOK_THROUGH, 17)
    desk.undo()
    move_clock(desk, 1)
    assert not due(desk, LOOK_THROUGH, 17), "the follow-ups have begun"


@pytest.mark.parametrize(("ago", "shown"), [(119, False), (120, True), (180, True), (181, False)])
def test_an_interviewee_hears_four_months_after(desk: Desk, ago: int, shown: bool) -> None:
    add_moment(desk, add_person(desk, "Ada Adeyemi"), on=days_ago(ago), kind=Kind.INTERVIEW, summary="postdocs")
    found = due(desk, INFORM)
    assert bool(found) is shown
    if shown:
        assert found[0].title == "Tell Ada Adeyemi what came of it" and "on postdocs" in found[0].draft
        desk.do(today.done, found[0])
        assert not due(desk, INFORM)


def test_one_who_heard_lately_is_not_written_to_for_that(desk: Desk) -> None:
    ada = add_person(desk, "Ada")
    add_moment(desk, ada, on=days_ago(150), kind=Kind.INTERVIEW)
    add_moment(desk, ada, on=days_ago(20), kind=Kind.MESSAGE)
    assert not due(desk, INFORM)


def test_the_words_of_the_evening(desk: Desk) -> None:
    assert not desk.ask(today.evening)
    event_with_wishes(desk, 3, "Ada")
    assert desk.ask(today.evening) == "One small thing for today, if you like."


def test_the_first_words_to_somebody_met_name_the_event_and_what_they_spoke_on(desk: Desk) -> None:
    event_id = add_event(desk, "Looms 2026", start_on=days_ago(3), end_on=days_ago(1))
    ada = add_person(desk, "Ada Adeyemi")

    def speak(step: Work) -> None:
        talks = [Session("Coffee", days_ago(3), kind="break"), Session("Old looms, new cloth", days_ago(2))]
        for session_id in programmes.add(step, event_id, talks):
            programmes.link(step, [(session_id, ada)])

    desk.do(speak)
    add_moment(desk, ada, on=days_ago(2), kind=Kind.MET, event_id=event_id)
    [item] = due(desk, FOLLOW_UP)
    assert item.draft == (
        "Dear Ada,\n\nit was good to meet you at Looms 2026. Your talk, “Old looms, new cloth”, stays with me.\n"
    )
