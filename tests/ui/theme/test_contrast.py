"""The contrast of every pair of colours that meet on screen, from the theme files in use."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from hallway.ui.theme.tokens import ThemeName, load

# (ink, ground, least ratio, ratio in light, ratio in dark); the last two keep the files from drifting.
PAIRS = [
    ("text", "window", 7, 15.51, 15.43),
    ("text", "surface", 7, 16.68, 14.21),
    ("text", "selected", 7, 14.09, 11.13),
    ("text2", "surface", 4.5, 8.07, 8.87),
    ("text2", "rail", 4.5, 6.91, 10.07),
    ("text2", "selected", 4.5, 6.82, 6.95),
    ("text3", "surface", 4.5, 5.50, 5.84),
    ("text3", "window", 4.5, 5.12, 6.34),
    ("text3", "rail", 4.5, 4.71, 6.63),
    ("text3", "selected", 4.5, 4.65, 4.58),
    ("text3", "sunken", 4.5, 4.93, 6.22),
    ("danger", "danger_soft", 4.5, 5.68, 5.97),
    ("chart1", "surface", 3, 6.49, 8.14),
    ("on_accent", "accent", 4.5, 6.49, 8.47),
    ("accent_text", "accent_soft", 4.5, 7.15, 7.61),
    ("accent", "surface", 4.5, 6.49, 8.14),
    ("control", "surface", 3, 3.51, 3.71),
    ("control", "window", 3, 3.26, 4.03),
    ("accent", "selected", 3, 5.48, 6.38),
    ("rose", "rose_soft", 4.5, 5.84, 6.81),
    ("blue", "blue_soft", 4.5, 5.99, 6.86),
    ("green", "green_soft", 4.5, 5.48, 6.89),
    ("amber", "amber_soft", 4.5, 5.94, 7.10),
    ("violet", "violet_soft", 4.5, 6.45, 6.66),
    ("slate", "slate_soft", 4.5, 6.53, 6.77),
    ("chart2", "surface", 3, 3.72, 7.64),
    ("toast_text", "toast", 7, 12.4, 12.4),
    ("toast_action", "toast", 4.5, 8.5, 8.5),
]
# Pairs the controls bring together beyond that list.
MORE = [
    ("text", "raised", 7),
    ("text2", "raised", 4.5),
    ("text3", "raised", 4.5),
    ("text", "hover", 7),
    ("text2", "hover", 4.5),
    ("text2", "sunken", 4.5),
    ("text3", "hover", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("accent", "window", 4.5),
    ("accent", "raised", 3),
    ("accent", "rail", 4.5),
    ("accent", "sunken", 4.5),
    ("danger", "surface", 4.5),
    ("chart3", "surface", 3),
    ("on_accent", "rose", 4.5),
    ("on_accent", "blue", 4.5),
    ("on_accent", "green", 4.5),
    ("on_accent", "amber", 4.5),
    ("on_accent", "violet", 4.5),
    ("on_accent", "slate", 4.5),
]


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast ratio of WCAG 2, 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least", "light", "dark"), PAIRS)
def test_pair_is_readable_and_as_designed(
    ink: str, ground: str, least: float, light: float, dark: float, name: ThemeName
) -> None:
    tokens = load(name)
    ratio = contrast(tokens.colour(ink), tokens.colour(ground))
    assert ratio >= least
    assert ratio == pytest.approx(light if name == "light" else dark, abs=0.06)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), MORE)
def test_further_pair_is_readable(ink: str, ground: str, least: float, name: ThemeName) -> None:
    tokens = load(name)
    assert contrast(tokens.colour(ink), tokens.colour(ground)) >= least
