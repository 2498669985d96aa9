"""Opening a record for looking, looking inside a copy, and what is asked before."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from hallway import wiring
from hallway.domain import errors
from hallway.domain.backups import Why
from hallway.domain.shared_folders import Kind
from hallway.host import neighbourhood
from hallway.store import database as store
from hallway.usecases import backing_up, opening, people, restoring
from hallway.usecases.opening import How
from tests.makers import add_person


def made(home: Path) -> Path:
    """A closed record of one person with a copy."""
    desk = wiring.open_desk(home, "test")
    add_person(desk)
    backing_up.make(desk, Why.ASKED)
    desk.close()
    return backing_up.record_in(home)


def hashes(folder: Path) -> dict[str, str]:
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.iterdir()}


def test_f5_looking_leaves_everything_as_it_was(tmp_path: Path) -> None:
    record = made(tmp_path / "home")
    before = hashes(record.parent)
    desk = wiring.open_desk(tmp_path / "home", "test", how=How(looking=True))
    assert desk.is_for_looking and desk.ask(people.count) == 1
    with pytest.raises(errors.ReadOnly):
        add_person(desk)
    desk.close()
    assert hashes(record.parent) == before


def test_f8_a_folder_of_which_only_copies_are_left_is_missed(tmp_path: Path) -> None:
    record = made(tmp_path / "home")
    for one in record.parent.iterdir():
        one.unlink()
    with pytest.raises(errors.DatabaseMissing):
        wiring.open_desk(tmp_path / "home", "test")
    assert not list(record.parent.iterdir())


def test_a_first_start_makes_no_folder_for_copies(tmp_path: Path) -> None:
    wiring.open_desk(tmp_path / "home", "test").close()
    assert [one.name for one in tmp_path.iterdir()] == ["home"]


def test_f8_one_can_look_inside_a_copy_and_nothing_is_left_of_it(tmp_path: Path) -> None:
    record = made(tmp_path / "home")
    (copy,) = backing_up.listed_for(record)
    path = backing_up.folder_for(record) / copy.name
    before = hashes(path.parent)
    desk = opening.look_inside(path)
    there = desk.database.path.parent
    assert desk.is_for_looking and desk.ask(people.count) == 1 and there != path.parent
    assert there.stat().st_mode & 0o777 == 0o700
    opening.put_away(desk)
    assert not there.exists() and hashes(path.parent) == before


def test_f8_a_damaged_copy_is_not_looked_into(tmp_path: Path) -> None:
    record = made(tmp_path / "home")
    (copy,) = backing_up.listed_for(record)
    path = backing_up.folder_for(record) / copy.name
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(errors.DatabaseDamaged):
        opening.look_inside(path)


def test_f5_a_file_of_an_older_shape_is_looked_at_in_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    with monkeypatch.context() as before:
        before.setattr(store, "MIGRATIONS", store.MIGRATIONS[:3])
        before.setattr(store, "NEWEST", 3)
        wiring.open_desk(home, "test").close()
    as_it_was = hashes(home)
    desk = wiring.open_desk(home, "test", how=How(looking=True))
    assert desk.ask(people.count) == 0
    opening.put_away(desk)
    assert hashes(home) == as_it_was


def test_f9_a_record_on_a_network_disk_needs_no_shared_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "home")
    monkeypatch.setattr(neighbourhood, "disk_of", lambda path: "nfs4")
    desk = wiring.open_desk(tmp_path / "home", "test")
    assert desk.database.connection.pragma("journal_mode") == "truncate"
    add_person(desk, "Grace Hopper")
    assert not list((tmp_path / "home").glob("*-wal"))
    found = opening.shared_folder(tmp_path / "home")
    assert found is not None and found.kind is Kind.NETWORK
    desk.close()


def test_f14_going_back_to_a_small_copy_is_no_reason_to_ask(tmp_path: Path) -> None:
    home = tmp_path / "home"
    made(home)
    desk = wiring.open_desk(home, "test")
    for number in range(20):
        add_person(desk, f"Person {number}")
    copy = backing_up.listed(desk)[-1]
    desk.close()
    desk = wiring.open_desk(home, "test")
    restoring.restore(desk, backing_up.folder_of(desk) / copy.name)
    desk.database.close_thread()  # as after a kill
    desk = wiring.open_desk(home, "test")
    assert desk.ask(people.count) == 1
    desk.close()
