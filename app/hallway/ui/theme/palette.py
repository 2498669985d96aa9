"""The Qt palette made from a theme's tokens, for everything Qt paints by itself."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from hallway.ui.theme.tokens import Tokens, faded

_Role = QPalette.ColorRole

_ROLES = {
    _Role.Window: "window",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunken",
    _Role.Text: "text",
    _Role.WindowText: "text",
    _Role.ButtonText: "text",
    _Role.PlaceholderText: "text3",
    _Role.BrightText: "on_accent",
    _Role.Button: "surface",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.ToolTipBase: "raised",
    _Role.ToolTipText: "text",
    _Role.Light: "surface",
    _Role.Midlight: "hover",
    _Role.Mid: "line",
    _Role.Dark: "control",
    _Role.Shadow: "control",
    _Role.Accent: "accent",
}
_DIMMED = (_Role.Text, _Role.WindowText, _Role.ButtonText, _Role.PlaceholderText, _Role.HighlightedText)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette for the whole application."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, tokens.colour(name))
    for role in _DIMMED:
        result.setColor(QPalette.ColorGroup.Disabled, role, tokens.disabled)
    result.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, faded(tokens.control, 0.3))
    return result
