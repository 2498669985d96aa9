"""`hallway export conflicts`: a table or a workbook, and nothing written for what makes no sense."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Hallway


def test_the_list_as_table_workbook_and_document(hallway: Hallway, tmp_path: Path) -> None:
    hallway("demo")
    book = tmp_path / "list.xlsx"
    said = hallway("export", "conflicts", book, "--json").json
    assert said["months"] == 48 and said["file"] == str(book)
    names = [row["name"] for row in said["conflicts"]]
    assert "Solheim, Greta" in names and all(row["why"] for row in said["conflicts"])
    cells = {cell.value for row in load_workbook(book).worksheets[0].iter_rows() for cell in row}
    assert set(names) <= cells
    table = tmp_path / "list.csv"
    assert hallway("export", "conflicts", table, "--months", "6").code == 0
    assert table.read_text("utf-8-sig").count("\n") <= len(names)


def test_wrong_words_write_nothing(hallway: Hallway, tmp_path: Path) -> None:
    for words, code in (("x.pdf", 1), ("nowhere/x.csv", 1)):
        assert hallway("export", "conflicts", tmp_path / words).code == code
    for number in ("0", "x", "99999"):
        assert hallway("export", "conflicts", tmp_path / "x.csv", "--months", number).code == 2
    assert not (tmp_path / "x.csv").exists()
