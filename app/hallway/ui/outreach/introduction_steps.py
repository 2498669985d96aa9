"""What one can do next with an introduction: the main thing, the one beside it, and the rest in a menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from hallway.domain.introductions import AT_REST, Introduction, Next, State, turn
from hallway.domain.messages import Purpose
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.introduction_words import first_name
from hallway.ui.outreach.steps import Step
from hallway.ui.parts.message_panel import Writing, open_message
from hallway.usecases import introductions
from hallway.usecases.introductions import Page, message


def steps(frame: Frame, page: Page) -> tuple[Step, ...]:
    """The main step and the one beside it, as far as it has come."""
    do = partial(_do, frame, page.one)
    to_both = Step(_t("Write to both"), "handshake", lambda: _write_introduction(frame, page))
    were_introduced = Step(_t("I introduced them"), "check", do(introductions.introduced))
    was_introduced = Step(_t("They introduced me"), "handshake", do(introductions.introduced))
    found: dict[Next, tuple[Step, ...]] = {
        Next.ASK: (
            Step(_t("Write the question"), "send", lambda: _write_ask(frame, page)),
            Step(_t("I asked"), "check", do(introductions.asked)),
        ),
        Next.ANSWER: (
            Step(_t("They said yes"), "check", do(introductions.answered, yes=True)),
            Step(_t("They said no"), "x", do(introductions.answered, yes=False)),
        ),
        Next.INTRODUCE: (to_both, were_introduced) if page.one.by_me else (was_introduced,),
        Next.HEAR: (Step(_t("I heard how it went"), "message-circle", do(introductions.heard)),),
        Next.TALK: (Step(_t("We talked"), "message-circle", do(introductions.talked)),),
        Next.THANK: (
            Step(_t("Write thanks"), "heart", lambda: _write_thanks(frame, page)),
            Step(_t("I thanked them"), "check", do(introductions.thanked)),
        ),
        Next.TELL: (
            Step(_t("Write the news"), "send", lambda: _write_news(frame, page)),
            Step(_t("I told them"), "check", do(introductions.told)),
        ),
    }
    return found.get(page.next, ())


def more_steps(frame: Frame, page: Page) -> Iterator[tuple[Step, ...]]:
    """What stands in the menu, in groups."""
    one, do, go = page.one, partial(_do, frame, page.one), frame.navigator.go
    yield tuple(
        Step(_t("Go to {name}").format(name=name), "user-round", partial(go, Place("people", "person", id_)))
        for id_, name in ((one.first_id, one.first), (one.second_id, one.second))
    )
    if one.by_me:
        yield tuple(
            Step(_t("Copy the words about {name}").format(name=first_name(name)), "copy", partial(_copy, frame, words))
            for name, words in ((one.first, one.first_blurb), (one.second, one.second_blurb)) if words
        )  # fmt: skip
    elif one.introduced_on is None:
        words = _t("{name} introduced me already").format(name=first_name(one.first))
        yield (Step(words, "handshake", do(introductions.introduced)),)
    elif one.talked_on is None and page.next is not Next.TALK:
        yield (Step(_t("We talked"), "message-circle", do(introductions.talked)),)
    if one.state in AT_REST:
        yield (Step(_t("Take it up again"), "rotate-ccw", do(introductions.reopen)),)
    elif one.introduced_on is None:
        yield (Step(_t("Leave it for now"), "pause", do(introductions.rest)),)
    yield (Step(_t("Take it out of the record"), "trash-2", do(introductions.remove)),)


def _write_ask(frame: Frame, page: Page) -> None:
    name = turn(page.one)[1]
    purpose = Purpose.INTRODUCTION_REQUEST
    if page.one.by_me:
        purpose = Purpose.MAY_I_SECOND if page.one.state is State.AGREED else Purpose.MAY_I_FIRST
    done = _t("I asked {name}").format(name=first_name(name))
    hint = _t("An easy way to say no makes asking light.")
    writing = Writing(_t("Ask {name}").format(name=name), message(page.one, purpose), done, hint=hint)
    _write(frame, page.one, writing, introductions.asked)


def _write_introduction(frame: Frame, page: Page) -> None:
    one = page.one
    title = _t("Introduce {first} and {second}").format(first=one.first, second=one.second)
    hint = _t("Both said yes. One mail to both, and the rest is theirs.")
    wanted, done = message(one, Purpose.INTRODUCTION), _t("I introduced them")
    _write(frame, one, Writing(title, wanted, done, hint=hint, others=(one.second_id,)), introductions.introduced)


def _write_thanks(frame: Frame, page: Page) -> None:
    one = page.one
    title = _t("Thank {name}").format(name=f"{one.first}, {one.second}" if one.by_me else one.first)
    wanted, others = message(one, Purpose.THANKS_INTRODUCTION), tuple[int, ...]()
    if one.by_me:
        told = _t("telling me how it went")
        wanted = message(one, Purpose.THANKS_FAVOUR)
        wanted, others = wanted._replace(more={**wanted.more, "favour": told}), (one.second_id,)
    _write(frame, one, Writing(title, wanted, _t("I thanked them"), others=others), introductions.thanked)


def _write_news(frame: Frame, page: Page) -> None:
    title = _t("Tell {name} how it went").format(name=page.one.first)
    writing = Writing(title, message(page.one, Purpose.REFERRER), _t("I told them"))
    _write(frame, page.one, writing, introductions.told)


def _do(frame: Frame, one: Introduction, usecase: Callable[..., None], **more: object) -> Callable[[], object]:
    return lambda: frame.bridge.do(usecase, one.id, **more)


def _copy(frame: Frame, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    frame.bridge.said.emit(_t("Copied; paste it where you write."), False)


def _write(frame: Frame, one: Introduction, writing: Writing, usecase: Callable[..., None]) -> None:
    """The words are logged with the step."""
    window: Any = frame.catalogue.parent()
    run = lambda words: frame.bridge.do(usecase, one.id, words=words)  # noqa: E731
    open_message(frame.bridge, window, writing._replace(run=run))


def _t(text: str) -> str:
    return QCoreApplication.translate("introductions", text)
