"""QR codes in a picture (ISO/IEC 18004): grey pixels in, the texts they hold out."""

from __future__ import annotations

MOST_PIXELS = 2_500 * 2_500
"""A larger picture is made smaller before it comes here."""


SIGNS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM")


def is_picture(data: bytes) -> bool:
    """Whether a file begins as JPEG, PNG, GIF, BMP or WebP does."""
    return data.startswith(SIGNS) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")


def read(pixels: bytes, width: int, height: int) -> tuple[str, ...]:
    """The texts of all QR codes; `pixels` are rows of one byte a pixel, 0 is black. Empty when there is none.

    Raises ValueError for pixels that are too many or do not fit the size.
    """
    if min(width, height) < 1 or width * height > MOST_PIXELS or len(pixels) != width * height:
        raise ValueError(f"{len(pixels)} pixels are no picture of {width} by {height}")
    import zxingcpp  # with the first picture; most days have none

    found = zxingcpp.read_barcodes(
        memoryview(pixels).cast("B", (height, width)),
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode), text_mode=zxingcpp.TextMode.Plain,
    )  # fmt: skip
    return tuple(dict.fromkeys(code.text for code in found if code.valid and code.text.strip()))
