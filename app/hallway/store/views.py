"""Saved views: lists of people kept under a name."""

from __future__ import annotations

from typing import NamedTuple

from hallway.domain import errors
from hallway.domain.folding import fold
from hallway.store import lists, tables
from hallway.store.lists import PeopleFilter
from hallway.store.work import View, Work


class SavedView(NamedTuple):
    """A list of people under a name."""

    id: int
    name: str
    chosen: PeopleFilter


def listed(look: View) -> tuple[SavedView, ...]:
    """All saved views, in the order they were saved."""
    rows = look.rows("SELECT id, name, chosen FROM saved_view ORDER BY position, id")
    return tuple(SavedView(id_, name, lists.from_json(chosen)) for id_, name, chosen in rows)


def get(look: View, view_id: int) -> SavedView:
    """One saved view. Raises `NotFound`."""
    row = look.row("SELECT id, name, chosen FROM saved_view WHERE id = ?", view_id)
    if row is None:
        raise errors.NotFound("This view is no longer in your record.")
    return SavedView(row[0], row[1], lists.from_json(row[2]))


def called(look: View, name: str) -> int | None:
    """The id of the view of that name (spelling folded), or None."""
    found = look.value("SELECT id FROM saved_view WHERE folded = ?", fold(name))
    return None if found is None else int(found)


def add(step: Work, name: str, chosen: PeopleFilter) -> int:
    """Keep a list under a name nobody else has; returns its id."""
    last = step.value("SELECT max(position) FROM saved_view")
    position = 0 if last is None else int(last) + 1
    new_id: int = step.run(
        tables.SavedView.insert(name=name, folded=fold(name), chosen=lists.to_json(chosen), position=position)
    )
    return new_id


def change(step: Work, view_id: int, chosen: PeopleFilter) -> None:
    """Let a view show other people."""
    step.execute("UPDATE saved_view SET chosen = ? WHERE id = ?", lists.to_json(chosen), view_id)


def rename(step: Work, view_id: int, name: str) -> None:
    """Give a view another name; what it shows stays as it was written."""
    step.execute("UPDATE saved_view SET name = ?, folded = ? WHERE id = ?", name, fold(name), view_id)


def remove(step: Work, view_id: int) -> None:
    """Forget a view."""
    step.execute("DELETE FROM saved_view WHERE id = ?", view_id)


NAMES = {
    "group": 'SELECT name, id FROM "group" ORDER BY position, name',
    "topic": "SELECT name, id FROM topic ORDER BY name",
    "organisation": "SELECT name, id FROM organisation WHERE let_go_on IS NULL ORDER BY name",
    "met at": "SELECT title, id FROM event WHERE let_go_on IS NULL ORDER BY start_on DESC, title",
    "place of person": "SELECT DISTINCT place, 0 FROM person WHERE place <> '' ORDER BY place",
    "place of work": """SELECT DISTINCT place, 0 FROM organisation
                         WHERE place <> '' AND let_go_on IS NULL ORDER BY place""",
}
NAME = {
    "group": 'SELECT name FROM "group" WHERE id = ?',
    "topic": "SELECT name FROM topic WHERE id = ?",
    "organisation": "SELECT name FROM organisation WHERE id = ?",
    "met at": "SELECT title FROM event WHERE id = ?",
}


def names(look: View, field: str) -> tuple[tuple[str, int], ...]:
    """What a condition on this field can be about: names with their ids (0: the words themselves)."""
    return tuple((name, id_) for name, id_ in look.rows(NAMES[field])) if field in NAMES else ()


def name_of(look: View, field: str, value: int | str) -> str:
    """The name behind an id; empty when it is gone, the words themselves for words."""
    if field not in NAME:
        return str(value)
    return str(look.value(NAME[field], value) or "") if isinstance(value, int) else ""
