"""`hallway export card`: the user's own card in the three forms, or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallway.formats import vcard
from tests.cli.conftest import Hallway


def test_a_card_is_written_as_the_ending_says(hallway: Hallway, tmp_path: Path) -> None:
    assert hallway("demo").code == 0
    for name, start in (("me.vcf", b"BEGIN:VCARD"), ("me.PNG", b"\x89PNG"), ("me.svg", b"<?xml")):
        said = hallway("export", "card", tmp_path / name)
        assert (said.code, said.out, said.err.strip()) == (0, "", f"{name}: your card.")
        assert (tmp_path / name).read_bytes().startswith(start)
    (person,) = vcard.read((tmp_path / "me.vcf").read_bytes()).records
    assert (person.name, person.pronouns) == ("Ines Okoye", "")


@pytest.mark.parametrize(("name", "words"), [
    ("me.gif", ".vcf, .png or .svg, not .gif"), ("me", "not without an ending"),
    ("nowhere/me.vcf", "folder is not there"),
])  # fmt: skip
def test_what_cannot_be_written_is_told(hallway: Hallway, tmp_path: Path, name: str, words: str) -> None:
    hallway("demo")
    said = hallway("export", "card", tmp_path / name)
    assert said.code == 1 and words in said.err
    assert not (tmp_path / name).exists()


def test_without_a_name_there_is_no_card(hallway: Hallway, tmp_path: Path) -> None:
    said = hallway("export", "card", tmp_path / "me.vcf")
    assert said.code == 1 and "no name yet" in said.err and not (tmp_path / "me.vcf").exists()
