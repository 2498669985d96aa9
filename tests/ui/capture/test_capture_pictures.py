"""Cards and pictures of them in the capture line: pasted, dropped, read, kept, refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QPainter
from pytestqt.qtbot import QtBot

from hallway.ui.capture.form import CaptureForm
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.photo import CARD_SIDE
from hallway.usecases import capturing, people
from hallway.usecases.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
VCARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nORG:Fog Lab\nTITLE:Postdoc\nEMAIL:ana@fog.example\nEND:VCARD"
READ = "Ana Ruiz, @Fog Lab, Postdoc, ana@fog.example"


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> CaptureForm:
    made = CaptureForm(Bridge(desk))
    qtbot.addWidget(made)
    made.show()
    return made


def badge(text: str = VCARD, width: int = 1601, height: int = 1200) -> QImage:
    """A picture of a badge with a QR code, and words hidden in the file."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    if text:
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
        pixels = memoryview(code.to_image(scale=5))  # type: ignore[arg-type]  # it is a buffer
        rows, columns = pixels.shape or (0, 0)
        small = QImage(pixels.tobytes(), columns, rows, columns, QImage.Format.Format_Grayscale8)
        painter = QPainter(image)
        painter.drawImage(300, 200, small)
        painter.end()
    image.setText("Place", "59.9N 10.7E")
    return image


def paste(qtbot: QtBot, form: CaptureForm, given: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(given)
    qtbot.keyClick(form.line, Qt.Key.Key_V, CONTROL)
    form.picture.wait()


def picture_of(image: QImage) -> QMimeData:
    given = QMimeData()
    given.setImageData(image)
    return given


def file_of(path: Path) -> QMimeData:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(path))])
    return given


def text_of(text: str) -> QMimeData:
    given = QMimeData()
    given.setText(text)
    return given


def test_a_pasted_card_fills_the_line(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    paste(qtbot, form, text_of(VCARD))
    assert form.line.text() == READ
    with qtbot.waitSignal(form.saved) as saved:
        qtbot.keyClick(form.line, Qt.Key.Key_Return)
    ana = desk.ask(people.person, saved.args[0])
    assert (ana.name, ana.works_at.organisation, ana.works_at.role) == ("Ana Ruiz", "Fog Lab", "Postdoc")
    assert [mail.address for mail in ana.emails] == ["ana@fog.example"]


def test_what_a_card_put_there_can_be_taken_back_in_the_line(qtbot: QtBot, form: CaptureForm) -> None:
    qtbot.keyClicks(form.line, "met at the poster")
    paste(qtbot, form, text_of(VCARD))
    assert form.line.text() == f"met at the poster, {READ}"
    qtbot.keyClick(form.line, Qt.Key.Key_Z, CONTROL)
    assert form.line.text() == "met at the poster"


def test_a_picture_is_read_shown_and_kept_with_the_person(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    paste(qtbot, form, picture_of(badge()))
    assert form.line.text() == READ, "shown before it is saved"
    assert form.picture.isVisible()
    assert desk.ask(people.count) == 0
    with qtbot.waitSignal(form.saved) as saved:
        qtbot.keyClick(form.line, Qt.Key.Key_Return)
    kept = desk.ask(capturing.card, saved.args[0])
    image = QImage.fromData(kept or b"")
    assert max(image.width(), image.height()) == CARD_SIDE
    assert not image.textKeys()
    assert b"59.9N" not in (kept or b"")
    assert form.picture.picture == b"", "the next person has a card of their own"
    desk.undo()
    assert desk.ask(people.count) == 0


def test_a_dropped_file_is_taken(qtbot: QtBot, form: CaptureForm, tmp_path: Path) -> None:
    path = tmp_path / "badge.png"
    assert badge("https://orcid.org/0000-0002-1825-0097").save(str(path))
    qtbot.keyClicks(form.line, "Ana Ruiz")
    given = file_of(path)
    form.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, given, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    )
    form.picture.wait()
    assert form.line.text() == "Ana Ruiz, https://orcid.org/0000-0002-1825-0097"
    assert form.picture.picture


def test_a_card_file_is_taken(qtbot: QtBot, form: CaptureForm, tmp_path: Path) -> None:
    path = tmp_path / "ana.vcf"
    path.write_text(VCARD, encoding="utf-8")
    paste(qtbot, form, file_of(path))
    assert form.line.text() == READ
    assert not form.picture.picture


def test_a_picture_without_a_code_is_kept_all_the_same(qtbot: QtBot, form: CaptureForm) -> None:
    qtbot.keyClicks(form.line, "Ana Ruiz")
    paste(qtbot, form, picture_of(badge("")))
    assert form.line.text() == "Ana Ruiz"
    assert form.picture.picture
    qtbot.mouseClick(form.picture._away, Qt.MouseButton.LeftButton)
    assert not form.picture.picture
    assert not form.picture.isVisible()


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\n" + b"\0" * 50]
)
def test_what_is_no_picture_is_refused_in_words(
    qtbot: QtBot, form: CaptureForm, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "badge.png"
    path.write_bytes(data)
    qtbot.keyClicks(form.line, "Ana Ruiz")
    paste(qtbot, form, file_of(path))
    assert form.picture.isVisible()
    assert form.picture._words.text()
    assert not form.picture.picture
    assert form.line.text() == "Ana Ruiz"


def test_copied_cells_are_text_although_they_bring_a_picture(qtbot: QtBot, form: CaptureForm) -> None:
    given = picture_of(badge(""))
    given.setText("Ana Ruiz\nFog Lab\nana@fog.example\n")
    paste(qtbot, form, given)
    assert form.line.text() == "Ana Ruiz, Fog Lab, ana@fog.example"
    assert not form.picture.picture


def test_enter_waits_for_the_picture(qtbot: QtBot, form: CaptureForm, desk: Desk) -> None:
    qtbot.keyClicks(form.line, "Ana Ruiz")
    form.take(picture_of(badge("")))
    with qtbot.waitSignal(form.saved) as saved:
        qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert desk.ask(capturing.card, saved.args[0])


def test_leaving_while_a_picture_is_looked_at(form: CaptureForm) -> None:
    form.take(picture_of(badge("", 4000, 3000)))
    form.leave()
    assert form.picture._job is None


def test_see_through_pictures_are_read_on_white(qtbot: QtBot, form: CaptureForm) -> None:
    image = badge().convertToFormat(QImage.Format.Format_ARGB32)
    for y in range(image.height()):
        for x in (0, 1):
            image.setPixelColor(x, y, QColor(0, 0, 0, 0))
    paste(qtbot, form, picture_of(image))
    assert form.line.text() == READ
