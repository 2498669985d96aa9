"""QR codes in grey pixels, drawn with one library and read with another."""

from __future__ import annotations

import pytest
import segno

from hallway.formats import qr


def drawn(text: str, scale: int = 4) -> tuple[bytes, int]:
    """A code as grey pixels with a quiet edge, and its side."""
    rows = [bytes(0 if dark else 255 for dark in row) for row in segno.make(text).matrix_iter(scale=scale, border=4)]
    return b"".join(rows), len(rows)


@pytest.mark.parametrize("text", ["BEGIN:VCARD\nVERSION:3.0\nFN:Thảo Nguyễn\nEND:VCARD", "https://orcid.org", "山田"])
def test_a_code_is_read(text: str) -> None:
    pixels, side = drawn(text)
    assert qr.read(pixels, side, side) == (text,)


def test_two_codes_are_both_read() -> None:
    (one, side), (two, other) = drawn("https://a.example"), drawn("https://b.example")
    assert side == other
    assert set(qr.read(one + two, side, side * 2)) == {"https://a.example", "https://b.example"}


def test_a_picture_without_a_code_says_nothing() -> None:
    assert qr.read(bytes(200 * 100), 200, 100) == ()


@pytest.mark.parametrize(("width", "height"), [(0, 0), (-4, -4), (3, 3), (10**5, 10**5)])
def test_pixels_that_do_not_fit_are_refused(width: int, height: int) -> None:
    with pytest.raises(ValueError, match="no picture"):
        qr.read(bytes(16), width, height)
