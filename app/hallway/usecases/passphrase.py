"""Encrypting the record with a passphrase, changing it, and taking it away again; what an older Hallway left readable.

Turning it on or off writes the record anew beside itself, compares the two row by row, and swaps them in one rename
while nobody else can have the record open. Its first bytes decide whether it is opened with a key, so that a kill
leaves one record that opens at any moment: the key file is written before the swap, and taken away after it.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from hallway.domain import errors
from hallway.domain.backups import Backup
from hallway.domain.key_file import (
    ID_BYTES,
    KEY_BYTES,
    SALT_BYTES,
    Cost,
    Key,
    KeyDamaged,
    KeyFile,
    NotOurs,
    Salts,
    belongs,
    damaged,
    made,
    opened,
    read,
    recovery_of,
    with_passphrase,
    written,
)
from hallway.domain.passphrases import ALPHABET, LEAST, SECRET_SIGNS, Length, length_of, spelled
from hallway.host import files
from hallway.store import encryption, rewriting
from hallway.usecases import backing_up
from hallway.usecases.desk import Desk

Report = Callable[[int, int], None]
STEPS = 4
REPLACED = "replaced-*"
"""Folders in which going back to a copy has put aside what did not open."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A new key, its key file, and the recovery key as it is printed. Nothing is encrypted with it yet."""

    key: Key
    file: KeyFile
    recovery_key: str = field(repr=False)


def is_on(desk: Desk) -> bool:
    """Whether the record is encrypted."""
    return desk.database.key is not None


def prepare(passphrase: str, cost: Cost | None = None) -> Prepared:
    """Draw a key and seal it: takes a second. Raises `Refused` for a passphrase that is too short."""
    _check_length(passphrase)
    key = Key(secrets.token_bytes(ID_BYTES), secrets.token_bytes(KEY_BYTES))
    recovery = "".join(secrets.choice(ALPHABET) for _ in range(SECRET_SIGNS))
    salts = Salts(*(secrets.token_bytes(SALT_BYTES) for _ in range(3)))
    return Prepared(key, made(key, passphrase, recovery, salts, cost or Cost()), spelled(recovery))


def turn_on(desk: Desk, prepared: Prepared, report: Report = lambda done, total: None) -> None:
    """Encrypt the record. Raises `DatabaseBusy` while it is open elsewhere (on another thread, too), `DiskFull`,
    `FileTrouble` or `DatabaseDamaged`; then it is as it was."""
    encrypt_with(desk, prepared.key, prepared.file, report)


def encrypt_with(desk: Desk, key: Key, file: KeyFile, report: Report = lambda done, total: None) -> None:
    """The same with a key that there is already: that of a copy which the record is about to become."""
    record = desk.database.path
    if is_on(desk):
        raise errors.Refused("Your record is encrypted already.", "Nothing was changed.")
    _write_anew(desk, key, lambda: files.atomic_write(encryption.key_path(record), written(file), check=read), report)


def turn_off(desk: Desk, report: Report = lambda done, total: None) -> None:
    """Write the record readable again. Raises what `turn_on` raises."""
    _write_anew(desk, None, lambda: None, report)
    with suppress(OSError):  # it opens nothing any more
        encryption.key_path(desk.database.path).unlink(missing_ok=True)


def change(desk: Desk, old: str, new: str) -> None:
    """Let another passphrase open the record and its copies; the recovery key stays.

    Only the key file is written anew, the old one stands until it was read back. `old` may be the recovery key: who
    has forgotten the passphrase chooses another one with it. Raises `WrongPassphrase` or `Refused`.
    """
    _check_length(new)
    file = _file(desk)
    key = opened(file, old)
    _keep(desk, key, with_passphrase(file, key, new, secrets.token_bytes(SALT_BYTES)), new)


def recovery_key(desk: Desk) -> str:
    """The recovery key, to print it once more. Raises `KeyDamaged`."""
    secret = recovery_of(_file(desk), _key(desk))
    if secret is None:
        raise damaged()
    return spelled(secret)


def check_passphrase(desk: Desk, words: str) -> None:
    """Make sure that whoever asks for something irreversible knows it. Raises `WrongPassphrase`."""
    opened(_file(desk), words)


def unlock(record: Path, file: KeyFile, words: str) -> Key:
    """The key of a record, for who knows its passphrase or recovery key; a key file that was mended is put back.

    Raises `WrongPassphrase` or `KeyDamaged`.
    """
    try:
        key = opened(file, words)
    except KeyDamaged:
        spare = spare_file(record)
        if spare is None:
            raise
        file, key = spare, opened(spare, words)
    with suppress(errors.HallwayError):
        mend(record, file)
    return key


def mend(record: Path, file: KeyFile) -> None:
    """Put the key file back that belongs to a record, unless it is there as it should be."""
    with suppress(KeyDamaged, NotOurs):
        there = encryption.key_file_of(record)
        if there is not None and there.is_whole and there.id == file.id:
            return
    if encryption.beginning(record) == file.id and file.is_whole:
        files.atomic_write(encryption.key_path(record), written(file), check=read)


def spare_file(record: Path) -> KeyFile | None:
    """The key file of a record as its newest copy has it, for when the one beside the record is gone or damaged."""
    begins = encryption.beginning(record)
    with suppress(errors.HallwayError, OSError):
        for copy in backing_up.listed_for(record):
            file = backing_up.key_file_of_copy(backing_up.folder_for(record) / copy.name)
            if file is not None and file.is_whole and file.id == begins:
                return file
    return None


def remembered_as(file: KeyFile) -> str:
    """Under which name the machine's password store keeps the key, where the user wished so."""
    return f"record {file.id.hex()}"


def to_remember(desk: Desk) -> tuple[str, str]:
    """What the machine's store may keep, where the user wishes so: the name, and the key in words."""
    file, key = _file(desk), _key(desk)
    return remembered_as(file), key.secret.hex()


def from_memory(file: KeyFile, words: str | None) -> Key | None:
    """The key, of what the store had; None when that is not the key of this file. Nothing is changed for that."""
    with suppress(ValueError, TypeError):
        key = Key(file.id, bytes.fromhex(words or ""))
        return key if len(key.secret) == KEY_BYTES and belongs(file, key) else None
    return None


def readable_copies(desk: Desk) -> tuple[Backup, ...]:
    """Copies that anybody could read while the record itself is encrypted, the newest first."""
    return tuple(copy for copy in backing_up.listed(desk) if not copy.is_encrypted) if is_on(desk) else ()


def readable_remains(desk: Desk) -> tuple[Path, ...]:
    """Folders with records that once were put aside and that anybody could read."""
    home = desk.database.path.parent
    return tuple(
        folder for folder in sorted(home.glob(REPLACED))
        if is_on(desk) and any(encryption.is_plain(one) for one in folder.glob("*.db"))
    )  # fmt: skip


def encrypt_copies(desk: Desk, report: Report = lambda done, total: None) -> int:
    """Write every readable copy anew, encrypted as the record is; returns how many. What was put aside is removed.

    One that is damaged stays as it is. Raises `DiskFull` or `FileTrouble`.
    """
    copies, done = readable_copies(desk), 0
    for number, copy in enumerate(copies):
        report(number, len(copies))
        with suppress(errors.DatabaseDamaged, errors.DatabaseForeign):
            backing_up.encrypt_copy(desk, copy)
            done += 1
    return done


def remove_copies(desk: Desk) -> int:
    """Take every readable copy away, and what was put aside; returns how many. There is no undo for it."""
    copies, remains = readable_copies(desk), readable_remains(desk)
    for copy in copies:
        backing_up.remove_copy(desk, copy)
    for folder in remains:
        shutil.rmtree(folder, ignore_errors=True)
    return len(copies) + len(remains)


def _write_anew(desk: Desk, key: Key | None, before_swap: Callable[[], None], report: Report) -> None:
    """Write the record anew beside itself, prove it, and let it take the old one's place.

    From the first look until then nobody else can open the record.
    """
    record = desk.database.path
    backing_up.check_room(record, record.parent)
    desk.database.close()
    try:
        with rewriting.alone(record, desk.database.key) as old, files.new_file(record) as new:
            report(1, STEPS)
            old.write_anew(new, key)
            report(2, STEPS)
            old.compare(new, key)
            report(3, STEPS)
            before_swap()
            old.make_way()
    finally:  # a disk may report an error after the swap, too
        if encryption.beginning(record) == (key.id if key else encryption.PLAIN):
            desk.database.become(key)
    report(STEPS, STEPS)


def _keep(desk: Desk, key: Key, file: KeyFile, passphrase: str) -> None:
    """Write a key file that was read back and opened before it takes the place of the old one."""

    def prove(data: bytes) -> None:
        if opened(read(data), passphrase) != key:
            raise damaged()

    files.atomic_write(encryption.key_path(desk.database.path), written(file), check=prove)
    backing_up.tell_copies(desk, file)


def _file(desk: Desk) -> KeyFile:
    found = None
    with suppress(KeyDamaged, NotOurs):
        found = encryption.key_file_of(desk.database.path)
    if found is None or not found.is_whole:
        raise damaged()
    return found


def _key(desk: Desk) -> Key:
    if desk.database.key is None:
        raise errors.Refused("Your record is not encrypted.")
    return desk.database.key


def _check_length(passphrase: str) -> None:
    if length_of(passphrase) is Length.TOO_SHORT:
        raise errors.Refused(
            f"A passphrase has at least {LEAST} characters.", "Nothing was changed.", "A few words do well."
        )
