"""Things to share with whom they went to, and favours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from hallway.domain import errors
from hallway.domain.sharing import GIVEN, Favour, Resource, Went
from hallway.store import people, tables
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

RESOURCES = "SELECT id, title, kind, link, text, authors, added_on FROM resource"
FAVOURS = """SELECT f.id, f.person_id, f.direction, f.kind, f.text, f.on_day, f.resource_id, f.interaction_id, g.name,
                    coalesce(r.title, '')
               FROM favour f JOIN glance g ON g.person_id = f.person_id LEFT JOIN resource r ON r.id = f.resource_id"""
NEWEST = "ORDER BY f.on_day DESC, f.id DESC"


def resources(look: View) -> tuple[Resource, ...]:
    """Everything worth sharing, the newest first."""
    return _resources(look, look.rows(f"{RESOURCES} ORDER BY added_on DESC, id DESC"))


def resource(look: View, resource_id: int) -> Resource:
    """One of them. Raises `NotFound`."""
    found = _resources(look, look.rows(f"{RESOURCES} WHERE id = ?", resource_id))
    if not found:
        raise errors.NotFound("This is no longer among the things to share.")
    return found[0]


def add_resource(step: Work, new: Resource, new_uid: Callable[[], str] = random_uid) -> int:
    """Write one down; returns its id."""
    added_on = _iso(new.added_on or step.today)
    new_id: int = step.run(tables.Resource.insert(uid=new_uid(), added_on=added_on, **_own(new)))
    set_topics(step, new_id, new.topics)
    return new_id


def change_resource(step: Work, one: Resource) -> None:
    """Bring one to what is given."""
    step.run(tables.Resource.update(**_own(one)).where(tables.Resource.id == one.id))
    set_topics(step, one.id, one.topics)


def remove_resource(step: Work, resource_id: int) -> None:
    """Take one away; the favours stay."""
    step.execute("DELETE FROM resource WHERE id = ?", resource_id)


def set_topics(step: Work, resource_id: int, names: Iterable[str]) -> None:
    """Bring its topics to these."""
    ids = {people.topic_id(step, name) for name in names if name.strip()}
    have = {id_ for (id_,) in step.rows("SELECT topic_id FROM resource_topic WHERE resource_id = ?", resource_id)}
    for id_ in sorted(have - ids):
        step.execute("DELETE FROM resource_topic WHERE resource_id = ? AND topic_id = ?", resource_id, id_)
    step.execute_many(
        "INSERT INTO resource_topic (resource_id, topic_id) VALUES (?, ?)",
        [(resource_id, id_) for id_ in sorted(ids - have)],
    )


def favours(look: View, most: int = 500) -> tuple[Favour, ...]:
    """All favours, the latest first."""
    return _favours(look.rows(f"{FAVOURS} WHERE g.standing <> 'let go' {NEWEST} LIMIT ?", most))


def favours_with(look: View, person_id: int) -> tuple[Favour, ...]:
    """Those between the user and one person, the latest first."""
    return _favours(look.rows(f"{FAVOURS} WHERE f.person_id = ? {NEWEST}", person_id))


def favour(look: View, favour_id: int) -> Favour:
    """One of them. Raises `NotFound`."""
    found = _favours(look.rows(f"{FAVOURS} WHERE f.id = ?", favour_id))
    if not found:
        raise errors.NotFound("This favour is no longer in your record.")
    return found[0]


def add_favour(step: Work, new: Favour, new_uid: Callable[[], str] = random_uid) -> int:
    """Write one down; returns its id."""
    new_id: int = step.run(tables.Favour.insert(uid=new_uid(), **_facts(step, new)))
    return new_id


def change_favour(step: Work, one: Favour) -> None:
    """Bring one to what is given."""
    step.run(tables.Favour.update(**_facts(step, one)).where(tables.Favour.id == one.id))


def remove_favour(step: Work, favour_id: int) -> None:
    """Take one away."""
    step.execute("DELETE FROM favour WHERE id = ?", favour_id)


def to_thank(look: View, since: date, until: date) -> tuple[Favour, ...]:
    """Favours received between two days, after which nobody has been thanked."""
    return _favours(look.rows(
        f"""{FAVOURS} WHERE f.direction = 'received' AND f.on_day BETWEEN ? AND ? AND g.standing = 'active'
               AND NOT EXISTS (SELECT 1 FROM participant y JOIN interaction t ON t.id = y.interaction_id
                                WHERE y.person_id = f.person_id AND t.kind = 'thank-you' AND t.on_day >= f.on_day)
             ORDER BY f.on_day, f.id""",
        _iso(since), _iso(until),
    ))  # fmt: skip


def sent_of(look: View, link: str, title: str) -> dict[int, date]:
    """To whom something of this address or title went already, and when last."""
    rows = look.rows(
        """SELECT f.person_id, max(f.on_day) FROM favour f JOIN resource r ON r.id = f.resource_id
            WHERE f.direction = ? AND ((r.link <> '' AND r.link = ?) OR r.title = ?) GROUP BY 1""",
        GIVEN, link, title,
    )  # fmt: skip
    return {id_: date.fromisoformat(on) for id_, on in rows}


def _resources(look: View, rows: Sequence[tuple[Any, ...]]) -> tuple[Resource, ...]:
    topics: defaultdict[int, list[str]] = defaultdict(list)
    for id_, name in look.rows(
        "SELECT x.resource_id, t.name FROM resource_topic x JOIN topic t ON t.id = x.topic_id ORDER BY t.name"
    ):
        topics[id_].append(name)
    went: defaultdict[int, list[Went]] = defaultdict(list)
    for id_, person_id, name, on in look.rows(
        """SELECT f.resource_id, f.person_id, g.name, f.on_day FROM favour f JOIN glance g ON g.person_id = f.person_id
            WHERE f.resource_id IS NOT NULL AND f.direction = 'given' ORDER BY f.on_day DESC, f.id DESC"""
    ):
        went[id_].append(Went(person_id, name, date.fromisoformat(on)))
    return tuple(
        Resource(title, kind, link, text, authors, tuple(topics[id_]), date.fromisoformat(on), tuple(went[id_]), id_)
        for id_, title, kind, link, text, authors, on in rows
    )


def _favours(rows: Iterable[tuple[Any, ...]]) -> tuple[Favour, ...]:
    return tuple(
        Favour(person_id, way, kind, text, date.fromisoformat(on), resource_id, moment_id, name, title, id_)
        for id_, person_id, way, kind, text, on, resource_id, moment_id, name, title in rows
    )


def _own(one: Resource) -> dict[str, Any]:
    return {"title": one.title, "kind": one.kind, "link": one.link, "text": one.text, "authors": one.authors}


def _facts(step: Work, one: Favour) -> dict[str, Any]:
    return {
        "person": one.person_id, "direction": one.direction, "kind": one.kind, "text": one.text,
        "on_day": _iso(one.on or step.today), "resource": one.resource_id, "interaction": one.interaction_id,
    }  # fmt: skip


def _iso(day: date) -> str:
    return day.isoformat()
