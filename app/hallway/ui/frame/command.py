"""The command that starts this very Hallway: to start another window, or to put on a key of the desktop's."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence


def own_command(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Program and arguments: the bundle itself, or Python with the package."""
    bundled = getattr(sys, "frozen", False)
    return sys.executable, [*arguments] if bundled else ["-m", "hallway", *arguments]


def typed(arguments: Sequence[str]) -> str:
    """The same as one types it; by its short name where the desktop knows it by that."""
    program, whole = own_command(arguments)
    if image := os.environ.get("APPIMAGE"):  # the file that was started, not where it is unpacked for now
        program, whole = image, [*arguments]
    elif not getattr(sys, "frozen", False) and shutil.which("hallway"):
        program, whole = "hallway", [*arguments]
    return subprocess.list2cmdline([program, *whole]) if os.name == "nt" else shlex.join([program, *whole])
