"""LinkedIn's connections, with every oddity that was seen."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.records import Email, Profile, Work
from hallway.formats import linkedin_csv
from hallway.formats.csv_rows import rows
from tests.formats.files import REAL, sample

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def test_connections_with_all_oddities() -> None:
    parsed = linkedin_csv.read(sample("linkedin.csv"))
    assert [(person.name, person.where) for person in parsed.records] == [
        ("Grace Hopper", "line 6"),
        ("Łukasz Nowak", "line 8"),
        ("Ines de la\nCruz", "line 9"),
        ("Odd Date", "line 12"),
        ("Last Person", "line 15"),
    ]
    grace, lukasz, ines, odd, _ = parsed.records
    assert (grace.suffix, grace.met_on) == ("PhD", "2024-03-12")
    assert grace.works == (Work("Example Navy", "Rear Admiral, retired"),)
    assert grace.profiles == (Profile("linkedin", "https://www.linkedin.com/in/grace-hopper"),)
    assert lukasz.profiles == (Profile("linkedin", "https://www.linkedin.com/in/%C5%82ukasz-nowak"),)
    assert (lukasz.emails, lukasz.works) == ((Email("lukasz@nowak.example"),), (Work('Ex "and" Co'),))
    assert (lukasz.met_on, ines.met_on, odd.met_on) == ("2022-02-07", "2023-11-05", "")
    assert [complaint.where for complaint in parsed.complaints] == ["line 12", "line 13", "line 14"]
    assert "never closed" in parsed.complaints[2].what


def test_old_export_has_its_columns_elsewhere() -> None:
    (person,) = linkedin_csv.read(sample("linkedin_old.csv")).records
    assert (person.name, person.profiles[0].kind, person.met_on) == ("Ada Lovelace", "linkedin", "2019-01-01")


@pytest.mark.parametrize("preamble", ["", "Notes:\n", 'Notes:\n"one\ntwo\nthree"\n', "\n\n\n", "Notes:\nlong\n\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_header_is_found_below_any_preamble(preamble: str, encoding: str, ends: str) -> None:
    text = f"{preamble}{HEADER}\nAda,Lovelace,,,Engines,Engineer,01 Jan 2024\n".replace("\n", ends)
    parsed = linkedin_csv.read(text.encode(encoding))
    assert [person.name for person in parsed.records] == ["Ada Lovelace"]
    assert parsed.complaints == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiter_after_a_spreadsheet_saved_it(delimiter: str) -> None:
    text = f"{HEADER}\nAda,Lovelace,,,Engines,Engineer,01 Jan 2024\n".replace(",", delimiter)
    assert len(linkedin_csv.read(text.encode()).records) == 1


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12 Mar 2024", date(2024, 3, 12)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("07-feb-99", date(1999, 2, 7)),
        ("2024-03-12", date(2024, 3, 12)),
        ("31 Feb 2024", None),
        ("12 März 2024", None),
        ("3/12/2024", None),
        ("", None),
    ],
)
def test_dates(written: str, day: date | None) -> None:
    assert linkedin_csv.read_day(written) == day


def test_forgotten_quote_costs_one_row_and_not_a_thousand() -> None:
    body = ['Bad,"Row,,,,,01 Jan 2024', *(f"A{n},B,,,,,01 Jan 2024" for n in range(1_000))]
    parsed = linkedin_csv.read("\n".join([HEADER, *body]).encode())
    assert len(parsed.records) == 1_000
    assert [complaint.where for complaint in parsed.complaints] == ["line 2"]


def test_a_file_without_the_header_is_a_complaint() -> None:
    parsed = linkedin_csv.read(b"a,b,c\n1,2,3\n")
    assert (parsed.records, len(parsed.complaints)) == ((), 1)


_CELL = st.text(st.sampled_from('ab,";\n é'), max_size=6).filter(lambda cell: not cell.startswith('"'))


@given(st.lists(st.lists(_CELL, min_size=2, max_size=4), max_size=6))
def test_quoted_rows_come_back_with_their_line_numbers(table: list[list[str]]) -> None:
    written = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table]
    physical = "\n".join(written).split("\n") if written else []
    read = list(rows(physical, ","))
    assert [list(row.cells) for row in read] == table
    expected = 1
    for row, text in zip(read, written, strict=True):
        assert row.number == expected
        expected += text.count("\n") + 1


@pytest.mark.skipif(not REAL.exists(), reason="the collection of real files is not here")
def test_real_connections() -> None:
    parsed = linkedin_csv.read((REAL / "csv" / "linkedin_network-jobs.csv").read_bytes())
    assert (len(parsed.records), parsed.complaints, parsed.records[0].where) == (10, (), "line 5")
