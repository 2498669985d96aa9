"""A programme of a thousand sessions: read, brought in, and brought up to date, beside a plain parse of the file."""

from __future__ import annotations

from random import Random
from xml.etree import ElementTree

from hallway.formats import schedule_xml
from hallway.store import programmes as store
from hallway.usecases import importing
from hallway.usecases.desk import Desk
from tests.bench import books
from tests.bench.bench_import import _name
from tests.bench.measuring import medians_in_turn, milliseconds
from tests.bench.rows import Row, against_floor, at_most, beside_floor

SESSIONS, SPEAKERS, ROOMS = 1_000, 700, 20
TIMES = 3
PROMISED = 3_000
FRAME = 16
MOST = 30
"""How many plain parses in C reading may take: every text is cleaned, every time read, every number compared."""


def rows(scale: float) -> list[Row]:
    """Reading alone, then all three stages among ten thousand people, first and newer version."""
    data, newer = programme(0), programme(15)
    reading, parsing = medians_in_turn((lambda: schedule_xml.read(data), lambda: ElementTree.fromstring(data)), TIMES)
    desk = books.desk(books.copy(books.book(books.scaled(scale))))
    first = milliseconds(lambda: brought_in(desk, data))
    again = milliseconds(lambda: brought_in(desk, newer))
    event_id = desk.database.rows("SELECT id FROM event ORDER BY id DESC")[0][0]
    shown = milliseconds(lambda: desk.ask(store.sessions, event_id))
    moved = desk.database.rows("SELECT count(*) FROM session WHERE start_time LIKE '%:15'")[0][0]
    desk.close()
    if moved < SESSIONS // 2:
        raise AssertionError("the newer version did not arrive")
    return [
        against_floor(f"{SESSIONS:,} sessions, reading", "ms", reading, parsing, MOST),
        beside_floor(f"{SESSIONS:,} sessions, brought in", "ms", first, parsing, PROMISED),
        beside_floor(f"{SESSIONS:,} sessions, all moved", "ms", again, parsing, PROMISED),
        at_most(f"{SESSIONS:,} sessions, looked at", "ms", shown, FRAME * 2),
    ]


def brought_in(desk: Desk, data: bytes) -> None:
    """Read, reviewed and applied."""
    review = desk.ask(importing.review, importing.read([("schedule.xml", data)]))
    desk.do(importing.apply, review)


def programme(minute: int) -> bytes:
    """A programme in XML; another minute makes a newer version in which everything moved."""
    random = Random(1)
    people = [f"{_name(random, 2)} {_name(random, 3)}" for _ in range(SPEAKERS)]
    days = "".join(_day(day, minute, people, random) for day in range(4))
    about = "<title>The large one</title><acronym>large26</acronym><time_zone_name>Europe/Berlin</time_zone_name>"
    return f"<schedule><conference>{about}<start>2026-09-15</start></conference>{days}</schedule>".encode()


def _day(day: int, minute: int, people: list[str], random: Random) -> str:
    numbers = range(day * SESSIONS // 4, (day + 1) * SESSIONS // 4)
    rooms = []
    for room in range(ROOMS):
        events = "".join(_event(at, day, minute, people, random) for at in numbers[room::ROOMS])
        rooms.append(f'<room name="Hall {room}">{events}</room>')
    return f'<day index="{day + 1}" date="2026-09-{15 + day}">{"".join(rooms)}</day>'


def _event(at: int, day: int, minute: int, people: list[str], random: Random) -> str:
    speakers = "".join(f'<person id="{one}">{people[one]}</person>' for one in random.sample(range(SPEAKERS), 2))
    clock = f"{9 + at % 9:02}:{minute:02}"
    text = "&lt;p&gt;" + "Of rivers, and of what they carry. " * (10 + at % 20) + "&lt;/p&gt;"
    return (
        f'<event guid="guid-of-{at:04}" id="{at}"><date>2026-09-{15 + day}T{clock}:00+02:00</date>'
        f"<start>{clock}</start><duration>00:45</duration><title>Session {at} of {_name(random, 4)}</title>"
        f"<track>Track {at % 30}</track><type>lecture</type><abstract>{text}</abstract>"
        f"<persons>{speakers}</persons></event>"
    )
