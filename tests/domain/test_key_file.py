"""The key file: what opens it, what does not, and that the three reasons are told apart."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain import key_file
from hallway.domain.errors import HallwayError
from hallway.domain.key_file import Cost, Key, KeyDamaged, NotOurs, Salts, WrongPassphrase
from hallway.domain.passphrases import spelled

CHEAP = Cost(2, 1, 1)
KEY = Key(bytes(range(16)), bytes(range(32)))
SECRET = "0123456789ABCDEFGHJKMNPQRS"
FILE = key_file.made(KEY, "three slow looms", SECRET, Salts(b"a" * 16, b"b" * 16, b"c" * 16), CHEAP)


def changed(**more: Any) -> bytes:
    return json.dumps(key_file.facts(FILE) | more).encode()


def test_the_passphrase_and_the_recovery_key_open_it() -> None:
    read = key_file.read(key_file.written(FILE))
    assert read == FILE
    assert key_file.opened(read, "three slow looms") == KEY
    assert key_file.opened(read, spelled(SECRET)) == KEY
    assert key_file.recovery_of(read, KEY) == SECRET


def test_nothing_of_the_secrets_stands_in_it() -> None:
    written = key_file.written(FILE)
    assert KEY.secret.hex().encode() not in written and SECRET.encode() not in written
    assert KEY.secret.hex() not in repr(KEY) and repr(KEY.secret) not in repr(KEY)


@given(st.text(max_size=40))
def test_p4_any_other_words_are_a_wrong_passphrase(words: str) -> None:
    if words not in ("three slow looms", spelled(SECRET)):
        with pytest.raises(WrongPassphrase):
            key_file.opened(FILE, words)


def test_another_passphrase_leaves_the_recovery_key() -> None:
    new = key_file.with_passphrase(FILE, KEY, "four slow looms", b"d" * 16)
    assert key_file.opened(new, "four slow looms") == KEY == key_file.opened(new, spelled(SECRET))
    with pytest.raises(WrongPassphrase):
        key_file.opened(new, "three slow looms")


@settings(max_examples=300)
@given(st.data())
def test_p4_a_damaged_key_file_is_never_called_a_wrong_passphrase(data: st.DataObject) -> None:
    written = bytearray(key_file.written(FILE))
    at = data.draw(st.integers(0, len(written) - 1))
    written[at] = data.draw(st.integers(0, 255).filter(lambda byte: byte != written[at]))
    with suppress(KeyDamaged, NotOurs):
        assert key_file.opened(key_file.read(bytes(written)), "three slow looms") == KEY


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises((KeyDamaged, NotOurs)):
        key_file.read(data)


@pytest.mark.parametrize(
    "cost",
    [
        {"n": 3, "r": 1, "p": 1}, {"n": 1 << 40, "r": 8, "p": 1}, {"n": 1 << 17, "r": 8, "p": 1000},
        {"n": True, "r": 1, "p": 1}, {},
    ],
)  # fmt: skip
def test_a_cost_that_would_stop_the_machine_is_refused(cost: dict[str, int]) -> None:
    with pytest.raises(KeyDamaged):
        key_file.read(changed(cost=cost))


def test_a_sealing_cannot_stand_in_for_another() -> None:
    facts = key_file.facts(FILE)
    swapped = facts | {"passphrase": facts["recovery"], "recovery": facts["passphrase"]}
    with pytest.raises(HallwayError):
        key_file.opened(key_file.from_facts(swapped), "three slow looms")


@pytest.mark.parametrize("data", [b'{"a": 1}', b'{"format": "keys of another"}'])
def test_p4_a_file_of_another_program_is_not_ours(data: bytes) -> None:
    with pytest.raises(NotOurs):
        key_file.read(data)


def test_what_a_newer_hallway_wrote_is_said() -> None:
    newer = {name: value for name, value in key_file.facts(FILE).items() if name != "sum"} | {"version": 2}
    with pytest.raises(NotOurs, match="newer Hallway"):
        key_file.read(json.dumps(newer | {"sum": key_file._sum(newer)}).encode())


def test_a_kept_key_is_known_by_what_it_can_read() -> None:
    assert key_file.belongs(FILE, KEY)
    assert not key_file.belongs(FILE, Key(KEY.id, bytes(32)))
    assert not key_file.belongs(FILE, Key(bytes(16), KEY.secret))
