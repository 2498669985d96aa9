"""Everything the record holds about one person, found by walking the schema's own references.

Rows that refer to the person are theirs, and so is what hangs on those rows and would go with them. Where a row is
about somebody else as well, others stand in it by name, and what is said of them alone is left out.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from hallway.domain import errors
from hallway.store.person_beside import beside
from hallway.store.work import View

Row = dict[str, Any]

ONLY: Final[Mapping[tuple[str, str], Collection[str]]] = {
    ("person", "introduced_by_id"): ("name", "introduced_by_id"),
    ("wish", "through_id"): ("person_id", "through_id"),
    ("outreach", "through_id"): ("person_id", "through_id", "referrer_told_on"),
}
"""References in rows about somebody else, and what of such a row is about the person as well."""

WITHOUT: Final[Mapping[tuple[str, str], Collection[str]]] = {
    ("introduction", "connector_id"): ("second_blurb", "second_answer", "second_asked_on"),
    ("introduction", "first_id"): ("second_blurb", "second_answer", "second_asked_on"),
    ("introduction", "second_id"): ("first_blurb", "first_answer", "first_asked_on"),
}
"""References in rows about two people, and what of such a row is about the other one alone."""

SHARED: Final = {("participant", "interaction_id"), ("person", "import_run_id")}
"""References of the person's rows to rows that are told whole: conversations, and where somebody came from."""

CALLED: Final[Mapping[str, str]] = {
    "event": "title || ', ' || start_on",
    "import_run": "source || ', ' || at",
    "interaction": "on_day || ', ' || kind",
    "letter": "purpose",
    "opportunity": "title",
    "outreach": "(SELECT name FROM person WHERE person.id = outreach.person_id)",
    "project": "title",
    "resource": "title",
    "session": "title || ', ' || on_day",
}
"""How a row is called where another one refers to it; rows of other tables have a name."""


class Link(NamedTuple):
    """A reference of one table to another; with `hangs` a row goes when what it refers to goes."""

    table: str
    column: str
    target: str
    hangs: bool


Found = dict[str, dict[int, set[str]]]
"""Which rows of which tables, and which columns of each."""


def of_person(look: View, person_id: int) -> dict[str, tuple[Row, ...]]:
    """Their rows by table; a reference stands without its `_id`, in words for what it refers to. Raises `NotFound`.

    Pictures are bytes. A conversation tells also who else took part (`with`) and the private note on the person.
    """
    if look.value("SELECT 1 FROM person WHERE id = ?", person_id) is None:
        raise errors.NotFound("This person is no longer in your record.")
    links = references(look)
    found = find(look, person_id, links)
    told = {table: tuple(_told(look, links, table, rows)) for table, rows in found.items()}
    for row in told.get("interaction", ()):
        row |= _taking_part(look, row["id"], person_id)
    own = {table: whole(look, found, table) for table in found}
    uids = [row["uid"] for rows in told.values() for row in rows if "uid" in row]
    return told | {table: tuple(rows) for table, rows in beside(look, person_id, own, uids).items() if rows}


def with_mail(look: View, address: str) -> tuple[int, ...]:
    """Whose mail address this is, whatever became of them."""
    query = "SELECT DISTINCT person_id FROM person_email WHERE lower(trim(address)) = lower(trim(?)) ORDER BY person_id"
    return tuple(id_ for (id_,) in look.rows(query, address))


def first_mails(look: View, ids: Collection[int]) -> dict[int, str]:
    """The first mail address of each of these who have one."""
    rows = look.rows(
        """SELECT person_id, address FROM person_email WHERE person_id IN (SELECT value FROM json_each(?))
            ORDER BY position DESC, id DESC""",
        json.dumps(sorted(ids)),
    )
    return {row[0]: row[1] for row in rows}


def find(look: View, person_id: int, links: Sequence[Link]) -> Found:
    """Which rows are about the person, and which columns of each."""
    found: Found = {"person": {person_id: set(columns(look, "person"))}}
    for link in links:
        if link.target == "person":
            _add(look, found, link, [person_id])
    for table in _hanging(links):
        for link in links:
            if link.target == table and link.hangs:
                _add(look, found, link, whole(look, found, table))
    for link in links:
        if (link.table, link.column) in SHARED:
            _add_shared(look, found, link)
    return found


def references(look: View) -> tuple[Link, ...]:
    """Every reference between tables of the record, as the schema tells it."""
    from hallway.store.tables.models import RECORDED  # no other reading needs the models

    return tuple(
        Link(name, column, target, action == "CASCADE")
        for name in (str(table._meta.table_name) for table in RECORDED)
        for target, column, action in look.rows(
            'SELECT "table", "from", on_delete FROM pragma_foreign_key_list(?) ORDER BY id DESC', name
        )
    )


def _hanging(links: Sequence[Link]) -> list[str]:
    """Tables with rows of people on which others hang, each before those that hang on it."""
    order = list(dict.fromkeys(link.table for link in links if link.target == "person" and link.table != "person"))
    for table in order:  # grows while it is walked
        order.extend(
            link.table for link in links if link.target == table and link.hangs and link.table not in order
        )
    return order


def _add(look: View, found: Found, link: Link, ids: Collection[int]) -> None:
    """The rows that refer to these, and what of them may be told."""
    every = set(columns(look, link.table))
    told = set(ONLY.get((link.table, link.column), every)) - set(WITHOUT.get((link.table, link.column), ()))
    query = f'SELECT rowid FROM "{link.table}" WHERE "{link.column}" IN (SELECT value FROM json_each(?))'
    for (id_,) in look.rows(query, json.dumps(sorted(ids))):
        found.setdefault(link.table, {}).setdefault(id_, set()).update(told)


def _add_shared(look: View, found: Found, link: Link) -> None:
    own = whole(look, found, link.table)
    query = f'SELECT "{link.column}" FROM "{link.table}" WHERE rowid IN (SELECT value FROM json_each(?))'
    for (id_,) in look.rows(query, json.dumps(sorted(own))):
        if id_ is not None:
            found.setdefault(link.target, {})[id_] = set(columns(look, link.target))


def whole(look: View, found: Found, table: str) -> list[int]:
    """Rows that are told whole: what hangs on them is the person's, too."""
    every = set(columns(look, table))
    return [id_ for id_, told in found.get(table, {}).items() if told >= every]


def _told(look: View, links: Sequence[Link], table: str, rows: Mapping[int, set[str]]) -> Iterable[Row]:
    every, targets = columns(look, table), {link.column: link.target for link in links if link.table == table}
    listed = ", ".join(_said(column, targets) for column in every)
    chosen = "rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid"
    query = f'SELECT rowid, {listed} FROM "{table}" AS here WHERE {chosen}'
    for id_, *values in look.rows(query, json.dumps(sorted(rows))):
        told = zip(every, values, strict=True)
        yield {
            column.removesuffix("_id") if column in targets else column: value
            for column, value in told
            if column in rows[id_]
        }


def _said(column: str, targets: Mapping[str, str]) -> str:
    """A column as it is, or the words for what it refers to."""
    target = targets.get(column)
    if target is None:
        return f'here."{column}"'
    return f'(SELECT {CALLED.get(target, "name")} FROM "{target}" WHERE "{target}".id = here."{column}")'


def _taking_part(look: View, interaction_id: int, person_id: int) -> Row:
    rows = look.rows(
        """SELECT p.id, p.name, x.note FROM participant x JOIN person p ON p.id = x.person_id
            WHERE x.interaction_id = ? ORDER BY p.name, p.id""",
        interaction_id,
    )
    return {
        "with": ", ".join(name for id_, name, _ in rows if id_ != person_id),
        "note": "".join(note for id_, _, note in rows if id_ == person_id),
    }


def columns(look: View, table: str) -> tuple[str, ...]:
    """The names of a table's columns, in order."""
    return tuple(name for (name,) in look.rows("SELECT name FROM pragma_table_info(?)", table))
