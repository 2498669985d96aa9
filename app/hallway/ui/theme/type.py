"""The roles of lettering: which font, weight and size each kind of text has."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from hallway.ui.theme.fonts import DISPLAY_FAMILY, TEXT_FAMILY
from hallway.ui.theme.look import look

TextRole = Literal[
    "display", "title", "lead", "heading", "item", "body", "name", "strong",
    "small", "section", "caption", "key",
]  # fmt: skip

_SMALLEST_PX = 11
MOST_IN_LINE = 2_000


class Lettering(NamedTuple):
    """Size and line as multiples of the base letter size."""

    size: float
    line: float
    weight: int = 400
    display: bool = False


LETTERING: dict[TextRole, Lettering] = {
    "display": Lettering(2.0, 34 / 13, 600, display=True),
    "title": Lettering(1.54, 28 / 13, 600, display=True),
    "lead": Lettering(1.15, 24 / 13),
    "heading": Lettering(1.15, 22 / 13, 600),
    "item": Lettering(1.08, 20 / 13, 600),
    "body": Lettering(1.0, 20 / 13),
    "name": Lettering(1.0, 20 / 13, 500),
    "strong": Lettering(1.0, 20 / 13, 600),
    "small": Lettering(0.92, 16 / 13),
    "section": Lettering(0.92, 16 / 13, 600),
    "caption": Lettering(0.85, 16 / 13),
    "key": Lettering(0.85, 16 / 13, 500),
}


def font(role: TextRole) -> QFont:
    """Return the font of a role at the letter size in force."""
    return QFont(_font(role, look.base_px))


def metrics(role: TextRole) -> QFontMetricsF:
    """Return the measures of a role's font; shared, so treat it as read-only."""
    return _metrics(role, look.base_px)


def line_height(role: TextRole) -> int:
    """Return the distance of two lines in pixels."""
    return round(LETTERING[role].line * look.base_px)


def width(role: TextRole, text: str) -> float:
    """Return how wide a text runs in pixels; of a very long one, how wide its beginning does."""
    return _width(role, look.base_px, in_line(text))


def in_line(text: str) -> str:
    """The part of a text that could ever stand in one line: measuring fifty thousand letters takes too long."""
    return text if len(text) <= MOST_IN_LINE else text[:MOST_IN_LINE]


@lru_cache(maxsize=8192)
def _width(role: TextRole, base_px: int, text: str) -> float:
    return _metrics(role, base_px).horizontalAdvance(text)


@lru_cache(maxsize=256)
def _font(role: TextRole, base_px: int) -> QFont:
    lettering = LETTERING[role]
    result = QFont(DISPLAY_FAMILY if lettering.display else TEXT_FAMILY)
    result.setPixelSize(max(_SMALLEST_PX, round(lettering.size * base_px)))
    result.setWeight(QFont.Weight(lettering.weight))
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if lettering.display:
        result.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99.5)
    return result


@lru_cache(maxsize=256)
def _metrics(role: TextRole, base_px: int) -> QFontMetricsF:
    return QFontMetricsF(_font(role, base_px))


def tabular(source: QFont) -> QFont:
    """Return the font with figures of equal width, where Qt can do that (6.7)."""
    result = QFont(source)
    if hasattr(result, "setFeature"):
        result.setFeature(QFont.Tag("tnum"), 1)
    return result
