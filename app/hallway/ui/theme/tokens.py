"""The colour roles of a theme, read from ``resources/themes``."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Literal, NamedTuple, get_args

from PySide6.QtGui import QColor

from hallway.resources import resource

ThemeName = Literal["light", "dark"]
HueName = Literal["rose", "blue", "green", "amber", "violet", "slate"]
HUES: tuple[HueName, ...] = get_args(HueName)


class ThemeFileError(Exception):
    """A theme file lacks a role, has one too many, or a value that is no colour."""


class Tokens(NamedTuple):
    """One colour per role. ``name`` tells which theme they came from."""

    name: ThemeName
    window: QColor
    rail: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    selected: QColor
    line: QColor
    control: QColor
    text: QColor
    text2: QColor
    text3: QColor
    disabled: QColor
    accent: QColor
    accent_hover: QColor
    accent_soft: QColor
    on_accent: QColor
    accent_text: QColor
    danger: QColor
    danger_soft: QColor
    rose: QColor
    rose_soft: QColor
    blue: QColor
    blue_soft: QColor
    green: QColor
    green_soft: QColor
    amber: QColor
    amber_soft: QColor
    violet: QColor
    violet_soft: QColor
    slate: QColor
    slate_soft: QColor
    chart1: QColor
    chart2: QColor
    chart3: QColor
    toast: QColor
    toast_text: QColor
    toast_action: QColor
    scrim: QColor

    def colour(self, role: str | QColor) -> QColor:
        """Return the colour of a role by name; a colour is handed back as it is."""
        if isinstance(role, QColor):
            return role
        found = getattr(self, role)
        assert isinstance(found, QColor), role
        return found

    def soft(self, hue: str) -> QColor:
        """Return the soft ground that belongs to an ink: ``soft("rose")`` is ``rose_soft``."""
        return self.colour(f"{hue}_soft")

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"


def faded(colour: QColor, opacity: float) -> QColor:
    """Return the colour at the given opacity, 0 to 1."""
    result = QColor(colour)
    result.setAlphaF(opacity)
    return result


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return a colour between two, ``share`` of the second in it, 0 to 1."""
    channels = zip(first.getRgbF(), second.getRgbF(), strict=True)  # type: ignore[call-overload]
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in channels))


@cache
def load(name: ThemeName) -> Tokens:
    """Read one theme file. Raises ThemeFileError when a role is missing, unknown or no colour."""
    sections = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    values = {role: value for section in sections.values() for role, value in section.items()}
    roles = set(Tokens._fields) - {"name"}
    if values.keys() != roles:
        raise ThemeFileError(f"{name}.toml differs in {sorted(values.keys() ^ roles)}")
    return Tokens(name=name, **{role: _colour(role, value) for role, value in values.items()})


def _colour(role: str, value: object) -> QColor:
    if isinstance(value, dict):
        return faded(_colour(role, value.get("colour")), float(value.get("opacity", 1.0)))
    colour = QColor(value) if isinstance(value, str) else QColor()
    if not colour.isValid():
        raise ThemeFileError(f"{role} is not a colour: {value!r}")
    return colour
