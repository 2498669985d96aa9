"""What a rhythm could be, from what actually happened."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from hallway.domain.rhythm import longer_preset, usual_gap
from hallway.store import glances, interactions
from hallway.store.work import View

WEEK, SAID_IN_WEEKS_FROM = 7, 14


class RhythmHelp(NamedTuple):
    """`usual` is how often they have been in touch, in days; `longer` a rhythm to offer after two misses in a row."""

    usual: int | None = None
    longer: int | None = None


def help_for(look: View, person_id: int) -> RhythmHelp:
    """What could be offered beside the presets; None where nothing speaks for it."""
    gap = usual_gap(interactions.days_in_touch(look, person_id))
    usual = round(gap / WEEK) * WEEK if gap is not None and gap >= SAID_IN_WEEKS_FROM else gap
    rhythm, wish_on = glances.rhythm(look, person_id), glances.wish_on(look, person_id)
    return RhythmHelp(usual, longer_preset(rhythm) if _missed_twice(rhythm, wish_on, look.today) else None)


def _missed_twice(rhythm: int, wish_on: date | None, today: date) -> bool:
    """The day that was wished for has passed, and by now the one after it as well."""
    return bool(rhythm) and wish_on is not None and (today - wish_on).days >= rhythm
