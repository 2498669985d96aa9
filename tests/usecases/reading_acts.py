"""What the process that reads is made to say by the tests of reading."""

from __future__ import annotations

import os
import signal
import sys

from hallway.domain.records import Report
from hallway.usecases.reading import Manner, read


def modules_after(files: tuple[tuple[str, bytes], ...], report: Report) -> tuple[str, ...]:
    """What has been imported when the files are read."""
    read(files, report=report)
    return tuple(sys.modules)


def no_reading(files: tuple[tuple[str, bytes], ...], as_format: str | None, manner: Manner, report: Report) -> str:
    """Something else than was asked for."""
    return "people"


def fall_silent(files: tuple[tuple[str, bytes], ...], as_format: str | None, manner: Manner, report: Report) -> None:
    """Die without a word, as when there is no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)
