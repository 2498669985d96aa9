"""The final bytes of an export, at each level and in each form, against the grammar of RFC 5545 and RFC 7986."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from tests.calendar_corpus import FILES, TITLES, File, files

TEXT = r":(?:[^\x00-\x08\x0a-\x1f\x7f\\;,]|\\[\\;,nN])*"
UTC = r":\d{8}T\d{6}Z"
WHEN = rf"(?:;VALUE=DATE:\d{{8}}|;TZID=[A-Za-z_/-]+:\d{{8}}T\d{{6}}|{UTC})"
LENGTH = r":-?PT(?:\d+H)?(?:\d+M)?(?<!T)"
ONE, MAY = (1, 1), (0, 1)

SHARED = {
    "UID": (TEXT, ONE), "DTSTAMP": (UTC, ONE), "LAST-MODIFIED": (UTC, ONE), "SEQUENCE": (r":\d+", ONE),
    "SUMMARY": (TEXT, ONE), "DESCRIPTION": (TEXT, MAY), "LOCATION": (TEXT, MAY),
    "URL": (r":(?:https://|hallway:person/)[!-~]+", MAY),
    "CATEGORIES": (TEXT, MAY),
}  # fmt: skip
HALF = {
    "DTSTART": (r":\d{8}T\d{6}", ONE), "RRULE": (r":FREQ=YEARLY;[A-Z0-9=,;-]+", MAY), "TZNAME": (TEXT, ONE),
    "TZOFFSETFROM": (r":[+-]\d{4}", ONE), "TZOFFSETTO": (r":[+-]\d{4}", ONE),
}  # fmt: skip
GRAMMAR: dict[str, dict[str, tuple[str, tuple[int, int]]]] = {
    "VCALENDAR": {
        "VERSION": (":2\\.0", ONE), "PRODID": (":-//Hallway//Hallway//EN", ONE), "CALSCALE": (":GREGORIAN", ONE),
        "METHOD": (":PUBLISH", ONE), "NAME": (TEXT, ONE), "X-WR-CALNAME": (TEXT, ONE),
        "REFRESH-INTERVAL": (f";VALUE=DURATION{LENGTH}", ONE), "X-PUBLISHED-TTL": (LENGTH, ONE),
        "COLOR": (":[a-z]+", ONE), "X-APPLE-CALENDAR-COLOR": (":#[0-9A-F]{6}", ONE),
    },
    "VTIMEZONE": {"TZID": (":[A-Za-z_/-]+", ONE)},
    "STANDARD": HALF,
    "DAYLIGHT": HALF,
    "VEVENT": SHARED | {
        "DTSTART": (WHEN, ONE), "DTEND": (WHEN, MAY), "STATUS": (":(?:CONFIRMED|CANCELLED)", ONE),
        "TRANSP": (":(?:OPAQUE|TRANSPARENT)", ONE),
    },
    "VTODO": SHARED | {
        "DTSTART": (WHEN, MAY), "DUE": (WHEN, ONE), "STATUS": (":(?:NEEDS-ACTION|CANCELLED)", ONE),
    },
    "VALARM": {
        "ACTION": (":DISPLAY", ONE), "DESCRIPTION": (TEXT, ONE), "TRIGGER": (f"(?:;RELATED=END)?{LENGTH}", ONE),
    },
}  # fmt: skip
"""What may stand in each component: the rest of the line, and how often at least and at most."""

INSIDE = {"": "VCALENDAR", "VCALENDAR": "VTIMEZONE VEVENT VTODO", "VTIMEZONE": "STANDARD DAYLIGHT",
          "VEVENT": "VALARM", "VTODO": "VALARM", "STANDARD": "", "DAYLIGHT": "", "VALARM": ""}  # fmt: skip


@dataclass(slots=True)
class Part:
    """A component: its lines, and what is inside."""

    name: str
    lines: list[str] = field(default_factory=list)
    inside: list[Part] = field(default_factory=list)

    def walk(self) -> Iterator[Part]:
        yield self
        for one in self.inside:
            yield from one.walk()

    def value(self, name: str) -> str:
        """What comes after the name, with the parameters; nothing where there is no such line."""
        return next((line[len(name) :] for line in self.lines if re.split("[:;]", line)[0] == name), "")


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest) -> File:
    return files()[request.param]


def parts_of(file: File) -> Part:
    """The tree of components. Fails where BEGIN and END do not match."""
    root = Part("")
    path = [root]
    for line in file.export.data.decode().replace("\r\n ", "").split("\r\n")[:-1]:
        name, _, rest = line.partition(":")
        if name == "BEGIN":
            assert rest in INSIDE[path[-1].name].split(), line
            path[-1].inside.append(Part(rest))
            path.append(path[-1].inside[-1])
        elif name == "END":
            assert path.pop().name == rest
        else:
            path[-1].lines.append(line)
    assert path == [root] and root.lines == [] and len(root.inside) == 1
    return root.inside[0]


def test_every_line_is_folded_right(file: File) -> None:
    data = file.export.data
    assert data.endswith(b"END:VCALENDAR\r\n")
    physical = data.split(b"\r\n")[:-1]
    assert not any(b"\r" in line or b"\n" in line for line in physical)
    assert max(map(len, physical)) == 75
    assert all(line.strip(b" ") and line.decode() for line in physical)  # never inside a character


def test_every_line_is_one_that_its_component_may_have(file: File) -> None:
    for part in parts_of(file).walk():
        grammar = GRAMMAR[part.name]
        for line in part.lines:
            name = re.split("[:;]", line)[0]
            assert name in grammar and re.fullmatch(name + grammar[name][0], line), (part.name, line)
        counted = Counter(re.split("[:;]", line)[0] for line in part.lines)
        for name, (_, (least, most)) in grammar.items():
            assert least <= counted[name] <= most, (part.name, name, part.lines)


def test_head_names_the_calendar_twice(file: File) -> None:
    calendar = parts_of(file)
    assert calendar.lines[:2] == ["VERSION:2.0", "PRODID:-//Hallway//Hallway//EN"]
    assert calendar.value("NAME") == calendar.value("X-WR-CALNAME") == ":" + TITLES[0].replace(",", "\\,")


def test_each_zone_that_is_used_is_told_once_and_no_other(file: File) -> None:
    calendar = parts_of(file)
    told = [part.value("TZID")[1:] for part in calendar.inside if part.name == "VTIMEZONE"]
    used = set(re.findall(r"^[A-Z]+;TZID=([^:]+):", file.export.data.decode(), re.MULTILINE))
    assert sorted(told) == sorted(used) and len(used) > 8
    names = [part.name for part in calendar.inside]
    assert names[: len(told)] == ["VTIMEZONE"] * len(told)


def test_ends_are_of_the_kind_of_their_starts_and_after_them(file: File) -> None:
    for part in parts_of(file).inside:
        start, end = part.value("DTSTART"), part.value("DTEND") or part.value("DUE")
        if start and end:
            assert start.rpartition(":")[0] == end.rpartition(":")[0] and start < end, part.lines


def test_each_uid_is_there_once(file: File) -> None:
    uids = [part.value("UID") for part in parts_of(file).inside if part.value("UID")]
    assert len(set(uids)) == len(uids) == len(file.shows)
    assert all(uid.endswith("@hallway") for uid in uids)


def test_what_is_cancelled_rings_no_more(file: File) -> None:
    gone = [part for part in parts_of(file).inside if part.value("STATUS") == ":CANCELLED"]
    assert gone and not any(part.inside for part in gone)
    rings = [part for part in parts_of(file).walk() if part.name == "VALARM"]
    standing = [part for part in parts_of(file).inside if part.value("UID") and part not in gone]
    assert len(rings) == (0 if file.choice.style.alarm_minutes is None else len(standing))
