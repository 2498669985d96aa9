"""How long `hallway demo` takes to make the promised book."""

from __future__ import annotations

from tests.bench import books
from tests.bench.rows import Row, at_most

LIMIT = 60


def rows(scale: float) -> list[Row]:
    """The whole process, as a person would start it."""
    made = books.book(books.scaled(scale))
    return [at_most(f"demo of {made.people:,} people", "s", made.seconds, LIMIT)]
