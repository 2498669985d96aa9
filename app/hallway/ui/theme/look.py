"""The look in force: tokens, letter size, density and motion, and the signal that it changed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from hallway.ui.theme.tokens import Tokens, load

Density = Literal["comfortable", "compact"]
SMALLEST_BASE, LARGEST_BASE, USUAL_BASE = 11, 18, 13


class Look(QObject):
    """What every painter reads. ``changed`` fires after any part of it changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = load("light")
        self.base_px: int = USUAL_BASE
        self.density: Density = "comfortable"
        self.motion: bool = True

    def scaled(self, pixels: float) -> int:
        """Return a length that was drawn for 13 px letters, grown with the letters in use."""
        return round(pixels * self.base_px / USUAL_BASE)

    def row_height(self) -> int:
        """Height of a list row in pixels: 54 comfortable, 40 compact, at the usual letters."""
        return self.scaled(54 if self.density == "comfortable" else 40)

    def control_height(self, small: bool = False) -> int:
        """Height of a button or field in pixels: 32, small 28, at the usual letters."""
        return self.scaled(28 if small else 32)

    def duration(self, milliseconds: int) -> int:
        """Return the length of a movement, 0 when motion is off."""
        return milliseconds if self.motion else 0


look = Look()


def tokens() -> Tokens:
    """Return the colours in force. Call it while painting; do not keep the answer."""
    return look.tokens
