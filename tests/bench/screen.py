"""Where windows are opened while measuring: an X server of one's own where there is one, else in memory alone."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

NEEDED_BY_QT = "libxcb-cursor.so.0"


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Environment variables for a process that opens a window."""
    server = shutil.which("Xvfb")
    if server is None or not _loads(NEEDED_BY_QT):
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reader, writer = os.pipe()
    command = [server, "-displayfd", str(writer), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as process:
        os.close(writer)
        try:
            with os.fdopen(reader) as answer:
                yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{answer.readline().strip()}"}
        finally:
            process.terminate()


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
