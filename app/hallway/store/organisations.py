"""Organisations: lists, one whole with its people and events, what is part of what, and the trash."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from hallway.domain import errors
from hallway.domain.folding import fold
from hallway.domain.organisations import Organisation, PersonThere, guess_kind
from hallway.store.uids import random_uid
from hallway.store.words import whole
from hallway.store.work import View, Work

DAYS_IN_TRASH = 30
MOST_EVENTS = 500
WHOLE = """SELECT o.id, o.name, o.kind, o.place, o.web, coalesce(a.now, 0), coalesce(a.before, 0), o.notes,
        coalesce(above.id, 0), coalesce(above.name, ''), o.let_go_on IS NOT NULL, coalesce(mine.role, '')
   FROM organisation o LEFT JOIN organisation above ON above.id = o.parent_id
   LEFT JOIN (SELECT organisation_id, count(DISTINCT CASE end_on WHEN '' THEN person_id END) AS now,
                     count(DISTINCT CASE end_on WHEN '' THEN NULL ELSE person_id END) AS before
                FROM affiliation JOIN person p ON p.id = person_id AND p.standing <> 'let go' {those}
               GROUP BY organisation_id) a ON a.organisation_id = o.id
   LEFT JOIN (SELECT organisation_id, CASE role WHEN '' THEN 'Member' ELSE role END AS role, max(start_on)
                FROM membership WHERE end_on = '' GROUP BY organisation_id) mine ON mine.organisation_id = o.id"""


def listed(look: View, words: str = "", limit: int = 5000) -> tuple[Organisation, ...]:
    """Organisations whose name holds the words, by name; those let go are left out."""
    rows = look.rows(
        f"""{WHOLE.format(those="")} WHERE instr(o.folded, ?) AND o.let_go_on IS NULL
             ORDER BY o.folded, o.id LIMIT ?""",
        _needle(words), limit,
    )  # fmt: skip
    return tuple(_organisation(row) for row in rows)


def get(look: View, organisation_id: int) -> Organisation:
    """One organisation. Raises `NotFound`."""
    row = look.row(f"{WHOLE.format(those='WHERE organisation_id = ?1')} WHERE o.id = ?1", organisation_id)
    if row is None:
        raise errors.NotFound("This organisation is no longer in your record.")
    return _organisation(row)


def named(look: View, name: str) -> int | None:
    """The organisation of exactly this name, whatever its case and accents."""
    found: int | None = look.value("SELECT id FROM organisation WHERE folded = ? ORDER BY id", fold(name))
    return found


def names(look: View) -> tuple[str, ...]:
    """The names of all organisations, for completing."""
    rows = look.rows("SELECT name FROM organisation WHERE let_go_on IS NULL ORDER BY name")
    return tuple(name for (name,) in rows)


def offered(look: View, words: str, without: int = 0, limit: int = 8) -> tuple[tuple[int, str], ...]:
    """Id and name of organisations that hold the words, those that begin with them first; `without` is left out."""
    needle = _needle(words)
    rows = look.rows(
        """SELECT id, name FROM organisation WHERE instr(folded, ?1) AND let_go_on IS NULL AND id <> ?2
            ORDER BY instr(folded, ?1) > 1, folded, id LIMIT ?3""",
        needle, without, limit,
    )  # fmt: skip
    return tuple((id_, name) for id_, name in rows)


def people(look: View, organisation_id: int) -> tuple[PersonThere, ...]:
    """Everybody there now or before; those there now first, then those who left last."""
    rows = look.rows(
        """SELECT p.id, p.name, a.role, a.unit, a.start_on, a.end_on FROM affiliation a
             JOIN person p ON p.id = a.person_id LEFT JOIN glance g ON g.person_id = p.id
            WHERE a.organisation_id = ? AND p.standing <> 'let go'
            ORDER BY a.end_on <> '', substr(a.end_on, 1, 4) DESC, g.sort_name, p.id, a.start_on DESC""",
        organisation_id,
    )
    return tuple(PersonThere(*row) for row in rows)


def parts(look: View, organisation_id: int) -> tuple[tuple[int, str], ...]:
    """Id and name of what is part of it, by name."""
    rows = look.rows(
        "SELECT id, name FROM organisation WHERE parent_id = ? AND let_go_on IS NULL ORDER BY folded", organisation_id
    )
    return tuple((id_, name) for id_, name in rows)


def ancestors(look: View, organisation_id: int) -> frozenset[int]:
    """The ids of all it is part of, itself included."""
    rows = look.rows(
        """WITH RECURSIVE above(id) AS (SELECT ?1 UNION
             SELECT o.parent_id FROM organisation o JOIN above ON o.id = above.id WHERE o.parent_id IS NOT NULL)
           SELECT id FROM above""",
        organisation_id,
    )
    return frozenset(id_ for (id_,) in rows)


def descendants(look: View, organisation_id: int) -> frozenset[int]:
    """The ids of all that is part of it, itself included."""
    rows = look.rows(
        """WITH RECURSIVE below(id) AS (SELECT ?1 UNION
             SELECT o.id FROM organisation o JOIN below ON o.parent_id = below.id)
           SELECT id FROM below""",
        organisation_id,
    )
    return frozenset(id_ for (id_,) in rows)


def events(look: View, name: str) -> tuple[tuple[int, str, str, str, str, bool], ...]:
    """Events it organises or that are held there, the newest first.

    Each as id, title, kind, first day, venue, and whether it organises.
    """
    match = whole(name)
    if not match:
        return ()
    rows = look.rows(
        """SELECT e.id, e.title, e.kind, e.start_on, e.venue, e.organiser FROM event_words w JOIN event e
             ON e.id = w.rowid WHERE event_words MATCH ? AND e.let_go_on IS NULL
            ORDER BY e.start_on DESC, e.id DESC LIMIT ?""",
        match, MOST_EVENTS,
    )  # fmt: skip
    there = re.compile(rf"(?<!\w){re.escape(fold(name))}(?!\w)")
    return tuple(
        (id_, title, kind, on, venue, bool(there.search(fold(organiser))))
        for id_, title, kind, on, venue, organiser in rows
        if there.search(fold(organiser)) or there.search(fold(venue))
    )


def add(step: Work, name: str) -> int:
    """Add one, of the kind that its name tells; returns its id."""
    step.execute(
        "INSERT INTO organisation (uid, name, folded, kind, place, web, ror) VALUES (?, ?, ?, ?, '', '', '')",
        random_uid(), name, fold(name), guess_kind(name),
    )  # fmt: skip
    return step.database.connection.last_insert_rowid()


def set_field(step: Work, organisation_id: int, name: str, value: str) -> None:
    """Change name, kind, place, web, ror or notes."""
    step.execute(f'UPDATE organisation SET "{name}" = ? WHERE id = ?', value, organisation_id)
    if name == "name":
        step.execute("UPDATE organisation SET folded = ? WHERE id = ?", fold(value), organisation_id)


def set_parent(step: Work, organisation_id: int, parent_id: int | None) -> None:
    """Make it part of another one, or of none."""
    step.execute("UPDATE organisation SET parent_id = ? WHERE id = ?", parent_id, organisation_id)


def set_let_go(step: Work, organisation_id: int, let_go: bool) -> None:
    """Put it into the trash, or take it out."""
    on = step.today.isoformat() if let_go else None
    step.execute("UPDATE organisation SET let_go_on = ? WHERE id = ?", on, organisation_id)


def in_trash(look: View) -> tuple[tuple[int, str, str], ...]:
    """Id, name and day of what was let go, newest first."""
    rows = look.rows(
        "SELECT id, name, let_go_on FROM organisation WHERE let_go_on IS NOT NULL ORDER BY let_go_on DESC, folded"
    )
    return tuple((id_, name, on) for id_, name, on in rows)


def forget_old(step: Work) -> int:
    """Really delete what was let go more than thirty days ago; how many that were.

    One that somebody is or was at stays in the trash: deleting it would take the place out of their lives.
    """
    before = (step.today - timedelta(days=DAYS_IN_TRASH)).isoformat()
    old = [
        id_
        for (id_,) in step.rows(
            """SELECT id FROM organisation
                WHERE let_go_on < ? AND id NOT IN (SELECT organisation_id FROM affiliation)""",
            before,
        )
    ]
    for id_ in old:
        step.execute("DELETE FROM organisation WHERE id = ?", id_)
    return len(old)


def _organisation(row: tuple[Any, ...]) -> Organisation:
    id_, name, kind, place, web, now, before, notes, parent_id, parent, let_go, my_role = row
    return Organisation(id_, name, kind, place, web, now, before, notes, parent_id, parent, bool(let_go), my_role)


def _needle(words: str) -> str:
    """Folded, and without what no text can hold (half a surrogate pair)."""
    return fold(words).encode("utf-8", "ignore").decode()
