"""Organisations: lists, one whole with its people, what is part of what, merging spellings, and the trash."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hallway.domain import errors
from hallway.domain.folding import fold
from hallway.domain.organisations import Organisation
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

DAYS_IN_TRASH = 30
COLUMNS = """o.id, o.name, o.kind, o.place, o.web,
    (SELECT count(DISTINCT person_id) FROM affiliation WHERE organisation_id = o.id AND end_on = ''),
    (SELECT count(DISTINCT person_id) FROM affiliation WHERE organisation_id = o.id AND end_on <> ''),
    o.notes, coalesce(o.parent_id, 0), coalesce((SELECT name FROM organisation WHERE id = o.parent_id), ''),
    o.let_go_on IS NOT NULL"""


def listed(look: View, words: str = "", limit: int = 5000) -> tuple[Organisation, ...]:
    """Organisations whose name holds the words, by name; those let go are left out."""
    rows = look.rows(
        f"""SELECT {COLUMNS} FROM organisation o WHERE instr(o.folded, ?) AND o.let_go_on IS NULL
             ORDER BY o.folded, o.id LIMIT ?""",
        _needle(words), limit,
    )  # fmt: skip
    return tuple(_organisation(row) for row in rows)


def get(look: View, organisation_id: int) -> Organisation:
    """One organisation. Raises `NotFound`."""
    row = look.row(f"SELECT {COLUMNS} FROM organisation o WHERE o.id = ?", organisation_id)
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


def people(look: View, organisation_id: int) -> tuple[tuple[int, str, str, str, str], ...]:
    """Id, name, role, start and end of everybody there now or before; those there now first."""
    rows = look.rows(
        """SELECT p.id, p.name, a.role, a.start_on, a.end_on FROM affiliation a JOIN person p ON p.id = a.person_id
            WHERE a.organisation_id = ? AND p.standing <> 'let go' ORDER BY a.end_on <> '', p.name""",
        organisation_id,
    )
    return tuple((id_, name, role, start, end) for id_, name, role, start, end in rows)


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


def add(step: Work, name: str, kind: str = "other") -> int:
    """Add one; returns its id."""
    step.execute(
        "INSERT INTO organisation (uid, name, folded, kind, place, web, ror) VALUES (?, ?, ?, ?, '', '', '')",
        random_uid(), name, fold(name), kind,
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


def merge(step: Work, kept: int, gone: int) -> None:
    """Move everything of the second to the first, and let the second name disappear."""
    if gone in ancestors(step, kept):  # what lies between becomes part of the first, which moves up to where it was
        set_parent(step, kept, step.value("SELECT parent_id FROM organisation WHERE id = ?", gone))
    step.execute("UPDATE affiliation SET organisation_id = ? WHERE organisation_id = ?", kept, gone)
    step.execute(
        """DELETE FROM affiliation WHERE organisation_id = ?1 AND id NOT IN (
             SELECT min(id) FROM affiliation WHERE organisation_id = ?1
              GROUP BY person_id, role, unit, start_on, end_on)""",
        kept,
    )
    step.execute("UPDATE organisation SET parent_id = ?1 WHERE parent_id = ?2 AND id <> ?1", kept, gone)
    step.execute("UPDATE membership SET organisation_id = ? WHERE organisation_id = ?", kept, gone)
    step.execute("DELETE FROM organisation WHERE id = ?", gone)


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


def memberships(look: View, organisation_id: int) -> tuple[tuple[int, str, str, str], ...]:
    """The user's own parts in it: id, role, start and end, newest first."""
    rows = look.rows(
        """SELECT id, role, start_on, end_on FROM membership WHERE organisation_id = ?
            ORDER BY end_on <> '', start_on DESC, id DESC""",
        organisation_id,
    )
    return tuple((id_, role, start, end) for id_, role, start, end in rows)


def add_membership(step: Work, organisation_id: int, role: str, start_on: str, end_on: str) -> None:
    """Note a part of the user's own."""
    step.execute(
        "INSERT INTO membership (organisation_id, role, start_on, end_on, notes) VALUES (?, ?, ?, ?, '')",
        organisation_id, role, start_on, end_on,
    )  # fmt: skip


def remove_membership(step: Work, membership_id: int) -> None:
    """Take a part of the user's own away."""
    step.execute("DELETE FROM membership WHERE id = ?", membership_id)


def _organisation(row: tuple[Any, ...]) -> Organisation:
    id_, name, kind, place, web, now, before, notes, parent_id, parent, let_go = row
    return Organisation(id_, name, kind, place, web, now, before, notes, parent_id, parent, bool(let_go))


def _needle(words: str) -> str:
    """Folded, and without what no text can hold (half a surrogate pair)."""
    return fold(words).encode("utf-8", "ignore").decode()
