"""`hallway import` with all it can be told: standard input, what columns mean, what the files are."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from hallway.cli import importing
from hallway.domain.importing import FORMATS
from tests.cli.conftest import Hallway

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nEND:VCARD\n"
TABLE = "Who,Where they sit,Colour,Likes\nAda Lovelace,Uni Lund,green,looms; engines\nBo Bakker,,red,\n"


class Piped(io.TextIOWrapper):
    """Standard input as it is behind a pipe."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(data))


def test_standard_input_beside_a_file(hallway: Hallway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, CARD.format("Ada Lovelace").encode())
    (tmp_path / "bo.vcf").write_text(CARD.format("Bo Bakker"))
    assert hallway("import", "-", tmp_path / "bo.vcf", "--json").json["added"] == {"people": 2}
    (step,) = hallway("history", "--json").json
    assert step["label"] == "Imported 2 files: 2 added"


def test_what_comes_in_may_need_a_name(hallway: Hallway, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, CARD.format("Ada").encode())
    assert hallway("import", "-", "--as", "vcard", "--dry-run").out.startswith("This would be: 1 added")
    for data in (b"", b"%PDF-1.7\n"):
        pipe(monkeypatch, data)
        said = hallway("import", "-")
        assert said.code == 1 and said.err and "Traceback" not in said.err


def test_standard_input_is_read_once_and_not_without_end(hallway: Hallway, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, CARD.format("Ada").encode())
    said = hallway("import", "-", "-")
    assert said.code == 1 and "only once" in said.err
    monkeypatch.setattr(importing, "MAX_BYTES", 10)
    said = hallway("import", "-")
    assert said.code == 1 and "the most that Hallway reads" in said.err and hallway("history", "--json").json == []


@pytest.mark.parametrize("as_format", FORMATS)
def test_every_format_may_be_named(hallway: Hallway, tmp_path: Path, as_format: str) -> None:
    path = tmp_path / "some.thing"
    path.write_text("nothing of the kind\n")
    said = hallway("import", path, "--as", as_format, "--dry-run")
    assert said.code in (0, 1) and "Traceback" not in said.err and said.out + said.err


def test_what_columns_mean_is_said(hallway: Hallway, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(TABLE)
    words = ("--columns", "Who=name", "--columns", "Where they sit=organisation", "--columns", "Likes=topics")
    said = hallway("import", path, "--as", "csv", *words, "--columns", "Colour=left-out", "--json").json
    assert said["added"] == {"people": 2}
    columns = {"Who": "name", "Where they sit": "organisation", "Colour": "left out", "Likes": "topics"}
    assert said["columns"] == {"people.csv": columns}
    assert hallway("find", "Lund", "--json").json and hallway("find", "engines", "--json").json
    assert not hallway("find", "green", "--json").json


def test_columns_without_a_place_are_told(hallway: Hallway, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(TABLE)
    words = ("--columns", "Who=name", "--columns", "Colour=in notes", "--columns", "Likes=left out")
    said = hallway("import", path, "--as", "csv", *words, "--dry-run")
    assert "2 added" in said.out and "people.csv, left out: Likes. --columns HEADER=MEANING says otherwise." in said.err
    assert "people.csv, kept in the notes: " in said.err and "Colour" in said.err


def test_a_column_that_is_not_there_changes_nothing(hallway: Hallway, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(TABLE)
    said = hallway("import", path, "--as", "csv", "--columns", "Wo=name")
    assert said.code == 1 and "No column is called “Wo”" in said.err and "Where they sit" in said.err
    (tmp_path / "ada.vcf").write_text(CARD.format("Ada"))
    said = hallway("import", tmp_path / "ada.vcf", "--columns", "Who=name")
    assert said.code == 1 and "there is no table" in said.err and hallway("history", "--json").json == []


@pytest.mark.parametrize("words", ["Who", "=name", "Who=nonsense", "Who=", " =name"])
def test_what_makes_no_sense_is_wrong_usage(hallway: Hallway, tmp_path: Path, words: str) -> None:
    assert hallway("import", tmp_path / "x.csv", "--columns", words).code == 2


def test_a_header_may_have_a_sign_of_its_own() -> None:
    assert importing._column("a=b=Time_Zone") == ("a=b", "time zone")
