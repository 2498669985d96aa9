"""Introductions and the mentor map on Today: who may hear how it went, what one chose to ask next.

Brought in only when a record holds any, for the first page of the day has no time to lose.
"""

from __future__ import annotations

from hallway.domain.introductions import tells_on
from hallway.domain.today import INTRODUCER, Item, News
from hallway.store import decisions
from hallway.store.work import View, Work
from hallway.usecases import introductions, mentors


def news(look: View) -> tuple[News, ...]:
    """Talks of which whoever introduced the user may hear."""
    return tuple(
        News(one.id, one.first_id, one.first, one.second, one.talked_on, on)
        for one in introductions.for_today(look)
        if one.talked_on is not None and (on := tells_on(one)) is not None
    )


def done(step: Work, item: Item, words: str) -> None:
    """They were told, or it was asked."""
    if item.kind == INTRODUCER:
        introductions.told(step, item.subject_id, words)
    else:
        mentors.asked_today(step, item)


def not_needed(step: Work, item: Item) -> None:
    """It is left out; a next ask stays on the map, without a day."""
    if item.kind == INTRODUCER:
        decisions.decide(step, item.kind, item.subject_id, None)
    else:
        mentors.not_needed_today(step, item)
