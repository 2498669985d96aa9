"""Ties between people, and what the user has in common with somebody."""

from __future__ import annotations

from hallway.domain.ties import TieSeen
from hallway.store.work import View, Work


def of_person(look: View, person_id: int) -> tuple[TieSeen, ...]:
    """Ties from either side, by name; people let go are left out."""
    rows = look.rows(
        """SELECT t.id, o.id, o.name, t.kind, t.since, t.until, t.person_id <> ?1 FROM tie t
             JOIN person o ON o.id = CASE t.person_id WHEN ?1 THEN t.other_id ELSE t.person_id END
            WHERE ?1 IN (t.person_id, t.other_id) AND o.standing <> 'let go' ORDER BY o.name, t.id""",
        person_id,
    )
    return tuple(
        TieSeen(id_, other_id, other, kind, since, until, bool(theirs))
        for id_, other_id, other, kind, since, until, theirs in rows
    )


def find(look: View, person_id: int, other_id: int, kind: str) -> tuple[int, bool] | None:
    """A tie of the kind between two people, whoever it was written at: its id, and whether at the first."""
    row = look.row(
        """SELECT id, person_id = ?1 FROM tie WHERE kind = ?3
              AND ((person_id = ?1 AND other_id = ?2) OR (person_id = ?2 AND other_id = ?1))
            ORDER BY person_id <> ?1""",
        person_id, other_id, kind,
    )  # fmt: skip
    return (row[0], bool(row[1])) if row else None


def add(step: Work, person_id: int, other_id: int, kind: str, since: str = "", until: str = "") -> None:
    """Write a tie at the first person: the other is their `kind`."""
    step.execute(
        "INSERT INTO tie (person_id, other_id, kind, since, until, source) VALUES (?, ?, ?, ?, ?, '')",
        person_id, other_id, kind, since, until,
    )  # fmt: skip


def change(step: Work, tie_id: int, since: str, until: str) -> None:
    """Change the years."""
    step.execute("UPDATE tie SET since = ?, until = ? WHERE id = ?", since, until, tie_id)


def remove(step: Work, tie_id: int) -> None:
    """Take a tie away."""
    step.execute("DELETE FROM tie WHERE id = ?", tie_id)


def events_shared(look: View, person_id: int, limit: int = 6) -> tuple[tuple[int, str, str], ...]:
    """Events where the two met: id, title and first day, newest first."""
    rows = look.rows(
        """SELECT e.id, e.title, e.start_on FROM event e WHERE e.id IN (
             SELECT i.event_id FROM participant x JOIN interaction i ON i.id = x.interaction_id
              WHERE x.person_id = ?1 AND i.event_id IS NOT NULL
             UNION SELECT met_event_id FROM person WHERE id = ?1 AND met_event_id IS NOT NULL)
            AND e.let_go_on IS NULL ORDER BY e.start_on DESC, e.id LIMIT ?2""",
        person_id, limit,
    )  # fmt: skip
    return tuple((id_, title, start) for id_, title, start in rows)


def topics_shared(look: View, person_id: int, limit: int = 4) -> tuple[tuple[str, int], ...]:
    """Topics of the person that others here have too, with how many others; the rarest first."""
    rows = look.rows(
        """SELECT t.name, (SELECT count(*) FROM person_topic y JOIN person p ON p.id = y.person_id
                            WHERE y.topic_id = t.id AND y.person_id <> ?1 AND p.standing <> 'let go') AS others
             FROM person_topic x JOIN topic t ON t.id = x.topic_id
            WHERE x.person_id = ?1 AND others > 0 ORDER BY others, t.folded LIMIT ?2""",
        person_id, limit,
    )  # fmt: skip
    return tuple((name, others) for name, others in rows)


def places_shared(look: View, person_id: int) -> tuple[tuple[int, str], ...]:
    """Organisations where the person is or was, and which are the user's own university or membership."""
    rows = look.rows(
        """SELECT DISTINCT o.id, o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
            WHERE a.person_id = ?1 AND (
                  o.id IN (SELECT organisation_id FROM membership)
                  OR lower(o.name) = (SELECT lower(university) FROM profile WHERE id = 1 AND university <> ''))
            ORDER BY o.name""",
        person_id,
    )
    return tuple((id_, name) for id_, name in rows)
