"""Defining fields of one's own, and filling them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hallway.domain import errors
from hallway.domain.fields import CHOICE, KINDS, TEXT, CustomField, checked
from hallway.store import fields as store
from hallway.store.work import View, Work


def listed(look: View) -> tuple[CustomField, ...]:
    """All fields in the user's order."""
    return store.listed(look)


def values(look: View, person_id: int) -> dict[int, str]:
    """What they say of a person, by field."""
    return store.values(look, person_id)


def uses(look: View, field_id: int) -> int:
    """Of how many people a field says something."""
    return store.uses(look, field_id)


def define(step: Work, name: str, kind: str = TEXT, choices: Sequence[str] = ()) -> int:
    """A new field; returns its id. Raises `Refused` without a name, for a taken one, or a choice without choices."""
    name, tidy = " ".join(name.split()), _tidy(choices)
    _check_name(step, name, 0)
    if kind not in KINDS:
        raise errors.Refused(f"There is no kind of field called {kind}.")
    if kind == CHOICE and not tidy:
        raise errors.Refused("Name at least one choice.")
    step.label = f"A field of your own: {name}"
    return store.add(step, name, kind, tidy if kind == CHOICE else ())


def rename(step: Work, field: CustomField, name: str) -> None:
    """Call a field otherwise. Raises `Refused` without a name or for a taken one."""
    name = " ".join(name.split())
    _check_name(step, name, field.id)
    step.label = f"{field.name} is called {name}"
    store.change(step, replace(field, name=name))


def set_choices(step: Work, field: CustomField, choices: Sequence[str]) -> None:
    """Other choices; what people have already stays. Raises `Refused` without any."""
    tidy = _tidy(choices)
    if not tidy:
        raise errors.Refused("Name at least one choice.")
    step.label = f"Choices of {field.name}"
    store.change(step, replace(field, choices=tidy))


def remove(step: Work, field: CustomField) -> None:
    """Take a field away, with what it says of everybody."""
    step.label = f"Took away the field {field.name}"
    store.remove(step, field.id)


def set_value(step: Work, person_id: int, field: CustomField, value: str) -> None:
    """Say something of a person; empty for nothing. Raises `Refused` for what does not fit the field."""
    value = checked(field, value)
    step.label = f"Changed {field.name}"
    store.set_value(step, person_id, field.id, value)


def _check_name(look: View, name: str, own_id: int) -> None:
    if not name:
        raise errors.Refused("A field needs a name.")
    known = store.named(look, name)
    if known is not None and known != own_id:
        raise errors.Refused(f"There is a field called {name} already.")


def _tidy(choices: Sequence[str]) -> tuple[str, ...]:
    words = (" ".join(choice.split()) for choice in choices)
    return tuple(dict.fromkeys(word for word in words if word))
