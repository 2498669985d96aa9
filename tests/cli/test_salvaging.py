"""`hallway salvage`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Hallway
from tests.makers import add_person, file_desk


def damaged(folder: Path) -> Path:
    path = folder / "hallway.db"
    desk = file_desk(path)
    add_person(desk, "Ada Lovelace")
    desk.close()
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    return path


def test_f8_what_can_be_read_comes_into_a_new_file(hallway: Hallway, home: Path, tmp_path: Path) -> None:
    path = damaged(tmp_path / "harmed")
    before = path.read_bytes()
    said = hallway("salvage", path, tmp_path / "new.db")
    assert said.code == 0 and "people" in said.out and "1 read" in said.out
    assert path.read_bytes() == before and not home.exists()
    assert hallway("restore", tmp_path / "new.db").code == 0
    assert "Ada Lovelace" in hallway("find", "Ada").out


def test_f8_of_rubbish_nothing_is_made(hallway: Hallway, tmp_path: Path) -> None:
    (tmp_path / "rubbish").write_bytes(b"rubbish" * 900)
    said = hallway("salvage", tmp_path / "rubbish", tmp_path / "new.db")
    assert said.code == 1 and "Nothing could be read" in said.err and "Traceback" not in said.err
    assert not (tmp_path / "new.db").exists()


def test_the_answer_for_scripts(hallway: Hallway, tmp_path: Path) -> None:
    said = hallway("salvage", damaged(tmp_path / "harmed"), tmp_path / "new.db", "--json")
    assert said.json["lost"] == 0 and {"name": "person", "read": 1, "lost": 0} in said.json["tables"]


def test_f8_a_record_that_shrank_is_accepted_or_gone_back_from(hallway: Hallway, home: Path, tmp_path: Path) -> None:
    hallway("met", "Nobody Else")
    small = (home / "hallway.db").read_bytes()
    for number in range(20):
        hallway("met", f"Person {chr(65 + number)}")
    hallway("backup")
    for _ in range(2):
        (home / "hallway.db").write_bytes(small)
        assert "holds much less" in hallway("today").err
        assert hallway("restore", "newest").code == 0
        assert "Person C" in hallway("find", "Person C").out
    (home / "hallway.db").write_bytes(small)
    assert hallway("check").code == 1
    assert hallway("check", "--as-it-is").code == 0
    assert hallway("find", "Nobody").code == 0
