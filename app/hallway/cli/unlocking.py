"""The passphrase of an encrypted record or copy: from a file that is named, from the machine's store, or typed.

Never from an argument or a variable of the environment: both can be seen by other programs of the machine.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hallway.cli.speaking import tell
from hallway.domain.errors import Refused
from hallway.domain.key_file import Key, KeyDamaged, KeyFile, PassphraseWanted, WrongPassphrase
from hallway.host import files, vault
from hallway.usecases import backing_up, passphrase

if TYPE_CHECKING:
    from hallway.usecases.desk import Desk

VARIABLE = "HALLWAY_PASSPHRASE_FILE"
LONGEST = 4_000
TRIES = 3
PATIENCE = 10.0
"""Seconds for the machine's store, which may ask for a password of its own."""
T = TypeVar("T")


def opened(open_desk: Callable[..., Desk], words: Namespace, trouble: PassphraseWanted | KeyDamaged) -> Desk:
    """The desk before an encrypted record. Raises `WrongPassphrase`, or what kept it from opening."""
    record = backing_up.record_in(words.home)
    file = trouble.key_file if isinstance(trouble, PassphraseWanted) else passphrase.spare_file(record)
    if file is None:
        raise trouble
    words.key = ask(file, words)
    return open_desk(words.home, words.key)


def with_keys(do: Callable[[tuple[Key, ...]], T], words: Namespace) -> T:
    """Do something that may want the passphrase of a copy, which then is asked for; at most once for each."""
    keys: tuple[Key, ...] = (words.key,) if "key" in words else ()
    while True:
        try:
            return do(keys)
        except PassphraseWanted as wanted:
            if any(key.id == wanted.key_file.id for key in keys):
                raise
            keys = (*keys, ask(wanted.key_file, words))


def ask(file: KeyFile, words: Namespace) -> Key:
    """The key that a passphrase opens. Raises `WrongPassphrase`, `KeyDamaged` or `FileTrouble`."""
    record = backing_up.record_in(words.home)
    named = words.passphrase_file or os.environ.get(VARIABLE)
    if named:
        data = files.read_file(Path(named), LONGEST).decode("utf-8", "surrogateescape")
        return passphrase.unlock(record, file, (data.splitlines() or [""])[0])
    kept = vault.password_in_time(passphrase.remembered_as(file), PATIENCE)
    remembered = passphrase.from_memory(file, kept)
    return remembered or _typed(record, file)


def _typed(record: Path, file: KeyFile) -> Key:
    if not sys.stdin.isatty():
        raise Refused(
            "Your record is encrypted.", "Nothing was changed.",
            f"Name a file with the passphrase: --passphrase-file, or {VARIABLE}.",
        )  # fmt: skip
    from getpass import getpass

    for _ in range(TRIES - 1):
        try:
            return passphrase.unlock(record, file, getpass("Passphrase or recovery key: "))
        except WrongPassphrase as error:
            tell(error.what)
    return passphrase.unlock(record, file, getpass("Passphrase or recovery key: "))
