"""Old code pages are told by the words written in them."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.formats.code_pages import WESTERN, best_fit, settle
from tests.quickness import quick


@pytest.mark.parametrize(
    ("codec", "words"),
    [
        ("cp1252", "José Müller"), ("cp1252", "Søren Kierkegård; Åse"), ("cp1252", "François Lefèvre, Noël"),
        ("cp1252", "João Conceição"), ("cp1252", "L’Oréal “Größe” – Straße"), ("cp1252", "Þórður"), ("cp1252", "Zoë"),
        ("cp1250", "Łukasz Żółty"), ("cp1250", "Iksiński"), ("cp1250", "Dvořák"), ("cp1250", "Jiří Novák"),
        ("cp1250", "Lukáš Černý"), ("cp1250", "Marko Šarić"), ("cp1250", "ţară şi"), ("cp1250", "Müller"),
        ("cp1254", "Ayşe Yılmaz Çağlar"), ("cp1254", "Işık Güneş"),
        ("cp1257", "Jānis Bērziņš"), ("cp1257", "Kęstutis Žukauskas Ūla"),
        ("mac_roman", "René Müller"), ("cp850", "René Müller"), ("cp850", "Jürgen Groß"),
        ("cp1251", "Ольга Иванова"), ("cp1251", "ольга"), ("cp1251", "Пётр Щёголев"), ("cp1251", "Ян Цой"),
        ("cp1251", "Київ Олександр Шевченко"), ("koi8-r", "Ольга Иванова"), ("cp866", "Ольга Иванова"),
        ("cp1253", "Γιώργος Παπαδόπουλος"), ("cp1253", "Ελένη"), ("cp1255", "שלום כהן"), ("cp1255", "דוד לוי"),
        ("cp1256", "محمد علي"), ("cp1256", "فاطمة الزهراء"),
    ],
)  # fmt: skip
def test_words_are_readable_again(codec: str, words: str) -> None:
    data = words.encode(codec)
    assert data.decode(best_fit([data]).codec) == words


def test_nothing_told_is_western_european() -> None:
    assert best_fit([b"", b"plain"]) == WESTERN


def test_each_line_is_read_for_itself() -> None:
    settled = settle(["Łódź".encode(), "Łódź Śliska Żółty".encode("cp1250"), b"plain"])
    assert settled.texts == ("Łódź", "Łódź Śliska Żółty", "plain")
    assert (settled.guessed, settled.page and settled.page.codec, settled.lost) == ((1,), "cp1250", 0)


def test_a_line_of_utf_8_with_a_stray_byte_stays_utf_8() -> None:
    settled = settle(["Łódź Śliska".encode() + b"\xff"])
    assert (settled.texts, settled.page, settled.guessed, settled.lost) == (("Łódź Śliska\ufffd",), None, (), 1)


@given(st.lists(st.binary(max_size=60), max_size=6))
def test_any_bytes(pieces: list[bytes]) -> None:
    settled = settle(pieces)
    assert len(settled.texts) == len(pieces)
    assert settled.lost <= sum(text.count("\ufffd") for text in settled.texts)
    assert bool(settled.guessed) == (settled.page is not None)


def test_much_noise_takes_little_time() -> None:
    noise = Random(1).randbytes(20_000_000)
    with quick(1):
        best_fit([noise])
