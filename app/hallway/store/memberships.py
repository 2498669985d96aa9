"""What the user is and was in organisations."""

from __future__ import annotations

from hallway.domain import errors
from hallway.domain.organisations import Membership
from hallway.store.work import View, Work


def of_organisation(look: View, organisation_id: int) -> tuple[Membership, ...]:
    """The user's own parts in it; those that stand first, newest first."""
    rows = look.rows(
        """SELECT role, start_on, end_on, notes, id FROM membership WHERE organisation_id = ?
            ORDER BY end_on <> '', start_on DESC, id DESC""",
        organisation_id,
    )
    return tuple(Membership(*row) for row in rows)


def organisation_of(look: View, membership_id: int) -> int:
    """Where the user has that part. Raises `NotFound`."""
    found = look.value("SELECT organisation_id FROM membership WHERE id = ?", membership_id)
    if found is None:
        raise errors.NotFound("This part of yours is no longer in your record.")
    return int(found)


def add(step: Work, organisation_id: int, mine: Membership) -> int:
    """Note a part of the user's own; returns its id."""
    step.execute(
        "INSERT INTO membership (organisation_id, role, start_on, end_on, notes) VALUES (?, ?, ?, ?, ?)",
        organisation_id, mine.role, mine.start_on, mine.end_on, mine.brings,
    )  # fmt: skip
    return step.database.connection.last_insert_rowid()


def change(step: Work, mine: Membership) -> None:
    """Bring the part with `mine.id` to what is given."""
    step.execute(
        "UPDATE membership SET role = ?, start_on = ?, end_on = ?, notes = ? WHERE id = ?",
        mine.role, mine.start_on, mine.end_on, mine.brings, mine.id,
    )  # fmt: skip


def remove(step: Work, membership_id: int) -> None:
    """Take a part of the user's own away."""
    step.execute("DELETE FROM membership WHERE id = ?", membership_id)
