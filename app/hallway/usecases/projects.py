"""Projects: what is done together, with whom, how it stands, and the next step with its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hallway.domain import errors
from hallway.domain.links import checked_link
from hallway.domain.partial_dates import checked_span
from hallway.domain.projects import Partner, Project, State
from hallway.domain.today import PROJECT_STEP, DoorDue
from hallway.store import projects as store
from hallway.store.glances import name_of
from hallway.store.work import View, Work


def listed(look: View) -> tuple[Project, ...]:
    """All of them, what goes on first."""
    return store.listed(look)


def get(look: View, project_id: int) -> Project:
    """One with its people. Raises `NotFound`."""
    return store.get(look, project_id)


def of_person(look: View, person_id: int) -> tuple[Project, ...]:
    """Those in which somebody takes part."""
    return store.of_person(look, person_id)


def for_today(look: View) -> tuple[DoorDue, ...]:
    """Next steps whose day has come."""
    return tuple(
        DoorDue(PROJECT_STEP, one.id, 0, one.title, one.next_on, one.next_step, f"The next step of {one.title}.", "")
        for one in store.due(look, look.today)
        if one.next_on is not None
    )


def add(step: Work, new: Project) -> int:
    """Write one down; returns its id. Raises `Refused` without a title, for dates that do not fit, a strange link."""
    checked = _checked(new)
    step.label = f"Noted {checked.title}"
    return store.add(step, checked)


def change(step: Work, one: Project) -> None:
    """Bring its own fields to what is given; its people stay. Raises `Refused` as `add`, `NotFound`."""
    store.get(step, one.id)
    checked = _checked(one)
    step.label = f"Changed {checked.title}"
    store.change(step, checked)


def set_state(step: Work, project_id: int, state: State) -> None:
    """Say how it stands; one that is done ends this month, unless it is known when it ended."""
    one = store.get(step, project_id)
    ends = one.end_on or (f"{step.today:%Y-%m}" if state is State.DONE else "")
    step.label = f"{one.title}: {state}"
    store.change(step, replace(one, state=state, end_on=ends))


def set_next(step: Work, project_id: int, words: str, on: date | None) -> None:
    """The next step and its day; without words there is none."""
    one, words = store.get(step, project_id), " ".join(words.split())
    step.label = f"Next for {one.title}: {words}" if words else f"No next step for {one.title}"
    store.change(step, replace(one, next_step=words, next_on=on if words else None))


def next_done(step: Work, project_id: int) -> None:
    """The next step is done; what comes after it may be written."""
    one = store.get(step, project_id)
    set_next(step, project_id, "", None)
    step.label = f"Done: {one.next_step}"


def add_person(step: Work, project_id: int, partner: Partner) -> None:
    """Note that somebody takes part, and as what; somebody who does already has the new role."""
    one = store.get(step, project_id)
    step.label = f"{name_of(step, partner.person_id)} in {one.title}"
    store.put_person(step, project_id, replace(partner, role=" ".join(partner.role.split())))


def remove_person(step: Work, project_id: int, person_id: int) -> None:
    """Somebody takes no part any more."""
    one = store.get(step, project_id)
    step.label = f"Took {name_of(step, person_id)} off {one.title}"
    store.drop_person(step, project_id, person_id)


def remove(step: Work, project_id: int) -> None:
    """Take it out of the record."""
    step.label = f"Removed {store.get(step, project_id).title}"
    store.remove(step, project_id)


def _checked(one: Project) -> Project:
    title = " ".join(one.title.split())
    if not title:
        raise errors.Refused("A title is needed.", do="A few words do: “Night heat in twelve cities”.")
    start, end = checked_span(one.start_on, one.end_on)
    words = " ".join(one.next_step.split())
    if one.next_on is not None and not words:
        raise errors.Refused("A day for the next step needs a few words for it.")
    return replace(
        one, title=title, start_on=start, end_on=end, next_step=words, link=checked_link(one.link),
        notes=one.notes.strip(),
    )  # fmt: skip
