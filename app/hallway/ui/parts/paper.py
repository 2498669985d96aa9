"""Sheets on paper: a PDF of one A4 page each, in the app's own letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
)

from hallway.domain.sheets import Sheet
from hallway.ui.theme.tokens import load
from hallway.ui.theme.type import font

SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
"""Points tried for the words, the largest that fits a page is taken."""

MARGIN, PHOTO = 18.0, 64


def pdf(sheets: Sequence[Sheet], title: str) -> bytes:
    """The sheets as a PDF. What does not fit at the smallest size is clipped at the foot of its page."""
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(target)
    writer.setTitle(title)
    writer.setCreator("Hallway")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    room = QRectF(0, 0, writer.width(), writer.height())
    for at, sheet in enumerate(sheets):
        if at:
            writer.newPage()
        fitted(sheet, writer, room.size()).drawContents(painter, room)
    painter.end()
    return bytes(target.data().data())


def fitted(sheet: Sheet, device: QPaintDevice, room: QSizeF) -> QTextDocument:
    """The sheet in letters as large as fits into the room, which is in the device's pixels."""
    tries = (_laid_out(sheet, size, device, room) for size in SIZES)
    fitting = next((document for document in tries if document.pageCount() == 1), None)
    return fitting or _laid_out(sheet, SIZES[-1], device, room)


def _laid_out(sheet: Sheet, size: float, device: QPaintDevice, room: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    face = QFont(font("body"))
    face.setPointSizeF(size)
    document.setDefaultFont(face)
    document.setPageSize(room)
    cursor, light = QTextCursor(document), load("light")  # paper is white in either theme
    if sheet.photo:
        _put_photo(document, cursor, sheet.photo)
    _put(cursor, sheet.title, size * 1.7, QFont.Weight.DemiBold, light.text, above=0)
    for line in sheet.lines:
        _put(cursor, line, size, QFont.Weight.Normal, light.text2, above=size * 0.2)
    for section in sheet.sections:
        _put(cursor, section.heading, size * 1.05, QFont.Weight.DemiBold, light.text, above=size * 1.1)
        for line in section.lines:
            _put(cursor, line, size, QFont.Weight.Normal, light.text, above=size * 0.35)
    return document


def _put(cursor: QTextCursor, text: str, size: float, weight: QFont.Weight, colour: QColor, above: float) -> None:
    """One paragraph; always as plain text, whatever it holds."""
    block = QTextBlockFormat()
    block.setTopMargin(above)
    block.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    letters = QTextCharFormat()
    letters.setFontPointSize(size)
    letters.setFontWeight(weight)
    letters.setForeground(colour)
    if cursor.position():
        cursor.insertBlock(block, letters)
    else:
        cursor.setBlockFormat(block)
    cursor.insertText(text, letters)


def _put_photo(document: QTextDocument, cursor: QTextCursor, photo: bytes) -> None:
    image = QImage.fromData(photo)
    if image.isNull():
        return
    name = QUrl("photo")
    document.addResource(QTextDocument.ResourceType.ImageResource.value, name, image)
    shape = QTextImageFormat()
    shape.setName(name.toString())
    shape.setWidth(PHOTO)
    shape.setHeight(PHOTO * image.height() / max(1, image.width()))
    cursor.insertImage(shape, QTextFrameFormat.Position.FloatRight)
