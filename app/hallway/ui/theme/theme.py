"""Puts a look on the application and keeps it: light or dark, letter size, density, motion.

``apply(app)`` once at the start; ``choose_theme``, ``choose_base``, ``choose_density`` and
``choose_motion`` at any time after. Painters read ``look.tokens()``; who must lay itself out anew
connects to ``look.look.changed``.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication, QToolTip

from hallway.ui.theme.focus import RingBearer
from hallway.ui.theme.fonts import load_fonts
from hallway.ui.theme.look import LARGEST_BASE, SMALLEST_BASE, USUAL_BASE, Density, look
from hallway.ui.theme.palette import palette
from hallway.ui.theme.style import HallwayStyle
from hallway.ui.theme.tokens import ThemeName, load
from hallway.ui.theme.type import font

Choice = Literal["system", "light", "dark"]

_CLASS_FONTS = {"QPushButton": "name", "QToolTip": "small", "QTipLabel": "small", "QHeaderView": "section"}
_PIXMAP_CACHE_KB = 32 * 1024


class Keeper(QObject):
    """Holds what must live as long as the application, and follows the system's light or dark."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.app = app
        self.choice: Choice = "system"
        self.style = HallwayStyle()
        self.rings = RingBearer(app)
        app.setStyle(self.style)
        hints = QGuiApplication.styleHints()
        if hasattr(hints, "colorSchemeChanged"):
            hints.colorSchemeChanged.connect(self.follow_system)

    def follow_system(self) -> None:
        """Change over when the system did and the person left the choice to it."""
        if self.choice == "system":
            self.dress()

    def dress(self) -> None:
        """Put the chosen colours and letters on the application and tell everyone."""
        look.tokens = load(_resolved(self.choice))
        colours = palette(look.tokens)
        self.app.setPalette(colours)
        QToolTip.setPalette(colours)
        self.app.setFont(font("body"))
        for name, role in _CLASS_FONTS.items():
            self.app.setFont(font(role), name)  # type: ignore[arg-type]
        look.changed.emit()


_keepers: list[Keeper] = []


def apply(app: QApplication, choice: Choice = "system", base_px: int = USUAL_BASE) -> None:
    """Dress the application: fonts, style, palette. Called again it only changes the choice."""
    if not _keepers:
        load_fonts()
        QPixmapCache.setCacheLimit(_PIXMAP_CACHE_KB)
        _keepers.append(Keeper(app))
    look.base_px = _within_bounds(base_px)
    choose_theme(choice)


def choose_theme(choice: Choice) -> None:
    """Change to light, dark or whatever the system shows."""
    keeper = _keepers[-1]
    keeper.choice = choice
    _force_scheme(choice)
    keeper.dress()


def choose_base(base_px: int) -> None:
    """Change the base letter size, 11 to 18 px; everything grows with it."""
    look.base_px = _within_bounds(base_px)
    _keepers[-1].dress()


def choose_density(density: Density) -> None:
    """Change between roomy and compact rows."""
    look.density = density
    look.changed.emit()


def choose_motion(motion: bool) -> None:
    """Switch movements on or off."""
    look.motion = motion
    look.changed.emit()


def _within_bounds(base_px: int) -> int:
    return min(max(base_px, SMALLEST_BASE), LARGEST_BASE)


def _resolved(choice: Choice) -> ThemeName:
    return _system_theme() if choice == "system" else choice


def _system_theme() -> ThemeName:
    hints = QGuiApplication.styleHints()
    if hasattr(hints, "colorScheme"):
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return "dark" if ground.lightness() < 128 else "light"


def _force_scheme(choice: Choice) -> None:
    """Ask the system to colour the window frame alike (Qt 6.8)."""
    hints = QGuiApplication.styleHints()
    if hasattr(hints, "setColorScheme"):
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        hints.setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))
