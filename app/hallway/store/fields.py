"""The user's own fields, and what they say of people."""

from __future__ import annotations

import json

from hallway.domain.fields import CustomField
from hallway.domain.folding import fold
from hallway.store.work import View, Work


def listed(look: View) -> tuple[CustomField, ...]:
    """All fields in the user's order."""
    rows = look.rows("SELECT id, name, kind, choices FROM custom_field ORDER BY position, id")
    return tuple(CustomField(id_, name, kind, tuple(json.loads(choices))) for id_, name, kind, choices in rows)


def named(look: View, name: str) -> int | None:
    """The field of a name, whatever its case and accents."""
    found: int | None = look.value("SELECT id FROM custom_field WHERE folded = ?", fold(name))
    return found


def add(step: Work, name: str, kind: str, choices: tuple[str, ...]) -> int:
    """Define one, behind the others; returns its id."""
    step.execute(
        """INSERT INTO custom_field (name, folded, kind, choices, position)
           VALUES (?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM custom_field))""",
        name, fold(name), kind, json.dumps(choices),
    )  # fmt: skip
    return step.database.connection.last_insert_rowid()


def change(step: Work, field: CustomField) -> None:
    """Bring name and choices to what is given."""
    step.execute(
        "UPDATE custom_field SET name = ?, folded = ?, choices = ? WHERE id = ?",
        field.name, fold(field.name), json.dumps(field.choices), field.id,
    )  # fmt: skip


def remove(step: Work, field_id: int) -> None:
    """Take a field away, with what it said."""
    step.execute("DELETE FROM person_field WHERE field_id = ?", field_id)
    step.execute("DELETE FROM custom_field WHERE id = ?", field_id)


def uses(look: View, field_id: int) -> int:
    """How many people it says something of."""
    return int(look.value("SELECT count(*) FROM person_field WHERE field_id = ?", field_id))


def values(look: View, person_id: int) -> dict[int, str]:
    """What the fields say of a person, by field."""
    return dict(look.rows("SELECT field_id, value FROM person_field WHERE person_id = ?", person_id))


def set_value(step: Work, person_id: int, field_id: int, value: str) -> None:
    """Say something of a person; an empty text says nothing."""
    if value:
        step.execute(
            """INSERT INTO person_field (person_id, field_id, value) VALUES (?, ?, ?)
               ON CONFLICT (person_id, field_id) DO UPDATE SET value = excluded.value""",
            person_id, field_id, value,
        )  # fmt: skip
    else:
        step.execute("DELETE FROM person_field WHERE person_id = ? AND field_id = ?", person_id, field_id)
