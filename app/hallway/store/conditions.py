"""Conditions a list of people can be narrowed by: as values, as JSON, and as SQL over `glance`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

LONGEST = 36_500
"""A hundred years, in days: no question about being in touch reaches further back."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold of everybody listed.

    `value` is an id (group, topic, organisation, event), a number of days, or words. A field that is not known here
    (written by a newer Hallway) is kept as it is and narrows nothing.
    """

    field: str
    how: str = ""
    value: int | str = ""


Sql = tuple[str, tuple[Any, ...]]


def sql(condition: Condition, today: date) -> Sql:
    """The condition in SQL over `glance g`, with its parameters; nothing for one that is not known here."""
    if condition.field == "touch" and condition.how in DAYS_AGO:
        return DAYS_AGO[condition.how], (_days_before(today, condition.value),)
    query = QUERIES.get((condition.field, condition.how))
    if query is None:
        return "", ()
    number = condition.value if isinstance(condition.value, int) else 0
    value = _holding(condition.value) if condition.field == "place" else number
    return query, (value,) if "?" in query else ()


def is_known(condition: Condition) -> bool:
    """Whether this Hallway knows what the condition asks."""
    return bool(sql(condition, date.min)[0])


def to_json(conditions: Iterable[Condition]) -> list[dict[str, int | str]]:
    """Conditions as JSON knows them."""
    return [{"field": one.field, "how": one.how, "value": one.value} for one in conditions]


def from_json(kept: object) -> tuple[Condition, ...]:
    """Conditions out of JSON; what does not read as one is left out."""
    found = [_read(one) for one in kept] if isinstance(kept, list) else []
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _read(kept: object) -> Condition | None:
    if not isinstance(kept, dict) or not isinstance(kept.get("field"), str):
        return None
    how, value = kept.get("how", ""), kept.get("value", "")
    sound = isinstance(how, str) and isinstance(value, (int, str)) and not isinstance(value, bool)
    sound = sound and not (isinstance(value, int) and abs(value) >= 2**63)  # more than SQLite can count to
    return Condition(kept["field"], how, value) if sound else None


def _days_before(today: date, days: int | str) -> str:
    length = min(max(days, 0), LONGEST) if isinstance(days, int) else 0
    return date.fromordinal(max(1, today.toordinal() - length)).isoformat()


def _holding(words: int | str) -> str:
    """A pattern for LIKE that finds the words anywhere and takes them as they stand (but for halves of a letter)."""
    text = str(words).encode("utf-8", "ignore").decode().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{text}%"


DAYS_AGO: Mapping[str, str] = {"within": "g.last_on >= ?", "not for": "g.last_on < ?"}
"""Who was never in touch has an empty day, and so was not in touch for any length of time."""

_WORKS = "g.person_id IN (SELECT a.person_id FROM affiliation a WHERE a.organisation_id = ?"
_OPEN = "g.person_id IN (SELECT person_id FROM promise WHERE state = 'open' AND by_me ="
_MAIL = "EXISTS (SELECT 1 FROM person_email e WHERE e.person_id = g.person_id)"
_PHONE = "EXISTS (SELECT 1 FROM person_phone f WHERE f.person_id = g.person_id)"
_PROFILE = "EXISTS (SELECT 1 FROM person_profile w WHERE w.person_id = g.person_id)"
_TOPIC = "EXISTS (SELECT 1 FROM person_topic t WHERE t.person_id = g.person_id)"
_NOW = "EXISTS (SELECT 1 FROM affiliation a WHERE a.person_id = g.person_id AND a.end_on = '')"
_MET = "p.met_on || p.met_how <> '' OR p.met_event_id IS NOT NULL OR p.introduced_by_id IS NOT NULL"

QUERIES: Mapping[tuple[str, str], str] = {
    ("group", "is"): "g.person_id IN (SELECT person_id FROM group_member WHERE group_id = ?)",
    ("topic", "is"): "g.person_id IN (SELECT person_id FROM person_topic WHERE topic_id = ?)",
    ("place", "of person"): "g.person_id IN (SELECT id FROM person WHERE place LIKE ? ESCAPE '\\')",
    ("place", "of work"): """g.person_id IN (SELECT a.person_id FROM organisation o JOIN affiliation a
        ON a.organisation_id = o.id AND a.end_on = '' WHERE o.place LIKE ? ESCAPE '\\')""",
    ("organisation", "now"): f"{_WORKS} AND a.end_on = '')",
    ("organisation", "ever"): f"{_WORKS})",
    ("rhythm", "any"): "g.rhythm_days > 0",
    ("rhythm", "none"): "g.rhythm_days = 0",
    ("rhythm", "days"): "g.rhythm_days = ?",
    ("touch", "never"): "g.last_on = ''",
    ("touch", "within"): DAYS_AGO["within"],
    ("touch", "not for"): DAYS_AGO["not for"],
    ("met at", "is"): "g.person_id IN (SELECT id FROM person WHERE met_event_id = ?)",
    ("promise", "mine"): f"{_OPEN} 1)",
    ("promise", "theirs"): f"{_OPEN} 0)",
    ("missing", "mail"): f"NOT {_MAIL}",
    ("missing", "anything"): f"""(NOT {_NOW} OR NOT {_TOPIC} OR NOT ({_MAIL} OR {_PHONE} OR {_PROFILE})
        OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = g.person_id AND ({_MET})))""",
    ("import", "last"): """g.person_id IN
        (SELECT id FROM person WHERE import_run_id = (SELECT max(import_run_id) FROM person))""",
}
"""What each condition asks. "Missing anything": a way to write, where they work, an interest, or how one met."""

LAST_IMPORT = Condition("import", "last")
