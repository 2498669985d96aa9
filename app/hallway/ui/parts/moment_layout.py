"""Lays the words of a moment out once for a width, so that painting and measuring share the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

from hallway.domain.interactions import Interaction
from hallway.ui.theme.look import tokens
from hallway.ui.theme.paint import Part
from hallway.ui.theme.type import font, line_height

LINE_SEPARATOR = "\u2028"
MOST_IN_SENTENCE, MOST_BELOW = 200, 4_000
"""Letters of a name and of a summary that are shown; what is longer is kept whole and told in full where it is
changed."""


@dataclass(frozen=True, slots=True)
class Told:
    """The sentence and the text under it, wrapped; `height` is that of both."""

    sentence: QTextLayout
    text: QTextLayout | None

    @property
    def height(self) -> float:
        """Pixels from the first line to the last."""
        return height_of(self.sentence) + (height_of(self.text) if self.text else 0)


def told(moment: Interaction, sentence: Sequence[Part], width: float) -> Told:
    """Lay out the sentence, and below it the summary and each private note."""
    written = [moment.summary, *(f"{one.name}: {one.note}" for one in moment.people if one.note)]
    lines = [line for text in written for line in text.splitlines() if line.strip()]
    below = [Part(_short(LINE_SEPARATOR.join(lines), MOST_BELOW), "body", "text2")] if lines else []
    said = [part._replace(text=_short(part.text, MOST_IN_SENTENCE)) for part in sentence]
    return Told(_wrapped(said, width), _wrapped(below, width) if below else None)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def height_of(layout: QTextLayout) -> float:
    """Pixels that a wrapped text takes."""
    return layout.lineCount() * line_height("body")


def _wrapped(parts: Sequence[Part], width: float) -> QTextLayout:
    layout = QTextLayout("".join(part.text for part in parts), font("body"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.setFormats(_formats(parts))
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (line_height("body") - line.height()) / 2))
        top += line_height("body")
    layout.endLayout()
    return layout


def _formats(parts: Sequence[Part]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for part in parts:
        piece, style = QTextLayout.FormatRange(), QTextCharFormat()
        style.setFont(font(part.role))
        style.setForeground(tokens().colour(part.colour))
        piece.start, piece.length, piece.format = start, _units(part.text), style
        ranges.append(piece)
        start += piece.length
    return ranges


def _units(text: str) -> int:
    """How long Qt takes a text to be: characters beyond the first plane count twice there."""
    return len(text.encode("utf-16-le")) // 2
