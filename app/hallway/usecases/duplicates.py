"""Does somebody stand here twice? Finding pairs, saying that they are two, making one of them.

    pairs = desk.ask(duplicates.find, report)
    desk.do(duplicates.merge, pairs[0].one_id, pairs[0].other_id, {})
    desk.do(duplicates.keep_both, pairs[1].one_id, pairs[1].other_id)

Either answer is one step of the history; a pair that was kept apart is not asked about again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hallway.domain import duplicates as domain
from hallway.domain import errors
from hallway.domain.dates import say_day
from hallway.domain.duplicates import Pair
from hallway.domain.people import Person
from hallway.domain.records import Profile, Report
from hallway.domain.rhythm import say_rhythm
from hallway.store import duplicates as store
from hallway.store import interactions as interaction_store
from hallway.store import merging_people
from hallway.store import people as people_store
from hallway.store.interactions import TimelineFilter
from hallway.store.work import View, Work

__all__ = ["Facet", "Pair", "compare", "find", "keep_both", "merge", "side_by_side"]


@dataclass(frozen=True, slots=True)
class Facet:
    """One line of the comparison: the field, its words, and what stands on either side.

    `is_choice`: there is room for one only, and both have something else. Other lines go together by themselves.
    `takes_other`: without a choice the second's would be taken.
    """

    field: str
    words: str
    one: str
    other: str
    is_choice: bool = False
    takes_other: bool = False


def find(look: View, report: Report | None = None) -> tuple[Pair, ...]:
    """All pairs worth asking about, the surest first; lets through what the report raises (`Stopped`)."""
    return domain.find(store.everybody(look), store.settled(look), report)


def compare(look: View, one_id: int, other_id: int) -> Pair:
    """What speaks for two people being one, and what against. Raises `NotFound`."""
    found = store.these(look, (one_id, other_id))
    if len(found) != 2:
        raise errors.NotFound("One of the two is no longer in your record.")
    return domain.compare(*found)


def keep_both(step: Work, one_id: int, other_id: int) -> None:
    """Remember that these are two people. Raises `Refused` for one and the same, `NotFound`."""
    one, other = _both(step, one_id, other_id)
    step.label = f"Kept {one.name} and {other.name} apart"
    store.settle(step, one_id, other_id)


def merge(step: Work, keep_id: int, gone_id: int, taking: Mapping[str, int]) -> None:
    """Make one of two people: everything of the second goes to the first, and the second is gone.

    `taking` says for fields (see `side_by_side`) whose value stays, by the person's id; others stay as the first has
    them, else as the second. Raises `Refused` for one and the same or an unknown field, `NotFound`.
    """
    kept, gone = _both(step, keep_id, gone_id)
    for field, whose in taking.items():
        if not _is_field(field) or whose not in (keep_id, gone_id):
            raise errors.Refused(f"“{field}” cannot be taken from there.", "Nothing was changed.")
    name = gone.name if taking.get("name") == gone_id else kept.name
    step.label = f"Merged two into one: {name}"
    merging_people.merge(step, merging_people.Couple(keep_id, gone_id), taking)


def side_by_side(look: View, one_id: int, other_id: int) -> tuple[Facet, ...]:
    """What is known of both, line by line; lines empty on both sides are left out. Raises `NotFound`."""
    one, other = _both(look, one_id, other_id)
    lines = [
        *(_choice(field, words, getattr(one, field), getattr(other, field)) for field, words in TEXTS),
        Facet("works", "Works at", _works(one), _works(other)),
        Facet("emails", "Mail", _lines(m.address for m in one.emails), _lines(m.address for m in other.emails)),
        Facet("phones", "Phone", _lines(p.number for p in one.phones), _lines(p.number for p in other.phones)),
        Facet("profiles", "Profiles", _lines(map(_page, one.profiles)), _lines(map(_page, other.profiles))),
        _choice("met_on", "Met", one.met_on, other.met_on),
        _choice("met_event", "Met at", one.met_event, other.met_event),
        _choice("introduced_by", "Through", one.introduced_by, other.introduced_by),
        _choice("rhythm_days", "Rhythm", _rhythm(one), _rhythm(other)),
        _choice("check_in_on", "Next check-in", _check_in(look, one), _check_in(look, other)),
        _choice("photo", "Picture", "a picture" if one.has_photo else "", "another picture" if other.has_photo else ""),
        *(_choice(f"field {id_}", *rest) for id_, *rest in store.own_fields(look, one_id, other_id)),
        Facet("groups", "Groups", ", ".join(one.groups), ", ".join(other.groups)),
        Facet("topics", "Interests", ", ".join(one.topics), ", ".join(other.topics)),
        Facet("moments", "Moments", _moments(look, one_id), _moments(look, other_id)),
        Facet("notes", "Notes", _short(one.notes), _short(other.notes)),
    ]
    return tuple(line for line in lines if line.one or line.other)


TEXTS = (
    ("name", "Name"), ("prefix", "Title"), ("suffix", "Suffix"), ("nickname", "Nickname"), ("pronouns", "Pronouns"),
    ("phonetic", "Say it"), ("place", "Place"), ("time_zone", "Time zone"), ("birthday", "Birthday"),
    ("met_how", "How you met"),
)  # fmt: skip
NOTES_SHOWN = 160


def _choice(field: str, words: str, one: str, other: str) -> Facet:
    differ = bool(one and other and one != other)
    earlier = field == "met_on" and differ and merging_people.earlier(one, other) == other
    return Facet(field, words, one, other, differ, earlier)


def _both(look: View, one_id: int, other_id: int) -> tuple[Person, Person]:
    if one_id == other_id:
        raise errors.Refused("It takes two to be compared.", "Nothing was changed.")
    return people_store.get(look, one_id), people_store.get(look, other_id)


def _is_field(field: str) -> bool:
    return field in merging_people.TOGETHER or field == "photo" or field.removeprefix("field ").isdecimal()


def _works(person: Person) -> str:
    return _lines(", ".join(part for part in (work.role, work.organisation) if part) for work in person.affiliations)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _page(page: Profile) -> str:
    return page.url.removeprefix("https://").removeprefix("www.")


def _rhythm(person: Person) -> str:
    if person.rhythm_days is None:
        return ""
    return say_rhythm(person.rhythm_days) if person.rhythm_days else "none on purpose"


def _check_in(look: View, person: Person) -> str:
    return say_day(person.check_in_on, look.today) if person.check_in_on else ""


def _moments(look: View, person_id: int) -> str:
    count = interaction_store.count(look, TimelineFilter(person_id=person_id))
    return "" if not count else f"{count} moments" if count != 1 else "1 moment"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= NOTES_SHOWN else f"{words[:NOTES_SHOWN].rstrip()} …"
