"""What people reached, to congratulate them on; and the user's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hallway.domain import errors
from hallway.domain.achievements import KINDS, Achievement, is_since
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.links import checked_link
from hallway.domain.partial_dates import PartialDate
from hallway.store import achievements as store
from hallway.store import interactions
from hallway.store.glances import name_of
from hallway.store.work import View, Work


def of_person(look: View, person_id: int | None) -> tuple[Achievement, ...]:
    """Those of a person, or (None) the user's own; the newest first."""
    return store.of_person(look, person_id)


def get(look: View, achievement_id: int) -> Achievement:
    """One of them. Raises `NotFound`."""
    return store.get(look, achievement_id)


def my_news_since(look: View, day: date) -> tuple[Achievement, ...]:
    """What the user reached since a day, the newest first: for a message to somebody not spoken to since."""
    return tuple(one for one in store.of_person(look, None) if is_since(one, day))


def add(step: Work, new: Achievement) -> int:
    """Write one down; returns the id. Raises `Refused` without a title, for another kind, a strange date or link."""
    checked = _checked(new)
    step.label = f"Noted: {checked.title}"
    return store.add(step, checked)


def change(step: Work, one: Achievement) -> None:
    """Bring one to what is given, whosever it is. Raises `Refused` as `add`, `NotFound` when it is gone."""
    store.get(step, one.id)
    checked = _checked(one)
    step.label = f"Changed: {checked.title}"
    store.change(step, checked)


def remove(step: Work, achievement_id: int) -> None:
    """Take one away. Raises `NotFound` when it is gone already."""
    step.label = f"Took away: {store.get(step, achievement_id).title}"
    store.remove(step, achievement_id)


def congratulate(step: Work, achievement_id: int, words: str = "") -> None:
    """Log that the user congratulated, with the words, and mark it. Raises `Refused` for the user's own."""
    one = store.get(step, achievement_id)
    if one.person_id is None:
        raise errors.Refused("This is your own.", "Nothing was changed.")
    store.congratulated(step, one.id, step.today)
    whom = (Participant(one.person_id),)
    interactions.add(step, NewInteraction(step.today, whom, Kind.CONGRATULATION, words.strip(), direction="out"))
    step.label = f"Congratulated {name_of(step, one.person_id)}"


def congratulated_on_all(step: Work, person_id: int) -> None:
    """Mark all that is fresh of somebody: whoever writes to them about one thing writes about the others, too."""
    for one in store.fresh_of(step, person_id):
        store.congratulated(step, one.id, step.today)


def _checked(one: Achievement) -> Achievement:
    title = " ".join(one.title.split())
    if not title:
        raise errors.Refused("Say in a few words what it is.")
    if one.kind not in KINDS:
        raise errors.Refused(f"There is no kind called {one.kind}.")
    return replace(one, title=title, on_day=_day(one.on_day), link=checked_link(one.link), notes=one.notes.strip())


def _day(written: str) -> str:
    try:
        return str(PartialDate.parse(written)) if written.strip() else ""
    except ValueError as error:
        told = f"“{written}” does not read as a date."
        raise errors.Refused(told, do="Write 2026, 2026-06 or 2026-06-17.") from error
