"""Approaches to people: how far each is, whom they named, and who else could be asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from typing import Any, Final, NamedTuple

from hallway.domain import errors
from hallway.domain.interactions import Kind, NewInteraction
from hallway.domain.outreach import Outreach, State, moved
from hallway.store import tables
from hallway.store.days import day, stored
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

DAYS: Final = (
    "made_on", "asked_on", "repeated_on", "answered_on", "agreed_on", "meet_on", "talked_on", "thanked_on", "told_on",
    "referrer_told_on", "closed_on",
)  # fmt: skip
KEPT: Final = tuple(one.name for one in fields(Outreach) if one.name not in ("id", "uid", "person", "line", "through"))
COLUMNS: Final = ", ".join(f"o.{name}" for name in KEPT)
QUERY: Final = f"""SELECT {COLUMNS}, o.id, o.uid, g.name, g.line, coalesce(t.name, '') FROM outreach o
    JOIN glance g ON g.person_id = o.person_id LEFT JOIN person t ON t.id = o.through_id
   WHERE g.standing <> 'let go'"""


class Suggestion(NamedTuple):
    """Somebody else who could be asked: where both work, and what both care about; `outreach_id` of an idea, or 0."""

    person_id: int
    person: str
    line: str
    organisation: str
    topics: tuple[str, ...]
    outreach_id: int


def all_of(look: View) -> tuple[Outreach, ...]:
    """Every approach, in the order of the board."""
    return tuple(map(_outreach, look.rows(f"{QUERY} ORDER BY o.position, o.id")))


def get(look: View, outreach_id: int) -> Outreach:
    """One approach. Raises `NotFound`."""
    rows = look.rows(f"{QUERY} AND o.id = ?", outreach_id)
    if not rows:
        raise errors.NotFound("This is no longer in your record.")
    return _outreach(rows[0])


def of_person(look: View, person_id: int) -> tuple[Outreach, ...]:
    """Every approach to one person, the newest first."""
    return tuple(map(_outreach, look.rows(f"{QUERY} AND o.person_id = ? ORDER BY o.id DESC", person_id)))


def under_way(look: View) -> tuple[Outreach, ...]:
    """Those of which something may be due: asked, with a day to talk, or talked of lately."""
    states = json.dumps([State.ASKED, State.SCHEDULED, State.TALKED, State.THANKED, State.TOLD])
    which = "g.standing <> 'archived' AND o.state IN (SELECT value FROM json_each(?))"
    return tuple(map(_outreach, look.rows(f"{QUERY} AND {which} ORDER BY o.asked_on, o.id", states)))


def talks(look: View) -> tuple[Outreach, ...]:
    """Those with a day to talk that is to come."""
    query = f"{QUERY} AND o.state = ? AND o.meet_on >= ? ORDER BY o.meet_on, o.meet_time, o.id"
    return tuple(map(_outreach, look.rows(query, State.SCHEDULED, stored(look.today))))


def add(step: Work, new: Outreach, new_uid: Callable[[], str] = random_uid) -> int:
    """Write an approach down, at the end of its lane; returns its id."""
    last = step.value("SELECT coalesce(max(position), 0) FROM outreach")
    values = _values(new) | {"position": last + 1, "made_on": stored(new.made_on or step.today)}
    outreach_id: int = step.run(tables.Outreach.insert(uid=new_uid(), **values))
    return outreach_id


def change(step: Work, one: Outreach) -> None:
    """Bring an approach to what is given; whom it is about stays."""
    step.run(tables.Outreach.update(**_values(one)).where(tables.Outreach.id == one.id))


def remove(step: Work, outreach_id: int) -> None:
    """Take an approach away with its questions."""
    step.execute("DELETE FROM outreach WHERE id = ?", outreach_id)


def put_in_order(step: Work, ids: Sequence[int]) -> None:
    """Give these the places they have now, in the order given."""
    where = json.dumps(list(ids))
    rows = step.rows(
        "SELECT position FROM outreach WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position, id", where
    )
    places = sorted({position for (position,) in rows})
    if len(places) < len(ids):
        places = list(range(1, len(ids) + 1))
    step.execute_many(
        "UPDATE outreach SET position = ? WHERE id = ? AND position <> ?",
        [(place, id_, place) for place, id_ in zip(places, ids, strict=False)],
    )


def named(look: View, outreach_id: int) -> tuple[tuple[int, str, str], ...]:
    """Whom they named: id, name and line."""
    rows = look.rows(
        """SELECT g.person_id, g.name, g.line FROM named n JOIN glance g ON g.person_id = n.person_id
            WHERE n.outreach_id = ? AND g.standing <> 'let go' ORDER BY n.rowid""",
        outreach_id,
    )
    return tuple((id_, name, line) for id_, name, line in rows)


def about(look: View, interaction_id: int) -> Outreach | None:
    """The approach that led to a talk, or None."""
    rows = look.rows(f"{QUERY} AND o.interaction_id = ?", interaction_id)
    return _outreach(rows[0]) if rows else None


def add_named(step: Work, outreach_id: int, person_id: int) -> None:
    """Write down that they named somebody; the same person again changes nothing."""
    step.execute("INSERT OR IGNORE INTO named (person_id, outreach_id) VALUES (?, ?)", person_id, outreach_id)


def next_people(look: View, person_id: int, most: int = 4) -> tuple[Suggestion, ...]:
    """Who works at the same place or shares interests, and is not being asked already; ideas of the board first."""
    rows = look.rows(
        """WITH near AS (
             SELECT b.person_id AS id, 10 AS weight FROM affiliation a
               JOIN affiliation b ON b.organisation_id = a.organisation_id
              WHERE a.person_id = ?1 AND a.end_on = '' AND b.end_on = '' GROUP BY b.person_id
             UNION ALL
             SELECT y.person_id, 1 FROM person_topic x JOIN person_topic y ON y.topic_id = x.topic_id
              WHERE x.person_id = ?1)
           SELECT g.person_id, g.name, g.line, coalesce(i.id, 0)
             FROM (SELECT id, sum(weight) AS weight FROM near WHERE id <> ?1 GROUP BY id) n
             JOIN glance g ON g.person_id = n.id
             LEFT JOIN outreach i ON i.person_id = n.id AND i.state IN ('idea', 'about to ask')
            WHERE g.standing IN ('active', 'not met')
              AND NOT EXISTS (SELECT 1 FROM outreach o WHERE o.person_id = n.id
                                 AND o.state NOT IN ('idea', 'about to ask'))
            GROUP BY g.person_id ORDER BY i.id IS NULL, n.weight DESC, g.last_on DESC, g.person_id LIMIT ?2""",
        person_id, most,
    )  # fmt: skip
    shared = _shared(look, person_id, [row[0] for row in rows])
    return tuple(Suggestion(id_, name, line, *shared[id_], idea) for id_, name, line, idea in rows)


def learned(look: View) -> list[tuple[Any, ...]]:
    """Every answer that was written down: question, note, person, day of the talk, approach."""
    return look.rows(
        """SELECT a.question, a.note, g.name, coalesce(o.talked_on, o.meet_on, ''), o.id FROM answer a
             JOIN outreach o ON o.id = a.outreach_id JOIN glance g ON g.person_id = o.person_id
            WHERE trim(a.note) <> '' AND g.standing <> 'let go'
            ORDER BY coalesce(o.talked_on, o.meet_on, '') DESC, o.id DESC, a.position, a.id"""
    )


def follow(step: Work, new: NewInteraction, interaction_id: int) -> None:
    """What was logged takes approaches along: an interview was held, thanks were said."""
    if new.kind not in (Kind.INTERVIEW, Kind.THANK_YOU):
        return
    for person in new.people:
        for one in of_person(step, person.person_id):
            if new.kind is Kind.INTERVIEW and one.state in (State.AGREED, State.SCHEDULED):
                change(step, replace(moved(one, State.TALKED, new.on), interaction_id=interaction_id))
            elif new.kind is Kind.THANK_YOU and one.state is State.TALKED and (one.talked_on or new.on) <= new.on:
                change(step, moved(one, State.THANKED, new.on))


def _shared(look: View, person_id: int, ids: Iterable[int]) -> dict[int, tuple[str, tuple[str, ...]]]:
    """What each of these has in common with a person: the place of now, and the interests."""
    where = json.dumps(list(ids))
    places = dict(look.rows(
        """SELECT b.person_id, o.name FROM affiliation a JOIN affiliation b ON b.organisation_id = a.organisation_id
             JOIN organisation o ON o.id = a.organisation_id
            WHERE a.person_id = ? AND a.end_on = '' AND b.end_on = ''
              AND b.person_id IN (SELECT value FROM json_each(?))""",
        person_id, where,
    ))  # fmt: skip
    topics: dict[int, list[str]] = {}
    for id_, name in look.rows(
        """SELECT y.person_id, t.name FROM person_topic x JOIN person_topic y ON y.topic_id = x.topic_id
             JOIN topic t ON t.id = x.topic_id
            WHERE x.person_id = ? AND y.person_id IN (SELECT value FROM json_each(?)) ORDER BY t.name""",
        person_id, where,
    ):  # fmt: skip
        topics.setdefault(id_, []).append(name)
    return {id_: (places.get(id_, ""), tuple(topics.get(id_, ()))) for id_ in json.loads(where)}


def _values(one: Outreach) -> dict[str, Any]:
    """What is written of an approach, by the names of the table's fields."""
    names = {"person_id": "person", "through_id": "through", "interaction_id": "interaction"}
    values = {names.get(name, name): getattr(one, name) for name in KEPT}
    return values | {name: stored(getattr(one, name)) for name in DAYS} | {"state": one.state.value}


def _outreach(row: tuple[Any, ...]) -> Outreach:
    *_, id_, uid, person, line, through = row
    values = dict(zip(KEPT, row, strict=False))
    values |= {name: day(values[name]) for name in DAYS} | {"state": State(values["state"])}
    return Outreach(**values, id=id_, uid=uid, person=person, line=line, through=through)
