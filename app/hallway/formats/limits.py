"""How much a stranger's file may ask of us: sizes and counts, checked before anything is parsed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from hallway.domain.records import Complaint, Parsed, Report, Row

MAX_BYTES: Final = 50_000_000
"""The largest file that is read."""

MAX_RECORDS: Final = 200_000
"""The most people or events that are taken from one file."""

MAX_TEXT: Final = 65_536
"""The longest text field, in characters."""

MAX_PHOTO: Final = 10_000_000
"""The largest photo, in bytes after decoding."""

MAX_COMPLAINTS: Final = 10_000
"""The most complaints that are kept about one file."""

MAX_RAW: Final = 500
"""How much of a bad row is kept to show, in characters."""

REPORT_EVERY: Final = 500
"""How many rows pass between two reports of progress."""


def oversize(data: bytes) -> Complaint | None:
    """The complaint about a file that is too large to read, or None."""
    if len(data) <= MAX_BYTES:
        return None
    megabytes = len(data) // 1_000_000
    return Complaint("file", f"It has {megabytes} MB; Hallway reads files up to {MAX_BYTES // 1_000_000} MB.")


def too_many(where: str) -> Complaint:
    """The complaint about everything that follows the last record that is taken."""
    return Complaint(where, f"Hallway takes {MAX_RECORDS:,} entries from one file; the rest was left out.")


class Complaints(list[Complaint]):
    """Complaints about one file; beyond the most that are kept, they are only counted."""

    left_out = 0

    def append(self, complaint: Complaint) -> None:
        """Keep one more, or count it."""
        if len(self) < MAX_COMPLAINTS:
            super().append(complaint)
        else:
            self.left_out += 1

    def parsed(self, records: Iterable[Row], source: str) -> Parsed[Row]:
        """The finished result, with a word about complaints that were only counted."""
        more = (Complaint("file", f"{self.left_out:,} more lines like these."),) if self.left_out else ()
        return Parsed(tuple(records), (*self, *more), source)


def tell(report: Report | None, done: int, total: int) -> None:
    """Report progress now and then; whatever the listener raises (such as `Stopped`) passes through."""
    if report is not None and done % REPORT_EVERY == 0:
        report(done, total)


def clipped(text: str) -> str:
    """The text, cut at the longest a field may be."""
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT]


def shown(raw: str) -> str:
    """The start of a bad row, short enough to show."""
    return raw if len(raw) <= MAX_RAW else raw[: MAX_RAW - 1] + "…"
