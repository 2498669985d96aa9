"""Moving the record to another folder of this computer: copied, compared, and only then put aside where it was.

The old folder keeps a pointer, so that whoever opens it is led to the new one, and what lay there, whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from hallway.domain import errors
from hallway.host import files, paths
from hallway.usecases import backing_up

ENDS = ("", "-wal", "-journal")
COPIES = "hallway-copies"
"""The folder in a folder that others write to, in which copies of the record are put as well."""
BESIDE = ("hallway.key", "hallway.state.json", "window.ini")


def new_home(folder: Path) -> Path:
    """Where a record would go that lies in `folder`: the system's own place, or one beside it when that is taken."""
    usual = paths.usual_folder()
    candidates = (usual, *(usual.with_name(f"{usual.name}-{number}") for number in range(2, 100)))
    return next(one for one in candidates if one != folder and not paths.database_path(one).exists())


def move(folder: Path, target: Path, moment: datetime | None = None) -> Path:
    """Move the record; nothing may have it open. Returns the folder in which the old files are kept.

    Raises `Refused` when there is a record at the target already, `DiskFull` or `FileTrouble`; then nothing has moved.
    """
    record = paths.database_path(folder)
    if paths.database_path(target).exists():
        raise errors.Refused("There is a record in that folder already.", "Nothing was changed.")
    new = paths.data_folder(target, follow=False)
    backing_up.check_room(record, new)
    there = [one for one in _parts(record) if one.exists()]
    kept = folder / f"moved-{moment or backing_up.now():%Y-%m-%d-%H%M%S}"
    try:
        for one in reversed(there):  # the record itself comes last: it is what makes a home of a folder
            _copy(one, new / one.name)
        paths.leave_pointer(folder, new)  # leads nobody away as long as the record is here
        _put_aside(there, kept)
    except errors.HallwayError:
        with suppress(OSError):
            for one in there:
                (new / one.name).unlink(missing_ok=True)
            paths.take_pointer(folder)
        raise
    return kept


def keep_also(copy: Path, folder: Path) -> None:
    """Put a copy, with its note, into another folder too, and thin out those that are there.

    Raises `DiskFull` or `FileTrouble`; one that is not there now, such as a disk that is not connected, is left.
    """
    if not folder.is_dir():
        return
    place = folder / COPIES
    try:
        place.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise files.trouble(error, place, writing=True) from error
    for one in (copy, copy.with_suffix(".json")):
        _copy(one, place / one.name)
    backing_up.thin(place, backing_up.now())


def _put_aside(there: Sequence[Path], kept: Path) -> None:
    """The record goes first, and with it everything has moved; what cannot follow does no harm where it lies."""
    try:
        kept.mkdir(mode=0o700)
        for one in there[:1]:
            one.rename(kept / one.name)
    except OSError as error:
        raise files.trouble(error, kept, writing=True) from error
    with suppress(OSError):
        for one in there[1:]:
            one.rename(kept / one.name)


def _parts(record: Path) -> tuple[Path, ...]:
    return (*(record.with_name(record.name + end) for end in ENDS), *(record.with_name(name) for name in BESIDE))


def _copy(source: Path, target: Path) -> None:
    with files.new_file(target) as new:
        files.copy_bytes(source, new)
        if files.fingerprint(new) != files.fingerprint(source):
            raise errors.FileTrouble("The copy is not what was copied.", "Nothing was moved.", "Check the disk.")
