"""Finding words: people, events and what happened, the newest hits of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hallway.domain.dates import say_day
from hallway.store.words import beginning
from hallway.store.work import View

CAP = 2000


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `kind` is person, moment or event; `why` says where the words stand."""

    kind: str
    id: int
    title: str
    detail: str
    why: str
    person_id: int | None = None


def people(look: View, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """People whose name fits first, then those about whom the words are written; recently seen ones first."""
    match = beginning(text)
    if not match:
        return ()
    by_name = _people(look, f"name : ({match})", limit)
    ids = {hit.id for hit in by_name}
    about = [hit for hit in _people(look, match, limit) if hit.id not in ids] if len(by_name) < limit else []
    why = f"“{text.strip()}” in what you wrote"
    found = by_name + [Hit("person", hit.id, hit.title, hit.detail, why) for hit in about]
    return tuple(found[:limit])


def moments(look: View, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """Timeline entries with the words, newest first."""
    match = beginning(text)
    rows = look.rows(
        """SELECT i.id, i.summary, i.on_day, i.kind,
                  (SELECT group_concat(p.name, ', ') FROM participant x JOIN person p ON p.id = x.person_id
                    WHERE x.interaction_id = i.id),
                  (SELECT person_id FROM participant WHERE interaction_id = i.id LIMIT 1)
             FROM interaction i WHERE i.id IN
                  (SELECT id FROM interaction WHERE id IN
                    (SELECT rowid FROM moment_words WHERE moment_words MATCH ? ORDER BY rowid DESC LIMIT ?)
                    ORDER BY on_day DESC LIMIT ?)
            ORDER BY i.on_day DESC""",
        match, CAP, limit,
    ) if match else []  # fmt: skip
    return tuple(
        Hit("moment", id_, summary or kind, _joined(names, _said(on, look)), "in your timeline", person_id)
        for id_, summary, on, kind, names, person_id in rows
    )


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _said(on: str, look: View) -> str:
    return say_day(date.fromisoformat(on), look.today)


def events(look: View, text: str, limit: int = 10) -> tuple[Hit, ...]:
    """Events with the words, newest first."""
    match = beginning(text)
    rows = look.rows(
        """SELECT id, title, start_on, venue FROM event
            WHERE id IN (SELECT rowid FROM event_words WHERE event_words MATCH ? LIMIT ?)
            ORDER BY start_on DESC LIMIT ?""",
        match, CAP, limit,
    ) if match else []  # fmt: skip
    return tuple(
        Hit("event", id_, title, ", ".join(part for part in (start_on, venue) if part), "in your events")
        for id_, title, start_on, venue in rows
    )


def everything(look: View, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """People, then events, then timeline entries."""
    return (people(look, text, limit) + events(look, text, limit) + moments(look, text, limit))[: 2 * limit]


def _people(look: View, match: str, limit: int) -> list[Hit]:
    rows = look.rows(
        """SELECT g.person_id, g.name, g.line FROM glance g
            WHERE g.person_id IN (SELECT rowid FROM person_words WHERE person_words MATCH ? LIMIT ?)
              AND g.standing <> 'let go' ORDER BY g.standing <> 'active', g.last_on DESC, g.sort_name LIMIT ?""",
        match, CAP, limit,
    )  # fmt: skip
    return [Hit("person", id_, name, line, "by name") for id_, name, line in rows]
