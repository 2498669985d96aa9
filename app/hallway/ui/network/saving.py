"""The map as a file: a picture (PNG) or a drawing that is sharp at every size (SVG)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from hallway.ui.network.canvas import fitted
from hallway.ui.network.drawing import Eye, draw
from hallway.ui.network.picture import Picture
from hallway.ui.theme import paint
from hallway.usecases import exporting

PNG, SVG = ".png", ".svg"
LARGEST, SHARPNESS = 4000, 2.0
"""Pixels of the longer side at most, and how much finer than on the screen a picture is."""


def save(picture: Picture, path: Path, title: str) -> None:
    """Write the whole map. Raises `DiskFull` or `FileTrouble`."""
    data = as_svg(picture, title) if path.suffix.lower() == SVG else as_png(picture)
    exporting.write(path, data)


def as_png(picture: Picture) -> bytes:
    """The map as a picture."""
    wide, high = picture.around.width() * SHARPNESS, picture.around.height() * SHARPNESS
    share = min(1.0, LARGEST / max(wide, high))
    image = QImage(QSize(round(wide * share), round(high * share)), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS if share == 1.0 else 1.0)
    painter = QPainter(image)
    _draw(painter, picture, QRectF(QPointF(), image.deviceIndependentSize()))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt does not take them
    return bytes(data.data())


def as_svg(picture: Picture, title: str) -> bytes:
    """The map as a drawing."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    paper = QRectF(0, 0, picture.around.width(), picture.around.height())
    generator.setSize(paper.size().toSize())
    generator.setViewBox(paper)
    painter = QPainter(generator)
    _draw(painter, picture, paper)
    painter.end()
    return bytes(data.data())


def _draw(painter: QPainter, picture: Picture, paper: QRectF) -> None:
    eye: Eye = fitted(picture.around, paper)
    paint.fill(painter, paper, "window")
    draw(painter, picture, eye, paper)
