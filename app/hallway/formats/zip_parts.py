"""Parts of a ZIP that tells nothing of when and where it was made: the same content, the same bytes."""

from __future__ import annotations

import json
import zipfile
from typing import Any, Final

WHEN: Final = (1980, 1, 1, 0, 0, 0)
"""The day that ZIP begins with."""
SIGNS: Final = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG", "png"), (b"RIFF", "webp"), (b"GIF8", "gif"))


def put(whole: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add one part, for the owner alone to read once it is unpacked."""
    part = zipfile.ZipInfo(name, WHEN)
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o600 << 16
    part.create_system = 3
    whole.writestr(part, data)


def as_json(value: Any) -> bytes:
    """A value as JSON that people can read, too."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def ending_of(picture: bytes) -> str:
    """The ending that fits a picture, "bin" for what is none."""
    return next((ending for sign, ending in SIGNS if picture.startswith(sign)), "bin")
