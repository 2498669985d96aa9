"""Whether a piece of work is quick, by its processor time against a fixed piece of work in the same run.

A slow or busy machine is slow at both, so a limit in seconds of an ordinary machine holds there, too.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

USUAL = 0.014
"""Seconds of processor that the fixed piece takes where the limits were written."""


@contextmanager
def quick(seconds: float, of: str = "") -> Iterator[None]:
    """Fail when what stands inside takes that many seconds of processor, of an ordinary machine; `of` names it."""
    began = time.process_time()
    yield
    hold(time.process_time() - began, seconds, of)


def hold(taken: float, seconds: float, of: str = "") -> None:
    """Fail when these seconds of processor are more than an ordinary machine may need."""
    if taken >= seconds:  # only now is it of interest how slow this one is
        allowed = seconds * max(1.0, slowness())
        assert taken < allowed, f"{of} took {taken:.2f} s of processor; {allowed:.2f} s are allowed here".strip()


def slowness() -> float:
    """How many times as long as where the limits were written the fixed piece takes now."""
    return max(_fixed_piece() for _ in range(5)) / USUAL


def _fixed_piece() -> float:
    began = time.process_time()
    words = [f"{number % 977:04} a name" for number in range(40_000)]
    sum(len(word.split()) for word in sorted(set(words) | set(words[::2])))
    {word.casefold(): word for word in words}
    return time.process_time() - began
