"""Organisations: lists and one whole with its people."""

from __future__ import annotations

from hallway.domain import errors
from hallway.domain.folding import fold
from hallway.domain.organisations import Organisation
from hallway.store.work import View, Work

COLUMNS = """o.id, o.name, o.kind, o.place, o.web,
    (SELECT count(DISTINCT person_id) FROM affiliation WHERE organisation_id = o.id AND end_on = ''),
    (SELECT count(DISTINCT person_id) FROM affiliation WHERE organisation_id = o.id AND end_on <> '')"""


def listed(look: View, words: str = "", limit: int = 500) -> tuple[Organisation, ...]:
    """Organisations whose name holds the words, by name."""
    query = f"SELECT {COLUMNS} FROM organisation o WHERE instr(o.folded, ?) ORDER BY o.folded LIMIT ?"
    rows = look.rows(query, _needle(words), limit)
    return tuple(Organisation(*row) for row in rows)


def _needle(words: str) -> str:
    """Folded, and without what no text can hold (half a surrogate pair)."""
    return fold(words).encode("utf-8", "ignore").decode()


def get(look: View, organisation_id: int) -> Organisation:
    """One organisation. Raises `NotFound`."""
    row = look.row(f"SELECT {COLUMNS} FROM organisation o WHERE o.id = ?", organisation_id)
    if row is None:
        raise errors.NotFound("This organisation is no longer in your record.")
    return Organisation(*row)


def names(look: View) -> tuple[str, ...]:
    """The names of all organisations, for completing."""
    return tuple(name for (name,) in look.rows("SELECT name FROM organisation ORDER BY name"))


def people(look: View, organisation_id: int) -> tuple[tuple[int, str, str, str, str], ...]:
    """Id, name, role, start and end of everybody there now or before; those there now first."""
    rows = look.rows(
        """SELECT p.id, p.name, a.role, a.start_on, a.end_on FROM affiliation a JOIN person p ON p.id = a.person_id
            WHERE a.organisation_id = ? AND p.standing <> 'let go' ORDER BY a.end_on <> '', p.name""",
        organisation_id,
    )
    return tuple((id_, name, role, start, end) for id_, name, role, start, end in rows)


def set_field(step: Work, organisation_id: int, name: str, value: str) -> None:
    """Change name, kind, place, web or ror."""
    step.execute(f'UPDATE organisation SET "{name}" = ? WHERE id = ?', value, organisation_id)
    if name == "name":
        step.execute("UPDATE organisation SET folded = ? WHERE id = ?", fold(value), organisation_id)
