"""`hallway import` of a bibliography: numbers by kind, questions, and who is brought in on demand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Hallway
from tests.formats.files import SAMPLES

BIB = str(SAMPLES / "corridors.bib")


@pytest.fixture(autouse=True)
def people_here(hallway: Hallway) -> None:
    hallway("met", "Adaeze Nwosu")
    hallway("met", "Samir El-Amrani")


def test_numbers_by_kind(hallway: Hallway) -> None:
    said = hallway("import", BIB, "--same-names", "--json")
    assert said.code == 0
    assert said.json["added"] == {"people": 0, "achievements": 5, "ties": 1}
    assert [one["where"] for one in said.json["problems"]] == ["line 64", "line 69"]
    again = hallway("import", BIB, "--json").json
    assert again["added"] == again["updated"] == {"people": 0, "achievements": 0, "ties": 0}


def test_a_trial_changes_nothing_and_asks(hallway: Hallway) -> None:
    before = hallway("history", "--json").json
    said = hallway("import", BIB, "--dry-run")
    assert "This would be: none of its authors is known to be here." in said.out
    assert "Adaeze Nwosu, like Adaeze Nwosu" in said.out
    assert hallway("history", "--json").json == before
    asked = hallway("import", BIB, "--dry-run", "--json").json["possible_duplicates"]
    assert [one["name"] for one in asked] == ["Adaeze Nwosu", "Samir El-Amrani"]


def test_authors_on_demand_and_one_undo(hallway: Hallway) -> None:
    added = hallway("import", BIB, "--authors", "4", "--json").json["added"]
    assert added["people"] == 3  # of the four who wrote most, one may be somebody here, and that is a question
    assert hallway("undo").code == 0
    assert hallway("find", "van der Berg", "--json").json == []


def test_the_format_can_be_named(hallway: Hallway, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("JF  - A\nAU  - Nwosu, Adaeze\nTI  - B of a kind\nER  -\n")
    assert hallway("import", str(path)).code == 1
    assert hallway("import", str(path), "--as", "ris", "--same-names", "--json").json["added"]["achievements"] == 1
