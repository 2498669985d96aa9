"""Spellings of one organisation: which may be, which are not, and making one of two."""

from __future__ import annotations

from typing import Any

from hallway.domain.organisation_names import Spelling, may_be, spelled
from hallway.store import decisions, organisations
from hallway.store.work import View, Work

APART = "not the same organisation as "
"""Begins the kind of a decision about two organisations; the id of the newer one follows."""


def alike(look: View, organisation_id: int, name: str) -> tuple[tuple[int, str], ...]:
    """Id and name of those whose names may be spellings of this one, and of which nobody said otherwise."""
    shown = spelled(name)
    found = tuple(
        (id_, other) for id_, other in _perhaps_alike(look, organisation_id, shown) if may_be(shown, spelled(other))
    )
    if not found:
        return ()
    apart = organisations.ancestors(look, organisation_id) | organisations.descendants(look, organisation_id)
    apart |= _kept_apart(look, organisation_id)
    return tuple((id_, other) for id_, other in found if id_ not in apart)


def _perhaps_alike(look: View, organisation_id: int, shown: Spelling) -> list[tuple[Any, ...]]:
    """Those that share a telling word or an abbreviation: few, so that few names need to be taken apart."""
    tests, words = ["folded = ?"] * 2, [shown.short, shown.initials]
    for word in sorted(shown.telling):
        tests.append("instr(folded, ?)")
        words.append(word)
    if shown.letters:
        tests.append("folded LIKE ?")
        words.append("%" + "% ".join(shown.letters) + "%")
    query = f"SELECT id, name FROM organisation WHERE let_go_on IS NULL AND id <> ? AND ({' OR '.join(tests)})"
    return look.rows(f"{query} ORDER BY folded, id", organisation_id, *words)


def _kept_apart(look: View, organisation_id: int) -> frozenset[int]:
    rows = look.rows(
        """SELECT subject_id, substr(kind, ?1) FROM decision
            WHERE kind = ?2 || ?3 OR (subject_id = ?3 AND substr(kind, 1, ?1 - 1) = ?2)""",
        len(APART) + 1, APART, organisation_id,
    )  # fmt: skip
    return frozenset(int(id_) for row in rows for id_ in row)


def keep_apart(step: Work, first: int, other: int) -> None:
    """Note that two of like names are two."""
    decisions.decide(step, f"{APART}{max(first, other)}", min(first, other), None)


def merge(step: Work, kept: int, gone: int) -> None:
    """Move everything of the second to the first, and let the second name disappear."""
    if gone in organisations.ancestors(step, kept):
        # What lies between becomes part of the first, which moves up to where it was.
        organisations.set_parent(step, kept, step.value("SELECT parent_id FROM organisation WHERE id = ?", gone))
    elif kept not in organisations.ancestors(step, gone):
        step.execute(
            """UPDATE organisation SET parent_id = (SELECT parent_id FROM organisation WHERE id = ?)
                WHERE id = ? AND parent_id IS NULL""",
            gone, kept,
        )  # fmt: skip
    step.execute("UPDATE affiliation SET organisation_id = ? WHERE organisation_id = ?", kept, gone)
    step.execute(
        """DELETE FROM affiliation WHERE organisation_id = ?1 AND id NOT IN (
             SELECT min(id) FROM affiliation WHERE organisation_id = ?1
              GROUP BY person_id, role, unit, start_on, end_on)""",
        kept,
    )
    step.execute("UPDATE organisation SET parent_id = ?1 WHERE parent_id = ?2 AND id <> ?1", kept, gone)
    for table in ("membership", "opportunity"):
        step.execute(f"UPDATE {table} SET organisation_id = ? WHERE organisation_id = ?", kept, gone)
    _keep_facts(step, kept, gone)
    step.execute("DELETE FROM organisation WHERE id = ?", gone)


def _keep_facts(step: Work, kept: int, gone: int) -> None:
    """What only the second was known by; the notes of both."""
    step.execute(
        """UPDATE organisation AS o SET
             kind = CASE o.kind WHEN 'other' THEN g.kind ELSE o.kind END,
             place = CASE o.place WHEN '' THEN g.place ELSE o.place END,
             web = CASE o.web WHEN '' THEN g.web ELSE o.web END,
             ror = CASE o.ror WHEN '' THEN g.ror ELSE o.ror END,
             notes = trim(o.notes || char(10, 10) || g.notes, char(10))
            FROM organisation g WHERE o.id = ? AND g.id = ?""",
        kept, gone,
    )  # fmt: skip


def rename_in_events(step: Work, before: str, after: str) -> None:
    """Let the events it organises, or that are held there, know it by another name."""
    for id_, _, _, _, venue, _ in organisations.events(step, before):
        step.execute("UPDATE event SET organiser = ? WHERE id = ? AND organiser = ?", after, id_, before)
        if venue == before or venue.startswith(f"{before}, "):
            step.execute("UPDATE event SET venue = ? WHERE id = ?", after + venue[len(before) :], id_)
