"""Tooltips that hold words of users and files: always plain, and no longer than one reads."""

from __future__ import annotations

from html import escape

MOST_LETTERS = 400


def plain(text: str) -> str:
    """A text for `setToolTip` that shows these very letters; what looks like markup to Qt is escaped as markup."""
    shown = text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1] + "…"
    return f"<qt>{escape(shown)}</qt>".replace("\n", "<br>") if "<" in shown or "&" in shown else shown
