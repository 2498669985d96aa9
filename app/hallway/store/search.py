"""Finding: people, organisations, events, sessions, promises and what happened, what was chosen before first."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hallway.domain.dates import say_day
from hallway.domain.excerpts import Excerpt, excerpt
from hallway.store import choices, named
from hallway.store.named import Names
from hallway.store.words import MOST_WORDS, SAID_IN_TALKS, beginning, cut
from hallway.store.work import View

CAP = 2000
RECENT = 200
"""Moments looked through for the people in whose notes the words stand."""
FOR_INITIALS = 2
"""Places kept for people with these initials, when names that begin so fill the list."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `kind` is person, moment, event, or one of `NAMED`.

    `why` says where the words stand, and `shown` the words around them there. `person_id` is whose it is and
    `event_id` where it belongs; `on` is its day; `whom` names those who took part.
    """

    kind: str
    id: int
    title: str
    detail: str
    why: str
    person_id: int | None = None
    event_id: int | None = None
    on: date | None = None
    shown: Excerpt = ()
    whom: str = ""


def people(look: View, text: str, limit: int = 20, known: Names | None = None) -> tuple[Hit, ...]:
    """Those whose name fits (chosen ones first), then by initials, with a slip of the keyboard, and by what is written.

    `known` are the names to look for slips in; all, when it is not given.
    """
    typed, match = cut(text)[:MOST_WORDS], beginning(text)
    if not match:
        return ()
    found = {hit.id: hit for hit in (*_chosen_people(look, typed), *_people(look, f"name : ({match})", limit))}
    index = (known or named.whole(look)).kinds["person"]
    _put_in(found, _by_ids(look, index.by_initials(typed), FOR_INITIALS, "by initials"), limit)
    if len(found) < limit:
        _fill(found, _by_ids(look, index.nearly(typed) - found.keys(), limit, "by a name like it"))
    if len(found) < limit:
        _fill(found, _about(look, text, typed, limit))
    if len(found) < limit:
        _fill(found, _in_moments(look, match, typed, limit))
    return tuple(found.values())[:limit]


def people_named(look: View, text: str, limit: int = 5) -> tuple[Hit, ...]:
    """Those who may be meant by a name; with a slip of the keyboard or initials only when nobody else fits."""
    typed, match = cut(text)[:MOST_WORDS], beginning(text)
    if not match:
        return ()
    found = {hit.id: hit for hit in (*_chosen_people(look, typed), *_people(look, f"name : ({match})", limit))}
    if not found:
        index = named.soon(look).kinds["person"]
        _fill(found, _by_ids(look, index.by_initials(typed), limit, "by initials"))
        _fill(found, _by_ids(look, index.nearly(typed), limit, "by a name like it"))
    return tuple(found.values())[:limit]


def lately(look: View, limit: int) -> tuple[Hit, ...]:
    """The people chosen most before."""
    return tuple(_chosen_people(look, ())[:limit])


def moments(look: View, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """Timeline entries with the words, newest first."""
    match, typed = beginning(text), cut(text)[:MOST_WORDS]
    rows = look.rows(
        """SELECT i.id, i.summary, i.on_day, i.kind,
                  (SELECT group_concat(p.name, ', ') FROM participant x JOIN person p ON p.id = x.person_id
                    WHERE x.interaction_id = i.id),
                  (SELECT person_id FROM participant WHERE interaction_id = i.id LIMIT 1),
                  (SELECT group_concat(note, ' ') FROM participant WHERE interaction_id = i.id AND note <> '')
             FROM interaction i WHERE i.id IN
                  (SELECT id FROM interaction WHERE id IN
                    (SELECT rowid FROM moment_words WHERE moment_words MATCH ? ORDER BY rowid DESC LIMIT ?)
                    ORDER BY on_day DESC LIMIT ?)
            ORDER BY i.on_day DESC""",
        match, CAP, limit,
    ) if match else []  # fmt: skip
    return tuple(
        Hit("moment", id_, summary or kind, _joined(names, _said(on, look)), "in your timeline", person_id,
            on=date.fromisoformat(on), shown=excerpt(summary, typed) or excerpt(notes or "", typed), whom=names or "")
        for id_, summary, on, kind, names, person_id, notes in rows
    )  # fmt: skip


def events(look: View, text: str, limit: int = 10) -> tuple[Hit, ...]:
    """Events with the words, newest first."""
    match = beginning(text)
    rows = look.rows(
        """SELECT id, title, start_on, venue FROM event
            WHERE let_go_on IS NULL AND id IN (SELECT rowid FROM event_words WHERE event_words MATCH ? LIMIT ?)
            ORDER BY start_on DESC LIMIT ?""",
        match, CAP, limit,
    ) if match else []  # fmt: skip
    return tuple(
        Hit("event", id_, title, _joined(start_on, venue), "in your events", on=date.fromisoformat(start_on))
        for id_, title, start_on, venue in rows
    )


def everything(look: View, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """People, then events, then timeline entries."""
    return (people(look, text, limit) + events(look, text, limit) + moments(look, text, limit))[: 2 * limit]


def by_name(look: View, kind: str, text: str, limit: int) -> tuple[Hit, ...]:
    """Those of one of the kinds in `NAMED`, by the names that were read so far."""
    typed = cut(text)[:MOST_WORDS]
    index = named.names(look).kinds[kind]
    ids = index.beginning(typed) or index.nearly(typed)
    if not ids:
        return ()
    rows = look.rows(NAMED[kind], json.dumps(sorted(ids)[:CAP]), limit)
    return tuple(
        Hit(kind, id_, title, detail, "by name", person_id, event_id, _day(on))
        for id_, title, detail, person_id, event_id, on in rows
    )


_AMONG = "IN (SELECT value FROM json_each(?))"
NAMED: Mapping[str, str] = {
    "organisation": f"""SELECT o.id, o.name, o.place, NULL, NULL, NULL FROM organisation o
        WHERE o.let_go_on IS NULL AND o.id {_AMONG}
        ORDER BY (SELECT count(*) FROM affiliation WHERE organisation_id = o.id) DESC, o.folded LIMIT ?""",
    "session": f"""SELECT s.id, s.title, e.title, NULL, s.event_id, s.on_day FROM session s
        JOIN event e ON e.id = s.event_id WHERE e.let_go_on IS NULL AND s.id {_AMONG}
        ORDER BY s.on_day DESC, s.start_time LIMIT ?""",
    "group": f"""SELECT g.id, g.name, '', NULL, NULL, NULL FROM "group" g WHERE g.id {_AMONG}
        ORDER BY g.name LIMIT ?""",
    "topic": f"""SELECT t.id, t.name, '', NULL, NULL, NULL FROM topic t WHERE t.id {_AMONG}
        ORDER BY (SELECT count(*) FROM person_topic WHERE topic_id = t.id) DESC, t.name LIMIT ?""",
    "view": f"""SELECT v.id, v.name, '', NULL, NULL, NULL FROM saved_view v WHERE v.id {_AMONG}
        ORDER BY v.name LIMIT ?""",
    "project": f"""SELECT p.id, p.title, p.next_step, NULL, NULL, p.next_on FROM project p WHERE p.id {_AMONG}
        ORDER BY p.state = 'done', p.title LIMIT ?""",
    "achievement": f"""SELECT a.id, a.title, coalesce(n.name, ''), a.person_id, NULL, NULL FROM achievement a
        LEFT JOIN person n ON n.id = a.person_id WHERE a.id {_AMONG}
        ORDER BY CASE a.on_day WHEN '' THEN a.seen_on ELSE a.on_day END DESC, a.id LIMIT ?""",
    "opportunity": f"""SELECT o.id, o.title, coalesce(n.name, ''), NULL, NULL, o.deadline FROM opportunity o
        LEFT JOIN organisation n ON n.id = o.organisation_id WHERE o.id {_AMONG}
        ORDER BY o.closed_on IS NOT NULL, o.deadline IS NULL, o.deadline, o.id LIMIT ?""",
    "letter": f"""SELECT l.id, l.purpose, coalesce(n.name, ''), NULL, NULL, NULL FROM letter l
        LEFT JOIN person n ON n.id = l.person_id WHERE l.id {_AMONG} ORDER BY l.closed_on IS NOT NULL, l.id LIMIT ?""",
    "resource": f"""SELECT r.id, r.title, r.authors, NULL, NULL, r.added_on FROM resource r WHERE r.id {_AMONG}
        ORDER BY r.added_on DESC, r.id LIMIT ?""",
    "favour": f"""SELECT f.id, f.text, n.name, NULL, NULL, f.on_day FROM favour f JOIN person n ON n.id = f.person_id
        WHERE f.id {_AMONG} ORDER BY f.on_day DESC, f.id LIMIT ?""",
    "promise": f"""SELECT p.id, p.text, n.name, n.id, NULL, coalesce(p.due_on, '') FROM promise p
        JOIN person n ON n.id = p.person_id WHERE p.state = 'open' AND p.id {_AMONG}
        ORDER BY p.due_on IS NULL, p.due_on LIMIT ?""",
}
"""What is shown of each kind: id, title, detail, whose, at which event, when."""


def _put_in(found: dict[int, Hit], extra: Iterable[Hit], limit: int) -> None:
    """After the names, but never past the end of the list."""
    fresh = [hit for hit in extra if hit.id not in found]
    for id_ in list(found)[max(0, limit - len(fresh)) :]:
        del found[id_]
    _fill(found, fresh)


def _fill(found: dict[int, Hit], extra: Iterable[Hit]) -> None:
    for hit in extra:
        found.setdefault(hit.id, hit)


def _people(look: View, match: str, limit: int) -> list[Hit]:
    rows = look.rows(
        """SELECT g.person_id, g.name, g.line, g.last_on FROM glance g
            WHERE g.person_id IN (SELECT rowid FROM person_words WHERE person_words MATCH ? LIMIT ?)
              AND g.standing <> 'let go' ORDER BY g.standing <> 'active', g.last_on DESC, g.sort_name LIMIT ?""",
        match, CAP, limit,
    )  # fmt: skip
    return [_person(row, "by name") for row in rows]


def _chosen_people(look: View, typed: Sequence[str]) -> list[Hit]:
    """Those chosen before, most often first, whose name fits."""
    rows = look.rows(
        """SELECT g.person_id, g.name, g.line, g.last_on FROM choice c JOIN glance g ON g.person_id = c.subject
            WHERE c.kind = 'person' AND g.standing <> 'let go' ORDER BY c.times DESC, c.last_at DESC LIMIT ?""",
        choices.MOST,
    )
    return [_person(row, "by name") for row in rows if _fits(cut(row[1]), typed)]


def _by_ids(look: View, ids: Collection[int], limit: int, why: str) -> list[Hit]:
    rows = look.rows(
        f"""SELECT g.person_id, g.name, g.line, g.last_on FROM glance g WHERE g.person_id {_AMONG}
             AND g.standing <> 'let go' ORDER BY g.standing <> 'active', g.last_on DESC, g.sort_name LIMIT ?""",
        json.dumps(sorted(ids)), limit,
    ) if ids else []  # fmt: skip
    return [_person(row, why) for row in rows]


def _about(look: View, text: str, typed: Sequence[str], limit: int) -> list[Hit]:
    """People about whom the words are written, with the words around them."""
    hits = _people(look, beginning(text), limit)
    texts = dict(look.rows(
        f"""SELECT p.id, p.notes || char(10) || p.met_how || char(10) || p.place || char(10) ||
                  coalesce((SELECT group_concat(value, ', ') FROM person_field WHERE person_id = p.id), '') ||
                  char(10) || coalesce((SELECT group_concat(t.name, ', ') FROM person_topic x
                                          JOIN topic t ON t.id = x.topic_id WHERE x.person_id = p.id), '') ||
                  char(10) || {SAID_IN_TALKS}
             FROM person p WHERE p.id {_AMONG}""",
        json.dumps([hit.id for hit in hits]),
    )) if hits else {}  # fmt: skip
    why = f"“{text.strip()}” in what you wrote"
    return [_because(hit, why, _line_with(texts.get(hit.id, ""), typed)) for hit in hits]


def _line_with(text: str, typed: Sequence[str]) -> Excerpt:
    return next(filter(None, (excerpt(line, typed) for line in text.split("\n"))), ())


def _in_moments(look: View, match: str, typed: Sequence[str], limit: int) -> list[Hit]:
    """People with whom something happened in whose words, or in the note on them, the words stand."""
    rows = look.rows(
        """SELECT g.person_id, g.name, g.line, g.last_on, i.summary, x.note FROM interaction i
             JOIN participant x ON x.interaction_id = i.id JOIN glance g ON g.person_id = x.person_id
            WHERE i.id IN (SELECT rowid FROM moment_words WHERE moment_words MATCH ? ORDER BY rowid DESC LIMIT ?)
              AND g.standing <> 'let go' ORDER BY i.on_day DESC, i.id DESC""",
        match, RECENT,
    )  # fmt: skip
    found: dict[int, Hit] = {}
    for *row, summary, note in rows:
        if row[0] not in found and len(found) < limit and _stands_in(typed, f"{summary} {note}", row[1]):
            shown = excerpt(note, typed) or excerpt(summary, typed)
            found[row[0]] = _because(_person(row, ""), "in what happened with them", shown)
    return list(found.values())


def _stands_in(typed: Sequence[str], text: str, name: str) -> bool:
    """Whether every word stands in the text or the name, and one at least in the text."""
    written = cut(text)
    return _fits(written + cut(name), typed) and any(_fits(written, [one]) for one in typed)


def _fits(words: Sequence[str], typed: Iterable[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in typed)


def _person(row: Sequence[Any], why: str) -> Hit:
    id_, name, line, last_on = row
    return Hit("person", id_, name, line, why, on=_day(last_on))


def _because(hit: Hit, why: str, shown: Excerpt) -> Hit:
    return Hit(hit.kind, hit.id, hit.title, hit.detail, why, on=hit.on, shown=shown)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _said(on: str, look: View) -> str:
    return say_day(date.fromisoformat(on), look.today)
