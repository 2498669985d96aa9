"""The command line on an encrypted record: the passphrase from a file or typed, never from an argument."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hallway import wiring
from hallway.cli import unlocking
from hallway.domain.key_file import Cost
from hallway.host import vault
from hallway.host.clock import FixedClock
from hallway.store import encryption
from hallway.usecases import backing_up, passphrase
from tests.cli.conftest import Hallway
from tests.makers import NOW, add_person

WORDS = "three slow looms"
CHEAP = Cost(2, 1, 1)


@pytest.fixture(autouse=True)
def no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """No password store of the machine that tests run on is asked."""
    monkeypatch.setattr(vault, "password", lambda name: None)
    monkeypatch.delenv(unlocking.VARIABLE, raising=False)


@pytest.fixture
def prepared(home: Path) -> passphrase.Prepared:
    """An encrypted record with Ada in it."""
    desk = wiring.open_desk(home, "test", FixedClock(NOW))
    add_person(desk, "Ada Lovelace")
    made = passphrase.prepare(WORDS, CHEAP)
    passphrase.turn_on(desk, made)
    desk.close()
    return made


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A file with the passphrase."""
    path = tmp_path / "passphrase"
    path.write_text(f"{WORDS}\n")
    return path


@pytest.mark.usefixtures("prepared")
def test_the_passphrase_comes_from_a_file(hallway: Hallway, named: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Ada Lovelace" in hallway("find", "ada", "--passphrase-file", named).out
    assert "Ada Lovelace" in hallway("--passphrase-file", named, "find", "ada").out
    monkeypatch.setenv(unlocking.VARIABLE, str(named))
    assert "Ada Lovelace" in hallway("find", "ada").out
    assert hallway("check").code == 0


@pytest.mark.usefixtures("prepared")
def test_without_one_it_says_how(hallway: Hallway, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    said = hallway("find", "ada")
    assert said.code == 1 and "encrypted" in said.err and "--passphrase-file" in said.err and not said.out


@pytest.mark.usefixtures("prepared")
def test_typed_it_is_asked_three_times(hallway: Hallway, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    typed = iter(["no", "neither", WORDS])
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    assert "Ada" in hallway("find", "ada").out
    typed = iter(["no", "neither", "nor this"])
    said = hallway("find", "ada")
    assert said.code == 1 and said.err.count("not the passphrase") == 3


def test_the_recovery_key_does_as_well(hallway: Hallway, named: Path, prepared: passphrase.Prepared) -> None:
    named.write_text(prepared.recovery_key)
    assert "Ada" in hallway("find", "ada", "--passphrase-file", named).out


def test_p5_the_store_of_the_machine_is_asked_before_the_person(
    hallway: Hallway, prepared: passphrase.Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {passphrase.remembered_as(prepared.file): prepared.key.secret.hex()}
    monkeypatch.setattr(vault, "password", kept.get)
    assert "Ada" in hallway("find", "ada").out


@pytest.mark.usefixtures("prepared")
def test_p10_backup_and_restore(hallway: Hallway, home: Path, named: Path) -> None:
    secret = ("--passphrase-file", named)
    made = hallway("backup", *secret)
    assert made.code == 0
    assert [one["encrypted"] for one in hallway("backup", "--list", "--json", *secret).json] == [True]
    hallway("met", "Bo Ek", *secret)
    assert hallway("restore", "newest", *secret).code == 0
    assert not hallway("find", "bo", "--json", *secret).json
    assert not encryption.is_plain(home / "hallway.db")


@pytest.mark.usefixtures("prepared")
def test_p10_a_copy_on_a_clean_profile(hallway: Hallway, home: Path, named: Path, tmp_path: Path) -> None:
    stick, clean = tmp_path / "stick.db", tmp_path / "clean"
    assert hallway("backup", stick, "--passphrase-file", named).code == 0
    refused = hallway("restore", stick, home=clean)
    assert refused.code == 1 and "encrypted" in refused.err
    assert hallway("restore", stick, "--passphrase-file", named, home=clean).code == 0
    assert "Ada" in hallway("find", "ada", "--passphrase-file", named, home=clean).out
    assert not encryption.is_plain(clean / "hallway.db")


def test_a_damaged_record_gets_its_copy_back(
    hallway: Hallway, home: Path, named: Path, prepared: passphrase.Prepared
) -> None:
    secret = ("--passphrase-file", named)
    hallway("backup", *secret)
    record = home / "hallway.db"
    record.write_bytes(record.read_bytes()[:5000])
    assert "damaged" in hallway("find", "ada", *secret).err
    assert hallway("restore", "newest", *secret).code == 0
    assert "Ada" in hallway("find", "ada", *secret).out
    assert encryption.beginning(record) == prepared.key.id


def test_p4_a_lost_key_file_is_taken_from_a_copy(hallway: Hallway, home: Path, named: Path) -> None:
    desk = wiring.open_desk(home, "test", FixedClock(NOW))
    add_person(desk, "Ada Lovelace")
    passphrase.turn_on(desk, passphrase.prepare(WORDS, CHEAP))
    desk.close()
    key = encryption.key_path(home / "hallway.db")
    assert hallway("backup", "--passphrase-file", named).code == 0
    held = key.read_bytes()
    key.unlink()
    assert "Ada" in hallway("find", "ada", "--passphrase-file", named).out
    assert key.read_bytes() == held
    for copy in backing_up.folder_for(home / "hallway.db").iterdir():
        copy.unlink()
    key.unlink()
    said = hallway("find", "ada", "--passphrase-file", named)
    assert said.code == 1 and "key file" in said.err


@pytest.mark.usefixtures("prepared")
def test_f8_a_damaged_one_is_salvaged_with_its_passphrase(
    hallway: Hallway, home: Path, named: Path, tmp_path: Path
) -> None:
    record, new = home / "hallway.db", tmp_path / "new.db"
    record.write_bytes(record.read_bytes()[:-8192] + bytes(8192))
    said = hallway("salvage", record, new)
    assert said.code == 1 and "Your record is encrypted" in said.err and not new.exists()
    said = hallway("salvage", record, new, "--passphrase-file", named)
    assert said.code == 0 and "1 read" in said.out and b"Lovelace" not in new.read_bytes()
    record.unlink()
    encryption.key_path(record).unlink()
    assert hallway("restore", new, "--passphrase-file", named).code == 0
    assert "Ada Lovelace" in hallway("find", "ada", "--passphrase-file", named).out
