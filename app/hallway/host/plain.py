"""Values as plain text and back, between Hallway and a process it does not trust: only data travels, never code.

A tuple is a JSON list, and whatever JSON does not know is an object of one key that names its kind. Long tuples and
long bytes go ahead in pieces of their own, so that neither end ever holds the whole text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum
from importlib import import_module
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final
from zoneinfo import ZoneInfo

PIECE: Final = 500
"""The longest tuple, and the most bytes, that stay where they are."""

TEXT, BYTES = b"T", b"B"
"""What a piece holds: text of a tuple, or bytes as they are."""

Send = Callable[[bytes, bytes], None]
"""Called as `send(kind, data)` with each piece, before the text that needs it."""

OURS, DOMAIN = "hallway.", "hallway.domain."
"""Whose records may be made: of all of Hallway when it asks, of the domain alone when it is answered."""

_AS_IT_IS: Final = frozenset({str, int, float, bool, type(None)})


class Packing:
    """Turns values into text; their pieces are sent ahead and numbered from 0 on."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._sent = 0

    def text(self, value: object) -> bytes:
        """The text of a value. Raises TypeError for what is neither plain nor a record of Hallway's."""
        return json.dumps(self._plain(value), separators=(",", ":")).encode("ascii")

    def _plain(self, value: Any) -> object:
        kind = value.__class__
        if kind in _AS_IT_IS:
            return value
        if kind is tuple:
            return self._all(value) if len(value) <= PIECE else {"pieces": self._pieces(value)}
        if kind is bytes:
            return {"bytes": value.decode("latin-1") if len(value) <= PIECE else self._ahead(BYTES, value)}
        name, take_apart = _PARTS.get(kind) or _parts_of(kind)
        return {name: self._all(take_apart(value))}

    def _all(self, values: Sequence[Any]) -> list[object]:
        return [value if value.__class__ is str else self._plain(value) for value in values]

    def _pieces(self, values: tuple[Any, ...]) -> list[int]:
        return [self._ahead(TEXT, self.text(values[at : at + PIECE])) for at in range(0, len(values), PIECE)]

    def _ahead(self, kind: bytes, data: bytes) -> int:
        self._send(kind, data)
        self._sent += 1
        return self._sent - 1


class Unpacking:
    """Turns text into values. Whatever the text may be, it makes plain values and records of that home only."""

    def __init__(self, home: str = DOMAIN) -> None:
        self._home = home
        self._ahead: dict[int, Any] = {}
        self._taken = 0
        self._makers: dict[str, Callable[[Any], object]] = dict(_MAKERS)
        self._makers |= {"pieces": self._joined, "bytes": self._bytes}

    def take(self, kind: bytes, data: bytes) -> None:
        """Keep a piece for the text that will need it. Raises what `value` raises."""
        self._ahead[self._taken] = data if kind == BYTES else self.value(data)
        self._taken += 1

    def value(self, text: bytes) -> Any:
        """The value of a text. Raises an exception of whatever class when it is none (ValueError, TypeError, …)."""
        return _settled(json.loads(text, object_hook=self._made))

    def _made(self, told: dict[str, Any]) -> object:
        ((name, parts),) = told.items()
        make = self._makers.get(name)
        if make is None:
            make = self._makers[name] = _maker(name, self._home)
        return make(parts)

    def _joined(self, numbers: list[int]) -> tuple[object, ...]:
        return tuple(one for number in numbers for one in self._ahead.pop(number))

    def _bytes(self, told: str | int) -> bytes:
        if isinstance(told, str):
            return told.encode("latin-1")
        data = self._ahead.pop(told)
        if not isinstance(data, bytes):
            raise TypeError("this piece holds no bytes")
        return data


class _Listed(list[Any]):
    """A list that shall stay one, while all others in the text are tuples."""


def _settled(value: Any) -> Any:
    if value.__class__ is list:
        return tuple(map(_settled, value))
    return list(value) if value.__class__ is _Listed else value


# --- what has a kind of its own ----------------------------------------------------------------------------


def _local(moment: datetime | time) -> str:
    return moment.replace(tzinfo=None).isoformat()


_PARTS: dict[type, tuple[str, Callable[[Any], Sequence[Any]]]] = {
    list: ("list", tuple),
    set: ("set", tuple),
    frozenset: ("frozenset", tuple),
    dict: ("dict", lambda value: tuple(value.items())),
    MappingProxyType: ("dict", lambda value: tuple(value.items())),
    date: ("date", lambda value: (value.isoformat(),)),
    datetime: ("datetime", lambda value: (_local(value), value.tzinfo, value.fold)),
    time: ("time", lambda value: (_local(value), value.tzinfo, value.fold)),
    timedelta: ("timedelta", lambda value: (value.days, value.seconds, value.microseconds)),
    timezone: ("timezone", lambda value: (value.utcoffset(None), value.tzname(None))),
    ZoneInfo: ("zone", lambda value: (value.key,)),
}
"""By kind: its name, and what it is made of; records are noted here as they are met."""

_MAKERS: Final[dict[str, Callable[[Any], object]]] = {
    "list": lambda parts: _Listed(map(_settled, parts)),
    "set": lambda parts: set(_settled(parts)),
    "frozenset": lambda parts: frozenset(_settled(parts)),
    "dict": lambda parts: dict(_settled(parts)),
    "date": lambda parts: date.fromisoformat(parts[0]),
    "datetime": lambda parts: datetime.fromisoformat(parts[0]).replace(tzinfo=parts[1], fold=parts[2]),
    "time": lambda parts: time.fromisoformat(parts[0]).replace(tzinfo=parts[1], fold=parts[2]),
    "timedelta": lambda parts: timedelta(*parts),
    "timezone": lambda parts: UTC if parts == [timedelta(0), "UTC"] else timezone(*parts),
    "zone": lambda parts: ZoneInfo(parts[0]),
}


def _parts_of(kind: type) -> tuple[str, Callable[[Any], Sequence[Any]]]:
    if not kind.__module__.startswith(OURS):
        raise TypeError(f"{kind.__name__} is neither plain nor Hallway's")
    names = ["value"] if issubclass(kind, Enum) else _names(kind)
    get = attrgetter(*names) if names else lambda value: ()
    parts = f"{kind.__module__}:{kind.__qualname__}", get if len(names) != 1 else lambda value: (get(value),)
    _PARTS[kind] = parts
    return parts


def _names(kind: type) -> list[str]:
    if is_dataclass(kind) and all(one.init and not one.kw_only for one in fields(kind)):
        return [one.name for one in fields(kind)]
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return list(kind._fields)
    raise TypeError(f"{kind.__name__} is no record")


def _maker(name: str, home: str) -> Callable[[Any], object]:
    """What makes a record or a member of an enumeration of that home. Raises for every other name."""
    module, _, called = name.partition(":")
    if not module.startswith(home):
        raise ValueError("no kind of value that Hallway knows")
    kind = getattr(import_module(module), called)
    if not isinstance(kind, type) or kind.__module__ != module:
        raise TypeError("no class of that home")
    if issubclass(kind, Enum):
        return lambda parts: kind(_settled(parts[0]))
    _names(kind)
    return lambda parts: kind(*[one if one.__class__ is str else _settled(one) for one in parts])
