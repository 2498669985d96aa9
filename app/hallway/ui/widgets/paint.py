"""The strokes row painters use, gathered: boxes, lines, text, rings, dots, chips, faces, keys."""

from __future__ import annotations

from hallway.ui.theme.icons import draw as icon
from hallway.ui.theme.keycaps import caps_width, draw_caps
from hallway.ui.theme.paint import (
    CENTRE,
    LEFT,
    RIGHT,
    Part,
    chip,
    chip_width,
    focus_ring,
    hairline,
    kind_dot,
    rounded_rect,
    row_ground,
    selection_bar,
    smooth,
    solid_dot,
    text_elided,
    text_parts,
    upright_line,
)
from hallway.ui.widgets.avatar import Badge, paint_avatar

__all__ = [
    "CENTRE", "LEFT", "RIGHT", "Badge", "Part", "caps_width", "chip", "chip_width", "draw_caps",
    "focus_ring", "hairline", "icon", "kind_dot", "paint_avatar", "rounded_rect", "row_ground",
    "selection_bar", "smooth", "solid_dot", "text_elided", "text_parts", "upright_line",
]  # fmt: skip
