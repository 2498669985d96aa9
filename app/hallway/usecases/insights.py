"""What the record tells over months: everything the Insights page shows, asked for at once."""

from __future__ import annotations

from datetime import timedelta

from hallway.domain.figures import Figures, span_of
from hallway.store import insights as store
from hallway.store import settings
from hallway.store.work import View

TOPICS, OLD_TIES = 5, 3
LONG_AGO = timedelta(days=365)


def figures(look: View, months: int = 12) -> Figures:
    """The last so many months (0: all there is). Only counts what stands in the record; nothing is a score."""
    span = span_of(months, look.today, store.first_day(look))
    university = settings.profile(look).get("university", "")
    return Figures(
        span=span,
        conversations=store.conversations(look, span),
        met=store.met(look, span),
        introductions=store.introductions(look, span),
        follow=store.follow(look, span),
        ways=store.ways(look, span, university),
        topics=store.topics(look, span, TOPICS),
        favours=store.favours(look, span),
        circles=store.circles(look, university),
        old_ties=store.old_ties(look, look.today - LONG_AGO, OLD_TIES),
    )
