"""`hallway export person`: the right person or nobody, and everything about them in one file."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from tests.cli.conftest import Hallway

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ada Lovelace
EMAIL:ada@looms.example
NOTE:Likes engines
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Ada Lovelace
ORG:Uni Lund
EMAIL:ada@lund.example
NOTE:Likes cities
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Bo Bakker
END:VCARD
"""


def bring_in(hallway: Hallway, tmp_path: Path) -> Path:
    """Two of one name and somebody else; where the file goes."""
    (tmp_path / "people.vcf").write_text(CARDS)
    hallway("import", tmp_path / "people.vcf")
    return tmp_path / "record.zip"


def test_everything_about_one_person(hallway: Hallway, tmp_path: Path) -> None:
    out = bring_in(hallway, tmp_path)
    hallway("log", "Bo", "looms, always looms")
    said = hallway("export", "person", "bo", out)
    assert said.code == 0 and "everything about Bo Bakker" in said.err
    with zipfile.ZipFile(out) as whole:
        tables = json.loads(whole.read("person.json"))["tables"]
        assert tables["interaction"][0]["summary"] == "looms, always looms" and tables["import_run"]
        assert "looms, always looms" in whole.read("record.md").decode()


def test_of_two_with_one_name_the_mail_address_tells(hallway: Hallway, tmp_path: Path) -> None:
    out = bring_in(hallway, tmp_path)
    said = hallway("export", "person", "Ada Lovelace", out)
    assert said.code == 1 and not out.exists() and "Several people fit" in said.err
    assert [line.split()[2] for line in said.out.splitlines()] == ["ada@looms.example", "ada@lund.example"]
    assert "Uni Lund" in said.out
    assert hallway("export", "person", " ADA@lund.example", out).code == 0
    with zipfile.ZipFile(out) as whole:
        page = whole.read("record.md").decode()
    assert "Likes cities" in page and "Likes engines" not in page


def test_nobody_and_a_place_that_is_not_there_write_nothing(hallway: Hallway, tmp_path: Path) -> None:
    out = bring_in(hallway, tmp_path)
    for person, where in (("Zed", out), ("%", out), ("bo", tmp_path / "nowhere" / "x.zip"), ("bo", tmp_path)):
        assert hallway("export", "person", person, where).code == 1
    assert hallway("export", "person", "bo").code == 2 and not out.exists()
