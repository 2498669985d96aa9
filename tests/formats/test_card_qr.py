"""A card as a code: whoever reads the picture gets the card, letter for letter."""

from __future__ import annotations

import struct
import zlib
from typing import cast
from xml.etree import ElementTree

import pytest

from hallway.domain.errors import Refused
from hallway.domain.own_profile import QUIET, READABLE, OwnProfile, as_record
from hallway.domain.records import PersonRecord
from hallway.formats import card_qr, vcard

zxingcpp = pytest.importorskip("zxingcpp", reason="reading codes back needs zxing-cpp")

USUAL = OwnProfile(
    "Ines Okoye", "", "", "PhD candidate", "Ostra University", "ines@ostra.example", links=("https://okoye.example",)
)
CARDS = {
    "usual": USUAL,
    "name alone": OwnProfile("Bo"),
    "umlauts": OwnProfile("Jürgen Groß-Çelik", degree="Größe; Straße, “Maß”", university="Universität Köln"),
    "cjk": OwnProfile("山田 太郎", "やまだ たろう", "彼", "博士課程", "東京大学", links=("https://例え.jp/太郎",)),
    "mixed": OwnProfile("Thảo Nguyễn", university="جامعة القاهرة", degree="🐝 researcher\\n"),
    "long": OwnProfile("Wolfeschlegelsteinhausenbergerdorff " * 8, phone="+49 30 123456", email="a@b.org"),
}


def bitmap(png: bytes) -> memoryview:
    """The grey pixels of a PNG of one bit, with the filters None and Up (W3C PNG, section 9)."""
    at, data, width, height = 8, b"", 0, 0
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        content = png[at + 8 : at + 8 + size]
        if kind == b"IHDR":
            width, height, depth, colours = struct.unpack(">IIBB", content[:10])
            assert (depth, colours) == (1, 0)
        data += content if kind == b"IDAT" else b""
        at += size + 12
    packed, step = zlib.decompress(data), 1 + (width + 7) // 8
    grey, row = bytearray(), bytes(step - 1)
    for y in range(height):
        kept = packed[y * step + 1 : (y + 1) * step]
        assert packed[y * step] in (0, 2)
        row = bytes((a + b) % 256 for a, b in zip(kept, row, strict=True)) if packed[y * step] else kept
        grey.extend(255 * (row[x // 8] >> (7 - x % 8) & 1) for x in range(width))
    return memoryview(grey).cast("B", (height, width))


def read_back(png: bytes) -> str:
    (found,) = zxingcpp.read_barcodes(bitmap(png), zxingcpp.BarcodeFormat.QRCode)
    return cast(str, found.text)


@pytest.mark.parametrize("profile", CARDS.values(), ids=CARDS)
def test_a_reader_of_the_picture_gets_the_card(profile: OwnProfile) -> None:
    record = as_record(profile)
    text = card_qr.code(record).text
    assert read_back(card_qr.png(record)) == text
    (person,), complaints = vcard.read(text.encode()).records, vcard.read(text.encode()).complaints
    assert complaints == ()
    assert (person.name, person.given, person.family) == (record.name.strip(), record.given, record.family)
    assert (person.works, person.emails, person.phones) == (record.works, record.emails, record.phones)
    assert [one.url for one in person.profiles] == [one.url for one in record.profiles]
    assert (person.phonetic, person.pronouns) == (record.phonetic, record.pronouns)


def test_the_text_is_small() -> None:
    text = card_qr.code(as_record(USUAL)).text
    assert "PRODID" not in text and "\r\n " not in text
    assert len(text) == 165


def test_a_usual_card_is_read_with_ease_and_mends_more_when_there_is_room() -> None:
    usual, least = card_qr.code(as_record(USUAL)), card_qr.code(as_record(OwnProfile("Bo")))
    assert usual.version <= READABLE and not usual.is_dense
    assert usual.level in "MQH" and least.level in "MQH"
    assert len(usual.rows) == len(usual.rows[0]) == 17 + 4 * usual.version


def test_a_full_card_is_dense_and_too_much_is_refused() -> None:
    full = OwnProfile("Ines Okoye", links=tuple(f"https://okoye.example/page/{number}" for number in range(9)))
    assert card_qr.code(as_record(full)).is_dense
    with pytest.raises(Refused, match="does not fit"):
        card_qr.code(as_record(OwnProfile("x" * 3000)))


def test_the_picture_has_its_quiet_edge_and_is_large() -> None:
    pixels = bitmap(card_qr.png(as_record(USUAL)))
    side = pixels.shape[0] if pixels.shape else 0
    count = len(card_qr.code(as_record(USUAL)).rows) + 2 * QUIET
    square = side // count
    assert side >= card_qr.PICTURE_SIDE and side == square * count
    edge = QUIET * square
    assert all(pixels[edge - 1, x] == 255 for x in range(side)) and pixels[edge, edge] == 0


def test_the_drawing_is_black_on_white_and_named_for_the_person() -> None:
    record = PersonRecord("Ada <b>\x01 & Co")
    root = ElementTree.fromstring(card_qr.svg(record))
    words = card_qr.svg(record).decode()
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Ada <b> & Co"
    assert 'fill="#fff"' in words and 'stroke="#000"' in words


def test_the_level_falls_only_where_the_code_would_grow_out_of_reach() -> None:
    empty = len(card_qr.code(PersonRecord("")).text)
    most = card_qr.code(PersonRecord("x" * (card_qr.READABLE_BYTES - empty)))
    one_more = card_qr.code(PersonRecord("x" * (card_qr.READABLE_BYTES - empty + 1)))
    assert (most.version, most.level) == (READABLE, "M")
    assert (one_more.version, one_more.level) == (9, "L")
