"""Where a packaged Hallway begins."""

from __future__ import annotations

import os
import sys


def give_back_the_environment() -> None:
    """Let the programs that Hallway opens (a browser, a mail program) find their own libraries, and not ours."""
    if sys.platform != "linux":
        return
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


def have_somewhere_to_speak() -> None:
    """A Windows program without a console has no standard output and no standard error."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - as long as the program


if __name__ == "__main__":
    give_back_the_environment()
    have_somewhere_to_speak()

    from hallway.__main__ import main

    sys.exit(main())
