"""An encrypted record: nothing of it is readable anywhere, and what keeps it from opening is told apart."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from hallway.domain.errors import DatabaseDamaged, DatabaseMissing
from hallway.domain.key_file import Cost, Key, KeyDamaged, NotOurs, PassphraseWanted, Salts, made, written
from hallway.store import encryption, rewriting
from hallway.store.database import PROFILE, Database, open_database
from tests.makers import add_moment, add_person, everything, file_desk

KEY = Key(b"sixteen bytes id", bytes(range(32)))
OTHER = Key(b"another bytes id", bytes(32))
FILE = made(KEY, "three slow looms", "0" * 26, Salts(b"a" * 16, b"b" * 16, b"c" * 16), Cost(2, 1, 1))
MARKER = "Xylomarkera"


@pytest.fixture
def locked(data_file: Path) -> Path:
    """An encrypted record with somebody in it, closed."""
    desk = file_desk(data_file, KEY)
    person = add_person(desk, f"{MARKER} Ek", notes=f"{MARKER} " * 500)
    add_moment(desk, person, summary=f"{MARKER} told of looms")
    desk.close()
    encryption.key_path(data_file).write_bytes(written(FILE))
    return data_file


def readable(folder: Path) -> list[str]:
    """Files in which the marker can be found, or that begin as a plain record does."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert files
    found = []
    for one in files:
        data = one.read_bytes()
        if MARKER.encode() in data or MARKER.lower().encode() in data or data.startswith(b"SQLite format 3"):
            found.append(one.name)
    return found


def test_p3_nothing_is_readable_closed(locked: Path) -> None:
    assert readable(locked.parent) == []
    assert encryption.beginning(locked) == KEY.id


def test_p3_nothing_is_readable_after_a_kill_with_the_journal_full(locked: Path) -> None:
    script = f"""
import os
from pathlib import Path
from hallway.domain.key_file import Key
from tests.makers import add_person, file_desk
desk = file_desk(Path({str(locked)!r}), Key({KEY.id!r}, {KEY.secret!r}))
for number in range(30):
    add_person(desk, f"{MARKER} {{number}}")
os.kill(os.getpid(), 9)
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    subprocess.run([sys.executable, "-c", script], env=environment, check=False)
    assert locked.with_name("hallway.db-wal").stat().st_size > 0
    assert readable(locked.parent) == []
    desk = file_desk(locked, KEY)
    assert desk.database.rows("SELECT count(*) FROM person") == [(31,)]
    desk.close()


def test_p3_a_crash_leaves_no_words_in_a_journal_that_is_rolled_back(locked: Path) -> None:
    database = Database(locked, False, KEY)
    database.connection.execute("BEGIN IMMEDIATE")
    database.connection.execute("PRAGMA cache_size = 1")
    for _ in range(300):
        database.connection.execute("UPDATE person SET notes = ?", (MARKER * 3000,))
    wal = locked.with_name("hallway.db-wal").read_bytes()
    database.connection.execute("ROLLBACK")
    database.close_thread()
    assert MARKER.encode() not in wal and readable(locked.parent) == []


def test_an_encrypted_record_has_the_same_profile(locked: Path) -> None:
    database = open_database(locked, key=KEY)
    for name, value in PROFILE.items():
        assert database.connection.pragma(name) == value
    assert database.connection.pragma("journal_mode") == "wal"
    database.close()


def test_p4_without_a_key_the_passphrase_is_asked(locked: Path) -> None:
    before = locked.read_bytes()
    with pytest.raises(PassphraseWanted) as wanted:
        open_database(locked)
    assert wanted.value.key_file == FILE and locked.read_bytes() == before


def test_p4_a_key_file_of_another_record_is_not_ours(locked: Path) -> None:
    before = locked.read_bytes()
    with pytest.raises(NotOurs):
        open_database(locked, key=OTHER)
    assert locked.read_bytes() == before


@pytest.mark.parametrize("cut", [0.5, 0.99])
def test_p4_damage_is_told_from_a_wrong_key(locked: Path, cut: float) -> None:
    data = bytearray(locked.read_bytes())
    data[100] ^= 1
    locked.write_bytes(data)
    with pytest.raises(DatabaseDamaged):
        open_database(locked, key=KEY)


def test_p4_a_key_file_that_is_gone_is_told(locked: Path) -> None:
    encryption.key_path(locked).unlink()
    with pytest.raises(KeyDamaged):
        open_database(locked)


def test_p4_a_file_of_rubbish_without_a_key_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "hallway.db"
    path.write_bytes(os.urandom(8192))
    with pytest.raises(DatabaseDamaged):
        open_database(path)


def test_p5_no_plain_record_is_ever_begun_where_an_encrypted_one_was(locked: Path) -> None:
    locked.unlink()
    locked.with_suffix(".state.json").unlink()
    with pytest.raises(DatabaseMissing):
        open_database(locked)
    assert not locked.exists()


def test_one_flipped_bit_anywhere_is_noticed(locked: Path) -> None:
    data = bytearray(locked.read_bytes())
    data[len(data) // 2] ^= 1
    locked.write_bytes(data)
    with pytest.raises(apsw.Error):
        connection = apsw.Connection(str(locked))
        encryption.unlock(connection, KEY)
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE rootpage > 0")]
        for name in names:
            connection.execute(f'SELECT * FROM "{name}"' if "idx" not in name else "SELECT 1").fetchall()
        if connection.pragma("quick_check") != "ok":
            raise apsw.CorruptError


def test_written_anew_it_is_the_same_row_for_row(locked: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    plain.touch(0o600)
    with rewriting.alone(locked, KEY) as old:
        old.write_anew(plain, None)
        old.compare(plain, None)
        found = file_desk(plain)
        assert found.database.rows("SELECT name FROM person") == [(f"{MARKER} Ek",)]
        assert everything(found)
        found.close()
        with pytest.raises(DatabaseDamaged):
            connection = apsw.Connection(str(plain))
            connection.execute("UPDATE person SET name = 'Bo'")
            connection.close()
            old.compare(plain, None)
