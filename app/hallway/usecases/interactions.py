"""Logging what happened, and reading it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hallway.domain import errors
from hallway.domain.interactions import Interaction, Kind, NewInteraction, NewPromise
from hallway.domain.listing import listed
from hallway.domain.promises import Promised
from hallway.store import interactions as store
from hallway.store import promises
from hallway.store.interactions import TimelineFilter
from hallway.store.work import View, Work

__all__ = ["TimelineFilter"]

MOST_NAMES = 2
VERBS = {
    Kind.MET: "Met {}", Kind.MESSAGE: "Wrote to {}", Kind.CALL: "Call with {}", Kind.VIDEO_CALL: "Video call with {}",
    Kind.CHECK_IN: "Checked in with {}", Kind.THANK_YOU: "Thanked {}", Kind.CONGRATULATION: "Congratulated {}",
    Kind.INTERVIEW: "Interview with {}", Kind.INTRODUCTION: "Introduction with {}",
    Kind.INTRODUCTION_REQUEST: "Asked {} for an introduction", Kind.GIFT_OF_TIME: "Time given to {}",
}  # fmt: skip


def timeline(look: View, chosen: TimelineFilter, limit: int = 60, offset: int = 0) -> tuple[Interaction, ...]:
    """One page of what happened, newest first."""
    return store.timeline(look, chosen, limit, offset)


def count(look: View, chosen: TimelineFilter) -> int:
    """How many entries there are."""
    return store.count(look, chosen)


def months(look: View, chosen: TimelineFilter) -> tuple[tuple[str, int], ...]:
    """Entries a month, newest month first."""
    return store.months(look, chosen)


def one(look: View, interaction_id: int) -> Interaction:
    """One entry. Raises `NotFound`."""
    return store.get(look, interaction_id)


def log(step: Work, new: NewInteraction, promised: Sequence[Promised] = ()) -> int:
    """Log what happened with one or several people, and what was promised then (to each of them).

    Raises `Refused` without people or for a day to come.
    """
    new = _checked(step, new)
    step.label = say(step, new)
    interaction_id = store.add(step, new)
    for person in new.people:
        for one in promised:
            promises.add(step, NewPromise(person.person_id, one.text, one.by_me, one.due, interaction_id))
    return interaction_id


def change(step: Work, interaction_id: int, new: NewInteraction) -> None:
    """Change an entry: day, kind, words, people, event."""
    new = _checked(step, new)
    store.get(step, interaction_id)
    step.label = f"Changed: {say(step, new)}"
    store.change(step, interaction_id, new)


def remove(step: Work, interaction_id: int) -> None:
    """Take an entry away."""
    entry = store.get(step, interaction_id)
    step.label = f"Took away an entry of {entry.on.day} {entry.on:%B %Y}"
    store.remove(step, interaction_id)


def say(look: View, new: NewInteraction) -> str:
    """The step in words: "Conversation with Ada Lovelace, Bo Lindqvist and 2 more"."""
    names = [look.value("SELECT name FROM person WHERE id = ?", one.person_id) for one in new.people]
    return VERBS.get(new.kind, "Conversation with {}").format(listed(names, MOST_NAMES))


def _checked(look: View, new: NewInteraction) -> NewInteraction:
    """What is to be written, with everybody in it once."""
    if not new.people:
        raise errors.Refused("Choose at least one person.")
    if new.on > look.today:
        raise errors.Refused("That day is still to come.", do="Log it once it has happened.")
    people = {one.person_id: one for one in reversed(new.people)}
    if any(look.row("SELECT 1 FROM person WHERE id = ?", id_) is None for id_ in people):
        raise errors.NotFound("This person is no longer in your record.")
    return replace(new, people=tuple(reversed(people.values())))
