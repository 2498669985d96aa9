"""What an export of Monica 4 is made of: things with properties, which name one another by their ids."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from hallway.domain.partial_dates import say_partial
from hallway.domain.records import MomentRecord
from hallway.formats.limits import MAX_BYTES, clipped
from hallway.formats.text import clean

Thing = Mapping[str, Any]

LONGEST_NAME: Final = 200

_OF_KINDS: Final = ("name", "translation_key", "protocol", "type")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOST_DIGITS: Final = 2**63


def thing(value: object) -> Thing:
    """A thing; anything else counts as one that says nothing."""
    return value if isinstance(value, dict) else {}


def values(value: object) -> list[Any]:
    """A list, also where PHP wrote it with numbers for names because something was taken out of it."""
    if isinstance(value, dict) and all(key.isdigit() for key in value):
        return list(value.values())
    return value if isinstance(value, list) else []


def things(value: object) -> list[Thing]:
    """The things in a list."""
    return [one for one in values(value) if isinstance(one, dict)]


def properties(one: Thing) -> Thing:
    """What a thing says of itself."""
    return thing(one.get("properties"))


def said(one: Thing, name: str) -> str:
    """A property as text, cleaned; numbers and lists of words too. Anything else counts as not there."""
    return _text(one.get(name))


def is_set(one: Thing, name: str) -> bool:
    """Whether a property is true; databases write 1."""
    return one.get(name) in (True, 1, "1")


def day_of(one: Thing, name: str) -> str:
    """The day of a moment such as "2021-05-03T00:00:00.000000Z", or nothing."""
    match = _DAY.match(said(one, name))
    try:
        return date.fromisoformat(match[0]).isoformat() if match else ""
    except ValueError:
        return ""


def said_date(special: Thing) -> str:
    """A date in words, as well as it is known: "3 May 2021", "3 May" or "about 1985"."""
    day = day_of(special, "date")
    if day and is_set(special, "is_age_based"):
        return f"about {day[:4]}"
    return say_partial(day)[: -len(" 2021")] if is_set(special, "is_year_unknown") else say_partial(day)


def sentence(*parts: str) -> str:
    """Parts behind one another, with a full stop between where none ends otherwise."""
    whole = ""
    for part in filter(None, map(str.strip, parts)):
        whole += f"{'' if whole[-1:] in '.?!…:' else '.'} {part}" if whole else part
    return whole


def labelled(label: str, words: str, day: str = "") -> str:
    """A line of a note with a word of what it was, and when; nothing without words."""
    when = f", {say_partial(day)}" if day else ""
    return f"{label}{when}: {words}" if words else ""


def in_words(name: str) -> str:
    """The name of a property as people write it: "new_job" is "New job"."""
    return " ".join(name.replace("_", " ").split()).capitalize()


def _text(value: object) -> str:
    if isinstance(value, str):
        return clean(clipped(value)).strip()
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, [one for one in value if isinstance(one, str)])))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return str(value) if abs(value) < _MOST_DIGITS and math.isfinite(value) else ""


class Account:
    """Everything in the file that does not stand with one person alone."""

    def __init__(self, told: Thing) -> None:
        self.lists: dict[str, list[Any]] = {}
        for one in things(told.get("data")):
            self.lists.setdefault(said(one, "type"), []).extend(values(one.get("values")))
        self.people = [one for one in self.lists.get("contact", []) if isinstance(one, dict)]
        self.names = {said(one, "uuid"): name_of(one) for one in self.people}
        self._activities = self._by_id("activity")
        self._happened: dict[str, MomentRecord] = {}
        documents = self._by_id("document").items()
        self.documents = {id_: said(properties(one), "original_filename")[:LONGEST_NAME] for id_, one in documents}
        self.photos = {id_: properties(one).get("dataUrl") for id_, one in self._by_id("photo").items()}
        self.entries = len(values(properties(told).get("journal_entries")))
        partial = (one for one in self.people if is_set(properties(one), "is_partial"))
        self._born = {said(one, "uuid"): said_date(thing(properties(one).get("birthdate"))) for one in partial}
        self._kinds = {
            said(one, "uuid"): {name: said(properties(one), name)[:LONGEST_NAME] for name in _OF_KINDS}
            for listed in thing(told.get("instance")).values()
            for one in things(thing(listed).get("values") or listed)
        }
        self._relations = self._read_relations()
        self._room = MAX_BYTES

    def kind(self, one: Thing, name: str = "type") -> Mapping[str, str]:
        """Name, protocol and type of the kind that a thing names; each may be empty."""
        return self._kinds.get(said(one, name), dict.fromkeys(_OF_KINDS, ""))

    def kind_name(self, one: Thing, name: str = "type") -> str:
        """The name of the kind of a thing, as its owner gave it or in Monica's words."""
        kind = self.kind(one, name)
        return kind["name"] or in_words(kind["translation_key"])

    def activity(self, id_: str) -> MomentRecord | None:
        """What happened, the same for everybody who took part; None when nothing is known of it."""
        if id_ in self._activities and id_ not in self._happened:
            one = properties(self._activities[id_])
            what, kind = said(one, "summary"), self.kind_name(one)
            head = f"{what} ({kind})" if what and kind else what or kind
            summary = clipped("\n".join(part for part in (head, said(one, "description")) if part))
            self._happened[id_] = MomentRecord(day_of(one, "happened_at"), "met", summary)
        return self._happened.get(id_)

    def relations(self, id_: str) -> Iterator[tuple[str, str, str]]:
        """What somebody's relatives are to them and their names; of those who are only relatives also when born."""
        for kind, other in self._relations.get(id_, ()):
            yield kind, self.names[other], self._born.get(other, "")

    def has_room(self, length: int) -> bool:
        """Whether there is room for words that stand once in the file and with many people."""
        self._room -= length
        return self._room >= 0

    def _by_id(self, kind: str) -> dict[str, Thing]:
        return {said(one, "uuid"): one for one in things(self.lists.get(kind))}

    def _read_relations(self) -> dict[str, list[tuple[str, str]]]:
        """By the id of whose page in Monica shows them: there "parent" is what `of_contact` is to `contact_is`."""
        found: dict[str, list[tuple[str, str]]] = {}
        for one in map(properties, things(self.lists.get("relationship"))):
            whose, other = said(one, "contact_is"), said(one, "of_contact")
            if other in self.names:
                found.setdefault(whose, []).append((said(one, "type")[:LONGEST_NAME], other))
        return found


def name_of(person: Thing) -> str:
    """The whole name, else the nickname."""
    told = properties(person)
    parts = (said(told, name)[:LONGEST_NAME] for name in ("first_name", "middle_name", "last_name"))
    return " ".join(part for part in parts if part) or said(told, "nickname")[:LONGEST_NAME]
