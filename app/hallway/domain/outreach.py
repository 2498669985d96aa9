"""An approach to one person, from the idea to telling them what came of it, and when it is time to stop.

Nobody is pressed: after three working days without an answer there is somebody else to ask, after seven one may write
once more, and then it rests.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, StrEnum
from typing import Final, NamedTuple


class State(StrEnum):
    """How far an approach is. The last two are ways out, and both are fine."""

    IDEA = "idea"
    DRAFT = "about to ask"
    ASKED = "asked"
    ANSWERED = "answered"
    AGREED = "agreed"
    SCHEDULED = "scheduled"
    TALKED = "talked"
    THANKED = "thanked"
    TOLD = "told outcome"
    NO_ANSWER = "no answer"
    DECLINED = "declined"


STEPS: Final = tuple(State)[:-2]
AT_REST: Final = (State.NO_ANSWER, State.DECLINED)
LANES: Final = (
    (State.IDEA,),
    (State.DRAFT, State.ASKED, State.ANSWERED, State.AGREED),
    (State.SCHEDULED,),
    (State.TALKED,),
    (State.THANKED, State.TOLD),
)
"""The states that stand in each lane of the board; whoever comes into a lane takes its first."""

INTERVIEW: Final = "informational interview"
PURPOSES: Final = (INTERVIEW, "advice", "mentoring", "collaboration", "opportunity")
CHANNELS: Final = ("mail", "linkedin", "phone", "in person", "other")

MINUTES: Final = 20
NEXT_PERSON_AFTER, AGAIN_AFTER, REST_AFTER = 3, 7, 7
"""Working days: until somebody else may be asked, until one may write once more, and after that until it rests."""
REFERRER_AFTER, REFERRER_UNTIL = timedelta(days=7), timedelta(days=60)
SATURDAY: Final = 5
LONGEST_WAIT: Final = 60
"""Days beyond which nobody counts working days any more."""

DAY_OF: Final = {
    State.ASKED: "asked_on", State.ANSWERED: "answered_on", State.AGREED: "agreed_on", State.TALKED: "talked_on",
    State.THANKED: "thanked_on", State.TOLD: "told_on",
}  # fmt: skip
"""Where the day of a step is kept."""


@dataclass(frozen=True, slots=True)
class Outreach:
    """An approach to one person; `through` referred the user to them, `line` says what they do.

    `meet_time` is "HH:MM" on the clock of `meet_zone`, both may be empty; `minutes` is what was asked for.
    """

    person_id: int
    purpose: str = INTERVIEW
    channel: str = ""
    state: State = State.IDEA
    reason: str = ""
    hope: str = ""
    through_id: int | None = None
    made_on: date | None = None
    asked_on: date | None = None
    repeated_on: date | None = None
    answered_on: date | None = None
    agreed_on: date | None = None
    meet_on: date | None = None
    meet_time: str = ""
    meet_zone: str = ""
    meet_place: str = ""
    minutes: int = MINUTES
    talked_on: date | None = None
    thanked_on: date | None = None
    told_on: date | None = None
    referrer_told_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
    notes: str = ""
    interaction_id: int | None = None
    position: int = 0
    id: int = 0
    uid: str = ""
    person: str = ""
    line: str = ""
    through: str = ""

    @property
    def is_open(self) -> bool:
        """Whether something may still come of it."""
        return self.state not in (State.TOLD, *AT_REST)


class Meeting(NamedTuple):
    """When and where the two talk, and for how long."""

    on: date
    time: str = ""
    zone: str = ""
    place: str = ""
    minutes: int = MINUTES


class Approach(NamedTuple):
    """An approach as a day sees it: what one would ask, whom else one could ask, and whether the referrer is there."""

    one: Outreach
    questions: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    referrer: bool = True


class Waiting(Enum):
    """What an approach without an answer asks for."""

    NOTHING = 0
    NEXT_PERSON = 1
    ONCE_MORE = 2
    REST = 3


def lane_of(state: State) -> int:
    """The lane of the board in which a state stands, -1 for what is at rest."""
    return next((at for at, states in enumerate(LANES) if state in states), -1)


def moved(one: Outreach, to: State, on: date) -> Outreach:
    """The approach in another state: the day of the new step is kept, those of later ones are not.

    That one wrote once more is never forgotten, so that nobody is written to a third time.
    """
    if to in AT_REST:
        return replace(one, state=to, closed_on=on)
    later = STEPS[STEPS.index(to) + 1 :]
    changes: dict[str, date | None] = {DAY_OF[state]: None for state in later if state in DAY_OF}
    if to in DAY_OF and getattr(one, DAY_OF[to]) is None:
        changes[DAY_OF[to]] = on
    if State.TALKED in later:
        changes["referrer_told_on"] = None
    return replace(one, state=to, closed_on=None, **changes)  # type: ignore[arg-type]


def waiting(one: Outreach, today: date) -> Waiting:
    """What to do while no answer has come: somebody else after three working days, once more after seven, then rest."""
    if one.state is not State.ASKED or one.asked_on is None:
        return Waiting.NOTHING
    if one.repeated_on is not None:
        days = working_days(max(one.asked_on, one.repeated_on), today)
        return Waiting.REST if days >= REST_AFTER else Waiting.NOTHING
    days = working_days(one.asked_on, today)
    if days >= AGAIN_AFTER + REST_AFTER:
        return Waiting.REST
    if days >= AGAIN_AFTER:
        return Waiting.ONCE_MORE
    return Waiting.NEXT_PERSON if days >= NEXT_PERSON_AFTER else Waiting.NOTHING


def stands(one: Outreach, today: date) -> State:
    """How it stands on a day: what has waited long enough rests by itself."""
    return State.NO_ANSWER if waiting(one, today) is Waiting.REST else one.state


def working_days(since: date, until: date) -> int:
    """How many days from Monday to Friday lie after a day, up to another; counted no further than matters."""
    days = min((until - since).days, LONGEST_WAIT)
    return sum((since + timedelta(days=step)).weekday() < SATURDAY for step in range(1, days + 1))


def after_working_days(since: date, count: int) -> date:
    """The day that lies so many working days after another."""
    day = since
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day


def tells_referrer_on(one: Outreach) -> date | None:
    """When whoever referred the user hears how it went: seven days after the talk; None without anything to tell."""
    if one.talked_on is None or one.through_id is None or one.referrer_told_on is not None:
        return None
    return one.talked_on + REFERRER_AFTER
