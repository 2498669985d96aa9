"""Addresses on the web that somebody else may have written."""

from __future__ import annotations

from PySide6.QtCore import QUrl

SAFE_SCHEMES = ("https", "http")


def is_safe(address: str) -> bool:
    """Whether an address may be handed to the system: a whole one on the web, nothing else."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in SAFE_SCHEMES and bool(url.host())
