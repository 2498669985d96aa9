"""A place to write several lines of plain text; it grows with what is written."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from hallway.ui.theme.look import look
from hallway.ui.theme.type import font, line_height

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class NoteEdit(QTextEdit):
    """Plain text only, ``least`` to ``most`` lines high, then it scrolls.

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
        bare: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._before = least, most, ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setProperty("bare", bare)
        self.setFrameShape(QFrame.Shape.NoFrame if bare else QFrame.Shape.StyledPanel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
        line, margin = line_height("body"), round(2 * self.document().documentMargin())
        frame = 2 * self.frameWidth()
        wanted = round(self.document().size().height())
        height = min(max(wanted, self._least * line + margin), self._most * line + margin)
        return QSize(look.scaled(260), height + frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(80), self.sizeHint().height())

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

    def _grow(self) -> None:
        self.updateGeometry()
        self.setFixedHeight(self.sizeHint().height())


def lines_that_fit(window: QWidget, other: int, least: int, most: int) -> int:
    """How many lines a field may have in a panel over a window, beside `other` pixels of the panel."""
    return min(max((window.height() - look.scaled(other)) // line_height("body"), least), most)
