"""What else has a hand in a folder: the disk it lies on, what services left there, and who holds a file."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

MOUNTS: Final = Path("/proc/self/mounts")
LOCKS: Final = Path("/proc/locks")
MOST_NAMES: Final = 2_000
DESKTOP: Final = "desktop.ini"
MOST_OF_IT: Final = 4_096


def disk_of(path: Path) -> str:
    """The file system that a path lies on, as the system names it; "" where the system does not tell."""
    if os.name == "nt":
        return "smb" if str(path).startswith("\\\\") else ""
    best, found = -1, ""
    with suppress(OSError):
        target = Path(os.path.realpath(path))
        for line in MOUNTS.read_text("utf-8", "replace").splitlines():
            _, point, kind, *_ = line.split(" ")
            place = Path(point.encode().decode("unicode_escape"))
            if target.is_relative_to(place) and len(place.parts) >= best:
                best, found = len(place.parts), kind
    return found


def folders_of(path: Path) -> tuple[str, ...]:
    """The names of all folders on the way to a path, also of those it really leads to."""
    return tuple(dict.fromkeys((*path.absolute().parts, *Path(os.path.realpath(path)).parts)))


def marks_around(folder: Path) -> frozenset[str]:
    """The names of what lies hidden in a folder and in those above it, and of services that dress their folder.

    Not in the user's own one: there services keep their settings, under the same names.
    """
    found: set[str] = set()
    own = Path("~").expanduser()
    for one in (folder, *folder.parents):
        if one == own:
            continue
        with suppress(OSError), os.scandir(one) as inside:
            for _, entry in zip(range(MOST_NAMES), inside, strict=False):
                if entry.name.startswith("."):
                    found.add(entry.name)
                elif entry.name.casefold() == DESKTOP:
                    found |= _services_in(Path(entry.path))
    return frozenset(found)


def holder_of(path: Path) -> str:
    """The name of the program that holds a lock on a file; "" where the system does not tell. Never opens the file."""
    if sys.platform != "linux":
        return ""
    with suppress(OSError, ValueError):
        inode = path.stat().st_ino
        for line in LOCKS.read_text("ascii", "replace").splitlines():
            words = line.replace("-> ", "").split()
            if int(words[5].split(":")[2]) == inode and words[4] != str(os.getpid()):
                return Path(f"/proc/{int(words[4])}/comm").read_text("utf-8", "replace").strip()
    return ""


def _services_in(desktop: Path) -> set[str]:
    """OneDrive and others dress their folder by such a file."""
    with suppress(OSError), desktop.open("rb") as file:
        told = file.read(MOST_OF_IT).replace(b"\0", b"").lower()
        return {".849C9593-D756-4E56-8D6E-42412F2A707B"} if b"onedrive" in told else set()
    return set()
