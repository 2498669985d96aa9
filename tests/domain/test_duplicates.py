"""Who stands here twice: what speaks for one person, what against it, in words; and the promise on labelled pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain import errors
from hallway.domain.duplicates import Pair, Someone, compare, find
from hallway.domain.matching import Verdict
from hallway.domain.namesakes import Kinship, kinship, spoken
from hallway.domain.spelling import sound
from tests.bench.bench_duplicates import PRECISION, RECALL, judged
from tests.bench.same_people import labelled

HANBIT = ("Hanbit Lab",)


def pair(one: Someone, other: Someone) -> Pair:
    """Compared, and found by the search exactly when it is worth asking about."""
    compared = compare(one, other)
    found = find((one, other))
    assert [(each.one_id, each.other_id) for each in found] == ([] if compared.verdict is Verdict.NEW else [(1, 2)])
    return compared


def at_hanbit(one: str, other: str) -> Verdict:
    return pair(Someone(1, (one,), organisations=HANBIT), Someone(2, (other,), organisations=HANBIT)).verdict


def test_the_promise_is_held_on_the_labelled_pairs() -> None:
    _, truth = labelled()
    assert len(truth) >= 300
    found = judged()
    assert found.precision >= PRECISION, found.mistaken
    assert found.recall >= RECALL, found.missed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thomas Müller", "Thomas Mueller"), ("Anna Schmidt", "Anna Schmitt"), ("Hye-jin Park", "Hyejin Park"),
        ("Park Hye Jin", "Hyejin Park"), ("Wang Wei", "Wei Wang"), ("J. Smith", "John Smith"),
        ("C. Smith", "Chiara Smith"), ("Smith J", "John Smith"),
        ("John M. Smith", "John Michael Smith"), ("Chris Novak", "Christopher Novak"), ("Anna Berg", "Anna Berg-Lind"),
        ("Dr. Ines Okoye", "Ines Okoye, PhD"), ("Sergey Ivanov", "Sergei Ivanov"), ("Ines Lindqvist", "Ines Lindqivst"),
    ],
)  # fmt: skip
def test_one_name_in_two_spellings_at_one_place_is_asked_about(one: str, other: str) -> None:
    assert at_hanbit(one, other) is Verdict.MAYBE
    assert at_hanbit(other, one) is Verdict.MAYBE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Martin Novak", "Martina Novak"), ("Maria Rossi", "Mario Rossi"), ("Wei Chen", "Mei Chen"),
        ("Anna Berg", "Anna Lind"), ("Ines Okoye", "Amira Okoye"), ("J. Smith", "Amira Smith"), ("Ada", "Bo"),
        ("Anna Maria Berg", "Anna Sofia Berg"),
    ],
)  # fmt: skip
def test_other_names_at_one_place_are_other_people(one: str, other: str) -> None:
    assert at_hanbit(one, other) is Verdict.NEW


def test_reasons_are_said_in_words() -> None:
    found = pair(
        Someone(1, ("Hye-jin Seo",), ("hj@hanbit.example",), organisations=HANBIT),
        Someone(2, ("Hyejin Seo",), ("HJ@hanbit.example",), organisations=("the hanbit lab",)),
    )
    assert found.verdict is Verdict.SAME
    assert found.reasons == (
        "same mail address", "“Hye-jin Seo” and “Hyejin Seo” are spelled alike", "both at Hanbit Lab",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Someone(1, ("Anna Berg",), ("anna.berg@a.example",)), Someone(2, ("Anna Lind",), ("anna.berg@a.example",))),
        (Someone(1, ("Anna Berg",), ("anna.berg@a.example",)), Someone(2, ("Anna Lind",), ("anna.berg@b.example",))),
        (Someone(1, ("Anna Berg",), phones=("+49 30 1234567",)), Someone(2, ("Anna Lind",), phones=("030/1234567",))),
        (
            Someone(1, ("Anna Berg",), pages=("linkedin.com/in/annab",)),
            Someone(2, ("Anna Lind",), pages=("https://www.linkedin.com/in/AnnaB/",)),
        ),
    ],
)
def test_a_new_family_name_is_seen_through(one: Someone, other: Someone) -> None:
    assert pair(one, other).verdict is not Verdict.NEW


@pytest.mark.parametrize(
    ("one", "other", "doubt"),
    [
        (("ww@lu.example",), ("wei.wang@lu.example",), "two mail addresses at lu.example"),
        ("https://orcid.org/0000-0002-1825-0097", "https://orcid.org/0000-0001-5109-3700", "a different ORCID iD each"),
        ("linkedin.com/in/wei1", "linkedin.com/in/wei2", "a different LinkedIn page each"),
    ],
)
def test_namesakes_at_one_university_are_two_people(one: object, other: object, doubt: str) -> None:
    mails = isinstance(one, tuple)
    first, second = (
        Someone(id_, ("Wei Wang",), said if mails else (), (), () if mails else (said,), HANBIT)  # type: ignore[arg-type]
        for id_, said in ((1, one), (2, other))
    )
    compared = pair(first, second)
    assert compared.verdict is Verdict.NEW
    assert doubt in compared.doubts


def test_namesakes_at_different_places_are_two_people() -> None:
    one, other = Someone(1, ("Wei Wang",), organisations=HANBIT), Someone(2, ("Wei Wang",), organisations=("Ostra",))
    assert pair(one, other).verdict is Verdict.NEW


def test_a_name_alone_may_be_anybody_of_that_name() -> None:
    assert pair(Someone(1, ("Ines Okoye",)), Someone(2, ("Ines Okoye",), organisations=HANBIT)).verdict is Verdict.MAYBE


def test_other_spellings_count_as_names() -> None:
    one = Someone(1, ("Jonathan Doe", "Wei Wang"), organisations=HANBIT)
    assert pair(one, Someone(2, ("Wang Wei",), organisations=HANBIT)).verdict is Verdict.MAYBE


def test_an_address_that_many_share_is_nobodys_own() -> None:
    office = [Someone(id_, (name,), phones=("+46 46 222 0000",), organisations=HANBIT)
              for id_, name in enumerate(("Anna Berg", "Anna Lind", "Bo Ek", "Cy Dahl"), 1)]  # fmt: skip
    assert find(office) == ()
    assert len(find(office[:2])) == 1


def test_a_desk_is_not_a_person() -> None:
    one, other = Someone(1, ("Ines Okoye",), ("info@a.example",)), Someone(2, ("Bo Ek",), ("info@a.example",))
    assert pair(one, other).verdict is Verdict.NEW


def test_settled_pairs_are_left_out() -> None:
    people = [Someone(id_, ("Ines Okoye",), organisations=HANBIT) for id_ in (4, 7, 9)]
    assert {(one.one_id, one.other_id) for one in find(people, {(4, 7), (7, 9)})} == {(4, 9)}


def test_progress_is_told_and_stop_is_heard() -> None:
    people = [Someone(id_, (f"Ines Okoye {id_}",)) for id_ in range(5)]
    told: list[tuple[int, int]] = []
    find(people, report=lambda done, total: told.append((done, total)))
    assert told == [(done // 2, 5) for done in range(1, 11)]

    def stop(done: int, total: int) -> None:
        if done == 4:
            raise errors.Stopped("Stopped.")

    with pytest.raises(errors.Stopped):
        find(people, report=stop)


def test_the_surest_come_first() -> None:
    people = [
        Someone(1, ("Ines Okoye",), organisations=HANBIT), Someone(2, ("I. Okoye",), organisations=HANBIT),
        Someone(3, ("Bo Ek",), ("bo@a.example",)), Someone(4, ("Bo Ek",), ("bo@a.example",)),
    ]  # fmt: skip
    assert [(one.one_id, one.other_id) for one in find(people)] == [(3, 4), (1, 2)]


NAMES = st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(
    ("Ines Okoye", "I. Okoye", "王伟", "Okoye", "Anna Berg-Lind", "  ", "Ø", "Dr. PhD")
)
PEOPLE = st.builds(
    Someone, st.just(1), st.lists(NAMES, max_size=2).map(tuple),
    st.lists(st.sampled_from(("a@b.org", "ines.okoye@x.org", "@", "x")), max_size=2).map(tuple),
    st.lists(st.sampled_from(("+49 30 123456", "12", "")), max_size=2).map(tuple),
)  # fmt: skip


@given(PEOPLE, PEOPLE)
def test_comparing_is_the_same_both_ways_and_never_fails(one: Someone, other: Someone) -> None:
    other = Someone(2, other.names, other.emails, other.phones)
    there, back = compare(one, other), compare(other, one)
    assert (there.score, there.one_id, there.other_id) == (back.score, 1, 2)
    assert sorted(there.doubts) == sorted(back.doubts)
    find((one, other))


@given(NAMES, NAMES)
def test_kinship_is_mutual(one: str, other: str) -> None:
    assert kinship(spoken(one), spoken(other)) is kinship(spoken(other), spoken(one))


def test_kinship_of_a_name_with_itself() -> None:
    assert kinship(spoken("Ines Okoye"), spoken("ines okoye")) is Kinship.SAME


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_doubled_letters_make_no_sound(word: str) -> None:
    assert sound(word) == sound(word)
    assert not any(a == b for a, b in zip(sound(word), sound(word)[1:], strict=False))
