"""The picture in a card: decoded when it is one of four known kinds, never fetched."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final

from hallway.formats.limits import MAX_PHOTO

_DATA_ADDRESS: Final = re.compile(r"data:[^,]{0,200};base64\\?,", re.IGNORECASE)
_OTHER_KIND: Final = "The photo is neither JPEG, PNG, GIF nor WebP and is kept as it is."
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}\\?:")
_PACKED_STARTS: Final = ("/9j/", "iVBORw0KGgo", "R0lGOD", "UklGR")
"""How pictures of the four kinds begin in base64."""
_WHITE: Final = re.compile(r"\s+")
_STARTS: Final = ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"GIF8", "GIF"))


class BadPhoto(ValueError):
    """The photo is not what it says it is; the message is fit to show."""


def is_inline(value: str, is_packed: bool) -> bool:
    """Whether the picture itself stands in the value; also where a program forgets to say that it is packed."""
    if value[:5].lower() == "data:":
        return True
    return not _SCHEME.match(value) and (is_packed or value.startswith(_PACKED_STARTS))


def decode_photo(value: str) -> bytes:
    """The bytes of an inline photo (base64, or a data: address, of which some programs escape the comma).

    Raises `BadPhoto` when it is too large, damaged, or neither JPEG, PNG, GIF nor WebP.
    """
    match = _DATA_ADDRESS.match(value)
    if match is None and value[:5].lower() == "data:":
        raise BadPhoto(_OTHER_KIND)
    packed = _WHITE.sub("", value[match.end() :] if match else value).rstrip("=")
    if len(packed) > MAX_PHOTO * 4 // 3 + 4:
        raise BadPhoto(f"The photo is larger than {MAX_PHOTO // 1_000_000} MB and was left out.")
    try:
        photo = base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise BadPhoto("The photo is damaged and was left out.") from None
    if not photo_kind(photo):
        raise BadPhoto(_OTHER_KIND)
    return photo


def encode_photo(photo: bytes) -> str:
    """The bytes as base64 without line ends."""
    return base64.b64encode(photo).decode("ascii")


def photo_kind(photo: bytes) -> str:
    """JPEG, PNG, GIF or WEBP, told by the first bytes; nothing for all else."""
    for start, kind in _STARTS:
        if photo.startswith(start):
            return kind
    return "WEBP" if photo[:4] == b"RIFF" and photo[8:12] == b"WEBP" else ""
