"""Loads the letters that come with Hallway: Inter and Inter Display."""

from __future__ import annotations

import logging
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from hallway.resources import resource

TEXT_FAMILY = "Inter"
DISPLAY_FAMILY = "Inter Display"
_FALLBACK = ("Noto Sans", "Segoe UI", "Helvetica Neue", "sans-serif")

_log = logging.getLogger(__name__)


@cache
def load_fonts() -> bool:
    """Register every bundled font file once; True when all could be read. Needs an application."""
    files = sorted(resource("fonts").glob("*.[ot]tf"))
    unread = [file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0]
    if unread or not files:
        _log.warning("fonts not read: %s", ", ".join(unread) or "none found")
    for family in (TEXT_FAMILY, DISPLAY_FAMILY):
        QFont.insertSubstitutions(family, list(_FALLBACK))
    return bool(files) and not unread
