"""Runs a function of Hallway in a process of its own, which has little room and time and gives back plain records.

    found = apart.call("hallway.usecases.reading:read", {"files": files}, report)

For what strangers have made: a file that makes its reader run on, run out of memory or fall over takes only that
process with it, and what it answers is data (`plain`), whatever may have become of it. It opens no record, knows no
data folder, writes nothing and speaks to nobody. Windows has no such limits: there only its silence is measured.
"""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Final, TypeVar

from hallway.domain import errors
from hallway.host import frames
from hallway.host.apart_process import NOTHING_CHANGED, started
from hallway.host.plain import Packing, Unpacking

Report = Callable[[int, int], None]
Frame = tuple[bytes, bytes]
T = TypeVar("T")

PAUSE: Final = 0.1
"""Seconds between two looks at whether to stop, while nothing comes."""

PATIENCE: Final = 5.0
"""Seconds for a process to end that has nothing more to say."""

A_FRAME: Final = 100
"""Bytes that a frame takes here beside what is in it, so that nobody can say nothing without end."""

ROOM, TIME, EITHER = "more room", "more time", "more room or time"

_DESCRIBED: Final = re.compile(rf"[\w./:<> ]{{1,{frames.MOST_OF_BUG}}}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process may take: bytes of memory, seconds of the processor, of silence, and bytes of its answer."""

    memory: int = 1_500_000_000
    processor: int = 60
    silence: float = 120.0
    answer: int = 400_000_000


def call(
    function: str, arguments: Mapping[str, object], report: Report | None = None, limits: Limits | None = None
) -> object:
    """What "package.module:name" returns for these arguments, and for a `report` that is handed on to this one.

    While nothing comes, the last report is repeated, so that whoever listens can stop. What the report raises ends
    the process and passes through. Raises what the function raises of Hallway's own errors, and `Unreadable` when
    the process takes too much, dies or answers what cannot be understood; a bug there is the cause of that.
    """
    limits = limits or Limits()
    request = _packed((function, dict(arguments), limits.memory, limits.processor))
    heard: SimpleQueue[Frame | None] = SimpleQueue()
    with started() as process:
        courier = Thread(target=_carry, args=(request, process, heard, limits.answer), daemon=True)
        courier.start()
        try:
            return _answer(process, heard, report, limits)
        finally:
            process.kill()
            courier.join()


# --- to and fro ----------------------------------------------------------------------------------------------


def _packed(value: object) -> list[Frame]:
    pieces: list[Frame] = []
    text = Packing(lambda kind, data: pieces.append((kind, data))).text(value)
    return [*pieces, (frames.VALUE, text)]


def _carry(request: list[Frame], process: subprocess.Popen[bytes], heard: SimpleQueue[Frame | None], most: int) -> None:
    """Hand the request over, then bring whatever comes back; None when nothing more will."""
    there, back = process.stdin, process.stdout
    assert there is not None
    assert back is not None
    try:
        for kind, data in request:
            frames.write(there, kind, data)
        there.flush()
        while frame := frames.read(back, most):
            most -= len(frame[1]) + A_FRAME
            heard.put(frame)
    except (frames.TooLong, MemoryError):
        heard.put((frames.NO_ROOM, b""))
    except OSError:
        pass  # it is gone, and how it went will say why
    finally:
        heard.put(None)


def _answer(
    process: subprocess.Popen[bytes], heard: SimpleQueue[Frame | None], report: Report | None, limits: Limits
) -> object:
    unpacking, so_far = Unpacking(), (0, 0)
    for kind, data in _until_the_end(heard, limits.silence):
        if kind == frames.VALUE:
            return _understood(unpacking.value, data)
        if kind in frames.AHEAD:
            _understood(partial(unpacking.take, kind), data)
        elif kind == frames.REPORT:
            so_far = _understood(_two_numbers, data)
        elif kind:
            raise _trouble(kind, data)
        if report is not None:
            report(*so_far)
    raise _ended(process)


def _until_the_end(heard: SimpleQueue[Frame | None], silence: float) -> Iterator[Frame]:
    """What comes, with an empty frame at each pause. Raises `Unreadable` when there is silence for too long."""
    patient_until = monotonic() + silence
    while True:
        try:
            frame = heard.get(timeout=PAUSE)
        except Empty:
            if monotonic() > patient_until:
                raise _too_much(TIME) from None
            yield b"", b""
            continue
        if frame is None:
            return
        patient_until = monotonic() + silence
        yield frame


def _two_numbers(data: bytes) -> tuple[int, int]:
    done, total = Unpacking().value(data)
    return int(done), int(total)


# --- what went wrong -----------------------------------------------------------------------------------------


def _understood(make: Callable[[bytes], T], data: bytes) -> T:
    try:
        return make(data)
    except Exception as error:  # it may be any
        told = f"answer {type(error).__name__}"
    raise _unreadable(told)


def _trouble(kind: bytes, data: bytes) -> errors.HallwayError:
    if kind == frames.NO_ROOM:
        return _too_much(ROOM)
    if kind == frames.TROUBLE:
        return _understood(_error, data)
    return _unreadable(data.decode("ascii", "replace"))


def _error(data: bytes) -> errors.HallwayError:
    """The same error as there."""
    name, *parts, choices = Unpacking().value(data)
    kind = getattr(errors, name)
    if not issubclass(kind, errors.HallwayError) or not all(isinstance(one, str) for one in (*parts, *choices)):
        raise TypeError("no error of Hallway's")
    what, safe, do = parts
    error: errors.HallwayError = kind.__new__(kind, what)
    errors.HallwayError.__init__(error, what, safe, do)
    if isinstance(error, errors.Ambiguous):
        error.choices = choices
    return error


def _ended(process: subprocess.Popen[bytes]) -> errors.Unreadable:
    """What to say of a process that is gone without an answer."""
    try:
        code = process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return _unreadable("silent end")
    if code >= 0:
        return _unreadable(f"end {code}")
    return _too_much(TIME if code == -getattr(signal, "SIGXCPU", 0) else EITHER)


def _too_much(of_what: str) -> errors.Unreadable:
    what = f"Reading this file took {of_what} than Hallway gives a file."
    return errors.Unreadable(what, NOTHING_CHANGED, "Choose a smaller file, or cut this one in parts.")


def _unreadable(told: str) -> errors.Unreadable:
    """For what is a bug; `told` says where, in words that are ours."""
    from hallway.host.logs import BugElsewhere  # only when there is one

    error = errors.Unreadable(
        "This file could not be read.", NOTHING_CHANGED, "The program it comes from may be able to save it differently."
    )
    error.__cause__ = BugElsewhere(told if _DESCRIBED.fullmatch(told) else "untold")
    return error
