"""Makes a Debian package of a built Hallway: with its desktop entries, icons, man page and what app stores read."""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import linked
import packing
from environment import ROOT
from machine import Trouble

LINUX = ROOT / "packaging" / "linux"
DRAWING = ROOT / "resources" / "icons" / "hallway.svg"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
PROGRAM, SHARE = Path("usr/lib/hallway"), Path("usr/share")

Values = dict[str, str]


def build(bundle: Path, icons: Path, out: Path, seconds: int) -> Path:
    """Make hallway_VERSION_ARCHITECTURE.deb of a built folder; the same folder makes the same bytes.

    `icons` holds the PNGs by their side. `seconds` is the moment that stands in it. Raises `Trouble`.
    """
    values = told(bundle, seconds)
    place = out / f"hallway_{values['VERSION']}_{values['ARCHITECTURE']}.deb"
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "hallway"
        shutil.copytree(bundle, tree / PROGRAM, symlinks=True)
        for name, data in files(icons, values).items():
            _put(tree / name, data)
        (tree / "usr/bin").mkdir()
        (tree / "usr/bin/hallway").symlink_to("../lib/hallway/hallway")
        _put(tree / "DEBIAN/md5sums", checksums(tree))
        _put(tree / "DEBIAN/control", filled("control", values | {"KILOBYTES": str(packing.size(tree) // 1024)}))
        _as_everybody_may_read(tree)
        command = ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", str(tree), str(place)]
        if subprocess.run(command, env=os.environ | {"SOURCE_DATE_EPOCH": str(seconds)}, check=False).returncode:
            raise Trouble("dpkg-deb could not make the package. Its own words are above.")
    return place


def told(bundle: Path, seconds: int) -> Values:
    """What the templates in packaging/linux ask for."""
    moment = datetime.fromtimestamp(seconds, UTC)
    return {
        "VERSION": packing.version(), "DATE": f"{moment:%Y-%m-%d}", "RFC_DATE": f"{moment:%a, %d %b %Y %H:%M:%S +0000}",
        "ARCHITECTURE": ARCHITECTURES[platform.machine()], "DEPENDS": ", ".join(linked.packages(linked.needs(bundle))),
    }  # fmt: skip


def files(icons: Path, values: Values) -> dict[Path, bytes]:
    """Everything but the program itself, by the place where it will lie."""
    documents, metainfo = SHARE / "doc/hallway", "org.hallway.hallway.metainfo.xml"
    found = {
        SHARE / "applications/hallway.desktop": filled("hallway.desktop", values),
        SHARE / "applications/hallway-link.desktop": filled("hallway-link.desktop", values),
        SHARE / "metainfo" / metainfo: filled(metainfo, values),
        SHARE / "man/man1/hallway.1.gz": gzip.compress(filled("hallway.1", values), mtime=0),
        SHARE / "icons/hicolor/scalable/apps/hallway.svg": DRAWING.read_bytes(),
        SHARE / "lintian/overrides/hallway": filled("lintian-overrides", values),
        documents / "copyright": copyright_told(),
        documents / "changelog.gz": gzip.compress(filled("changelog", values), mtime=0),
        documents / "CHANGELOG.md.gz": gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0),
    }
    pictures = {SHARE / f"icons/hicolor/{side}x{side}/apps/hallway.png": icons / f"{side}.png" for side in SIDES}
    return found | {place: picture.read_bytes() for place, picture in pictures.items()}


def filled(name: str, values: Values) -> bytes:
    """A template of packaging/linux with its @WORDS@ filled in."""
    text = (LINUX / name).read_text(encoding="utf-8")
    for word, value in values.items():
        text = text.replace(f"@{word}@", value)
    return text.encode()


def copyright_told() -> bytes:
    """Who made it and on what terms, as Debian's tools read it."""
    terms = (ROOT / "LICENSE").read_text(encoding="utf-8").split("\n\n", 2)[2]
    told = (f" {line}" if line else " ." for line in terms.strip().splitlines())
    return filled("copyright", {"TERMS": "\n".join(told)})


def checksums(tree: Path) -> bytes:
    """The sum of every file, as dpkg looks them through."""
    found = sorted(file for file in tree.rglob("*") if file.is_file() and not file.is_symlink())
    sums = (f"{hashlib.md5(file.read_bytes()).hexdigest()}  {file.relative_to(tree).as_posix()}\n" for file in found)
    return "".join(sums).encode()


def _put(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)


def _as_everybody_may_read(tree: Path) -> None:
    """Whatever the builder's own habits are; only programs may be run."""
    for one in (tree, *tree.rglob("*")):
        if not one.is_symlink():
            is_run = one.is_dir() or (one.stat().st_mode & 0o100 and ".so" not in one.name)
            one.chmod(0o755 if is_run else 0o644)
