"""The entry that a talk has in the timeline: written when it is held, and kept in step with what is noted.

What somebody changed in the entry by hand is theirs, and is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.outreach import PURPOSES, Outreach
from hallway.store import interactions, questions
from hallway.store import outreach as store
from hallway.store.work import View, Work

ADVICE = PURPOSES[:3]
"""Purposes whose talk is one for which one gives thanks."""


def log_talk(step: Work, one: Outreach) -> Outreach:
    """Log the talk on the day it was held, with all that is noted so far; returns the approach as it is now."""
    on = one.talked_on or step.today
    kind = Kind.INTERVIEW if one.purpose in ADVICE else Kind.CONVERSATION
    interaction_id = interactions.add(step, NewInteraction(
        on, (Participant(one.person_id, note=noted(step, one)),), kind, headline(one),
        at_time=one.meet_time if on == one.meet_on else "", minutes=one.minutes,
    ))  # fmt: skip
    after = replace(one, interaction_id=interaction_id)
    store.change(step, after)
    return after


def taken_back(step: Work, one: Outreach) -> Outreach:
    """The approach without its entry, which goes, too, unless somebody wrote in it."""
    if one.interaction_id is None:
        return one
    entry = interactions.get(step, one.interaction_id)
    note = next((who.note for who in entry.people if who.person_id == one.person_id), "")
    if (entry.summary, note) == (headline(one), noted(step, one)):
        interactions.remove(step, entry.id)
    return replace(one, interaction_id=None)


def follow(step: Work, one: Outreach, before: str) -> None:
    """Bring the note of the entry to what is noted now, when it still says what was noted `before`."""
    if one.interaction_id is not None:
        step.execute(
            "UPDATE participant SET note = ? WHERE interaction_id = ? AND person_id = ? AND note = ?",
            noted(step, one), one.interaction_id, one.person_id, before,
        )  # fmt: skip


def headline(one: Outreach) -> str:
    """What the talk was about, in one line."""
    return one.reason.strip().partition("\n")[0]


def noted(look: View, one: Outreach) -> str:
    """All that was noted: each question with its answer, then the rest."""
    return "\n\n".join(_pieces(look, one))


def _pieces(look: View, one: Outreach) -> Iterator[str]:
    for answer in questions.answers(look, one.id):
        if answer.note.strip():
            yield f"{answer.question}\n{answer.note.strip()}"
    if one.notes.strip():
        yield one.notes.strip()
