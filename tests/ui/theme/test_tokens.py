"""The theme files hold every role, and the palette follows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

from hallway.resources import resource
from hallway.ui.theme import palette as palettes
from hallway.ui.theme import tokens as tokens_module
from hallway.ui.theme.tokens import HUES, ThemeFileError, load, mixed


def test_both_themes_load_and_differ() -> None:
    light, dark = load("light"), load("dark")
    assert light.window != dark.window
    assert dark.is_dark and not light.is_dark


def test_every_hue_has_ink_and_soft_ground() -> None:
    for hue in HUES:
        assert load("light").colour(hue) != load("light").soft(hue)


def test_scrim_lets_the_page_through() -> None:
    assert load("light").scrim.alphaF() == pytest.approx(0.38, abs=0.01)
    assert load("dark").scrim.alphaF() == pytest.approx(0.62, abs=0.01)


@pytest.mark.parametrize(
    "text", ['[a]\nwindow = "#FFFFFF"\n', '[a]\nnothing_we_know = "#FFFFFF"\n'], ids=["missing", "unknown"]
)
def test_incomplete_file_is_refused(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "light.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(tokens_module, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(ThemeFileError):
        load.__wrapped__("light")


def test_value_that_is_no_colour_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = resource("themes", "light.toml").read_text(encoding="utf-8")
    (tmp_path / "light.toml").write_text(whole.replace('"#F6F7F4"', '"greenish"'), encoding="utf-8")
    monkeypatch.setattr(tokens_module, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(ThemeFileError, match="window"):
        load.__wrapped__("light")


def test_palette_follows_the_tokens() -> None:
    tokens = load("dark")
    colours = palettes.palette(tokens)
    assert colours.color(QPalette.ColorRole.Window) == tokens.window
    assert colours.color(QPalette.ColorRole.PlaceholderText) == tokens.text3
    assert colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == tokens.disabled


def test_mixed_stands_between() -> None:
    assert mixed(QColor("black"), QColor("white"), 0.5).lightnessF() == pytest.approx(0.5, abs=0.01)
