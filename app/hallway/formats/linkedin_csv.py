"""LinkedIn's Connections.csv: the header is found below its notes, and columns go by name, never by place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from hallway.domain.records import Complaint, Email, Parsed, PersonRecord, Profile, Report, Work
from hallway.formats import limits, links, text
from hallway.formats.csv_rows import CsvRow, rows, split_row
from hallway.formats.limits import clipped, shown

HEADER_WITHIN: Final = 10
"""In how many lines from the top the header is looked for."""

_COLUMNS: Final = {
    "first name": "given",
    "middle name": "additional",
    "last name": "family",
    "suffix": "suffix",
    "url": "url",
    "profile url": "url",
    "email address": "email",
    "e-mail address": "email",
    "company": "company",
    "position": "position",
    "job title": "position",
    "connected on": "connected",
}
_REQUIRED: Final = frozenset({"given", "family", "connected"})
_MONTHS: Final = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_CENTURY_TURN: Final = 69  # as in POSIX: 69 to 99 are of the last century


def read(data: bytes, report: Report | None = None) -> Parsed[PersonRecord]:
    """Read the connections. A date that cannot be read is a complaint, and the person is kept."""
    oversize = limits.oversize(data)
    if oversize:
        return Parsed((), (oversize,), "linkedin")
    decoded = text.decode(data)
    complaints = limits.Complaints(decoded.complaints)
    physical = text.lines(decoded.text)
    header = find_header(physical)
    if header is None:
        complaints.append(Complaint("file", "There is no header row with First Name, Last Name and Connected On."))
        return complaints.parsed((), "linkedin")
    at, delimiter, columns = header
    people: list[PersonRecord] = []
    for row in rows(physical, delimiter, at + 1):
        limits.tell(report, row.number, len(physical))
        if len(people) == limits.MAX_RECORDS:
            complaints.append(limits.too_many(f"line {row.number}"))
            break
        person = _person(row, columns, complaints)
        if person:
            people.append(person)
    return complaints.parsed(people, "linkedin")


def find_header(physical: Sequence[str]) -> tuple[int, str, dict[str, int]] | None:
    """Where the header is: line index, delimiter, and the place of each known column; None when there is none."""
    for at, line in enumerate(physical[:HEADER_WITHIN]):
        for delimiter in (",", ";", "\t"):
            columns = _columns(split_row(line, delimiter) or [])
            if columns.keys() >= _REQUIRED:
                return at, delimiter, columns
    return None


def _columns(cells: Sequence[str]) -> dict[str, int]:
    names = (cell.strip().lower() for cell in cells)
    return {_COLUMNS[name]: at for at, name in reversed(list(enumerate(names))) if name in _COLUMNS}


def _person(row: CsvRow, columns: Mapping[str, int], complaints: list[Complaint]) -> PersonRecord | None:
    where = f"line {row.number}"
    if row.trouble:
        complaints.append(Complaint(where, row.trouble, shown(row.raw)))
        return None
    cells = {name: clipped(row.cells[at].strip()) for name, at in columns.items() if at < len(row.cells)}
    if not any(cells.get(name) for name in columns if name != "connected"):
        return None  # a deleted account: commas, sometimes with a date
    family, suffix = _credentials(cells.get("family", ""))
    suffix = ", ".join(part for part in (cells.get("suffix", ""), suffix) if part)
    given, additional, company = cells.get("given", ""), cells.get("additional", ""), cells.get("company", "")
    position, email = cells.get("position", ""), cells.get("email", "")
    name = " ".join(part for part in (given, additional, family) if part)
    if not name:
        complaints.append(Complaint(where, "The row has no name; it was left out.", shown(row.raw)))
        return None
    return PersonRecord(
        name=name,
        where=where,
        given=given,
        additional=additional,
        family=family,
        suffix=suffix,
        emails=(Email(email),) if email else (),
        profiles=_profiles(cells.get("url", "")),
        works=(Work(company, position),) if company or position else (),
        met_on=_day(cells.get("connected", ""), row, complaints),
    )


def _credentials(family: str) -> tuple[str, str]:
    """The name and what follows its comma: "Lovelace, PhD" is Lovelace, with PhD."""
    name, _, credentials = family.partition(",")
    return name.strip(), credentials.strip(" ,")


def _profiles(address: str) -> tuple[Profile, ...]:
    """The page, without what LinkedIn adds to follow the reader."""
    found = links.profile(links.with_scheme(address.partition("?")[0])) if address else None
    return (found,) if found else ()


def _day(written: str, row: CsvRow, complaints: list[Complaint]) -> str:
    """The day of connecting as "2024-03-12"; nothing, with a complaint, when it cannot be read."""
    if not written:
        return ""
    day = read_day(written)
    if day is None:
        what = "The day of connecting could not be read; the person is kept without it."
        complaints.append(Complaint(f"line {row.number}", what, shown(row.raw)))
        return ""
    return day.isoformat()


def read_day(written: str) -> date | None:
    """A date in one of the three shapes seen: `12 Mar 2024`, `7-Feb-22`, `2024-03-12`; months are English."""
    try:
        if match := _YEAR_FIRST.fullmatch(written):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_FIRST.fullmatch(written):
            return date(_full_year(match[3]), _MONTHS[match[2].lower()], int(match[1]))
    except (ValueError, KeyError):
        return None
    return None


def _full_year(written: str) -> int:
    year = int(written)
    if len(written) > 2:
        return year
    return year + (1900 if year >= _CENTURY_TURN else 2000)
