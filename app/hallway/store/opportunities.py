"""Opportunities with their people, topics and small steps."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hallway.domain import errors
from hallway.domain.opportunities import AT_REST, Opportunity, Part, State, Step
from hallway.store import people, tables
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

QUERY = """
    SELECT o.title, o.kind, coalesce(g.name, ''), o.deadline, o.deadline_time, o.link, o.state, o.notes, o.outcome,
           o.organisation_id, o.added_on, o.id, o.uid
      FROM opportunity o LEFT JOIN organisation g ON g.id = o.organisation_id"""
RESTING = ", ".join(f"'{state}'" for state in sorted(AT_REST))


def get(look: View, opportunity_id: int) -> Opportunity:
    """One with all that belongs to it. Raises `NotFound`."""
    found = _whole(look, look.rows(f"{QUERY} WHERE o.id = ?", opportunity_id))
    if not found:
        raise errors.NotFound("This is no longer in your record.")
    return found[0]


def is_there(look: View, opportunity_id: int) -> bool:
    """Whether there is such a one."""
    return look.value("SELECT 1 FROM opportunity WHERE id = ?", opportunity_id) is not None


def listed(look: View, at_rest: bool = False) -> tuple[Opportunity, ...]:
    """Those that go on, the next deadline first and open ones last; or those at rest, the newest first."""
    order = "o.closed_on DESC, o.id DESC" if at_rest else "o.deadline IS NULL, o.deadline, o.id"
    which = "IN" if at_rest else "NOT IN"
    return _whole(look, look.rows(f"{QUERY} WHERE o.state {which} ({RESTING}) ORDER BY {order}"))


def of_person(look: View, person_id: int) -> tuple[Opportunity, ...]:
    """Those in which somebody has a part, the newest first."""
    rows = look.rows(
        f"""{QUERY} WHERE o.id IN (SELECT opportunity_id FROM opportunity_person WHERE person_id = ?)
            ORDER BY o.state IN ({RESTING}), o.id DESC""",
        person_id,
    )
    return _whole(look, rows)


def of_organisation(look: View, organisation_id: int) -> tuple[Opportunity, ...]:
    """Those an organisation offers, the next deadline first."""
    rows = look.rows(
        f"""{QUERY} WHERE o.organisation_id = ?
            ORDER BY o.state IN ({RESTING}), o.deadline IS NULL, o.deadline, o.id""",
        organisation_id,
    )
    return _whole(look, rows)


def count(look: View) -> int:
    """How many go on."""
    return int(look.value(f"SELECT count(*) FROM opportunity WHERE state NOT IN ({RESTING})"))


def add(step: Work, new: Opportunity, new_uid: Callable[[], str] = random_uid) -> int:
    """Write one down with its people, topics and steps; returns its id."""
    opportunity_id: int = step.run(
        tables.Opportunity.insert(uid=new_uid(), added_on=step.today.isoformat(), **_columns(step, new, new_uid))
    )
    set_topics(step, opportunity_id, new.topics)
    set_people(step, opportunity_id, new.people)
    for one in new.steps:
        add_step(step, opportunity_id, one)
    return opportunity_id


def change(step: Work, one: Opportunity) -> None:
    """Bring its own fields and topics to what is given; people and steps have calls of their own."""
    closed = step.today.isoformat() if one.state in AT_REST else None
    step.run(
        tables.Opportunity.update(closed_on=closed, **_columns(step, one)).where(tables.Opportunity.id == one.id)
    )
    set_topics(step, one.id, one.topics)


def remove(step: Work, opportunity_id: int) -> None:
    """Take one away with all that belongs to it."""
    step.execute("DELETE FROM opportunity WHERE id = ?", opportunity_id)


def set_topics(step: Work, opportunity_id: int, names: Iterable[str]) -> None:
    """Bring its topics to these."""
    ids = {people.topic_id(step, name) for name in names if name.strip()}
    rows = step.rows("SELECT topic_id FROM opportunity_topic WHERE opportunity_id = ?", opportunity_id)
    have = {id_ for (id_,) in rows}
    for id_ in sorted(have - ids):
        step.execute("DELETE FROM opportunity_topic WHERE opportunity_id = ? AND topic_id = ?", opportunity_id, id_)
    step.execute_many(
        "INSERT INTO opportunity_topic (opportunity_id, topic_id) VALUES (?, ?)",
        [(opportunity_id, id_) for id_ in sorted(ids - have)],
    )


def set_people(step: Work, opportunity_id: int, parts: Sequence[Part]) -> None:
    """Bring its people to these; what stands twice stands once."""
    step.execute("DELETE FROM opportunity_person WHERE opportunity_id = ?", opportunity_id)
    rows = {(opportunity_id, one.person_id, one.part): one.note for one in parts}
    step.execute_many(
        "INSERT INTO opportunity_person (opportunity_id, person_id, part, note) VALUES (?, ?, ?, ?)",
        [(*key, note) for key, note in rows.items()],
    )


def add_step(step: Work, opportunity_id: int, new: Step) -> int:
    """Put a small step at the end; returns its id."""
    after = step.value(
        "SELECT coalesce(max(position), -1) + 1 FROM opportunity_step WHERE opportunity_id = ?", opportunity_id
    )
    step_id: int = step.run(
        tables.OpportunityStep.insert(opportunity=opportunity_id, position=after, **_step_columns(new))
    )
    return step_id


def change_step(step: Work, changed: Step) -> None:
    """Bring a small step to what is given."""
    model = tables.OpportunityStep
    step.run(model.update(**_step_columns(changed)).where(model.id == changed.id))


def remove_step(step: Work, step_id: int) -> None:
    """Take a small step away."""
    step.execute("DELETE FROM opportunity_step WHERE id = ?", step_id)


def who_could_know(look: View, one: Opportunity) -> list[tuple[int, str, str, str]]:
    """Id, name, line and a fact about whoever may know more, the nearest first; people may stand several times."""
    people_of = json.dumps([part.person_id for part in one.people])
    found: list[tuple[int, str, str, str]] = []
    if one.organisation_id is not None:
        found += look.rows(
            """SELECT g.person_id, g.name, g.line,
                      CASE WHEN a.end_on = '' THEN 'Works at ' ELSE 'Worked at ' END || o.name
                 FROM affiliation a JOIN glance g ON g.person_id = a.person_id
                 JOIN organisation o ON o.id = a.organisation_id
                WHERE a.organisation_id = ? AND g.standing = 'active'
                ORDER BY a.end_on <> '', g.last_on DESC, g.sort_name LIMIT 20""",
            one.organisation_id,
        )
    found += look.rows(
        """SELECT g.person_id, g.name, g.line, 'Knows ' || n.name || ' (' || t.kind || ')'
             FROM tie t JOIN json_each(?1) j ON j.value IN (t.person_id, t.other_id)
             JOIN person n ON n.id = j.value
             JOIN glance g ON g.person_id = CASE WHEN t.person_id = j.value THEN t.other_id ELSE t.person_id END
            WHERE g.standing = 'active' ORDER BY g.last_on DESC, g.sort_name LIMIT 20""",
        people_of,
    )
    found += look.rows(
        """SELECT g.person_id, g.name, g.line, 'Interested in ' || group_concat(t.name, ', ')
             FROM opportunity_topic x JOIN topic t ON t.id = x.topic_id
             JOIN person_topic p ON p.topic_id = x.topic_id JOIN glance g ON g.person_id = p.person_id
            WHERE x.opportunity_id = ? AND g.standing = 'active'
            GROUP BY g.person_id ORDER BY count(*) DESC, g.last_on DESC, g.sort_name LIMIT 20""",
        one.id,
    )
    return found


def _step_columns(one: Step) -> dict[str, Any]:
    return {"text": one.text, "due_on": _iso(one.due_on), "done_on": _iso(one.done_on)}


def _columns(step: Work, one: Opportunity, new_uid: Callable[[], str] = random_uid) -> dict[str, Any]:
    organisation = people.organisation_id(step, one.organisation, new_uid) if one.organisation.strip() else None
    return {
        "title": one.title, "kind": one.kind, "organisation": organisation, "deadline": _iso(one.deadline),
        "deadline_time": one.deadline_time, "link": one.link, "state": str(one.state), "notes": one.notes,
        "outcome": one.outcome,
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _whole(look: View, rows: Sequence[tuple[Any, ...]]) -> tuple[Opportunity, ...]:
    """Rows with their people, topics and steps, asked for once for all of them."""
    ids = json.dumps([row[-2] for row in rows])
    parts: defaultdict[int, list[Part]] = defaultdict(list)
    for id_, *part in look.rows(
        """SELECT x.opportunity_id, x.person_id, x.part, x.note, n.name
             FROM opportunity_person x JOIN person n ON n.id = x.person_id
            WHERE x.opportunity_id IN (SELECT value FROM json_each(?)) AND n.standing <> 'let go' ORDER BY x.rowid""",
        ids,
    ):
        parts[id_].append(Part(*part))
    topics: defaultdict[int, list[str]] = defaultdict(list)
    for id_, name in look.rows(
        """SELECT x.opportunity_id, t.name FROM opportunity_topic x JOIN topic t ON t.id = x.topic_id
            WHERE x.opportunity_id IN (SELECT value FROM json_each(?)) ORDER BY t.name""",
        ids,
    ):
        topics[id_].append(name)
    steps: defaultdict[int, list[Step]] = defaultdict(list)
    for id_, words, due, done, step_id in look.rows(
        """SELECT opportunity_id, text, due_on, done_on, id FROM opportunity_step
            WHERE opportunity_id IN (SELECT value FROM json_each(?)) ORDER BY position, id""",
        ids,
    ):
        steps[id_].append(Step(words, _day(due), _day(done), step_id))
    return tuple(
        replace(one, people=tuple(parts[one.id]), topics=tuple(topics[one.id]), steps=tuple(steps[one.id]))
        for one in map(_opportunity, rows)
    )


def _opportunity(row: tuple[Any, ...]) -> Opportunity:
    title, kind, organisation, deadline, at, link, state, notes, outcome, organisation_id, added, id_, uid = row
    return Opportunity(
        title, kind, organisation, _day(deadline), at, link, State(state), notes, outcome=outcome,
        organisation_id=organisation_id, added_on=_day(added), id=id_, uid=uid,
    )  # fmt: skip
