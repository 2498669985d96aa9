"""Copies of the record: proven when made, never taken for whole when they are not, and brought back in one piece."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from hallway.domain.backups import Why
from hallway.domain.errors import DatabaseDamaged, DatabaseForeign, DatabaseTooNew, DiskFull
from hallway.host import files
from hallway.store import backup as store
from hallway.store.database import Database, open_database
from hallway.store.schema import MIGRATIONS
from hallway.usecases import backing_up, people, restoring, safety
from hallway.usecases.desk import Desk
from tests import makers
from tests.makers import add_moment, add_person, everything, file_desk, move_clock
from tests.store import shapes


@pytest.fixture
def kept(filed: Desk) -> Iterator[Desk]:
    """A record of two people."""
    add_moment(filed, add_person(filed, "Ada Lovelace"), add_person(filed, "Bo Ek"))
    yield filed


def path_of(desk: Desk, name: str) -> Path:
    return backing_up.folder_of(desk) / name


def test_f13_a_copy_is_proven_private_and_outside_the_data_folder(kept: Desk) -> None:
    made = backing_up.make(kept, Why.ASKED)
    path = path_of(kept, made.name)
    assert made.counts == {"people": 2, "organisations": 0, "events": 0, "conversations": 1, "promises": 0}
    assert not path.is_relative_to(kept.database.path.parent)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert {one.name: one.stat().st_mode & 0o777 for one in path.parent.iterdir()} == {
        path.name: 0o600,
        path.with_suffix(".json").name: 0o600,
    }
    assert backing_up.listed(kept) == (made,) and restoring.look_at(path) == made


def test_a_copy_holds_what_another_connection_has_just_written(kept: Desk) -> None:
    other = makers.file_desk(kept.database.path)
    add_person(other, "Cy Twombly")
    assert backing_up.make(kept, Why.ASKED).counts["people"] == 3
    other.close()


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "no note", "another size noted"])
def test_f13_a_harmed_copy_is_never_brought_back(kept: Desk, harm: str) -> None:
    made = backing_up.make(kept, Why.ASKED)
    path = path_of(kept, made.name)
    data, note = path.read_bytes(), path.with_suffix(".json")
    match harm:
        case "cut":
            path.write_bytes(data[: len(data) // 2])
        case "flip":
            path.write_bytes(data[:5000] + bytes([data[5000] ^ 1]) + data[5001:])
        case "empty":
            path.write_bytes(b"")
        case "no note":
            note.unlink()
        case _:
            note.write_text(json.dumps(json.loads(note.read_text()) | {"size": 1}))
    if harm != "flip":
        assert backing_up.listed(kept) == ()
    before = everything(kept)
    if harm != "no note":  # then it is a copy whose age is not known, and sound
        with pytest.raises((DatabaseDamaged, DatabaseForeign)):
            restoring.restore(kept, path)
    assert everything(kept) == before


def test_f14_going_back_and_undoing_that(kept: Desk) -> None:
    made = backing_up.make(kept, Why.ASKED)
    then = everything(kept)
    add_person(kept, "Cy Twombly")
    kept.do(people.let_go, (1,))
    now = everything(kept)
    assert [one for one in restoring.compare(kept, made).counts if one[1] != one[2]] == []
    safety = restoring.restore(kept, path_of(kept, made.name)).safety
    assert everything(kept) == then and safety.why is Why.RESTORE
    kept.undo()
    assert everything(kept) != then, "the history came along"
    kept.redo()
    restoring.restore(kept, path_of(kept, safety.name))
    assert everything(kept) == now


def test_f14_a_kill_after_going_back_leaves_no_alarm(filed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next start does not take what was asked for, much fewer people, for a loss."""
    add_person(filed, "Ada")
    path = path_of(filed, backing_up.make(filed, Why.ASKED).name)
    for number in range(20):
        add_person(filed, f"Person {number}")
    filed.database.remember()
    monkeypatch.setattr(Database, "remember", lambda *_, **__: None)
    restoring.restore(filed, path)
    filed.close()
    again = file_desk(filed.database.path)
    assert store.counts(again.database)["people"] == 1
    again.close()


@pytest.mark.parametrize("shape", shapes.SHAPES)
def test_f10_f14_a_copy_of_any_shape_is_brought_to_the_newest(kept: Desk, tmp_path: Path, shape: int) -> None:
    old = tmp_path / "old.db"
    rows = shapes.make(old, shape)
    as_it_was = old.read_bytes()
    restoring.restore(kept, old)
    assert kept.database.connection.pragma("user_version") == len(MIGRATIONS)
    assert kept.ask(safety.check) == ()
    assert old.read_bytes() == as_it_was, "the copy itself stays of its shape"
    record = kept.database.path
    kept.close()
    assert shapes.held(record, rows, shape) == rows


@pytest.mark.parametrize(
    ("statement", "trouble"),
    [
        ("CREATE TRIGGER theirs AFTER INSERT ON person BEGIN DELETE FROM person; END", DatabaseForeign),
        ("CREATE VIEW theirs AS SELECT load_extension('x')", DatabaseForeign),
        ("PRAGMA user_version=99", DatabaseTooNew),
        ("PRAGMA application_id=7", DatabaseForeign),
    ],
)
def test_what_a_stranger_put_into_a_copy_is_refused_h25(
    kept: Desk, statement: str, trouble: type[Exception]
) -> None:
    path = path_of(kept, backing_up.make(kept, Why.ASKED).name)
    path.with_suffix(".json").unlink()
    connection = apsw.Connection(str(path))
    connection.execute(statement)
    connection.close()
    with pytest.raises(trouble):
        restoring.restore(kept, path)
    assert store.counts(kept.database)["people"] == 2


def test_a_damaged_record_is_replaced_and_kept_aside(kept: Desk) -> None:
    path = path_of(kept, backing_up.make(kept, Why.ASKED).name)
    record = kept.database.path
    kept.close()
    record.write_bytes(b"no database at all")
    with pytest.raises(DatabaseDamaged):
        open_database(record)
    aside = restoring.put_in_place(record, path, kept.clock.now())
    assert aside is not None and (aside / record.name).read_bytes() == b"no database at all"
    again = makers.file_desk(record)
    assert store.counts(again.database)["people"] == 2
    again.close()


def test_f3_a_full_disk_leaves_no_copy_and_no_rubbish(kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = backing_up.make(kept, Why.ASKED)
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Free)
    with pytest.raises(DiskFull):
        backing_up.make(kept, Why.ASKED)
    assert backing_up.listed(kept) == (first,) and len(list(backing_up.folder_of(kept).iterdir())) == 2


class Free:
    """Nothing is free."""

    free = 0


def test_f13_an_error_while_the_copy_is_written_leaves_the_others(kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = backing_up.make(kept, Why.ASKED)

    def broken(path: Path) -> None:
        raise OSError(5, "the disk says no")

    monkeypatch.setattr(files, "_flush", broken)
    with pytest.raises(Exception, match="disk"):
        backing_up.make(kept, Why.ASKED)
    monkeypatch.undo()
    assert backing_up.listed(kept) == (first,)
    move_clock(kept, 30)
    backing_up.make_if_due(kept)
    assert {one.suffix for one in backing_up.folder_of(kept).iterdir()} == {".db", ".json"}
    assert all(one.with_suffix(".db").exists() for one in backing_up.folder_of(kept).glob("*.json"))


def test_f13_one_copy_a_day_and_the_old_ones_thin_out(kept: Desk) -> None:
    for _ in range(60):
        assert backing_up.make_if_due(kept) is not None
        assert backing_up.make_if_due(kept) is None
        move_clock(kept, 1)
    left = backing_up.listed(kept)
    assert 14 + 4 <= len(left) <= 14 + 9
    assert all(restoring.look_at(path_of(kept, one.name)) == one for one in left[:3])


def test_f14_a_restore_never_thins(kept: Desk) -> None:
    names = [backing_up.make(kept, Why.ASKED).name for _ in range(3)]
    move_clock(kept, 100)
    for _ in range(10):
        restoring.restore(kept, path_of(kept, names[0]))
    assert set(names) <= {one.name for one in backing_up.listed(kept)}
