"""Pictures of people: whatever is chosen, dropped or pasted becomes a small one with nothing hidden in it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from hallway.domain.errors import Refused
from hallway.ui.theme.tokens import load

LONGEST_SIDE = 512
QR_SIDE = 2000
"""A QR code in a photo of a badge is small: it is looked for in more pixels than are kept."""
CARD_SIDE = 1280
"""The longest side of a card or badge in pixels: its small print stays readable."""
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 100_000_000
"""More is no photo of a face; it is refused before a single line of it is decoded."""

KINDS = frozenset({b"jpeg", b"jpg", b"png", b"webp", b"gif", b"bmp"})
QUALITY = 85


def small_photo(data: bytes) -> bytes:
    """A picture of at most 512 pixels a side, turned as it was taken, without any hidden data; JPEG, or PNG when
    parts of it are see-through. Raises `Refused` for what is no photo, is far too large or cannot be read."""
    return cleaned(decoded(data, LONGEST_SIDE))


def decoded(data: bytes, longest: int) -> QImage:
    """A picture turned as it was taken, made small while it is read. Raises `Refused` like `small_photo`."""
    if len(data) > MOST_BYTES:
        raise Refused(_tr("This file is larger than 20 MB."), do=_tr("Choose a smaller picture."))
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).lower() not in KINDS:
        raise Refused(_tr("This is no photo that Hallway reads."), do=_tr("JPEG, PNG, WebP, GIF and BMP work."))
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise Refused(_tr("This picture is far too large."), do=_tr("Choose a smaller one."))
    if size.isValid() and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read() if size.isValid() else QImage()


def grey(image: QImage, longest: int = QR_SIDE) -> QImage:
    """One byte a pixel on white ground, with rows that lie close together: Qt begins a row at every fourth byte."""
    image = image.scaled(
        min(image.width(), longest), min(image.height(), longest), Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    if image.width() % 4 or image.hasAlphaChannel():
        ground = QImage((image.width() + 3) // 4 * 4, image.height(), QImage.Format.Format_RGB32)
        ground.fill(load("light").surface)
        painter = QPainter(ground)
        painter.drawImage(0, 0, image)
        painter.end()
        image = ground
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def codes_in(data: bytes) -> tuple[str, ...]:
    """The texts of the QR codes in a picture, those of address cards first. Raises `Refused` like `small_photo`."""
    from hallway.usecases import cards  # with the first picture

    image = decoded(data, QR_SIDE)
    if image.isNull():
        raise Refused(_tr("This picture could not be read."), do=_tr("Try another one."))
    pixels = grey(image)
    return cards.texts_in(bytes(pixels.constBits()), pixels.width(), pixels.height())


def cleaned(image: QImage, longest: int = LONGEST_SIDE) -> bytes:
    """A decoded picture as the record keeps it. Raises `Refused` for an empty one."""
    if image.isNull():
        raise Refused(_tr("This picture could not be read."), do=_tr("Try another one."))
    if max(image.width(), image.height()) > longest:
        image = image.scaled(
            longest, longest, Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
    see_through = image.hasAlphaChannel()
    # Painted anew: words, places and profiles that were kept with the picture stay behind.
    form = QImage.Format.Format_ARGB32 if see_through else QImage.Format.Format_RGB32
    plain = QImage(image.size(), form)
    plain.fill(Qt.GlobalColor.transparent)
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    plain.save(written, "PNG" if see_through else "JPEG", -1 if see_through else QUALITY)  # type: ignore[call-overload]
    return bytes(written.data().data())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Photo", text)
