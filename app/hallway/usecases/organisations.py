"""Organisations and who is there."""

from __future__ import annotations

from hallway.domain.organisations import Organisation
from hallway.store import organisations as store
from hallway.store.work import View, Work


def listed(look: View, words: str = "") -> tuple[Organisation, ...]:
    """Organisations whose name holds the words."""
    return store.listed(look, words)


def one(look: View, organisation_id: int) -> Organisation:
    """One organisation. Raises `NotFound`."""
    return store.get(look, organisation_id)


def people(look: View, organisation_id: int) -> tuple[tuple[int, str, str, str, str], ...]:
    """Id, name, role, start and end of everybody there now or before."""
    return store.people(look, organisation_id)


def change(step: Work, organisation_id: int, field: str, value: str) -> None:
    """Change name, kind, place, web or ror."""
    step.label = f"Changed {store.get(step, organisation_id).name}"
    store.set_field(step, organisation_id, field, value.strip())
