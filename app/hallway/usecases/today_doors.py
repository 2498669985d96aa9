"""Letters, deadlines and small steps on Today: what is due, and what doing it means.

Brought in only when a record holds any, for the first page of the day has no time to lose.
"""

from __future__ import annotations

from datetime import date, timedelta

from hallway.domain.letters import REMIND_ON, Letter, Next
from hallway.domain.opportunities import Opportunity, State, is_urgent
from hallway.domain.today import DEADLINE, MEETING, PROJECT_STEP, STEP, DoorDue, Item
from hallway.store import decisions
from hallway.store import letters as letter_store
from hallway.store import opportunities as opportunity_store
from hallway.store.work import View, Work
from hallway.usecases import letters, opportunities, organisations, projects

DEADLINE_FROM = timedelta(days=7)

TITLES = {
    Next.CHOOSE: "Choose who writes the letter for {purpose}", Next.ASK: "Ask {person} for a letter",
    Next.MATERIALS: "Send {person} what the letter needs", Next.REMIND: "Remind {person} of the letter, gently",
    Next.THANK: "Thank {person} for the letter", Next.TELL: "Tell {person} how it went",
}  # fmt: skip
DRAFTS = {
    Next.CHOOSE: "",
    Next.ASK: "would you be willing to write a letter for {purpose}? {why} I can send you a page with everything you "
    "would need. A no is completely fine.",
    Next.MATERIALS: "thank you for writing for {purpose}. {why} Here is a page with everything in one place; tell me "
    "if anything else would help.",
    Next.REMIND: "a short note about the letter for {purpose}. {why} Thank you for the time you put into it.",
    Next.THANK: "thank you for the letter for {purpose}. I know how much work it is, and I will tell you how it goes.",
    Next.TELL: "I wanted to tell you how {purpose} went: {outcome}. Your letter was part of it; thank you again.",
}


def due(look: View) -> tuple[DoorDue, ...]:
    """Everything about letters, opportunities, projects and groups that is for the day of the look."""
    return (*_letters(look), *_doors(look), *projects.for_today(look), *organisations.meetings_for_today(look))


def done(step: Work, item: Item, words: str) -> None:
    """The thing was done: its own record says so, and a message is logged where there was one."""
    if item.kind == STEP:
        opportunities.tick(step, item.about_id, item.subject_id)
    elif item.kind == PROJECT_STEP:
        projects.next_done(step, item.subject_id)
    elif item.kind == MEETING:
        organisations.met_there(step, item.subject_id)
    elif item.kind == DEADLINE:
        opportunities.set_state(step, item.subject_id, State.HANDED_IN)
    elif item.kind == Next.CHOOSE:
        decisions.decide(step, item.kind, item.subject_id, step.today + timedelta(days=1))
        step.label = f"Looked at {item.title.removeprefix('Choose ')}"
    else:
        letters.done(step, item.subject_id, Next(item.kind), words)
        if item.kind == Next.REMIND:
            decisions.decide(step, item.kind, item.subject_id, _next_reminder(step, item.subject_id))


def _letters(look: View) -> tuple[DoorDue, ...]:
    found = []
    for letter, what in letters.due_today(look):
        person = letter.person or letter.purpose
        facts = {"purpose": letter.purpose, "person": person, "why": what.why, "outcome": letter.outcome}
        draft = DRAFTS[what.what].format(**facts)
        found.append(
            DoorDue(str(what.what), letter.id, letter.person_id or 0, person, what.since,
                    TITLES[what.what].format(**facts), f"{_for(letter)} {what.why}", draft)
        )  # fmt: skip
    return tuple(found)


def _for(letter: Letter) -> str:
    return f"For {letter.purpose}."


def _doors(look: View) -> tuple[DoorDue, ...]:
    found = []
    for one in opportunity_store.listed(look):
        found += [
            DoorDue(STEP, step.id, 0, one.title, step.due_on, step.text, f"A small step for {one.title}.", "", one.id)
            for step in one.steps if step.done_on is None and step.due_on is not None and step.due_on <= look.today
        ]  # fmt: skip
        if is_urgent(one) and one.deadline is not None:
            away = one.deadline - look.today
            if timedelta() <= away <= DEADLINE_FROM:
                found.append(_deadline(one, away.days))
    return tuple(found)


def _deadline(one: Opportunity, days: int) -> DoorDue:
    assert one.deadline is not None
    when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
    left = [step.text for step in one.steps if step.done_on is None]
    why = f"It closes {when}.{f' Next: {left[0]}.' if left else ''}"
    return DoorDue(DEADLINE, one.id, 0, one.title, one.deadline, f"{one.title} closes {when}", why, "")


def _next_reminder(look: View, letter_id: int) -> date | None:
    deadline = letter_store.get(look, letter_id).deadline
    days = [deadline - ahead for ahead in REMIND_ON if deadline and deadline - ahead > look.today]
    return min(days, default=None)
