"""Files that a desktop opens with Hallway, as one start tells another of them: a message for each, in order."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote_from_bytes, unquote_to_bytes

_MESSAGE: Final = re.compile(r"open (\d{1,9}) ([!-~]+)")


class Given(NamedTuple):
    """One file, and how many are still to come."""

    path: Path
    left: int


def messages(files: Sequence[Path]) -> list[str]:
    """What to send, in order; whatever bytes a name is made of, a message is plain ASCII without a space in it."""
    paths = [quote_from_bytes(os.fsencode(path.absolute())) for path in files]
    return [f"open {left} {path}" for left, path in zip(reversed(range(len(paths))), paths, strict=True)]


def given(message: str) -> Given | None:
    """The file of a message; None for any other message."""
    found = _MESSAGE.fullmatch(message)
    if found is None:
        return None
    return Given(Path(os.fsdecode(unquote_to_bytes(found[2]))), int(found[1]))
