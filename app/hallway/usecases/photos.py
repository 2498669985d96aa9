"""Pictures of people: of whom there is one, which, and a new one. The first page may ask, so little is imported."""

from __future__ import annotations

from collections.abc import Sequence

from hallway.store import photos as store
from hallway.store.glances import name_of
from hallway.store.work import View, Work


def photo(look: View, person_id: int) -> bytes | None:
    """The picture's bytes, or None."""
    return store.photo(look, person_id)


def with_photo(look: View, person_ids: Sequence[int]) -> frozenset[int]:
    """Those of these people of whom there is a picture."""
    return store.with_photo(look, person_ids)


def set_photo(step: Work, person_id: int, data: bytes | None) -> None:
    """Keep a small, cleaned picture, or take it away. Raises `NotFound`."""
    step.label = f"Changed {name_of(step, person_id)}: picture"
    store.set_photo(step, person_id, data)
