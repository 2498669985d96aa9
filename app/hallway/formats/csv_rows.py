"""CSV rows with the line numbers of the file (RFC 4180), and a way on after a quotation mark that never closes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

MAX_SPAN: Final = 200
"""The most physical lines that one row may cover before its quotation mark counts as forgotten."""

FORGOTTEN: Final = "A quotation mark is opened and never closed; the row was left out."


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row: the number of its first physical line, its cells and its raw text; `trouble` instead of cells."""

    number: int
    cells: tuple[str, ...]
    raw: str
    trouble: str = ""


def rows(physical: Sequence[str], delimiter: str, start: int = 0, span: int = MAX_SPAN) -> Iterator[CsvRow]:
    """Every row from line index `start` on. After a row in trouble, reading goes on with the very next line.

    A row covers at most `span` lines, and never more than `MAX_SPAN` once one was in trouble.
    """
    at = start
    while at < len(physical):
        line = physical[at]
        if '"' not in line:
            yield CsvRow(at + 1, tuple(line.split(delimiter)), line)
            at += 1
            continue
        row, used = _quoted(physical, at, delimiter, span)
        span = min(span, MAX_SPAN) if row.trouble else span
        yield row
        at += used


def _quoted(physical: Sequence[str], at: int, delimiter: str, span: int) -> tuple[CsvRow, int]:
    """The row that begins at a line with quotation marks, and how many lines it takes."""
    cells = split_row(physical[at], delimiter)
    used = 1 if cells is not None else _lines_taken(physical, at, delimiter, span)
    raw = "\n".join(physical[at : at + used])
    cells = cells if cells is not None or not used else split_row(raw, delimiter)
    if cells is None:
        return CsvRow(at + 1, (), physical[at], FORGOTTEN), 1
    return CsvRow(at + 1, tuple(cells), raw), used


def _lines_taken(physical: Sequence[str], at: int, delimiter: str, span: int) -> int:
    """How many lines a row takes that stays open at the end of its first; 0 when its quotation mark is forgotten.

    A mark that closes a cell of several lines is followed by the delimiter or the end of the line. Where something
    else follows, it opened a cell of a later row, and the one before it was forgotten.
    """
    for count, line in enumerate(physical[at + 1 : at + span], start=2):
        state = _state_after(line, delimiter) if '"' in line else "open"
        if state != "open":
            return count if state == "closed" else 0
    return 0


def _state_after(line: str, delimiter: str) -> str:
    """How a line leaves a cell that was open before it: "open", "closed" or "odd"."""
    at = 0
    while True:
        closing = _closing(line, at)
        if closing < 0:
            return "open"
        rest = line[closing + 1 :].lstrip(" ")
        if rest and not rest.startswith(delimiter):
            return "odd"
        at = _next_opening(line, closing + 1, delimiter)
        if at < 0:
            return "closed"


def _next_opening(line: str, at: int, delimiter: str) -> int:
    """Just behind the next quotation mark that begins a cell; -1 when none does."""
    found = line.find(f'{delimiter}"', at)
    return found + 2 if found >= 0 else -1


def split_row(raw: str, delimiter: str) -> list[str] | None:
    """The cells of one row, or None while a quotation mark is still open.

    A quotation mark inside a cell that does not begin with one is a character like any other.
    """
    cells: list[str] = []
    at = 0
    while True:
        if raw.startswith('"', at):
            closing = _closing(raw, at + 1)
            if closing < 0:
                return None
            stop = raw.find(delimiter, closing + 1)
            rest = raw[closing + 1 : stop if stop >= 0 else len(raw)]
            cells.append(raw[at + 1 : closing].replace('""', '"') + rest.rstrip())
        else:
            stop = raw.find(delimiter, at)
            cells.append(raw[at : stop if stop >= 0 else len(raw)])
        if stop < 0:
            return cells
        at = stop + 1


def _closing(raw: str, at: int) -> int:
    """Where the quotation mark that closes the cell is, passing doubled ones; -1 when there is none."""
    while (at := raw.find('"', at)) >= 0:
        if not raw.startswith('""', at):
            return at
        at += 2
    return -1
