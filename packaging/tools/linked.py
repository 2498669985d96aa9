"""What a bundle for Linux needs from the system: shared libraries, and which packages bring them on Debian."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from machine import TO_SHOW, TO_START, Trouble

PACKAGE_OF = {library.file: library.package for library in TO_START + TO_SHOW} | {
    "libgcc_s.so.1": "libgcc-s1",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
}
OF_LIBC = {
    "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0",
    "librt.so.1", "libutil.so.1",
}  # fmt: skip
OPTIONAL = {"libqgtk3.so"}
"""Qt's plugin for the dialogs of GNOME: where GTK is missing, Qt shows its own."""

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_LIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
ELF = b"\x7fELF"


@dataclass(frozen=True, slots=True)
class Needs:
    """Libraries that a bundle does not hold itself, and the oldest libc it runs with, as (2, 34)."""

    libraries: frozenset[str]
    libc: tuple[int, int]


def needs(bundle: Path) -> Needs:
    """Read the headers of every program and library in a bundle; needs objdump, of binutils."""
    told = [_headers(file) for file in _programs(bundle)]
    held = {file.name for file in bundle.rglob("*")}
    wanted = {name for headers in told for name in _NEEDED.findall(headers)}
    versions = [(int(major), int(minor)) for headers in told for major, minor in _LIBC.findall(headers)]
    return Needs(frozenset(wanted - held), max(versions, default=(2, 0)))


def packages(found: Needs) -> list[str]:
    """The Debian packages a bundle depends on. Raises `Trouble` for a library whose package is not known here."""
    named = found.libraries - OF_LIBC
    if unknown := sorted(named - PACKAGE_OF.keys()):
        raise Trouble(f"Which package brings {', '.join(unknown)}? Please add it to packaging/tools/linked.py.")
    libc = f"libc6 (>= {found.libc[0]}.{found.libc[1]})"
    return sorted({libc, *(PACKAGE_OF[name] for name in named)})


def _programs(bundle: Path) -> Iterator[Path]:
    for file in sorted(bundle.rglob("*")):
        if file.is_file() and not file.is_symlink() and file.name not in OPTIONAL:
            with file.open("rb") as opened:
                if opened.read(len(ELF)) == ELF:
                    yield file


def _headers(file: Path) -> str:
    return subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout
