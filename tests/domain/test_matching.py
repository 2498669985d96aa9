"""Same person, maybe, or new: over the ways people turn up twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.matching import Known, Match, Verdict, build_index, likeness, match
from hallway.domain.records import Email, PersonRecord, Profile, Work

TOMASZ = Known(
    1,
    "Tomasz Wieczorek",
    other_names=("Tomek Wieczorek",),
    emails=("tomasz@northgate.example",),
    profiles=("https://www.linkedin.com/in/tomasz-w", "https://orcid.org/0000-0002-1825-0097"),
    uids=("card-1",),
    organisations=("Northgate University",),
)
LUKASZ = Known(2, "Łukasz Żak", emails=("lukasz.zak@gmail.com",), organisations=("Tide Lab",))
WEI_ONE = Known(3, "Wei Zhang", organisations=("Uni Lund",), profiles=("https://www.linkedin.com/in/wei-1",))
WEI_TWO = Known(4, "Wei Zhang", organisations=("Uni Lund", "Tide Lab"))
LI = Known(5, "李明", organisations=("清华大学",))
INDEX = build_index([TOMASZ, LUKASZ, WEI_ONE, WEI_TWO, LI])


def person(name: str, mail: str = "", place: str = "", page: str = "", uid: str = "") -> PersonRecord:
    return PersonRecord(
        name,
        uid=uid,
        emails=(Email(mail),) if mail else (),
        profiles=(Profile("web", page),) if page else (),
        works=(Work(place),) if place else (),
    )


@pytest.mark.parametrize(
    ("record", "person_id", "why"),
    [
        (person("Somebody Else", uid="card-1"), 1, "same card"),
        (person("T. W.", page="http://pl.linkedin.com/in/Tomasz-W/?trk=x"), 1, "same profile"),
        (person("Tomasz W", page="0000-0002-1825-0097"), 1, "same profile"),
        (person("Tomasz Wieczorek", "TOMASZ@Northgate.example"), 1, "same mail"),
        (person("Dr Tomasz J. Wieczorek, PhD", "tomasz@northgate.example"), 1, "same mail"),
        (person("T. Wieczorek", "tomasz@northgate.example"), 1, "same mail"),
        (person("Tomasz", "tomasz@northgate.example"), 1, "same mail"),
        (person("", "tomasz@northgate.example"), 1, "same mail"),
        (person("tomasz wieczorek", place="northgate  university"), 1, "same name, same place"),
        (person("Wieczorek, Tomasz", place="Northgate University"), 1, "same name, same place"),
        (person("Tomek Wieczorek", place="Northgate University"), 1, "same name, same place"),
        (person("Lukasz Zak", place="The Tide Lab"), 2, "same name, same place"),
        (person("Wei Zhang", place="Tide Lab"), 4, "same name, same place"),
        (person("李 明", place="清华大学"), 5, "same name, same place"),
    ],
)
def test_sure_signs_are_the_same_person(record: PersonRecord, person_id: int, why: str) -> None:
    assert match(record, INDEX) == Match(Verdict.SAME, person_id, why)


@pytest.mark.parametrize(
    ("record", "person_id", "why"),
    [
        (person("Grace Okello", "tomasz@northgate.example"), 1, "same mail, another name"),
        (person("Tomasz Wieczorek"), 1, "same name"),
        (person("Tomasz Wieczorek", place="Elsewhere"), 1, "same name"),
        (person("Wei Zhang", place="Uni Lund"), 3, "same name, same place"),
        (
            person("Tomasz Wieczorek", place="Northgate University", page="linkedin.com/in/other"),
            1,
            "same name, same place",
        ),
        (person("T. Wieczorek", place="Northgate University"), 1, "similar name, same place"),
        (person("Tomasz Wieczorec", place="Northgate University"), 1, "similar name, same place"),
        (person("Tomaz Wieczorek", "tw@northgate.example"), 1, "similar name, same mail domain"),
    ],
)
def test_likenesses_are_asked_about(record: PersonRecord, person_id: int, why: str) -> None:
    assert match(record, INDEX) == Match(Verdict.MAYBE, person_id, why)


@pytest.mark.parametrize(
    "record",
    [
        person("Grace Okello"),
        person(""),
        person("", place="Tide Lab"),
        person("L. Zak", "other@gmail.com"),
        person("Tamara Wieczorek", place="Northgate University"),
        person("T. Wieczorek", place="Elsewhere"),
        person("Tomasz Wierzbicki", place="Northgate University"),
        person("Grace Okello", place="Northgate University"),
        person("小明李"),
    ],
)
def test_others_are_new(record: PersonRecord) -> None:
    assert match(record, INDEX) == Match(Verdict.NEW)


def test_rows_of_one_file_can_meet_each_other() -> None:
    index = build_index([])
    assert match(person("Ana Lima", place="Tide"), index).verdict == Verdict.NEW
    index.add(Known(7, "Ana Lima", organisations=("Tide",)))
    assert match(person("Ana Lima", place="Tide"), index) == Match(Verdict.SAME, 7, "same name, same place")


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [("martha", "marhta", 0.9611), ("dwayne", "duane", 0.84), ("dixon", "dicksonx", 0.8133),
     ("a", "a", 1.0), ("a", "b", 0.0),
     ("", "", 1.0), ("", "a", 0.0)],
)  # fmt: skip
def test_likeness_has_the_published_values(one: str, other: str, value: float) -> None:
    assert likeness(one, other) == pytest.approx(value, abs=1e-4)


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_is_a_share_and_the_same_both_ways_when_nothing_is_alike(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) <= 1.0
    assert (likeness(one, other) == 0.0) == (likeness(other, one) == 0.0)


NAMES = st.lists(st.sampled_from("Ana Lima van der Berg T. 李明 PhD , Ó".split()), min_size=1, max_size=5).map(" ".join)


@given(NAMES, st.sampled_from(["", "Tide", "Uni Lund"]), st.sampled_from(["", "a@b.example"]))
def test_a_person_always_meets_themselves(name: str, place: str, mail: str) -> None:
    known = Known(9, name, emails=(mail,) if mail else (), organisations=(place,) if place else ())
    verdict = match(person(name, mail, place), build_index([known]))
    if mail or place:
        assert (verdict.verdict, verdict.person_id) == (Verdict.SAME, 9) or not any(map(str.isalnum, name))
    else:
        assert verdict.verdict != Verdict.SAME
