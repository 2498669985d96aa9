"""Opportunities: written down, with people who have a part in them and small steps, until they come true or rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hallway.domain import errors
from hallway.domain.links import checked_link
from hallway.domain.opportunities import AT_REST, PARTS, Opportunity, Part, State, Step, guess_kind
from hallway.store import opportunities as store
from hallway.store.work import View, Work


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who could know more, and why: a fact from the record."""

    person_id: int
    person: str
    line: str
    why: str


def listed(look: View) -> tuple[Opportunity, ...]:
    """Those that go on, the next deadline first."""
    return store.listed(look)


def at_rest(look: View) -> tuple[Opportunity, ...]:
    """Those that came true or were let go, the newest first."""
    return store.listed(look, at_rest=True)


def get(look: View, opportunity_id: int) -> Opportunity:
    """One with all that belongs to it. Raises `NotFound`."""
    return store.get(look, opportunity_id)


def is_there(look: View, opportunity_id: int) -> bool:
    """Whether there is such a one."""
    return store.is_there(look, opportunity_id)


def of_person(look: View, person_id: int) -> tuple[Opportunity, ...]:
    """Those in which somebody has a part."""
    return store.of_person(look, person_id)


def of_organisation(look: View, organisation_id: int) -> tuple[Opportunity, ...]:
    """Those an organisation offers."""
    return store.of_organisation(look, organisation_id)


def count(look: View) -> int:
    """How many go on."""
    return store.count(look)


def who_could_know(look: View, opportunity_id: int, most: int = 5) -> tuple[Suggestion, ...]:
    """Whom to ask about it: who works there, who worked there, who knows one of its people, who shares its topics."""
    one = store.get(look, opportunity_id)
    taken = {part.person_id for part in one.people}
    found = {row[0]: Suggestion(*row) for row in reversed(store.who_could_know(look, one)) if row[0] not in taken}
    return tuple(found.values())[::-1][:most]


def add(step: Work, new: Opportunity) -> int:
    """Write one down; its kind is guessed from the title unless it is told. Returns its id."""
    checked = _checked(new)
    step.label = f"Noted {checked.title}"
    return store.add(step, replace(checked, kind=guess_kind(checked.title) if new.kind == "other" else new.kind))


def change(step: Work, one: Opportunity) -> None:
    """Bring its own fields to what is given. Raises `Refused` with the reason."""
    checked = _checked(one)
    store.get(step, one.id)
    step.label = f"Changed {checked.title}"
    store.change(step, checked)


def set_state(step: Work, opportunity_id: int, state: State) -> None:
    """Say how it stands."""
    one = store.get(step, opportunity_id)
    words = {State.LET_GO: "Let go of {}", State.CAME_TRUE: "It came true: {}"}
    step.label = words.get(state, f"{{}}: {state}").format(one.title)
    store.change(step, replace(one, state=state))


def set_deadline(step: Work, opportunity_id: int, deadline: date | None) -> None:
    """Another day, or none."""
    one = store.get(step, opportunity_id)
    step.label = f"Changed the day of {one.title}"
    store.change(step, replace(one, deadline=deadline))


def remove(step: Work, opportunity_id: int) -> None:
    """Take it out of the record."""
    one = store.get(step, opportunity_id)
    step.label = f"Removed {one.title}"
    store.remove(step, opportunity_id)


def add_person(step: Work, opportunity_id: int, part: Part) -> None:
    """Note somebody's part in it; the same part again takes the new note."""
    if part.part not in PARTS:
        raise errors.Refused("Choose what they have to do with it.")
    one = store.get(step, opportunity_id)
    others = [known for known in one.people if (known.person_id, known.part) != (part.person_id, part.part)]
    step.label = f"Noted who knows about {one.title}"
    store.set_people(step, opportunity_id, [*others, part])


def remove_person(step: Work, opportunity_id: int, part: Part) -> None:
    """Take somebody's part in it away."""
    one = store.get(step, opportunity_id)
    others = [known for known in one.people if (known.person_id, known.part) != (part.person_id, part.part)]
    step.label = f"Took {part.person or 'somebody'} off {one.title}"
    store.set_people(step, opportunity_id, others)


def add_step(step: Work, opportunity_id: int, words: str, due_on: date | None = None) -> int:
    """A small step towards it; returns its id."""
    one, text = store.get(step, opportunity_id), words.strip()
    if not text:
        raise errors.Refused("A small step needs a few words.")
    step.label = f"A small step for {one.title}"
    return store.add_step(step, opportunity_id, Step(text, due_on))


def change_step(step: Work, opportunity_id: int, changed: Step) -> None:
    """Other words or another day for a small step."""
    if not changed.text.strip():
        raise errors.Refused("A small step needs a few words.")
    _step(step, opportunity_id, changed.id)
    step.label = f"Changed a step: {changed.text.strip()}"
    store.change_step(step, replace(changed, text=changed.text.strip()))


def tick(step: Work, opportunity_id: int, step_id: int, done: bool = True) -> None:
    """Say that a small step is done, or not yet."""
    known = _step(step, opportunity_id, step_id)
    step.label = f"{'Done' if done else 'Not done yet'}: {known.text}"
    store.change_step(step, replace(known, done_on=step.today if done else None))


def remove_step(step: Work, opportunity_id: int, step_id: int) -> None:
    """Take a small step away."""
    known = _step(step, opportunity_id, step_id)
    step.label = f"Removed a step: {known.text}"
    store.remove_step(step, step_id)


def is_at_rest(one: Opportunity) -> bool:
    """Whether it came true or was let go."""
    return one.state in AT_REST


def _step(look: View, opportunity_id: int, step_id: int) -> Step:
    found = next((one for one in store.get(look, opportunity_id).steps if one.id == step_id), None)
    if found is None:
        raise errors.NotFound("This step is no longer in your record.")
    return found


def _checked(one: Opportunity) -> Opportunity:
    title = " ".join(one.title.split())
    if not title:
        raise errors.Refused("A title is needed.", do="A few words do: “Postdoc, urban exposure”.")
    return replace(one, title=title, organisation=" ".join(one.organisation.split()), link=checked_link(one.link))
