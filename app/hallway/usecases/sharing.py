"""Who would want this: things worth sharing, the people they are for, what was sent to whom; and favours both ways."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from hallway.domain import errors
from hallway.domain import who_wants as domain
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.links import checked_link
from hallway.domain.messages import Purpose
from hallway.domain.sharing import (
    DIRECTIONS,
    FAVOUR_KINDS,
    GIVEN,
    KINDS,
    LONGEST_TEXT,
    LONGEST_TITLE,
    Favour,
    Resource,
    read_shared,
    say_favour,
)
from hallway.domain.who_wants import Match
from hallway.store import interactions, people
from hallway.store import sharing as store
from hallway.store import who_wants as index
from hallway.store.work import View, Work
from hallway.usecases.messages import Wanted

MOST = 10
THANKS_UNTIL = timedelta(days=30)


class Wanter(NamedTuple):
    """Somebody who would want it, and when it went to them already."""

    match: Match
    sent_on: date | None = None


# --- who would want it ------------------------------------------------------------------------------------


def who_wants(look: View, text: str, most: int = MOST) -> tuple[Match, ...]:
    """The people closest to a text, each with facts. Raises `Refused` when it says nothing that could be looked for."""
    wanted = domain.asked(text)
    if not wanted:
        raise errors.Refused("There are no words in this to look for.", do="Paste a title, a summary or a call.")
    rare = index.rareness(look, wanted)
    ids, moments = index.candidates(look, {term: weight * rare[term] for term, weight in wanted.items()})
    return domain.rank(wanted, rare, index.known(look, ids, moments), look.today, most)


def wanters(look: View, one: Resource, most: int = MOST) -> tuple[Wanter, ...]:
    """The people who would want a thing, and to whom of them it went; nobody where it has no words."""
    if not domain.asked(one.words):
        return ()
    sent = store.sent_of(look, one.link, one.title)
    return tuple(Wanter(match, sent.get(match.person_id)) for match in who_wants(look, one.words, most))


def message(one: Resource, match: Match) -> Wanted:
    """What is to be written with it; of the reasons only what the person knows themselves."""
    more = {"what to share": one.title, "link": one.link, "why": match.for_them}
    return Wanted(Purpose.SHARE, match.person_id, more=more)


# --- things to share --------------------------------------------------------------------------------------


def read(text: str) -> Resource:
    """What was pasted, as a thing to share. Raises `Refused` for nothing, and for an address that is not kept."""
    if not text.strip():
        raise errors.Refused("Paste something first.")
    return _checked(read_shared(text))


def read_file(path: Path) -> Resource:
    """What a file holds, as a thing to share. Raises `Refused` or `FileTrouble`."""
    from hallway.formats import shared
    from hallway.host import files

    return _checked(shared.read(files.read_file(path, shared.LARGEST), path.name))


def resources(look: View) -> tuple[Resource, ...]:
    """Everything worth sharing, the newest first."""
    return store.resources(look)


def resource(look: View, resource_id: int) -> Resource:
    """One of them. Raises `NotFound`."""
    return store.resource(look, resource_id)


def add(step: Work, new: Resource) -> int:
    """Write one down; returns its id. Raises `Refused` without a title or for an address that is not kept."""
    checked = _checked(new)
    step.label = f"Something to share: {checked.title}"
    return store.add_resource(step, checked)


def change(step: Work, one: Resource) -> None:
    """Bring one to what is given. Raises `Refused` as `add`."""
    checked = _checked(one)
    store.resource(step, one.id)
    step.label = f"Changed: {checked.title}"
    store.change_resource(step, checked)


def remove(step: Work, resource_id: int) -> None:
    """Take one away; to whom it went stays in their record."""
    step.label = f"Took away: {store.resource(step, resource_id).title}"
    store.remove_resource(step, resource_id)


def shared(step: Work, one: Resource, person_id: int, words: str = "") -> int:
    """It went to somebody: the message is logged, and the favour with it; returns the favour's id."""
    name = people.get(step, person_id).name
    said = words.strip() or one.title
    new = NewInteraction(step.today, (Participant(person_id),), Kind.MESSAGE, said, direction="out")
    moment = interactions.add(step, new)
    resource_id = one.id or store.add_resource(step, _checked(one))
    kind = "job opening" if one.kind == "opening" else "article"
    step.label = f"Sent {name}: {one.title}"
    return store.add_favour(step, Favour(person_id, GIVEN, kind, "", step.today, resource_id, moment))


# --- favours ----------------------------------------------------------------------------------------------


def favours(look: View) -> tuple[Favour, ...]:
    """All favours, the latest first."""
    return store.favours(look)


def favours_with(look: View, person_id: int) -> tuple[Favour, ...]:
    """Those between the user and one person, the latest first."""
    return store.favours_with(look, person_id)


def favour(look: View, favour_id: int) -> Favour:
    """One of them. Raises `NotFound`."""
    return store.favour(look, favour_id)


def add_favour(step: Work, new: Favour) -> int:
    """Write one down; returns its id. Raises `Refused` without a person, and for a day to come."""
    _check_favour(step, new)
    step.label = f"{say_favour(new, step.today)}: {people.get(step, new.person_id).name}"
    return store.add_favour(step, new)


def change_favour(step: Work, one: Favour) -> None:
    """Bring one to what is given. Raises `Refused` as `add_favour`."""
    _check_favour(step, one)
    store.favour(step, one.id)
    step.label = "Changed a favour"
    store.change_favour(step, one)


def remove_favour(step: Work, favour_id: int) -> None:
    """Take one away; what was logged with it stays."""
    step.label = f"Took a favour out: {store.favour(step, favour_id).person}"
    store.remove_favour(step, favour_id)


def to_thank(look: View) -> tuple[Favour, ...]:
    """Favours received lately, for which nobody has been thanked."""
    return store.to_thank(look, look.today - THANKS_UNTIL, look.today)


def _check_favour(look: View, one: Favour) -> None:
    if not one.person_id:
        raise errors.Refused("Who was it?", do="Choose a person.")
    if one.direction not in DIRECTIONS or one.kind not in FAVOUR_KINDS:
        raise errors.Refused(f"There is no favour called {one.direction} {one.kind}.")
    if one.on is not None and one.on > look.today:
        raise errors.Refused("A favour lies behind one.", do="What is still to come is a promise.")


def _checked(one: Resource) -> Resource:
    title = " ".join(one.title.split())[:LONGEST_TITLE]
    if not title:
        raise errors.Refused("A title is needed.", do="A few words do.")
    if one.kind not in KINDS:
        raise errors.Refused(f"There is no kind called {one.kind}.")
    return replace(one, title=title, link=checked_link(one.link), text=one.text.strip()[:LONGEST_TEXT])
