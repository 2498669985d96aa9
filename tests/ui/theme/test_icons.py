"""Icons take the colour of their token, follow the theme and stay sharp."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from hallway.resources import resource
from hallway.ui.theme import icons, theme
from hallway.ui.theme.look import tokens


def inks(image: QImage) -> set[tuple[int, int, int]]:
    """Return the colours of all fully covered pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {(p.red(), p.green(), p.blue()) for p in pixels if p.alpha() == 255}


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def test_icon_is_painted_in_the_colour_of_its_role(theme_choice: str) -> None:
    image = icons.icon("square", "accent").pixmap(QSize(48, 48)).toImage()
    assert inks(image) == {rgb(tokens().accent)}


def test_disabled_icon_takes_the_disabled_colour(theme_choice: str) -> None:
    image = icons.icon("square", "accent").pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert inks(image) == {rgb(tokens().disabled)}


def test_same_icon_changes_with_the_theme() -> None:
    icon = icons.icon("square", "text")
    before = inks(icon.pixmap(QSize(48, 48)).toImage())
    theme.choose_theme("dark")
    assert inks(icon.pixmap(QSize(48, 48)).toImage()) == {rgb(tokens().text)} != before


def test_icon_has_as_many_pixels_as_the_screen() -> None:
    image = icons.pixmap("sun", 16, tokens().text, 2.0)
    assert image.size() == QSize(32, 32)
    assert image.deviceIndependentSize().toSize() == QSize(16, 16)


def test_lines_are_about_as_wide_at_every_size() -> None:
    assert icons.stroke_on_screen(14) == pytest.approx(1.3)
    assert icons.stroke_on_screen(22) == pytest.approx(1.6)


def test_unknown_icon_is_named() -> None:
    with pytest.raises(icons.UnknownIconError, match="no-such-thing"):
        icons.icon("no-such-thing")


def test_every_icon_draws_something() -> None:
    names = sorted(file.stem for file in resource("icons").glob("*.svg"))
    assert len(names) > 69
    empty = [name for name in names if not has_ink(icons.pixmap(name, 24, tokens().text).toImage())]
    assert empty == []


def has_ink(image: QImage) -> bool:
    return any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_many_icons_outlive_their_engines() -> None:
    kept = [QIcon(icons.icon("sun")) for _ in range(300)]
    gc.collect()
    copies = [QIcon(icon) for icon in kept]
    del kept
    gc.collect()
    assert all(not copy.pixmap(16, 16).isNull() for copy in copies)
