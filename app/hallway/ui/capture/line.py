"""The one line: plain text whose understood parts are coloured and underlined while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from hallway.domain.capture import Span
from hallway.ui.theme import paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import font

HUES = {
    "organisation": "violet",
    "role": "slate",
    "topic": "amber",
    "promise": "blue",
    "date": "blue",
    "email": "slate",
    "phone": "slate",
    "profile": "slate",
}
PADDING = 2


class CaptureLine(QTextEdit):
    """A line of text. Enter saves, Ctrl+Enter saves and goes on, Escape is left to whoever holds the line."""

    typed = Signal()
    """The words changed; colouring them, which Qt reports as a change too, does not count."""
    entered = Signal()
    entered_and_next = Signal()
    given = Signal(object)
    """Something other than plain text was pasted or dropped: `QMimeData`."""
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Somebody you just met, in one line"))
        self.setPlaceholderText(self.tr("Name, @place, #topic, what you talked about, what you promised"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(PADDING, 0, PADDING, 0)
        self._marks = Marks(self)
        self._before = ""
        self.textChanged.connect(self._compare)
        self._restyle()
        look.changed.connect(self._restyle)

    def text(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Put another text in place of what is there; Ctrl+Z in the line brings that back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Colour what was understood."""
        self._marks.show(spans)

    def sizeHint(self) -> QSize:
        return QSize(200, look.scaled(48))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            onward = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.entered_and_next if onward else self.entered).emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return super().canInsertFromMimeData(source) or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        from hallway.ui.capture.pictures import brings_something, card_of

        if card_of(source) or brings_something(source):
            self.given.emit(source)
        else:  # a signature of several lines says one thing a line
            lines = [" ".join(line.split()) for line in source.text().splitlines()]
            self.insertPlainText(", ".join(filter(None, lines)))

    def _compare(self) -> None:
        if self.text() != self._before:
            self._before = self.text()
            self.typed.emit()

    def _restyle(self) -> None:
        self.setFont(font("heading"))
        plain = self.font()
        plain.setWeight(plain.Weight.Normal)
        self.setFont(plain)
        height = look.scaled(48)
        self.setFixedHeight(height)
        self.document().setDocumentMargin(max(0.0, (height - self.fontMetrics().height()) / 2 - 1))
        self._marks.rehighlight()


class CaptureField(QWidget):
    """The frame around the line, which shows where the keyboard is."""

    def __init__(self, line: CaptureLine) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded_rect(QPainter(self), QRectF(self.rect()), 8, fill="surface", edge="accent", edge_width=2)


class Marks(QSyntaxHighlighter):
    """Colours and underlines the understood parts."""

    def __init__(self, line: CaptureLine) -> None:
        super().__init__(line.document())
        self._spans: Sequence[Span] = ()

    def show(self, spans: Sequence[Span]) -> None:
        """Mark these parts."""
        if spans != self._spans:
            self._spans = spans
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for span in self._spans:
            if span.kind == "name":
                continue
            marked = QTextCharFormat()
            hue = HUES.get(span.kind)
            if hue is not None:
                marked.setForeground(tokens().colour(hue))
            marked.setFontUnderline(True)
            marked.setUnderlineColor(tokens().colour(hue or "text"))
            self.setFormat(span.start, span.end - span.start, marked)
