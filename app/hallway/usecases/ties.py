"""Who stands how to whom, and what the user and somebody have in common."""

from __future__ import annotations

from typing import NamedTuple

from hallway.domain import errors
from hallway.domain.partial_dates import PartialDate
from hallway.domain.people import NewPerson
from hallway.domain.ties import KINDS, TieSeen, is_same_both_ways
from hallway.store import people, ties
from hallway.store.work import View, Work


class InCommon(NamedTuple):
    """What the user and somebody share: events (id, title, first day), places (id, name), topics (name, others)."""

    events: tuple[tuple[int, str, str], ...] = ()
    places: tuple[tuple[int, str], ...] = ()
    topics: tuple[tuple[str, int], ...] = ()


def of_person(look: View, person_id: int) -> tuple[TieSeen, ...]:
    """Everybody tied to a person, as seen from there."""
    return ties.of_person(look, person_id)


def in_common(look: View, person_id: int) -> InCommon:
    """What the two share, as far as the record knows."""
    return InCommon(
        ties.events_shared(look, person_id), ties.places_shared(look, person_id), ties.topics_shared(look, person_id)
    )


def tie(step: Work, person_id: int, other_id: int, kind: str, since: str = "", until: str = "") -> None:
    """Write down what the other is to the person; the same tie again only changes its years.

    Raises `Refused` for one and the same person, an unknown kind, or years that make no sense.
    """
    _check(person_id, other_id, kind, since, until)
    known = ties.find(step, person_id, other_id, kind)
    if known is not None and (known[1] or is_same_both_ways(kind)):
        ties.change(step, known[0], since, until)
    else:
        ties.add(step, person_id, other_id, kind, since, until)
    step.label = f"{_name(step, other_id)} and {_name(step, person_id)}: {KINDS[kind][0]}"


def tie_by_name(step: Work, person_id: int, name: str, kind: str, since: str = "", until: str = "") -> int:
    """Tie somebody who is not in the record yet; returns the new person's id. Raises `Refused` as `tie`."""
    if not name.strip():
        raise errors.Refused("A name is needed.")
    other_id = people.add(step, NewPerson(name.strip()))
    tie(step, person_id, other_id, kind, since, until)
    return other_id


def change(step: Work, seen: TieSeen, since: str, until: str) -> None:
    """Change the years of a tie. Raises `Refused` when they make no sense."""
    _check_years(since, until)
    ties.change(step, seen.id, since, until)
    step.label = f"Changed the years with {seen.other}"


def untie(step: Work, seen: TieSeen) -> None:
    """Take a tie away."""
    ties.remove(step, seen.id)
    step.label = f"No longer noted: {seen.other}, {seen.words}"


def _check(person_id: int, other_id: int, kind: str, since: str, until: str) -> None:
    if person_id == other_id:
        raise errors.Refused("A tie needs two people.")
    if kind not in KINDS:
        raise errors.Refused(f"There is no tie called {kind}.")
    _check_years(since, until)


def _check_years(since: str, until: str) -> None:
    try:
        dates = [PartialDate.parse(text) for text in (since, until) if text]
    except ValueError as error:
        raise errors.Refused("A year is written like 2019.") from error
    if len(dates) == 2 and dates[1].last_day() < dates[0].first_day():
        raise errors.Refused("This would end before it begins.")


def _name(look: View, person_id: int) -> str:
    return people.get(look, person_id).name
