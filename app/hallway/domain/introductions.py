"""People made known to each other: both are asked before, each apart from the other, and a no is fine.

Two stories have the same steps. Made by the user: the first of the two is asked, then the second, and with two times
yes they are introduced. Made for the user: whoever knows both is asked, and introduces the user to the second.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class State(StrEnum):
    """How far it is. The last two are ways out, and both are fine."""

    IDEA = "idea"
    ASKED = "asked"
    AGREED = "agreed"
    SECOND_ASKED = "second asked"
    BOTH_AGREED = "both agreed"
    INTRODUCED = "introduced"
    TALKED = "talked"
    THANKED = "thanked"
    DECLINED = "declined"
    RESTING = "resting"


AT_REST: Final = (State.DECLINED, State.RESTING)


class Next(StrEnum):
    """What comes next."""

    ASK = "ask"
    ANSWER = "hear their answer"
    INTRODUCE = "introduce"
    TALK = "talk"
    HEAR = "hear how it went"
    THANK = "thank"
    TELL = "tell how it went"
    NOTHING = "nothing"


MAKING: Final = {
    State.IDEA: Next.ASK, State.ASKED: Next.ANSWER, State.AGREED: Next.ASK, State.SECOND_ASKED: Next.ANSWER,
    State.BOTH_AGREED: Next.INTRODUCE,
}  # fmt: skip
ASKING: Final = {State.IDEA: Next.ASK, State.ASKED: Next.ANSWER, State.AGREED: Next.INTRODUCE}
"""What each state before the two know each other asks for: made by the user, and made for them."""

TELL_AFTER, TELL_UNTIL = timedelta(days=7), timedelta(days=60)
"""After the talk: when whoever introduced the user hears how it went, and until when it is offered."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """`first` is the first of the two (`by_me`), or whoever introduces the user; `second` is the other.

    A blurb is what may be forwarded about somebody: about each of the two, or, made for the user, `first_blurb` about
    the user. An answer holds what they said. `talked_on` is when the user first talked with the second afterwards,
    made by the user it is when one of the two told how it went.
    """

    by_me: bool
    first_id: int
    second_id: int
    reason: str = ""
    state: State = State.IDEA
    first_blurb: str = ""
    second_blurb: str = ""
    first_answer: str = ""
    second_answer: str = ""
    made_on: date | None = None
    first_asked_on: date | None = None
    second_asked_on: date | None = None
    introduced_on: date | None = None
    talked_on: date | None = None
    thanked_on: date | None = None
    told_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
    id: int = 0
    uid: str = ""
    first: str = ""
    first_line: str = ""
    second: str = ""
    second_line: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the two do not know each other yet, and may."""
        return self.introduced_on is None and self.state not in AT_REST


def next_of(one: Introduction) -> Next:
    """What comes next; nothing when it is at rest, or everything is done."""
    if one.introduced_on is None:
        return (MAKING if one.by_me else ASKING).get(one.state, Next.NOTHING)
    if one.by_me:
        return Next.HEAR if one.talked_on is None else Next.THANK if one.thanked_on is None else Next.NOTHING
    if one.thanked_on is None:
        return Next.THANK
    if one.talked_on is None:
        return Next.TALK
    return Next.TELL if one.told_on is None else Next.NOTHING


def turn(one: Introduction) -> tuple[int, str]:
    """Whom one asks or hears from next, as number and name: the second once the first has agreed."""
    is_second = one.by_me and one.state in (State.AGREED, State.SECOND_ASKED)
    return (one.second_id, one.second) if is_second else (one.first_id, one.first)


def asked(one: Introduction, on: date) -> Introduction:
    """Whoever's turn it is was asked."""
    if one.state is State.AGREED:
        return replace(one, state=State.SECOND_ASKED, second_asked_on=on)
    return replace(one, state=State.ASKED, first_asked_on=on)


def answered(one: Introduction, *, yes: bool, words: str, on: date) -> Introduction:
    """Whoever was asked said yes or no, with these words; a no closes it."""
    to_second = one.state is State.SECOND_ASKED
    said = {"second_answer" if to_second else "first_answer": words.strip()}
    state = (State.BOTH_AGREED if to_second else State.AGREED) if yes else State.DECLINED
    return replace(one, state=state, closed_on=None if yes else on, **said)  # type: ignore[arg-type]


def introduced(one: Introduction, on: date) -> Introduction:
    """They know each other now."""
    return replace(one, state=State.INTRODUCED, introduced_on=on, closed_on=None)


def reopened(one: Introduction) -> Introduction:
    """From rest back to where it began: whoever was asked may be asked anew."""
    return replace(
        one, state=State.IDEA, closed_on=None, first_asked_on=None, second_asked_on=None, first_answer="",
        second_answer="",
    )  # fmt: skip


def stands(one: Introduction) -> State:
    """How far it is, with what followed from it: a talk, how it went, thanks."""
    if one.introduced_on is None:
        return one.state
    if one.by_me and one.thanked_on is not None:
        return State.THANKED
    return State.INTRODUCED if one.talked_on is None else State.TALKED


def tells_on(one: Introduction) -> date | None:
    """When whoever introduced the user hears how it went; None without a talk, or when they heard."""
    if one.by_me or one.talked_on is None or one.told_on is not None:
        return None
    return one.talked_on + TELL_AFTER
