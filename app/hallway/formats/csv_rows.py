"""CSV rows with the line numbers of the file (RFC 4180), and a way on after a quotation mark that never closes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

MAX_SPAN: Final = 200
"""The most physical lines that one row may cover before its quotation mark counts as forgotten."""


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row: the number of its first physical line, its cells and its raw text; `trouble` instead of cells."""

    number: int
    cells: tuple[str, ...]
    raw: str
    trouble: str = ""


def rows(physical: Sequence[str], delimiter: str, start: int = 0) -> Iterator[CsvRow]:
    """Every row from line index `start` on. After a row in trouble, reading goes on with the very next line."""
    at = start
    while at < len(physical):
        line = physical[at]
        if '"' not in line:
            yield CsvRow(at + 1, tuple(line.split(delimiter)), line)
            at += 1
            continue
        row, used = _quoted(physical, at, delimiter)
        yield row
        at += used


def _quoted(physical: Sequence[str], at: int, delimiter: str) -> tuple[CsvRow, int]:
    """The row that begins at a line with quotation marks, and how many lines it takes."""
    parts: list[str] = []
    for line in physical[at : at + MAX_SPAN]:
        parts.append(line)
        if '"' not in line:
            continue
        cells = split_row("\n".join(parts), delimiter)
        if cells is not None:
            return CsvRow(at + 1, tuple(cells), "\n".join(parts)), len(parts)
    trouble = "A quotation mark is opened and never closed; the row was left out."
    return CsvRow(at + 1, (), physical[at], trouble), 1


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
