"""Every figure of Insights recomputed from the record by other means, over the made-up network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from hallway.domain import figures as words
from hallway.domain.figures import Figures, Span, span_of
from hallway.domain.folding import fold
from hallway.store.insights import TALKS
from hallway.usecases import demo, insights
from hallway.usecases.desk import Desk
from tests.makers import TODAY, memory_desk

Row = dict[str, object]


@pytest.fixture(scope="module")
def world() -> Iterator[Desk]:
    """The made-up network of 300 people."""
    desk = memory_desk()
    demo.fill(desk, 300)
    yield desk
    desk.database.close_thread()


def table(desk: Desk, name: str) -> list[Row]:
    with desk.looking() as look:
        columns = [column for (column,) in look.rows("SELECT name FROM pragma_table_info(?)", name)]
        return [dict(zip(columns, row, strict=True)) for row in look.rows(f'SELECT * FROM "{name}"')]


def in_span(day: object, span: Span) -> bool:
    return span.first <= str(day)[:7] <= span.last


def met_month(desk: Desk, person: Row) -> str:
    if len(str(person["met_on"])) >= 7:
        return str(person["met_on"])[:7]
    days = [str(row["on_day"]) for row in table(desk, "participant") if row["person_id"] == person["id"]]
    return min(days, default="")[:7]


@pytest.fixture(scope="module", params=[3, 12, 0])
def found(request: pytest.FixtureRequest, world: Desk) -> Figures:
    return world.ask(insights.figures, request.param)


def known(desk: Desk) -> list[Row]:
    return [row for row in table(desk, "person") if row["known"] and row["standing"] != "let go"]


def test_conversations_by_month(world: Desk, found: Figures) -> None:
    rows = [row for row in table(world, "interaction") if row["kind"] in TALKS and in_span(row["on_day"], found.span)]
    assert dict(found.conversations) == Counter(str(row["on_day"])[:7] for row in rows)


def test_people_met_by_month_and_how(world: Desk, found: Figures) -> None:
    months = {int(str(row["id"])): met_month(world, row) for row in known(world)}
    assert dict(found.met) == Counter(month for month in months.values() if in_span(month, found.span))
    assert sum(found.ways.values()) == sum(found.met.values())
    introduced = [row for row in known(world) if row["introduced_by_id"] and
                  found.span.first <= months[int(str(row["id"]))] <= found.span.last]  # fmt: skip
    assert found.ways.get(words.INTRODUCED, 0) == len(introduced)


def test_topics_by_quarter(world: Desk, found: Figures) -> None:
    names = {row["id"]: str(row["name"]) for row in table(world, "topic")}
    of_person: dict[object, set[str]] = {}
    for row in table(world, "person_topic"):
        of_person.setdefault(row["person_id"], set()).add(names[row["topic_id"]])
    quarters = found.span.quarters()
    counted: dict[str, list[int]] = {}
    for row in table(world, "participant"):
        for at, months in enumerate(quarters):
            if row["counts"] and str(row["on_day"])[:7] in months:
                for name in of_person.get(row["person_id"], ()):
                    counted.setdefault(name, [0] * len(quarters))[at] += 1
    for name, numbers in found.topics:
        assert list(numbers) == counted[name]
    least = min((sum(numbers) for _, numbers in found.topics), default=0)
    assert all(sum(numbers) <= least or name in dict(found.topics) for name, numbers in counted.items())


def test_the_event_most_were_met_at(world: Desk, found: Figures) -> None:
    events = {row["id"]: row for row in table(world, "event") if in_span(row["start_on"], found.span)}
    met = Counter(row["met_event_id"] for row in known(world) if row["met_event_id"] in events)
    if found.follow is None:
        assert all(number < 2 for number in met.values())
        return
    assert found.follow.met == max(met.values()) == met[found.follow.event_id]
    end = str(events[found.follow.event_id]["end_on"])
    later = {row["person_id"] for row in table(world, "participant") if str(row["on_day"]) > end}
    there = {row["id"] for row in known(world) if row["met_event_id"] == found.follow.event_id}
    assert found.follow.since == len(later & there)


def test_favours_both_ways(world: Desk, found: Figures) -> None:
    still = {row["id"] for row in table(world, "person") if row["standing"] != "let go"}
    rows = [row for row in table(world, "favour") if in_span(row["on_day"], found.span) and row["person_id"] in still]
    given, received = ([row for row in rows if row["direction"] == way] for way in ("given", "received"))
    assert (found.favours.given, found.favours.received) == (len(given), len(received))
    kinds = Counter(str(row["kind"]) for row in (*given, *received))
    assert found.favours.kinds == tuple(sorted(kinds, key=lambda kind: (-kinds[kind], kind))[:3])


def test_circles_covered(world: Desk, found: Figures) -> None:
    (me,) = table(world, "profile")
    organisations = {row["id"]: row for row in table(world, "organisation")}
    people = {row["id"] for row in known(world)}
    home = {id_ for id_, row in organisations.items() if row["folded"] == fold(str(me["university"]))}
    companies = {id_ for id_, row in organisations.items() if row["kind"] == "company"}

    def there(places: set[object], *, now: bool) -> int:
        return len({row["person_id"] for row in table(world, "affiliation")
                    if row["organisation_id"] in places and (not row["end_on"]) is now} & people)  # fmt: skip

    grouped = {row["person_id"] for row in table(world, "group_member")}
    listed = Counter(row["topic_id"] for member in table(world, "group_member")
                     for row in table(world, "person_topic") if row["person_id"] == member["person_id"])  # fmt: skip
    own = {topic for topic, _ in sorted(listed.items(), key=lambda pair: (-pair[1], pair[0]))[:3]}
    in_field = {row["person_id"] for row in table(world, "person_topic") if row["topic_id"] in own} & people
    assert grouped
    assert found.circles == {
        words.HOME: there(home, now=True), words.FIELD: len(in_field), words.INDUSTRY: there(companies, now=True),
        words.ALUMNI: there(home, now=False),
    }  # fmt: skip


def test_introductions_made_and_received(world: Desk, found: Figures) -> None:
    made = [row for row in table(world, "introduction")
            if row["introduced_on"] and in_span(row["introduced_on"], found.span)]  # fmt: skip
    assert found.introductions == len([row for row in made if row["first_id"] is not None])


def test_old_ties_were_close_and_quiet_for_a_year(world: Desk, found: Figures) -> None:
    assert found.old_ties
    for tie in found.old_ties:
        days = [str(row["on_day"]) for row in table(world, "participant")
                if row["person_id"] == tie.person_id and row["counts"]]  # fmt: skip
        assert len(days) >= 3 and max(days) == tie.last_on.isoformat()
        assert (TODAY - tie.last_on).days > 365


def test_the_sentence_says_these_figures(found: Figures) -> None:
    said = words.lead(found)
    assert f"met {sum(found.met.values())} p" in said and f"had {sum(found.conversations.values())} c" in said


@pytest.mark.parametrize(
    ("months", "first", "span"),
    [
        (3, None, "April 2026 to June 2026"), (12, None, "July 2025 to June 2026"), (0, None, "June 2026"),
        (0, date(2026, 2, 3), "February 2026 to June 2026"), (0, date(1990, 1, 1), "July 2016 to June 2026"),
    ],
)  # fmt: skip
def test_spans_in_words(months: int, first: date | None, span: str) -> None:
    assert str(span_of(months, TODAY, first)) == span


def test_quarters_are_counted_back_from_the_last_month() -> None:
    assert Span("2025-11", "2026-06").quarters() == (
        ("2025-11", "2025-12"), ("2026-01", "2026-02", "2026-03"), ("2026-04", "2026-05", "2026-06"),
    )  # fmt: skip
