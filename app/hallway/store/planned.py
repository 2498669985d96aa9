"""The days that the plan gave last, kept from one start to the next: a plan stands until something changes.

Not part of the history, and never asked for its own sake: whoever finds nothing here plans anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hallway.store.work import View, Work

Told = tuple[int, date, date]
"""A person, the day they were told, and the day that was wished for then."""


def state(look: View) -> str:
    """Words that differ whenever a step was done, undone or done again."""
    newest, undone, steps = look.row("SELECT max(id), total(undone), count(*) FROM change") or (0, 0, 0)
    return f"{newest or 0} {undone:.0f} {steps}"


def stands(look: View) -> bool:
    """Whether days are kept, nothing has changed since, and nobody waits whose day has passed."""
    first, as_of = look.row("SELECT min(on_day), as_of FROM planned_day") or (None, "")
    return first is not None and first >= look.today.isoformat() and as_of == state(look)


def told(look: View, limits: str) -> tuple[Told, ...]:
    """The days told under these limits (the words they were kept with), whatever has changed since."""
    rows = look.rows("SELECT person_id, on_day, wished_on FROM planned_day WHERE limits = ?", limits)
    return tuple((person_id, date.fromisoformat(on), date.fromisoformat(wished)) for person_id, on, wished in rows)


def up_to(look: View, day: date) -> tuple[tuple[int, str, date], ...]:
    """Id, name and day of those whose turn comes up to a day, in order."""
    rows = look.rows(
        """SELECT p.person_id, g.name, p.on_day FROM planned_day p JOIN glance g ON g.person_id = p.person_id
            WHERE p.on_day <= ? ORDER BY p.on_day, p.person_id""",
        day.isoformat(),
    )
    return tuple((person_id, name, date.fromisoformat(on)) for person_id, name, on in rows)


def keep(step: Work, days: Iterable[Told], limits: str) -> None:
    """Keep these days in place of all others."""
    now = state(step)
    step.execute("DELETE FROM planned_day")
    step.execute_many(
        "INSERT INTO planned_day (person_id, on_day, wished_on, limits, as_of) VALUES (?, ?, ?, ?, ?)",
        [(person_id, on.isoformat(), wished.isoformat(), limits, now) for person_id, on, wished in days],
    )
