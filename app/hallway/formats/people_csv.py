"""People to CSV (RFC 4180): an exact copy for programs, or one that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from hallway.domain.records import PersonRecord
from hallway.formats.text import clean

JOINT: Final = "; "
"""Stands between several values in one cell."""

_FORMULA: Final = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_Column = Callable[[PersonRecord], str]


def write(records: Sequence[PersonRecord], guard: bool = False) -> bytes:
    """One row a person, by name; the same people always give the same bytes.

    Without `guard` every cell is exactly what Hallway holds, in UTF-8 without a mark. With it, a cell that a
    spreadsheet would run as a formula gets an apostrophe, every cell is quoted, and a byte order mark tells
    Excel that this is UTF-8. Photos and kept vCard lines are left to the vCard export.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL if guard else csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(name for name, _ in _COLUMNS)
    for person in sorted(records, key=_order):
        cells = [clean(read(person)) for _, read in _COLUMNS]
        writer.writerow(map(guarded, cells) if guard else cells)
    return out.getvalue().encode("utf-8-sig" if guard else "utf-8")


def guarded(cell: str) -> str:
    """The cell with an apostrophe in front when a spreadsheet could take it for a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def _order(person: PersonRecord) -> tuple[str, str, str, str]:
    return person.name.casefold(), person.name, person.uid, repr(person)


def _joined(values: Iterable[str]) -> str:
    return JOINT.join(values)


def _aligned(values: Iterable[str]) -> str:
    """Values that stand in the order of another column: empty ones keep their place, unless all are empty."""
    listed = list(values)
    return JOINT.join(listed) if any(listed) else ""


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
    ("E-mail", lambda p: _joined(email.address for email in p.emails)),
    ("E-mail label", lambda p: _aligned(email.label for email in p.emails)),
    ("Phone", lambda p: _joined(phone.number for phone in p.phones)),
    ("Phone label", lambda p: _aligned(phone.label for phone in p.phones)),
    ("Organisation", lambda p: _aligned(work.organisation for work in p.works)),
    ("Role", lambda p: _aligned(work.role for work in p.works)),
    ("Unit", lambda p: _aligned(work.unit for work in p.works)),
    ("From", lambda p: _aligned(work.start for work in p.works)),
    ("Until", lambda p: _aligned(work.end for work in p.works)),
    ("Page", lambda p: _joined(profile.url for profile in p.profiles)),
    ("Page kind", lambda p: _joined(profile.kind for profile in p.profiles)),
    ("Topics", lambda p: _joined(p.topics)),
    ("Groups", lambda p: _joined(p.groups)),
    ("Place", lambda p: p.place),
    ("Time zone", lambda p: p.time_zone),
    ("Languages", lambda p: _joined(p.languages)),
    ("Birthday", lambda p: p.birthday),
    ("Met on", lambda p: p.met_on),
    ("Note", lambda p: p.note),
    ("UID", lambda p: p.uid),
)
