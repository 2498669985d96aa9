"""What one can do next with an approach: the one main thing, the one beside it, and the rest in a menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from hallway.domain.messages import Purpose
from hallway.domain.outreach import AT_REST, STEPS, Outreach, State, Waiting
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.meeting_form import open_meeting
from hallway.ui.parts.message_panel import Writing, open_message
from hallway.ui.parts.outreach_form import open_outreach
from hallway.usecases import outreach
from hallway.usecases.messages import Wanted
from hallway.usecases.outreach import Page

NOBODY = Wanted("", 0)
"""Until it is known from the approach what is to be written."""


class Step(NamedTuple):
    """A step: what the button says, its icon, what it does."""

    words: str
    icon: str
    run: Callable[[], object]


def steps(frame: Frame, page: Page) -> tuple[Step, ...]:
    """The main step and the one beside it, as far as it has come."""
    one, move = page.one, _mover(frame, page.one)
    writing = Step(_t("Write the request"), "send", lambda: write_request(frame, one))
    date = Step(_t("Choose a date"), "calendar-days", lambda: open_meeting(frame.bridge, _window(frame), one))
    again = Step(_t("Write once more"), "send", lambda: write_again(frame, one))
    answered = Step(_t("They answered"), "reply", move(State.ANSWERED))
    talked = Step(_t("We talked"), "message-circle", move(State.TALKED))
    asked = Step(_t("I asked"), "check", move(State.ASKED))
    after_all = Step(_t("They answered after all"), "reply", move(State.ANSWERED))
    found: dict[State, tuple[Step, ...]] = {
        State.IDEA: (writing, asked), State.DRAFT: (writing, asked),
        State.ASKED: (again, answered) if page.waiting is Waiting.ONCE_MORE else (answered, date),
        State.ANSWERED: (Step(_t("They said yes"), "check", move(State.AGREED)), date), State.AGREED: (date,),
        State.SCHEDULED: (talked, Step(_t("Move the date"), "clock", date.run)) if one.meet_on else (date, talked),
        State.TALKED: (
            Step(_t("Write thanks"), "heart", lambda: write_thanks(frame, one)),
            Step(_t("I thanked them"), "check", move(State.THANKED)),
        ),
        State.THANKED: (
            Step(_t("Tell what came of it"), "send", lambda: write_outcome(frame, one)),
            Step(_t("I told them"), "check", move(State.TOLD)),
        ),
        State.NO_ANSWER: (after_all,), State.DECLINED: (after_all,),
    }  # fmt: skip
    return found.get(page.state, ())


def more_steps(frame: Frame, page: Page) -> Iterator[tuple[Step, ...]]:
    """What stands in the menu, in groups."""
    one, move, do, go = page.one, _mover(frame, page.one), frame.bridge.do, frame.navigator.go
    there = Place("people", "person", one.person_id)
    yield (
        Step(_t("Go to {name}").format(name=one.person), "user-round", lambda: go(there)),
        Step(_t("Change the plan…"), "pencil", lambda: open_outreach(frame, one=one)),
        Step(_t("Choose a date…"), "calendar-days", lambda: open_meeting(frame.bridge, _window(frame), one)),
    )
    if one.through_id and one.talked_on and not one.referrer_told_on:
        words = _t("I told {name} how it went").format(name=one.through)
        yield (Step(words, "handshake", lambda: do(outreach.tell_referrer, one.id)),)
    out = []
    if page.state in STEPS and one.asked_on is not None and one.talked_on is None:
        out = [
            Step(_t("No answer: let it rest"), "pause", move(State.NO_ANSWER)),
            Step(_t("They said no, which is fine"), "circle-check", move(State.DECLINED)),
        ]
    if page.state in AT_REST:
        out = [Step(_t("Make it an idea again"), "lightbulb", move(State.IDEA))]
    yield tuple(out)
    yield (Step(_t("Take off the board"), "trash-2", lambda: do(outreach.remove, one.id)),)


def write_request(frame: Frame, one: Outreach) -> None:
    """The request, as a draft; looking at it says that one is about to ask."""
    if one.state is State.IDEA:
        frame.bridge.note(outreach.move, one.id, State.DRAFT)
    hint = _t("Say first what connects you, ask for a little time, and not for a job.")
    title = _t("Ask {name} for {minutes} minutes").format(name=one.person, minutes=one.minutes)
    _write(frame, one, Purpose.REQUEST, Writing(title, NOBODY, _t("I asked"), _moved_to(frame, one, State.ASKED), hint))


def write_again(frame: Frame, one: Outreach) -> None:
    """One more line, the only one."""
    hint = _t("One more line is welcome. After that it rests.")
    title = _t("Write to {name} once more").format(name=one.person)
    run = partial(frame.bridge.do, outreach.write_once_more, one.id)
    _write(frame, one, Purpose.AGAIN, Writing(title, NOBODY, _t("I wrote"), run, hint))


def write_thanks(frame: Frame, one: Outreach) -> None:
    """Thanks, as a draft."""
    title, hint = _t("Thank {name}").format(name=one.person), _t("Name the one thing you will use.")
    run = _moved_to(frame, one, State.THANKED)
    _write(frame, one, Purpose.THANKS_INTERVIEW, Writing(title, NOBODY, _t("I thanked them"), run, hint))


def write_outcome(frame: Frame, one: Outreach) -> None:
    """What came of their advice, as a draft."""
    title = _t("Tell {name} what came of it").format(name=one.person)
    run = _moved_to(frame, one, State.TOLD)
    _write(frame, one, Purpose.OUTCOME, Writing(title, NOBODY, _t("I told them"), run))


def _mover(frame: Frame, one: Outreach) -> Callable[[State], Callable[[], object]]:
    return lambda to: lambda: frame.bridge.do(outreach.move, one.id, to)


def _moved_to(frame: Frame, one: Outreach, to: State) -> Callable[[str], object]:
    """The words are logged, and the approach goes on."""
    return lambda words: frame.bridge.do(outreach.move, one.id, to, words)


def _write(frame: Frame, one: Outreach, purpose: Purpose, writing: Writing) -> None:
    wanted = frame.bridge.ask(outreach.message, one, purpose)
    open_message(frame.bridge, _window(frame), writing._replace(wanted=wanted))


def _window(frame: Frame) -> Any:
    return frame.catalogue.parent()


def _t(text: str) -> str:
    return QCoreApplication.translate("outreach", text)
