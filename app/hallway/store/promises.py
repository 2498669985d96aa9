"""Promises, both ways."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from hallway.domain import errors
from hallway.domain.interactions import NewPromise, Promise
from hallway.store import tables
from hallway.store.days import day, stored
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

COLUMNS = """SELECT r.id, r.person_id, p.name, r.by_me, r.text, r.made_on, r.due_on, r.state, r.interaction_id, r.uid
               FROM promise r JOIN person p ON p.id = r.person_id"""


def get(look: View, promise_id: int) -> Promise:
    """One promise. Raises `NotFound`."""
    row = look.row(f"{COLUMNS} WHERE r.id = ?", promise_id)
    if row is None:
        raise errors.NotFound("This promise is no longer in your record.")
    return _promise(row)


def of_person(look: View, person_id: int) -> tuple[Promise, ...]:
    """All promises with one person: open ones first, then newest first."""
    rows = look.rows(f"{COLUMNS} WHERE r.person_id = ? ORDER BY r.state <> 'open', r.made_on DESC, r.id", person_id)
    return tuple(map(_promise, rows))


def open_ones(look: View) -> tuple[Promise, ...]:
    """Everything that stands open with people who are active."""
    rows = look.rows(f"{COLUMNS} WHERE r.state = 'open' AND p.standing = 'active' ORDER BY r.due_on, r.id")
    return tuple(map(_promise, rows))


def promised_to(look: View, person_ids: Sequence[int]) -> frozenset[int]:
    """Those of these people to whom the user promised something that stands open."""
    rows = look.rows(
        "SELECT DISTINCT person_id FROM promise WHERE state = 'open' AND by_me = 1"
        " AND person_id IN (SELECT value FROM json_each(?))",
        json.dumps(list(person_ids)),
    )
    return frozenset(id_ for (id_,) in rows)


def add(step: Work, new: NewPromise) -> int:
    """Write a promise down."""
    promise_id: int = step.run(
        tables.Promise.insert(
            uid=random_uid(), person=new.person_id, by_me=new.by_me, text=new.text.strip(),
            made_on=step.today.isoformat(), due_on=stored(new.due_on), interaction=new.interaction_id,
        )
    )  # fmt: skip
    return promise_id


def close(step: Work, promise_id: int, state: str) -> None:
    """Keep it ("kept"), let it go ("let go"), or open it again ("open")."""
    closed_on = None if state == "open" else stored(step.today)
    step.execute("UPDATE promise SET state = ?, closed_on = ? WHERE id = ?", state, closed_on, promise_id)


def change(step: Work, promise: Promise) -> None:
    """Bring text and due day of the promise to what is given."""
    step.execute(
        "UPDATE promise SET text = ?, due_on = ?, by_me = ? WHERE id = ?",
        promise.text.strip(), stored(promise.due_on), promise.by_me, promise.id,
    )  # fmt: skip


def _promise(row: tuple[Any, ...]) -> Promise:
    id_, person_id, person, by_me, text, made_on, due_on, state, interaction_id, uid = row
    made = day(made_on)
    assert made is not None
    return Promise(id_, person_id, person, bool(by_me), text, made, day(due_on), state, interaction_id, uid)
