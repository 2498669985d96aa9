"""My card: begun with a name, filled in line by line, held up big, and taken along."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.card.big import BigCard
from hallway.ui.card.page import CardPage
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.usecases import card, settings
from hallway.usecases.desk import Desk
from tests.ui.house import LEFT, nameless, open_window, press, same_names, settle, strip, words_on

zxingcpp = pytest.importorskip("zxingcpp", reason="reading codes back needs zxing-cpp")
Key = Qt.Key
TOLD = {
    "name": "Inès Ökoye 山", "degree": "PhD candidate", "university": "Ostra University",
    "email": "ines@ostra.example", "introduction": "Shade and street trees",
}  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    for field, value in TOLD.items():
        desk.do(settings.set_profile, field, value)
    return open_window(qtbot, desk, tmp_path, Place("card"))


def page_of(window: Window) -> CardPage:
    assert isinstance(window.page, CardPage)
    return window.page


def big(window: Window) -> BigCard | None:
    return next((one for one in window.findChildren(BigCard) if one.isVisible()), None)


def read_back(widget: QWidget) -> str:
    """What a camera would read off the screen."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    (found,) = zxingcpp.read_barcodes(pixels, zxingcpp.BarcodeFormat.QRCode)
    return cast(str, found.text)


def test_it_begins_with_one_field(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("card"))
    page = page_of(window)
    assert page.start.field.hasFocus() and not page.big.isVisible()
    press(qtbot, window, Key.Key_Return)
    assert desk.history() == ()
    qtbot.keyClicks(page.start.field, "Ines Okoye")
    press(qtbot, window, Key.Key_Return)
    assert desk.ask(settings.profile)["name"] == "Ines Okoye"
    assert page.face.isVisible() and page.rows.fields["name"].line.isAncestorOf(window.focusWidget())
    window.frame.catalogue.run("window.undo")
    settle()
    assert page.start.isVisible()


def test_the_code_on_the_screen_is_read_in_both_themes_and_sizes(
    theme_choice: str, window: Window, desk: Desk
) -> None:
    text = desk.ask(card.mine).code.text
    for size in ((1280, 800), (960, 640)):
        window.resize(*size)
        settle()
        assert read_back(page_of(window).face) == text
        page_of(window).show_big()
        shown = big(window)
        assert shown is not None and read_back(shown) == text
        corner = shown.grab().toImage().pixelColor(2, 2)
        assert corner.lightness() == 255
        shown.go_back()
        settle()


def test_f_and_enter_show_it_big_and_escape_leads_back(qtbot: QtBot, window: Window) -> None:
    page = page_of(window)
    press(qtbot, window, Key.Key_F)
    assert big(window) is not None and big(window).geometry() == window.rect()
    window.resize(1000, 700)
    settle()
    assert big(window).geometry() == window.rect()
    press(qtbot, window, Key.Key_Tab)
    assert big(window).hasFocus()
    press(qtbot, window, Key.Key_Escape)
    assert big(window) is None and page.isAncestorOf(window.focusWidget())
    page.face.picture.setFocus()
    press(qtbot, window, Key.Key_Return)
    assert big(window) is not None
    press(qtbot, window, Key.Key_F)
    assert big(window) is None
    window.frame.catalogue.run("card.show")
    settle()
    assert big(window) is not None
    window.frame.navigator.go(Place("today"))
    settle()
    assert big(window) is None


def test_f_is_a_letter_while_one_writes(qtbot: QtBot, window: Window) -> None:
    line = page_of(window).rows.fields["degree"].line
    line.edit()
    press(qtbot, window, Key.Key_F)
    assert big(window) is None and line.line.field().text() == "f"


def test_a_box_takes_a_field_off_the_card(qtbot: QtBot, window: Window, desk: Desk) -> None:
    page = page_of(window)
    row = page.rows.fields["email"]
    assert row.box.isChecked() and not page.rows.fields["phone"].box.isEnabled()
    row.box.setFocus()
    press(qtbot, window, Key.Key_Space)
    assert "EMAIL" not in read_back(page.face) and row.line.text() == "ines@ostra.example"
    window.frame.catalogue.run("window.undo")
    settle()
    assert row.box.isChecked() and "EMAIL" in read_back(page.face)


def test_what_cannot_be_stays_in_its_line_with_the_reason(qtbot: QtBot, window: Window, desk: Desk) -> None:
    line = page_of(window).rows.new_link.line
    line.edit()
    qtbot.keyClicks(line.line.field(), "0000-0002-1825-0098")
    press(qtbot, window, Key.Key_Return)
    assert line.is_editing() and line.line.field().text() == "0000-0002-1825-0098"
    assert "last digit" in line.hint.text() and desk.ask(card.own).links == ()
    press(qtbot, window, Key.Key_Backspace)
    press(qtbot, window, Key.Key_7)
    press(qtbot, window, Key.Key_Return)
    assert desk.ask(card.own).links == ("https://orcid.org/0000-0002-1825-0097",)
    assert line.text() == "" and line.isAncestorOf(window.focusWidget())
    (row,) = page_of(window).rows.links
    assert row.words.text() == "ORCID" and row.box.isChecked()
    row.line.edit()
    row.line.line.field().clear()
    press(qtbot, window, Key.Key_Return)
    assert desk.ask(card.own).links == () and page_of(window).rows.links == []


def test_a_dense_code_says_so_and_too_much_shows_none(window: Window, desk: Desk) -> None:
    page = page_of(window)
    assert page.face.hint.isHidden()
    for number in range(9):
        window.frame.bridge.do(card.set_link, number, f"okoye.example/page/{number}")
    settle()
    assert "Leave one out: phones read it from further away." in page.face.hint.label.text()
    window.frame.bridge.do(settings.set_profile, "university", "x" * 3000)
    settle()
    assert "does not fit" in page.face.hint.label.text()
    assert not page.face.picture.isVisible() and not page.big.isEnabled() and page.save_vcard.isEnabled()
    page.show_big()
    assert big(window) is None


def test_it_is_saved_as_its_ending_says(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    page = page_of(window)
    for name, start in (("me.vcf", b"BEGIN:VCARD"), ("me.png", b"\x89PNG"), ("me.svg", b"<?xml")):
        page.keep_file(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)
    page.keep_file(tmp_path / "me.doc")
    settle()
    assert "not .doc" in strip(window) and not (tmp_path / "me.doc").exists()


@pytest.mark.parametrize(("button", "ending"), [("save_picture", "png"), ("save_vcard", "vcf")])
def test_the_buttons_ask_where(qtbot: QtBot, window: Window, button: str, ending: str) -> None:
    page = page_of(window)
    qtbot.mouseClick(getattr(page, button), LEFT)
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog) and dialog.defaultSuffix() == ending
    dialog.reject()


def test_a_copy_is_a_picture_and_the_card_in_words(qtbot: QtBot, window: Window, desk: Desk) -> None:
    qtbot.mouseClick(page_of(window).copy, LEFT)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == desk.ask(card.mine).code.text and copied.hasImage()


def test_everything_has_a_name_of_its_own_also_with_large_letters(window: Window) -> None:
    for number, link in enumerate(("okoye.example", "okoye.example/two")):
        window.frame.bridge.do(card.set_link, number, link)
    settle()
    page = page_of(window)
    assert nameless(page) == [] and same_names(page) == set()
    theme.choose_base(20)
    window.resize(960, 640)
    settle()
    try:
        shown = words_on(page)
        assert "Ostra University" in " ".join(shown) and page.face.width() <= page.width()
        assert page.big.geometry().right() <= page.width()
    finally:
        theme.choose_base(13)


def test_another_card_is_begun_chosen_and_taken_away_by_keyboard(qtbot: QtBot, window: Window, desk: Desk) -> None:
    page = page_of(window)
    assert page.choice.cards is None and not page.choice.remove.isVisible()
    page.choice.new.setFocus()
    press(qtbot, window, Key.Key_Space)
    qtbot.keyClicks(page.choice.field, "Informal")
    press(qtbot, window, Key.Key_Return)
    assert page.choice.cards is not None and page.choice.cards.current() == "Informal"
    qtbot.mouseClick(page.rows.fields["email"].box, LEFT)
    settle()
    informal = read_back(page.face)
    assert "ines@ostra" not in informal
    press(qtbot, window, Key.Key_Escape)
    page.choice.cards.setFocus()
    page.choice.cards.choose("")
    settle()
    assert "ines@ostra" in read_back(page.face) and not page.choice.remove.isVisible()
    page.choice.cards.choose("Informal")
    settle()
    assert read_back(page.face) == informal
    assert nameless(page) == [] and same_names(page) == set()
    qtbot.mouseClick(page.choice.remove, LEFT)
    settle()
    assert page.choice.cards is None and desk.ask(card.mine).others == ()
    window.frame.catalogue.run("window.undo")
    settle()
    assert page.choice.cards is not None and page.choice.cards.current() == "Informal"


def test_the_drawing_and_the_picture_are_read_back(window: Window, desk: Desk, tmp_path: Path) -> None:
    text = desk.ask(card.mine).code.text
    for suffix in (card.PNG, card.SVG):
        label = QLabel()
        path = tmp_path / f"card{suffix}"
        page_of(window).keep_file(path)
        label.setPixmap(QPixmap(str(path)))
        label.resize(label.pixmap().size())
        assert read_back(label) == text
    assert b"VCARD" in desk.ask(card.file_of, card.VCARD)
