"""What the record tells over months, counted in SQL."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from hallway.domain.figures import (
    ALUMNI,
    ELSEWHERE,
    EVENT,
    FIELD,
    HOME,
    INDUSTRY,
    INTRODUCED,
    ONLINE,
    SAME_PLACE,
    WROTE,
    Favours,
    Follow,
    OldTie,
    Span,
)
from hallway.domain.folding import fold
from hallway.store.work import View

TALKS = ("conversation", "message", "call", "video call", "check-in", "interview", "gift of time")
"""Kinds of entries that are conversations, whatever the medium."""

MET_ON = """CASE WHEN length(p.met_on) >= 7 THEN p.met_on
                 ELSE coalesce((SELECT min(on_day) FROM participant x WHERE x.person_id = p.id), '') END"""
PEOPLE = "person p JOIN glance g ON g.person_id = p.id"
KNOWN = "p.known AND g.standing <> 'let go'"


def first_day(look: View) -> date | None:
    """The first day anything happened on; None in an empty record."""
    found = look.value("SELECT min(on_day) FROM interaction")
    return date.fromisoformat(found) if found else None


def conversations(look: View, span: Span) -> dict[str, int]:
    """How many in each month."""
    return dict(
        look.rows(
            f"""SELECT substr(on_day, 1, 7), count(*) FROM interaction
                 WHERE on_day >= ? AND on_day < ? AND kind IN ({_marks(TALKS)}) GROUP BY 1""",
            span.first, f"{span.last}~", *TALKS,
        )
    )  # fmt: skip


def met(look: View, span: Span) -> dict[str, int]:
    """How many people were met in each month: by the date that is noted, else by the first entry with them."""
    return dict(
        look.rows(
            f"SELECT substr({MET_ON}, 1, 7) AS month, count(*) FROM {PEOPLE} WHERE {KNOWN} "
            "AND month BETWEEN ? AND ? GROUP BY 1",
            span.first, span.last,
        )
    )  # fmt: skip


def introductions(look: View, span: Span) -> int:
    """How many the user made."""
    return int(
        look.value(
            "SELECT count(*) FROM introduction WHERE connector_id IS NULL AND introduced_on >= ? AND introduced_on < ?",
            span.first, f"{span.last}~",
        )
    )  # fmt: skip


def follow(look: View, span: Span) -> Follow | None:
    """The event of the span at which most people were met (two or more), and who of them was heard of since."""
    row = look.row(
        f"""SELECT e.id, e.title, count(*) FROM {PEOPLE} JOIN event e ON e.id = p.met_event_id
             WHERE {KNOWN} AND e.start_on >= ? AND e.start_on < ? AND e.let_go_on IS NULL
             GROUP BY e.id HAVING count(*) > 1 ORDER BY count(*) DESC, e.start_on DESC LIMIT 1""",
        span.first, f"{span.last}~",
    )  # fmt: skip
    if row is None:
        return None
    since = look.value(
        f"""SELECT count(*) FROM {PEOPLE} WHERE {KNOWN} AND p.met_event_id = ?1 AND EXISTS (
             SELECT 1 FROM participant x JOIN interaction i ON i.id = x.interaction_id
              WHERE x.person_id = p.id AND i.on_day > (SELECT end_on FROM event WHERE id = ?1)
                AND i.kind <> 'introduction request')""",
        row[0],
    )
    return Follow(row[0], row[1], row[2], int(since))


def ways(look: View, span: Span, university: str) -> dict[str, int]:
    """How those who were met in the span were met."""
    rows = look.rows(
        f"""SELECT CASE
              WHEN p.introduced_by_id IS NOT NULL THEN '{INTRODUCED}'
              WHEN e.kind = 'online' THEN '{ONLINE}'
              WHEN e.id IS NOT NULL THEN '{EVENT}'
              WHEN EXISTS (SELECT 1 FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
                            WHERE a.person_id = p.id AND o.folded = ?) THEN '{SAME_PLACE}'
              WHEN (SELECT i.kind || i.direction FROM participant x JOIN interaction i ON i.id = x.interaction_id
                     WHERE x.person_id = p.id ORDER BY i.on_day, i.id LIMIT 1) = 'messageout' THEN '{WROTE}'
              ELSE '{ELSEWHERE}' END AS way, count(*)
              FROM {PEOPLE} LEFT JOIN event e ON e.id = p.met_event_id
             WHERE {KNOWN} AND substr({MET_ON}, 1, 7) BETWEEN ? AND ? GROUP BY way""",
        fold(university), span.first, span.last,
    )  # fmt: skip
    return dict(rows)


def topics(look: View, span: Span, most: int) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """How often one was in touch with people interested in a topic, in each quarter of the span; the most first."""
    quarters = span.quarters()
    sums = ", ".join(f"sum(on_day >= ? AND on_day < ?) AS q{at}" for at in range(len(quarters)))
    totals = ", ".join(f"sum(q{at})" for at in range(len(quarters)))
    rows = look.rows(
        f"""SELECT t.name, {totals} FROM person_topic y JOIN topic t ON t.id = y.topic_id
              JOIN (SELECT person_id, {sums} FROM participant WHERE counts = 1 AND on_day >= ? AND on_day < ?
                     GROUP BY person_id) x ON x.person_id = y.person_id
             GROUP BY t.id""",
        *(bound for months in quarters for bound in (months[0], f"{months[-1]}~")), quarters[0][0], f"{span.last}~",
    )  # fmt: skip
    ordered = sorted(rows, key=lambda row: (-sum(row[1:]), row[0]))
    return tuple((name, tuple(numbers)) for name, *numbers in ordered[:most] if any(numbers))


def favours(look: View, span: Span) -> Favours:
    """How many each way, and which kinds came up most."""
    rows = look.rows(
        """SELECT f.direction, f.kind, count(*) FROM favour f JOIN glance g ON g.person_id = f.person_id
            WHERE f.on_day >= ? AND f.on_day < ? AND f.direction IN ('given', 'received') AND g.standing <> 'let go'
            GROUP BY 1, 2 ORDER BY 3 DESC, 2""",
        span.first, f"{span.last}~",
    )  # fmt: skip
    total = {way: sum(number for one, _, number in rows if one == way) for way in ("given", "received")}
    kinds: dict[str, int] = {}
    for _, kind, number in rows:
        kinds[kind] = kinds.get(kind, 0) + number
    most = sorted(kinds, key=lambda kind: (-kinds[kind], kind))[:3]
    return Favours(total["given"], total["received"], tuple(most))


def circles(look: View, university: str) -> dict[str, int]:
    """How many of the people one knows are in each circle; somebody may be in several.

    The field is what people in the user's groups are interested in most: three topics.
    """
    home = fold(university)
    row = look.row(
        f"""WITH here AS (SELECT a.person_id, o.kind, a.end_on, o.folded = ?1 AS mine FROM affiliation a
                           JOIN organisation o ON o.id = a.organisation_id)
            SELECT count(DISTINCT CASE WHEN h.mine AND h.end_on = '' THEN p.id END),
                   count(DISTINCT CASE WHEN h.kind = 'company' AND h.end_on = '' THEN p.id END),
                   count(DISTINCT CASE WHEN h.mine AND h.end_on <> '' THEN p.id END)
              FROM {PEOPLE} LEFT JOIN here h ON h.person_id = p.id WHERE {KNOWN}""",
        home,
    ) or (0, 0, 0)
    own = look.rows(
        """SELECT x.topic_id FROM person_topic x JOIN group_member m ON m.person_id = x.person_id
            GROUP BY x.topic_id ORDER BY count(*) DESC, x.topic_id LIMIT 3"""
    )
    field = look.value(
        f"""SELECT count(DISTINCT p.id) FROM {PEOPLE} JOIN person_topic x ON x.person_id = p.id
             WHERE {KNOWN} AND x.topic_id IN (SELECT value FROM json_each(?))""",
        json.dumps([id_ for (id_,) in own]),
    )
    return {HOME: int(row[0]), FIELD: int(field), INDUSTRY: int(row[1]), ALUMNI: int(row[2])}


def old_ties(look: View, before: date, most: int) -> tuple[OldTie, ...]:
    """People one was in touch with three times or more, the last time before a day, the closest first."""
    rows = look.rows(
        """SELECT g.person_id, g.name, g.last_on,
                  coalesce((SELECT title FROM achievement a WHERE a.person_id = g.person_id
                             ORDER BY a.seen_on DESC LIMIT 1), ''),
                  coalesce((SELECT i.summary FROM participant x JOIN interaction i ON i.id = x.interaction_id
                             WHERE x.person_id = g.person_id AND i.summary <> ''
                             ORDER BY i.on_day DESC, i.id DESC LIMIT 1), '')
             FROM glance g
            WHERE g.standing = 'active' AND g.last_on <> '' AND g.last_on < ? AND g.rhythm_days = 0
              AND (SELECT count(*) FROM participant x WHERE x.person_id = g.person_id AND x.counts) >= 3
            ORDER BY (SELECT count(*) FROM participant x WHERE x.person_id = g.person_id) DESC, g.last_on DESC, g.name
            LIMIT ?""",
        before.isoformat(), most,
    )  # fmt: skip
    return tuple(
        OldTie(id_, name, date.fromisoformat(last), _why(news, words)) for id_, name, last, news, words in rows
    )


def _why(news: str, words: str) -> str:
    if news:
        return news
    line = words.strip().partition("\n")[0]
    return f"Last: {line}" if line else ""


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
