"""What is known of bugs and crashes, for a report without a word of the record: types, our own lines, the system."""

from __future__ import annotations

import faulthandler
import os
import platform
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from hallway import __version__

NAME: Final = "hallway.crash"
MOST: Final = 60_000
MOST_LINES: Final = 40
_HEAD: Final = re.compile(r"^(?:Fatal Python error: )?([A-Za-z ]{3,60})$")
_FRAME: Final = re.compile(r'File "(?P<path>[^"]+)", line (?P<line>\d+) in ')
_OURS: Final = Path(__file__).resolve().parent.parent


def watch_for_crashes(folder: Path) -> IO[bytes] | None:
    """Let a hard crash write where it was into the data folder; None where nothing can be written there.

    What is returned has to be kept as long as the program runs.
    """
    with suppress(OSError):
        handle = os.open(folder / NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        file = os.fdopen(handle, "ab", buffering=0)
        faulthandler.enable(file)
        return file
    return None


def stop_watching(file: IO[bytes] | None) -> None:
    """End it, and close the file."""
    if file is not None:
        faulthandler.disable()
        file.close()


def last_crash(folder: Path) -> tuple[str, ...]:
    """Where the program was when it crashed the last time: what it was, and our own lines; empty when it did not."""
    with suppress(OSError), (folder / NAME).open("rb") as file:
        return _ours(file.read(MOST).decode("utf-8", "replace"))
    return ()


def forget_crash(folder: Path) -> None:
    """Forget it, once it was offered."""
    with suppress(OSError):
        os.truncate(folder / NAME, 0)


def report(lines: Sequence[str], count: int = 1) -> str:
    """The report that a person can read and pass on. `lines` are what `logs.describe` or `last_crash` told."""
    qt = getattr(sys.modules.get("PySide6"), "__version__", "none")
    system = f"{platform.system()} {platform.release()}, {platform.machine()}"
    head = [
        f"Hallway {__version__}", f"Python {platform.python_version()}, Qt for Python {qt}", system,
        f"Times: {count}", "",
    ]  # fmt: skip
    return "\n".join([*head, *lines[:MOST_LINES], ""])


def _ours(told: str) -> tuple[str, ...]:
    """A crash names folders of the machine; only what kind it was and our own lines are taken over."""
    found = []
    for line in told.splitlines():
        frame = _FRAME.search(line)
        head = _HEAD.match(line.strip())
        if frame:
            path = Path(frame["path"])
            if path.is_relative_to(_OURS):
                found.append(f"{path.relative_to(_OURS).as_posix()}:{frame['line']}")
        elif head:
            found.append(head[1])
    return tuple(found)
