"""Choosing, changing and removing a passphrase: one record that opens at every step, and copies that follow."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hallway.domain.backups import Why
from hallway.domain.errors import DatabaseBusy, DatabaseDamaged, HallwayError, Refused
from hallway.domain.key_file import Cost, Key, KeyDamaged, NotOurs, PassphraseWanted, WrongPassphrase
from hallway.host import files
from hallway.store import encryption, rewriting
from hallway.usecases import backing_up, erasing, passphrase, people, restoring, safety
from hallway.usecases.desk import Desk
from hallway.usecases.passphrase import Prepared
from tests.makers import add_moment, add_person, everything, file_desk, move_clock, recorded

CHEAP = Cost(2, 1, 1)
OLD, NEW = "three slow looms", "four quick shuttles"
MARKER = "Xylomarkera"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder of its own, so that the copies lie beside it and not among those of another test."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def kept(home: Path) -> Iterator[Desk]:
    """A plain record with somebody in it."""
    desk = file_desk(home / "hallway.db")
    person = add_person(desk, f"{MARKER} Ek", notes=f"{MARKER} weaves")
    add_moment(desk, person, summary=f"{MARKER} told of looms")
    yield desk
    desk.close()


@pytest.fixture
def prepared() -> Prepared:
    return passphrase.prepare(OLD, CHEAP)


@pytest.fixture
def locked(kept: Desk, prepared: Prepared) -> Desk:
    """The same, encrypted."""
    passphrase.turn_on(kept, prepared)
    return kept


def readable(*folders: Path) -> list[str]:
    """Files in which the marker can be found, or that begin as a plain record does."""
    found = []
    for folder in folders:
        for one in folder.rglob("*"):
            data = one.read_bytes() if one.is_file() else b""
            if MARKER.encode() in data or MARKER.lower().encode() in data or data.startswith(b"SQLite format 3"):
                found.append(one.name)
    return found


def reopened(desk: Desk, key: Key | None) -> Desk:
    desk.close()
    return file_desk(desk.database.path, key)


def all_of(desk: Desk) -> Path:
    return desk.database.path.parent.parent


# --- turning it on and off


def test_p3_turned_on_nothing_is_readable_and_everything_is_there(kept: Desk, prepared: Prepared) -> None:
    before = everything(kept)
    steps: list[int] = []
    passphrase.turn_on(kept, prepared, lambda done, total: steps.append(done))
    assert steps == sorted(steps) and steps[-1] == passphrase.STEPS
    assert everything(kept) == before and kept.ask(safety.check) == ()
    assert readable(all_of(kept)) == [], "open"
    again = reopened(kept, prepared.key)
    assert everything(again) == before
    again.close()
    assert readable(all_of(kept)) == [], "closed"


def test_p1_every_file_is_for_the_owner_alone(locked: Desk) -> None:
    backing_up.make(locked, Why.ASKED)
    modes = {one.name: one.stat().st_mode & 0o777 for one in all_of(locked).rglob("*") if one.is_file()}
    assert set(modes.values()) == {0o600}, modes


def test_undo_goes_back_to_before_the_passphrase(locked: Desk) -> None:
    locked.undo()
    locked.undo()
    assert locked.database.rows("SELECT count(*) FROM person") == [(0,)]
    locked.redo()
    assert locked.ask(people.named, MARKER)


def test_turned_off_it_is_as_it_was(locked: Desk) -> None:
    before = everything(locked)
    passphrase.turn_off(locked)
    assert everything(locked) == before and not passphrase.is_on(locked)
    assert not encryption.key_path(locked.database.path).exists()
    again = reopened(locked, None)
    assert everything(again) == before
    again.close()


def test_turned_on_again_there_is_another_key(locked: Desk, prepared: Prepared) -> None:
    passphrase.turn_off(locked)
    other = passphrase.prepare(NEW, CHEAP)
    passphrase.turn_on(locked, other)
    assert other.key != prepared.key and other.recovery_key != prepared.recovery_key
    again = reopened(locked, other.key)
    assert again.ask(people.named, MARKER)
    again.close()


def test_twice_is_refused(locked: Desk) -> None:
    with pytest.raises(Refused):
        passphrase.turn_on(locked, passphrase.prepare(NEW, CHEAP))


def test_a_short_one_is_refused() -> None:
    with pytest.raises(Refused, match="8"):
        passphrase.prepare("seven77", CHEAP)


def test_a_record_that_is_open_elsewhere_is_left_alone(kept: Desk, prepared: Prepared) -> None:
    other = file_desk(kept.database.path)
    add_person(other, "Bo")
    with pytest.raises(DatabaseBusy):
        passphrase.turn_on(kept, prepared)
    add_person(other, "Cy")
    other.close()
    assert kept.database.rows("SELECT count(*) FROM person") == [(3,)]
    assert not encryption.key_path(kept.database.path).exists()


FAULTS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "alone": lambda patch: patch.setattr(rewriting, "_only_one", _raise),
    "written": lambda patch: patch.setattr(encryption, "write_anew", _raise),
    "compared": lambda patch: patch.setattr(rewriting.Old, "compare", _raise),
    "different": lambda patch: patch.setattr(rewriting, "fingerprint", lambda connection: str(id(connection))),
    "key file": lambda patch: patch.setattr(files, "atomic_write", _raise),
    "swap": lambda patch: patch.setattr(rewriting.Old, "make_way", _raise),
    "flushed": lambda patch: patch.setattr(files, "_flush", _raise),
    "name flushed": lambda patch: patch.setattr(files, "_flush_folder", _raise),
}


def _raise(*_: object, **__: object) -> None:
    raise OSError(5, "the disk gave up")


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("direction", ["on", "off"])
def test_a_fault_at_any_step_leaves_one_record_that_opens(
    kept: Desk, prepared: Prepared, fault: str, direction: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if direction == "off":
        passphrase.turn_on(kept, prepared)
    before = everything(kept)
    with monkeypatch.context() as patch, pytest.raises((HallwayError, OSError)):
        FAULTS[fault](patch)
        if direction == "on":
            passphrase.turn_on(kept, prepared)
        else:
            passphrase.turn_off(kept)
            raise OSError  # no key file is written on the way back
    assert everything(kept) == before, "the same desk goes on"
    add_person(kept, "Bo")
    after = everything(kept)
    kept.close()
    again = _opened(kept.database.path, prepared)
    assert everything(again) == after
    again.close()
    left = {one.name for one in kept.database.path.parent.iterdir()}
    assert left <= {"hallway.db", "hallway.key", "hallway.state.json"}


def _opened(record: Path, prepared: Prepared) -> Desk:
    """As the window does: without a key, and with one where it is asked for."""
    try:
        return file_desk(record)
    except PassphraseWanted as wanted:
        return file_desk(record, passphrase.unlock(record, wanted.key_file, OLD))


KILLED_AT = ["write_anew", "compare", "make_way", "after"]


@pytest.mark.parametrize("at", KILLED_AT)
@pytest.mark.parametrize("direction", ["on", "off"])
def test_a_kill_at_any_step_leaves_one_record_that_opens(
    kept: Desk, prepared: Prepared, at: str, direction: str
) -> None:
    if direction == "off":
        passphrase.turn_on(kept, prepared)
    before = everything(kept)
    kept.close()
    script = f"""
import os
from pathlib import Path
from hallway.domain.key_file import Cost, Key
from hallway.store import encryption, rewriting
from hallway.usecases import passphrase
from tests.makers import file_desk
from tests.usecases.test_passphrase import OLD, CHEAP

def die(*_):
    os.kill(os.getpid(), 9)

record = Path({str(kept.database.path)!r})
if {direction!r} == "on":
    desk, do = file_desk(record), lambda desk: passphrase.turn_on(desk, passphrase.prepare(OLD, CHEAP))
else:
    key = passphrase.unlock(record, encryption.key_file_of(record), OLD)
    desk, do = file_desk(record, key), passphrase.turn_off
if {at!r} == "after":
    rewriting._overwrite = die
else:
    setattr(rewriting.Old, {at!r}, die)
do(desk)
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [*sys.path, str(Path.cwd())]))}
    ended = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == -9, ended.stderr
    again = _opened(kept.database.path, prepared)
    assert everything(again) == before
    assert passphrase.is_on(again) == ((direction == "on") == (at == "after"))
    again.close()


# --- unlocking


def test_p4_wrong_damaged_and_not_ours_are_three_messages(locked: Desk, prepared: Prepared) -> None:
    record = locked.database.path
    locked.close()
    said = []
    for words, harm in (("not this one", None), (OLD, "damage"), (OLD, "another")):
        if harm == "damage":
            data = bytearray(record.read_bytes())
            data[200] ^= 1
            record.write_bytes(data)
        elif harm == "another":
            other = passphrase.prepare(OLD, CHEAP)
            encryption.key_path(record).write_bytes(passphrase.written(other.file))
        with pytest.raises((WrongPassphrase, DatabaseDamaged, NotOurs)) as told:
            file = encryption.key_file_of(record)
            assert file is not None
            file_desk(record, passphrase.unlock(record, file, words))
        said.append((type(told.value), told.value.what))
    assert [kind for kind, _ in said] == [WrongPassphrase, DatabaseDamaged, NotOurs]
    assert len({words for _, words in said}) == 3
    locked.database.become(prepared.key)


def test_the_recovery_key_opens_it(locked: Desk, prepared: Prepared) -> None:
    assert passphrase.unlock(locked.database.path, prepared.file, prepared.recovery_key.lower()) == prepared.key
    assert passphrase.recovery_key(locked) == prepared.recovery_key


@pytest.mark.parametrize("harm", ["damaged", "cut", "gone"])
def test_the_key_file_of_a_copy_stands_in_for_a_lost_one(locked: Desk, prepared: Prepared, harm: str) -> None:
    backing_up.make(locked, Why.ASKED)
    locked.close()
    record = locked.database.path
    path = encryption.key_path(record)
    match harm:
        case "damaged":
            path.write_bytes(path.read_bytes().replace(prepared.file.by_passphrase.check.hex().encode(), b"0" * 64))
        case "cut":
            path.write_bytes(path.read_bytes()[:100])
        case _:
            path.unlink()
    file = passphrase.spare_file(record)
    try:
        file_desk(record)
    except PassphraseWanted as wanted:
        file = wanted.key_file
    except KeyDamaged:
        pass
    assert file is not None
    key = passphrase.unlock(record, file, OLD)
    assert key == prepared.key
    assert encryption.key_file_of(record) == prepared.file, "put back"
    file_desk(record, key).close()


@pytest.mark.parametrize("kept_words", [None, "", "rubbish", "00" * 32, "00" * 31, "é"])
def test_p5_what_the_password_store_lost_changes_nothing(
    locked: Desk, prepared: Prepared, kept_words: str | None
) -> None:
    locked.close()
    folder = locked.database.path.parent
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    assert passphrase.from_memory(prepared.file, kept_words) is None
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


def test_p5_what_the_password_store_kept_opens_it(prepared: Prepared) -> None:
    assert passphrase.from_memory(prepared.file, prepared.key.secret.hex()) == prepared.key


# --- changing


def test_another_passphrase(locked: Desk, prepared: Prepared) -> None:
    copy = backing_up.make(locked, Why.ASKED)
    record, before = locked.database.path, everything(locked)
    passphrase.change(locked, OLD, NEW)
    file = encryption.key_file_of(record)
    assert file is not None and everything(locked) == before
    with pytest.raises(WrongPassphrase):
        passphrase.unlock(record, file, OLD)
    assert passphrase.unlock(record, file, NEW) == prepared.key
    assert passphrase.unlock(record, file, prepared.recovery_key) == prepared.key
    assert backing_up.key_file_of_copy(backing_up.folder_of(locked) / copy.name) == file, "the copies follow"
    assert backing_up.listed(locked) == (copy,)


def test_whoever_forgot_chooses_another_with_the_recovery_key(locked: Desk, prepared: Prepared) -> None:
    passphrase.change(locked, prepared.recovery_key, NEW)
    file = encryption.key_file_of(locked.database.path)
    assert file is not None and passphrase.unlock(locked.database.path, file, NEW) == prepared.key


@pytest.mark.parametrize(("old", "new"), [("not this one", NEW), (OLD, "short")])
def test_what_is_refused_leaves_the_old_one(locked: Desk, old: str, new: str) -> None:
    path = encryption.key_path(locked.database.path)
    before = path.read_bytes()
    with pytest.raises(Refused):
        passphrase.change(locked, old, new)
    assert path.read_bytes() == before


def test_a_disk_that_fails_leaves_the_old_one(locked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = encryption.key_path(locked.database.path)
    before = path.read_bytes()
    monkeypatch.setattr(files, "_compare", _raise)
    with pytest.raises(HallwayError):
        passphrase.change(locked, OLD, NEW)
    assert path.read_bytes() == before


# --- copies


def test_p10_copies_are_encrypted_when_the_record_is(locked: Desk, prepared: Prepared) -> None:
    made = backing_up.make(locked, Why.ASKED)
    elsewhere = backing_up.make_at(locked, all_of(locked) / "stick.db")
    assert made.is_encrypted and elsewhere.is_encrypted
    assert restoring.look_at(backing_up.folder_of(locked) / made.name, prepared.key) == made
    assert readable(all_of(locked)) == []


def test_p10_a_copy_opens_on_a_clean_profile_with_its_passphrase(locked: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "stick.db"
    backing_up.make_at(locked, copy)
    before = recorded(locked.database)
    (tmp_path / "clean").mkdir()
    clean = file_desk(tmp_path / "clean" / "hallway.db")
    with pytest.raises(PassphraseWanted) as wanted:
        restoring.restore(clean, copy)
    file = wanted.value.key_file
    key = passphrase.unlock(clean.database.path, file, OLD)
    passphrase.encrypt_with(clean, key, file)
    restoring.restore(clean, copy, key=key)
    assert recorded(clean.database) == before
    again = reopened(clean, key)
    assert recorded(again.database) == before
    again.close()
    assert readable(tmp_path / "clean") == []


def test_p10_a_plain_copy_in_an_encrypted_record_stays_encrypted(kept: Desk, prepared: Prepared) -> None:
    copy = backing_up.make(kept, Why.ASKED)
    path, before = backing_up.folder_of(kept) / copy.name, recorded(kept.database)
    passphrase.turn_on(kept, prepared)
    add_person(kept, f"{MARKER} Two")
    restored = restoring.restore(kept, path)
    assert recorded(kept.database) == before and restored.safety.is_encrypted
    kept.close()
    assert readable(kept.database.path.parent) == []
    restoring.restore(kept, backing_up.folder_of(kept) / restored.safety.name)
    assert kept.ask(people.named, f"{MARKER} Two")


def test_p10_a_copy_of_an_older_key_still_opens(locked: Desk, prepared: Prepared) -> None:
    copy = backing_up.make(locked, Why.ASKED)
    path, before = backing_up.folder_of(locked) / copy.name, recorded(locked.database)
    passphrase.turn_off(locked)
    other = passphrase.prepare(NEW, CHEAP)
    passphrase.turn_on(locked, other)
    add_person(locked, "Bo")
    with pytest.raises(PassphraseWanted) as wanted:
        restoring.restore(locked, path)
    key = passphrase.unlock(locked.database.path, wanted.value.key_file, OLD)
    restoring.restore(locked, path, key=key)
    assert recorded(locked.database) == before
    again = reopened(locked, other.key)
    assert recorded(again.database) == before
    again.close()


def test_p10_a_damaged_record_gets_its_encrypted_copy_in_place(locked: Desk, prepared: Prepared) -> None:
    copy, before = backing_up.make(locked, Why.ASKED), recorded(locked.database)
    record, path = locked.database.path, backing_up.folder_of(locked) / copy.name
    locked.close()
    record.write_bytes(record.read_bytes()[:5000])
    with pytest.raises(PassphraseWanted):
        restoring.put_in_place(record, path)
    restoring.put_in_place(record, path, keys=[prepared.key])
    again = file_desk(record, prepared.key)
    assert recorded(again.database) == before
    again.close()


def test_p10_a_plain_copy_in_place_of_a_damaged_encrypted_record_is_encrypted(kept: Desk, prepared: Prepared) -> None:
    copy = backing_up.make(kept, Why.ASKED)
    record, path = kept.database.path, backing_up.folder_of(kept) / copy.name
    passphrase.turn_on(kept, prepared)
    kept.close()
    record.write_bytes(b"x" * 9000)
    with pytest.raises(PassphraseWanted):
        restoring.put_in_place(record, path)
    restoring.put_in_place(record, path, keys=[prepared.key])
    assert encryption.beginning(record) == prepared.key.id
    again = file_desk(record, prepared.key)
    assert again.ask(people.named, MARKER)
    again.close()


def test_p10_an_encrypted_copy_on_a_machine_without_a_record_brings_its_key_file(
    locked: Desk, prepared: Prepared, tmp_path: Path
) -> None:
    copy = tmp_path / "stick.db"
    backing_up.make_at(locked, copy)
    record = tmp_path / "clean" / "hallway.db"
    record.parent.mkdir()
    restoring.put_in_place(record, copy, keys=[prepared.key])
    with pytest.raises(PassphraseWanted) as wanted:
        file_desk(record)
    desk = file_desk(record, passphrase.unlock(record, wanted.value.key_file, OLD))
    assert desk.ask(people.named, MARKER)
    desk.close()


def test_older_copies_are_encrypted_too_when_wished(kept: Desk, prepared: Prepared) -> None:
    for _ in range(3):
        backing_up.make(kept, Why.ASKED)
        move_clock(kept, 1)
    passphrase.turn_on(kept, prepared)
    plain = passphrase.readable_copies(kept)
    assert len(plain) == 3
    assert passphrase.encrypt_copies(kept) == 3
    assert passphrase.readable_copies(kept) == () and readable(all_of(kept)) == []
    listed = backing_up.listed(kept)
    assert [(one.made_at, one.counts) for one in listed] == [(one.made_at, one.counts) for one in plain]
    for one in listed:
        path = backing_up.folder_of(kept) / one.name
        assert restoring.look_at(path, prepared.key) == one
        assert backing_up.key_file_of_copy(path) == prepared.file


def test_older_copies_are_removed_when_wished(kept: Desk, prepared: Prepared) -> None:
    backing_up.make(kept, Why.ASKED)
    aside = kept.database.path.parent / "replaced-2026-01-01-101010"
    aside.mkdir()
    (aside / "hallway.db").write_bytes(b"SQLite format 3\x00" + MARKER.encode())
    passphrase.turn_on(kept, prepared)
    backing_up.make(kept, Why.ASKED)
    assert passphrase.readable_remains(kept) == (aside,)
    assert passphrase.remove_copies(kept) == 2
    assert readable(all_of(kept)) == [] and len(backing_up.listed(kept)) == 1


def test_somebody_is_erased_from_encrypted_copies_too(locked: Desk, prepared: Prepared) -> None:
    backing_up.make(locked, Why.ASKED)
    person = locked.ask(people.named, MARKER)[0]
    copies = erasing.copies_with(locked, locked.ask(erasing.foresee, person).uid)
    assert len(copies) == 1
    erasing.erase(locked, person, copies)
    (copy,) = backing_up.listed(locked)
    path = backing_up.folder_of(locked) / copy.name
    assert restoring.look_at(path, prepared.key).counts["people"] == 0
    assert backing_up.key_file_of_copy(path) == prepared.file


def test_an_archive_on_its_way_in_is_never_readable_on_the_disk(
    locked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hallway.usecases import archive

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    file = tmp_path / "all.zip"
    archive.write(file, locked.ask(archive.file_of, locked.clock.now()))
    with archive.as_record(file, locked.clock.now()) as (record, _):
        assert record.is_relative_to(tmp_path / "temporary")
        assert readable(tmp_path / "temporary") == []
    restoring.restore(locked, file)
    assert locked.ask(people.named, MARKER)
    file.unlink()
    assert readable(tmp_path) == []
