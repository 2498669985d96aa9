"""Going back to a copy: looked at, compared, taken over by the record, or put in the place of a damaged one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from hallway.domain import errors
from hallway.domain.backups import Backup, Why
from hallway.domain.changes import SETTINGS, Changes
from hallway.domain.key_file import Key, KeyDamaged, KeyFile, NotOurs, PassphraseWanted, written
from hallway.host import files
from hallway.store import backup as store
from hallway.store import encryption, standing
from hallway.usecases import archive, backing_up
from hallway.usecases.desk import Desk

Report = Callable[[int, int], None]


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


def compare(desk: Desk, backup: Backup) -> Comparison:
    """What would be different after going back."""
    held = store.counts(desk.database)
    return Comparison(backup, tuple((name, number, backup.counts.get(name, 0)) for name, number in held.items()))


def look_at(path: Path, *keys: Key | None) -> Backup:
    """What a copy holds that the user chose; `keys` are those that are known already.

    Raises `DatabaseDamaged`, `DatabaseForeign` or `DatabaseTooNew`, and `PassphraseWanted` when none of the keys fits.
    """
    size, sha256 = files.fingerprint(path)
    with record_of(path, *keys) as (record, key):
        proof = store.proven(record, key)
    note = backing_up.note_of(path.with_suffix(".json"))
    if note is not None:
        if (note.size, note.sha256) != (size, sha256):
            raise errors.DatabaseDamaged("This copy has changed since it was made.", "Nothing was changed.")
        return replace(note, name=path.name)
    made_at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    encrypted = key is not None and not archive.is_archive(path)
    return Backup(path.name, made_at, Why.ASKED, proof.shape, size, sha256, proof.counts, proof.step, encrypted)


def restore(
    desk: Desk, path: Path, report: Report = lambda done, total: None, key: Key | None = None
) -> Restored:
    """Go back to a copy: a copy of the present is made first; going back to that one undoes it.

    The copy is proven and brought to the newest shape beside the record, which then takes it over in one transaction
    and stays encrypted as it is. `key` opens a copy that was made with another one.
    Raises what `look_at` and `make` raise; then the record is as it was.
    """
    own = desk.database.key
    look_at(path, own, key)
    safety, before = backing_up.make(desk, Why.RESTORE), store.ids(desk.database)
    with record_of(path, own, key) as (record, its), _worked_on(desk.database.path, record, its, own) as ready:
        store.take_over(desk.database, ready, report)
    touched = {kind: before[kind] | after for kind, after in store.ids(desk.database).items()}
    return Restored(safety, Changes("", touched | {SETTINGS: frozenset({0})}))


def put_in_place(record: Path, path: Path, moment: datetime | None = None, keys: Iterable[Key] = ()) -> Path | None:
    """Let a copy take the place of a record that cannot be opened; nothing may have it open.

    What lay there is moved aside whole, to a folder that is returned and named by the moment (None: that of the
    machine); None when there was nothing. An encrypted record stays encrypted, and an encrypted copy does: raises
    `PassphraseWanted` for whichever key is not among `keys`, and `DiskFull` or `FileTrouble`; then all is as it was.
    """
    known = tuple(keys)
    look_at(path, *known)
    aside = _aside(record.parent, moment or backing_up.now())
    with record_of(path, *known) as (copied, key):
        target = _key_in_place(record, path, key, known)
        with _worked_on(record, copied, key, None if target is None else target[0]) as ready:
            file = target[1] if target else None
            gone = _with_side_files(record) + ((encryption.key_path(record),) if file else ())
            with _out_of_the_way(gone, aside):
                if file:
                    files.atomic_write(encryption.key_path(record), written(file))
                ready.replace(record)
            standing.forget(record)
    return aside if aside.exists() else None


@contextmanager
def _out_of_the_way(gone: Sequence[Path], aside: Path) -> Iterator[None]:
    """Move what is there of some files aside, whole; what fails then or after it puts everything back."""
    there = [one for one in gone if one.exists()]
    try:
        if there:
            aside.mkdir(mode=0o700)
        for one in there:
            one.rename(aside / one.name)
        yield
    except (OSError, errors.HallwayError) as error:
        with suppress(OSError):
            _put_back(gone, there, aside)
        if isinstance(error, OSError):
            raise files.trouble(error, gone[0], writing=True) from error
        raise


def _put_back(gone: Sequence[Path], there: Sequence[Path], aside: Path) -> None:
    for one in gone:
        if (aside / one.name).exists():
            (aside / one.name).replace(one)
        elif one not in there:
            one.unlink(missing_ok=True)
    if aside.exists():
        aside.rmdir()


def _aside(folder: Path, moment: datetime) -> Path:
    """A folder by the moment; a second one of the same second gets a number."""
    name = f"replaced-{moment:%Y-%m-%d-%H%M%S}"
    names = chain((name,), (f"{name}-{number}" for number in count(2)))
    return next(folder / one for one in names if not (folder / one).exists())


def _key_in_place(
    record: Path, path: Path, key: Key | None, known: tuple[Key, ...]
) -> tuple[Key, KeyFile | None] | None:
    """What a record will be encrypted with once a copy has its place, with its key file if that is a new one."""
    with suppress(KeyDamaged, NotOurs):
        standing = encryption.key_file_of(record)
        if standing is not None:
            fitting = next((one for one in known if one.id == standing.id), None)
            if fitting is None:
                raise PassphraseWanted(standing)
            return fitting, None
    if key is None or archive.is_archive(path):
        return None
    return key, backing_up.key_file_of_copy(path)


@contextmanager
def record_of(path: Path, *keys: Key | None) -> Iterator[tuple[Path, Key | None]]:
    """The record of a copy or of an archive, and what opens it. Raises `PassphraseWanted` if no key does."""
    if archive.is_archive(path):
        with archive.as_record(path, backing_up.now()) as made:
            yield made
    else:
        yield path, _fitting(path, keys)


def _fitting(path: Path, keys: Iterable[Key | None]) -> Key | None:
    """What opens a copy; None for one that is not encrypted, or whose key nobody knows. Raises `PassphraseWanted`."""
    begins = encryption.beginning(path)
    if begins == encryption.PLAIN:
        return None
    fitting = next((key for key in keys if key is not None and key.id == begins), None)
    if fitting is None:
        file = backing_up.key_file_of_copy(path)
        if file is not None and file.id == begins:
            raise PassphraseWanted(file)
    return fitting


@contextmanager
def _worked_on(record: Path, path: Path, key: Key | None, wanted: Key | None) -> Iterator[Path]:
    """A copy of the copy beside the record, of the newest shape and proven, encrypted as it is wanted.

    Gone at the end unless it was moved.
    """
    ready = record.with_name(f".{record.name}.restore.tmp")
    try:
        with files.new_file(ready) as new:
            if key == wanted:
                files.copy_bytes(path, new)
            else:
                store.write_anew(path, key, new, wanted)
            store.bring_to_newest(new, wanted)
            store.proven(new, wanted)
        yield ready
    finally:
        ready.unlink(missing_ok=True)


def _with_side_files(record: Path) -> tuple[Path, ...]:
    """What belongs together: the record and the journals beside it."""
    return (record, *(record.with_name(record.name + end) for end in ("-wal", "-shm", "-journal")))
