"""Photos become small and plain, and what is none is refused in words."""

from __future__ import annotations

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from hallway.domain.errors import Refused
from hallway.ui.parts.photo import LONGEST_SIDE, MOST_BYTES, small_photo


def picture(width: int, height: int, form: str = "JPEG", text: str = "", see_through: bool = False) -> bytes:
    image = QImage(width, height, QImage.Format.Format_ARGB32 if see_through else QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.transparent if see_through else Qt.GlobalColor.darkGreen)
    if text:
        image.setText("Comment", text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def read(data: bytes) -> QImage:
    image = QImage()
    assert image.loadFromData(data)
    return image


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is huge and holds next to nothing."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("size", "kept"), [((3000, 1000), (512, 170)), ((400, 300), (400, 300)), ((1, 900), (1, 512))])
def test_no_side_is_longer_than_the_record_keeps(size: tuple[int, int], kept: tuple[int, int]) -> None:
    image = read(small_photo(picture(*size)))
    assert (image.width(), image.height()) == kept and max(kept) <= LONGEST_SIDE


def test_p12_nothing_hidden_stays(qapp: object) -> None:
    data = picture(600, 600, "PNG", text="taken at home, 59.9N 10.7E")
    assert b"taken at home" in data or b"Comment" in data
    kept = small_photo(data)
    assert b"taken at home" not in kept and read(kept).textKeys() == []


def test_a_photo_is_turned_as_it_was_taken(qapp: object) -> None:
    data = picture(80, 40)
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    turned = data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:]
    kept = small_photo(turned)
    assert (read(kept).width(), read(kept).height()) == (40, 80) and b"Exif" not in kept


def test_see_through_parts_stay(qapp: object) -> None:
    kept = small_photo(picture(60, 60, "PNG", see_through=True))
    assert kept.startswith(b"\x89PNG") and read(kept).pixelColor(5, 5).alpha() == 0
    assert small_photo(picture(60, 60)).startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no photo"), (b"hello", "no photo"), (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no photo"),
        (bomb(50_000, 50_000), "far too large"), (b"\0" * (MOST_BYTES + 1), "larger than 20 MB"),
        (bomb(300, 300), "could not be read"),
    ],
)  # fmt: skip
def test_what_is_no_photo_is_refused_in_words(qapp: object, data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        small_photo(data)
