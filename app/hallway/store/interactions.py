"""What happened: logging, changing, and timelines read page by page."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hallway.domain import errors
from hallway.domain.interactions import Interaction, Kind, NewInteraction, Participant
from hallway.store import tables, wishes
from hallway.store.days import stored
from hallway.store.uids import random_uid
from hallway.store.words import beginning
from hallway.store.work import View, Work

COLUMNS = """i.id, i.on_day, i.kind, i.summary, i.at_time, i.direction, i.minutes, i.event_id,
             (SELECT title FROM event WHERE id = i.event_id),
             (SELECT count(*) FROM promise WHERE interaction_id = i.id AND state = 'open'), i.session_id"""
FACE_TO_FACE = frozenset({Kind.MET, Kind.CONVERSATION, Kind.CALL, Kind.VIDEO_CALL, Kind.INTERVIEW})
"""After these somebody is met whom one wished to meet."""
WRITTEN = frozenset({Kind.MESSAGE, Kind.INTRODUCTION_REQUEST})

NEWEST = "ORDER BY i.on_day DESC, i.at_time DESC, i.id DESC"


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """What a timeline shows: kinds (none means all), words, one person, one event, nothing after a day."""

    kinds: frozenset[Kind] = frozenset()
    words: str = ""
    person_id: int | None = None
    event_id: int | None = None
    up_to: date | None = None


def timeline(look: View, chosen: TimelineFilter, limit: int = 60, offset: int = 0) -> tuple[Interaction, ...]:
    """One page of what happened, newest first."""
    conditions, parameters = _conditions(chosen)
    # First which, then what: sorting rows that are whole already would make all of them whole.
    rows = look.rows(
        f"""SELECT {COLUMNS} FROM interaction i WHERE i.id IN
             (SELECT i.id FROM interaction i WHERE {conditions} {NEWEST} LIMIT ? OFFSET ?) {NEWEST}""",
        *parameters, limit, offset,
    )  # fmt: skip
    return _whole(look, rows)


def count(look: View, chosen: TimelineFilter) -> int:
    """How many entries a timeline has."""
    conditions, parameters = _conditions(chosen)
    return int(look.value(f"SELECT count(*) FROM interaction i WHERE {conditions}", *parameters))


def months(look: View, chosen: TimelineFilter) -> tuple[tuple[str, int], ...]:
    """How many entries each month ("2026-06") has, newest first; months without any are left out."""
    conditions, parameters = _conditions(chosen)
    rows = look.rows(
        f"""SELECT substr(on_day, 1, 7), sum(number) FROM
             (SELECT i.on_day, count(*) AS number FROM interaction i WHERE {conditions} GROUP BY i.on_day)
             GROUP BY 1 ORDER BY 1 DESC""",
        *parameters,
    )
    return tuple((month, number) for month, number in rows)


def get(look: View, interaction_id: int) -> Interaction:
    """One entry. Raises `NotFound`."""
    rows = look.rows(f"SELECT {COLUMNS} FROM interaction i WHERE i.id = ?", interaction_id)
    if not rows:
        raise errors.NotFound("This entry is no longer in your timeline.")
    return _whole(look, rows)[0]


def last_with(look: View, person_id: int) -> Interaction | None:
    """The newest entry with a person, or None."""
    found = timeline(look, TimelineFilter(person_id=person_id), limit=1)
    return found[0] if found else None


def add(step: Work, new: NewInteraction) -> int:
    """Log what happened; people who had not been met are now known."""
    interaction_id: int = step.run(
        tables.Interaction.insert(
            uid=random_uid(), on_day=new.on.isoformat(), at_time=new.at_time, kind=new.kind.value,
            direction=new.direction, summary=new.summary, minutes=new.minutes, event=new.event_id,
            session=new.session_id, logged_at=step.now.isoformat(timespec="seconds"),
        )
    )  # fmt: skip
    _put_people(step, interaction_id, new)
    if new.kind.counts:
        _release_fixed(step, new)
    if new.kind in (Kind.INTERVIEW, Kind.THANK_YOU):
        from hallway.store import outreach  # these alone take an approach along

        outreach.follow(step, new, interaction_id)
    return interaction_id


def change(step: Work, interaction_id: int, new: NewInteraction) -> None:
    """Bring an entry to what is given. Setting words right is no new contact: a day fixed by hand stays."""
    step.run(
        tables.Interaction.update(
            on_day=new.on.isoformat(), at_time=new.at_time, kind=new.kind.value, direction=new.direction,
            summary=new.summary, minutes=new.minutes, event=new.event_id, session=new.session_id,
        ).where(tables.Interaction.id == interaction_id)
    )  # fmt: skip
    step.execute("DELETE FROM participant WHERE interaction_id = ?", interaction_id)
    _put_people(step, interaction_id, new)


def remove(step: Work, interaction_id: int) -> None:
    """Take an entry away; what was promised then stays."""
    step.execute("DELETE FROM interaction WHERE id = ?", interaction_id)


def days_in_touch(look: View, person_id: int) -> tuple[date, ...]:
    """The days that count, oldest first."""
    rows = look.rows(
        "SELECT DISTINCT on_day FROM participant WHERE person_id = ? AND counts = 1 ORDER BY on_day", person_id
    )
    return tuple(date.fromisoformat(on) for (on,) in rows)


def people_reached(look: View, since: date) -> tuple[tuple[int, str], ...]:
    """People the user was in touch with on or after a day, first one first."""
    rows = look.rows(
        """SELECT p.id, p.name FROM interaction i JOIN participant x ON x.interaction_id = i.id
             JOIN person p ON p.id = x.person_id
            WHERE i.on_day BETWEEN ? AND ? AND x.counts = 1 GROUP BY p.id ORDER BY min(i.on_day), p.id""",
        stored(since), stored(look.today),
    )  # fmt: skip
    return tuple((id_, name) for id_, name in rows)


def _put_people(step: Work, interaction_id: int, new: NewInteraction) -> None:
    step.execute_many(
        "INSERT INTO participant (person_id, interaction_id, note, on_day, counts) VALUES (?, ?, ?, ?, ?)",
        [(one.person_id, interaction_id, one.note, new.on.isoformat(), new.kind.counts) for one in new.people],
    )
    if not (new.direction == "out" and new.kind in WRITTEN):  # who was only written to has not been met
        step.execute_many(
            "UPDATE person SET known = 1 WHERE id = ? AND known = 0", [(one.person_id,) for one in new.people]
        )
    if new.kind in FACE_TO_FACE:
        wishes.come_true(step, [one.person_id for one in new.people], new.on)


def _release_fixed(step: Work, new: NewInteraction) -> None:
    """A day fixed by hand has served once they are in touch again, unless what is logged lies before the fixing."""
    step.execute_many(
        """UPDATE person SET check_in_on = NULL, check_in_set_on = NULL
            WHERE id = ? AND check_in_on IS NOT NULL AND check_in_set_on <= ?""",
        [(one.person_id, new.on.isoformat()) for one in new.people],
    )


def _conditions(chosen: TimelineFilter) -> tuple[str, Sequence[object]]:
    conditions, parameters = ["1"], list[object]()
    if chosen.person_id is not None:
        conditions.append("i.id IN (SELECT interaction_id FROM participant WHERE person_id = ?)")
        parameters.append(chosen.person_id)
    if chosen.event_id is not None:
        conditions.append("i.event_id = ?")
        parameters.append(chosen.event_id)
    if chosen.kinds:
        conditions.append("i.kind IN (SELECT value FROM json_each(?))")
        parameters.append(json.dumps(sorted(kind.value for kind in chosen.kinds)))
    if match := beginning(chosen.words):
        # "+" keeps SQLite from looking up every hit by its id: walking the days in order finds a page much sooner.
        conditions.append("+i.id IN (SELECT rowid FROM moment_words WHERE moment_words MATCH ?)")
        parameters.append(match)
    if chosen.up_to is not None:
        conditions.append("i.on_day <= ?")
        parameters.append(chosen.up_to.isoformat())
    return " AND ".join(conditions), parameters


def _whole(look: View, rows: Iterable[tuple[Any, ...]]) -> tuple[Interaction, ...]:
    found = list(rows)
    people = _people_of(look, [row[0] for row in found])
    return tuple(
        Interaction(
            id=row[0], on=date.fromisoformat(row[1]), kind=Kind(row[2]), summary=row[3], at_time=row[4],
            direction=row[5], minutes=row[6], event_id=row[7], event=row[8] or "",
            people=tuple(people[row[0]]), open_promises=row[9], session_id=row[10],
        )
        for row in found
    )  # fmt: skip


def _people_of(look: View, ids: Sequence[object]) -> defaultdict[object, list[Participant]]:
    rows = look.rows(
        """SELECT x.interaction_id, p.id, p.name, x.note FROM participant x JOIN person p ON p.id = x.person_id
            WHERE x.interaction_id IN (SELECT value FROM json_each(?)) ORDER BY p.name, p.id""",
        json.dumps(ids),
    )
    people: defaultdict[object, list[Participant]] = defaultdict(list)
    for interaction_id, *one in rows:
        people[interaction_id].append(Participant(*one))
    return people
