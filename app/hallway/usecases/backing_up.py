"""Copies of the record: made and proven, listed, compared, and brought back.

A copy is two files of one name: the record itself (`.db`), and what is known of it (`.json`), written before the copy
gets its name. A copy without its note, or of another size than noted, is none. The copies of an encrypted record are
encrypted with its key, and the note has the key file, so that each copy can be opened wherever it is taken.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from hallway.domain import errors
from hallway.domain.backups import Backup, Why, is_due, newest_first, superfluous
from hallway.domain.key_file import Key, KeyDamaged, KeyFile, NotOurs, facts, from_facts
from hallway.host import files, paths
from hallway.host.clock import clock as machine_clock
from hallway.store import backup as store
from hallway.store import encryption
from hallway.usecases.desk import Desk

Report = Callable[[int, int], None]
ROOM = 1.2
"""Free space that a copy asks for, in sizes of the record."""


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


def are_there_copies(record: Path) -> bool:
    """Whether there is a whole copy of a record; makes no folder for them."""
    folder = paths.backup_place(record)
    return folder.is_dir() and bool(_listed(folder))


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


def held(desk: Desk) -> dict[str, int]:
    """How many of each the record holds."""
    return store.counts(desk.database)


def key_file_of_copy(path: Path) -> KeyFile | None:
    """The key file that a copy brings along, in its note or beside it; None without one that can be read."""
    with suppress(OSError, ValueError, KeyError, TypeError, KeyDamaged, NotOurs):
        return from_facts(json.loads(path.with_suffix(".json").read_bytes())["key"])
    with suppress(KeyDamaged, NotOurs):
        return encryption.key_file_of(path)
    return None


def key_for(desk: Desk, copy: Backup) -> Key | None:
    """What opens a copy of the record's own folder, as far as it is known."""
    return desk.database.key if copy.is_encrypted else None


def folder_for(record: Path) -> Path:
    """Where the copies of a record lie that may not open."""
    return paths.backup_folder(record)


def encrypt_copy(desk: Desk, copy: Backup) -> None:
    """Write a copy that anybody could read anew, encrypted as the record is, and take the readable one away."""
    with in_place_of(desk, copy, desk.database.key, _key_file(desk)) as new:
        store.write_anew(folder_of(desk) / copy.name, None, new, desk.database.key)


@contextmanager
def in_place_of(desk: Desk, copy: Backup, key: Key | None, file: KeyFile | None) -> Iterator[Path]:
    """An empty file; filled, it is proven and takes a copy's place, its day and its reason.

    It has a name of its own and the old one goes last: what fails on the way leaves the old one, and a kill perhaps
    both. `key` opens it, `file` is the key file that it brings along.
    """
    folder = folder_of(desk)
    name = next(name for name in _numbered(Path(copy.name).stem) if not (folder / name).exists())
    with files.new_file(folder / name) as new:
        yield new
        write_note(folder / name, replace(copy, name=name, is_encrypted=key is not None), new, key, file)
    remove_copy(desk, copy)


def remove_copy(desk: Desk, copy: Backup) -> None:
    """Take a copy away, the file first: a note alone is none."""
    path = folder_of(desk) / copy.name
    path.unlink(missing_ok=True)
    path.with_suffix(".json").unlink(missing_ok=True)


def tell_copies(desk: Desk, file: KeyFile) -> None:
    """Let the copies that were made with the record's key open as the record does from now on."""
    for copy in listed(desk):
        path = folder_of(desk) / copy.name
        there = key_file_of_copy(path)
        if copy.is_encrypted and there is not None and there.id == file.id:
            files.atomic_write(path.with_suffix(".json"), _note(copy, file))


def thin(folder: Path, moment: datetime) -> None:
    """Let go of copies that stand for nothing any more, and of what a kill left behind."""
    for name in superfluous(_listed(folder), moment):
        (folder / name).unlink(missing_ok=True)
        (folder / name).with_suffix(".json").unlink(missing_ok=True)
    for note in folder.glob("*.json"):
        if not note.with_suffix(".db").exists() and note_of(note) is not None:
            note.unlink(missing_ok=True)


def _make(desk: Desk, target: Path, why: Why, report: Report) -> Backup:
    key = desk.database.key
    check_room(desk.database.path, target.parent)
    with _note_kept(target), files.new_file(target) as new:
        store.copy_to(desk.database, new, report)
        blank = Backup(target.name, desk.clock.now(), why, 0, 0, "", is_encrypted=key is not None)
        return write_note(target, blank, new, key, _key_file(desk))


@contextmanager
def _note_kept(target: Path) -> Iterator[None]:
    """An older copy of that name keeps its note when the new one does not come."""
    note = target.with_suffix(".json")
    said = note.read_bytes() if target.exists() and note.exists() else None
    try:
        yield
    except BaseException:
        with suppress(errors.HallwayError, OSError):
            if said is None:
                note.unlink(missing_ok=True)
            else:
                files.atomic_write(note, said)
        raise


def _key_file(desk: Desk) -> KeyFile | None:
    """That of the record; None for a plain one."""
    with suppress(KeyDamaged, NotOurs):
        return encryption.key_file_of(desk.database.path) if desk.database.key else None
    return None


def write_note(
    target: Path, old: Backup, new: Path, key: Key | None = None, file: KeyFile | None = None
) -> Backup:
    """Note what a copy holds that is about to take its place; proves it first.

    `key` opens it, `file` is the key file it brings along: None for the one that its note has already.
    """
    proof = store.proven(new, key)
    size, sha256 = files.fingerprint(new)
    made = replace(old, shape=proof.shape, size=size, sha256=sha256, counts=proof.counts, step=proof.step)
    brought = file or (key_file_of_copy(target) if key else None)
    files.atomic_write(target.with_suffix(".json"), _note(made, brought))
    return made


def check_room(record: Path, folder: Path) -> None:
    """Raise `DiskFull` when a folder has no room for another one like the record."""
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
    names = _numbered(f"hallway-{moment:%Y-%m-%d-%H%M%S}-{why}")
    return next(name for name in names if not (folder / name).exists())


def _numbered(stem: str) -> Iterator[str]:
    """That name, and then as many more as it takes."""
    yield f"{stem}.db"
    yield from (f"{stem}-{number}.db" for number in count(2))


def _listed(folder: Path) -> tuple[Backup, ...]:
    found = []
    for path in folder.glob("*.json"):
        note = note_of(path)
        copy = path.with_suffix(".db")
        with suppress(OSError):
            if note is not None and note.name == copy.name and copy.stat().st_size == note.size:
                found.append(note)
    return newest_first(found)


def _note(made: Backup, file: KeyFile | None) -> bytes:
    told = asdict(made) | {"made_at": made.made_at.isoformat(), "why": str(made.why)}
    return json.dumps(told | ({"key": facts(file)} if file else {}), indent=2, sort_keys=True).encode()


def note_of(path: Path) -> Backup | None:
    try:
        told: dict[str, Any] = json.loads(path.read_bytes())
        made_at, why = datetime.fromisoformat(told.pop("made_at")), Why(told.pop("why"))
        told.pop("key", None)
        note = Backup(made_at=made_at, why=why, **told)
        return note if note.made_at.tzinfo else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
