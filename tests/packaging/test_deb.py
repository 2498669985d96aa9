"""The Debian package and what desktops read of it, judged by the tools of Debian, freedesktop and groff."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import deb
import icons
import linked
import packing
from hallway.cli.main import VERBS
from machine import Trouble
from tests.packaging.test_packing import bundle

VALUES = {
    "VERSION": packing.version(), "DATE": "2026-06-17", "RFC_DATE": "Wed, 17 Jun 2026 10:00:00 +0000",
    "ARCHITECTURE": "amd64", "DEPENDS": "libc6 (>= 2.35)", "KILOBYTES": "1",
}  # fmt: skip
MOMENT = 1_750_000_000


def needs(program: str) -> pytest.MarkDecorator:
    """Skip where a judge is not installed."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def judged(*words: str | Path) -> str:
    """What a program of others says; it must be content."""
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Every template of packaging/linux, filled in."""
    for template in deb.LINUX.iterdir():
        (tmp_path / template.name).write_bytes(deb.filled(template.name, VALUES))
    return tmp_path


@pytest.mark.parametrize("name", ["hallway.desktop", "hallway-link.desktop"])
@needs("desktop-file-validate")
def test_desktop_entries_are_sound(filled: Path, name: str) -> None:
    assert judged("desktop-file-validate", filled / name) == ""


@needs("appstreamcli")
def test_what_app_stores_read_is_sound(filled: Path) -> None:
    assert "successful" in judged("appstreamcli", "validate", "--no-net", filled / "org.hallway.hallway.metainfo.xml")


@needs("groff")
def test_the_man_page_is_sound(filled: Path) -> None:
    said = subprocess.run(
        ["groff", "-ww", "-man", "-Tutf8", filled / "hallway.1"], capture_output=True, text=True, check=True
    )
    assert said.stderr == ""


def test_the_man_page_knows_every_verb_and_no_other() -> None:
    text = (deb.LINUX / "hallway.1").read_text(encoding="utf-8").replace("\\-", "-")
    part = text.partition(".SH VERBS")[2].partition(".PP")[0]
    told = {word.strip('", ') for line in re.findall(r"^\.BR? (.+)$", part, re.M) for word in line.split()}
    assert told - {""} == VERBS.keys()


def test_nothing_is_left_to_fill_in_and_the_version_stands_in_one_place(filled: Path) -> None:
    for file in filled.iterdir():
        assert not re.search(r"@[A-Z_]+@", file.read_text(encoding="utf-8").replace("@TERMS@", "")), file.name
    for template in deb.LINUX.iterdir():
        assert packing.version() not in template.read_text(encoding="utf-8"), template.name


def test_the_copyright_has_the_whole_licence() -> None:
    told = " ".join(deb.copyright_told().decode().split())
    for sentence in ("Permission is hereby granted, free of charge", "DEALINGS IN THE SOFTWARE."):
        assert sentence in told


@needs("dpkg-deb")
@pytest.mark.skipif(sys.platform != "linux", reason="a package for Linux")
def test_a_package_is_whole_owned_by_root_and_always_the_same(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    icons.make(tmp_path / "icons")
    monkeypatch.setattr(linked, "needs", lambda folder: linked.Needs(frozenset({"libEGL.so.1"}), (2, 35)))
    built = bundle(tmp_path)
    made = deb.build(built, tmp_path / "icons", tmp_path, MOMENT)
    first = made.read_bytes()
    assert deb.build(built, tmp_path / "icons", tmp_path, MOMENT).read_bytes() == first
    held = judged("dpkg-deb", "--contents", made)
    assert {line.split()[1] for line in held.splitlines()} == {"root/root"}
    for place in (
        "./usr/bin/hallway -> ../lib/hallway/hallway", "./usr/share/applications/hallway.desktop",
        "./usr/share/icons/hicolor/scalable/apps/hallway.svg", "./usr/share/icons/hicolor/48x48/apps/hallway.png",
        "./usr/share/man/man1/hallway.1.gz", "./usr/share/metainfo/org.hallway.hallway.metainfo.xml",
        "./usr/share/doc/hallway/copyright", "./usr/lib/hallway/_internal/libthing.so -> libthing.so.1",
    ):  # fmt: skip
        assert f" {place}\n" in held
    told = judged("dpkg-deb", "--info", made)
    assert f"Version: {packing.version()}\n" in told and "Depends: libc6 (>= 2.35), libegl1\n" in told


def test_a_library_that_nobody_knows_stops_the_build() -> None:
    with pytest.raises(Trouble, match=r"libstrange\.so\.1"):
        linked.packages(linked.Needs(frozenset({"libc.so.6", "libstrange.so.1"}), (2, 35)))
