"""Any table of people: what its columns are, and the people in its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from hallway.domain.columns import Column, Layout
from hallway.domain.contacts import is_address
from hallway.domain.folding import fold
from hallway.domain.records import Complaint, Parsed, PersonRecord, Report
from hallway.formats import limits, table_letters, text
from hallway.formats.csv_rows import CsvRow, rows
from hallway.formats.header_words import are_known
from hallway.formats.limits import shown
from hallway.formats.spreadsheet_guard import GUARD_MARK
from hallway.formats.table_columns import columns_of
from hallway.formats.table_plan import plan
from hallway.formats.table_rows import person_of
from hallway.formats.table_shape import MOST_CELLS, WHOLE, Shape, find_shape, is_prose
from hallway.formats.table_takers import EXCHANGE

PREVIEW: Final = 5
"""How many rows are shown before anything is read."""
_LONGEST_ROW: Final = 20_000
"""The most lines that one row may cover: notes with whole mails in them are that long."""
_FEW_ROWS, _MANY_LINES = 20, 20
"""More than so many lines a row, in a file of more than so many lines, looks like a forgotten quotation mark."""
_STARTS_OF_OTHERS: Final = ("{", "[", "<", "BEGIN:", "%", "#!")


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file as rows: its letters, its lines, its outline, the headers, and what is below them."""

    letters: table_letters.Letters
    physical: list[str]
    shape: Shape
    headers: tuple[str, ...]
    rows: tuple[CsvRow, ...]


def look_at(
    data: bytes, encoding: str = "", delimiter: str = "", has_header: bool | None = None
) -> tuple[Layout, tuple[tuple[str, ...], ...]]:
    """How a table would be read, and its first five rows; what is given is taken, the rest is found.

    A table without a header has columns named by their numbers. Never raises.
    """
    opened = _open(data[: limits.MAX_BYTES], encoding, delimiter, has_header)
    return _layout(opened), tuple(row.cells for row in opened.rows if not row.trouble)[:PREVIEW]


def read(data: bytes, layout: Layout | None = None, report: Report | None = None) -> Parsed[PersonRecord]:
    """Read the people, as a layout says or else as `look_at` finds.

    A layout of other columns than the file has is taken by the names of its headers. A cell without a place of its own
    goes to the note; so does one that cannot be read, with a complaint.
    """
    oversize = limits.oversize(data)
    if oversize:
        return Parsed((), (oversize,), "csv")
    opened = _open_as(data, layout)
    layout = _fitted(layout, _layout(opened)) if layout else _layout(opened)
    complaints = limits.Complaints(opened.letters.complaints)
    people = _people(opened, layout, complaints, report)
    if not people and not opened.rows:
        complaints.append(Complaint("file", "There are no rows in this table."))
    return _told_once(complaints).parsed(people, "csv")


def is_table(head: str) -> bool:
    """Whether a text begins as a table does: with a header for people, or at least two columns in two rows alike."""
    physical = text.lines(head)
    if head.lstrip("\ufeff \t\r\n").startswith(_STARTS_OF_OTHERS):
        return False
    shape = find_shape(physical)
    known = are_known(_cells_of(physical, shape))
    if shape.width < 2:
        return _is_list(physical, bool(known))
    is_regular = 10 * shape.regular >= 9 * WHOLE and (shape.rows > 1 or known > 1)
    if is_prose(physical, shape.delimiter):
        return is_regular and known > 1
    return is_regular or (known > 0 and 2 * shape.regular >= WHOLE)


def _is_list(physical: Sequence[str], has_header: bool) -> bool:
    """Whether lines with one cell each are a list of mail addresses."""
    filled = [line.strip().strip('"') for line in physical if line.strip()]
    listed = filled[1:] if has_header else filled
    return len(filled) > 1 and all(map(is_address, listed))


def _open_as(data: bytes, layout: Layout | None) -> _Opened:
    """A file as a layout says; letters that were guessed are guessed again, so that this is said again."""
    if layout is None:
        return _open(data, "", "", None)
    return _open(data, "" if layout.is_guessed else layout.encoding, layout.delimiter, layout.header_line >= 0)


def _open(data: bytes, encoding: str, delimiter: str, has_header: bool | None) -> _Opened:
    letters = table_letters.decode(data, encoding)
    physical = text.lines(letters.text)
    shape = find_shape(physical, delimiter, has_header)
    listed = rows(physical, shape.delimiter, shape.first_line, _LONGEST_ROW)
    found = tuple(row for row in listed if row.trouble or any(map(str.strip, row.cells)))[: limits.MAX_RECORDS + 1]
    return _Opened(letters, physical, shape, _headers(physical, shape, found), found)


def _headers(physical: Sequence[str], shape: Shape, found: Sequence[CsvRow]) -> tuple[str, ...]:
    """The headers, as many as most rows have cells; numbers where there is no header."""
    widths = sorted(min(len(row.cells), MOST_CELLS) for row in found)
    if shape.header_line < 0:
        return tuple(str(number + 1) for number in range(widths[-1] if widths else 0))
    headers = [" ".join(cell.split()) for cell in _cells_of(physical, shape)]
    most = widths[len(widths) // 2] if widths else 0
    return (*headers, *[""] * (most - len(headers)))


def _cells_of(physical: Sequence[str], shape: Shape) -> tuple[str, ...]:
    if shape.header_line < 0:
        return ()
    return next(rows(physical[: shape.first_line], shape.delimiter, shape.header_line)).cells[:MOST_CELLS]


def _layout(opened: _Opened) -> Layout:
    shape, letters = opened.shape, opened.letters
    columns, producer = columns_of(opened.headers, [row.cells for row in opened.rows], shape.header_line >= 0)
    encoding, header = letters.encoding, shape.header_line
    return Layout(encoding, shape.delimiter, header, columns, producer, letters.is_guessed, len(opened.rows))


def _fitted(chosen: Layout, found: Layout) -> Layout:
    """The chosen meanings on the columns that are there: by place when the headers are the same, else by name."""
    if [fold(one.header) for one in chosen.columns] == [fold(one.header) for one in found.columns]:
        columns = tuple(map(_as_chosen, found.columns, chosen.columns))
    else:
        by_name = {fold(one.header): one for one in reversed(chosen.columns) if one.header}
        columns = tuple(_as_chosen(one, by_name.get(fold(one.header), one)) for one in found.columns)
    return replace(found, columns=columns)


def _as_chosen(found: Column, chosen: Column) -> Column:
    split = chosen.split or (found.split if found.meaning is chosen.meaning else "")
    return replace(found, meaning=chosen.meaning, label=chosen.label, split=split)


def _people(
    opened: _Opened, layout: Layout, complaints: limits.Complaints, report: Report | None
) -> list[PersonRecord]:
    sound = [row for row in opened.rows if not row.trouble]
    planned = plan(layout, [row.cells for row in sound], complaints, _is_guarded(opened, layout))
    people: list[PersonRecord] = []
    for done, row in enumerate(opened.rows):
        limits.tell(report, done, len(opened.rows))
        if len(people) == limits.MAX_RECORDS:
            complaints.append(limits.too_many(f"line {row.number}"))
            break
        if row.trouble:
            complaints.append(Complaint(f"line {row.number}", row.trouble, shown(row.raw)))
            continue
        person = person_of(row, planned, complaints)
        if person:
            people.append(person)
    _complain_of_swallowed(opened, complaints)
    return people


def _is_guarded(opened: _Opened, layout: Layout) -> bool:
    """Whether a table of Hallway's own is the copy for spreadsheets: it says so in a header."""
    return layout.producer == "hallway" and any(header.startswith(GUARD_MARK) for header in opened.headers)


def _complain_of_swallowed(opened: _Opened, complaints: list[Complaint]) -> None:
    """Few rows in many lines may come from a quotation mark that was forgotten."""
    count, lines = len(opened.rows), sum(map(bool, opened.physical))
    if count and lines > _MANY_LINES and count * _FEW_ROWS < lines:
        found = "1 row was" if count == 1 else f"{count:,} rows were"
        what = f"{found} found in a file of {lines:,} lines. A quotation mark may be missing."
        complaints.append(Complaint("file", what))


def _told_once(complaints: limits.Complaints) -> limits.Complaints:
    """The same complaints, with what is said of every address inside Exchange said once."""
    alike = [one for one in complaints if one.what == EXCHANGE]
    if len(alike) < 2:
        return complaints
    told = limits.Complaints(one for one in complaints if one.what != EXCHANGE)
    told.left_out = complaints.left_out
    told.append(replace(alike[0], where=f"{alike[0].where} and {len(alike) - 1} more"))
    return told
