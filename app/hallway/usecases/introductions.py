"""Introductions: people brought together after both said yes, and the user introduced by somebody who knows both."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from hallway.domain import errors
from hallway.domain import introductions as domain
from hallway.domain.blurbs import blurb
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.introductions import Introduction, Next, State, next_of, stands, tells_on, turn
from hallway.domain.messages import Purpose
from hallway.domain.people import NewPerson, Person
from hallway.store import interactions, people, settings
from hallway.store import introductions as store
from hallway.store.work import View, Work
from hallway.usecases.messages import Wanted


class Stood(NamedTuple):
    """An introduction, how far it is, and what comes next."""

    one: Introduction
    state: State
    next: Next


class Page(NamedTuple):
    """One introduction whole."""

    one: Introduction
    state: State
    next: Next


def everything(look: View) -> tuple[Stood, ...]:
    """Every introduction, the newest first."""
    return tuple(Stood(one, stands(one), next_of(one)) for one in store.all_of(look))


def page_of(look: View, introduction_id: int) -> Page:
    """One introduction. Raises `NotFound`."""
    one = store.get(look, introduction_id)
    return Page(one, stands(one), next_of(one))


def message(one: Introduction, purpose: Purpose) -> Wanted:
    """What is to be written: to whoever's turn it is, or to the first (or both) once they have been introduced."""
    second_turn = purpose is Purpose.MAY_I_SECOND
    to, other = (one.second_id, one.first) if second_turn else (one.first_id, one.second)
    about_me, about_first = ("", one.first_blurb) if one.by_me else (one.first_blurb, "")
    more = {
        "other person": other, "other first name": other.split()[0] if other else "", "reason": _line(one.reason),
        "words about me": about_me, "words about them": one.second_blurb if second_turn else about_first,
        "words about the other": about_first if second_turn else one.second_blurb, "outcome": _line(one.outcome),
    }  # fmt: skip
    return Wanted(purpose, to, more=more)


# --- beginning --------------------------------------------------------------------------------------------


def start(step: Work, first_id: int, second_id: int, reason: str = "") -> int:
    """Write down that the user would like to introduce two people to each other; the first is asked first.

    An introduction of the two that is under way stays the one. Returns its id. Raises `Refused` for one and the same.
    """
    first, second = _two(step, first_id, second_id)
    new = Introduction(
        True, first_id, second_id, reason.strip(), first_blurb=_about(first), second_blurb=_about(second)
    )
    step.label = f"Introduce {first.name} and {second.name}"
    return _begin(step, new)


def ask_for(step: Work, connector_id: int, target_id: int, reason: str = "") -> int:
    """Write down that somebody could introduce the user to somebody else. Returns its id.

    Raises `Refused` for one and the same.
    """
    connector, target = _two(step, connector_id, target_id)
    new = Introduction(False, connector_id, target_id, reason.strip(), first_blurb=_about_me(step))
    step.label = f"Meet {target.name} through {connector.name}"
    return _begin(step, new)


def ask_for_by_name(step: Work, connector_id: int, name: str, reason: str = "") -> int:
    """The same for somebody who is not in the record; they are written down as not yet met."""
    if not name.strip():
        raise errors.Refused("A name is needed.")
    target_id = people.add(step, NewPerson(name.strip(), known=False))
    return ask_for(step, connector_id, target_id, reason)


def change(step: Work, one: Introduction) -> None:
    """Keep other words: the reason, the blurbs, what came of it."""
    known = store.get(step, one.id)
    step.label = f"Changed {_say(known)}"
    store.change(step, replace(
        known, reason=one.reason.strip(), first_blurb=one.first_blurb.strip(), second_blurb=one.second_blurb.strip(),
        outcome=one.outcome.strip(),
    ))  # fmt: skip


# --- step by step -----------------------------------------------------------------------------------------


def asked(step: Work, introduction_id: int, words: str = "") -> None:
    """Whoever's turn it is was asked; what was written, and whom the user asks for themselves, is in the timeline.

    Raises `Refused` where nobody is to be asked now.
    """
    one = _expecting(step, introduction_id, Next.ASK)
    person_id, name = turn(one)
    store.change(step, domain.asked(one, step.today))
    if words.strip() or not one.by_me:
        said = words.strip() or f"Asked for an introduction to {one.second}"
        _log(step, (person_id,), Kind.INTRODUCTION_REQUEST, said, "out")
    step.label = f"Asked {name}"


def answered(step: Work, introduction_id: int, *, yes: bool, words: str = "") -> None:
    """Whoever was asked said yes or no; a no closes it, and nothing is counted. Raises `Refused` before asking."""
    one = _expecting(step, introduction_id, Next.ANSWER)
    name = turn(one)[1]
    store.change(step, domain.answered(one, yes=yes, words=words, on=step.today))
    step.label = f"{name} said yes" if yes else f"{name} said no, which is fine"


def introduced(step: Work, introduction_id: int, words: str = "") -> None:
    """The two know each other now, which stands in both timelines.

    Made by the user, it takes two times yes. Made for the user it may come sooner than one asked for it, and unless it
    is written down who introduced the second, it is from now on. Raises `Refused` otherwise.
    """
    one = store.get(step, introduction_id)
    if one.introduced_on is not None:
        raise errors.Refused(f"{_both(one)} have been introduced already.")
    if one.by_me and one.state is not State.BOTH_AGREED:
        raise errors.Refused(f"{turn(one)[1]} has not said yes yet.", do="Each of the two is asked before.")
    store.change(step, domain.introduced(one, step.today))
    if one.by_me:
        what, direction = f"Introduced {one.first} and {one.second} to each other", "out"
    else:
        what, direction = f"{one.first} introduced you to {one.second}", "in"
        if people.get(step, one.second_id).introduced_by_id is None:
            people.set_field(step, one.second_id, "introduced_by_id", one.first_id)
    said = "\n\n".join(part for part in (what, words.strip()) if part)
    _log(step, (one.first_id, one.second_id), Kind.INTRODUCTION, said, direction)
    step.label = what


def talked(step: Work, introduction_id: int) -> None:
    """The user talked with whom they were introduced to, today; logged, unless the timeline tells it already."""
    one = store.get(step, introduction_id)
    if one.by_me or one.introduced_on is None:
        raise errors.Refused(f"You have not been introduced to {one.second} yet.")
    if one.talked_on is None:
        about = one.reason.strip().partition("\n")[0]
        _log(step, (one.second_id,), Kind.CONVERSATION, about, "")
    step.label = f"Talked with {one.second}"


def heard(step: Work, introduction_id: int, outcome: str = "") -> None:
    """One of the two told the user how it went. Raises `Refused` before they were introduced."""
    one = _expecting(step, introduction_id, Next.HEAR)
    store.change(step, replace(one, talked_on=step.today, outcome=outcome.strip() or one.outcome))
    step.label = f"How it went with {_both(one)}"


def thanked(step: Work, introduction_id: int, words: str = "") -> None:
    """Thanks were given: to whoever introduced the user, or to both for telling how it went."""
    one = store.get(step, introduction_id)
    if one.introduced_on is None:
        raise errors.Refused(f"{_both(one)} have not been introduced yet.")
    if one.by_me:
        store.change(step, replace(one, thanked_on=step.today))
    whom = (one.first_id, one.second_id) if one.by_me else (one.first_id,)
    _log(step, whom, Kind.THANK_YOU, words.strip(), "out")
    step.label = f"Thanked {_both(one) if one.by_me else one.first}"


def told(step: Work, introduction_id: int, words: str = "") -> None:
    """Whoever introduced the user was told how it went, which is logged with them."""
    one = store.get(step, introduction_id)
    if one.by_me or one.introduced_on is None:
        raise errors.Refused("Nobody is written down who introduced you.")
    store.change(step, replace(one, told_on=step.today))
    _log(step, (one.first_id,), Kind.MESSAGE, words.strip() or f"Told how it went with {one.second}.", "out")
    step.label = f"Told {one.first} how it went"


def rest(step: Work, introduction_id: int) -> None:
    """It is left for now; nobody is asked again."""
    one = store.get(step, introduction_id)
    store.change(step, replace(one, state=State.RESTING, closed_on=step.today))
    step.label = f"Left {_say(one)} for now"


def reopen(step: Work, introduction_id: int) -> None:
    """From rest back to the beginning."""
    one = store.get(step, introduction_id)
    store.change(step, domain.reopened(one))
    step.label = f"Took up {_say(one)} again"


def remove(step: Work, introduction_id: int) -> None:
    """Take an introduction out of the record; what is in the timeline stays."""
    one = store.get(step, introduction_id)
    step.label = f"Not needed: {_say(one)}"
    store.remove(step, introduction_id)


# --- Today ------------------------------------------------------------------------------------------------


def for_today(look: View) -> tuple[Introduction, ...]:
    """Those of which whoever introduced the user may hear today."""
    days = ((one, tells_on(one)) for one in store.to_tell(look))
    until = domain.TELL_UNTIL - domain.TELL_AFTER
    return tuple(one for one, on in days if on is not None and on <= look.today <= on + until)


def _begin(step: Work, new: Introduction) -> int:
    for known in store.between(step, new.first_id, new.second_id, by_me=new.by_me):
        if known.is_open:
            store.change(step, replace(known, reason=known.reason or new.reason))
            return known.id
    return store.add(step, new)


def _two(look: View, one_id: int, other_id: int) -> tuple[Person, Person]:
    if one_id == other_id:
        raise errors.Refused("An introduction needs two people.")
    return people.get(look, one_id), people.get(look, other_id)


def _expecting(look: View, introduction_id: int, expected: Next) -> Introduction:
    one = store.get(look, introduction_id)
    if next_of(one) is not expected:
        raise errors.Refused("This step does not come next.", "Nothing was changed.")
    return one


def _line(text: str) -> str:
    """The first line."""
    return text.strip().partition("\n")[0]


def _about(person: Person) -> str:
    now = next((work for work in person.affiliations if not work.end_on), None)
    line = " at ".join(part for part in (now.role, now.organisation) if part) if now else ""
    return blurb(person.name, line, person.topics)


def _about_me(look: View) -> str:
    me = settings.profile(look)
    role = " at ".join(part for part in (me["degree"], me["university"]) if part)
    return blurb(me["name"], role, words=me["introduction"])


def _log(step: Work, whom: tuple[int, ...], kind: Kind, words: str, direction: str) -> None:
    everybody = tuple(Participant(person_id) for person_id in whom)
    interactions.add(step, NewInteraction(step.today, everybody, kind, words, direction=direction))


def _say(one: Introduction) -> str:
    return f"introducing {_both(one)}" if one.by_me else f"meeting {one.second} through {one.first}"


def _both(one: Introduction) -> str:
    return f"{one.first} and {one.second}" if one.by_me else f"You and {one.second}"
