"""`hallway erase`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Hallway


def test_it_says_what_would_go_and_does_it_when_told(hallway: Hallway, home: Path) -> None:
    hallway("met", "Zyxanthe Quorville")
    hallway("backup")
    said = hallway("erase", "Zyxanthe")
    assert "would erase Zyxanthe Quorville" in said.out and "1 copies" in said.out
    assert hallway("find", "Zyxanthe").out.count("Zyxanthe") >= 1
    assert "Erased Zyxanthe Quorville." in hallway("erase", "Zyxanthe", "--yes", "--copies").out
    everything = b"".join(path.read_bytes() for path in home.parent.rglob("*") if path.is_file())
    assert b"Zyxanthe" not in everything


def test_one_of_several_is_named_by_the_address(hallway: Hallway) -> None:
    hallway("met", "Ana Ruiz, ana@x.example")
    hallway("met", "Ana Berg, berg@x.example")
    refused = hallway("erase", "Ana", "--yes")
    assert refused.code == 1 and "ana@x.example" in refused.err
    assert hallway("erase", "berg@x.example", "--yes").code == 0
    assert "Ana Ruiz" in hallway("find", "Ana").out
