"""Lists of people: what each condition keeps, all of them together, and filters that are kept as JSON."""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.people import Affiliation, Order, Standing
from hallway.domain.records import Email
from hallway.store import conditions, lists
from hallway.store.conditions import Condition
from hallway.store.lists import PeopleFilter
from hallway.store.views import names
from hallway.store.work import Work
from hallway.usecases import organisations, people
from hallway.usecases.desk import Desk
from tests.makers import add_event, add_moment, add_person, add_promise, days_ago, memory_desk

Asked = tuple[str, str, int | str]

KEPT: dict[Asked, str] = {
    ("group", "is", "Mentors"): "Ada Bela",
    ("topic", "is", "urban heat"): "Bela Chen",
    ("place", "of person", "ghe"): "Ada Chen",
    ("place", "of person", "%"): "Dora",
    ("place", "of work", "Oslo"): "Ada",
    ("organisation", "now", "Halden"): "Ada",
    ("organisation", "ever", "Halden"): "Ada Bela",
    ("rhythm", "any", ""): "Bela Chen",
    ("rhythm", "none", ""): "Ada Dora",
    ("rhythm", "days", 60): "Bela",
    ("touch", "within", 9): "Ada Bela",
    ("touch", "within", 8): "Ada",
    ("touch", "not for", 9): "Chen Dora",
    ("touch", "not for", 8): "Bela Chen Dora",
    ("touch", "never", ""): "Dora",
    ("met at", "is", "Looms 2026"): "Ada",
    ("promise", "mine", ""): "Ada Chen",
    ("promise", "theirs", ""): "Bela",
    ("missing", "mail", ""): "Bela Chen Dora",
    ("missing", "anything", ""): "Bela Chen Dora",
    ("import", "last", ""): "",
}
"""Whom each condition keeps in the record below."""


@pytest.fixture
def full() -> Desk:
    """Four people who differ in everything one can ask, and one archived."""
    desk = memory_desk()
    looms = add_event(desk)
    ada = add_person(
        desk, "Ada", organisation="Halden", topics=("sleep",), groups=("Mentors",), met_event_id=looms,
        emails=(Email("ada@example.org"),),
    )  # fmt: skip
    bela = add_person(desk, "Bela", topics=("urban heat",), groups=("Mentors",), rhythm_days=60)
    chen = add_person(desk, "Chen", topics=("Urban Heat",), rhythm_days=365)
    dora = add_person(desk, "Dora")
    add_person(desk, "Ewa", topics=("urban heat",))
    for id_, place in ((ada, "Ghent"), (chen, "Ghent"), (dora, "100 % Nowhere_")):
        desk.do(people.change, id_, "place", place)
    desk.do(people.set_affiliation, bela, Affiliation("Halden", start_on="2012", end_on="2017"))
    desk.do(organisations.change, dict(desk.ask(names, "organisation"))["Halden"], "place", "Oslo")
    for id_, ago in ((ada, 2), (bela, 9), (chen, 100)):
        add_moment(desk, id_, on=days_ago(ago))
    add_promise(desk, ada)
    add_promise(desk, chen)
    add_promise(desk, bela, by_me=False)
    desk.do(people.archive, [id_ for (id_,) in desk.ask(lambda look: look.rows("SELECT max(id) FROM person"))])
    return desk


def condition(desk: Desk, asked: Asked) -> Condition:
    """The condition with the id behind a name."""
    field, how, value = asked
    return Condition(field, how, dict(desk.ask(names, field)).get(str(value), value))


def listed(desk: Desk, chosen: PeopleFilter) -> set[str]:
    """Who is listed, having asked in each way there is."""
    ids = desk.ask(lists.ids, chosen)
    rows = desk.ask(lists.page, chosen, 100)
    assert tuple(row.id for row in rows) == ids
    assert desk.ask(lists.count, chosen) == len(ids)
    return {row.name for row in rows}


@pytest.mark.parametrize(("asked", "kept"), KEPT.items(), ids=[" ".join(map(str, asked)) for asked in KEPT])
def test_each_condition_keeps_whom_it_says(full: Desk, asked: Asked, kept: str) -> None:
    assert listed(full, PeopleFilter(conditions=(condition(full, asked),))) == set(kept.split())


def test_conditions_together_keep_whom_each_of_them_keeps(full: Desk) -> None:
    for one, other in combinations(KEPT, 2):
        both = (condition(full, one), condition(full, other))
        assert listed(full, PeopleFilter(conditions=both)) == set(KEPT[one].split()) & set(KEPT[other].split())


def test_conditions_hold_within_a_standing_and_beside_words_and_groups(full: Desk) -> None:
    heat = condition(full, ("topic", "is", "urban heat"))
    assert listed(full, PeopleFilter(Standing.ARCHIVED, conditions=(heat,))) == {"Ewa"}
    assert listed(full, PeopleFilter(words="bel", conditions=(heat,))) == {"Bela"}
    mentors = frozenset({dict(full.ask(names, "group"))["Mentors"]})
    assert listed(full, PeopleFilter(groups=mentors, conditions=(heat,))) == {"Bela"}


def test_the_last_import_is_whichever_was_last(full: Desk) -> None:
    def take_in(step: Work, run: int, name: str) -> None:
        step.execute("INSERT INTO import_run (id, source, at) VALUES (?, 'file', '2026-06-01')", run)
        step.execute("UPDATE person SET import_run_id = ? WHERE name = ?", run, name)

    for run, name in ((1, "Ada"), (2, "Bela")):
        full.do(take_in, run, name)
        assert listed(full, PeopleFilter(conditions=(conditions.LAST_IMPORT,))) == {name}


def test_a_condition_of_a_newer_hallway_is_kept_and_narrows_nothing(full: Desk) -> None:
    kept = '{"conditions": [{"field": "shoe size", "how": "is", "value": 43}], "colour": "green"}'
    chosen = lists.from_json(kept)
    assert listed(full, chosen) == {"Ada", "Bela", "Chen", "Dora"}
    assert not conditions.is_known(chosen.conditions[0])
    assert lists.from_json(lists.to_json(chosen)) == chosen


values = st.one_of(st.integers(-(2**63) + 1, 2**63 - 1), st.text(max_size=20), st.just("\ud800"))
asked_for = st.builds(Condition, st.sampled_from(sorted({field for field, _ in conditions.QUERIES})), st.text(), values)
known = st.builds(
    lambda key, value: Condition(key[0], key[1], value), st.sampled_from(sorted(conditions.QUERIES)), values
)
filters = st.builds(
    PeopleFilter, st.sampled_from(Standing), st.text(max_size=20),
    st.frozensets(st.integers(1, 2**63 - 1), max_size=3), st.none() | st.integers(1, 2**63 - 1),
    st.sampled_from(Order), st.lists(asked_for | known, unique=True, max_size=4).map(tuple),
)  # fmt: skip
trees = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = ("standing", "words", "groups", "import_run", "order", "conditions")


@given(filters)
def test_a_filter_reads_back_as_it_was_kept(chosen: PeopleFilter) -> None:
    assert lists.from_json(lists.to_json(chosen)) == chosen


@given(st.text() | trees.map(json.dumps) | st.dictionaries(st.sampled_from(KEYS), trees).map(json.dumps))
def test_whatever_was_kept_reads_as_some_filter(text: str) -> None:
    chosen = lists.from_json(text)
    assert lists.from_json(lists.to_json(chosen)) == chosen


@given(filters)
def test_any_filter_can_be_asked(chosen: PeopleFilter) -> None:
    assert EMPTY.ask(lists.ids, chosen) == ()


EMPTY = memory_desk()
