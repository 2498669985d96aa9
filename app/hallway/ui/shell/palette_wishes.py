"""The first rows of the palette: a wish spelled out, one row for each person who may be meant, done with Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from hallway.domain.dates import say_day
from hallway.domain.interactions import Kind, NewInteraction, NewPromise, Participant
from hallway.domain.rhythm import say_rhythm
from hallway.domain.wishes import Verb, Wish
from hallway.ui.shell.palette_model import Row
from hallway.ui.shell.window import Window
from hallway.usecases import capturing, interactions, people, planning, promises, searching
from hallway.usecases.searching import Hit

MOST_PEOPLE = 4
LEAST_OF_A_NAME = 3
"""Letters without which the beginning of a longer text is no name."""
SECOND_KEYS = "Ctrl+Enter"
RowMaker = Callable[[Window, Wish, Hit], Row | None]


def wish_rows(window: Window, wish: Wish) -> list[Row]:
    """What Enter would do, spelled out; empty when nobody is meant."""
    rows = list(_rows(window, wish))
    keys = ("Enter", SECOND_KEYS)
    return [row._replace(keys=key) for row, key in zip(rows, keys, strict=False)] + rows[len(keys) :]


def say_reading(wish: Wish, today: date) -> str:
    """How a day was read: "Friday is 26 June"; empty without one."""
    if wish.on is None:
        return ""
    weekday, _, day = say_day(wish.on, today).partition(" ")
    return _t("{weekday} is {day}").format(weekday=weekday, day=day)


def _rows(window: Window, wish: Wish) -> Iterator[Row]:
    if wish.verb is Verb.MET:
        yield from _met(window, wish)
        return
    if wish.verb is Verb.PAUSE and not wish.whom:
        yield _pause_everything(window, wish)
        return
    wish, found = _meant(window, wish)
    if wish.verb is Verb.REACH_OUT and not found:
        yield _reach_new(window, wish)
    if wish.verb is Verb.ARCHIVE and len(found) != 1:
        return  # nobody is set aside by a slip
    for person in found:
        row = MAKERS[wish.verb](window, wish, person)
        if row is not None:
            yield row
    if len(found) == 1 and wish.verb in (Verb.FOLLOW_UP, Verb.CHECK_IN, Verb.LOG):
        yield _log_more(window, found[0])


def _meant(window: Window, wish: Wish) -> tuple[Wish, tuple[Hit, ...]]:
    """Who may be meant; of "samir ran into him" the beginning is a name, and the rest tells what happened."""
    words = wish.whom.split(" ")
    shortest = 0 if wish.verb is Verb.LOG and len(words[0]) >= LEAST_OF_A_NAME else len(words) - 1
    for length in range(len(words), shortest, -1):
        found = window.frame.bridge.ask(searching.people_named, " ".join(words[:length]), MOST_PEOPLE)
        if found:
            told = ": ".join(part for part in (" ".join(words[length:]).capitalize(), wish.words) if part)
            return (replace(wish, words=told) if length < len(words) else wish), found
    return wish, ()


def _follow_up(window: Window, wish: Wish, person: Hit) -> Row:
    words = _t("Follow up with {name} on {day}") if wish.on else _t("Follow up with {name}")
    text = _t("Follow up on {subject}").format(subject=wish.words) if wish.words else _t("Follow up")
    new = NewPromise(person.id, text, True, wish.on)
    return _row(_filled(words, window, wish, person), "reply", "blue",
                partial(window.frame.bridge.do, promises.add, new), detail=wish.words)  # fmt: skip


def _check_in(window: Window, wish: Wish, person: Hit) -> Row | None:
    if wish.on is None:
        return None
    words = _t("Check in with {name} on {day}")
    return _row(_filled(words, window, wish, person), "coffee", "green",
                partial(window.frame.bridge.do, people.fix_check_in, person.id, wish.on))  # fmt: skip


def _pause(window: Window, wish: Wish, person: Hit) -> Row:
    words = _t("Pause {name} up to {day}")
    return _row(_filled(words, window, wish, person), "pause", "amber", _pausing(window, wish, person.id))


def _pause_everything(window: Window, wish: Wish) -> Row:
    words = _t("Pause all check-ins up to {day}").format(day=say_day(wish.on or _today(window), _today(window)))
    return _row(words, "pause", "amber", _pausing(window, wish, None))


def _pausing(window: Window, wish: Wish, person_id: int | None) -> Callable[[], object]:
    start = _today(window)
    return partial(window.frame.bridge.do, planning.pause, start, wish.on or start, person_id=person_id)


def _rhythm(window: Window, wish: Wish, person: Hit) -> Row:
    words = _t("Be in touch with {name} {rhythm}").format(name=person.title, rhythm=say_rhythm(wish.days))
    return _row(words, "refresh-cw", "green", partial(window.frame.bridge.do, people.set_rhythm, person.id, wish.days))


def _log(window: Window, wish: Wish, person: Hit) -> Row:
    words = LOGGED.get(wish.kind, "Log a conversation with {name} on {day}")
    new = NewInteraction(wish.on or _today(window), (Participant(person.id),), wish.kind, wish.words)
    return _row(_filled(_t(words), window, wish, person), "message-circle", "green",
                partial(window.frame.bridge.do, interactions.log, new), detail=wish.words)  # fmt: skip


LOGGED = {
    Kind.CALL: "Log a call with {name} on {day}", Kind.VIDEO_CALL: "Log a video call with {name} on {day}",
    Kind.MESSAGE: "Log a message to {name} on {day}", Kind.INTERVIEW: "Log an interview with {name} on {day}",
}  # fmt: skip


def _archive(window: Window, wish: Wish, person: Hit) -> Row | None:
    if person.why != "by name":
        return None
    words = _t("Archive {name}").format(name=person.title)
    return _row(words, "archive", "slate", partial(window.frame.bridge.do, people.archive, [person.id]),
                detail=_t("nothing of them is lost"))  # fmt: skip


def _reach_out(window: Window, wish: Wish, person: Hit) -> Row:
    words = _t("Reach out to {name}…").format(name=person.title)
    return _row(words, "send", "blue", lambda: _open_outreach(window, person.id, wish.words), detail=wish.words)


def _reach_new(window: Window, wish: Wish) -> Row:
    """To somebody who is not in the record yet."""
    from hallway.domain.outreach import Outreach
    from hallway.usecases import outreach

    words = _t("Reach out to {name}, whom you have not met").format(name=wish.whom)
    new = Outreach(0, reason=wish.words)
    return _row(words, "send", "blue", partial(window.frame.bridge.do, outreach.reach_out_by_name, wish.whom, new),
                detail=wish.words)  # fmt: skip


def _open_outreach(window: Window, person_id: int, words: str) -> None:
    from hallway.domain.outreach import Outreach
    from hallway.ui.parts.outreach_form import open_outreach

    open_outreach(window.frame, one=Outreach(person_id, reason=words))


MAKERS: dict[Verb, RowMaker] = {
    Verb.FOLLOW_UP: _follow_up, Verb.CHECK_IN: _check_in, Verb.PAUSE: _pause, Verb.RHYTHM: _rhythm, Verb.LOG: _log,
    Verb.ARCHIVE: _archive, Verb.REACH_OUT: _reach_out,
}  # fmt: skip


def _met(window: Window, wish: Wish) -> Iterator[Row]:
    """Those already known by the name first, so that nobody is written down twice; then somebody new."""
    bridge = window.frame.bridge
    reading = bridge.ask(capturing.read, wish.words)
    name, place = reading.capture.name, reading.capture.organisation
    if not name:
        return
    at = reading.event.title if reading.event else _t("today")
    for person_id, known in reading.alike[:MOST_PEOPLE]:
        yield _row(_t("You met {name} again").format(name=known), "user-check", "green",
                   partial(bridge.do, capturing.save, wish.words, person_id), detail=at)  # fmt: skip
    words = _t("Add {name}, {place}").format(name=name, place=place) if place else _t("Add {name}").format(name=name)
    yield _row(words, "user-plus", "green", partial(bridge.do, capturing.save, wish.words),
               detail=_t("met {at}").format(at=at))  # fmt: skip


def _log_more(window: Window, person: Hit) -> Row:
    words = _t("Log what happened with {name}…").format(name=person.title)
    return _row(words, "message-circle", "green", lambda: _open_log(window, person.id))


def _open_log(window: Window, person_id: int) -> None:
    from hallway.ui.parts.log_panel import open_log

    open_log(window.frame, (person_id,))


def _filled(words: str, window: Window, wish: Wish, person: Hit) -> str:
    today = _today(window)
    return words.format(name=person.title, day=say_day(wish.on or today, today))


def _row(title: str, icon: str, hue: str, run: Callable[[], object], detail: str = "") -> Row:
    return Row(title, detail, icon, hue, run=run)


def _today(window: Window) -> date:
    return window.frame.bridge.desk.clock.today()


def _t(text: str) -> str:
    return QCoreApplication.translate("palette", text)
