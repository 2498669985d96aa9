"""People one wants to meet: with a reason, an opener, questions, where they can be caught, and who could introduce."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hallway.domain import errors
from hallway.domain.events import LET_GO, MISSED, WANTED, Wish
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.people import NewPerson
from hallway.store import events as event_store
from hallway.store import interactions, people
from hallway.store import wishes as store
from hallway.store.wishes import Appearance
from hallway.store.work import View, Work


@dataclass(frozen=True, slots=True)
class Wished:
    """A wish with the sessions in which that person speaks."""

    wish: Wish
    speaks: tuple[Appearance, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who will be there and whom one may want to meet, and why."""

    person_id: int
    person: str
    line: str
    why: str


def of_event(look: View, event_id: int) -> tuple[Wished, ...]:
    """Whom one wants to meet at an event; their sessions fill in by themselves."""
    wanted = store.of_event(look, event_id)
    speaking = store.appearances(look, event_id, [wish.person_id for wish in wanted])
    return tuple(Wished(wish, speaking.get(wish.person_id, ())) for wish in wanted)


def at_large(look: View) -> tuple[Wish, ...]:
    """Whom one wants to meet somewhere, some time."""
    return store.at_large(look)


def suggestions(look: View, event_id: int, most: int = 6) -> tuple[Suggestion, ...]:
    """Speakers not yet met who are not on the list: those of starred sessions, then those who share one's topics."""
    wanted = {wish.person_id for wish in store.of_event(look, event_id)}
    found = [one for one in _suggested(look, event_id) if one.person_id not in wanted]
    return tuple({one.person_id: one for one in reversed(found)}.values())[::-1][:most]


def known_there(look: View, event_id: int) -> tuple[tuple[int, str, str], ...]:
    """Speakers whom one knows: id, name and line."""
    return event_store.speakers(look, event_id, known=True)


def not_met_there(look: View, event_id: int) -> tuple[tuple[int, str, str], ...]:
    """Speakers whom one has not met: id, name and line."""
    return event_store.speakers(look, event_id, known=False)


def want(
    step: Work, person_id: int, event_id: int | None = None, reason: str = "", through_id: int | None = None
) -> int:
    """Write down that one would like to meet somebody; the same wish again is the same wish. Returns its id.

    `through_id` could introduce one.
    """
    name = people.get(step, person_id).name
    step.label = f"You would like to meet {name}"
    for wish in store.of_person(step, person_id):
        if wish.event_id == event_id:
            through_id = wish.through_id or through_id
            store.change(step, replace(wish, state=WANTED, reason=wish.reason or reason, through_id=through_id))
            return wish.id
    return store.add(step, Wish(person_id, event_id, reason, through_id=through_id))


def want_by_name(step: Work, name: str, event_id: int | None = None, reason: str = "") -> int:
    """The same of somebody who is not in the record yet; they are written down as not yet met."""
    if not name.strip():
        raise errors.Refused("A name is needed.")
    return want(step, people.add(step, NewPerson(name.strip(), known=False)), event_id, reason)


def change(step: Work, wish: Wish) -> None:
    """Change what is noted with a wish. Raises `Refused` when somebody would introduce themselves."""
    if wish.through_id == wish.person_id:
        raise errors.Refused(f"{wish.person} cannot introduce themselves to you.")
    step.label = f"Changed what to ask {store.get(step, wish.id).person}"
    store.change(step, replace(wish, questions=tuple(one.strip() for one in wish.questions if one.strip())))


def meet(step: Work, wish_id: int) -> int:
    """They were met: logged at the event, today or on its last day. Returns the id of the entry."""
    wish = store.get(step, wish_id)
    event = event_store.get(step, wish.event_id) if wish.event_id else None
    on = min(step.today, event.end_on) if event else step.today
    at_time = f"{step.now:%H:%M}" if on == step.today else ""
    met = NewInteraction(on, (Participant(wish.person_id),), Kind.MET, at_time=at_time, event_id=wish.event_id)
    entry = interactions.add(step, met)
    store.change(step, replace(store.get(step, wish_id), state="met"))
    people.note_first_meeting(step, wish.person_id, on, wish.event_id)
    step.label = f"Met {wish.person}"
    return entry


def let_go(step: Work, wish_id: int) -> None:
    """It is not needed any more."""
    _close(step, wish_id, LET_GO, "Not needed: meet {}")


def miss(step: Work, wish_id: int) -> None:
    """It did not come to it this time."""
    _close(step, wish_id, MISSED, "Another time: meet {}")


def want_again(step: Work, wish_id: int) -> None:
    """It stands open again."""
    _close(step, wish_id, WANTED, "You would like to meet {}")


def _close(step: Work, wish_id: int, state: str, label: str) -> None:
    wish = store.get(step, wish_id)
    step.label = label.format(wish.person)
    store.change(step, replace(wish, state=state))


def _suggested(look: View, event_id: int) -> Iterator[Suggestion]:
    speakers = {id_: (name, line) for id_, name, line in event_store.speakers(look, event_id, known=False)}
    for person_id, title in store.starred_speakers(look, event_id):
        if person_id in speakers:
            yield Suggestion(person_id, *speakers[person_id], f"Speaks in “{title}”, which you starred.")
    for person_id, topic in event_store.share_topics(look, event_id):
        if person_id in speakers:
            yield Suggestion(person_id, *speakers[person_id], f"Works on {topic}, as people close to you do.")
