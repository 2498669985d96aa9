"""Writes resources/licences/components.toml: everything a packaged Hallway consists of, with versions and licences.

Run by an environment that holds what packaging/locks/run.txt names; what is for other systems is looked up once.
"""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging" / "locks" / "run.txt"
TEXTS = ROOT / "packaging" / "licences"
OUT = ROOT / "resources" / "licences" / "components.toml"

QT = {"pyside6-essentials", "shiboken6"}
TOLD_OTHERWISE = {
    "apsw-sqlite3mc": "Zlib", "backports-tarfile": "MIT", "et-xmlfile": "MIT", "jaraco-classes": "MIT",
    "openpyxl": "MIT", "peewee": "MIT", "pylatexenc": "MIT", "pyside6-essentials": "LGPL-3.0-only",
    "pywin32-ctypes": "BSD-3-Clause", "segno": "BSD-3-Clause", "shiboken6": "LGPL-3.0-only", "tzdata": "Apache-2.0",
}  # fmt: skip
"""For those whose metadata have no SPDX expression: read in their licence files. Qt is taken under the LGPL."""
IS_LICENCE = re.compile(r"(^|/)(licen[cs]es?|copying|notice|authors)[^/]*$", re.IGNORECASE)
PINNED = re.compile(r"^([a-z0-9.-]+)==([^ ;\\]+)")
HASHES = re.compile(r"--hash=sha256:([0-9a-f]{64})")
COPYLEFT = re.compile(r"\bA?GPL-")
HEAD = "# Made by packaging/tools/licences.py; `make lock` renews it.\n"


@dataclass(frozen=True, slots=True)
class Component:
    """One part of Hallway: its name, version, licence as an SPDX expression, and what there is to read about it."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def is_gpl_only(licence: str) -> bool:
    """Whether a licence leaves no choice but the GPL; one with an exception for programs like ours is not that."""
    choices = licence.split(" OR ")
    return all(COPYLEFT.search(choice) and " WITH " not in choice for choice in choices)


def pinned(lock: str) -> dict[str, str]:
    """Name and version of every package that a lock names."""
    found = (PINNED.match(line) for line in lock.splitlines())
    return {one[1]: one[2] for one in found if one}


def components(lock: str, before: Iterable[Component] = ()) -> tuple[Component, ...]:
    """Everything that is part of a packaged Hallway; `before` helps out where a wheel cannot be had now."""
    wheels = [_wheel(name, version, lock, before) for name, version in pinned(lock).items()]
    return (*_ourselves(), *sorted(wheels, key=lambda one: one.name.lower()))


def _ourselves() -> Iterator[Component]:
    """What is no wheel: Hallway itself, its fonts and icons, and what every packaged program begins with."""
    version = re.search(r'__version__ = "(.+)"', _read(ROOT / "app" / "hallway" / "__init__.py"))
    assert version is not None
    fonts, icons = ROOT / "resources" / "licences" / "inter.txt", ROOT / "resources" / "licences" / "lucide.txt"
    engine, bootloader = _read(TEXTS / "sqlite.txt"), _read(TEXTS / "bootloader.txt")
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    parts = (_read(TEXTS / "python-parts.txt"), _read(TEXTS / "apache-2.txt"))
    yield Component("Hallway", version[1], "MIT", (_read(ROOT / "LICENSE"),))
    yield Component("Inter", "4.0", "OFL-1.1", (_read(fonts),))
    yield Component("Lucide", "", "ISC", (_read(icons),))
    yield Component("PyInstaller’s bootloader", "", "GPL-2.0-or-later WITH Bootloader-exception", (bootloader,))
    yield Component("Python", platform.python_version(), "PSF-2.0", (_read(python), *parts))
    yield Component("SQLite and SQLite3 Multiple Ciphers", _of_wheel("apsw-sqlite3mc"), "MIT", (engine,))


def _of_wheel(name: str) -> str:
    """SQLite's own version: the wheel's without its last number."""
    return pinned(_read(LOCK))[name].rpartition(".")[0]


def _wheel(name: str, version: str, lock: str, before: Iterable[Component]) -> Component:
    try:
        installed = metadata.distribution(name)
        if installed.version == version:
            return _component(installed, name)
    except metadata.PackageNotFoundError:
        pass
    kept = next((one for one in before if (one.name.lower(), one.version) == (name, version)), None)
    return kept or _from_registry(name, version, lock)


def _from_registry(name: str, version: str, lock: str) -> Component:
    """A wheel for another system, fetched to be read; its bytes are those that the lock names."""
    with tempfile.TemporaryDirectory() as folder:
        fetch = ["download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", folder, f"{name}=={version}"]
        subprocess.run([sys.executable, "-m", "pip", *fetch], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        if sha256(wheel.read_bytes()).hexdigest() not in HASHES.findall(lock):
            raise SystemExit(f"{wheel.name} is not what the lock names.")
        with zipfile.ZipFile(wheel) as opened:
            (inside,) = [one for one in zipfile.Path(opened).iterdir() if one.name.endswith(".dist-info")]
            return _component(metadata.PathDistribution(inside), name)


def _component(found: metadata.Distribution, name: str) -> Component:
    licence = next(iter(found.metadata.get_all("License-Expression") or ()), TOLD_OTHERWISE.get(name))
    if licence is None:
        raise SystemExit(f"What licence has {name}? Please read it and add it to TOLD_OTHERWISE.")
    texts = _qt_texts() if name in QT else tuple(dict.fromkeys(filter(None, _texts(found))))
    if not texts:
        raise SystemExit(f"{name} brings no licence text along.")
    return Component(name, found.version, licence, texts)


def _texts(found: metadata.Distribution) -> Iterator[str]:
    for line in (found.read_text("RECORD") or "").splitlines():
        path = line.partition(",")[0]
        if ".dist-info/" in path and IS_LICENCE.search(path):
            yield _tidy(found.read_text(path.partition(".dist-info/")[2]) or "")


def _qt_texts() -> tuple[str, ...]:
    return tuple(_read(TEXTS / f"{name}.txt") for name in ("qt", "lgpl-3", "gpl-3"))


def _read(path: Path) -> str:
    return _tidy(path.read_text(encoding="utf-8"))


def _tidy(text: str) -> str:
    lines = [line.rstrip() for line in text.replace("\f", "\n").expandtabs(4).splitlines()]
    return "\n".join(lines).strip("\n") + "\n" if any(lines) else ""


def written(found: Iterable[Component]) -> str:
    """The file; each text is in it once."""
    found = tuple(found)
    numbers = {text: str(at) for at, text in enumerate(dict.fromkeys(text for one in found for text in one.texts), 1)}
    parts = [HEAD]
    for one in found:
        texts = [numbers[text] for text in one.texts]
        rows = {"name": one.name, "version": one.version, "licence": one.licence, "texts": texts}
        parts += ["", "[[component]]", *(f"{key} = {json.dumps(row, ensure_ascii=False)}" for key, row in rows.items())]
    parts += ["", "[texts]", *(f"{number} = {_quoted(text)}" for text, number in numbers.items())]
    return "\n".join(parts) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if "'''" in text else f"'''\n{text}'''"


def read(path: Path = OUT) -> tuple[Component, ...]:
    """What a written file holds."""
    held = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Component(one["name"], one["version"], one["licence"], tuple(held["texts"][number] for number in one["texts"]))
        for one in held["component"]
    )


def main() -> None:
    """Write the file, or the one that is named."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    found = components(LOCK.read_text(encoding="utf-8"), read() if OUT.exists() else ())
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(written(found), encoding="utf-8")
    print(f"{len(found)} components in {out}")


if __name__ == "__main__":
    main()
