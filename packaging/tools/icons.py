"""Makes the app's icons from its drawing: PNG in every size, .ico for Windows, .icns for macOS. `icons.py FOLDER`."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[2] / "resources" / "icons" / "hallway.svg"
SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
LINUX = SIDES[:-1]
WINDOWS = (16, 24, 32, 48, 64, 128, 256)
MAC = {
    "icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024, "ic11": 32, "ic12": 64,
    "ic13": 256, "ic14": 512,
}  # fmt: skip
"""Apple's names for the sizes; those from ic11 on are for fine screens."""


def png(side: int) -> bytes:
    """The drawing as a picture of `side` pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Pictures by their side in one file for Windows, each as PNG."""
    place = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for side, picture in pictures.items():
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), place + len(body))
        body += picture
    return head + body


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Pictures by their side in one file for macOS, each as PNG."""
    body = b"".join(
        name.encode() + struct.pack(">I", 8 + len(pictures[side])) + pictures[side] for name, side in MAC.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def make(folder: Path) -> None:
    """Write all of them into a folder: 16.png to 1024.png, hallway.ico, hallway.icns."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {side: png(side) for side in SIDES}
    for side, picture in pictures.items():
        (folder / f"{side}.png").write_bytes(picture)
    (folder / "hallway.ico").write_bytes(ico({side: pictures[side] for side in WINDOWS}))
    (folder / "hallway.icns").write_bytes(icns(pictures))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
