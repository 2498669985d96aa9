"""Copies of the record: made and proven, listed, compared, and brought back.

A copy is two files of one name: the record itself (`.db`), and what is known of it (`.json`), written before the copy
gets its name. A copy without its note, or of another size than noted, is none.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from hallway.domain import errors
from hallway.domain.backups import Backup, Why, is_due, newest_first, superfluous
from hallway.domain.changes import SETTINGS, Changes
from hallway.host import files, paths
from hallway.host.clock import clock as machine_clock
from hallway.store import backup as store
from hallway.usecases import archive
from hallway.usecases.desk import Desk

Report = Callable[[int, int], None]
ROOM = 1.2
"""Free space that a copy asks for, in sizes of the record."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many of each the record holds now, and how many the copy: name, now, then."""

    backup: Backup
    counts: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """The copy of what was there before, and what open views have to look at again."""

    safety: Backup
    changes: Changes


def lies_in_a_file(desk: Desk) -> bool:
    """Whether there is something to copy; a trial record lives in memory."""
    return desk.database.path.is_absolute()


def folder_of(desk: Desk) -> Path:
    """Where this record's copies lie."""
    return paths.backup_folder(desk.database.path)


def record_in(home: Path | None) -> Path:
    """Where the record of a data folder is, whether it can be opened or not."""
    return paths.database_path(paths.data_folder(home))


def now() -> datetime:
    """The machine's moment, where there is no desk to ask."""
    return machine_clock().now()


def listed_for(record: Path) -> tuple[Backup, ...]:
    """All whole copies of a record that may not open, the newest first."""
    return _listed(paths.backup_folder(record))


def make(desk: Desk, why: Why, report: Report = lambda done, total: None) -> Backup:
    """Copy the record and prove the copy. Raises `DiskFull`, `FileTrouble` or `Stopped`; then there is no new copy."""
    folder = folder_of(desk)
    return _make(desk, folder / _name(folder, desk.clock.now(), why), why, report)


def make_before(desk: Desk, why: Why) -> Backup | None:
    """A copy before something big. The newest one does when nothing was done since; None when there is nothing yet."""
    step, last = store.step(desk.database), newest(desk)
    if not step or not lies_in_a_file(desk):
        return None
    return last if last is not None and last.step == step else make(desk, why)


def make_at(desk: Desk, target: Path, report: Report = lambda done, total: None) -> Backup:
    """A copy wherever the user wants one (another disk), proven like the others, never thinned."""
    if target.is_dir():
        target = target / _name(target, desk.clock.now(), Why.ASKED)
    return _make(desk, target, Why.ASKED, report)


def make_if_due(desk: Desk) -> Backup | None:
    """Today's copy, unless there is one already; older ones are thinned out after it, and at no other time."""
    moment = desk.clock.now()
    if not lies_in_a_file(desk) or not is_due(newest(desk), moment):
        return None
    made = make(desk, Why.DAILY)
    thin(folder_of(desk), moment)
    return made


def listed(desk: Desk) -> tuple[Backup, ...]:
    """All whole copies, the newest first."""
    return _listed(folder_of(desk)) if lies_in_a_file(desk) else ()


def newest(desk: Desk) -> Backup | None:
    """The newest whole copy; None without any."""
    return next(iter(listed(desk)), None)


def newest_or_none(desk: Desk) -> Backup | None:
    """The same where the folder may be in trouble itself."""
    with suppress(errors.HallwayError, OSError):
        return newest(desk)
    return None


def compare(desk: Desk, backup: Backup) -> Comparison:
    """What would be different after going back."""
    held = store.counts(desk.database)
    return Comparison(backup, tuple((name, number, backup.counts.get(name, 0)) for name, number in held.items()))


def look_at(path: Path) -> Backup:
    """What a copy holds that the user chose. Raises `DatabaseDamaged`, `DatabaseForeign` or `DatabaseTooNew`."""
    size, sha256 = files.fingerprint(path)
    with archive.as_record(path, now()) as record:
        proof = store.proven(record)
    note = _read_note(path.with_suffix(".json"))
    if note is not None:
        if (note.size, note.sha256) != (size, sha256):
            raise errors.DatabaseDamaged("This copy has changed since it was made.", "Nothing was changed.")
        return replace(note, name=path.name)
    made_at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return Backup(path.name, made_at, Why.ASKED, proof.shape, size, sha256, proof.counts, proof.step)


def restore(desk: Desk, path: Path, report: Report = lambda done, total: None) -> Restored:
    """Go back to a copy: a copy of the present is made first; going back to that one undoes it.

    The copy is proven and brought to the newest shape beside the record, which then takes it over in one transaction.
    Raises what `look_at` and `make` raise; then the record is as it was.
    """
    look_at(path)
    safety, before = make(desk, Why.RESTORE), store.ids(desk.database)
    with archive.as_record(path, desk.clock.now()) as record, _worked_on(desk.database.path, record) as ready:
        store.take_over(desk.database, ready, report)
    touched = {kind: before[kind] | after for kind, after in store.ids(desk.database).items()}
    return Restored(safety, Changes("", touched | {SETTINGS: frozenset({0})}))


def folder_for(record: Path) -> Path:
    """Where the copies of a record lie that may not open."""
    return paths.backup_folder(record)


def put_in_place(record: Path, path: Path, moment: datetime | None = None) -> Path | None:
    """Let a copy take the place of a record that cannot be opened; nothing may have it open.

    What lay there is moved aside whole, to a folder that is returned and named by the moment (None: that of the
    machine); None when there was nothing.
    """
    look_at(path)
    aside = record.parent / f"replaced-{moment or now():%Y-%m-%d-%H%M%S}"
    left = [one for one in _with_side_files(record) if one.exists()]
    with archive.as_record(path, now()) as copied, _worked_on(record, copied) as ready:
        if left:
            aside.mkdir(mode=0o700)
            for one in left:
                one.rename(aside / one.name)
        ready.replace(record)
    return aside if left else None


def thin(folder: Path, moment: datetime) -> None:
    """Let go of copies that stand for nothing any more, and of what a kill left behind."""
    for name in superfluous(_listed(folder), moment):
        (folder / name).unlink(missing_ok=True)
        (folder / name).with_suffix(".json").unlink(missing_ok=True)
    for note in folder.glob("*.json"):
        if not note.with_suffix(".db").exists() and _read_note(note) is not None:
            note.unlink(missing_ok=True)


@contextmanager
def _worked_on(record: Path, path: Path) -> Iterator[Path]:
    """A copy of the copy beside the record, of the newest shape and proven; gone at the end unless it was moved."""
    ready = record.with_name(f".{record.name}.restore.tmp")
    try:
        with files.new_file(ready) as new:
            files.copy_bytes(path, new)
            store.bring_to_newest(new)
            store.proven(new)
        yield ready
    finally:
        ready.unlink(missing_ok=True)


def _with_side_files(record: Path) -> tuple[Path, ...]:
    """What belongs together: the record and the journals beside it."""
    return (record, *(record.with_name(record.name + end) for end in ("-wal", "-shm", "-journal")))


def _make(desk: Desk, target: Path, why: Why, report: Report) -> Backup:
    _check_room(desk.database.path, target.parent)
    with files.new_file(target) as new:
        store.copy_to(desk.database, new, report)
        proof = store.proven(new)
        size, sha256 = files.fingerprint(new)
        made = Backup(target.name, desk.clock.now(), why, proof.shape, size, sha256, proof.counts, proof.step)
        files.atomic_write(target.with_suffix(".json"), _note(made))
    return made


def write_note(target: Path, old: Backup, new: Path) -> None:
    """Note what a copy holds that is about to take the place of an old one; proves it first."""
    proof = store.proven(new)
    size, sha256 = files.fingerprint(new)
    made = replace(old, shape=proof.shape, size=size, sha256=sha256, counts=proof.counts, step=proof.step)
    files.atomic_write(target.with_suffix(".json"), _note(made))


def _check_room(record: Path, folder: Path) -> None:
    needed = record.stat().st_size * ROOM if record.exists() else 0
    with suppress(OSError):
        if shutil.disk_usage(folder).free < needed:
            raise errors.DiskFull(
                "No copy was made: the disk is nearly full.",
                "Everything saved before is safe.",
                f"Free about {max(1, round(needed / 1_000_000))} MB and try again.",
            )


def _name(folder: Path, moment: datetime, why: Why) -> str:
    """By the moment; a second copy of the same second gets a number."""
    stem = f"hallway-{moment:%Y-%m-%d-%H%M%S}-{why}"
    names = [f"{stem}.db", *(f"{stem}-{number}.db" for number in range(2, 100))]
    return next(name for name in names if not (folder / name).exists())


def _listed(folder: Path) -> tuple[Backup, ...]:
    found = []
    for path in folder.glob("*.json"):
        note = _read_note(path)
        copy = path.with_suffix(".db")
        with suppress(OSError):
            if note is not None and note.name == copy.name and copy.stat().st_size == note.size:
                found.append(note)
    return newest_first(found)


def _note(made: Backup) -> bytes:
    facts = asdict(made) | {"made_at": made.made_at.isoformat(), "why": str(made.why)}
    return json.dumps(facts, indent=2, sort_keys=True).encode()


def _read_note(path: Path) -> Backup | None:
    try:
        facts: dict[str, Any] = json.loads(path.read_bytes())
        made_at, why = datetime.fromisoformat(facts.pop("made_at")), Why(facts.pop("why"))
        note = Backup(made_at=made_at, why=why, **facts)
        return note if note.made_at.tzinfo else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
