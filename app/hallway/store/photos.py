"""Pictures of people, small and clean."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence

from hallway.store.work import View, Work


def photo(look: View, person_id: int) -> bytes | None:
    """The picture's bytes, or None."""
    data = look.value("SELECT data FROM person_photo WHERE person_id = ?", person_id)
    return bytes(data) if data is not None else None


def with_photo(look: View, person_ids: Sequence[int]) -> frozenset[int]:
    """Those of these people of whom there is a picture, in one query."""
    query = "SELECT person_id FROM person_photo WHERE person_id IN (SELECT value FROM json_each(?))"
    return frozenset(id_ for (id_,) in look.rows(query, json.dumps(list(person_ids))))


def photos(look: View, person_ids: Collection[int] | None = None) -> Iterator[tuple[int, bytes]]:
    """Pictures with whose they are, one after the other; of everybody without ids."""
    where = "1" if person_ids is None else "person_id IN (SELECT value FROM json_each(?))"
    parameters = () if person_ids is None else (json.dumps(list(person_ids)),)
    ids = look.rows(f"SELECT person_id FROM person_photo WHERE {where} ORDER BY person_id", *parameters)
    return ((id_, data) for (id_,) in ids if (data := photo(look, id_)) is not None)


def set_photo(step: Work, person_id: int, data: bytes | None) -> None:
    """Keep a picture that was already made small and clean, or (None) take it away."""
    step.execute("DELETE FROM person_photo WHERE person_id = ?", person_id)
    if data:
        step.execute("INSERT INTO person_photo (person_id, data) VALUES (?, ?)", person_id, data)
