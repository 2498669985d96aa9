"""A log without secrets: event codes, counts, and where in our code an error arose.

Messages of exceptions are not written, because libraries put the text they choked on into them.
"""

from __future__ import annotations

import io
import logging
import os
import re
import traceback
from collections.abc import Mapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

NAME: Final = "hallway.log"
MAX_BYTES: Final = 500_000

_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,39}(?:\.[a-z0-9_]{1,40}){0,4}")
_OURS: Final = Path(__file__).resolve().parent.parent
_FORMAT: Final = "%(asctime)s %(levelname)s %(message)s"
_MAX_CAUSES: Final = 5


class _PrivateFile(RotatingFileHandler):
    """A rotating log that only the user can read, from its first byte on."""

    def _open(self) -> io.TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return io.TextIOWrapper(io.FileIO(handle, "a"), encoding="utf-8", write_through=True)


class Log:
    """Where the program notes what it did."""

    def __init__(self, logger: logging.Logger) -> None:
        self._logger = logger

    def note(self, code: str, **counts: int | float) -> None:
        """Note an event by its code ("import.done") and numbers. Raises ValueError for anything that is not
        a code.
        """
        self._logger.info(_line(code, counts))

    def error(self, code: str, error: BaseException) -> None:
        """Note an exception: its type, those that caused it, and our own frames."""
        self._logger.error("%s %s", _line(code, {}), describe(error))

    def close(self) -> None:
        """Let go of the file."""
        for handler in list(self._logger.handlers):
            self._logger.removeHandler(handler)
            handler.close()


class BugElsewhere(Exception):
    """A bug in another process; its only words are what `describe` said of it there."""


def open_log(folder: Path) -> Log:
    """The log of a data folder; when it cannot be written, a log that forgets, because a log is never worth a stop."""
    logger = logging.Logger("hallway", logging.INFO)
    try:
        handler: logging.Handler = _PrivateFile(folder / NAME, maxBytes=MAX_BYTES, backupCount=1)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    handler.handleError = lambda record: None  # type: ignore[method-assign]
    logger.addHandler(handler)
    return Log(logger)


def describe(error: BaseException) -> str:
    """`ValueError at formats/vcard.py:41 < KeyError at …`: types and our frames, no messages."""
    parts: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(parts) < _MAX_CAUSES:
        frames = " ".join(filter(None, map(_place, traceback.extract_tb(seen.__traceback__))))
        told = f" of {seen}" if isinstance(seen, BugElsewhere) else ""
        parts.append(f"{type(seen).__name__}{told} at {frames or 'elsewhere'}")
        seen = seen.__cause__ or seen.__context__
    return " < ".join(parts)


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    return f"{path.relative_to(_OURS).as_posix()}:{frame.lineno}" if path.is_relative_to(_OURS) else ""


def _line(code: str, counts: Mapping[str, int | float]) -> str:
    if not _CODE.fullmatch(code):
        raise ValueError("an event code has small letters, digits, dots and underscores")
    if not all(isinstance(count, int | float) for count in counts.values()):
        raise ValueError("only numbers are logged")
    return " ".join([code, *(f"{name}={count}" for name, count in counts.items())])
