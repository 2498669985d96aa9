"""Text on the page: always plain, in one of the lettering roles, elided or wrapped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.paint import Part
from hallway.ui.theme.type import TextRole, font, in_line, line_height, metrics, width
from hallway.ui.widgets.tooltip import plain

_UNBOUND = 16_000
MOST_WRAPPED = 2_000
"""Longer texts are kept whole and shown to here."""


class Label(QLabel):
    """A piece of plain text that follows the theme.

    ``wrap`` breaks lines at words; otherwise the text is one line, shortened with … when ``elide``
    is on, and then the whole text is the tooltip. ``colour`` is a token name.
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = "body",
        colour: str = "text",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role: TextRole = role
        self._colour = colour
        self._elide = elide
        self._parts: list[Part] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setWordWrap(wrap)
        self.setText(text)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text == self.text() and not self._parts:
            return
        self._parts = []
        self.setText(text)
        self.updateGeometry()
        self._offer_whole()

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Show stretches of text with their own weight and colour, read as one sentence."""
        self.setText("".join(part.text for part in parts))
        self._parts = list(parts)
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: str) -> None:
        """Write in another token's colour."""
        self._colour = colour
        self.update()

    def set_role(self, role: TextRole) -> None:
        """Write in another lettering role."""
        self._role = role
        self._restyle()

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        # A layout asks about the whole of its own width, also for what may not grow as wide.
        lines = self._lines(min(width, self.maximumWidth())) if self.wordWrap() else 1
        return max(1, lines) * line_height(self._role) + self._margins_upright()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        natural = round(self._natural_width() + 1) + margins.left() + margins.right()
        limit = look.scaled(420)
        if self.wordWrap() and natural > limit:
            return QSize(limit, self.heightForWidth(limit))
        return QSize(natural, line_height(self._role) + self._margins_upright())

    def minimumSizeHint(self) -> QSize:
        height = line_height(self._role) + self._margins_upright()
        if self.wordWrap():
            return QSize(min(look.scaled(80), self.sizeHint().width()), height)
        return QSize(min(look.scaled(40), self.sizeHint().width()), height) if self._elide else self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(tokens().colour(self._colour if self.isEnabled() else "disabled"))
        room = QRectF(self.contentsRect())
        layout = self._laid_out(self.width())
        top = self._first_top(room, layout.lineCount())
        for index in range(layout.lineCount()):
            layout.lineAt(index).draw(painter, QPointF(room.left(), top + index * line_height(self._role)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_whole()

    def _offer_whole(self) -> None:
        """Show the whole text as tooltip when it had to be shortened."""
        if self._elide and not self.wordWrap():
            cut = self._natural_width() > self.contentsRect().width() + 1
            self.setToolTip(plain(self.text()) if cut else "")

    def _first_top(self, room: QRectF, lines: int) -> float:
        measures = metrics(self._role)
        spare = line_height(self._role) - measures.height()
        block = lines * line_height(self._role)
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            return room.top() + max(0.0, (room.height() - block) / 2) + spare / 2
        return room.top() + spare / 2

    def _lines(self, width: int) -> int:
        if self._parts:
            return self._laid_out(width).lineCount()
        margins = self.contentsMargins()
        room = max(1, width - margins.left() - margins.right())
        return _plain_lines(self._shown(room), self._role, look.base_px, room)

    def _laid_out(self, width: int) -> QTextLayout:
        margins = self.contentsMargins()
        room = max(1, width - margins.left() - margins.right())
        layout = QTextLayout(self._shown(room), font(self._role))
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        wrapping = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        option.setWrapMode(wrapping if self.wordWrap() else QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, 0))
        layout.endLayout()
        return layout

    def _shown(self, room: float) -> str:
        if self.wordWrap():
            text = self.text()
            shown = text if len(text) <= MOST_WRAPPED else text[: MOST_WRAPPED - 1] + "…"
            return shown.replace("\n", "\u2028")
        text = in_line(self.text()).replace("\n", " ")
        if not self._elide or self._natural_width() <= room:
            return text
        # Bold parts are wider than the same letters in the label's own role.
        wider = max(0.0, self._natural_width() - metrics(self._role).horizontalAdvance(text))
        return metrics(self._role).elidedText(text, Qt.TextElideMode.ElideRight, room - wider)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for part in self._parts:
            style = QTextCharFormat()
            style.setFont(font(part.role))
            style.setForeground(tokens().colour(part.colour))
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, len(part.text), style
            ranges.append(piece)
            start += len(part.text)
        return ranges

    def _natural_width(self) -> float:
        if self._parts:
            return sum(width(part.role, part.text) for part in self._parts)
        return max((width(self._role, line) for line in self.text()[:MOST_WRAPPED].split("\n")), default=0.0)

    def _margins_upright(self) -> int:
        margins = self.contentsMargins()
        return margins.top() + margins.bottom()

    def _restyle(self) -> None:
        self.setFont(font(self._role))
        self.updateGeometry()
        self.update()


@lru_cache(maxsize=4096)
def _plain_lines(text: str, role: TextRole, base_px: int, room: int) -> int:
    """How many lines a wrapped text takes; layouts ask for it again and again. ``base_px`` tells sizes apart."""
    layout = QTextLayout(text, font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        lines += 1
    layout.endLayout()
    return lines
