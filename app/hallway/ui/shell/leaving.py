"""What is kept of a window that is left for a while: where one was, and what was half written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from hallway.domain.errors import HallwayError
from hallway.ui.frame.places import Place
from hallway.ui.shell.locking import half_written

if TYPE_CHECKING:
    from hallway.ui.shell.window import Window
    from hallway.usecases.desk import Desk

LOCKED, AWAY = "locked", "away"
Work: TypeAlias = "Callable[[Desk, Callable[[int, int], None]], object]"


@dataclass(slots=True)
class Left:
    """Why the window was left ("" when it was not), and what is to be found again. `words` are said on coming back."""

    why: str = ""
    place: Place | None = None
    written: tuple[str, ...] = ()
    work: Work | None = None
    words: str = ""
    error: HallwayError | None = None


def leaving(window: Window, why: str, work: Work | None = None, words: str = "") -> Left:
    """Keep the place, and what somebody was writing when it is locked; a panel that asked to be left is done."""
    written = half_written(window.overlay()) if why == LOCKED else ()
    return Left(why, window.frame.navigator.here, written, work, words)


def come_back(window: Window, left: Left) -> None:
    """Say what was done meanwhile, and give back what was half written."""
    if left.error is not None:
        window.show_trouble(left.error)
    elif left.words:
        window.say(left.words)
    if left.written:
        from hallway.ui.shell.written_panel import open_written

        open_written(window, left.written)
