"""Choices that belong to this machine and not to the record: look, letters, density, movement, window."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from hallway.domain.errors import HallwayError
from hallway.host.paths import private
from hallway.ui.theme import theme as looks
from hallway.ui.theme.look import Density

FILE = "window.ini"
KEYS = {
    "theme": "look/theme", "base_px": "look/base_px", "density": "look/density", "motion": "look/motion",
    "calendar": "export/calendar", "plan": "plan/shown_as", "evening": "today/evening_hour",
    "lock_after": "lock/after_minutes", "remembered": "lock/remembered_here",
}  # fmt: skip

HOURS_A_DAY = 24
LOCK_AFTER = (5, 15, 30, 0)


def settings_in(folder: Path) -> QSettings:
    """The file of a data folder in which they are kept, for its owner alone; none in a folder that takes nothing."""
    with suppress(HallwayError):
        private(folder / FILE)
    return QSettings(str(folder / FILE), QSettings.Format.IniFormat)


class Preferences(QObject):
    """Reads and keeps the choices; each takes effect at once. Without a file they last as long as the window."""

    evening_chosen = Signal()
    """Emitted when the hour of the evening's notification was chosen, or none."""

    def __init__(self, settings: QSettings | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._unfiled: dict[str, str] = {}

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

    @property
    def calendar(self) -> str:
        """What was chosen for the last calendar, in the words of the panel that chose; empty before the first."""
        return self._stored("calendar", "")

    def keep_calendar(self, words: str) -> None:
        """Remember what was chosen for a calendar."""
        self._keep("calendar", words)

    @property
    def plan_as(self) -> str:
        """How the weeks ahead are shown: "list" or "calendar"."""
        return "calendar" if self._stored("plan", "") == "calendar" else "list"

    def keep_plan_as(self, twin: str) -> None:
        """Remember how the weeks ahead are shown."""
        self._keep("plan", twin)

    @property
    def evening(self) -> int | None:
        """The hour of the day's one notification; None, as it is until somebody asks for it, for none at all."""
        stored = self._stored("evening", "")
        return int(stored) if stored.isdecimal() and int(stored) < HOURS_A_DAY else None

    def choose_evening(self, hour: int | None) -> None:
        """Be told once in the evening what waits, at this hour; None for never."""
        self._keep("evening", "" if hour is None else str(hour))
        self.evening_chosen.emit()

    @property
    def lock_after(self) -> int:
        """Minutes without use after which an encrypted record is locked; 0 for never."""
        stored = self._stored("lock_after", "")
        return int(stored) if stored.isdecimal() and int(stored) in LOCK_AFTER else LOCK_AFTER[1]

    def choose_lock_after(self, minutes: int) -> None:
        """Change after how long it locks."""
        self._keep("lock_after", str(minutes))

    @property
    def is_remembered(self) -> bool:
        """Whether the password store of this machine was told to open the record."""
        return self._stored("remembered", "") == "yes"

    def keep_remembered(self, remembered: bool) -> None:
        """Note whether it was told."""
        self._keep("remembered", "yes" if remembered else "")

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
        if self._settings is None:
            return self._unfiled.get(key, default)
        return str(self._settings.value(KEYS[key], default))

    def _keep(self, key: str, value: str) -> None:
        if self._settings is None:
            self._unfiled[key] = value
        else:
            self._settings.setValue(KEYS[key], value)
