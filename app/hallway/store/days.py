"""Days as the tables keep them: ISO text, null or empty for none."""

from __future__ import annotations

from datetime import date


def day(value: str | None) -> date | None:
    """A stored day, or None."""
    return date.fromisoformat(value) if value else None


def stored(value: date | None) -> str | None:
    """A day to store."""
    return value.isoformat() if value else None
