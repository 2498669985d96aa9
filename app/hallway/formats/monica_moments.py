"""What happened with somebody, as Monica 4 has it: calls, activities, conversations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hallway.domain.records import MomentRecord
from hallway.formats.limits import clipped
from hallway.formats.monica_parts import (
    Account,
    Thing,
    day_of,
    is_set,
    labelled,
    properties,
    said,
    sentence,
    things,
    values,
)

_UNDATED: Final = {"call": "Call", "met": "Activity", "message": "Conversation"}


def moments(person: Thing, lists: list[Thing], account: Account) -> tuple[tuple[MomentRecord, ...], list[str]]:
    """Everything with a day, the newest first, and lines of a note for what has none.

    The day of the last talk is there too, when nothing else happened then or later.
    """
    happened = [moment for listed in lists for moment in _of_list(listed, account)]
    found = sorted((one for one in happened if one.on), key=lambda one: one.on, reverse=True)
    lines = [labelled(f"{_UNDATED[one.kind]}, of an unknown day", one.summary) for one in happened if not one.on]
    last = day_of(properties(person), "last_talked_to")
    if last and all(one.on < last for one in found[:1]):
        found.insert(0, MomentRecord(last, "conversation"))
    return tuple(found), lines


def _of_list(listed: Thing, account: Account) -> Iterator[MomentRecord]:
    kind = said(listed, "type")
    if kind == "activity":
        for id_ in dict.fromkeys(id_ for id_ in values(listed.get("values")) if isinstance(id_, str)):
            moment = account.activity(id_)
            if moment and account.has_room(len(moment.summary)):
                yield moment
    elif kind in ("call", "conversation"):
        for one in map(properties, things(listed.get("values"))):
            yield from (_call(one),) if kind == "call" else _conversation(one, account)


def _call(one: Thing) -> MomentRecord:
    """What was said, and the feelings that Monica asks for."""
    summary = sentence(said(one, "content"), labelled("Felt", said(one, "emotions")))
    return MomentRecord(day_of(one, "called_at"), "call", summary, "in" if is_set(one, "contact_called") else "out")


def _conversation(one: Thing, account: Account) -> Iterator[MomentRecord]:
    """Each message of it, or only that there was one."""
    channel, day = account.kind_name(one, "contact_field_type"), day_of(one, "happened_at")
    messages = list(map(properties, things(one.get("messages"))))
    for message in messages:
        words = said(message, "content")
        summary = clipped(labelled(channel, words) if channel else words)
        direction = "out" if is_set(message, "written_by_me") else "in"
        yield MomentRecord(day_of(message, "written_at") or day, "message", summary, direction)
    if not messages:
        yield MomentRecord(day, "message", channel)
