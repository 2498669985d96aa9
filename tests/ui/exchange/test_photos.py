"""Photos of address cards come in small, with nothing hidden in them, and go out again."""

from __future__ import annotations

import base64
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from hallway.formats import vcard
from hallway.ui.exchange.page import ExchangePage
from hallway.ui.parts.photo import LONGEST_SIDE
from hallway.usecases import exporting, people, photos
from hallway.usecases.desk import Desk
from tests.ui.exchange.test_exchange import finish, take


def large_picture(words: str) -> bytes:
    """A PNG of 1200 by 900 with words hidden in it."""
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.setText("Comment", words)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def cards(folder: Path, *photos: tuple[str, bytes]) -> Path:
    path = folder / "people.vcf"
    made = (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nPHOTO;ENCODING=b:{base64.b64encode(data).decode()}\r\nEND:VCARD\r\n"
        for name, data in photos
    )
    path.write_text("".join(made), encoding="utf-8")
    return path


def test_a_photo_comes_in_small_and_leaves_with_the_card(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    take(qtbot, page, cards(tmp_path, ("Ada Byron", large_picture("a secret place"))))
    finish(qtbot, page)
    ada, _ = filed.ask(people.named, "Ada Byron")
    kept = filed.ask(photos.photo, ada)
    assert kept is not None and b"secret" not in kept
    image = QImage.fromData(kept)
    assert (image.width(), image.height()) == (LONGEST_SIDE, 384)
    (record,) = vcard.read(filed.ask(exporting.file_of, ".vcf")).records
    assert record.photo == kept


def test_a_picture_that_cannot_be_read_is_told_and_the_person_comes(
    qtbot: QtBot, page: ExchangePage, filed: Desk, tmp_path: Path
) -> None:
    take(qtbot, page, cards(tmp_path, ("Ada Byron", b"GIF89a and nothing more")))
    assert page.review.review is not None
    (problem,) = page.review.review.problems
    assert "could not be read" in problem.what
    finish(qtbot, page)
    ada, _ = filed.ask(people.named, "Ada Byron")
    assert filed.ask(photos.photo, ada) is None
