"""Fields of the user's own: something more they want to know about people."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.domain import errors
from hallway.domain.partial_dates import PartialDate

TEXT, DATE, CHOICE = "text", "date", "choice"
KINDS = (TEXT, DATE, CHOICE)


@dataclass(frozen=True, slots=True)
class CustomField:
    """One field; `choices` only for the kind choice."""

    id: int
    name: str
    kind: str = TEXT
    choices: tuple[str, ...] = ()


def checked(field: CustomField, value: str) -> str:
    """A value fit to keep; empty for none. Raises `Refused` for a date that does not read or no such choice."""
    value = value.strip()
    if not value or field.kind == TEXT:
        return value
    if field.kind == DATE:
        try:
            return str(PartialDate.parse(value))
        except ValueError as error:
            words = f"“{value}” does not read as a date."
            raise errors.Refused(words, do="Write 2026, 2026-06 or 2026-06-17.") from error
    if value not in field.choices:
        raise errors.Refused(f"“{value}” is none of the choices of {field.name}.")
    return value
