"""People for Google Contacts: its columns, and what comes back from them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.records import Email, PersonRecord, Phone, Profile, Work
from hallway.formats import google_csv, tables
from tests.formats.files import REAL

INES = PersonRecord(
    "Ines Maria Okoye",
    given="Ines",
    additional="Maria",
    family="Okoye",
    prefix="Dr.",
    nickname="Inés",
    phonetic="EE-nes oh-KOY-eh",
    emails=(Email("ines@lund.example", "work"), Email("ines@home.example")),
    phones=(Phone("+46 70 1", "mobile"), Phone("+46 46 2", "Lab")),
    profiles=(Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),),
    works=(Work("Lund University", "Postdoc", "Physics"), Work("Elsewhere")),
    groups=("Conference", "Looms"),
    place="Lund, Sweden",
    birthday="1990-05-01",
    note='Met at the poster\nand asked "why"',
)
SAME = (
    "name", "given", "additional", "family", "prefix", "nickname", "phonetic", "emails", "phones", "profiles", "groups",
    "place", "birthday", "note",
)  # fmt: skip


def back(*people: PersonRecord) -> tuple[PersonRecord, ...]:
    parsed = tables.read(google_csv.write(people))
    assert parsed.complaints == ()
    return parsed.records


def test_columns_are_as_many_as_the_fullest_has() -> None:
    rows = list(csv.reader(io.StringIO(google_csv.write([INES, PersonRecord("Bo")]).decode(), newline="")))
    assert [len(row) for row in rows] == [17 + 4 + 4 + 9 + 2] * 3
    assert rows[0][17:21] == ["E-mail 1 - Label", "E-mail 1 - Value", "E-mail 2 - Label", "E-mail 2 - Value"]
    ines = dict(zip(rows[0], rows[1], strict=True))
    assert (ines["Labels"], ines["Birthday"]) == ("* myContacts ::: Conference ::: Looms", "1990-05-01")
    assert (ines["E-mail 1 - Label"], ines["Phone 2 - Label"], ines["File As"]) == ("Work", "Lab", "")
    assert (ines["Organization Name"], ines["Address 1 - City"]) == ("Lund University", "Lund")
    assert google_csv.write([PersonRecord("Bo")]).count(b",") == 2 * 16


@pytest.mark.skipif(not REAL.exists(), reason="the collection of real files is not here")
def test_columns_are_those_of_google() -> None:
    theirs = (REAL / "csv_headers" / "google_contacts_new_2024plus.csv").read_text(encoding="utf-8").strip().split(",")
    ours = google_csv.write([INES]).decode().splitlines()[0].split(",")
    assert set(ours) <= set(theirs)
    assert ours[:17] == theirs[:17]


def test_what_is_written_comes_back() -> None:
    (read,) = back(INES)
    assert [getattr(read, field) for field in SAME] == [getattr(INES, field) for field in SAME]
    assert read.works == INES.works[:1]


@pytest.mark.parametrize(
    "name", ["Ada Lovelace", "Ada", "Dr. Ada King, Countess of Lovelace", "山田 太郎", "王伟", "van der Berg", "=1+1"]
)
def test_a_name_as_written_comes_back(name: str) -> None:
    assert back(PersonRecord(name))[0].name == name
    assert back(PersonRecord(name, given="Ada", family="Byron"))[0].name == name


WORDS = st.text("abcÅé 山'=+-@;,\"\n", max_size=8).map(lambda text: " ".join(text.split()))
EMAILS = st.builds(Email, st.sampled_from(["a@x.example", "b@y.example"]), WORDS)
PHONES = st.builds(Phone, st.sampled_from(["+1 2", "0049"]), WORDS)


@given(
    st.lists(
        st.builds(
            PersonRecord,
            name=WORDS.filter(bool),
            given=WORDS,
            family=WORDS,
            emails=st.lists(EMAILS, unique=True).map(tuple),
            phones=st.lists(PHONES, unique=True).map(tuple),
            birthday=st.sampled_from(["", "1990-05-01", "--02-29"]),
            note=WORDS,
        ),
        max_size=3,
    )
)  # fmt: skip
def test_names_ways_to_reach_birthday_and_note_come_back(people: list[PersonRecord]) -> None:
    read = tables.read(google_csv.write(people)).records
    assert [(one.emails, one.phones, one.birthday, one.note) for one in read] == [
        (one.emails, one.phones, one.birthday, one.note) for one in people
    ]
    filed = [(one.name, other.name) for one, other in zip(people, read, strict=True) if not _is_filing(one)]
    assert all(written == found for written, found in filed)


def _is_filing(person: PersonRecord) -> bool:
    """ "Lovelace, Ada" beside the family Lovelace is how Google sorts, not a name."""
    return bool(person.family) and person.name.startswith(f"{person.family},")
