"""Lists of people: sorted and filtered in SQL, read page by page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hallway.domain.people import Order, PersonRow, Standing
from hallway.store.days import day
from hallway.store.words import beginning
from hallway.store.work import View

ORDERS = {
    Order.RECENT: "g.last_on DESC, g.sort_name",
    Order.NAME: "g.sort_name",
    Order.NEXT: "g.wish_on = '', g.wish_on, g.sort_name",
    Order.ADDED: "g.added_on DESC, g.person_id DESC",
}


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Which people a list shows: their standing, words anywhere about them, groups (any of them), one import."""

    standing: Standing = Standing.ACTIVE
    words: str = ""
    groups: frozenset[int] = frozenset()
    import_run: int | None = None
    order: Order = Order.RECENT


def page(look: View, chosen: PeopleFilter, limit: int, offset: int = 0) -> tuple[PersonRow, ...]:
    """One page of a list."""
    conditions, parameters = _conditions(chosen)
    rows = look.rows(
        f"""SELECT g.person_id, g.name, g.line, g.standing, g.last_on, g.wish_on, g.rhythm_days FROM glance g
             WHERE {conditions} ORDER BY {ORDERS[chosen.order]} LIMIT ? OFFSET ?""",
        *parameters, limit, offset,
    )  # fmt: skip
    return tuple(_row(row) for row in rows)


def ids(look: View, chosen: PeopleFilter) -> tuple[int, ...]:
    """The ids of a whole list, in order; what pages are then read by."""
    conditions, parameters = _conditions(chosen)
    query = f"SELECT g.person_id FROM glance g WHERE {conditions} ORDER BY {ORDERS[chosen.order]}"
    return tuple(id_ for (id_,) in look.rows(query, *parameters))


def count(look: View, chosen: PeopleFilter) -> int:
    """How many people a list shows."""
    conditions, parameters = _conditions(chosen)
    return int(look.value(f"SELECT count(*) FROM glance g WHERE {conditions}", *parameters))


def rows_of(look: View, person_ids: Sequence[int]) -> dict[int, PersonRow]:
    """The rows of these people."""
    rows = look.rows(
        """SELECT g.person_id, g.name, g.line, g.standing, g.last_on, g.wish_on, g.rhythm_days
             FROM glance g WHERE g.person_id IN (SELECT value FROM json_each(?))""",
        json.dumps(list(person_ids)),
    )
    return {row[0]: _row(row) for row in rows}


def _conditions(chosen: PeopleFilter) -> tuple[str, list[Any]]:
    conditions, parameters = ["g.standing = ?"], [chosen.standing.value]
    if match := beginning(chosen.words):
        conditions.append("g.person_id IN (SELECT rowid FROM person_words WHERE person_words MATCH ?)")
        parameters.append(match)
    if chosen.groups:
        marks = ",".join("?" * len(chosen.groups))
        conditions.append(f"g.person_id IN (SELECT person_id FROM group_member WHERE group_id IN ({marks}))")
        parameters.extend(map(str, sorted(chosen.groups)))
    if chosen.import_run is not None:
        conditions.append("g.person_id IN (SELECT id FROM person WHERE import_run_id = ?)")
        parameters.append(str(chosen.import_run))
    return " AND ".join(conditions), parameters


def _row(row: tuple[Any, ...]) -> PersonRow:
    id_, name, line, standing, last_on, wish_on, rhythm = row
    return PersonRow(id_, name, line, Standing(standing), day(last_on), day(wish_on), rhythm)
