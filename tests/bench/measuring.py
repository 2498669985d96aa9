"""How things are timed: in turn with what they are measured against, and summed up by medians and shares."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from statistics import median

Call = Callable[[], object]


def milliseconds(call: Call) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def medians_in_turn(calls: Iterable[Call], times: int) -> list[float]:
    """The median milliseconds of each call; called round and round, so that a busy machine is busy for all alike."""
    listed = list(calls)
    taken: list[list[float]] = [[] for _ in listed]
    for _ in range(times):
        for call, own in zip(listed, taken, strict=True):
            gc.collect()  # what one leaves behind is not the next one's to tidy
            own.append(milliseconds(call))
    return [median(own) for own in taken]


def share(values: Iterable[float], part: float) -> float:
    """The value that so large a part of them does not exceed: 0.95 gives the 95th percentile."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]
