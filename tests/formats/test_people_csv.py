"""People as CSV: an exact copy, and a copy that is safe in a spreadsheet; both are read back into equal records."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.records import Email, PersonRecord, Phone, Profile, Work
from hallway.formats import people_csv, tables
from hallway.formats.spreadsheet_guard import unguarded
from hallway.formats.table_columns import OWN
from hallway.formats.text import clean

ADA = PersonRecord(
    "Ada, Countess",
    emails=(Email("a@x.example", "work"), Email("b@x.example")),
    phones=(Phone("+49 30 1"),),
    works=(Work("One", "Head"), Work("Two")),
    topics=("graphs", "tea"),
    note='two\nlines "quoted"',
)
DANGEROUS = tuple("=+-@\t\r＝＋－＠")


def _rows(data: bytes, encoding: str = "utf-8") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(encoding), newline="")))


def test_columns_and_order() -> None:
    rows = _rows(people_csv.write([PersonRecord("zoe"), ADA, PersonRecord("Bob")]))
    assert [row["Name"] for row in rows] == ["Ada, Countess", "Bob", "zoe"]
    assert list(rows[0]) == list(OWN)
    assert list(rows[0])[-3:] == ["How we met", "Keep in touch every (days)", "UID"]
    ada = rows[0]
    assert (ada["E-mail"], ada["E-mail label"]) == ("a@x.example; b@x.example", "work; ")
    assert (ada["Organisation"], ada["Role"], ada["Topics"]) == ("One; Two", "Head; ", "graphs; tea")
    assert (ada["Phone"], ada["Phone label"], ada["Note"]) == ("+49 30 1", "", 'two\nlines "quoted"')


def test_the_order_of_the_records_does_not_matter() -> None:
    people = [PersonRecord("A", uid="2"), PersonRecord("A", uid="1"), ADA]
    assert people_csv.write(people) == people_csv.write(people[::-1])


def test_only_the_spreadsheet_copy_has_a_mark() -> None:
    assert people_csv.write([ADA]).startswith(b"Name,")
    assert people_csv.write([ADA], guard=True).startswith(b'\xef\xbb\xbf"Name",')


@pytest.mark.parametrize(
    "evil", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "＝1", "＋1", "\n=1", "'=1", "\u200b=1", "\ufeff@a"]
)
def test_h1_formulas_are_guarded(evil: str) -> None:
    assert _rows(people_csv.write([PersonRecord(evil)], guard=True), "utf-8-sig")[0]["Name"] == "'" + evil
    assert _rows(people_csv.write([PersonRecord(evil)]))[0]["Name"] == evil
    assert unguarded("'" + evil) == evil


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_h1_exact_copy_is_exact(names: list[str]) -> None:
    rows = _rows(people_csv.write([PersonRecord(name, note=name) for name in names]))
    assert sorted(row["Name"] for row in rows) == sorted(map(clean, names))
    assert all(row["Name"] == row["Note"] for row in rows)


# Values as people have them: without spaces around, and often with what tables, spreadsheets and lists stumble over.
_SIGNS = "\t=+-@＝＋－＠;\\,:'\"|/ \naéŁ山1#"
_WORD = st.one_of(st.text(_SIGNS, max_size=8), st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
_VALUE = _WORD.map(lambda text: clean(text).strip()).filter(bool)
_MAYBE = st.one_of(st.just(""), _VALUE)
_PARTIAL = st.sampled_from(["", "2019", "2019-05", "2019-05-12"])
_WEB = st.sampled_from([
    Profile("web", "https://ada.example/a;b"), Profile("linkedin", "https://www.linkedin.com/in/ada"),
    Profile("orcid", "https://orcid.org/0000-0002-1825-0097"), Profile("web", "http://looms.example"),
])  # fmt: skip


def _some(values: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=most, unique=True).map(tuple)


_PEOPLE = st.lists(
    st.builds(
        PersonRecord,
        name=_VALUE,
        **dict.fromkeys(("given", "family", "additional", "prefix", "suffix", "nickname", "phonetic"), _MAYBE),
        **dict.fromkeys(("pronouns", "uid", "place", "time_zone", "note", "met_how"), _MAYBE),
        emails=_some(st.builds(Email, _VALUE, _MAYBE)),
        phones=_some(st.builds(Phone, _VALUE, _MAYBE)),
        profiles=_some(_WEB),
        works=_some(st.builds(Work, _VALUE, _MAYBE, _MAYBE, _PARTIAL, _PARTIAL)),
        **dict.fromkeys(("topics", "groups", "languages"), _some(_VALUE)),
        birthday=st.sampled_from(["", "1980-03-22", "--05-01"]),
        met_on=_PARTIAL,
        rhythm_days=st.integers(0, 36_525),
    ),
    max_size=4,
)  # fmt: skip


@pytest.mark.parametrize("guard", [False, True])
@given(people=_PEOPLE)
@settings(max_examples=150)
def test_h1_what_is_written_is_read_back_equal(guard: bool, people: list[PersonRecord]) -> None:
    parsed = tables.read(people_csv.write(people, guard))
    read = [replace(person, where="") for person in parsed.records]
    assert sorted(read, key=repr) == sorted(people, key=repr)
    assert {complaint.what for complaint in parsed.complaints} <= {"There are no rows in this table."}


def test_the_copy_for_spreadsheets_is_known_after_a_spreadsheet_saved_it() -> None:
    people = [replace(ADA, name="=1+1", topics=("@home", "-minus"))]
    saved = people_csv.write(people, guard=True).decode("utf-8-sig").replace('"', "").replace(",", "\t")
    (read,) = tables.read(saved.replace("two\nlines quoted", "plain").encode("utf-16")).records
    assert (read.name, read.topics, read.phones) == ("=1+1", ("@home", "-minus"), ADA.phones)


def test_a_long_note_is_one_cell() -> None:
    person = replace(ADA, note="\n".join(f'line {number}, "said"' for number in range(2_000)))
    (read,) = tables.read(people_csv.write([person, PersonRecord("Zoe")])).records[:1]
    assert read.note == person.note


def test_h1_no_cell_of_a_thousand_rows_starts_dangerously() -> None:
    chance = Random(1)

    def value() -> str:
        begin = "".join(chance.choices(" \n'\u200b\ufeff", k=chance.randrange(3)))
        return begin + chance.choice(DANGEROUS) + chance.choice(["1+1", "SUM(A1)", "a;=b", "cmd|' /C calc'!A0"])

    people = [
        PersonRecord(value(), given=value(), note=value(), phones=(Phone(value(), value()),), topics=(value(), value()))
        for _ in range(1_000)
    ]
    written = people_csv.write(people, guard=True).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(written, newline="")) for cell in row]
    assert len(cells) == len(OWN) * 1_001
    assert not [cell for cell in cells if cell.lstrip(" \n\u200b\ufeff").startswith(DANGEROUS)]
    exact = list(csv.reader(io.StringIO(people_csv.write(people).decode(), newline="")))
    assert sum(cell.lstrip(" \n\u200b\ufeff'").startswith(DANGEROUS) for row in exact for cell in row) >= 5_000
