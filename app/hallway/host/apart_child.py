"""The process that reads what strangers have made, as it sees itself; `apart` starts it and hears what it says.

It limits itself before it looks at anything, and ends with whoever started it: that end of its pipe closes then.
"""

from __future__ import annotations

import _thread
import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import IO, Any, Final

from hallway.domain.errors import Ambiguous, HallwayError
from hallway.host import frames
from hallway.host.plain import OURS, Packing, Unpacking

MOST_FILES: Final = 64
COLLECT_AFTER: Final = 50_000
"""Things made between two searches for garbage: records are kept, and seeking among them takes a third of the time."""

_WORLD: Final = (
    "socket.", "subprocess.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "os.system",
    "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile",
)  # fmt: skip
"""What a reader of files has no business with, as Python's audit calls it."""


def serve() -> int:
    """Do what is asked for on standard input, say on standard output what came of it, and end the process."""
    back = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    try:
        _answer(os.fdopen(0, "rb", closefd=False), back)
        back.flush()
    finally:
        os._exit(0)


def _answer(asked: IO[bytes], back: IO[bytes]) -> None:
    function, arguments, memory, processor = _request(asked)
    _thread.start_new_thread(_end_with_the_other, ())
    gc.set_threshold(COLLECT_AFTER, 50, 100)
    _confine(memory, processor)
    sys.addaudithook(_refuse_the_world)

    def report(done: int, total: int) -> None:
        frames.write(back, frames.REPORT, Packing(_nothing).text((done, total)))
        back.flush()

    packing = Packing(lambda kind, data: frames.write(back, kind, data))
    try:
        module, _, name = function.partition(":")
        value = packing.text(getattr(import_module(module), name)(**arguments, report=report))
    except HallwayError as error:
        choices = error.choices if isinstance(error, Ambiguous) else ()
        told = (type(error).__name__, error.what, error.safe, error.do, choices)
        frames.write(back, frames.TROUBLE, Packing(_nothing).text(told))
    except MemoryError:
        frames.write(back, frames.NO_ROOM, b"")
    except Exception as error:
        from hallway.host.logs import describe  # only when there is a bug

        frames.write(back, frames.BUG, describe(error)[: frames.MOST_OF_BUG].encode("ascii", "replace"))
    else:
        frames.write(back, frames.VALUE, value)


def _request(asked: IO[bytes]) -> tuple[str, dict[str, Any], int, int]:
    unpacking = Unpacking(OURS)
    while (frame := frames.read(asked, sys.maxsize)) and frame[0] in frames.AHEAD:
        unpacking.take(*frame)
    if frame is None:
        raise EOFError
    function, arguments, memory, processor = unpacking.value(frame[1])
    return function, arguments, memory, processor


def _nothing(kind: bytes, data: bytes) -> None:
    """Where pieces go of what is too short to have any."""


def _end_with_the_other() -> None:
    """Wait for the end of standard input, which is the end of whoever asked."""
    with suppress(OSError):
        os.read(0, 1)
    os._exit(1)


def _confine(memory: int, processor: int) -> None:
    """Little room and time, few files, and none that may be written, as far as the system knows such limits."""
    if sys.platform == "win32":
        return
    import resource  # is not there on Windows

    after_its_signal = processor + 1  # the last second goes without a word of why
    for which, most, last in (
        (resource.RLIMIT_AS, memory, memory), (resource.RLIMIT_CPU, processor, after_its_signal),
        (resource.RLIMIT_FSIZE, 0, 0), (resource.RLIMIT_NOFILE, MOST_FILES, MOST_FILES), (resource.RLIMIT_CORE, 0, 0),
    ):  # fmt: skip
        with suppress(OSError, ValueError):  # a system that has not all of them, or lower ones
            resource.setrlimit(which, (most, last))


def _refuse_the_world(event: str, _: object) -> None:
    if event.startswith(_WORLD):
        raise PermissionError(event)


if __name__ == "__main__":
    sys.exit(serve())
