"""Everything the record holds about one person, found by walking the schema's own references.

Rows that name the person are theirs, and so is what hangs on those rows and would go with them. Where a row is about
somebody else as well, others stand in it by name, and what is said of them alone is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from hallway.domain import errors
from hallway.domain import today as kinds
from hallway.domain.letters import Next as Letter
from hallway.store.aftermath import DEBRIEF
from hallway.store.noticed import CONGRATULATED
from hallway.store.work import View

Row = dict[str, Any]
Told = Collection[str]

ONLY: Final[Mapping[tuple[str, str], Told]] = {
    ("person", "introduced_by_id"): ("name",),
    ("wish", "through_id"): ("person_id", "through_id"),
    ("outreach", "through_id"): ("person_id", "through_id", "referrer_told_on"),
}
"""References from rows about somebody else, and what of such a row is about the person, too."""

WITHOUT: Final[Mapping[tuple[str, str], Told]] = {
    ("introduction", "connector_id"): ("second_blurb", "second_answer"),
    ("introduction", "first_id"): ("second_blurb", "second_answer", "second_asked_on"),
    ("introduction", "second_id"): ("first_blurb", "first_answer", "first_asked_on"),
}
"""References from rows about two people, and what of such a row is about the other one alone."""

WHOLE: Final = (("participant", "interaction_id"), ("person", "import_run_id"))
"""References from the person's rows to rows of which they may read all: conversations, where they came from."""

NAMES: Final[Mapping[str, str]] = {
    "event": "title || ', ' || start_on", "session": "title || ', ' || on_day", "import_run": "source || ', ' || at",
    "interaction": "on_day || ', ' || kind", "letter": "purpose",
    "outreach": "(SELECT name FROM person WHERE id = outreach.person_id)",
    "opportunity": "title", "project": "title", "resource": "title",
}  # fmt: skip
"""How a row is called where another one refers to it; the others have a name."""

SUBJECTS: Final[Mapping[str, str]] = {
    kinds.CHECK_IN: "person", kinds.FOLLOW_UP: "person", DEBRIEF: "person",
    kinds.CONGRATULATE: "achievement", CONGRATULATED: "achievement",
    kinds.PROMISE: "promise", kinds.THEIR_PROMISE: "promise", kinds.INFORM: "interaction", kinds.THANKS: "interaction",
    kinds.TALK_TODAY: "outreach", kinds.TALK_TOMORROW: "outreach", kinds.NEXT_PERSON: "outreach",
    kinds.ONCE_MORE: "outreach", kinds.REFERRER: "outreach", kinds.INTRODUCER: "introduction",
    **{kind.value: "letter" for kind in Letter},
}  # fmt: skip
"""Whose numbers the subjects of decisions are, kind by kind."""

RELATIONS: Final = "messages.relations"
ENTRIES: Final = ("@hallway", "-check-in-", "-letter-")
"""What follows the lasting id of a row in that of its entry in calendars."""


class Link(NamedTuple):
    """A reference of one table to another; `hangs` when a row goes with the one it refers to."""

    table: str
    column: str
    target: str
    hangs: bool


def of_person(look: View, person_id: int) -> dict[str, tuple[Row, ...]]:
    """Rows by table, in the order of the schema; references say names. Raises `NotFound`.

    A picture stays bytes. `interaction` rows tell in `with` who else took part.
    """
    if look.value("SELECT 1 FROM person WHERE id = ?", person_id) is None:
        raise errors.NotFound("This person is no longer in your record.")
    links = references(look)
    found = _walk(look, person_id, links)
    named = {(link.table, link.column): _namer(look, link.target) for link in links}
    told = {
        table: tuple(_row(table, row, columns, named) for row, columns in _read(look, table, rows))
        for table, rows in sorted(found.items())
    }
    if "interaction" in told:
        told["interaction"] = tuple(
            row | {"with": _others(look, row["id"], person_id)} for row in told["interaction"]
        )  # fmt: skip
    return told | {table: rows for table, rows in _beside(look, person_id, found) if rows}


def references(look: View) -> tuple[Link, ...]:
    """Every reference between tables of the record, as the schema tells it."""
    from hallway.store.tables.models import RECORDED  # reading needs no tables otherwise

    names = (str(table._meta.table_name) for table in RECORDED)
    return tuple(
        Link(name, column, target, action == "CASCADE")
        for name in names
        for target, column, action in look.rows(
            'SELECT "table", "from", on_delete FROM pragma_foreign_key_list(?) ORDER BY id', name
        )
    )  # fmt: skip


Found = dict[str, dict[int, Told]]
"""By table and row: the columns that are told."""


def _walk(look: View, person_id: int, links: Sequence[Link]) -> Found:
    found: Found = {"person": {person_id: _columns(look, "person")}}
    for link in links:
        if link.target == "person":
            _add(found, link.table, _pointing(look, link, [person_id]), _told(look, link))
    waiting = [table for table in found if table != "person"]
    while waiting:
        table = waiting.pop()
        ids = [id_ for id_, told in found[table].items() if link_is_whole(look, table, told)]
        for link in links:
            if link.target == table and link.hangs and ids:
                if _add(found, link.table, _pointing(look, link, ids), _columns(look, link.table)):
                    waiting.append(link.table)
    return found
