"""What the user is and was in organisations."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from hallway.domain import errors
from hallway.domain.organisations import Membership, MyGroup
from hallway.store.days import day, stored
from hallway.store.work import View, Work

COLUMNS: Final = "m.role, m.start_on, m.end_on, m.contribution, m.id, m.next_on, m.next_what"


def of_organisation(look: View, organisation_id: int) -> tuple[Membership, ...]:
    """The user's own parts in it; those that stand first, newest first."""
    rows = look.rows(
        f"""SELECT {COLUMNS} FROM membership m WHERE m.organisation_id = ?
             ORDER BY m.end_on <> '', m.start_on DESC, m.id DESC""",
        organisation_id,
    )
    return tuple(map(_membership, rows))


def mine(look: View) -> tuple[MyGroup, ...]:
    """Everything the user belongs or belonged to: what stands first, the next meeting before the others."""
    rows = look.rows(
        f"""SELECT o.id, o.name, o.kind, (SELECT count(DISTINCT a.person_id) FROM affiliation a
                     JOIN glance g ON g.person_id = a.person_id
                    WHERE a.organisation_id = o.id AND a.end_on = '' AND g.standing <> 'let go'), {COLUMNS}
              FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE o.let_go_on IS NULL
             ORDER BY m.end_on <> '', m.next_on IS NULL, m.next_on, m.start_on DESC, o.name, m.id"""
    )
    return tuple(MyGroup(id_, name, kind, _membership(tuple(one)), there) for id_, name, kind, there, *one in rows)


def meeting(look: View, on: date, until: date) -> tuple[MyGroup, ...]:
    """Those with a meeting from a day to another."""
    return tuple(one for one in mine(look) if one.mine.next_on is not None and on <= one.mine.next_on <= until)


def get(look: View, membership_id: int) -> MyGroup:
    """One of them. Raises `NotFound`."""
    found = next((one for one in mine(look) if one.mine.id == membership_id), None)
    if found is None:
        raise errors.NotFound("This part of yours is no longer in your record.")
    return found


def organisation_of(look: View, membership_id: int) -> int:
    """Where the user has that part. Raises `NotFound`."""
    found = look.value("SELECT organisation_id FROM membership WHERE id = ?", membership_id)
    if found is None:
        raise errors.NotFound("This part of yours is no longer in your record.")
    return int(found)


def add(step: Work, organisation_id: int, mine: Membership) -> int:
    """Note a part of the user's own; returns its id."""
    step.execute(
        """INSERT INTO membership (organisation_id, role, start_on, end_on, contribution, next_on, next_what, notes)
           VALUES (?, ?, ?, ?, ?, ?, ?, '')""",
        organisation_id, mine.role, mine.start_on, mine.end_on, mine.brings, stored(mine.next_on), mine.next_what,
    )  # fmt: skip
    return step.database.connection.last_insert_rowid()


def change(step: Work, mine: Membership) -> None:
    """Bring the part with `mine.id` to what is given."""
    step.execute(
        """UPDATE membership SET role = ?, start_on = ?, end_on = ?, contribution = ?, next_on = ?, next_what = ?
            WHERE id = ?""",
        mine.role, mine.start_on, mine.end_on, mine.brings, stored(mine.next_on), mine.next_what, mine.id,
    )  # fmt: skip


def remove(step: Work, membership_id: int) -> None:
    """Take a part of the user's own away."""
    step.execute("DELETE FROM membership WHERE id = ?", membership_id)


def _membership(row: tuple[Any, ...]) -> Membership:
    role, start, end, brings, id_, next_on, next_what = row
    return Membership(role, start, end, brings, id_, day(next_on), next_what)
