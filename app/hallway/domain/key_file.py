"""The key file beside an encrypted record: its key, sealed once by the passphrase and once by the recovery key.

The record itself is encrypted with 32 random bytes. They are sealed here as follows, with nothing but hashlib and hmac:
scrypt (RFC 7914) makes 64 bytes of the passphrase and a salt of its own; the first 32 are a pad that the key is
combined with bit by bit, the last 32 are the key of an HMAC-SHA-256 over the salt, the result and everything else that
belongs to it (encrypt then authenticate). No pad is ever used twice, for each sealing draws a new salt, so that no
cipher is needed and no library for one. The check tells a wrong passphrase from a damaged file, which SQLite cannot.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from hallway.domain import errors
from hallway.domain.passphrases import normal, read_recovery_key

FORMAT, VERSION = "hallway key", 1
ID_BYTES, SALT_BYTES, KEY_BYTES, STRETCHED_BYTES = 16, 16, 32, 64
MOST_MEMORY = 1 << 28
"""Bytes that stretching may take: a key file of a stranger must not fill the machine."""
MOST_WORK = 1 << 22
RECOVERY_WORDS = "recovery words"


class PassphraseWanted(errors.Trouble):
    """What is encrypted is to be opened; `key_file` is what a passphrase is tried on."""

    def __init__(self, key_file: KeyFile) -> None:
        super().__init__(
            "Your record is encrypted.", "Nothing was changed.", "Give your passphrase or the recovery key."
        )
        self.key_file = key_file


class WrongPassphrase(errors.Refused):
    """It is not the one; the key file itself is whole."""


class KeyDamaged(errors.Trouble):
    """The key file is not there, or not as Hallway wrote it."""


class NotOurs(errors.Trouble):
    """The key file is of another program, or belongs to another record."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What scrypt is asked for: 0.4 s and 128 MB by default, where this was written."""

    n: int = 1 << 17
    r: int = 8
    p: int = 1


@dataclass(frozen=True, slots=True)
class Key:
    """What a record is encrypted with. Its first 16 bytes are its id, so that a file says which key it wants."""

    id: bytes
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sealed:
    """Up to 32 bytes that only who knows the secret can read."""

    salt: bytes
    content: bytes
    check: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """One record's key, sealed twice, and the recovery key, sealed by that key so that it can be printed again.

    `is_whole` is False when its sum does not fit: then a passphrase that does not open it may yet be the right one.
    """

    id: bytes
    cost: Cost
    by_passphrase: Sealed
    by_recovery: Sealed
    recovery: Sealed
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Salts:
    """Fresh random bytes, one for each sealing."""

    passphrase: bytes
    recovery: bytes
    words: bytes


def made(key: Key, passphrase: str, recovery: str, salts: Salts, cost: Cost) -> KeyFile:
    """The key file of a key. `recovery` is the secret of `domain.passphrases`."""
    return KeyFile(
        key.id, cost,
        _sealed(key.secret, _stretched(normal(passphrase), salts.passphrase, cost), salts.passphrase,
                _told("passphrase", key.id, cost)),
        _sealed(key.secret, _stretched(recovery.encode(), salts.recovery, cost), salts.recovery,
                _told("recovery", key.id, cost)),
        _sealed(recovery.encode(), _from_key(key, salts.words), salts.words, _told(RECOVERY_WORDS, key.id, cost)),
    )  # fmt: skip


def with_passphrase(file: KeyFile, key: Key, passphrase: str, salt: bytes) -> KeyFile:
    """The same with another passphrase; the recovery key stays."""
    stretched = _stretched(normal(passphrase), salt, file.cost)
    return replace(
        file, by_passphrase=_sealed(key.secret, stretched, salt, _told("passphrase", key.id, file.cost))
    )


def opened(file: KeyFile, words: str) -> Key:
    """The key, for who knows the passphrase or the recovery key. Raises `WrongPassphrase` or `KeyDamaged`."""
    recovery = read_recovery_key(words)
    tries = [("passphrase", file.by_passphrase, normal(words))]
    if recovery is not None:
        tries.insert(0, ("recovery", file.by_recovery, recovery.encode()))
    for purpose, sealed, secret in tries:
        stretched = _stretched(secret, sealed.salt, file.cost)
        content = _unsealed(sealed, stretched, _told(purpose, file.id, file.cost))
        if content is not None:
            return Key(file.id, content)
    if not file.is_whole:
        raise damaged()
    raise WrongPassphrase("This is not the passphrase of this record.", "Nothing was changed.", "Try once more.")


def recovery_of(file: KeyFile, key: Key) -> str | None:
    """The recovery key's secret, to print it once more; None when the file does not have it whole."""
    told = _told(RECOVERY_WORDS, file.id, file.cost)
    content = _unsealed(file.recovery, _from_key(key, file.recovery.salt), told)
    return None if content is None else content.decode("ascii", "replace")


def belongs(file: KeyFile, key: Key) -> bool:
    """Whether a key that was kept elsewhere is the one of this file: it can read what only that one has sealed."""
    return key.id == file.id and recovery_of(file, key) is not None


def facts(file: KeyFile) -> dict[str, Any]:
    """The file as a document of JSON has it."""
    plain: dict[str, Any] = {
        "format": FORMAT, "version": VERSION, "id": file.id.hex(), "cost": {"kdf": "scrypt"} | asdict(file.cost),
        "passphrase": _hex(file.by_passphrase), "recovery": _hex(file.by_recovery),
        "recovery_words": _hex(file.recovery),
    }  # fmt: skip
    return plain | {"sum": _sum(plain)}


def written(file: KeyFile) -> bytes:
    """The bytes of the file."""
    return json.dumps(facts(file), indent=2, sort_keys=True).encode()


def read(data: bytes) -> KeyFile:
    """The key file in these bytes. Raises `KeyDamaged` or `NotOurs`."""
    try:
        return from_facts(json.loads(data))
    except (ValueError, RecursionError) as error:
        raise damaged() from error


def from_facts(found: Any) -> KeyFile:
    """The same of a document that was read already. Raises `KeyDamaged` or `NotOurs`."""
    if not isinstance(found, dict):
        raise damaged()
    if found.get("format") != FORMAT and not {"passphrase", "recovery"} & set(found):
        raise NotOurs("The key file belongs to another program.", "Nothing was changed.")
    if isinstance(found.get("version"), int) and found["version"] > VERSION and _sum(found) == found.get("sum"):
        raise NotOurs("A newer Hallway wrote this key file.", "Nothing was changed.", "Update Hallway to open it.")
    try:
        cost = Cost(*(found["cost"][name] for name in ("n", "r", "p")))
        by_passphrase, by_recovery = _read(found["passphrase"]), _read(found["recovery"])
        recovery, is_whole = _read(found["recovery_words"]), _sum(found) == found.get("sum")
        file = KeyFile(_bytes(found["id"], ID_BYTES), cost, by_passphrase, by_recovery, recovery, is_whole)
    except (KeyError, TypeError, ValueError) as error:
        raise damaged() from error
    if not _is_bearable(cost):
        raise damaged()
    return file


def damaged() -> KeyDamaged:
    """The message for a key file that is not as it was written."""
    return KeyDamaged(
        "The key file is damaged or gone.", "Your record is as it was, and nothing was changed.",
        "Put the file hallway.key of a copy back, or go back to a copy.",
    )  # fmt: skip


def _stretched(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    return hashlib.scrypt(
        secret, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=MOST_MEMORY + (1 << 20), dklen=STRETCHED_BYTES
    )


def _from_key(key: Key, salt: bytes) -> bytes:
    """Thirty-two random bytes need no stretching."""
    return hmac.digest(key.secret, b"hallway " + RECOVERY_WORDS.encode() + salt, "sha512")


def _sealed(content: bytes, stretched: bytes, salt: bytes, told: bytes) -> Sealed:
    covered = _padded(content, stretched)
    return Sealed(salt, covered, hmac.digest(stretched[KEY_BYTES:], told + salt + covered, "sha256"))


def _unsealed(sealed: Sealed, stretched: bytes, told: bytes) -> bytes | None:
    check = hmac.digest(stretched[KEY_BYTES:], told + sealed.salt + sealed.content, "sha256")
    return _padded(sealed.content, stretched) if hmac.compare_digest(check, sealed.check) else None


def _padded(content: bytes, stretched: bytes) -> bytes:
    return bytes(byte ^ pad for byte, pad in zip(content, stretched[:KEY_BYTES], strict=False))


def _told(purpose: str, id_: bytes, cost: Cost) -> bytes:
    """What the check covers besides: a sealing cannot stand in for another one, nor its cost be made smaller."""
    return f"{FORMAT} {VERSION}|{purpose}|{id_.hex()}|{cost.n}|{cost.r}|{cost.p}|".encode()


def _is_bearable(cost: Cost) -> bool:
    numbers = (cost.n, cost.r, cost.p)
    if not all(type(number) is int and number > 0 for number in numbers):
        return False
    small = cost.n * cost.r * 128 <= MOST_MEMORY and cost.n * cost.r * cost.p <= MOST_WORK
    return small and cost.n > 1 and cost.n & (cost.n - 1) == 0


def _hex(sealed: Sealed) -> dict[str, str]:
    return {"salt": sealed.salt.hex(), "content": sealed.content.hex(), "check": sealed.check.hex()}


def _read(found: Any) -> Sealed:
    content = bytes.fromhex(found["content"])
    if not 0 < len(content) <= KEY_BYTES:
        raise ValueError("too long to have been sealed")
    return Sealed(_bytes(found["salt"], SALT_BYTES), content, _bytes(found["check"], KEY_BYTES))


def _bytes(words: Any, count: int) -> bytes:
    found = bytes.fromhex(words)
    if len(found) != count:
        raise ValueError("not of that length")
    return found


def _sum(found: dict[str, Any]) -> str:
    rest = {name: value for name, value in found.items() if name != "sum"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()
