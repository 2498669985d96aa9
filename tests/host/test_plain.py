"""Values travel as text and are the same afterwards, and no text makes anything but values."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.errors import Refused
from hallway.domain.import_rows import Decision, Problem
from hallway.domain.outreach import Meeting
from hallway.domain.records import Email, EntryKind, EventRecord, PersonRecord
from hallway.host.plain import OURS, PIECE, Packing, Unpacking
from hallway.usecases.reading import Manner

ZONES = st.sampled_from([
    None, UTC, timezone(timedelta(hours=-3, minutes=-30)), timezone(timedelta(0), "WET"), ZoneInfo("Europe/Berlin"),
    ZoneInfo("Asia/Kolkata"),
])  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False),
    st.text(alphabet=st.characters(exclude_categories=[])), st.binary(max_size=2 * PIECE), st.dates(),
    st.times(timezones=st.none()), st.timedeltas(),
    st.builds(lambda day, zone, fold: day.replace(tzinfo=zone, fold=fold), st.datetimes(), ZONES, st.integers(0, 1)),
    st.sampled_from([*Decision, *EntryKind]), st.builds(Email, st.text(), st.text()),
)  # fmt: skip
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(st.text(max_size=3), inner, max_size=3), st.frozensets(st.text(max_size=5), max_size=4),
        st.sets(st.integers(), max_size=4), st.builds(Problem, st.text(), st.text(), st.text(), st.text()),
    ),
    max_leaves=25,
)  # fmt: skip


def travelled(value: object, home: str = "hallway.domain.") -> Any:
    pieces: list[tuple[bytes, bytes]] = []
    text = Packing(lambda kind, data: pieces.append((kind, data))).text(value)
    unpacking = Unpacking(home)
    for kind, data in pieces:
        unpacking.take(kind, data)
    return unpacking.value(text)


def is_same(one: Any, other: Any) -> bool:
    """Equal, of the same kind, all the way down; a zone is the same zone and not only as far from UTC."""
    if type(one) is not type(other) or one != other:
        return False
    if isinstance(one, list | tuple):
        return all(map(is_same, one, other))
    if isinstance(one, dict):
        return all(is_same(one[key], other[key]) for key in one)
    if isinstance(one, datetime):
        return is_same(one.tzinfo, other.tzinfo) and one.fold == other.fold and one.tzname() == other.tzname()
    return True


@given(VALUES)
def test_a_value_comes_back_the_same(value: object) -> None:
    assert is_same(travelled(value), value)


@settings(max_examples=10)
@given(st.lists(st.text(max_size=2), min_size=PIECE - 2, max_size=PIECE + 2), st.integers(1, 3))
def test_long_tuples_go_in_pieces_and_come_back_whole(words: list[str], depth: int) -> None:
    value: tuple[object, ...] = tuple(words)
    for _ in range(depth):
        value = (value, tuple(Email(word) for word in words), *([b"x" * 2 * PIECE] * (PIECE + 1)), value)
    assert travelled(value) == value


def test_records_of_every_shape_come_back() -> None:
    moment = datetime(2026, 6, 17, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    for value in (
        PersonRecord("Ines Ångström", emails=(Email("ines@lund.example", "work"),), photo=b"\x89PNG" * 1000),
        EventRecord("Talk", moment, date(2026, 6, 18), time_zone="Europe/Berlin"),
        Meeting(*range(len(Meeting._fields))), time(9, 30, fold=1), MappingProxyType({"a": 1}),
    ):  # fmt: skip
        back = travelled(value)
        assert back == value
        assert type(back) is type(value) or type(value) is MappingProxyType
    assert travelled(EntryKind.PROMISE) is EntryKind.PROMISE
    assert travelled(moment).tzinfo is moment.tzinfo


def test_what_is_asked_may_be_a_record_of_any_floor_and_what_is_answered_may_not() -> None:
    manner = Manner("Europe/Berlin", date(2026, 6, 17), own=frozenset({"ines"}))
    assert travelled(manner, OURS) == manner
    with pytest.raises(ValueError, match="no kind"):
        travelled(manner)


@pytest.mark.parametrize("value", [object(), Refused("x"), Refused, print, 1j, bytearray(b"x"), range(3), memoryview])
def test_what_is_no_record_does_not_travel(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        travelled((value,))


TELLING = [
    "hallway.domain.records:Email", "hallway.domain.records:PersonRecord", "hallway.domain.records:EntryKind",
    "hallway.domain.records:field", "hallway.domain.records:Callable", "hallway.domain.errors:Refused",
    "hallway.domain.importing:decide", "hallway.domain.folding:fold", "hallway.domain.records:__builtins__",
    "hallway.host.apart:call", "hallway.domain.nowhere:Email", "hallway.domain.:x", "os:system", "builtins:exec",
    "bytes", "pieces", "date", "datetime", "time", "timedelta", "timezone", "zone", "list", "dict", "set", "frozenset",
    "",
]  # fmt: skip
STRANGE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=5), st.just("touch /tmp/x")),
    lambda inner: st.one_of(
        st.lists(inner, max_size=5), st.dictionaries(st.sampled_from(TELLING), inner, max_size=2)
    ),
    max_leaves=20,
)  # fmt: skip


def is_harmless(value: object) -> bool:
    """Plain, or a record of the domain, all the way down."""
    if isinstance(value, list | tuple | set | frozenset):
        return all(map(is_harmless, value))
    if isinstance(value, dict):
        return all(is_harmless(key) and is_harmless(one) for key, one in value.items())
    plain = (str, int, float, bytes, type(None), date, time, timedelta, timezone, ZoneInfo)
    ours = type(value).__module__.startswith("hallway.domain.") and (is_dataclass(value) or isinstance(value, Enum))
    return isinstance(value, plain) or ours


@given(STRANGE)
def test_f17_whatever_is_told_becomes_harmless_values_or_nothing(told: object) -> None:
    try:
        value = Unpacking().value(json.dumps(told).encode())
    except Exception:
        return
    assert is_harmless(value)


@pytest.mark.parametrize(
    "told",
    [
        "", "[", "{}", '{"a": 1, "b": 2}', '{"os:system": ["true"]}', '{"builtins:exec": ["1/0"]}', "[" * 100_000,
        '{"hallway.domain.records:field": []}', '{"hallway.domain.records:dataclass": [3]}', '{"pieces": [0]}',
        '{"hallway.domain.errors:Refused": ["x"]}', '{"hallway.host.files:Path": ["x"]}', '{"bytes": 0}',
        '{"zone": ["../../etc/passwd"]}', '{"date": ["2026-02-30"]}', "9" * 10_000, '{"timedelta": [1e300]}',
        '{"hallway.domain.records:Email": ["a", "b", "c"]}', '{"dict": [[{"list": []}, 1]]}',
        b"\x80\x04.".decode("latin-1"),
    ],
)  # fmt: skip
def test_f17_what_is_no_value_raises(told: str) -> None:
    with pytest.raises(Exception):  # noqa: B017 - whichever, `apart` takes it for no answer
        Unpacking().value(told.encode("latin-1"))
