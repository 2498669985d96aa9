"""Today as a pure function: what comes up when, in which order, and what was put off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hallway.domain.interactions import Promise
from hallway.domain.today import (
    CHECK_IN,
    PROMISE,
    THEIR_PROMISE,
    CheckInDue,
    Item,
    Situation,
    items,
    say_last,
    say_when,
)

TODAY = date(2026, 6, 17)


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


def promise(
    id_: int = 1, by_me: bool = True, made: int = 10, due: date | None = None, text: str = "send the draft"
) -> Promise:
    return Promise(id_, 7, "Ada Lovelace", by_me, text, day(made), due)


def due_items(*promises: Promise, **more: object) -> tuple[Item, ...]:
    return items(Situation(TODAY, promises=promises, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(("made", "due", "shown"), [
    (2, None, False), (3, None, True), (300, None, True), (0, day(0), True), (9, day(-1), False), (9, day(40), True),
])  # fmt: skip
def test_my_promise_comes_on_its_day_else_after_three(made: int, due: date | None, shown: bool) -> None:
    assert bool(due_items(promise(made=made, due=due))) is shown


@pytest.mark.parametrize(("made", "due", "shown"), [
    (13, None, False), (14, None, True), (40, day(13), False), (40, day(14), True), (1, day(-1), False),
])  # fmt: skip
def test_their_promise_comes_fourteen_days_after(made: int, due: date | None, shown: bool) -> None:
    assert bool(due_items(promise(by_me=False, made=made, due=due))) is shown


def test_check_ins_come_where_the_plan_puts_them() -> None:
    planned = tuple(CheckInDue(number, f"Person {number}", day(ago)) for number, ago in enumerate((1, 0, -1)))
    assert [item.person_id for item in items(Situation(TODAY, check_ins=planned))] == [0, 1]


def test_promises_stand_before_check_ins() -> None:
    found = due_items(promise(1, by_me=False, made=30), promise(2), check_ins=(CheckInDue(9, "Bo", TODAY),))
    assert [(item.kind, item.subject_id) for item in found] == [(PROMISE, 2), (THEIR_PROMISE, 1), (CHECK_IN, 9)]


@pytest.mark.parametrize(("until", "shown"), [(None, False), (day(-1), False), (day(0), True), (day(5), True)])
def test_what_was_put_off_comes_back_on_its_day(until: date | None, shown: bool) -> None:
    assert bool(due_items(promise(4), decisions={(PROMISE, 4): until})) is shown
    assert due_items(promise(4), decisions={(CHECK_IN, 4): until, (PROMISE, 5): until})


def test_an_item_says_who_why_and_a_first_draft() -> None:
    (item,) = due_items(promise(text="send the draft."))
    assert item.title == "Send the draft, for Ada Lovelace"
    assert "7 June" in item.why
    assert item.draft.startswith("Dear Ada,\n\n")
    (nudge,) = due_items(promise(by_me=False, made=30, text="a desk"))
    assert nudge.title == "Ask Ada Lovelace about: a desk"
    assert "A no is completely fine." in nudge.draft


def test_nobody_is_blamed() -> None:
    found = due_items(
        promise(made=900),
        promise(2, by_me=False, made=900),
        check_ins=(CheckInDue(1, "Bo", day(90), day(900), "looms"),),
    )
    said = " ".join(f"{item.title} {item.why} {item.draft}" for item in found).casefold()
    assert len(found) == 3
    assert "!" not in said
    assert not {"overdue", "late", "missed", "streak", "lead"} & set(said.split())


@pytest.mark.parametrize(("due", "said"), [
    (CheckInDue(1, "Bo", TODAY), "Nothing written yet."),
    (CheckInDue(1, "Bo", TODAY, met="You met at Looms"), "You met at Looms. Nothing written since."),
    (CheckInDue(1, "Bo", TODAY, date(2026, 2, 3)), "Last in touch in February."),
    (CheckInDue(1, "Bo", TODAY, date(2024, 2, 3), "looms. And more"), "Last in touch in February 2024, on looms."),
    (CheckInDue(1, "Bo", TODAY, date(2026, 2, 3), "  \n "), "Last in touch in February."),
    (CheckInDue(1, "Bo", TODAY, date(2026, 2, 3), "On looms"), "Last in touch in February, on looms."),
])  # fmt: skip
def test_the_reason_is_the_last_thing_known(due: CheckInDue, said: str) -> None:
    assert say_last(due, TODAY) == said


def test_a_near_day_is_said_by_its_date() -> None:
    assert "June" in say_when(day(3), TODAY)
    assert say_when(day(28), TODAY) == "in May"


def test_long_words_are_cut_at_a_word() -> None:
    said = say_last(CheckInDue(1, "Bo", TODAY, date(2026, 2, 3), "word " * 50), TODAY)
    assert said.endswith("word….")
    assert len(said) < 120


def test_a_name_that_is_empty_or_one_word_is_no_trouble() -> None:
    for name in ("", "Ada", "  "):
        assert items(Situation(TODAY, check_ins=(CheckInDue(1, name, TODAY),)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Send the station data", "as promised, I am sending you the station data."),
        ("send her the R code", "as promised, I am sending you the R code."),
        ("Send a copy to Omar", "as promised: send a copy to Omar."),
        ("Introduce him to Ada", "as promised: introduce him to Ada."),
        ("Zanele's paper", "as promised: Zanele's paper."),
    ],
)
def test_a_promise_becomes_the_beginning_of_a_message(text: str, said: str) -> None:
    (item,) = due_items(promise(text=text))
    assert item.draft == f"Dear Ada,\n\n{said}\n"
