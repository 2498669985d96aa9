"""Recommendation letters: asked for in good time, with the materials, sent, thanked for, and told how it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hallway.domain import errors
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.letters import Addressee, Due, Letter, Next, due, sheet_for_writer
from hallway.domain.messages import Purpose
from hallway.domain.sheets import Section, Sheet
from hallway.store import achievements, interactions, settings
from hallway.store import letters as store
from hallway.store.work import View, Work
from hallway.usecases.messages import Wanted

MOST_ACHIEVEMENTS = 8
DONE: dict[Next, tuple[Kind, str]] = {
    Next.ASK: (Kind.MESSAGE, "Asked {} for a letter"), Next.MATERIALS: (Kind.MESSAGE, "Sent {} the materials"),
    Next.REMIND: (Kind.MESSAGE, "Reminded {}"), Next.THANK: (Kind.THANK_YOU, "Thanked {} for the letter"),
    Next.TELL: (Kind.MESSAGE, "Told {} how it went"),
}  # fmt: skip
"""The entry that each step leaves, and its name."""
WRITTEN = {Next.ASK: Purpose.LETTER, Next.THANK: Purpose.THANKS_FAVOUR, Next.TELL: Purpose.OUTCOME}
"""The steps that are a message with words to start from."""


def listed(look: View) -> tuple[Letter, ...]:
    """All letters, those under way first."""
    return store.listed(look)


def get(look: View, letter_id: int) -> Letter:
    """One letter. Raises `NotFound`."""
    return store.get(look, letter_id)


def of_person(look: View, person_id: int) -> tuple[Letter, ...]:
    """Letters somebody writes or wrote."""
    return store.of_person(look, person_id)


def due_today(look: View) -> tuple[tuple[Letter, Due], ...]:
    """Letters about which something is to do on the day of the look."""
    found = ((letter, due(letter, look.today)) for letter in store.under_way(look))
    return tuple((letter, what) for letter, what in found if what is not None)


def add(step: Work, new: Letter) -> int:
    """Note that a letter is wanted; returns its id. Raises `Refused` without a word what for."""
    checked = _checked(new)
    step.label = f"A letter for {checked.purpose}"
    return store.add(step, checked)


def change(step: Work, letter: Letter) -> None:
    """Bring its own fields to what is given."""
    checked = _checked(letter)
    store.get(step, letter.id)
    step.label = f"Changed the letter for {checked.purpose}"
    store.change(step, checked)


def set_addressees(step: Work, letter_id: int, wanted: Sequence[Addressee]) -> None:
    """To whom it goes, and by when."""
    letter = store.get(step, letter_id)
    named = [replace(one, name=" ".join(one.name.split())) for one in wanted]
    step.label = f"To whom the letter for {letter.purpose} goes"
    store.set_addressees(step, letter_id, [one for one in named if one.name])


def sent(step: Work, letter_id: int, addressee_id: int, on: date | None) -> None:
    """It went to one of its addressees; None takes that back."""
    letter = store.get(step, letter_id)
    wanted = [replace(one, sent_on=on) if one.id == addressee_id else one for one in letter.addressees]
    step.label = f"The letter for {letter.purpose} is {'sent' if on else 'not sent yet'}"
    store.set_addressees(step, letter_id, wanted)
    store.change(step, replace(letter, addressees=tuple(wanted)))


def done(step: Work, letter_id: int, what: Next, words: str = "") -> None:
    """A step was taken today: its day is filled in and the message is logged. Raises `Refused` without a writer."""
    letter = store.get(step, letter_id)
    if what not in DONE or letter.person_id is None:
        raise errors.Refused("Choose who writes it first.")
    kind, label = DONE[what]
    store.change(step, _taken(letter, what, step.today))
    said = words.strip() or f"A letter for {letter.purpose}"
    interactions.add(step, NewInteraction(step.today, (Participant(letter.person_id),), kind, said, direction="out"))
    step.label = label.format(letter.person)


def message(letter: Letter, what: Next) -> Wanted | None:
    """What is to be written to whoever writes the letter; None where a page or a word in passing is enough."""
    purpose = WRITTEN.get(what)
    if purpose is None or letter.person_id is None:
        return None
    more = {
        "letter for": letter.purpose, "what they know": next(iter(letter.knows.strip().splitlines()), ""),
        "deadline": letter.deadline.isoformat() if letter.deadline else "", "outcome": letter.outcome,
        "favour": f"the letter for {letter.purpose}",
    }  # fmt: skip
    return Wanted(purpose, letter.person_id, more=more)


def agreed(step: Work, letter_id: int) -> None:
    """They said yes."""
    letter = store.get(step, letter_id)
    step.label = f"{letter.person or 'Somebody'} writes the letter for {letter.purpose}"
    store.change(step, replace(letter, asked_on=letter.asked_on or step.today, agreed_on=step.today))


def declined(step: Work, letter_id: int) -> None:
    """They said no, which is fine: the letter waits for somebody else."""
    letter = store.get(step, letter_id)
    step.label = f"Somebody else will write for {letter.purpose}"
    store.change(step, replace(letter, person_id=None, asked_on=None, agreed_on=None, materials_on=None))


def close(step: Work, letter_id: int) -> None:
    """It is not needed any more."""
    letter = store.get(step, letter_id)
    step.label = f"Not needed: a letter for {letter.purpose}"
    store.change(step, replace(letter, closed_on=step.today))


def reopen(step: Work, letter_id: int) -> None:
    """It is needed after all."""
    letter = store.get(step, letter_id)
    step.label = f"A letter for {letter.purpose}"
    store.change(step, replace(letter, closed_on=None, told_on=None))


def remove(step: Work, letter_id: int) -> None:
    """Take it out of the record."""
    letter = store.get(step, letter_id)
    step.label = f"Removed the letter for {letter.purpose}"
    store.remove(step, letter_id)


def for_writer(look: View, letter_id: int) -> Sheet:
    """One compact page for whoever writes it; nothing of the user's private notes on anybody."""
    letter = store.get(look, letter_id)
    own = achievements.of_person(look, None)[:MOST_ACHIEVEMENTS]
    facts = (Section("What I did lately", tuple(one.title for one in own)),) if own else ()
    return sheet_for_writer(letter, dict(settings.profile(look)), facts)


def _taken(letter: Letter, what: Next, on: date) -> Letter:
    """The letter after a step; the last one closes it."""
    match what:
        case Next.ASK:
            return replace(letter, asked_on=on)
        case Next.MATERIALS:
            return replace(letter, materials_on=on)
        case Next.THANK:
            return replace(letter, thanked_on=on)
        case Next.TELL:
            return replace(letter, told_on=on, closed_on=on)
    return letter


def _checked(letter: Letter) -> Letter:
    purpose = " ".join(letter.purpose.split())
    if not purpose:
        raise errors.Refused("Say what the letter is for.", do="The grant, the programme or the post.")
    return replace(letter, purpose=purpose)
