"""F14: a copy taken to a machine where Hallway never was brings back everything, encrypted and plain."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallway.domain.key_file import Cost, Key
from hallway.host.paths import database_path
from hallway.usecases import passphrase
from tests.journeys.somebody import Person
from tests.makers import everything, file_desk
from tests.store import shapes

WORDS = "three slow looms"


def all_of(person: Person, key: Key | None = None) -> object:
    """Everything in somebody's record, and all that is derived from it."""
    desk = file_desk(database_path(person.data), key)
    found = everything(desk)
    desk.close()
    return found


@pytest.fixture
def before(tmp_path: Path) -> Person:
    """Somebody with a made-up network."""
    person = Person(tmp_path / "before")
    person.does("demo")
    return person


@pytest.fixture
def after(tmp_path: Path) -> Person:
    """Somebody at a machine where Hallway never was."""
    return Person(tmp_path / "after")


@pytest.mark.parametrize("words", [["backup"], ["export", "archive"]], ids=["copy", "archive"])
def test_f14_on_a_clean_profile_everything_is_back(
    before: Person, after: Person, tmp_path: Path, words: list[str]
) -> None:
    stick = tmp_path / ("stick.zip" if "archive" in words else "stick.db")
    before.does(*words, str(stick))
    after.does("restore", str(stick))
    was, found = all_of(before), all_of(after)
    if "archive" in words:  # which has the record, and not how it came to be so
        assert isinstance(was, dict) and isinstance(found, dict)
        was, found = ({**one, "change": None} for one in (was, found))
    assert was == found
    after.does("check")


def test_f14_p10_on_a_clean_profile_an_encrypted_copy_is_back_with_its_passphrase(
    before: Person, after: Person, tmp_path: Path
) -> None:
    made, file, stick = passphrase.prepare(WORDS, Cost(2, 1, 1)), tmp_path / "words", tmp_path / "stick.db"
    desk = file_desk(database_path(before.data))
    passphrase.turn_on(desk, made)
    desk.close()
    file.write_text(WORDS, encoding="utf-8")
    before.does("backup", str(stick), "--passphrase-file", str(file))
    assert not stick.read_bytes().startswith(b"SQLite format 3")
    after.does("restore", str(stick), "--passphrase-file", str(file))
    assert all_of(before, made.key) == all_of(after, made.key)
    after.does("check", "--passphrase-file", str(file))


@pytest.mark.parametrize("shape", shapes.SHAPES)
def test_f10_f14_on_a_clean_profile_a_copy_of_any_shape_is_back(after: Person, tmp_path: Path, shape: int) -> None:
    stick = tmp_path / "stick.db"
    rows = shapes.make(stick, shape)
    after.does("restore", str(stick))
    after.does("check")
    assert shapes.held(database_path(after.data), rows, shape) == rows
