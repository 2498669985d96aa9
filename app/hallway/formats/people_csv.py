"""People to CSV (RFC 4180): an exact copy for programs, or one that is safe to open in a spreadsheet.

Several values in one cell stand between semicolons; a semicolon or backslash within a value has a backslash before it.
`tables.read` reads both copies back into equal records.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from hallway.domain.records import PersonRecord
from hallway.formats.spreadsheet_guard import GUARD_MARK, guarded
from hallway.formats.table_values import joined
from hallway.formats.text import clean

__all__ = ["guarded", "write"]

_Column = Callable[[PersonRecord], str]


def write(records: Sequence[PersonRecord], guard: bool = False) -> bytes:
    """One row a person, by name; the same people always give the same bytes.

    Without `guard` every cell is exactly what Hallway holds, in UTF-8 without a mark. With it, a cell that a
    spreadsheet would run as a formula gets an apostrophe, every cell is quoted, a byte order mark tells Excel that this
    is UTF-8, and an apostrophe before the last header tells Hallway which copy this is, also after a spreadsheet saved
    it. Photos, what happened, and kept vCard lines are left to other exports.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL if guard else csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow([*HEADERS[:-1], GUARD_MARK + HEADERS[-1] if guard else HEADERS[-1]])
    for person in sorted(records, key=_order):
        cells = [clean(read(person)) for _, read in _COLUMNS]
        writer.writerow(map(guarded, cells) if guard else cells)
    return out.getvalue().encode("utf-8-sig" if guard else "utf-8")


def _order(person: PersonRecord) -> tuple[str, str, str, str]:
    return person.name.casefold(), person.name, person.uid, repr(person)


def _aligned(values: Iterable[str]) -> str:
    """Values that stand in the order of another column: empty ones keep their place, unless all are empty."""
    listed = list(values)
    return joined(listed) if any(listed) else ""


_COLUMNS: Final[tuple[tuple[str, _Column], ...]] = (
    ("Name", lambda p: p.name),
    ("Given name", lambda p: p.given),
    ("Family name", lambda p: p.family),
    ("Additional names", lambda p: p.additional),
    ("Prefix", lambda p: p.prefix),
    ("Suffix", lambda p: p.suffix),
    ("Nickname", lambda p: p.nickname),
    ("Phonetic name", lambda p: p.phonetic),
    ("Pronouns", lambda p: p.pronouns),
    ("E-mail", lambda p: joined(email.address for email in p.emails)),
    ("E-mail label", lambda p: _aligned(email.label for email in p.emails)),
    ("Phone", lambda p: joined(phone.number for phone in p.phones)),
    ("Phone label", lambda p: _aligned(phone.label for phone in p.phones)),
    ("Organisation", lambda p: _aligned(work.organisation for work in p.works)),
    ("Role", lambda p: _aligned(work.role for work in p.works)),
    ("Unit", lambda p: _aligned(work.unit for work in p.works)),
    ("From", lambda p: _aligned(work.start for work in p.works)),
    ("Until", lambda p: _aligned(work.end for work in p.works)),
    ("Page", lambda p: joined(profile.url for profile in p.profiles)),
    ("Page kind", lambda p: joined(profile.kind for profile in p.profiles)),
    ("Topics", lambda p: joined(p.topics)),
    ("Groups", lambda p: joined(p.groups)),
    ("Place", lambda p: p.place),
    ("Time zone", lambda p: p.time_zone),
    ("Languages", lambda p: joined(p.languages)),
    ("Birthday", lambda p: p.birthday),
    ("Met on", lambda p: p.met_on),
    ("Note", lambda p: p.note),
    ("How we met", lambda p: p.met_how),
    ("Keep in touch every (days)", lambda p: str(p.rhythm_days or "")),
    ("UID", lambda p: p.uid),
)

HEADERS: Final = tuple(header for header, _ in _COLUMNS)
"""The headers as they are written; `table_columns.OWN` says what each means."""
