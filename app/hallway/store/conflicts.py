"""What makes a conflict of interest: shared papers, projects, ties of the user's own, and notes by hand."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from hallway.domain import errors
from hallway.domain.conflicts import MyTie, Type, Whom
from hallway.domain.names import NameParts
from hallway.domain.people import Affiliation
from hallway.domain.projects import State
from hallway.store import tables
from hallway.store.papers import PUBLICATION
from hallway.store.work import View, Work

NOT_LET_GO = "n.standing <> 'let go'"


class Written(NamedTuple):
    """A publication: whose (None: the user's), and what it is recognised by."""

    person_id: int | None
    title: str
    on: str
    link: str


class Shared(NamedTuple):
    """A project in which somebody takes part."""

    person_id: int
    title: str
    role: str
    state: State
    start_on: str
    end_on: str


class Told(NamedTuple):
    """A tie of somebody who bears the user's own name; `is_theirs` says that it was written at the other's side."""

    person_id: int
    kind: str
    since: str
    until: str
    is_theirs: bool


def publications(look: View) -> tuple[Written, ...]:
    """Everybody's publications, the user's own among them."""
    rows = look.rows(
        f"""SELECT a.person_id, a.title, a.on_day, a.link FROM achievement a LEFT JOIN person n ON n.id = a.person_id
             WHERE a.kind = ? AND (a.person_id IS NULL OR {NOT_LET_GO}) ORDER BY a.on_day DESC, a.id""",
        PUBLICATION,
    )
    return tuple(Written(*row) for row in rows)


def projects(look: View) -> tuple[Shared, ...]:
    """Everybody's part in the projects that are more than an idea."""
    rows = look.rows(
        f"""SELECT x.person_id, p.title, x.role, p.state, p.start_on, p.end_on FROM project_person x
              JOIN project p ON p.id = x.project_id JOIN person n ON n.id = x.person_id
             WHERE p.state <> ? AND {NOT_LET_GO} ORDER BY p.id, x.rowid""",
        State.IDEA,
    )
    return tuple(Shared(who, title, role, State(state), *span) for who, title, role, state, *span in rows)


def told(look: View, name: str) -> tuple[Told, ...]:
    """Ties of people who bear the user's name: a record often holds oneself, with one's own advisor and co-authors."""
    rows = look.rows(
        f"""SELECT n.id, t.kind, t.since, t.until, t.other_id = me.id FROM person me
              JOIN tie t ON me.id IN (t.person_id, t.other_id)
              JOIN person n ON n.id = CASE t.person_id WHEN me.id THEN t.other_id ELSE t.person_id END
             WHERE me.name = ? COLLATE NOCASE AND {NOT_LET_GO} ORDER BY t.id""",
        name,
    ) if name else []  # fmt: skip
    return tuple(Told(who, kind, since, until, bool(theirs)) for who, kind, since, until, theirs in rows)


def my_ties(look: View) -> tuple[MyTie, ...]:
    """What was noted by hand, by name."""
    rows = look.rows(
        f"""SELECT t.person_id, t.kind, t.since, t.until, t.note, t.id, n.name FROM my_tie t
              JOIN person n ON n.id = t.person_id WHERE {NOT_LET_GO} ORDER BY n.name, t.id"""
    )
    return tuple(MyTie(who, Type(kind), *rest) for who, kind, *rest in rows)


def my_tie(look: View, tie_id: int) -> MyTie:
    """One of them. Raises `NotFound`."""
    found = next((one for one in my_ties(look) if one.id == tie_id), None)
    if found is None:
        raise errors.NotFound("This is no longer in your record.")
    return found


def put_my_tie(step: Work, one: MyTie) -> int:
    """Note one, or bring the one with `one.id` to what is given; returns its id."""
    model, columns = tables.MyTie, {"kind": str(one.type), "since": one.since, "until": one.until, "note": one.note}
    if one.id:
        step.run(model.update(**columns).where(model.id == one.id))
        return one.id
    new_id: int = step.run(model.insert(person=one.person_id, **columns))
    return new_id


def drop_my_tie(step: Work, tie_id: int) -> None:
    """Take one away."""
    step.execute("DELETE FROM my_tie WHERE id = ?", tie_id)


def whom(look: View, person_ids: Collection[int]) -> Mapping[int, Whom]:
    """What the list says of these people."""
    ids, works = json.dumps(sorted(person_ids)), defaultdict[int, list[Affiliation]](list)
    for person_id, *work in look.rows(
        """SELECT a.person_id, o.name, a.role, a.unit, a.start_on, a.end_on FROM affiliation a
             JOIN organisation o ON o.id = a.organisation_id WHERE a.person_id IN (SELECT value FROM json_each(?))
            ORDER BY a.person_id, a.end_on <> '', a.position, a.start_on DESC""",
        ids,
    ):
        works[person_id].append(Affiliation(*work))
    rows = look.rows(
        """SELECT n.id, n.name, n.prefix, n.given, n.additional, n.family, n.suffix, coalesce(
                  (SELECT address FROM person_email WHERE person_id = n.id ORDER BY position, id LIMIT 1), '')
             FROM person n WHERE n.id IN (SELECT value FROM json_each(?))""",
        ids,
    )
    return {
        id_: Whom(name, NameParts(*parts), tuple(works[id_]), email) for id_, name, *parts, email in rows
    }
