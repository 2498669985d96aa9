"""The Today page over a real record: what is shown, and each thing one can do with an item."""

from __future__ import annotations

import pytest

from hallway.domain import errors
from hallway.domain.interactions import Kind
from hallway.domain.today import CHECK_IN, CONGRATULATE, FOLLOW_UP, PROMISE, THANKS, THEIR_PROMISE, Item
from hallway.store import promises as promise_store
from hallway.store.work import work
from hallway.usecases import interactions, people, settings, today
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import (
    TODAY,
    add_event,
    add_moment,
    add_person,
    add_promise,
    days_ago,
    everything,
    move_clock,
)


@pytest.fixture
def thursday(desk: Desk) -> Desk:
    """A day on which the user writes: 18 June."""
    move_clock(desk, 1)
    return desk


def add_waiting(desk: Desk, name: str = "Ada Lovelace", **more: object) -> int:
    """Somebody whose check-in was wished for long ago."""
    return add_person(desk, name, rhythm_days=90, **{"met_on": "2026-01-01", **more})


def only_item(desk: Desk) -> Item:
    (item,) = desk.ask(today.due)
    return item


def moments(desk: Desk) -> list[tuple[Kind, str, str]]:
    return [(one.kind, one.summary, one.direction) for one in desk.ask(interactions.timeline, TimelineFilter())]


def test_an_empty_record_has_an_empty_page(desk: Desk) -> None:
    page = desk.ask(today.page)
    assert (page.items, page.more, page.done, page.reached, page.coming, page.first_name) == ((), (), (), (), (), "")


def test_at_most_four_are_shown_and_the_rest_is_kept(desk: Desk) -> None:
    id_ = add_person(desk)
    for number in range(6):
        add_promise(desk, id_, f"thing {number}", due_on=days_ago(number))
    page = desk.ask(today.page)
    assert (len(page.items), len(page.more)) == (4, 2)
    assert [item.due_on for item in page.items + page.more] == [days_ago(number) for number in (5, 4, 3, 2, 1, 0)]
    desk.do(settings.set_setting, "today.at_most", 2)
    assert len(desk.ask(today.page).items) == 2


def test_check_ins_wait_for_a_day_on_which_the_user_writes(desk: Desk) -> None:
    add_waiting(desk)
    assert desk.ask(today.due) == ()
    move_clock(desk, 1)
    assert only_item(desk).kind == CHECK_IN
    move_clock(desk, 1)
    assert desk.ask(today.due) == ()
    move_clock(desk, 4)
    assert only_item(desk).kind == CHECK_IN, "what was left waits for the next day"


def test_the_reason_tells_where_they_met_or_what_was_said_last(thursday: Desk) -> None:
    id_ = add_waiting(
        thursday, met_event_id=add_event(thursday, "Looms 2026", start_on=days_ago(200), end_on=days_ago(200))
    )
    assert only_item(thursday).why == "You met at Looms 2026. Nothing written since."
    add_moment(thursday, id_, on=days_ago(110), summary="On mixed-effects models. And bees.")
    assert only_item(thursday).why == "Last in touch in February, on mixed-effects models."


def test_a_check_in_that_was_done_is_logged_and_gone(thursday: Desk) -> None:
    id_ = add_waiting(thursday)
    before = everything(thursday)
    thursday.do(today.done, only_item(thursday), " how are you ")
    assert thursday.ask(today.due) == ()
    assert moments(thursday) == [(Kind.CHECK_IN, "how are you", "out")]
    assert thursday.ask(people.person, id_).wish_on == days_ago(-91)
    assert thursday.ask(today.page).reached == ((id_, "Ada Lovelace"),)
    assert thursday.undo().label == "Said hello to Ada Lovelace"
    assert everything(thursday) == before
    assert only_item(thursday).kind == CHECK_IN


def test_a_promise_that_was_done_is_kept_and_logged(desk: Desk) -> None:
    promise = add_promise(desk, add_person(desk), "send the draft", due_on=TODAY)
    desk.do(today.done, only_item(desk))
    assert desk.ask(promise_store.get, promise).state == "kept"
    assert moments(desk) == [(Kind.MESSAGE, "send the draft", "out")]
    assert desk.ask(today.due) == ()
    desk.undo()
    assert only_item(desk).kind == PROMISE
    assert moments(desk) == []


def test_one_nudge_about_their_promise_and_it_rests(desk: Desk) -> None:
    promise = add_promise(desk, add_person(desk), "a desk", by_me=False)
    move_clock(desk, 14)
    assert only_item(desk).kind == THEIR_PROMISE
    desk.do(today.done, only_item(desk))
    move_clock(desk, 400)
    assert desk.ask(today.due) == ()
    assert desk.ask(promise_store.get, promise).state == "open"


def test_another_day_brings_it_back_then(desk: Desk) -> None:
    add_promise(desk, add_person(desk), due_on=TODAY)
    item = only_item(desk)
    desk.do(today.another_day, item, days_ago(-3))
    assert desk.ask(today.due) == ()
    move_clock(desk, 2)
    assert desk.ask(today.due) == ()
    move_clock(desk, 1)
    assert only_item(desk) == item
    desk.do(today.another_day, item, days_ago(-9))
    assert desk.ask(today.due) == ()
    desk.undo()
    assert only_item(desk) == item


def test_a_check_in_on_another_day_is_fixed_there_whatever_the_weekday(thursday: Desk) -> None:
    add_waiting(thursday)
    thursday.do(today.another_day, only_item(thursday), days_ago(-3))  # a Saturday
    assert thursday.ask(today.due) == ()
    move_clock(thursday, 2)
    assert only_item(thursday).kind == CHECK_IN


@pytest.mark.parametrize("days", [0, 1])
def test_another_day_is_a_day_to_come(desk: Desk, days: int) -> None:
    add_promise(desk, add_person(desk), due_on=TODAY)
    with pytest.raises(errors.Refused):
        desk.do(today.another_day, only_item(desk), days_ago(days))


def test_a_promise_not_needed_is_let_go(desk: Desk) -> None:
    promise = add_promise(desk, add_person(desk), due_on=TODAY)
    desk.do(today.not_needed, only_item(desk))
    assert desk.ask(promise_store.get, promise).state == "let go"
    assert desk.ask(today.due) == ()
    desk.undo()
    assert only_item(desk).subject_id == promise


def test_a_check_in_not_needed_waits_for_its_next_turn(thursday: Desk) -> None:
    id_ = add_waiting(thursday)
    thursday.do(today.not_needed, only_item(thursday))
    assert thursday.ask(today.due) == ()
    assert thursday.ask(people.person, id_).wish_on == days_ago(-91)
    assert moments(thursday) == []


def test_a_check_in_not_needed_without_a_rhythm_comes_no_more(desk: Desk) -> None:
    id_ = add_person(desk)
    desk.do(people.fix_check_in, id_, TODAY)
    desk.do(today.not_needed, only_item(desk))
    assert desk.ask(people.person, id_).wish_on is None
    move_clock(desk, 400)
    assert desk.ask(today.due) == ()


def test_the_weeks_page_counts_from_monday(desk: Desk) -> None:
    ada, bo = add_person(desk, "Ada"), add_person(desk, "Bo")
    add_moment(desk, bo, on=days_ago(2))
    add_moment(desk, ada, on=days_ago(0))
    add_moment(desk, ada, on=days_ago(3))
    page = desk.ask(today.page)
    assert page.reached == ((bo, "Bo"), (ada, "Ada"))
    assert [one.on for one in page.done] == [days_ago(0), days_ago(2)]


def test_people_set_aside_are_left_in_peace(thursday: Desk) -> None:
    ada = add_waiting(thursday)
    assert len(thursday.ask(today.due)) == 1
    add_promise(thursday, ada, due_on=TODAY)
    assert [item.kind for item in thursday.ask(today.due)] == [PROMISE], "who is written to needs no check-in on top"
    thursday.do(people.archive, [ada])
    assert thursday.ask(today.due) == ()


def test_the_page_greets_by_first_name(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ada Lovelace")
    assert desk.ask(today.page).first_name == "Ada"


def test_an_interview_is_thanked_for_from_the_next_day_until_it_was(desk: Desk) -> None:
    ada = add_person(desk)
    add_moment(desk, ada, on=TODAY, kind=Kind.INTERVIEW, summary="On looms. Long.")
    assert desk.ask(today.due) == ()
    move_clock(desk, 1)
    item = only_item(desk)
    assert (item.kind, item.title) == (THANKS, "Thank Ada Lovelace")
    assert item.why == "The interview was on Wednesday 17 June."
    assert "thank you very much for the interview on Wednesday 17 June. What you said on looms stays" in item.draft
    move_clock(desk, 4)
    assert "I have been meaning to thank you" in only_item(desk).draft
    desk.do(today.done, only_item(desk))
    assert desk.ask(today.due) == ()
    assert moments(desk)[0] == (Kind.THANK_YOU, "", "out")
    assert desk.undo().label == "Thanked Ada Lovelace"
    assert only_item(desk).kind == THANKS


def test_at_most_two_people_met_at_an_event_are_written_to_in_a_day(desk: Desk) -> None:
    event = add_event(desk, "CityClim", start_on=days_ago(3), end_on=days_ago(2))
    people_met = [add_person(desk, name) for name in ("Ada One", "Bo Two", "Cy Three", "Di Four")]
    for person in people_met:
        add_moment(desk, person, on=days_ago(2), kind=Kind.MET, summary="Poster 15", event_id=event)
    first, second = desk.ask(today.due)
    assert (first.kind, first.title, second.title) == (FOLLOW_UP, "Write to Ada One", "Write to Bo Two")
    assert first.why == "You met at CityClim on Monday 15 June. Poster 15."
    desk.do(today.done, first)
    assert [item.title for item in desk.ask(today.due)] == ["Write to Bo Two"]
    desk.do(today.not_needed, second)
    assert [item.title for item in desk.ask(today.due)] == ["Write to Cy Three"]
    move_clock(desk, 1)
    assert [item.title for item in desk.ask(today.due)] == ["Write to Cy Three", "Write to Di Four"]
    move_clock(desk, 3)
    assert desk.ask(today.due) == ()


def test_a_new_role_is_congratulated_on_for_thirty_days(desk: Desk) -> None:
    ada = add_person(desk)
    with work(desk.database, desk.clock.now()) as (step, _):
        step.execute(
            "INSERT INTO achievement (uid, person_id, kind, title, on_day, seen_on, link, notes)"
            " VALUES ('a1', ?, 'new role', 'Professor at Uni Lund', '', ?, '', '')",
            ada, days_ago(3).isoformat(),
        )  # fmt: skip
    item = only_item(desk)
    assert (item.kind, item.title) == (CONGRATULATE, "Congratulate Ada Lovelace")
    assert item.why == "Professor at Uni Lund. You noted it on Sunday 14 June."
    desk.do(today.another_day, item, days_ago(-2))
    assert desk.ask(today.due) == ()
    move_clock(desk, 2)
    desk.do(today.done, only_item(desk), "Well done")
    assert moments(desk)[0] == (Kind.CONGRATULATION, "Well done", "out")
    assert desk.ask(today.due) == ()


def test_what_was_seen_long_ago_is_left_in_peace(desk: Desk) -> None:
    ada = add_person(desk)
    add_moment(desk, ada, on=days_ago(31), kind=Kind.INTERVIEW)
    add_moment(desk, ada, on=days_ago(31), kind=Kind.MET)
    assert desk.ask(today.due) == ()


def test_how_long_one_was_away_is_known_by_the_last_step(desk: Desk) -> None:
    assert desk.ask(today.page).away_days == 0
    add_person(desk)
    move_clock(desk, 20)
    assert desk.ask(today.page).away_days == 20
