"""Bringing files in through the window: reading, reviewing, applying, and what a bad file gets."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.ui.exchange.page import ExchangePage
from hallway.usecases import people
from hallway.usecases.desk import Desk
from tests.makers import add_person

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"


def connections(folder: Path, *rows: str) -> Path:
    path = folder / "Connections.csv"
    path.write_text(HEADER + "".join(f"{row}\r\n" for row in rows), encoding="utf-8")
    return path


def take(qtbot: QtBot, page: ExchangePage, path: Path) -> None:
    page.take_files([path])
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)


ADA = "Ada,Lovelace,https://www.linkedin.com/in/ada,,Analytical Engines,Engineer,01 Jan 2024"
ALICE = "Alice,Chen,https://www.linkedin.com/in/alice,,Figma,Designer,04 Apr 2024"


def finish(qtbot: QtBot, page: ExchangePage) -> None:
    qtbot.mouseClick(page.review.finish, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)


def test_a_file_is_reviewed_before_anything_changes(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    take(qtbot, page, connections(tmp_path, ADA, ALICE))
    assert page._is_reviewing()
    assert filed.ask(people.count) == 0
    assert page.review.finish.text() == "Add 2"
    finish(qtbot, page)
    assert filed.ask(people.count) == 2
    filed.undo()
    assert filed.ask(people.count) == 0


def test_the_same_file_again_adds_nothing(qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path) -> None:
    path = connections(tmp_path, ADA, ALICE)
    take(qtbot, page, path)
    finish(qtbot, page)
    take(qtbot, page, path)
    assert page.review.finish.text() == "Nothing to add"
    assert not page.review.finish.isEnabled()


def test_a_pair_is_merged_by_m_and_kept_by_k(qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path) -> None:
    chen = add_person(filed, "A. Chen", organisation="Figma")
    take(qtbot, page, connections(tmp_path, ALICE))
    assert page.review.pair.isVisible()
    qtbot.keyClick(page.review, Qt.Key.Key_M)
    assert page.review.finish.text() == "Update 1"
    qtbot.keyClick(page.review, Qt.Key.Key_K)
    assert page.review.finish.text() == "Add 1"
    qtbot.keyClick(page.review, Qt.Key.Key_M)
    finish(qtbot, page)
    assert filed.ask(people.count) == 1
    merged = filed.ask(people.person, chen)
    assert (merged.name, merged.spellings) == ("A. Chen", ("Alice Chen",))


def test_a_broken_row_is_listed_with_its_line_and_the_rest_comes_in(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    take(qtbot, page, connections(tmp_path, ADA, "Bo,Ek,,,,,31 Foo 2024"))
    assert page.review.review.problems[0].where == "line 3"
    assert page.review.problems.isVisible()
    finish(qtbot, page)
    assert filed.ask(people.count) == 2


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("paper.pdf", b"%PDF-1.7\n...", "PDF"),
        ("empty.vcf", b"", "empty"),
        ("pic.png", b"\x89PNG\r\n\x1a\n....", "picture"),
    ],
)
def test_a_foreign_file_is_explained(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    take(qtbot, page, path)
    assert page.home._message is not None
    said = page.home._message.label.text()
    assert words in said and "Nothing was changed" in said
    assert not page._is_reviewing()


def test_a_missing_file_is_explained(qtbot: QtBot, page: ExchangePage, tmp_path: Path) -> None:
    take(qtbot, page, tmp_path / "gone.vcf")
    assert page.home._message is not None


def test_escape_leaves_the_review_and_changes_nothing(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    take(qtbot, page, connections(tmp_path, ADA))
    qtbot.keyClick(page.review, Qt.Key.Key_Escape)
    assert not page._is_reviewing()
    assert filed.ask(people.count) == 0


def test_everything_can_be_taken_out(qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path) -> None:
    add_person(filed, "Łukasz Nowak")
    page.write_archive(tmp_path / "all.zip")
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    with ZipFile(tmp_path / "all.zip") as whole:
        assert "Łukasz Nowak" in whole.read("people.vcf").decode()
