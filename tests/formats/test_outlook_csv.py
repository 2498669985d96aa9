"""People for Outlook on the web: its sixty-one columns, and what comes back from them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.records import Email, PersonRecord, Phone, Profile, Work
from hallway.formats import outlook_csv, tables
from tests.formats.files import REAL

TOMASZ = PersonRecord(
    "Tomasz Wójcik",
    given="Tomasz",
    family="Wójcik",
    prefix="Dr",
    emails=tuple(Email(f"t{number}@x.example") for number in range(5)),
    phones=(
        Phone("1", "work"), Phone("2", "work"), Phone("3", "work"), Phone("4", "mobile"), Phone("5", "work fax"),
        Phone("6", "Lab"), Phone("7"),
    ),
    profiles=(Profile("web", "https://tomasz.example"), Profile("github", "https://github.com/tomasz")),
    works=(Work("University of Warsaw", "Lecturer", "Linguistics"), Work("Elsewhere")),
    groups=("Looms",),
    place="Warsaw, Poland",
    birthday="1980-03-22",
    note="Mixed-effects\nmodels",
)  # fmt: skip


def rows(*people: PersonRecord) -> list[dict[str, str]]:
    written = outlook_csv.write(people)
    assert written.startswith(b"\xef\xbb\xbfFirst Name,")
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_each_thing_stands_in_its_column() -> None:
    (row,) = rows(TOMASZ)
    assert len(row) == 61
    assert (row["E-mail Address"], row["E-mail 3 Address"]) == ("t0@x.example", "t2@x.example")
    assert row["Birthday"] == "3/22/1980"
    assert (row["Business Phone"], row["Business Phone 2"], row["Mobile Phone"]) == ("1", "2", "4")
    assert (row["Other Phone"], row["Primary Phone"], row["Home Phone 2"]) == ("3", "6", "7")
    assert (row["Business Fax"], row["Business City"], row["Job Title"]) == ("5", "Warsaw", "Lecturer")


@pytest.mark.skipif(not REAL.exists(), reason="the collection of real files is not here")
def test_columns_are_those_of_outlook() -> None:
    theirs = (REAL / "csv_headers" / "outlook_com_web.csv").read_text(encoding="utf-8-sig").strip().split(",")
    assert list(outlook_csv.HEADERS) == theirs


def test_what_fits_comes_back() -> None:
    (read,) = tables.read(outlook_csv.write([TOMASZ])).records
    assert (read.name, read.given, read.family, read.prefix) == ("Tomasz Wójcik", "Tomasz", "Wójcik", "Dr")
    assert read.emails == TOMASZ.emails[:3]
    assert {phone.number for phone in read.phones} == {phone.number for phone in TOMASZ.phones}
    assert set(read.profiles) == set(TOMASZ.profiles)
    assert (read.works, read.place, read.birthday) == (TOMASZ.works[:1], TOMASZ.place, TOMASZ.birthday)
    assert read.note == TOMASZ.note


def test_a_birthday_without_its_year_has_no_column() -> None:
    people = PersonRecord("A", birthday="--05-01"), PersonRecord("B", birthday="some day")
    assert [row["Birthday"] for row in rows(*people)] == ["", ""]


@pytest.mark.parametrize(
    "name", ["Ada Lovelace", "Ada", "Dr. Ada King, Countess of Lovelace", "山田 太郎", "王伟", "=1+1"]
)
def test_a_name_as_written_comes_back(name: str) -> None:
    for person in (PersonRecord(name), PersonRecord(name, given="Ada", family="Byron")):
        assert tables.read(outlook_csv.write([person])).records[0].name == name


WORDS = st.text("abcÅé 山'=+-@;,\"\n", max_size=8).map(lambda text: " ".join(text.split()))
PHONES = st.builds(
    Phone, st.sampled_from(["+1 2", "0049"]), st.sampled_from(["home", "work", "mobile", "work fax", "pager"])
)


@given(
    st.lists(
        st.builds(
            PersonRecord,
            name=WORDS.filter(bool),
            emails=st.lists(st.sampled_from(["a@x.example", "b@y.example"]).map(Email), unique=True).map(tuple),
            phones=st.lists(PHONES, max_size=3, unique_by=lambda one: one.label).map(tuple),
            birthday=st.sampled_from(["", "1990-05-21", "1980-12-31"]),
            note=WORDS,
        ),
        max_size=3,
    )
)  # fmt: skip
def test_names_ways_to_reach_birthday_and_note_come_back(people: list[PersonRecord]) -> None:
    read = tables.read(outlook_csv.write(people)).records
    assert [(one.name, one.emails, set(one.phones), one.birthday, one.note) for one in read] == [
        (one.name, one.emails, set(one.phones), one.birthday, one.note) for one in people
    ]
