"""What an item of Today is written with, when its first line is not enough: the message for its purpose."""

from __future__ import annotations

from hallway.domain.interactions import Kind
from hallway.domain.letters import Next
from hallway.domain.messages import Purpose
from hallway.domain.today import (
    CHECK_IN,
    CONGRATULATE,
    FOLLOW_UP,
    INFORM,
    INTRODUCER,
    ONCE_MORE,
    REFERRER,
    THANKS,
    Item,
)
from hallway.store import interactions
from hallway.store import outreach as approaches
from hallway.store.work import View
from hallway.usecases import introductions, letters, outreach
from hallway.usecases.messages import Wanted

PURPOSES: dict[str, Purpose] = {
    CHECK_IN: Purpose.CHECK_IN, FOLLOW_UP: Purpose.FIRST, CONGRATULATE: Purpose.CONGRATULATION,
    INFORM: Purpose.OUTCOME, THANKS: Purpose.THANKS_FAVOUR, ONCE_MORE: Purpose.AGAIN, REFERRER: Purpose.REFERRER,
    INTRODUCER: Purpose.REFERRER, **{what.value: purpose for what, purpose in letters.WRITTEN.items()},
}  # fmt: skip
"""The items that are written, and what for."""
THANKS_FOR = {Kind.INTERVIEW: Purpose.THANKS_INTERVIEW, Kind.INTRODUCTION: Purpose.THANKS_INTRODUCTION}


def message(look: View, item: Item) -> Wanted | None:
    """What is to be written, or None for an item that is no message. Raises `NotFound` when its record is gone."""
    purpose = PURPOSES.get(item.kind)
    if purpose is None or not item.person_id:
        return None
    if item.kind == ONCE_MORE:
        return outreach.message(look, approaches.get(look, item.subject_id), purpose)
    if item.kind == REFERRER:
        one = approaches.get(look, item.subject_id)
        return Wanted(purpose, item.person_id, more={"other person": one.person, "outcome": one.outcome})
    if item.kind == INTRODUCER:
        return introductions.message(introductions.page_of(look, item.subject_id).one, purpose)
    if item.kind in letters.WRITTEN:
        return letters.message(letters.get(look, item.subject_id), Next(item.kind))
    if item.kind == THANKS:
        purpose = THANKS_FOR.get(interactions.get(look, item.subject_id).kind, purpose)
    return Wanted(purpose, item.person_id)
