"""`hallway backup` and `hallway restore`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Hallway


def test_a_copy_is_listed_and_gone_back_to(hallway: Hallway) -> None:
    hallway("met", "Ana Ruiz")
    made = json.loads(hallway("backup", "--json").out)
    assert made["counts"]["people"] == 1 and len(made["sha256"]) == 64
    hallway("met", "Bo Ek")
    assert [one["name"] for one in json.loads(hallway("backup", "--list", "--json").out)] == [made["name"]]
    said = hallway("restore", made["name"])
    assert "1 people" in said.out and "hallway restore" in said.out
    assert "Nothing has" in hallway("find", "Bo Ek").out
    before = said.out.split()[-1]
    hallway("restore", before)
    assert "Bo Ek" in hallway("find", "Bo Ek").out


def test_a_record_that_does_not_open_is_put_aside(hallway: Hallway, home: Path) -> None:
    hallway("met", "Ana Ruiz")
    hallway("backup")
    record = home / "hallway.db"
    record.write_bytes(b"\0" * 4096)
    assert hallway("find", "Ana").code == 1
    said = hallway("restore", "newest")
    assert said.code == 0 and "replaced-" in said.out
    assert "Ana Ruiz" in hallway("find", "Ana").out


def test_an_unknown_copy_changes_nothing(hallway: Hallway) -> None:
    hallway("met", "Ana Ruiz")
    said = hallway("restore", "yesterday")
    assert said.code == 1 and "backup --list" in said.err
    assert "Ana Ruiz" in hallway("find", "Ana").out
