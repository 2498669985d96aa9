"""The briefing on the screen, on paper and as Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from pytestqt.qtbot import QtBot

from hallway.domain.sheets import Section, Sheet
from hallway.formats import sheet_markdown
from hallway.ui.frame.places import Place
from hallway.ui.parts.briefing_panel import BriefingPanel
from hallway.ui.parts.paper import fitted, pdf
from hallway.ui.shell.window import Window
from hallway.ui.widgets.label import Label
from hallway.usecases.desk import Desk
from tests.makers import add_moment, add_person
from tests.ui.house import CONTROL, open_window, press, settle

A4 = QSizeF(655, 985)
"""What the margins leave, in pixels at 96 to the inch."""


def laid_out(sheet: Sheet) -> QTextDocument:
    return fitted(sheet, QImage(10, 10, QImage.Format.Format_RGB32), A4)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    ada = add_person(desk, "Ada <b>Adeyemi</b>")
    add_moment(desk, ada, summary="On looms & <i>cards</i>")
    return open_window(qtbot, desk, tmp_path, Place("people", "person", ada))


def panel_of(window: Window) -> BriefingPanel:
    panel = window.overlay()
    assert isinstance(panel, BriefingPanel)
    return panel


def test_a_key_shows_the_person_in_front_as_plain_text(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_B, CONTROL)
    panel = panel_of(window)
    labels = [one.text() for one in panel.view.findChildren(Label)]
    assert "Ada <b>Adeyemi</b>" in labels
    assert any("On looms & <i>cards</i>" in one for one in labels)
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in panel.view.findChildren(Label))
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.overlay() is None


def test_nobody_chosen_and_nobody_tomorrow_is_said(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("timeline"))
    press(qtbot, window, Qt.Key.Key_B, CONTROL)
    assert window.overlay() is None
    toast = window.toasts.current()
    assert toast is not None and "tomorrow brings nobody" in toast.accessibleName()


def test_both_files_are_written_and_a_folder_that_is_not_there_is_said(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    press(qtbot, window, Qt.Key.Key_B, CONTROL)
    panel = panel_of(window)
    panel.save_to(tmp_path / "nowhere" / "b.pdf")
    settle()
    assert panel.isVisible() and panel.message.isVisible()
    panel.save_to(tmp_path / "b.md")
    assert "# Ada \\<b\\>Adeyemi\\</b\\>" in (tmp_path / "b.md").read_text(encoding="utf-8")
    press(qtbot, window, Qt.Key.Key_B, CONTROL)
    panel_of(window).save_to(tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF-")


def test_copying_takes_the_whole_page(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_B, CONTROL)
    panel_of(window).copy.click()
    assert "looms" in QGuiApplication.clipboard().text()


def test_a_long_life_fits_on_one_page(qtbot: QtBot) -> None:
    lines = tuple(f"Line {number} " + "words " * 20 for number in range(8))
    sheet = Sheet("Ada", ("she/her",), tuple(Section(f"Heading {number}", lines) for number in range(3)))
    assert laid_out(sheet).pageCount() == 1
    assert pdf([sheet, sheet], "Two").count(b"/Type /Page\n") == 2


def test_h27_markup_on_paper_is_words(qtbot: QtBot) -> None:
    document = laid_out(Sheet("<h1>Ada</h1>", ("<img src='http://x.example/a.png'>",)))
    assert document.toPlainText() == "<h1>Ada</h1>\n<img src='http://x.example/a.png'>"


VISIBLE = st.characters(min_codepoint=33, max_codepoint=0x2000, exclude_categories=("Cc", "Cs", "Zs"))


@settings(max_examples=300, deadline=None)
@given(st.text(VISIBLE, min_size=1))
def test_what_is_typed_comes_back_from_markdown_as_it_was(text: str) -> None:
    data = sheet_markdown.write([Sheet("Ada", (), (Section("Notes", (text,)),))])
    document = QTextDocument()
    document.setMarkdown(data.decode(), QTextDocument.MarkdownFeature.MarkdownDialectCommonMark)
    assert document.lastBlock().text() == text
