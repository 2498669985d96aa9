"""What an item of Today is written with, when its first line is not enough: the message for its purpose."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hallway.domain.interactions import Kind
from hallway.domain.letters import Next
from hallway.domain.messages import Purpose
from hallway.domain.sharing import THANKED_FOR
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
from hallway.store import achievements, interactions
from hallway.store import outreach as approaches
from hallway.store.work import View
from hallway.usecases import introductions, letters, outreach, sharing
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
    if item.kind not in PURPOSES or not item.person_id:
        return None
    if item.kind in letters.WRITTEN:
        return letters.message(letters.get(look, item.subject_id), Next(item.kind))
    return OF_THEIR_OWN.get(item.kind, _plain)(look, item)


def _plain(look: View, item: Item) -> Wanted:
    return Wanted(PURPOSES[item.kind], item.person_id)


def _again(look: View, item: Item) -> Wanted:
    return outreach.message(look, approaches.get(look, item.subject_id), Purpose.AGAIN)


def _referrer(look: View, item: Item) -> Wanted:
    one = approaches.get(look, item.subject_id)
    return Wanted(Purpose.REFERRER, item.person_id, more={"other person": one.person, "outcome": one.outcome})


def _introducer(look: View, item: Item) -> Wanted:
    return introductions.message(introductions.page_of(look, item.subject_id).one, Purpose.REFERRER)


def _congratulation(look: View, item: Item) -> Wanted:
    news = "; ".join(one.title.rstrip(".") for one in achievements.fresh_of(look, item.person_id))
    return Wanted(Purpose.CONGRATULATION, item.person_id, more={"their news": news})


def _thanks(look: View, item: Item) -> Wanted:
    """For a favour (its number below zero), or for what was logged."""
    if item.subject_id < 0:
        kind = sharing.favour(look, -item.subject_id).kind
        return Wanted(Purpose.THANKS_FAVOUR, item.person_id, more={"favour": THANKED_FOR[kind]})
    kind_of_moment = interactions.get(look, item.subject_id).kind
    return Wanted(THANKS_FOR.get(kind_of_moment, Purpose.THANKS_FAVOUR), item.person_id)


OF_THEIR_OWN: Mapping[str, Callable[[View, Item], Wanted]] = {
    ONCE_MORE: _again, REFERRER: _referrer, INTRODUCER: _introducer, CONGRATULATE: _congratulation, THANKS: _thanks,
}  # fmt: skip
"""Items whose message needs more than the person."""
