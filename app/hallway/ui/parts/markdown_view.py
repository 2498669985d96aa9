"""Notes in Markdown as formatted text: no HTML, no pictures, nothing is fetched, and only web and mail links open."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from hallway.ui.parts.mail import mail_url
from hallway.ui.parts.web import is_safe
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import TextRole, font, line_height

PLAIN_DIALECT = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
HEADINGS: tuple[TextRole, ...] = ("title", "heading", "item")
FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
MOST_LETTERS, MOST_LINES = 6_000, 250
"""So much is formatted at once; laying out more would keep the window waiting."""


class ClosedDocument(QTextDocument):
    """Loads nothing, from the net or from the disk, whatever its text asks for."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        # Nothing at all would make Qt look for a file of that name.
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing


class MarkdownView(QTextBrowser):
    """As high as its text. `wanted` tells that the user wants to change it: F2, Enter beside a link, or a click.

    Where a link leads stands in its tooltip; a click on it opens the browser or the mail program.
    """

    wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._text, self._limit = "", MOST_LETTERS
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(open_link)
        self.highlighted.connect(self._say_where)
        look.changed.connect(self._show)

    def show_text(self, text: str) -> bool:
        """Show a text; False when only its beginning is shown."""
        if text != self._text:
            self._text, self._limit = text, MOST_LETTERS
            self._show()
        return self.is_whole()

    def is_whole(self) -> bool:
        """Tell whether all of the text is on the page."""
        return len(_beginning(self._text, self._limit)) == len(self._text)

    def show_more(self) -> bool:
        """Show twice as much; False when that is not all of it."""
        self._limit *= 2
        self._show()
        return self.is_whole()

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(260), max(round(self.document().size().height()), look.scaled(24)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(80), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_F2 or (enter and not self.textCursor().charFormat().isAnchor()):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        on_link = bool(self.anchorAt(event.position().toPoint()))
        if event.button() == Qt.MouseButton.LeftButton and not on_link and not self.textCursor().hasSelection():
            self.wanted.emit()

    def _show(self) -> None:
        before, document = self.document(), ClosedDocument(self)
        document.setDocumentMargin(0)
        document.setDefaultFont(font("body"))
        fill(document, _beginning(self._text, self._limit))
        self.setDocument(document)
        if isinstance(before, ClosedDocument):
            before.deleteLater()
        self._grow()

    def _grow(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.updateGeometry()
        if self.height() != self.sizeHint().height():
            self.setFixedHeight(self.sizeHint().height())

    def _say_where(self, address: QUrl) -> None:
        # Percent-encoded it is plain text, whatever somebody wrote into it.
        self.viewport().setToolTip(bytes(address.toEncoded().data()).decode("ascii", "replace"))


def fill(document: QTextDocument, text: str) -> None:
    """Put Markdown into a document: a new line stays one, pictures become their words, other links mere text."""
    document.setMarkdown(text.replace("\r\n", "\n").replace("\n", "  \n"), PLAIN_DIALECT)
    if document.isEmpty():
        document.setPlainText(text)
    document.setIndentWidth(look.scaled(22))
    whole = QTextCursor(document)
    whole.beginEditBlock()  # laid out once, not after each piece
    _set_lines(document, whole)
    for start, length, style in reversed(list(_fragments(document))):
        whole.setPosition(start)
        whole.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        if style.isImageFormat():
            said = str(style.property(QTextFormat.Property.ImageAltText) or "")
            whole.insertText(f"[{said or '…'}]", _dressed(QTextCharFormat(), whole.block()))
        else:
            whole.setCharFormat(_dressed(style, whole.block()))
    whole.endEditBlock()


def _set_lines(document: QTextDocument, cursor: QTextCursor) -> None:
    """Give paragraphs air, and lines the height of their lettering; lists and tables stay close."""
    block, close = document.begin(), True
    while block.isValid():
        cursor.setPosition(block.position())
        style, lettering = block.blockFormat(), _lettering(block)
        table = cursor.currentTable()
        in_table = table is not None
        if in_table and not close:
            frame = table.format()
            frame.setBorderCollapse(True)
            frame.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            frame.setBorder(1)
            frame.setBorderBrush(tokens().control)
            frame.setCellPadding(look.scaled(4))
            frame.setTopMargin(look.scaled(6))
            table.setFormat(frame)
        apart = not close and not in_table and (block.textList() is None or block.previous().textList() is None)
        style.setTopMargin(look.scaled(14 if style.headingLevel() else 6) if apart else 0)
        style.setBottomMargin(look.scaled(2) if style.headingLevel() else 0)
        style.setLineHeight(line_height(lettering), FIXED)
        cursor.setBlockFormat(style)
        close = in_table
        block = block.next()


def _lettering(block: QTextBlock) -> TextRole:
    level = block.blockFormat().headingLevel()
    return HEADINGS[min(level, len(HEADINGS)) - 1] if level else "body"


def open_link(address: QUrl) -> bool:
    """Hand an address of the web or of mail to the system, which the user clicked; nothing else opens."""
    if address.scheme() == "mailto":
        mail = mail_url(address.path())
        return mail is not None and mail.isValid() and QDesktopServices.openUrl(mail)
    return is_safe(address.toString()) and QDesktopServices.openUrl(address)


def may_open(address: str) -> bool:
    """Whether a click on this link would open something."""
    url = QUrl(address)
    return is_safe(address) or (url.scheme() == "mailto" and mail_url(url.path()) is not None)


def _dressed(style: QTextCharFormat, block: QTextBlock) -> QTextCharFormat:
    """The format in the lettering and colours of the look, without what could surprise."""
    made, is_heading = QTextCharFormat(), bool(block.blockFormat().headingLevel())
    is_quoted = bool(block.blockFormat().property(QTextFormat.Property.BlockQuoteLevel))
    lettering = QFont(font(_lettering(block)))
    lettering.setItalic(style.fontItalic())
    lettering.setStrikeOut(style.fontStrikeOut())
    if style.fontWeight() > QFont.Weight.Normal and not is_heading:
        lettering.setWeight(font("strong").weight())
    made.setFont(lettering)
    made.setForeground(tokens().text2 if is_quoted else tokens().text)
    if style.fontFixedPitch():
        made.setFontFixedPitch(True)
        made.setBackground(tokens().sunken)
    if style.isAnchor() and may_open(style.anchorHref()):
        made.setAnchor(True)
        made.setAnchorHref(style.anchorHref())
        made.setFontUnderline(True)
        made.setForeground(tokens().accent)
    return made


def _fragments(document: QTextDocument) -> Iterator[tuple[int, int, QTextCharFormat]]:
    block = document.begin()
    while block.isValid():
        within = block.begin()
        while not within.atEnd():
            piece = within.fragment()
            yield piece.position(), piece.length(), piece.charFormat()
            within += 1
        block = block.next()


def _beginning(text: str, limit: int) -> str:
    """As much as is formatted at once, up to the end of a line if there is one near."""
    lines = text.split("\n", MOST_LINES * limit // MOST_LETTERS)
    start = "\n".join(lines[: MOST_LINES * limit // MOST_LETTERS])[:limit]
    if len(start) < len(text) and (cut := start.rfind("\n")) > limit // 2:
        return start[:cut]
    return start
