"""Encrypted data files: which key a connection gets, and what tells a file without its key from a damaged one.

The cipher is SQLite3 Multiple Ciphers' own default, ChaCha20 with a Poly1305 tag for each page: whatever is changed in
the file is noticed when it is read. The key goes in raw, so that a passphrase is stretched once and not with every
connection, and the id of the key stands in the file's first 16 bytes, where the cipher keeps its salt.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from hallway.domain.key_file import ID_BYTES, Key, KeyFile, NotOurs, PassphraseWanted, damaged, read

CIPHER = "chacha20"
KEY_FILE = "hallway.key"
MOST_BYTES = 20_000
"""Of a key file."""
PLAIN = b"SQLite format 3\x00"


def unlock(connection: apsw.Connection, key: Key | None) -> None:
    """Give a connection its key, before anything else is asked of it. None: the file is a plain one."""
    if key is not None:
        connection.pragma("cipher", CIPHER)
        connection.pragma("key", _raw(key))
        connection.pragma("temp_store", 2)  # files that SQLite makes for sorting would be readable


def key_path(record: Path) -> Path:
    """Where the key file of a record lies."""
    return record.with_name(KEY_FILE)


def key_file_of(record: Path) -> KeyFile | None:
    """The key file beside a record; None without one. Raises `KeyDamaged` or `NotOurs`."""
    try:
        with key_path(record).open("rb") as file:
            return read(file.read(MOST_BYTES))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise damaged() from error


def beginning(path: Path) -> bytes:
    """The first 16 bytes: those of every plain record, else the id of its key. Never of a file that is open."""
    try:
        with path.open("rb") as file:
            return file.read(ID_BYTES)
    except OSError:
        return b""


def is_plain(path: Path) -> bool:
    """Whether anybody could read the file. Never asked of one that is open."""
    return beginning(path) == PLAIN


@contextmanager
def told_apart(path: Path, key: Key | None, note: Path) -> Iterator[None]:
    """Say which it is when SQLite says "not a database": a key is wanted, the wrong one was given, or damage.

    Damage passes as what it was. `note` is what is remembered of the record, with the id of its key. Raises
    `PassphraseWanted`, `KeyDamaged` or `NotOurs`.
    """
    try:
        yield
    except apsw.NotADBError:
        if key is None:
            _ask_for_key(path, note)
        elif beginning(path) != key.id:  # nothing has the file open any more that could be hurt by looking
            raise NotOurs(
                "The key file beside your record belongs to another one.", "Nothing was changed.",
                "Put the file hallway.key back that belongs to it, or go back to a copy.",
            ) from None  # fmt: skip
        raise


def _ask_for_key(path: Path, note: Path) -> None:
    file = key_file_of(path)
    if file is not None:
        raise PassphraseWanted(file) from None
    with suppress(OSError, ValueError, AttributeError):
        if json.loads(note.read_bytes()).get("key") == beginning(path).hex():
            raise damaged() from None


def write_anew(source: apsw.Connection, target: Path, key: Key | None) -> None:
    """Write the whole record into an empty file with another key, or with none. The source is only read.

    Nothing readable touches the disk on the way to an encrypted file.
    """
    wanted = f"cipher={CIPHER}&key={_raw(key)}" if key else "key="
    source.execute("VACUUM INTO ?", (f"{target.absolute().as_uri()}?{wanted}",))


def _raw(key: Key) -> str:
    return f"raw:{key.secret.hex()}{key.id.hex()}"
