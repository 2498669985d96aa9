"""A conflict list as CSV (RFC 4180), safe to open in a spreadsheet, with the reason for each row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from hallway.domain.conflicts import WORDS, Row
from hallway.formats.people_csv import guarded
from hallway.formats.text import clean

HEADINGS: Final = (
    "Table", "Type", "Name (last, first)", "Organisational affiliation", "Optional (e-mail, department)",
    "Last active", "What it is", "Where this comes from",
)  # fmt: skip


def write(rows: Iterable[Row]) -> bytes:
    """One row a person and type. Cells that a spreadsheet would run as a formula get an apostrophe in front."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for row in rows:
        cells = (
            str(row.table), f"{row.type}:", row.name, row.organisation, row.optional, row.last_active,
            WORDS[row.type], " ".join(row.sources),
        )  # fmt: skip
        writer.writerow(guarded(clean(cell)) for cell in cells)
    return out.getvalue().encode("utf-8-sig")
