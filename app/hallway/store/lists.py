"""Lists of people: sorted and filtered in SQL, read page by page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from hallway.domain.people import Order, PersonRow, Standing
from hallway.store import conditions as narrowed
from hallway.store.conditions import Condition
from hallway.store.days import day
from hallway.store.words import beginning
from hallway.store.work import View

E = TypeVar("E", bound=StrEnum)

ORDERS = {
    Order.RECENT: "g.last_on DESC, g.sort_name",
    Order.NAME: "g.sort_name",
    Order.NEXT: "g.wish_on = '', g.wish_on, g.sort_name",
    Order.ADDED: "g.added_on DESC, g.person_id DESC",
}


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Which people a list shows: their standing, words anywhere about them, groups (any of them), one import,
    and whatever else must hold (all of it)."""

    standing: Standing = Standing.ACTIVE
    words: str = ""
    groups: frozenset[int] = frozenset()
    import_run: int | None = None
    order: Order = Order.RECENT
    conditions: tuple[Condition, ...] = ()


def to_json(chosen: PeopleFilter) -> str:
    """The filter as it is kept; only what differs from showing everyone."""
    kept: dict[str, Any] = {"standing": chosen.standing.value, "order": chosen.order.value}
    kept |= {"words": chosen.words} if chosen.words else {}
    kept |= {"groups": sorted(chosen.groups)} if chosen.groups else {}
    kept |= {"import_run": chosen.import_run} if chosen.import_run is not None else {}
    kept |= {"conditions": narrowed.to_json(chosen.conditions)} if chosen.conditions else {}
    return json.dumps(kept)


def from_json(text: str) -> PeopleFilter:
    """The filter out of what was kept. What a newer Hallway added, and what does not read, narrows nothing."""
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        kept = {}
    kept = kept if isinstance(kept, dict) else {}
    words, run, groups = kept.get("words"), kept.get("import_run"), kept.get("groups")
    return PeopleFilter(
        standing=_one_of(Standing, kept.get("standing"), Standing.ACTIVE),
        words=words if isinstance(words, str) else "",
        groups=frozenset(filter(_is_id, groups)) if isinstance(groups, list) else frozenset(),
        import_run=run if _is_id(run) else None,
        order=_one_of(Order, kept.get("order"), Order.RECENT),
        conditions=narrowed.from_json(kept.get("conditions")),
    )


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**63


def _one_of(kind: type[E], value: object, otherwise: E) -> E:
    return next((one for one in kind if one.value == value), otherwise)


def page(look: View, chosen: PeopleFilter, limit: int, offset: int = 0) -> tuple[PersonRow, ...]:
    """One page of a list."""
    conditions, parameters = _conditions(look, chosen)
    rows = look.rows(
        f"""SELECT g.person_id, g.name, g.line, g.standing, g.last_on, g.wish_on, g.rhythm_days FROM glance g
             WHERE {conditions} ORDER BY {ORDERS[chosen.order]} LIMIT ? OFFSET ?""",
        *parameters, limit, offset,
    )  # fmt: skip
    return tuple(_row(row) for row in rows)


def ids(look: View, chosen: PeopleFilter) -> tuple[int, ...]:
    """The ids of a whole list, in order; what pages are then read by."""
    asked, parameters = query(look, chosen)
    return tuple(id_ for (id_,) in look.rows(asked, *parameters))


def query(look: View, chosen: PeopleFilter) -> tuple[str, list[Any]]:
    """What is asked of SQLite for the ids of a list."""
    conditions, parameters = _conditions(look, chosen)
    return f"SELECT g.person_id FROM glance g WHERE {conditions} ORDER BY {ORDERS[chosen.order]}", parameters


def count(look: View, chosen: PeopleFilter) -> int:
    """How many people a list shows."""
    conditions, parameters = _conditions(look, chosen)
    return int(look.value(f"SELECT count(*) FROM glance g WHERE {conditions}", *parameters))


def rows_of(look: View, person_ids: Sequence[int]) -> dict[int, PersonRow]:
    """The rows of these people."""
    rows = look.rows(
        """SELECT g.person_id, g.name, g.line, g.standing, g.last_on, g.wish_on, g.rhythm_days
             FROM glance g WHERE g.person_id IN (SELECT value FROM json_each(?))""",
        json.dumps(list(person_ids)),
    )
    return {row[0]: _row(row) for row in rows}


def _conditions(look: View, chosen: PeopleFilter) -> tuple[str, list[Any]]:
    conditions: list[str] = ["g.standing = ?"]
    parameters: list[Any] = [chosen.standing.value]
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
    for one in chosen.conditions:
        condition, asked = narrowed.sql(one, look.today)
        conditions += [condition] if condition else []
        parameters += asked
    return " AND ".join(conditions), parameters


def _row(row: tuple[Any, ...]) -> PersonRow:
    id_, name, line, standing, last_on, wish_on, rhythm = row
    return PersonRow(id_, name, line, Standing(standing), day(last_on), day(wish_on), rhythm)
