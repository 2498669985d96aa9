"""Notes as formatted text: what strangers may have written in them is shown and never obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextCharFormat, QTextDocument
from pytestqt.qtbot import QtBot

from hallway.ui.parts import markdown_view
from hallway.ui.parts.markdown_view import MarkdownView, fill, may_open, open_link

HOSTILE = """# Notes
![tracker](https://evil.example/x.png) ![local](file:///etc/passwd) <img src="https://evil.example/y.png">
<script>alert(1)</script> <b>not bold</b> <iframe src="https://evil.example"></iframe>
[script](javascript:alert(1)) [file](file:///etc/passwd) [data](data:text/html;base64,xx) [share](smb://x/y)
[fine](https://ok.example/a) [mail](mailto:ada@example.org?attach=/etc/passwd) [titled](https://t.example "<b>x</b>")

| a | b |
|---|---|
| 1 | ![cell](https://evil.example/t.png) |
"""


def pieces(document: QTextDocument) -> list[tuple[int, int, QTextCharFormat]]:
    return list(markdown_view._fragments(document))


def links(document: QTextDocument) -> set[str]:
    return {style.anchorHref() for _, _, style in markdown_view._fragments(document) if style.isAnchor()}


def test_nothing_is_loaded_and_only_web_and_mail_are_links(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        markdown_view.ClosedDocument, "loadResource", lambda self, kind, name: asked.append(QUrl(name).toString())
    )
    view = MarkdownView("Notes")
    qtbot.addWidget(view)
    view.show()
    view.show_text(HOSTILE)
    view.grab()
    assert asked == []
    assert not any(style.isImageFormat() for _, _, style in markdown_view._fragments(view.document()))
    assert links(view.document()) == {
        "https://ok.example/a", "mailto:ada@example.org?attach=/etc/passwd", "https://t.example",
    }  # fmt: skip
    assert not any(style.toolTip() for _, _, style in markdown_view._fragments(view.document()))
    words = view.toPlainText()
    assert "<script>alert(1)</script>" in words and "<b>not bold</b>" in words
    assert "[tracker]" in words and "[cell]" in words


def test_a_picture_on_the_disk_is_not_shown(qtbot: QtBot, tmp_path: Path) -> None:
    red = QImage(80, 80, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    assert red.save(str(tmp_path / "face.png"))
    view = MarkdownView("Notes")
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    view.show_text(f"![face]({tmp_path / 'face.png'})")
    shot = view.grab().toImage()
    assert all(shot.pixelColor(x, y) != Qt.GlobalColor.red for x in range(0, 100, 5) for y in range(shot.height()))


def test_what_a_click_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    for address in ("javascript:alert(1)", "file:///etc/passwd", "smb://x/y", "ok.example", "//ok.example", "https://"):
        assert not may_open(address)
        assert not open_link(QUrl(address))
    assert opened == []
    assert open_link(QUrl("https://ok.example/a"))
    assert open_link(QUrl("mailto:ada@example.org?attach=/etc/passwd&bcc=x@y.org"))
    assert opened == ["https://ok.example/a", "mailto:ada@example.org"]


def test_plain_lines_stay_lines_and_marks_are_lettering(qtbot: QtBot) -> None:
    document = QTextDocument()
    fill(document, "first\nsecond **bold** *slanted* `code`\n\n- one\n- two")
    words = document.toPlainText().replace("\u2028", "\n").split("\n")
    assert words[0] == "first" and words[1].startswith("second bold")
    styles = {document.toPlainText()[start : start + length]: style for start, length, style in pieces(document)}
    assert styles["bold"].fontWeight() > styles["first"].fontWeight()
    assert styles["slanted"].fontItalic()


@pytest.mark.parametrize("text", ["x" * 50_000, "- item\n" * 7_000, "|a|b|\n|-|-|\n" + "|1|2|\n" * 8_000, "[" * 50_000,
                                  ">" * 50_000, "**b** " * 8_000])  # fmt: skip
def test_a_huge_note_begins_and_goes_on_when_asked(qtbot: QtBot, text: str) -> None:
    view = MarkdownView("Notes")
    qtbot.addWidget(view)
    assert not view.show_text(text)
    before = len(view.toPlainText())
    view.show_more()
    assert len(view.toPlainText()) > before
    assert view.show_text("short")


def test_keys_ask_for_a_change(qtbot: QtBot) -> None:
    view = MarkdownView("Notes")
    qtbot.addWidget(view)
    view.show_text("hello")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return):
        with qtbot.waitSignal(view.wanted):
            qtbot.keyClick(view, key)
