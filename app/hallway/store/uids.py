"""Lasting ids, the same in every copy and every export of a record."""

from __future__ import annotations


def random_uid() -> str:
    """A lasting id that nobody else will ever have."""
    from uuid import uuid4  # with the first write, not with the start: it asks the system for much

    return str(uuid4())
