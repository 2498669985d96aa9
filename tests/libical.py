"""The parser of Evolution, KDE and many more as a judge: libical 3, called by ctypes where the machine has it."""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, NamedTuple

import pytest

ANY_COMPONENT = 1


class Time(ctypes.Structure):
    """`struct icaltimetype`."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        *((name, ctypes.c_int) for name in ("is_date", "is_summer_time")),
        ("zone", ctypes.c_void_p),
    )


class Seen(NamedTuple):
    """One entry as libical reads it: moments by the file's own VTIMEZONE; `end` is DTEND or DUE."""

    component: str
    summary: str
    start: datetime | date | None
    end: datetime | date | None
    status: str


@cache
def library() -> Any:
    """The library. Skips where there is none (Debian: libical3)."""
    name = ctypes.util.find_library("ical") or "libical.so.3"
    try:
        found = ctypes.CDLL(name)
    except OSError:
        pytest.skip("libical is not installed")
    for function in (
        "icalparser_parse_string", "icalcomponent_get_first_component", "icalcomponent_get_next_component",
        "icalcomponent_get_first_property",
    ):  # fmt: skip
        getattr(found, function).restype = ctypes.c_void_p
    for function in (
        "icalcomponent_as_ical_string", "icalcomponent_get_summary", "icalcomponent_get_uid",
        "icalproperty_get_value_as_string", "icalcomponent_kind_to_string",
    ):  # fmt: skip
        getattr(found, function).restype = ctypes.c_char_p
    for function in ("icalcomponent_get_dtstart", "icalcomponent_get_dtend", "icalcomponent_get_due"):
        getattr(found, function).restype = Time
    found.icaltime_as_timet_with_zone.restype = ctypes.c_int64
    found.icaltime_as_timet_with_zone.argtypes = (Time, ctypes.c_void_p)
    return found


def judge(data: bytes) -> dict[str, Seen]:
    """Every entry by UID; fails on whatever libical objects to, in the syntax or in what RFC 5545 asks of components.

    Without the METHOD: for PUBLISH, RFC 5546 wants an ORGANIZER, and nobody's address goes into an export.
    """
    ical = library()
    root = ctypes.c_void_p(ical.icalparser_parse_string(data.replace(b"METHOD:PUBLISH\r\n", b"")))
    assert root, "libical reads nothing at all"
    try:
        is_sound = ical.icalrestriction_check(root) == 1 and ical.icalcomponent_count_errors(root) == 0
        says = _text(ical.icalcomponent_as_ical_string(root)).replace("\r\n ", "").split("\r\n")
        assert is_sound, [line for line in says if "X-LIC-ERROR" in line]
        return dict(_seen(ical, part) for part in _parts(ical, root) if _kind(ical, part) in ("VEVENT", "VTODO"))
    finally:
        ical.icalcomponent_free(root)


def _parts(ical: Any, root: ctypes.c_void_p) -> Iterator[ctypes.c_void_p]:
    part = ical.icalcomponent_get_first_component(root, ANY_COMPONENT)
    while part:
        yield ctypes.c_void_p(part)
        part = ical.icalcomponent_get_next_component(root, ANY_COMPONENT)


def _seen(ical: Any, part: ctypes.c_void_p) -> tuple[str, Seen]:
    kind = _kind(ical, part)
    end = ical.icalcomponent_get_dtend if kind == "VEVENT" else ical.icalcomponent_get_due
    start, last = _moment(ical, ical.icalcomponent_get_dtstart(part)), _moment(ical, end(part))
    summary, status = _text(ical.icalcomponent_get_summary(part)), _value(ical, part, "STATUS")
    return _text(ical.icalcomponent_get_uid(part)), Seen(kind, summary, start, last, status)


def _moment(ical: Any, read: Time) -> datetime | date | None:
    if not read.year:
        return None
    if read.is_date:
        return date(read.year, read.month, read.day)
    assert read.zone, "a moment without a zone"
    return datetime.fromtimestamp(ical.icaltime_as_timet_with_zone(read, read.zone), UTC)


def _kind(ical: Any, part: ctypes.c_void_p) -> str:
    return _text(ical.icalcomponent_kind_to_string(ical.icalcomponent_isa(part)))


def _value(ical: Any, part: ctypes.c_void_p, name: str) -> str:
    found = ical.icalcomponent_get_first_property(part, ical.icalproperty_string_to_kind(name.encode()))
    return _text(ical.icalproperty_get_value_as_string(ctypes.c_void_p(found))) if found else ""


def _text(words: bytes | None) -> str:
    return (words or b"").decode()
