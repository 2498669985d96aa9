"""What a reading says, as values for the panel's rows, and the ways in which one of them can be corrected."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from hallway.domain.capture import Capture, CapturedPromise, Told
from hallway.domain.dates import say_day
from hallway.ui.capture.readings import Value

KINDS = ("name", "organisation", "role", "topic", "promise", "note")
"""What a part of the line can be told to be."""


def kind_words(kind: str) -> str:
    """What a kind is called in the menu of a chip."""
    return {
        "name": _tr("Their name"), "organisation": _tr("Where they work"), "role": _tr("What they do"),
        "topic": _tr("An interest"), "promise": _tr("Something to follow up"), "note": _tr("What you talked about"),
    }[kind]  # fmt: skip


def values_of(capture: Capture, line: str, today: date) -> dict[str, tuple[Value, ...]]:
    """The values of every row that the line itself fills."""

    def typed(*kinds: str) -> tuple[Value, ...]:
        words = [line[span.start : span.end] for span in capture.spans if span.kind in kinds]
        return tuple(Value(" ".join(one.split()).lstrip("#@"), one) for one in words)

    names = zip(capture.names, typed("name"), strict=False)
    places = typed("organisation")
    return {
        "name": tuple(Value(name, part.typed) for name, part in names),
        "organisation": (Value(capture.organisation, places[0].typed),) if places else (),
        "role": typed("role"),
        "topics": typed("topic"),
        "note": typed("note"),
        "promise": tuple(Value(_promise(one, today), one.typed) for one in capture.promises),
        "reach": typed("email", "phone", "profile"),
    }


def sources_of(capture: Capture) -> dict[str, str]:
    """Where each row's values come from; a guess is called one."""
    guessed = {span.kind for span in capture.spans if not span.sure}
    dates = [f"“{one.words}”" for one in capture.promises if one.words]
    guess = _tr("a guess")
    return {
        "name": guess if "name" in guessed else _tr("first words"),
        "organisation": guess if "organisation" in guessed else _tr("the place"),
        "role": _tr("your words"),
        "topics": _tr("after #"),
        "note": _tr("the rest"),
        "promise": ", ".join(dates) or _tr("your words"),
        "reach": _tr("as written"),
    }


def corrected(told: tuple[Told, ...], typed: str, kind: str) -> tuple[Told, ...]:
    """The corrections with one more; what was said of these words before does not count any longer."""
    words = typed if kind in ("note", "promise") else typed.strip("@#() ")
    return (*(one for one in told if one.text not in typed and typed not in one.text), Told(words, kind))


def _promise(one: CapturedPromise, today: date) -> str:
    words = ", ".join(filter(None, [one.text, say_day(one.due, today) if one.due else ""]))
    return words if one.by_me else _tr("From them: {promise}").format(promise=words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Capture", text)
