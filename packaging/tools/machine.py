"""What Hallway needs from the machine itself: Qt's system libraries, a way to make environments, a screen."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


class Trouble(Exception):
    """The work cannot go on; the text tells a person why and what helps."""


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library that Qt loads, and the Debian package that brings it."""

    file: str
    package: str


# Read from the ELF headers of PySide6's own libraries. Without these, Qt cannot be imported.
TO_START = (
    Library("libEGL.so.1", "libegl1"),
    Library("libGL.so.1", "libgl1"),
    Library("libX11.so.6", "libx11-6"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libfreetype.so.6", "libfreetype6"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libzstd.so.1", "libzstd1"),
)
# Without these it starts, but cannot open a window on X11.
TO_SHOW = (
    Library("libX11-xcb.so.1", "libx11-xcb1"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-image.so.0", "libxcb-image0"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-randr.so.0", "libxcb-randr0"),
    Library("libxcb-render.so.0", "libxcb-render0"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxcb-shm.so.0", "libxcb-shm0"),
    Library("libxcb-sync.so.1", "libxcb-sync1"),
    Library("libxcb-util.so.1", "libxcb-util1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)


def loads(file: str) -> bool:
    """Whether the system's loader finds this shared library."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def missing(libraries: Iterable[Library], found: Callable[[str], bool] = loads) -> list[Library]:
    """The libraries this machine lacks; macOS and Windows bring all that Qt needs."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in libraries if not found(library.file)]


def missing_for_environments() -> list[str]:
    """The Debian package that holds what `python -m venv` needs, when this Python came without it."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def provide(libraries: list[Library], packages: list[str]) -> None:
    """Install what is missing when that is allowed here; else raise Trouble that names it."""
    wanted = packages + [library.package for library in libraries]
    if not wanted:
        return
    if not shutil.which("apt-get"):
        raise Trouble(advice_without_apt([library.file for library in libraries], packages))
    if os.geteuid() != 0:
        raise Trouble(advice_with_apt(wanted))
    print(f"Installing from the system's packages: {' '.join(wanted)}", flush=True)
    if not apt_get("install", *wanted) and not (apt_get("update") and apt_get("install", *wanted)):
        raise Trouble(f"apt-get could not install {' '.join(wanted)}. Its own words are above.")


def provide_binutils() -> None:
    """See to objdump and strip, by which a bundle for Linux is looked into and made small."""
    if not sys.platform.startswith("linux") or (shutil.which("objdump") and shutil.which("strip")):
        return
    if not shutil.which("apt-get"):
        raise Trouble("Packing needs objdump and strip. Please install binutils, then give the same command again.")
    provide([], ["binutils"])


def apt_get(verb: str, *packages: str) -> bool:
    """Run apt-get without a question asked; False when it failed (an empty package list, say)."""
    command = ["apt-get", "-qq", "-y", "--no-install-recommends", verb, *packages]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, check=False).returncode == 0


def advice_with_apt(packages: list[str]) -> str:
    """What to type on Debian and its relatives when we may not install ourselves."""
    return (
        "Hallway needs a few system packages that are not here yet. Please install them with\n\n"
        f"  sudo apt-get install {' '.join(packages)}\n\n"
        "and give the same command again."
    )


def advice_without_apt(files: list[str], packages: list[str]) -> str:
    """What is missing, by names that any Linux can be searched for."""
    lines = ["Hallway needs a few things from your system that are not here yet:", ""]
    lines += [f"  {file}" for file in files]
    if packages:
        lines.append(f"  Python's venv and ensurepip modules (on Debian: {' '.join(packages)})")
    return "\n".join([*lines, "", "Install the packages that hold them, then give the same command again."])


def draws_offscreen(environment: Mapping[str, str]) -> bool:
    """Whether Qt was told to paint without a screen."""
    return environment.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal", "vnc"}


def require_screen(environment: Mapping[str, str], platform: str = sys.platform) -> None:
    """Raise Trouble on a Linux session without a screen, where Qt would only abort."""
    if not platform.startswith("linux") or draws_offscreen(environment):
        return
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        raise Trouble(
            "Everything is set up, but there is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set,\n"
            "so no window can open. Give the same command in a desktop session. The command line needs\n"
            "no screen: .venv/bin/hallway --help"
        )
