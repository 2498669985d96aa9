"""People as CSV: an exact copy, and a copy that is safe in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.records import Email, PersonRecord, Phone, Work
from hallway.formats import people_csv
from hallway.formats.text import clean

ADA = PersonRecord(
    "Ada, Countess",
    emails=(Email("a@x.example", "work"), Email("b@x.example")),
    phones=(Phone("+49 30 1"),),
    works=(Work("One", "Head"), Work("Two")),
    topics=("graphs", "tea"),
    note='two\nlines "quoted"',
)


def _rows(data: bytes, encoding: str = "utf-8") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(encoding), newline="")))


def test_columns_and_order() -> None:
    rows = _rows(people_csv.write([PersonRecord("zoe"), ADA, PersonRecord("Bob")]))
    assert [row["Name"] for row in rows] == ["Ada, Countess", "Bob", "zoe"]
    assert next(iter(rows[0])) == "Name"
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


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "＝1", "＋1", "\n=1"])
def test_formulas_are_guarded(evil: str) -> None:
    assert _rows(people_csv.write([PersonRecord(evil)], guard=True), "utf-8-sig")[0]["Name"] == "'" + evil
    assert _rows(people_csv.write([PersonRecord(evil)]))[0]["Name"] == evil


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_exact_copy_is_exact(names: list[str]) -> None:
    rows = _rows(people_csv.write([PersonRecord(name, note=name) for name in names]))
    assert sorted(row["Name"] for row in rows) == sorted(map(clean, names))
    assert all(row["Name"] == row["Note"] for row in rows)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_no_guarded_cell_starts_dangerously(names: list[str]) -> None:
    rows = _rows(people_csv.write([PersonRecord(name) for name in names], guard=True), "utf-8-sig")
    assert not any(row["Name"].lstrip().startswith(tuple("=+-@＝＋－＠")) for row in rows)
