"""What was let go and waits for thirty days: people, events and organisations in one list."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from hallway.store.people import TRASH_DAYS
from hallway.store.work import View

LET_GO = """
    SELECT 'person' AS kind, id, name, let_go_on, 0 AS stays FROM person WHERE standing = 'let go'
    UNION ALL SELECT 'event', id, title, let_go_on, 0 FROM event WHERE let_go_on IS NOT NULL
    UNION ALL SELECT 'organisation', id, name, let_go_on,
                     EXISTS (SELECT 1 FROM affiliation WHERE organisation_id = organisation.id)
                FROM organisation WHERE let_go_on IS NOT NULL
"""


class LetGo(NamedTuple):
    """One thing in the trash. `days_left` is how many days it still waits; 0 on the last one.

    `stays` says that it is not forgotten however long it waits: people's pages need its name.
    """

    kind: str
    id: int
    name: str
    on: date
    days_left: int
    stays: bool = False


def listed(look: View, limit: int = 1000) -> tuple[LetGo, ...]:
    """What was let go, the newest first."""
    query = f"SELECT kind, id, name, let_go_on, stays FROM ({LET_GO}) ORDER BY let_go_on DESC, name LIMIT ?"
    return tuple(_let_go(row, look.today) for row in look.rows(query, limit))


def count(look: View) -> int:
    """How much was let go."""
    return int(look.value(f"SELECT count(*) FROM ({LET_GO})"))


def holds_old(look: View) -> bool:
    """Whether something has waited for longer than its thirty days, and nobody's page needs its name."""
    before = (look.today - timedelta(days=TRASH_DAYS)).isoformat()
    query = f"SELECT EXISTS (SELECT 1 FROM ({LET_GO}) WHERE let_go_on < ? AND NOT stays)"
    return bool(look.value(query, before))


def _let_go(row: tuple[str, int, str, str | None, int], today: date) -> LetGo:
    kind, id_, name, text, stays = row
    on = date.fromisoformat(text) if text else today
    return LetGo(kind, id_, name, on, max(0, TRASH_DAYS - (today - on).days), bool(stays))
