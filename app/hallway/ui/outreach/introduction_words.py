"""What introductions are called on the screen: how far one is, and each of its steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from hallway.domain.introductions import Introduction, Next, State, next_of, stands
from hallway.ui.parts.outreach_words import long_ago

DONE, NOW, LATER = "done", "now", "later"


class Step(NamedTuple):
    """A step of the story: what it is, whether it is done, the day, and what was said."""

    words: str
    how: str
    on: date | None = None
    said: str = ""


def first_name(name: str) -> str:
    """ "Ada" of "Ada Adeyemi"."""
    return next(iter(name.split()), name)


def title_of(one: Introduction) -> str:
    """ "Ada Adeyemi and Bo Bakker", or "Bo Bakker, through Ada Adeyemi"."""
    pattern = _t("{first} and {second}") if one.by_me else _t("{second}, through {first}")
    return pattern.format(first=one.first, second=one.second)


def state_words(one: Introduction, today: date) -> str:
    """How far it is: "Asked Ada", "Introduced 18 Jun"."""
    first, second = first_name(one.first), first_name(one.second)
    words = {
        State.IDEA: _t("An idea"), State.ASKED: _t("Asked {first}"), State.AGREED: _t("{first} said yes"),
        State.SECOND_ASKED: _t("Asked {second}"), State.BOTH_AGREED: _t("Both said yes"),
        State.INTRODUCED: _t("Introduced {day}"),
        State.TALKED: _t("Heard how it went") if one.by_me else _t("Talked {day}"),
        State.THANKED: _t("Thanked"), State.DECLINED: _t("A no, which is fine"), State.RESTING: _t("Left for now"),
    }[stands(one)]  # fmt: skip
    on = one.talked_on if stands(one) is State.TALKED else one.introduced_on
    return words.format(first=first, second=second, day=long_ago(on, today) if on else "")


def steps_of(one: Introduction) -> tuple[Step, ...]:
    """The whole story, what is done first; one at rest ends where it rests."""
    found = list(_made(one) if one.by_me else _asked_for(one))
    if stands(one) in (State.DECLINED, State.RESTING):
        found = [step for step in found if step.how == DONE]
        words = _t("A no, which is fine") if one.state is State.DECLINED else _t("Left for now")
        said = one.first_answer if one.second_asked_on is None else one.second_answer
        return (*found, Step(words, NOW, one.closed_on, said if one.state is State.DECLINED else ""))
    at = next((place for place, step in enumerate(found) if step.how != DONE), len(found))
    return tuple(step._replace(how=NOW) if place == at else step for place, step in enumerate(found))


def _made(one: Introduction) -> Iterator[Step]:
    first, second = first_name(one.first), first_name(one.second)
    done = _passed(one)
    yield _step(_t("Ask {name}"), _t("You asked {name}"), first, done > 0, one.first_asked_on)
    yield _step(_t("{name}’s answer"), _t("{name} said yes"), first, done > 1, None, one.first_answer)
    yield _step(_t("Ask {name}"), _t("You asked {name}"), second, done > 2, one.second_asked_on)
    yield _step(_t("{name}’s answer"), _t("{name} said yes"), second, done > 3, None, one.second_answer)
    yield _step(_t("Introduce them"), _t("You introduced them"), "", done > 4, one.introduced_on)
    yield _step(_t("How did it go?"), _t("You heard how it went"), "", one.talked_on is not None, one.talked_on)
    yield _step(_t("Thank them"), _t("You thanked them"), "", one.thanked_on is not None, one.thanked_on)


def _asked_for(one: Introduction) -> Iterator[Step]:
    first, second = first_name(one.first), first_name(one.second)
    done = 5 if one.introduced_on else _passed(one)
    if one.first_asked_on is not None or one.introduced_on is None:
        yield _step(_t("Ask {name}"), _t("You asked {name}"), first, done > 0, one.first_asked_on)
        yield _step(_t("{name}’s answer"), _t("{name} said yes"), first, done > 1, None, one.first_answer)
    yield _step(_t("{name} introduces you"), _t("{name} introduced you"), first, done > 4, one.introduced_on)
    yield _step(_t("Thank {name}"), _t("You thanked {name}"), first, one.thanked_on is not None, one.thanked_on)
    yield _step(_t("Talk with {name}"), _t("You talked with {name}"), second, one.talked_on is not None, one.talked_on)
    told = one.told_on is not None
    yield _step(_t("Tell {name} how it went"), _t("You told {name} how it went"), first, told, one.told_on)


def _passed(one: Introduction) -> int:
    """How many of the steps before the two know each other are done, also when it ended there."""
    if one.introduced_on is not None:
        return 5
    by_state = {State.ASKED: 1, State.AGREED: 2, State.SECOND_ASKED: 3, State.BOTH_AGREED: 4}
    if one.state not in (State.DECLINED, State.RESTING):
        return by_state.get(one.state, 0)
    return 3 if one.second_asked_on is not None else 1 if one.first_asked_on is not None else 0


def _step(ahead: str, done: str, name: str, is_done: bool, on: date | None, said: str = "") -> Step:
    if not is_done:
        return Step(ahead.format(name=name), LATER)
    return Step(done.format(name=name), DONE, on, said)


def explained(one: Introduction) -> str:
    """What the next step is about, in a sentence; empty where the steps say it all."""
    name = first_name(one.first)
    return {
        Next.ASK: _t("Each is asked apart from the other, and a no is fine.") if one.by_me
        else _t("An easy way to say no makes asking light."),
        Next.INTRODUCE: _t("Both would like it. Bring them together, and leave the rest to them.") if one.by_me else "",
        Next.THANK: "" if one.by_me else _t("Thanks are welcome the day after, and at any time."),
        Next.TELL: _t("About a week after the talk, {name} may like to hear how it went.").format(name=name),
    }.get(next_of(one), "")  # fmt: skip


def _t(text: str) -> str:
    return QCoreApplication.translate("introductions", text)
