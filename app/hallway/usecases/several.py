"""Changing several people at once, each time in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hallway.domain import errors
from hallway.domain.rhythm import say_rhythm
from hallway.store import several as store
from hallway.store.work import View, Work

LONGEST = 3650


def mails(look: View, person_ids: Sequence[int]) -> tuple[str, ...]:
    """The first mail address of everybody who has one, in the order of the people."""
    return store.mails(look, person_ids)


def topic_shares(look: View, person_ids: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """The interests these people have, with how many of them have each; the most common first."""
    return store.topic_shares(look, person_ids)


def change_topics(step: Work, person_ids: Sequence[int], names: Mapping[str, bool]) -> None:
    """Add the interests that are true to all of these people and take off those that are false."""
    chosen = {" ".join(name.split()): on for name, on in names.items() if name.strip()}
    for name, on in chosen.items():
        (store.add_topic if on else store.drop_topic)(step, person_ids, name)
    step.label = f"Interests of {_said(step, person_ids)}: {_changed(chosen)}"


def set_rhythm(step: Work, person_ids: Sequence[int], days: int | None) -> None:
    """How often to be in touch with all of these people: days, 0 for never on purpose, None to follow the groups.

    Raises `Refused` out of 0–3650.
    """
    if days is not None and not 0 <= days <= LONGEST:
        raise errors.Refused("A rhythm is a number of days up to ten years.")
    words = "as the groups say" if days is None else say_rhythm(days)
    step.label = f"Rhythm of {_said(step, person_ids)}: {words}"
    store.set_rhythm(step, person_ids, days)


def _said(look: View, person_ids: Sequence[int]) -> str:
    """ "7 people", or the name of the only one."""
    return store.name(look, person_ids[0]) if len(person_ids) == 1 else f"{len(person_ids)} people"


def _changed(names: Mapping[str, bool]) -> str:
    added, dropped = [name for name, on in names.items() if on], [name for name, on in names.items() if not on]
    parts = [", ".join(added)] if added else []
    return ", ".join([*parts, *(f"no longer {name}" for name in dropped)]) or "nothing changed"
