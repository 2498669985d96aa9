"""Projects with the people in them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from hallway.domain import errors
from hallway.domain.projects import Partner, Project, State
from hallway.store import tables
from hallway.store.days import day, stored
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

QUERY: Final = """
    SELECT p.title, p.state, p.start_on, p.end_on, p.next_step, p.next_on, p.link, p.notes, p.id, p.uid
      FROM project p"""
ORDER: Final = "ORDER BY instr('running idea resting done', p.state), p.next_on IS NULL, p.next_on, p.title, p.id"
"""What goes on first, the nearest next step before the others."""


def listed(look: View) -> tuple[Project, ...]:
    """All of them, what goes on first."""
    return _whole(look, look.rows(f"{QUERY} {ORDER}"))


def get(look: View, project_id: int) -> Project:
    """One with its people. Raises `NotFound`."""
    found = _whole(look, look.rows(f"{QUERY} WHERE p.id = ?", project_id))
    if not found:
        raise errors.NotFound("This project is no longer in your record.")
    return found[0]


def of_person(look: View, person_id: int) -> tuple[Project, ...]:
    """Those in which somebody takes part."""
    where = "p.id IN (SELECT project_id FROM project_person WHERE person_id = ?)"
    return _whole(look, look.rows(f"{QUERY} WHERE {where} {ORDER}", person_id))


def due(look: View, up_to: date) -> tuple[Project, ...]:
    """Those whose next step is for a day up to this one, the earliest first."""
    where = "p.next_on <= ? AND p.next_step <> '' AND p.state <> ?"
    return _whole(look, look.rows(f"{QUERY} WHERE {where} ORDER BY p.next_on, p.id", stored(up_to), State.DONE))


def add(step: Work, new: Project, new_uid: Callable[[], str] = random_uid) -> int:
    """Write one down with its people; returns its id."""
    project_id: int = step.run(tables.Project.insert(uid=new_uid(), **_columns(new)))
    for partner in new.people:
        put_person(step, project_id, partner)
    return project_id


def change(step: Work, one: Project) -> None:
    """Bring its own fields to what is given; its people have calls of their own."""
    step.run(tables.Project.update(**_columns(one)).where(tables.Project.id == one.id))


def put_person(step: Work, project_id: int, partner: Partner) -> None:
    """Somebody takes part; who does already has the new role."""
    step.execute(
        """INSERT INTO project_person (project_id, person_id, role) VALUES (?, ?, ?)
           ON CONFLICT (project_id, person_id) DO UPDATE SET role = excluded.role""",
        project_id, partner.person_id, partner.role,
    )  # fmt: skip


def drop_person(step: Work, project_id: int, person_id: int) -> None:
    """Somebody takes no part any more."""
    step.execute("DELETE FROM project_person WHERE project_id = ? AND person_id = ?", project_id, person_id)


def remove(step: Work, project_id: int) -> None:
    """Take one away."""
    step.execute("DELETE FROM project WHERE id = ?", project_id)


def _columns(one: Project) -> dict[str, Any]:
    return {
        "title": one.title, "state": str(one.state), "start_on": one.start_on, "end_on": one.end_on,
        "next_step": one.next_step, "next_on": stored(one.next_on), "link": one.link, "notes": one.notes,
    }  # fmt: skip


def _whole(look: View, rows: Sequence[tuple[Any, ...]]) -> tuple[Project, ...]:
    """Rows with their people, asked for once for all of them; those let go are left out."""
    partners: defaultdict[int, list[Partner]] = defaultdict(list)
    for project_id, *one in look.rows(
        """SELECT x.project_id, x.person_id, x.role, n.name FROM project_person x JOIN person n ON n.id = x.person_id
            WHERE x.project_id IN (SELECT value FROM json_each(?)) AND n.standing <> 'let go' ORDER BY x.rowid""",
        json.dumps([row[-2] for row in rows]),
    ):
        partners[project_id].append(Partner(*one))
    return tuple(replace(one, people=tuple(partners[one.id])) for one in map(_project, rows))


def _project(row: tuple[Any, ...]) -> Project:
    title, state, start, end, next_step, next_on, link, notes, id_, uid = row
    return Project(title, State(state), start, end, next_step, day(next_on), link, notes, id=id_, uid=uid)
