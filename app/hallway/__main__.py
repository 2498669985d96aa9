"""`python -m hallway`: the command line when given a verb, else the window; Qt is imported only for the latter."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hallway.cli.main import Pictures, run

if TYPE_CHECKING:
    from hallway.domain.key_file import Key
    from hallway.usecases.desk import Desk
    from hallway.usecases.self_test import Step

APART = "--read-apart"
"""With this word alone, Hallway is the process that reads what strangers have made; see `host.apart`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the words ask for; returns the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    if list(words) == [APART]:
        from hallway.host.apart_child import serve  # a process that reads for another is nothing else

        return serve()
    return run(words, open_desk, open_window, Pictures(clean_photo, codes_in), window_steps)


def open_desk(home: Path | None, key: Key | None = None) -> Desk:
    """The desk for a command; the database is imported only now, so that `--help` and `--version` are quick."""
    from hallway import wiring

    return wiring.open_desk(home, source="command line", key=key)


def clean_photo(data: bytes) -> bytes:
    """A photo of an imported card as the record keeps it; Qt, which knows pictures, is imported only for one."""
    from hallway.ui.parts.photo import small_photo

    return small_photo(data)


def codes_in(data: bytes) -> tuple[str, ...]:
    """The texts of the QR codes in a picture."""
    from hallway.ui.parts import photo

    return photo.codes_in(data)


def window_steps() -> Sequence[Step]:
    """What the self-test tries of the window."""
    from hallway.ui.shell.self_test import STEPS

    return STEPS


def open_window(
    home: Path | None, capture: bool, quit_when_ready: bool, link: str = "", files: Sequence[Path] = ()
) -> int:
    """The window; Qt is imported only now, so that the command line works without it."""
    gc.disable()  # what is made while the window opens is no garbage; `run_window` switches it on again
    from hallway import wiring
    from hallway.host.paths import data_folder
    from hallway.ui.shell.application import run_window

    folder = data_folder(home)
    try:
        return run_window(
            folder,
            lambda key, how: wiring.open_desk(folder, source="window", key=key, how=how),
            capture=capture,
            quit_when_ready=quit_when_ready,
            link=link,
            files=files,
        )
    finally:
        gc.freeze()  # the system takes everything back at once; nothing needs tidying first
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
