"""Who was met at an event, what was said last, and where before."""

from __future__ import annotations

from datetime import date

from hallway.domain.events import MetThere
from hallway.domain.people import NewPerson
from hallway.store import events, met_there
from hallway.usecases import briefings, people
from hallway.usecases import events as usecase
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person, days_ago


def conference(desk: Desk, year: int, day: date) -> int:
    return add_event(desk, f"CityClim {year}", start_on=day, end_on=day)


def met(desk: Desk, event: int) -> tuple[MetThere, ...]:
    return desk.ask(usecase.page_of, event).people


def test_the_last_one_comes_first_with_the_words_of_that_moment(desk: Desk) -> None:
    event = add_event(desk, "Looms 2026", start_on=days_ago(1))
    ada, bo, cai = add_person(desk, "Ada"), add_person(desk, "Bo"), add_person(desk, "Cai", met_event_id=event)
    add_moment(desk, ada, on=days_ago(1), summary="warp", at_time="09:55", event_id=event)
    add_moment(desk, ada, bo, on=TODAY, summary="weft", at_time="10:20", event_id=event)
    add_moment(desk, bo, on=TODAY, summary="elsewhere", at_time="11:00")
    assert [(one.name, one.on, one.at_time, one.words) for one in met(desk, event)] == [
        ("Ada", TODAY, "10:20", "weft"), ("Bo", TODAY, "10:20", "weft"), ("Cai", None, "", ""),
    ]  # fmt: skip
    desk.do(people.let_go, [cai])
    assert len(met(desk, event)) == 2


def test_earlier_events_of_the_series_are_known_and_others_are_not(desk: Desk) -> None:
    first, second = conference(desk, 2024, date(2024, 6, 1)), conference(desk, 2025, date(2025, 6, 1))
    third, looms = conference(desk, 2026, TODAY), add_event(desk, "Looms 2025", start_on=days_ago(300), end_on=TODAY)
    ada = add_person(desk, "Ada", met_event_id=first)
    bo = add_person(desk, "Bo", met_event_id=looms)
    for event in (second, third):
        add_moment(desk, ada, on=TODAY, event_id=event)
    add_moment(desk, bo, on=TODAY, event_id=third)
    before = {one.name: one.before for one in met(desk, third)}
    assert before == {"Ada": ("CityClim 2024", "CityClim 2025"), "Bo": ()}
    assert {one.name: one.before for one in met(desk, second)} == {"Ada": ("CityClim 2024",)}
    desk.do(usecase.remove, second)
    assert desk.ask(usecase.seen_before, third) == {ada: ("CityClim 2024",)}


def test_a_briefing_says_where_one_met_and_that_it_will_be_the_third_time(desk: Desk) -> None:
    ada = desk.do(people.add, NewPerson("Ada", met_event_id=conference(desk, 2024, date(2024, 6, 1)))).value
    add_moment(desk, ada, on=TODAY, event_id=conference(desk, 2025, date(2025, 6, 1)))
    conference(desk, 2026, TODAY)
    for day in (date(2026, 1, 9), date(2026, 1, 16)):
        add_moment(desk, ada, on=TODAY, event_id=add_event(desk, "Colloquium", start_on=day, end_on=day))
    sections = {one.heading: one.lines for one in desk.ask(briefings.of_person, ada).sections}
    assert sections["Whom and what you share"] == (
        "Both at Colloquium 2026, 2 times", "Both at CityClim 2024 and CityClim 2025",
        "CityClim 2026: third time you meet",
    )  # fmt: skip


def test_the_people_of_a_big_series_are_asked_in_one_go(desk: Desk) -> None:
    """Two queries, however many were met."""
    for year in range(2000, 2026):
        conference(desk, year, date(year, 6, 1))
    event = conference(desk, 2026, TODAY)
    for at in range(30):
        add_person(desk, f"Ada {at}", met_event_id=event)
    with desk.looking() as look:
        asked: list[str] = []
        rows = look.rows
        look.rows = lambda query, *values: asked.append(query) or rows(query, *values)  # type: ignore[func-returns-value, method-assign]
        met_there.of_event(look, events.get(look, event))
    assert len(asked) <= 3
