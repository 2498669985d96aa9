"""Tooltips and labels over words of users: plain, and quick however long they are."""

from __future__ import annotations

import pytest
from PySide6.QtGui import Qt, QTextDocument
from pytestqt.qtbot import QtBot

from hallway.ui.widgets.label import Label
from hallway.ui.widgets.tooltip import plain
from tests.quickness import quick


@pytest.mark.parametrize(
    "text",
    ["Ada", "a < b & c", "<b>Ada</b>", "<img src='file:///etc/passwd'>", "two\nlines <i>x</i>", "&lt;b&gt;",
     "x" * 50_000, "<b>" * 20_000],
)  # fmt: skip
def test_a_tooltip_shows_these_very_letters(text: str) -> None:
    tip = plain(text)
    if Qt.mightBeRichText(tip):
        document = QTextDocument()
        document.setHtml(tip)
        tip = document.toPlainText().replace("\u2028", "\n")
    assert tip == text or (tip.endswith("…") and text.startswith(tip[:-1]) and len(tip) == 400)


@pytest.mark.parametrize("wrap", [False, True])
@pytest.mark.parametrize("text", ["X" * 50_000, "word " * 10_000, "山" * 50_000, "line\n" * 10_000])
def test_a_very_long_text_is_kept_whole_and_painted_quickly(qtbot: QtBot, text: str, wrap: bool) -> None:
    label = Label("", wrap=wrap, elide=not wrap)
    qtbot.addWidget(label)
    label.resize(300, 40)
    label.show()
    with quick(0.5):
        label.set_text(text)
        assert label.sizeHint().isValid() and label.heightForWidth(300) > 0  # what a layout asks
        label.grab()
    assert label.text() == text
    assert len(label.toolTip()) <= 400
