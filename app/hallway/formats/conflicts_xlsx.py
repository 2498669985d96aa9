"""A conflict list as a workbook (Office Open XML): tables as funders' templates have them, and where each row is from.

The first sheet follows the order and the columns of the template "Collaborators and Other Affiliations" of the US
National Science Foundation, so that rows can be copied over as they stand; the second gives the reasons.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Final, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from hallway.domain.conflicts import TABLES, WORDS, Row, Type
from hallway.formats.text import clean

Cell = str | date
TABLE_WORDS: Final = {
    1: "You, and where you were active in the last 12 months",
    2: "Family, friends and business ties",
    3: "PhD advisors, and PhD students advised",
    4: "Co-authors and collaborators",
    5: "Editorial boards and co-editors",
}
COLUMNS: Final = (
    "Type", "Name (last, first)", "Organisational affiliation", "Optional (e-mail, department)", "Last active"
)  # fmt: skip
WIDTHS: Final = (8, 34, 44, 44, 14)
LARGEST_CELL: Final = 32_000
"""Characters; Excel takes 32 767."""
HEAD, PLAIN = Font(bold=True), Font()


class Line(NamedTuple):
    """A line of a sheet; without cells it is empty."""

    cells: Sequence[Cell]
    font: Font = PLAIN


def write(name: str, organisation: str, day: date, rows: Sequence[Row]) -> bytes:
    """The workbook as of a day. Every text is written as text, never as a formula."""
    book = Workbook()
    book.properties.creator = "Hallway"
    book.properties.created = book.properties.modified = datetime.combine(day, time())
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "Conflict list"
    _fill(first, [line for number in TABLE_WORDS for line in _table(number, (name, organisation, day), rows)], WIDTHS)
    second = book.create_sheet("Where this comes from")
    reasons = [Line((f"{row.type}:", row.name, WORDS[row.type], " ".join(row.sources))) for row in rows]
    _fill(second, [Line((*COLUMNS[:2], "What it is", "Where this comes from"), HEAD), *reasons], (8, 34, 28, 100))
    second.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _table(number: int, me: tuple[str, str, date], rows: Iterable[Row]) -> Iterator[Line]:
    """One table with its heading and an empty line below."""
    yield Line((f"{number}. {TABLE_WORDS[number]}",), Font(bold=True, size=12))
    if number == 1:
        name, organisation, day = me
        yield Line(("", "Your name", COLUMNS[2], "", COLUMNS[4]), HEAD)
        yield Line(("", name, organisation, "", day))
    else:
        yield Line((", ".join(f"{type_}: {WORDS[type_]}" for type_ in Type if TABLES[type_] == number),))
        yield Line(COLUMNS, HEAD)
    for row in rows:
        if row.table == number:
            yield Line((f"{row.type}:", row.name, row.organisation, row.optional, _day(row.last_active)))
    yield Line(())


def _fill(sheet: Worksheet, lines: Iterable[Line], widths: Sequence[int]) -> None:
    for at, line in enumerate(lines, start=1):
        for column, given in enumerate(line.cells, start=1):
            cell = sheet.cell(at, column)
            cell.font = line.font
            cell.alignment = Alignment(vertical="top", horizontal="left", wrap_text=len(line.cells) > 1)
            if isinstance(given, date):
                cell.value = given
                cell.number_format = "yyyy-mm-dd"
            elif given:
                cell.value = clean(given)[:LARGEST_CELL]
                cell.data_type = "s"  # text, whatever it begins with
                cell.quotePrefix = True
    for letter, width in zip("ABCDE", widths, strict=False):
        sheet.column_dimensions[letter].width = width


def _day(kept: str) -> Cell:
    """A whole date as a date, a month or a year as it is."""
    return date.fromisoformat(kept) if len(kept) == len("2026-06-17") else kept
