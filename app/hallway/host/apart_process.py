"""The bare process in which `apart` has things done, from outside: how it is started, and that it always ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from hallway.domain.errors import Trouble

WORD: Final = "--read-apart"
"""With this word alone, a packaged Hallway is the process that reads; `__main__` sees to that."""

NOTHING_CHANGED: Final = "Nothing was changed."

KEPT: Final = frozenset({
    "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TZDIR", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
})  # fmt: skip
_OF_THE_PACKAGE: Final = ("_MEI", "_PYI")
_BOOT: Final = "import sys; sys.path[:] = sys.argv[1:]; from hallway.host.apart_child import serve; serve()"


@contextmanager
def started() -> Iterator[subprocess.Popen[bytes]]:
    """A process with a pipe to it and one back; afterwards there is neither it nor a pipe, whatever happened."""
    try:
        process = subprocess.Popen(
            command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            cwd=Path(sys.executable).anchor or None, env=environment(), start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except OSError as error:
        what = "The part of Hallway that reads files could not be started."
        raise Trouble(what, NOTHING_CHANGED, "Close some other programs and try again.") from error
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what had not been taken cannot be
                pipe and pipe.close()


def command() -> list[str]:
    """This Python without anything of the user's, or this packaged Hallway."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    places = [str(Path(place).absolute()) for place in sys.path if place]
    return [sys.executable, "-I", "-S", "-B", "-c", _BOOT, *places]


def environment() -> dict[str, str]:
    """What a Python needs to start, and no more: no data folder, no session of the desktop, no secrets."""
    return {
        name: value for name, value in os.environ.items()
        if name.upper() in KEPT or name.startswith(_OF_THE_PACKAGE)
    }  # fmt: skip
