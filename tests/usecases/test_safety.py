"""`check` finds what is made wrong on purpose, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallway.store.database import open_database
from hallway.usecases import safety
from hallway.usecases.desk import Desk
from tests.acts import ACTS, act
from tests.makers import MovingClock, add_event, add_moment, add_person, everything, file_desk

DAMAGE = {
    "glance differs": ("UPDATE glance SET line = 'elsewhere'", "list lines"),
    "glance missing": ("DELETE FROM glance", "list lines"),
    "glance too many": ("UPDATE glance SET person_id = 99", "list lines"),
    "words of people": ("DELETE FROM person_words", "person_words"),
    "words of nobody": ("INSERT INTO person_words (rowid, name, about) VALUES (77, 'ghost', '')", "person_words"),
    "words in the wrong place": (
        "DELETE FROM person_words; INSERT INTO person_words (rowid, name, about) VALUES (1, 'lovelace', 'ada')",
        "person_words",
    ),
    "words of moments": ("DELETE FROM moment_words", "moment_words"),
    "words of events": ("DELETE FROM event_words", "event_words"),
    "day of a participant": ("UPDATE participant SET on_day = '2020-01-01'", "participants"),
    "counting of a participant": ("UPDATE participant SET counts = 0", "participants"),
    "orphan": ("PRAGMA foreign_keys = 0; UPDATE participant SET person_id = 99", "points at nothing"),
}


def small_record(desk: Desk) -> None:
    add_moment(desk, add_person(desk, "Ada Lovelace"), event_id=add_event(desk))


def test_a_sound_record_has_no_findings(desk: Desk) -> None:
    assert desk.ask(safety.check) == ()
    for number, what in enumerate(ACTS):
        act(desk, what, number)
    assert desk.ask(safety.check) == ()


@pytest.mark.parametrize(("damage", "told"), DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_found(desk: Desk, damage: str, told: str) -> None:
    small_record(desk)
    desk.database.connection.execute(damage)
    findings = desk.ask(safety.check)
    assert any(told in finding for finding in findings), findings
    assert not any("Ada" in finding for finding in findings)


def test_a_file_that_cannot_be_read_at_all_is_a_finding(filed: Desk) -> None:
    small_record(filed)
    filed.database.connection.execute(
        "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'person_uid';"
        "PRAGMA writable_schema = RESET"
    )
    assert "damaged" in filed.ask(safety.check)[0]


@pytest.mark.parametrize("table", ["person", "participant", "person_uid", "glance"])
def test_a_page_written_over_is_found(data_file: Path, table: str) -> None:
    desk = file_desk(data_file)
    small_record(desk)
    page = desk.database.rows("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))[0][0]
    desk.close()
    with data_file.open("r+b") as file:
        file.seek((page - 1) * 4096 + 1)
        file.write(b"\xa5" * 4000)
    desk = Desk(open_database(data_file, read_only=True), MovingClock())
    assert desk.ask(safety.check)
    desk.database.close_thread()


def test_checking_changes_nothing(filed: Desk) -> None:
    small_record(filed)
    before = everything(filed), filed.database.connection.total_changes()
    filed.ask(safety.check)
    assert everything(filed) == before[0]
    assert filed.database.rows("PRAGMA query_only") == [(0,)]
