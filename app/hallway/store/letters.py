"""Recommendation letters and those they go to."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hallway.domain import errors
from hallway.domain.letters import Addressee, Letter
from hallway.store import tables
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

QUERY = """
    SELECT l.purpose, l.person_id, coalesce(n.name, ''), l.knows, l.opportunity_id, coalesce(o.title, ''), l.asked_on,
           l.agreed_on, l.materials_on, l.thanked_on, l.told_on, l.closed_on, l.outcome, l.notes, l.made_on, l.id, l.uid
      FROM letter l LEFT JOIN person n ON n.id = l.person_id LEFT JOIN opportunity o ON o.id = l.opportunity_id"""


def get(look: View, letter_id: int) -> Letter:
    """One letter. Raises `NotFound`."""
    found = _whole(look, look.rows(f"{QUERY} WHERE l.id = ?", letter_id))
    if not found:
        raise errors.NotFound("This letter is no longer in your record.")
    return found[0]


def listed(look: View) -> tuple[Letter, ...]:
    """All letters: those under way as they were noted, then those at rest, the newest first."""
    return _whole(look, look.rows(f"{QUERY} ORDER BY l.closed_on IS NOT NULL, l.closed_on DESC, l.id"))


def under_way(look: View) -> tuple[Letter, ...]:
    """Letters about which something may be to do."""
    return _whole(look, look.rows(f"{QUERY} WHERE l.closed_on IS NULL ORDER BY l.id"))


def of_person(look: View, person_id: int) -> tuple[Letter, ...]:
    """Letters somebody writes or wrote, the newest first."""
    return _whole(look, look.rows(f"{QUERY} WHERE l.person_id = ? ORDER BY l.id DESC", person_id))


def add(step: Work, new: Letter, new_uid: Callable[[], str] = random_uid) -> int:
    """Write one down with its addressees; returns its id."""
    letter_id: int = step.run(tables.Letter.insert(uid=new_uid(), made_on=step.today.isoformat(), **_columns(new)))
    set_addressees(step, letter_id, new.addressees)
    return letter_id


def change(step: Work, letter: Letter) -> None:
    """Bring its own fields to what is given; addressees have a call of their own."""
    step.run(tables.Letter.update(**_columns(letter)).where(tables.Letter.id == letter.id))


def remove(step: Work, letter_id: int) -> None:
    """Take one away."""
    step.execute("DELETE FROM letter WHERE id = ?", letter_id)


def set_addressees(step: Work, letter_id: int, wanted: Sequence[Addressee]) -> None:
    """Bring its addressees to these: those with an id are kept, others are new."""
    kept = {one.id for one in wanted if one.id}
    for (id_,) in step.rows("SELECT id FROM addressee WHERE letter_id = ?", letter_id):
        if id_ not in kept:
            step.execute("DELETE FROM addressee WHERE id = ?", id_)
    model = tables.Addressee
    for position, one in enumerate(wanted):
        columns = {
            "name": one.name, "how": one.how, "deadline": _iso(one.deadline), "sent_on": _iso(one.sent_on),
            "position": position,
        }  # fmt: skip
        if one.id:
            step.run(model.update(**columns).where(model.id == one.id, model.letter == letter_id))
        else:
            step.run(model.insert(letter=letter_id, **columns))


def _columns(letter: Letter) -> dict[str, Any]:
    days = ("asked_on", "agreed_on", "materials_on", "thanked_on", "told_on", "closed_on")
    return {
        "purpose": letter.purpose, "person": letter.person_id, "knows": letter.knows,
        "opportunity": letter.opportunity_id, "outcome": letter.outcome, "notes": letter.notes,
        "state": str(letter.stage), **{name: _iso(getattr(letter, name)) for name in days},
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _whole(look: View, rows: Sequence[tuple[Any, ...]]) -> tuple[Letter, ...]:
    found: defaultdict[int, list[Addressee]] = defaultdict(list)
    for letter_id, name, deadline, how, sent, id_ in look.rows(
        """SELECT letter_id, name, deadline, how, sent_on, id FROM addressee
            WHERE letter_id IN (SELECT value FROM json_each(?)) ORDER BY position, id""",
        json.dumps([row[-2] for row in rows]),
    ):
        found[letter_id].append(Addressee(name, _day(deadline), how, _day(sent), id_))
    return tuple(replace(one, addressees=tuple(found[one.id])) for one in map(_letter, rows))


def _letter(row: tuple[Any, ...]) -> Letter:
    purpose, person_id, person, knows, opportunity_id, opportunity, *days, outcome, notes, made, id_, uid = row
    asked, agreed, materials, thanked, told, closed = map(_day, days)
    return Letter(
        purpose, person_id, person, knows, (), opportunity_id, opportunity, asked, agreed, materials, thanked, told,
        closed, outcome, notes, _day(made), id_, uid,
    )  # fmt: skip
