"""Choices that belong to this machine and not to the record: look, letters, density, movement, window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings

from hallway.ui.theme import theme as looks
from hallway.ui.theme.look import Density

KEYS = {"theme": "look/theme", "base_px": "look/base_px", "density": "look/density", "motion": "look/motion"}


class Preferences(QObject):
    """Reads and keeps the choices; each takes effect at once. Without a file they last as long as the window."""

    def __init__(self, settings: QSettings | None = None) -> None:
        super().__init__()
        self.settings = settings if settings is not None else QSettings()

    @property
    def theme(self) -> looks.Choice:
        """System, light or dark."""
        stored = self._stored("theme", "system")
        return "light" if stored == "light" else "dark" if stored == "dark" else "system"

    @property
    def base_px(self) -> int:
        """The letter size in pixels."""
        stored = self._stored("base_px", "13")
        return int(stored) if stored.isdigit() else 13

    @property
    def density(self) -> Density:
        """Roomy or compact rows."""
        return "compact" if self._stored("density", "") == "compact" else "comfortable"

    @property
    def motion(self) -> bool:
        """Whether things may move to explain themselves."""
        return self._stored("motion", "yes") == "yes"

    def choose_theme(self, choice: looks.Choice) -> None:
        """Change to light, dark or whatever the system shows."""
        self._keep("theme", choice)
        looks.choose_theme(choice)

    def choose_base(self, base_px: int) -> None:
        """Change the letter size."""
        self._keep("base_px", str(base_px))
        looks.choose_base(base_px)

    def choose_density(self, density: Density) -> None:
        """Change the height of rows."""
        self._keep("density", density)
        looks.choose_density(density)

    def choose_motion(self, motion: bool) -> None:
        """Switch movements on or off."""
        self._keep("motion", "yes" if motion else "no")
        looks.choose_motion(motion)

    def apply(self) -> None:
        """Bring the look to what was chosen; the application must have been dressed before."""
        looks.choose_density(self.density)
        looks.choose_motion(self.motion)

    def _stored(self, key: str, default: str) -> str:
        return str(self.settings.value(KEYS[key], default))

    def _keep(self, key: str, value: str) -> None:
        self.settings.setValue(KEYS[key], value)
