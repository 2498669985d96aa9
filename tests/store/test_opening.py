"""Opening: each kind of unusable file has its own trouble, and is left exactly as it was."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from hallway.domain import errors
from hallway.domain.people import NewPerson
from hallway.store import database as store
from hallway.store.database import open_database
from hallway.usecases import people, safety
from hallway.usecases.desk import Desk
from tests.makers import MovingClock, add_person, file_desk
from tests.store import shapes

NOBODY = 65534


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file of a folder with the hash of what it holds."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


@pytest.fixture
def written(data_file: Path) -> Path:
    """A closed data file with 200 people in it."""
    desk = file_desk(data_file)
    notes = "long enough to need many pages " * 4
    desk.do(people.add_several, [NewPerson(f"Person {number}", notes=notes) for number in range(200)])
    desk.close()
    return data_file


def assert_refused(path: Path, trouble: type[errors.Trouble]) -> errors.Trouble:
    before = fingerprint(path.parent)
    with pytest.raises(trouble) as caught:
        open_database(path)
    assert type(caught.value) is trouble
    assert fingerprint(path.parent) == before
    assert caught.value.what and caught.value.safe and caught.value.do
    return caught.value


def test_a_fresh_one_is_made_where_none_ever_was(data_file: Path) -> None:
    desk = file_desk(data_file)
    assert desk.ask(people.count) == 0
    desk.close()
    assert sorted(file.name for file in data_file.parent.iterdir()) == ["hallway.db", "hallway.state.json"]


def test_a_missing_folder_is_made_too(tmp_path: Path) -> None:
    desk = file_desk(tmp_path / "new" / "folder" / "hallway.db")
    desk.close()
    assert (tmp_path / "new" / "folder").stat().st_mode & 0o777 == 0o700


def test_what_was_written_is_there_again(written: Path) -> None:
    desk = file_desk(written)
    assert desk.ask(people.count) == 200
    desk.close()


def test_a_file_that_was_here_and_is_gone_is_missed(written: Path) -> None:
    written.unlink()
    assert_refused(written, errors.DatabaseMissing)
    assert not written.exists()


def test_a_file_that_is_gone_after_a_crash_is_missed(data_file: Path) -> None:
    """The note is there from the first start on, not only after closing."""
    desk = file_desk(data_file)
    desk.database.close_thread()
    for file in data_file.parent.glob("hallway.db*"):
        file.unlink()
    assert_refused(data_file, errors.DatabaseMissing)


def test_looking_only_makes_nothing(data_file: Path) -> None:
    with pytest.raises(errors.DatabaseMissing):
        open_database(data_file, read_only=True)
    assert not list(data_file.parent.iterdir())


def test_looking_only_reads_and_refuses_to_write(written: Path) -> None:
    desk = Desk(open_database(written, read_only=True), MovingClock())
    assert desk.ask(people.count) == 200
    with pytest.raises(errors.ReadOnly):
        add_person(desk)
    desk.close()


@pytest.mark.parametrize("content", [b"", b"\x00" * 8192, b"garbage " * 2000, b"x", b"PK\x03\x04" + b"1" * 9000])
def test_what_is_no_database_is_damaged(data_file: Path, content: bytes) -> None:
    data_file.write_bytes(content)
    assert_refused(data_file, errors.DatabaseDamaged)


def test_a_database_with_nothing_in_it_is_damaged(data_file: Path) -> None:
    connection = apsw.Connection(str(data_file))
    connection.execute("CREATE TABLE gone (id); DROP TABLE gone")
    connection.close()
    assert_refused(data_file, errors.DatabaseDamaged)


@pytest.mark.parametrize("seed", range(12))
def test_a_truncated_file_is_damaged(written: Path, seed: int) -> None:
    whole = written.read_bytes()
    kept = random.Random(seed).randrange(1, len(whole) - 4096)
    written.write_bytes(whole[:kept])
    assert_refused(written, errors.DatabaseDamaged)


def test_a_header_written_over_is_damaged(written: Path) -> None:
    whole = written.read_bytes()
    written.write_bytes(b"\xff" * 100 + whole[100:])
    assert_refused(written, errors.DatabaseDamaged)


@pytest.mark.parametrize("journal_mode", ["delete", "wal"])
def test_another_programs_database_is_foreign(data_file: Path, journal_mode: str) -> None:
    connection = apsw.Connection(str(data_file))
    connection.pragma("journal_mode", journal_mode)
    connection.execute("CREATE TABLE songs (title); INSERT INTO songs VALUES ('a')")
    connection.close()
    assert_refused(data_file, errors.DatabaseForeign)


@pytest.mark.parametrize("ahead", [1, 100])
def test_a_newer_file_is_refused(written: Path, ahead: int) -> None:
    connection = apsw.Connection(str(written))
    connection.pragma("user_version", connection.pragma("user_version") + ahead)
    connection.close()
    assert_refused(written, errors.DatabaseTooNew)


def test_a_newer_file_keeps_its_waiting_journal(written: Path, tmp_path: Path) -> None:
    """The newer program crashed and left a journal; it is not ours to fold in."""
    connection = apsw.Connection(str(written))
    connection.pragma("user_version", 99)
    connection.execute("UPDATE person SET notes = 'newer'")
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("hallway.db", "hallway.db-wal"):
        shutil.copy(written.parent / name, copy / name)
    connection.close()
    before = fingerprint(copy)
    with pytest.raises(errors.DatabaseTooNew):
        open_database(copy / "hallway.db")
    after = fingerprint(copy)
    assert {name: after[name] for name in before} == before


def test_a_second_start_leaves_the_first_ones_locks_alone(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening and closing the live file by any other way than SQLite's own would drop our locks (POSIX)."""
    desk = file_desk(written)
    desk.database.connection.execute("BEGIN IMMEDIATE")
    opened: list[str] = []
    monkeypatch.setattr(Path, "open", lambda self, *_, **__: opened.append(str(self)))
    second = open_database(written)
    second.close_thread()
    assert str(written) not in opened
    assert run_elsewhere(f"""
        import apsw
        connection = apsw.Connection({str(written)!r})
        try:
            connection.execute("BEGIN IMMEDIATE")
        except apsw.BusyError:
            print("busy")
    """) == "busy"  # fmt: skip
    desk.database.connection.execute("ROLLBACK")
    desk.close()


def run_elsewhere(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def holder(written: Path) -> Iterator[Path]:
    """The file while another process holds it for itself."""
    code = f"""
import apsw, sys
connection = apsw.Connection({str(written)!r})
connection.pragma("locking_mode", "exclusive")
connection.execute("BEGIN EXCLUSIVE; UPDATE person SET notes = notes")
print("held", flush=True)
sys.stdin.read()
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None and process.stdin is not None
    process.stdout.readline()
    yield written
    process.communicate(b"")


def test_a_file_in_use_is_busy(holder: Path) -> None:
    before = hashlib.sha256(holder.read_bytes()).hexdigest()
    with pytest.raises(errors.DatabaseBusy):
        open_database(holder, manner=store.Manner(patience=100))
    assert hashlib.sha256(holder.read_bytes()).hexdigest() == before


def as_nobody(folder: Path, code: str) -> str:
    """What a program prints that runs without root's rights in a folder given to it."""
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("needs root and setpriv to become somebody without rights")
    for file in (folder, *folder.iterdir()):
        os.chown(file, NOBODY, NOBODY)
    command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", sys.executable, "-c", code]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "HOME": str(folder)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if "Permission denied" in done.stderr or "No module named" in done.stderr:
        pytest.skip("somebody without rights cannot reach the program itself here")
    return done.stdout.strip() or done.stderr


OPEN_AND_TELL = """
from pathlib import Path
from hallway.domain import errors
from hallway.domain.people import NewPerson
from hallway.store.database import open_database
try:
    open_database(Path({path!r}))
    print("opened")
except errors.Trouble as trouble:
    print(type(trouble).__name__)
"""


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that somebody without rights can reach (pytest's own are closed to others)."""
    folder = Path("/tmp") / f"hallway-test-{os.getpid()}-{random.randrange(10**9)}"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o500, 0o600), (0o700, 0o400)])
def test_a_file_that_may_not_be_written_is_read_only(shared_folder: Path, folder_mode: int, file_mode: int) -> None:
    path = shared_folder / "hallway.db"
    desk = file_desk(path)
    add_person(desk)
    desk.close()
    path.chmod(file_mode)
    shared_folder.chmod(folder_mode)
    before = fingerprint(shared_folder)
    assert as_nobody(shared_folder, OPEN_AND_TELL.format(path=str(path))) == "ReadOnly"
    assert fingerprint(shared_folder) == before


def test_a_folder_that_may_not_be_written_is_read_only(shared_folder: Path) -> None:
    shared_folder.chmod(0o500)
    assert as_nobody(shared_folder, OPEN_AND_TELL.format(path=str(shared_folder / "hallway.db"))) == "ReadOnly"
    assert not list(shared_folder.iterdir())


def test_a_kill_while_the_file_is_made_leaves_none(data_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "_move_in", killed)
    with pytest.raises(KeyboardInterrupt):
        open_database(data_file)
    assert not list(data_file.parent.iterdir())


def test_a_file_that_came_meanwhile_is_kept(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two first starts at once: the slower one opens what the quicker one made."""
    monkeypatch.setattr(store.outside, "is_there", lambda *_, **__: False)
    desk = file_desk(written)
    assert desk.ask(people.count) == 200
    desk.close()


def test_a_step_of_migration_that_fails_changes_nothing(data_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = file_desk(data_file)
    add_person(desk)
    desk.close()
    before = hashlib.sha256(data_file.read_bytes()).hexdigest()
    monkeypatch.setattr(store, "MIGRATIONS", (*store.MIGRATIONS, ("CREATE TABLE half (id); CREATE NONSENSE",)))
    monkeypatch.setattr(store, "NEWEST", store.NEWEST + 1)
    with pytest.raises(apsw.SQLError):
        open_database(data_file)
    assert hashlib.sha256(data_file.read_bytes()).hexdigest() == before


def test_files_are_for_the_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        desk = file_desk(tmp_path / "private" / "hallway.db")
        add_person(desk)
        modes = {file.name: file.stat().st_mode & 0o777 for file in (tmp_path / "private").iterdir()}
        desk.close()
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(("hallway.db", "hallway.db-wal", "hallway.db-shm", "hallway.state.json"), 0o600)
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o700


def test_closing_leaves_one_file_and_the_note(written: Path) -> None:
    assert sorted(file.name for file in written.parent.iterdir()) == ["hallway.db", "hallway.state.json"]


@pytest.mark.parametrize("shape", shapes.SHAPES)
def test_f10_a_file_of_any_shape_is_brought_up_with_all_it_holds(data_file: Path, shape: int) -> None:
    rows = shapes.make(data_file, shape)
    desk = file_desk(data_file)
    assert desk.database.connection.pragma("user_version") == len(store.MIGRATIONS)
    assert desk.ask(safety.check) == ()
    desk.close()
    assert shapes.held(data_file, rows, shape) == rows
