"""Who can help to reach somebody: five routes with their reasons among 10,000 people and 100,000 ties."""

from __future__ import annotations

from random import Random
from statistics import median

from hallway.domain.ties import KINDS
from hallway.store import network
from hallway.store.work import View, Work, unrecorded
from hallway.usecases import paths
from hallway.usecases.desk import Desk
from hallway.usecases.paths import Target
from tests.bench import books
from tests.bench.measuring import milliseconds, share
from tests.bench.rows import Row, beside_floor

MOST = 50
TIMES = 60
TIES_EACH = 10
CIRCLE, STRANGERS = 500, 200
"""So many of a circle in a row the user has not met: those amid them know hardly anybody whom the user knows."""


def rows(scale: float) -> list[Row]:
    """To people not met, to organisations and to topics; beside the bare reads of what lies around a person."""
    home = books.copy(books.book(books.scaled(scale)))
    desk = books.desk(home)
    tie_people(desk)
    random = Random(7)
    found = [
        _row(desk, f"path to {article}", [Target(kind, id_, "") for id_ in _some(desk, random, query)])
        for article, kind, query in TARGETS
    ]
    found.append(_row(desk, "path to a person amid strangers", _deep(desk)))
    desk.close()
    return found


TARGETS = (
    ("a person not met", "person", "SELECT id FROM person WHERE NOT known"),
    ("a person known", "person", "SELECT id FROM person WHERE known"),
    ("an organisation", "organisation", "SELECT id FROM organisation"),
    ("a topic", "topic", "SELECT id FROM topic"),
)


def tie_people(desk: Desk) -> None:
    """Ten ties for each person, near ones more often, as circles are; and some whom the user has not met."""
    random = Random(1)
    ids = [id_ for (id_,) in desk.database.rows("SELECT id FROM person ORDER BY id")]

    def write(step: Work) -> None:
        step.execute_many(
            "INSERT INTO tie (person_id, other_id, kind, since, until, source) VALUES (?, ?, ?, ?, '', '')",
            (
                (one, other, random.choice([*KINDS]), str(random.randint(2015, 2026)))
                for at, one in enumerate(ids)
                for other in _others(random, ids, at)
                if other != one
            ),
        )
        strangers = [id_ for at, id_ in enumerate(ids) if at % CIRCLE < STRANGERS]
        step.execute_many("UPDATE person SET known = 0 WHERE id = ?", [(id_,) for id_ in strangers])

    with unrecorded(desk.database, desk.clock.now()) as step:
        write(step)


def _others(random: Random, ids: list[int], at: int) -> list[int]:
    near = [ids[(at + random.randint(1, 60)) % len(ids)] for _ in range(TIES_EACH - 2)]
    return [*near, random.choice(ids), random.choice(ids)]


def _deep(desk: Desk) -> list[Target]:
    """Those whose whole surroundings are strangers."""
    ids = [id_ for (id_,) in desk.database.rows("SELECT id FROM person ORDER BY id")]
    amid = [id_ for at, id_ in enumerate(ids) if at % CIRCLE == STRANGERS // 2]
    return [Target("person", id_, "") for id_ in amid[:TIMES]]


def _some(desk: Desk, random: Random, query: str) -> list[int]:
    ids = [id_ for (id_,) in desk.database.rows(query)]
    return random.sample(ids, min(TIMES, len(ids)))


def _row(desk: Desk, name: str, targets: list[Target]) -> Row:
    desk.ask(paths.routes, targets[0])
    taken = [milliseconds(lambda: desk.ask(paths.routes, one)) for one in targets]  # noqa: B023
    floor = median(milliseconds(lambda: desk.ask(_bare, one.id)) for one in targets)  # noqa: B023
    return beside_floor(f"{name}, 5 routes (p95; floor: bare reads around one)", "ms", share(taken, 0.95), floor, MOST)


def _bare(look: View, id_: int) -> None:
    for query in (network.TIES, network.INTRODUCED_ME, network.INTRODUCED_THEM):
        look.rows(query, f"[{id_}]")
    look.rows(network.WORKED, f"[{id_}]", "", network.LARGEST)
    for query in (network.TOGETHER, network.PROGRAMME, network.MET_THERE):
        look.rows(query, f"[{id_}]", network.LARGEST)
    look.rows(network.SESSIONS, f"[{id_}]")
