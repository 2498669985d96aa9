"""What is in files of other programs, read in a process that may fail without harm; see `reading` for what is read."""

from __future__ import annotations

from collections.abc import Sequence

from hallway.domain.errors import Unreadable
from hallway.domain.importing import NOTHING_CHANGED, Reading
from hallway.domain.records import Report
from hallway.usecases.reading import AS_THEY_ARE, Manner

FUNCTION = "hallway.usecases.reading:read"


def read_apart(
    files: Sequence[tuple[str, bytes]],
    as_format: str | None = None,
    report: Report | None = None,
    manner: Manner = AS_THEY_ARE,
) -> Reading:
    """What `reading.read` would give and raise, within limits of room and time.

    The report is also called while nothing comes, so that Stop is heard at once. Raises `Unreadable` as well, for a
    file that takes too much or that its reader falls over.
    """
    from hallway.host import apart  # with the first file: starting processes takes its time to import

    arguments = {"files": tuple(files), "as_format": as_format, "manner": manner}
    found = apart.call(FUNCTION, arguments, report)
    if not isinstance(found, Reading):
        raise Unreadable("This file could not be read.", NOTHING_CHANGED)
    return found
