"""After the corridor: looking the day's people through one by one, and bringing an event to its end."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.domain.today import FOLLOW_UP
from hallway.store import aftermath as store
from hallway.store import decisions, events, people
from hallway.store.aftermath import DEBRIEF, JustMet
from hallway.store.work import View, Work


@dataclass(frozen=True, slots=True)
class After:
    """How far one is after an event: how many were met, promised something, followed up, in need of nothing.

    `open` are those with whom something is left to do; an event with none is closed.
    """

    met: int
    promised: int
    followed_up: int
    nothing_needed: int
    open: tuple[tuple[int, str], ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to do."""
        return self.met > 0 and not self.open


def to_look_through(look: View, event_id: int | None = None) -> tuple[JustMet, ...]:
    """People met in the last seven days and not looked through; of one event, or of all."""
    return store.to_look_through(look, event_id)


def looked_through(step: Work, person_id: int) -> None:
    """Somebody is done with for the evening."""
    step.label = f"Looked through: {people.get(step, person_id).name}"
    decisions.decide(step, DEBRIEF, person_id, None)


def nothing_needed(step: Work, person_id: int) -> None:
    """A brief chat needs no follow-up: done with, and not asked for again."""
    step.label = f"Nothing needed: {people.get(step, person_id).name}"
    decisions.decide(step, DEBRIEF, person_id, None)
    decisions.decide(step, FOLLOW_UP, person_id, None)


def after(look: View, event_id: int) -> After:
    """How far one is after an event. Raises `NotFound`."""
    standings = store.standings(look, events.get(look, event_id))
    is_done = {one.person_id: (one.followed_up or one.not_needed) and not one.has_open for one in standings}
    return After(
        met=len(standings),
        promised=sum(one.promised for one in standings),
        followed_up=sum(one.followed_up for one in standings),
        nothing_needed=sum(one.not_needed and not one.followed_up for one in standings),
        open=tuple((one.person_id, one.person) for one in standings if not is_done[one.person_id]),
    )
