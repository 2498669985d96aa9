"""Everybody in the short form in which people are compared, and the pairs that were said to be two people."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection

from hallway.domain.duplicates import Someone
from hallway.store.work import View, Work

PEOPLE = "SELECT id, name, family, nickname, met_on FROM person WHERE {} ORDER BY id"
SPELLINGS = "SELECT person_id, name FROM person_spelling WHERE {} ORDER BY person_id, name"
EMAILS = "SELECT person_id, address FROM person_email WHERE {} ORDER BY person_id, position, id"
PHONES = "SELECT person_id, number FROM person_phone WHERE {} ORDER BY person_id, position, id"
PAGES = "SELECT person_id, url FROM person_profile WHERE {} ORDER BY person_id, position, id"
PLACES = """SELECT person_id, o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id WHERE {}
             ORDER BY person_id, position, a.id"""

NOT_LET_GO, ANYBODY = "standing <> 'let go'", "1"
OF_THESE = "{} IN (SELECT value FROM json_each(?))"


def everybody(look: View) -> tuple[Someone, ...]:
    """All who were not let go, in six queries."""
    return _someones(look, NOT_LET_GO, ANYBODY)


def these(look: View, ids: Collection[int]) -> tuple[Someone, ...]:
    """The people with these ids, wherever they stand."""
    return _someones(look, OF_THESE.format("id"), OF_THESE.format("person_id"), json.dumps(sorted(ids)))


def _someones(look: View, whom: str, whose: str, *parameters: str) -> tuple[Someone, ...]:
    spellings, emails, phones, pages, places = (
        _by_person(look, query.format(whose), *parameters) for query in (SPELLINGS, EMAILS, PHONES, PAGES, PLACES)
    )
    return tuple(
        Someone(
            id_, (*_names(name, family, nickname), *spellings[id_]), emails[id_], phones[id_], pages[id_],
            places[id_], met_on,
        )
        for id_, name, family, nickname, met_on in look.rows(PEOPLE.format(whom), *parameters)
    )  # fmt: skip


def settled(look: View) -> frozenset[tuple[int, int]]:
    """Pairs of whom the user said that they are two people, the smaller id first."""
    return frozenset((one, other) for one, other in look.rows("SELECT person_id, other_id FROM not_same"))


def settle(step: Work, one_id: int, other_id: int) -> None:
    """Remember that these are two people; saying it twice is saying it once."""
    step.execute("INSERT OR IGNORE INTO not_same (person_id, other_id) VALUES (?, ?)", *sorted((one_id, other_id)))


def own_fields(look: View, one_id: int, other_id: int) -> tuple[tuple[int, str, str, str], ...]:
    """The user's own fields: number, name, and what they say of the one and of the other."""
    rows = look.rows(
        """SELECT f.id, f.name, coalesce(one.value, ''), coalesce(other.value, '') FROM custom_field f
             LEFT JOIN person_field one ON one.field_id = f.id AND one.person_id = ?
             LEFT JOIN person_field other ON other.field_id = f.id AND other.person_id = ?
            ORDER BY f.position, f.id""",
        one_id, other_id,
    )  # fmt: skip
    return tuple((id_, name, mine, theirs) for id_, name, mine, theirs in rows)


def _names(name: str, family: str, nickname: str) -> tuple[str, ...]:
    """The name, and what friends say."""
    return (name, f"{nickname} {family}") if nickname and family else (name,)


def _by_person(look: View, query: str, *parameters: str) -> defaultdict[int, tuple[str, ...]]:
    lists: defaultdict[int, list[str]] = defaultdict(list)
    for person_id, text in look.rows(query, *parameters):
        lists[person_id].append(text)
    return defaultdict(tuple, {person_id: tuple(texts) for person_id, texts in lists.items()})
