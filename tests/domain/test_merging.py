"""Putting what a file says into somebody who is there: gaps are filled, lists grow, nothing is replaced."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from hallway.domain.merging import Held, additions, say_additions, together
from hallway.domain.records import Email, PersonRecord, Phone, Profile, Work

WORDS = some.sampled_from(["", "Ada", "ada", "Lund", "Uni Lund", "Somewhere", "PhD", "2019", "+46 1", "ſ", "Ø "])
RECORDS = some.builds(
    PersonRecord,
    name=WORDS, given=WORDS, family=WORDS, suffix=WORDS, place=WORDS, note=WORDS, uid=WORDS,
    emails=some.lists(some.builds(Email, WORDS, WORDS), max_size=3).map(tuple),
    phones=some.lists(some.builds(Phone, WORDS), max_size=3).map(tuple),
    profiles=some.lists(some.builds(Profile, some.just("web"), WORDS), max_size=3).map(tuple),
    works=some.lists(some.builds(Work, WORDS, WORDS, WORDS, some.sampled_from(["", "2019"])), max_size=3).map(tuple),
    topics=some.lists(WORDS, max_size=3).map(tuple), groups=some.lists(WORDS, max_size=3).map(tuple),
    languages=some.lists(WORDS, max_size=2).map(tuple), unknown=some.lists(WORDS, max_size=2).map(tuple),
)  # fmt: skip


@given(RECORDS, RECORDS)
def test_adding_the_same_again_adds_nothing(own: PersonRecord, other: PersonRecord) -> None:
    held = Held(own, uids=frozenset({own.uid}))
    once = together(held, additions(held, other))
    assert not additions(once, other)


@given(RECORDS, RECORDS)
def test_nothing_that_is_there_is_replaced(own: PersonRecord, other: PersonRecord) -> None:
    held = Held(own)
    now = together(held, additions(held, other)).record
    assert now.name == own.name
    for name in ("given", "family", "suffix", "place", "note"):
        assert getattr(now, name) == getattr(own, name) or not getattr(own, name)
    for name in ("emails", "phones", "profiles", "topics", "groups", "languages", "unknown"):
        assert getattr(now, name)[: len(getattr(own, name))] == getattr(own, name)
    assert [work.organisation for work in now.works][: len(own.works)] == [work.organisation for work in own.works]


def test_nobody_adds_anything_to_themselves() -> None:
    record = PersonRecord("Ada", emails=(Email("a@x.example"),), works=(Work("Looms", "Engineer", "", "2019"),))
    assert not additions(Held(record), record)


def test_another_spelling_is_remembered_and_then_known() -> None:
    held = Held(PersonRecord("Hye-jin Seo"))
    added = additions(held, PersonRecord("Hyejin Seo"))
    assert added.spelling == "Hyejin Seo"
    assert not additions(together(held, added), PersonRecord("Hyejin Seo"))


def test_a_new_role_at_the_same_place_stands_beside_the_old_one() -> None:
    held = Held(PersonRecord("Ada", works=(Work("Looms", "Postdoc"),)))
    added = additions(held, PersonRecord("Ada", works=(Work("LOOMS", "Group leader"),)))
    assert added.works == (Work("LOOMS", "Group leader"),)
    assert not added.filled


def test_a_role_that_was_missing_is_filled_in() -> None:
    held = Held(PersonRecord("Ada", works=(Work("Looms"),)))
    added = additions(held, PersonRecord("Ada", works=(Work("Looms", "Engineer", start="2019"),)))
    assert added.filled == ((0, Work("Looms", "Engineer", start="2019")),)
    assert not added.works


def test_an_end_is_never_filled_in() -> None:
    held = Held(PersonRecord("Ada", works=(Work("Looms", "Engineer"),)))
    assert not additions(held, PersonRecord("Ada", works=(Work("Looms", "Engineer", end="2020"),)))


def test_phones_and_mail_are_compared_without_their_looks() -> None:
    held = Held(PersonRecord("Ada", emails=(Email("Ada@X.example"),), phones=(Phone("+46 (1) 23-4"),)))
    assert not additions(
        held, PersonRecord("Ada", emails=(Email("ada@x.example", "work"),), phones=(Phone("+461234"),))
    )


def test_what_would_be_added_is_said_in_words() -> None:
    record = PersonRecord("Ada", emails=(Email("a@x.example"),), note="Loves looms", works=(Work("Looms"),))
    assert say_additions(additions(Held(PersonRecord("Ada")), record)) == ("mail", "place of work", "notes")
