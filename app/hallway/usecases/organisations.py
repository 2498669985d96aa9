"""Organisations, who is there, and what the user is to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from hallway.domain import errors
from hallway.domain.organisations import KINDS, Membership, MyGroup, Organisation, PersonThere
from hallway.domain.partial_dates import checked_span
from hallway.domain.today import MEETING, DoorDue
from hallway.store import memberships, same_organisations
from hallway.store import organisations as store
from hallway.store.work import View, Work

FIELDS = ("name", "kind", "place", "web", "ror", "notes")


class EventThere(NamedTuple):
    """An event that the organisation organises, or that is held there."""

    id: int
    title: str
    kind: str
    on: date
    venue: str
    organises: bool


class OrganisationPage(NamedTuple):
    """One organisation with its people, its parts, its events, the user's own parts in it, and others whose names
    may be spellings of its own (ids and names)."""

    organisation: Organisation
    people: tuple[PersonThere, ...]
    parts: tuple[tuple[int, str], ...]
    events: tuple[EventThere, ...]
    memberships: tuple[Membership, ...]
    alike: tuple[tuple[int, str], ...]


def listed(look: View, words: str = "") -> tuple[Organisation, ...]:
    """Organisations whose name holds the words."""
    return store.listed(look, words)


def one(look: View, organisation_id: int) -> Organisation:
    """One organisation. Raises `NotFound`."""
    return store.get(look, organisation_id)


def page_of(look: View, organisation_id: int) -> OrganisationPage:
    """Everything the page shows at once. Raises `NotFound`."""
    shown = store.get(look, organisation_id)
    return OrganisationPage(
        shown,
        store.people(look, shown.id),
        store.parts(look, shown.id),
        tuple(
            EventThere(id_, title, kind, date.fromisoformat(on), venue, organises)
            for id_, title, kind, on, venue, organises in store.events(look, shown.name)
        ),
        memberships.of_organisation(look, shown.id),
        same_organisations.alike(look, shown.id, shown.name),
    )


def offered(look: View, words: str, without: int = 0) -> tuple[tuple[int, str], ...]:
    """Up to eight organisations (id and name) to complete some words to; `without` is not among them."""
    return store.offered(look, words, without)


def named(look: View, name: str) -> int:
    """The id of the organisation of that name, whatever its case and accents. Raises `NotFound`."""
    found = store.named(look, name)
    if found is None:
        raise errors.NotFound(f"There is no organisation called {' '.join(name.split())}.")
    return found


def add(step: Work, name: str) -> int:
    """Add one, or find the one of that name; returns its id. Raises `Refused` without a name."""
    name = " ".join(name.split())
    if not name:
        raise errors.Refused("An organisation needs a name.")
    known = store.named(step, name)
    if known is not None:
        store.set_let_go(step, known, False)
    step.label = f"Added {name}"
    return store.add(step, name) if known is None else known


def change(step: Work, organisation_id: int, field: str, value: str) -> None:
    """Change name, kind, place, web, ror or notes. Raises `Refused` for an empty or taken name, or another kind."""
    value = value.strip()
    if field not in FIELDS:
        raise errors.Refused(f"An organisation has no field called {field}.")
    if field == "kind" and value not in KINDS:
        raise errors.Refused(f"There is no kind called {value}.")
    if field == "name":
        _check_name(step, organisation_id, value)
    before = store.get(step, organisation_id).name
    step.label = f"Changed {before}"
    store.set_field(step, organisation_id, field, value)
    if field == "name":
        same_organisations.rename_in_events(step, before, value)


def set_parent(step: Work, organisation_id: int, name: str) -> None:
    """Make it part of another one, which is added when it is not there; an empty name makes it stand alone.

    Raises `Refused` when it would be part of itself, be it by way of others.
    """
    shown = store.get(step, organisation_id)
    parent_id = add(step, name) if name.strip() else None
    if parent_id == organisation_id:
        raise errors.Refused(f"{shown.name} cannot be part of itself.")
    if parent_id is not None and organisation_id in store.ancestors(step, parent_id):
        above = store.get(step, parent_id).name
        raise errors.Refused(f"{above} is part of {shown.name}, so {shown.name} cannot be part of {above}.")
    store.set_parent(step, organisation_id, parent_id)
    step.label = f"{shown.name} stands alone"
    if parent_id is not None:
        step.label = f"{shown.name} is part of {store.get(step, parent_id).name}"


def merge(step: Work, kept: int, gone: int) -> None:
    """One organisation from two spellings: everything moves to the first. Raises `Refused` for one and the same."""
    if kept == gone:
        raise errors.Refused("These are one already.")
    stays, goes = store.get(step, kept).name, store.get(step, gone).name
    step.label = f"{goes} is {stays}"
    same_organisations.rename_in_events(step, goes, stays)
    same_organisations.merge(step, kept, gone)


def keep_apart(step: Work, first: int, other: int) -> None:
    """Two of like names are two, and nobody asks again."""
    step.label = f"{store.get(step, first).name} is not {store.get(step, other).name}"
    same_organisations.keep_apart(step, first, other)


def let_go(step: Work, organisation_id: int) -> None:
    """Leave it out of the lists; it waits thirty days, and people's pages keep its name."""
    step.label = f"Let go of {store.get(step, organisation_id).name}"
    store.set_let_go(step, organisation_id, True)


def bring_back(step: Work, organisation_id: int) -> None:
    """Take it back into the lists."""
    step.label = f"Brought back {store.get(step, organisation_id).name}"
    store.set_let_go(step, organisation_id, False)


def in_trash(look: View) -> tuple[tuple[int, str, str], ...]:
    """Id, name and day of what was let go."""
    return store.in_trash(look)


def join(step: Work, organisation_id: int, mine: Membership) -> int:
    """Note what the user is or was there; returns its id. Raises `Refused` for dates that make no sense."""
    step.label = f"My part in {store.get(step, organisation_id).name}"
    return memberships.add(step, organisation_id, _checked(mine))


def change_membership(step: Work, mine: Membership) -> None:
    """Bring a part of the user's own to what is given. Raises `Refused` for dates that make no sense."""
    organisation_id = memberships.organisation_of(step, mine.id)
    step.label = f"My part in {store.get(step, organisation_id).name}"
    memberships.change(step, _checked(mine))


def leave(step: Work, membership_id: int) -> None:
    """Take a part of the user's own away, as if it had never been. Raises `NotFound` when it is gone already."""
    organisation_id = memberships.organisation_of(step, membership_id)
    step.label = f"Took away my part in {store.get(step, organisation_id).name}"
    memberships.remove(step, membership_id)


def mine(look: View) -> tuple[MyGroup, ...]:
    """Everything the user belongs or belonged to, the next meeting first."""
    return memberships.mine(look)


def meetings_for_today(look: View) -> tuple[DoorDue, ...]:
    """Meetings of today and tomorrow."""
    found = memberships.meeting(look, look.today, look.today + timedelta(days=1))
    return tuple(_meeting(one, look.today) for one in found)


def met_there(step: Work, membership_id: int) -> None:
    """The meeting was; the next one may be written."""
    one = memberships.get(step, membership_id)
    memberships.change(step, replace(one.mine, next_on=None, next_what=""))
    step.label = f"Done: {one.mine.next_what or one.organisation}"


def _meeting(one: MyGroup, today: date) -> DoorDue:
    on = one.mine.next_on or today
    when = "Today" if on == today else "Tomorrow"
    role = f" You are there as: {one.mine.role}." if one.mine.role else ""
    title = f"{one.organisation}: {one.mine.next_what or 'meeting'}"
    return DoorDue(MEETING, one.mine.id, 0, one.organisation, on, title, f"{when}.{role}", "", one.organisation_id)


def _checked(mine: Membership) -> Membership:
    start, end = checked_span(mine.start_on, mine.end_on)
    what = " ".join(mine.next_what.split())
    if what and mine.next_on is None:
        raise errors.Refused("The next meeting needs a day.", do="Without one, leave its words out.")
    return replace(
        mine, role=" ".join(mine.role.split()), start_on=start, end_on=end, brings=mine.brings.strip(), next_what=what
    )


def _check_name(look: View, organisation_id: int, name: str) -> None:
    if not name:
        raise errors.Refused("An organisation needs a name.")
    known = store.named(look, name)
    if known is not None and known != organisation_id:
        raise errors.Refused(f"There is a {name} already.", do="Merge the two on its page.")
