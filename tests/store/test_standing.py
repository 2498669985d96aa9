"""A file that vanished, shrank, was swapped or has a second name is noticed; what Hallway took away itself is not."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from hallway.domain import errors
from hallway.domain.people import NewPerson
from hallway.store import outside, standing
from hallway.store.database import Manner, open_database
from hallway.usecases import people
from hallway.usecases.desk import Desk
from tests.makers import TODAY, MovingClock, add_person, file_desk


@pytest.fixture
def thirty(data_file: Path) -> Path:
    """A closed record of thirty people, and beside it an older one of three."""
    desk = file_desk(data_file)
    desk.do(people.add_several, [NewPerson(f"Person {number}") for number in range(3)])
    desk.close()
    shutil.copy(data_file, data_file.with_name("older"))
    desk = file_desk(data_file)
    desk.do(people.add_several, [NewPerson(f"Later {number}") for number in range(27)])
    desk.close()
    return data_file


def hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_f8_an_older_file_in_its_place_is_asked_about(thirty: Path) -> None:
    thirty.with_name("older").replace(thirty)
    before = hash_of(thirty)
    with pytest.raises(errors.DatabaseShrunk) as told:
        open_database(thirty)
    assert "3 people" in told.value.what and "30 people" in told.value.what
    assert hash_of(thirty) == before
    again = Desk(open_database(thirty, manner=Manner(as_it_is=True)), MovingClock())
    assert again.ask(people.count) == 3
    again.close()
    file_desk(thirty).close()


def test_f8_what_hallway_took_away_itself_is_not_asked_about(thirty: Path) -> None:
    desk = file_desk(thirty)
    desk.undo()
    desk.database.close_thread()  # as after a kill: the note is the one of the start
    desk = file_desk(thirty)
    assert desk.ask(people.count) == 3
    desk.close()


def test_f8_a_few_less_are_no_reason_to_ask() -> None:
    way = (4, 0)
    standing.check(standing.Note({"person": 81}, way), standing.Note({"person": 100}, way))
    standing.check(standing.Note({"person": 0}, way), standing.Note({"person": standing.FEWEST - 1}, way))
    with pytest.raises(errors.DatabaseShrunk):
        standing.check(standing.Note({"person": 79}, way), standing.Note({"person": 100}, way))


@pytest.mark.parametrize("rubbish", [b"", b"[]", b"{", b'{"counts": 4}', b'{"way": [1]}', b"\xff\xfe"])
def test_a_note_that_does_not_read_says_nothing(thirty: Path, rubbish: bytes) -> None:
    standing.note_path(thirty).write_bytes(rubbish)
    assert standing.read(thirty) is None
    file_desk(thirty).close()
    assert standing.read(thirty) is not None


def test_a_file_is_looked_through_after_an_unclean_end_and_weekly(thirty: Path) -> None:
    before = standing.read(thirty)
    assert before is not None and before.clean and standing.wants_checking(before, TODAY)
    standing.note_checked(thirty, TODAY)
    assert not standing.wants_checking(standing.read(thirty), TODAY)
    assert standing.wants_checking(standing.read(thirty), TODAY + standing.LOOKED_THROUGH_EVERY)
    desk = file_desk(thirty)
    desk.database.close_thread()
    assert standing.wants_checking(standing.read(thirty), TODAY)


def test_f9_a_file_swapped_while_open_is_not_written_to(thirty: Path) -> None:
    desk = file_desk(thirty)
    thirty.with_name("older").replace(thirty)
    before = hash_of(thirty)
    with pytest.raises(errors.DatabaseSwapped):
        add_person(desk)
    assert desk.ask(people.count) == 30, "what was open can still be read"
    desk.close()
    assert hash_of(thirty) == before


def test_f16_a_file_that_goes_away_while_open_is_missed(thirty: Path) -> None:
    desk = file_desk(thirty)
    thirty.unlink()
    with pytest.raises(errors.DatabaseSwapped) as told:
        desk.undo()
    assert "no longer where it was" in told.value.what
    desk.close()
    assert not thirty.exists()


def test_f4_after_an_error_of_the_disk_nothing_more_is_written(thirty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import apsw

    from hallway.store import work

    desk = file_desk(thirty)

    def broken(step: object) -> None:
        raise apsw.IOError("input/output")

    with pytest.raises(errors.DiskTrouble):
        desk.do(broken)
    monkeypatch.setattr(work, "transaction", lambda *_: pytest.fail("begun again"))
    with pytest.raises(errors.DiskTrouble):
        desk.undo()
    desk.database.close_thread()


def test_a_file_with_a_second_name_is_refused(thirty: Path) -> None:
    os.link(thirty, thirty.with_name("second name"))
    before = hash_of(thirty)
    with pytest.raises(errors.DatabaseLinked):
        open_database(thirty)
    assert hash_of(thirty) == before


def test_a_name_left_by_a_kill_while_the_file_was_made_is_taken_away(thirty: Path) -> None:
    left = thirty.with_name(f".{thirty.name}.abc.new")
    os.link(thirty, left)
    assert outside.is_there(thirty, (), read_only=False)
    assert not left.exists() and thirty.exists()


def test_f10_a_newer_file_is_opened_for_looking_and_left_alone(thirty: Path) -> None:
    desk = file_desk(thirty)
    desk.database.connection.pragma("user_version", 99)
    desk.close()
    before = {one.name: hash_of(one) for one in thirty.parent.iterdir()}
    with pytest.raises(errors.DatabaseTooNew):
        open_database(thirty)
    look = Desk(open_database(thirty, read_only=True), MovingClock())
    assert look.ask(people.count) == 30
    with pytest.raises(errors.ReadOnly):
        add_person(look)
    look.close()
    assert {one.name: hash_of(one) for one in thirty.parent.iterdir()} == before
