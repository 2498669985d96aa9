"""Introductions, made by the user and made for them, with what followed as the timeline tells it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from hallway.domain import errors
from hallway.domain.interactions import Kind
from hallway.domain.introductions import Introduction, State
from hallway.store import tables
from hallway.store.days import day, stored
from hallway.store.interactions import FACE_TO_FACE
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

TEXTS: Final = ("reason", "first_blurb", "second_blurb", "first_answer", "second_answer", "outcome")
DAYS: Final = (
    "made_on", "first_asked_on", "second_asked_on", "introduced_on", "thanked_on", "told_on", "closed_on",
)  # fmt: skip
TALKED: Final = ", ".join(f"'{kind}'" for kind in sorted(FACE_TO_FACE))
SINCE: Final = """(SELECT min(i.on_day) FROM participant x JOIN interaction i ON i.id = x.interaction_id
    WHERE x.person_id = {who} AND i.on_day >= n.introduced_on AND i.kind IN ({kinds}))"""
"""The first day since the introduction on which something of these kinds happened with somebody."""
QUERY: Final = f"""
    SELECT n.connector_id IS NULL, f.person_id, s.person_id, n.state, {", ".join(f"n.{name}" for name in TEXTS)},
           n.made_on, n.first_asked_on, n.second_asked_on, n.introduced_on,
           CASE WHEN n.connector_id IS NULL THEN n.thanked_on
                ELSE {SINCE.format(who="n.connector_id", kinds=f"'{Kind.THANK_YOU}'")} END,
           CASE WHEN n.connector_id IS NULL THEN NULL ELSE coalesce(n.told_on, (
                SELECT max(o.referrer_told_on) FROM outreach o
                 WHERE o.person_id = n.second_id AND o.through_id = n.connector_id)) END,
           n.closed_on,
           CASE WHEN n.connector_id IS NULL THEN n.told_on ELSE {SINCE.format(who="n.second_id", kinds=TALKED)} END,
           n.id, n.uid, f.name, f.line, s.name, s.line
      FROM introduction n JOIN glance s ON s.person_id = n.second_id
      JOIN glance f ON f.person_id = coalesce(n.connector_id, n.first_id)
     WHERE s.standing <> 'let go' AND f.standing <> 'let go'"""


def all_of(look: View) -> tuple[Introduction, ...]:
    """Every introduction, the newest first."""
    return tuple(map(_introduction, look.rows(f"{QUERY} ORDER BY n.made_on DESC, n.id DESC")))


def get(look: View, introduction_id: int) -> Introduction:
    """One introduction. Raises `NotFound`."""
    row = look.row(f"{QUERY} AND n.id = ?", introduction_id)
    if row is None:
        raise errors.NotFound("This introduction is no longer in your record.")
    return _introduction(row)


def between(look: View, one_id: int, other_id: int, *, by_me: bool) -> tuple[Introduction, ...]:
    """Introductions of these two, whichever is asked first; made for the user, the first of them introduces."""
    first = "n.first_id" if by_me else "n.connector_id"
    pairs = [[one_id, other_id], [other_id, one_id]] if by_me else [[one_id, other_id]]
    where = f"json_array({first}, n.second_id) IN (SELECT value FROM json_each(?))"
    return tuple(map(_introduction, look.rows(f"{QUERY} AND {where} ORDER BY n.id DESC", json.dumps(pairs))))


def to_tell(look: View) -> tuple[Introduction, ...]:
    """Those made for the user of which somebody who is active may hear; the referrer of a talk hears of that anyway."""
    rows = look.rows(
        f"""{QUERY} AND n.connector_id IS NOT NULL AND n.introduced_on IS NOT NULL AND n.told_on IS NULL
             AND f.standing = 'active' AND NOT EXISTS (
                 SELECT 1 FROM outreach o WHERE o.person_id = n.second_id AND o.through_id = n.connector_id
                    AND o.talked_on IS NOT NULL)
            ORDER BY n.introduced_on, n.id"""
    )
    return tuple(one for one in map(_introduction, rows) if one.talked_on is not None and one.told_on is None)


def add(step: Work, new: Introduction, new_uid: Callable[[], str] = random_uid) -> int:
    """Write an introduction down; returns its id."""
    asked = {"first": new.first_id} if new.by_me else {"connector": new.first_id}
    values = _values(new) | {"made_on": stored(new.made_on or step.today)}
    new_id: int = step.run(tables.Introduction.insert(uid=new_uid(), second=new.second_id, **asked, **values))
    return new_id


def change(step: Work, one: Introduction) -> None:
    """Bring an introduction to what is given; whom it is about stays."""
    values = _values(one)
    if not one.by_me:
        del values["thanked_on"]  # the timeline tells when they were thanked
    step.run(tables.Introduction.update(**values).where(tables.Introduction.id == one.id))


def remove(step: Work, introduction_id: int) -> None:
    """Take an introduction away; what is in the timeline stays."""
    step.execute("DELETE FROM introduction WHERE id = ?", introduction_id)


def _values(one: Introduction) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(one, name) for name in TEXTS}
    values |= {name: stored(getattr(one, name)) for name in DAYS} | {"state": one.state.value}
    if one.by_me:
        values["told_on"] = stored(one.talked_on)
    return values


def _introduction(row: tuple[Any, ...]) -> Introduction:
    by_me, first_id, second_id, state, *rest = row
    texts, rest = dict(zip(TEXTS, rest, strict=False)), rest[len(TEXTS) :]
    *days, id_, uid, first, first_line, second, second_line = rest
    names = (*DAYS, "talked_on")
    return Introduction(
        bool(by_me), first_id, second_id, state=State(state), **texts,
        **{name: day(value) for name, value in zip(names, days, strict=True)},  # type: ignore[arg-type]
        id=id_, uid=uid, first=first, first_line=first_line, second=second, second_line=second_line,
    )  # fmt: skip
