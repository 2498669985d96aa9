"""Organisations, who is there, and what the user is to them."""

from __future__ import annotations

from typing import NamedTuple

from hallway.domain import errors
from hallway.domain.organisations import KINDS, Organisation, may_be_same
from hallway.domain.partial_dates import PartialDate
from hallway.store import organisations as store
from hallway.store.work import View, Work

FIELDS = ("name", "kind", "place", "web", "ror", "notes")


class OrganisationPage(NamedTuple):
    """One organisation with its people (id, name, role, start, end), its parts, the user's own parts in it, and
    others whose names may be spellings of its own."""

    organisation: Organisation
    people: tuple[tuple[int, str, str, str, str], ...]
    parts: tuple[tuple[int, str], ...]
    memberships: tuple[tuple[int, str, str, str], ...]
    alike: tuple[Organisation, ...]


def listed(look: View, words: str = "") -> tuple[Organisation, ...]:
    """Organisations whose name holds the words."""
    return store.listed(look, words)


def one(look: View, organisation_id: int) -> Organisation:
    """One organisation. Raises `NotFound`."""
    return store.get(look, organisation_id)


def page_of(look: View, organisation_id: int) -> OrganisationPage:
    """Everything the page shows at once. Raises `NotFound`."""
    shown = store.get(look, organisation_id)
    alike = (other for other in store.listed(look) if other.id != shown.id and may_be_same(shown.name, other.name))
    return OrganisationPage(
        shown,
        store.people(look, shown.id),
        store.parts(look, shown.id),
        store.memberships(look, shown.id),
        tuple(alike),
    )


def people(look: View, organisation_id: int) -> tuple[tuple[int, str, str, str, str], ...]:
    """Id, name, role, start and end of everybody there now or before."""
    return store.people(look, organisation_id)


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
    step.label = f"Changed {store.get(step, organisation_id).name}"
    store.set_field(step, organisation_id, field, value)


def set_parent(step: Work, organisation_id: int, name: str) -> None:
    """Make it part of another one, which is added when it is not there; an empty name makes it stand alone.

    Raises `Refused` when it would be part of itself.
    """
    shown = store.get(step, organisation_id)
    parent_id = add(step, name) if name.strip() else None
    if parent_id is not None and organisation_id in store.ancestors(step, parent_id):
        raise errors.Refused(f"{shown.name} cannot be part of itself.")
    store.set_parent(step, organisation_id, parent_id)
    step.label = f"{shown.name} is part of {name.strip()}" if parent_id else f"{shown.name} stands alone"


def merge(step: Work, kept: int, gone: int) -> None:
    """One organisation from two spellings: everything moves to the first. Raises `Refused` for one and the same."""
    if kept == gone:
        raise errors.Refused("These are one already.")
    step.label = f"{store.get(step, gone).name} is {store.get(step, kept).name}"
    store.merge(step, kept, gone)


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


def join(step: Work, organisation_id: int, role: str, start_on: str = "", end_on: str = "") -> None:
    """Note what the user is or was there. Raises `Refused` for dates that make no sense."""
    try:
        dates = [PartialDate.parse(text) for text in (start_on, end_on) if text]
    except ValueError as error:
        raise errors.Refused("A date is written like 2019 or 2019-05.") from error
    if len(dates) == 2 and dates[1].last_day() < dates[0].first_day():
        raise errors.Refused("This would end before it begins.")
    step.label = f"My part in {store.get(step, organisation_id).name}"
    store.add_membership(step, organisation_id, " ".join(role.split()), start_on, end_on)


def leave(step: Work, membership_id: int) -> None:
    """Take a part of the user's own away."""
    step.label = "Took away my part in an organisation"
    store.remove_membership(step, membership_id)


def _check_name(look: View, organisation_id: int, name: str) -> None:
    if not name:
        raise errors.Refused("An organisation needs a name.")
    known = store.named(look, name)
    if known is not None and known != organisation_id:
        raise errors.Refused(f"There is a {name} already.", do="Merge the two on its page.")
