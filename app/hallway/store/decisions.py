"""What was decided about items of Today: another day, not needed, a check-in on a day fixed by hand."""

from __future__ import annotations

from datetime import date

from hallway.store.days import day, stored
from hallway.store.work import View, Work


def decisions(look: View) -> dict[tuple[str, int], date | None]:
    """What was decided about items of Today: (kind, subject) to the day they come back, None for not needed."""
    rows = look.rows("SELECT kind, subject_id, until_on FROM decision")
    return {(kind, subject): day(until_on) for kind, subject, until_on in rows}


def decide(step: Work, kind: str, subject_id: int, until_on: date | None) -> None:
    """Put an item of Today off until a day, or (None) mark it not needed."""
    step.execute(
        """INSERT INTO decision (kind, subject_id, until_on, made_on) VALUES (?, ?, ?, ?)
           ON CONFLICT (kind, subject_id) DO UPDATE SET until_on = excluded.until_on, made_on = excluded.made_on""",
        kind, subject_id, stored(until_on), stored(step.today),
    )  # fmt: skip


def fix_check_in(step: Work, person_id: int, on: date | None) -> None:
    """Fix the next check-in by hand, or (None) leave it to the rhythm."""
    step.execute(
        "UPDATE person SET check_in_on = ?, check_in_set_on = ? WHERE id = ?",
        stored(on), stored(step.today) if on else None, person_id,
    )  # fmt: skip
