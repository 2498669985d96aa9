"""What is in files of other programs, read in a process that may fail without harm; see `reading` for what is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hallway.domain.errors import Unreadable
from hallway.domain.importing import NOTHING_CHANGED, Reading
from hallway.domain.records import Report
from hallway.formats.limits import MAX_BYTES
from hallway.usecases.reading import AS_THEY_ARE, Manner

FUNCTION = "hallway.usecases.reading:read"

File = tuple[str, bytes]


def read_apart(
    files: Sequence[File], as_format: str | None = None, report: Report | None = None, manner: Manner = AS_THEY_ARE
) -> Reading:
    """What `reading.read` would give and raise, within limits of room and time.

    Small files share a process; what a large one may take is for it alone. The report is also called while nothing
    comes, so that Stop is heard at once. Raises `Unreadable` as well, for a file that takes too much or that its
    reader falls over.
    """
    parts = [_read(group, as_format, report, manner) for group in _groups(files)]
    pages = tuple(page for part in parts for page in part.pages)
    return Reading(pages, tuple(problem for part in parts for problem in part.problems))


def _read(group: tuple[File, ...], as_format: str | None, report: Report | None, manner: Manner) -> Reading:
    from hallway.host import apart  # with the first file: starting processes takes its time to import

    found = apart.call(FUNCTION, {"files": group, "as_format": as_format, "manner": manner}, report)
    if not isinstance(found, Reading):
        raise Unreadable("This file could not be read.", NOTHING_CHANGED)
    return found


def _groups(files: Iterable[File]) -> Iterator[tuple[File, ...]]:
    """The files in turn, as many together as are no larger than one may be."""
    group: list[File] = []
    for file in files:
        if group and sum(len(data) for _, data in (*group, file)) > MAX_BYTES:
            yield tuple(group)
            group = []
        group.append(file)
    yield tuple(group)
