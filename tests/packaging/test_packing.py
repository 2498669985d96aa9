"""What `make package` makes of a built folder, without building one: icons, trimming, the portable archive."""

from __future__ import annotations

import struct
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import hallway
import icons
import packing
from trimming import is_wanted

PACKAGES = "/somewhere/site-packages"
QT = f"{PACKAGES}/PySide6/Qt"
BUILT = packing.program(packing.DIST / "hallway")


def bundle(folder: Path) -> Path:
    """A built folder in small: a program, a library and a link to it."""
    inside = folder / "hallway" / "_internal"
    inside.mkdir(parents=True)
    (folder / "hallway" / "hallway").write_text("#!/bin/sh\n")
    (folder / "hallway" / "hallway").chmod(0o700)
    (inside / "libthing.so.1").write_bytes(b"thing")
    (inside / "libthing.so").symlink_to("libthing.so.1")
    return folder / "hallway"


def test_the_version_is_the_apps_own() -> None:
    assert packing.version() == hallway.__version__


@pytest.mark.parametrize(
    ("name", "machine", "called"),
    [("linux", "x86_64", "linux-x86_64"), ("darwin", "arm64", "macos-arm64"), ("win32", "AMD64", "windows-amd64")],
)
def test_a_file_is_called_for_its_system(name: str, machine: str, called: str) -> None:
    assert packing.system(name, machine) == called


def test_the_moment_can_be_given() -> None:
    assert packing.moment({"SOURCE_DATE_EPOCH": "12"}) == 12
    assert packing.moment({}) > 1_700_000_000 or not (packing.ROOT / ".git").exists()


def test_the_same_folder_makes_the_same_archive(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made.append(packing.archive(bundle(tmp_path / name), tmp_path / name, 1_750_000_000))
    assert made[0].read_bytes() == made[1].read_bytes()
    assert not [one for one in (tmp_path / "one").iterdir() if one.name.endswith(".tmp")]
    with tarfile.open(made[0]) as tar:
        found = {one.name.partition("/")[2]: one for one in tar.getmembers()}
    assert {"README.md", "LICENSE", "hallway", "_internal/libthing.so"} <= found.keys()
    assert found["hallway"].mode == 0o755 and found["_internal/libthing.so.1"].mode == 0o644
    assert found["_internal/libthing.so"].linkname == "libthing.so.1"
    assert {(one.uid, one.uname, one.mtime) for one in found.values()} == {(0, "", 1_750_000_000)}


def test_a_link_counts_once(tmp_path: Path) -> None:
    assert packing.size(bundle(tmp_path)) == len("#!/bin/sh\n") + len("thing")


@pytest.mark.parametrize(
    ("place", "source", "wanted"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", f"{QT}/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", f"{QT}/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", f"{QT}/lib/libQt6Network.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", f"{QT}/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", f"{QT}/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", f"{QT}/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/translations/qt_de.qm", f"{QT}/translations/qt_de.qm", False),
        ("PySide6/QtWidgets.abi3.so", f"{PACKAGES}/PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtSql.abi3.so", f"{PACKAGES}/PySide6/QtSql.abi3.so", False),
        ("libxcb.so.1", "/lib/x86_64-linux-gnu/libxcb.so.1", False),
        ("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0", True),
        ("libcrypto.so.3", "/usr/lib/libcrypto.so.3", True),
        ("hallway/_resources/icons/hallway.svg", "/tree/resources/icons/hallway.svg", True),
    ],
)
def test_what_goes_in_and_what_stays_out_on_linux(place: str, source: str, wanted: bool) -> None:
    assert is_wanted(place, source, PACKAGES, "linux") is wanted


@pytest.mark.parametrize(
    ("place", "platform", "wanted"),
    [
        ("PySide6/plugins/platforms/qwindows.dll", "win32", True),
        ("PySide6/opengl32sw.dll", "win32", False),
        ("PySide6/Qt6Quick.dll", "win32", False),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", "darwin", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "darwin", True),
    ],
)
def test_what_goes_in_elsewhere(place: str, platform: str, wanted: bool) -> None:
    assert is_wanted(place, f"{PACKAGES}/{place}", PACKAGES, platform) is wanted


def test_icons_of_every_system(qapp: object, tmp_path: Path) -> None:
    icons.make(tmp_path)
    for side in icons.SIDES:
        picture = QImage(str(tmp_path / f"{side}.png"))
        assert picture.width() == picture.height() == side and picture.hasAlphaChannel()
        middle = picture.pixelColor(side // 2, side - 2)
        assert middle.alpha() == 255, "the tile is painted to its edge"
    assert QImage(str(tmp_path / "hallway.ico")).width() > 0
    data = (tmp_path / "hallway.icns").read_bytes()
    assert data[:4] == b"icns" and struct.unpack(">I", data[4:8]) == (len(data),)
    at, found = 8, {}
    while at < len(data):
        (length,) = struct.unpack(">I", data[at + 4 : at + 8])
        found[data[at : at + 4].decode()] = QImage.fromData(data[at + 8 : at + length]).width()
        at += length
    assert found == icons.MAC


@pytest.mark.skipif(not BUILT.exists(), reason="no Hallway is built here; make package does that")
@pytest.mark.skipif(sys.platform == "win32", reason="a built program of Windows is tried by its own self-test")
def test_a_built_program_reads_a_file_in_a_process_of_its_own(tmp_path: Path) -> None:
    card = tmp_path / "ada.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Ada Lovelace\nEND:VCARD\n", encoding="utf-8")
    words: list[str | Path] = [BUILT, "--home", tmp_path / "home"]
    bare = {"HOME": str(tmp_path), "PATH": ""}
    assert "1 added" in subprocess.check_output([*words, "import", card], env=bare, text=True)
    assert "Ada Lovelace" in subprocess.check_output([*words, "find", "ada"], env=bare, text=True)
