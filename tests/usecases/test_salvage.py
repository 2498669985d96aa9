"""What can be read of a damaged record comes into a new one, with a report; the damaged file stays as it was."""

from __future__ import annotations

import hashlib
from pathlib import Path

import apsw
import pytest

from hallway.domain import errors
from hallway.domain.key_file import Cost, PassphraseWanted, written
from hallway.store import encryption
from hallway.store.database import open_database
from hallway.store.salvage_pages import PAGE
from hallway.usecases import passphrase, people, safety, salvage
from hallway.usecases.desk import Desk
from hallway.usecases.passphrase import Prepared
from tests.makers import MovingClock, add_person, everything, file_desk, recorded
from tests.store.damaging import KINDS, UNREADABLE_AT_ONCE, damaged, whole

ENCRYPTED_IN_VAIN = ("cut", "first page gone", "head overwritten")
"""The first page of an encrypted record is what proves the key."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return whole(tmp_path_factory.mktemp("whole"))


def hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def salvaged(tmp_path: Path, content: bytes) -> tuple[Desk, salvage.Made]:
    """A desk before what was salvaged of a file with this content; the file itself must be as it was."""
    path = tmp_path / "hallway.db"
    path.write_bytes(content)
    before = hash_of(path)
    made = salvage.salvage(path, tmp_path / "new.db")
    assert hash_of(path) == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["hallway.db", "new.db", "new.state.json"] or (
        sorted(one.name for one in tmp_path.iterdir()) == ["hallway.db", "new.db"]
    )
    return Desk(open_database(made.path), MovingClock()), made


def test_f8_of_a_sound_file_everything_is_read(tmp_path: Path, data: bytes) -> None:
    desk, made = salvaged(tmp_path, data)
    (tmp_path / "hallway.state.json").unlink(missing_ok=True)
    sound = Desk(open_database(tmp_path / "hallway.db"), MovingClock())
    assert everything(desk) == everything(sound)
    assert made.lost == 0 and desk.ask(safety.check) == ()
    desk.close()
    sound.close()


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", KINDS)
def test_f8_what_reads_of_a_damaged_file_is_kept(tmp_path: Path, data: bytes, kind: str, seed: int) -> None:
    path = tmp_path / "hallway.db"
    path.write_bytes(damaged(data, kind, seed))
    if kind in UNREADABLE_AT_ONCE:
        with pytest.raises(errors.DatabaseDamaged):
            open_database(path)
    try:
        desk, made = salvaged(tmp_path, path.read_bytes())
    except errors.DatabaseDamaged as told:
        assert kind == "cut" and told.what and told.safe, "only of a short rest may nothing read"
        return
    assert desk.ask(safety.check) == ()
    assert made.read > 0 and made.found.tables
    desk.close()


def test_f8_with_the_first_page_gone_all_rows_read(tmp_path: Path, data: bytes) -> None:
    desk, made = salvaged(tmp_path, damaged(data, "first page gone", 0))
    assert made.lost == 0
    (tmp_path / "sound").mkdir()
    (tmp_path / "sound" / "hallway.db").write_bytes(data)
    sound = Desk(open_database(tmp_path / "sound" / "hallway.db"), MovingClock())
    assert recorded(desk.database) == recorded(sound.database)
    desk.close()
    sound.close()


def _in(page: bytes) -> set[bytes]:
    return {words for words in (b"Person 150", b"many pages") if words in page}


def test_f8_only_the_rows_of_a_zeroed_page_are_lost(tmp_path: Path) -> None:
    """A leaf in the middle of the largest table: what is before and after it reads, and the report counts the rest."""
    path = tmp_path.parent / f"{tmp_path.name}-sound" / "hallway.db"
    desk = file_desk(path)
    for number in range(300):
        add_person(desk, f"Person {number}", notes="long enough to need many pages " * 8)
    desk.close()
    content = bytearray(path.read_bytes())
    pages = range(0, len(content), PAGE)
    leaf = next(at for at in pages if {b"Person 150", b"many pages"} <= _in(bytes(content[at : at + PAGE])))
    content[leaf : leaf + PAGE] = bytes(PAGE)
    new, made = salvaged(tmp_path, bytes(content))
    left = new.ask(people.count)
    told = {name: (read, lost) for name, read, lost in salvage.told(made)}
    assert 260 <= left < 300
    assert told["people"] == (left, 300 - left)
    new.close()


def test_f8_rows_that_pointed_at_a_lost_one_do_not_stay(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "hallway.db"
    path.write_bytes(data)
    connection = apsw.Connection(str(path))
    connection.pragma("foreign_keys", 0)
    connection.execute("DELETE FROM person WHERE id % 3 = 0")
    connection.close()
    content = path.read_bytes()
    desk, made = salvaged(tmp_path, content)
    assert made.found.let_go > 0 and desk.ask(safety.check) == ()
    desk.close()


def test_h25_what_a_stranger_put_into_the_file_does_not_come_along(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "hallway.db"
    path.write_bytes(data)
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE theirs (x); CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM person; END")
    connection.execute("DROP TABLE promise; CREATE VIEW promise AS SELECT * FROM person")
    connection.close()
    desk, made = salvaged(tmp_path, path.read_bytes())
    names = {name for (name,) in desk.database.rows("SELECT name FROM sqlite_schema")}
    assert "theirs" not in names and "t" not in names
    assert "promise" not in {one.name for one in made.found.tables if one.read}
    assert desk.ask(people.count) > 0
    desk.close()


@pytest.mark.parametrize("content", [b"", b"x", b"\x00" * 20_000, b"garbage " * 5000, b"SQLite format 3\x00"])
def test_f8_of_what_never_was_a_record_nothing_is_made(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "hallway.db").write_bytes(content)
    with pytest.raises(errors.DatabaseDamaged):
        salvage.salvage(tmp_path / "hallway.db", tmp_path / "new.db")
    assert [one.name for one in tmp_path.iterdir()] == ["hallway.db"]
    assert (tmp_path / "hallway.db").read_bytes() == content


def test_f8_what_still_stands_in_the_journal_counts(tmp_path: Path) -> None:
    path = tmp_path / "live" / "hallway.db"
    desk = file_desk(path)
    add_person(desk, "Ada Lovelace")
    for end in ("", "-wal"):
        (tmp_path / f"hallway.db{end}").write_bytes(path.with_name(path.name + end).read_bytes())
    desk.close()
    made = salvage.salvage(tmp_path / "hallway.db", tmp_path / "new.db")
    new = Desk(open_database(made.path), MovingClock())
    assert new.ask(people.count) == 1
    new.close()


def test_f8_the_damaged_file_is_kept_beside_the_new_one(tmp_path: Path, data: bytes) -> None:
    record = tmp_path / "hallway.db"
    harmed = damaged(data, "zeroed page", 3)
    record.write_bytes(harmed)
    made = salvage.salvage(record, salvage.place_beside(record))
    kept = salvage.take_place(record, made.path)
    assert ".damaged-" in kept.name and kept.read_bytes() == harmed
    desk = Desk(open_database(record), MovingClock())
    assert desk.ask(people.count) > 0
    desk.close()
    assert "person: " in salvage.written(made, kept)


def test_nothing_is_written_over(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "hallway.db").write_bytes(data)
    (tmp_path / "new.db").write_bytes(b"mine")
    with pytest.raises(errors.Refused):
        salvage.salvage(tmp_path / "hallway.db", tmp_path / "new.db")
    assert (tmp_path / "new.db").read_bytes() == b"mine"


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> tuple[bytes, Prepared]:
    """The same record encrypted: the bytes of its file, and its key."""
    folder = tmp_path_factory.mktemp("encrypted")
    (folder / "hallway.db").write_bytes(data)
    desk, prepared = file_desk(folder / "hallway.db"), passphrase.prepare("three slow looms", Cost(2, 1, 1))
    passphrase.turn_on(desk, prepared)
    desk.close()
    return (folder / "hallway.db").read_bytes(), prepared


@pytest.mark.parametrize("kind", KINDS)
def test_f8_what_reads_of_an_encrypted_one_is_kept_and_stays_encrypted(
    tmp_path: Path, encrypted: tuple[bytes, Prepared], kind: str
) -> None:
    content, prepared = encrypted
    record, made = tmp_path / "hallway.db", tmp_path / "new.db"
    harmed = damaged(content, kind, 1)
    record.write_bytes(harmed)
    encryption.key_path(record).write_bytes(written(prepared.file))
    with pytest.raises(PassphraseWanted):
        salvage.salvage(record, made)
    try:
        found = salvage.salvage(record, made, (prepared.key,))
    except errors.DatabaseDamaged:
        assert kind in ENCRYPTED_IN_VAIN and not made.exists()
    else:
        assert found.read and not made.read_bytes().startswith(encryption.PLAIN)
        desk = Desk(open_database(made, key=prepared.key), MovingClock())
        assert kind in ENCRYPTED_IN_VAIN or desk.ask(people.count) > 0
        assert desk.ask(safety.check) == ()
        desk.close()
    assert record.read_bytes() == harmed
