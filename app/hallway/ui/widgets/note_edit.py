"""A place to write several lines of plain text; it grows with what is written."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from hallway.ui.theme.look import look
from hallway.ui.theme.type import font, line_height

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class NoteEdit(QTextEdit):
    """Plain text only, ``least`` to ``most`` lines high, then it scrolls; ``squeezed`` lines high where room is short.

    ``kept`` tells the text when the keyboard leaves and it changed since ``set_text``;
    ``accepted`` when Ctrl+Enter was pressed. Tab leaves the field. ``bare`` leaves out the box.
    """

    kept = Signal(str)
    accepted = Signal()

    def __init__(
        self,
        placeholder: str = "",
        *,
        least: int = 3,
        most: int = 14,
        squeezed: int = 0,
        bare: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._squeezed, self._before = least, most, squeezed or most, ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setProperty("bare", bare)
        self.setFrameShape(QFrame.Shape.NoFrame if bare else QFrame.Shape.StyledPanel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.document().setDocumentMargin(0 if bare else 8)
        self._restyle()
        look.changed.connect(self._restyle)
        self.document().documentLayout().documentSizeChanged.connect(lambda size: self._grow())

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text; it counts as kept and there is nothing to undo."""
        self._before = text
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # laid out once, which counts for a long text
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._style_lines()
        cursor.endEditBlock()
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def sizeHint(self) -> QSize:
        written = round(self.document().size().height()) + 2 * self.frameWidth()
        return QSize(look.scaled(260), min(max(written, self._tall(self._least)), self._tall(self._most)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(80), min(self.sizeHint().height(), self._tall(self._squeezed)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.keep_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if enter and held == Qt.KeyboardModifier.ControlModifier:
            self.keep_now()
            self.accepted.emit()
        elif enter and held & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # with Shift as well it is for whatever the field stands in
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def keep_now(self) -> None:
        """Tell the text through `kept`, when it changed."""
        if self.text() != self._before:
            self._before = self.text()
            self.kept.emit(self._before)

    def _set_lines(self) -> None:
        self._style_lines()
        self.document().clearUndoRedoStacks()

    def _style_lines(self) -> None:
        """Give every line the height of the lettering role; new lines inherit it from their neighbour."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        style = QTextBlockFormat()
        style.setLineHeight(line_height("body"), _FIXED)
        cursor.mergeBlockFormat(style)

    def _restyle(self) -> None:
        self.setFont(font("body"))
        self._set_lines()
        self._grow()

    def _tall(self, lines: int) -> int:
        """Pixels of so many lines with what is around them."""
        return lines * line_height("body") + round(2 * self.document().documentMargin()) + 2 * self.frameWidth()

    def _grow(self) -> None:
        self.updateGeometry()
        self.setMinimumHeight(self.minimumSizeHint().height())
        self.setMaximumHeight(self.sizeHint().height())
