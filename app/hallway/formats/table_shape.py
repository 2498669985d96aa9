"""The outline of a table: what stands between its cells, and where its header is below whatever comes before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Final, NamedTuple

from hallway.domain.contacts import is_address
from hallway.formats.csv_rows import CsvRow, rows
from hallway.formats.header_words import are_known
from hallway.formats.table_values import is_page

DELIMITERS: Final = (",", ";", "\t", "|")
HEADER_WITHIN: Final = 20
"""Among how many rows from the top the header is looked for."""
MOST_CELLS: Final = 1_000
"""The most columns a table may have; what a line holds beyond is no table."""

WHOLE: Final = 60
_LOOKED_AT: Final = 60
_LONGEST_LINE: Final = 60_000
_SEPARATOR: Final = re.compile(r'"?sep=([,;|\t])"?\s*', re.IGNORECASE)
_NUMBER: Final = re.compile(r"[+-]?[\d\s.,/:()-]*\d[\d\s.,/:()-]*", re.ASCII)


class Shape(NamedTuple):
    """The delimiter, the line of the header (from 0, -1 for none), the line the rows begin at, the usual width."""

    delimiter: str
    header_line: int
    first_line: int
    width: int
    known: int = 0
    regular: int = 0
    rows: int = 0


def find_shape(physical: Sequence[str], delimiter: str = "", has_header: bool | None = None) -> Shape:
    """The outline that explains a file best. `known` is how many words of its header are known, `regular` how many of
    its first `rows` have the usual width, as a part of `WHOLE`.

    `has_header` True takes the first full row when none looks like a header, False takes none.
    """
    said = _SEPARATOR.fullmatch(physical[0]) if physical else None
    start = 1 if said else 0
    signs = (delimiter,) if delimiter else (said[1],) if said else DELIMITERS
    shapes = [_shape(physical, sign, start, has_header) for sign in signs]
    return max(shapes, key=_plausibility)


def _plausibility(shape: Shape) -> float:
    return 3 * shape.known + (shape.regular / WHOLE * min(shape.width, 8) * 4 if shape.width > 1 else 0)


def _shape(physical: Sequence[str], delimiter: str, start: int, has_header: bool | None) -> Shape:
    near = [line[:_LONGEST_LINE] for line in physical[: start + 4 * _LOOKED_AT]]
    seen = [row for row in islice(rows(near, delimiter, start), _LOOKED_AT) if any(map(str.strip, row.cells))]
    widths = Counter(min(len(row.cells), MOST_CELLS) for row in seen)
    several = {width: count for width, count in widths.items() if width > 1} or widths
    width = max(several, key=lambda width: (several[width], width)) if several else 1
    header, known = _header(seen, width)
    regular = [row for row in seen if len(row.cells) == width]
    if header is None and regular and has_header is not False and (has_header or _heads(regular)):
        header = regular[0]
    if header is None or has_header is False:
        return Shape(delimiter, -1, start, width, 0, _share(seen, width), len(seen))
    below = [row for row in seen if row.number >= header.number]
    width = max(width, min(len(header.cells), MOST_CELLS))
    return Shape(delimiter, header.number - 1, _after(near, header), width, known, _share(below, width), len(below))


def _share(seen: Sequence[CsvRow], width: int) -> int:
    """How many of some rows have a width, as a part of `WHOLE`."""
    return WHOLE * sum(len(row.cells) == width for row in seen) // len(seen) if seen else 0


def _after(near: Sequence[str], header: CsvRow) -> int:
    return min(header.number + header.raw.count("\n"), len(near))


def _header(seen: Sequence[CsvRow], width: int) -> tuple[CsvRow | None, int]:
    """The row near the top with the most words of headers, and how many; None when no row has enough of them."""
    best: CsvRow | None = None
    most = 0
    for row in seen[:HEADER_WITHIN]:
        cells = [cell.strip() for cell in row.cells[:MOST_CELLS]]
        filled = [cell for cell in cells if cell]
        known = are_known(filled)
        is_full = len(cells) >= min(width, 2) and not any(map(_is_data, filled))
        if is_full and known > most and (known > 1 or 2 * known >= len(filled)):
            best, most = row, known
    return best, most


def _is_data(cell: str) -> bool:
    """Whether a cell holds what headers never are: an address, a page, a number."""
    return is_address(cell) or is_page(cell) or _NUMBER.fullmatch(cell[:100]) is not None


def _heads(regular: Sequence[CsvRow]) -> bool:
    """Whether the first of some rows heads the others: no data in it, no cell twice, and full."""
    first, *others = [[cell.strip() for cell in row.cells] for row in regular]
    filled = [cell for cell in first if cell]
    if not others or len(set(filled)) < len(filled) or any(map(_is_data, filled)) or max(map(len, filled)) > 60:
        return False
    contrasts = any(_is_data(cell) for row in others for cell in row if cell)
    return contrasts or len(filled) == len(first)


def is_prose(physical: Sequence[str], delimiter: str) -> bool:
    """Whether the delimiters of some lines are those of sentences or programs: before spaces, or only at the end."""
    signs = spaced = 0
    for row in islice(rows([line[:_LONGEST_LINE] for line in physical[:_LOOKED_AT]], delimiter), _LOOKED_AT):
        behind = row.cells[1:]
        signs += len(behind)
        spaced += len(behind) if not any(map(str.strip, behind)) else sum(cell.startswith(" ") for cell in behind)
    return signs > 0 and 2 * spaced >= signs
