"""What is on the clipboard as a file to import: a picture, cards, a table, a bibliography."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData
from PySide6.QtGui import QImage

CARD_TYPES = ("text/vcard", "text/x-vcard", "text/directory", "text/calendar")


def pasted(given: QMimeData) -> tuple[str, bytes] | None:
    """A name and the content, as if it came in a file; None when there is nothing of the kind.

    Copied cells bring a picture of themselves: text comes before pictures.
    """
    name = QCoreApplication.translate("exchange", "What you pasted")
    for kind in CARD_TYPES:
        if given.hasFormat(kind):
            return name, bytes(given.data(kind).data())
    if given.hasText() and given.text().strip():
        return name, given.text().encode("utf-8", "replace")
    image = given.imageData()
    if given.hasImage() and isinstance(image, QImage) and not image.isNull():
        written = QBuffer()
        written.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(written, "PNG")  # type: ignore[call-overload]
        return name, bytes(written.data().data())
    return None
