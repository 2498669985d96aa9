"""Who would want this: how many of the first five are right beside plain full-text ranking, and how long it takes."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from statistics import mean
from typing import Any

from hallway.domain.events import Event
from hallway.domain.interactions import NewInteraction, Participant
from hallway.domain.people import NewPerson
from hallway.domain.programmes import Session
from hallway.store import programmes
from hallway.store.words import cut
from hallway.store.work import View, Work
from hallway.usecases import events, interactions, people, sharing
from hallway.usecases.desk import Desk
from tests.bench import books
from tests.bench.measuring import milliseconds, share
from tests.bench.rows import Row, beside_floor
from tests.bench.who_wanted import AMONG, FIELDS
from tests.makers import memory_desk

FIRST = 5
MOST_MILLISECONDS = 200
TEXTS = tuple((text, at) for at, field in enumerate(FIELDS) for text in field.texts)


def rows(scale: float) -> list[Row]:
    """The hit rates over sixty texts, and the time among all people of a large record."""
    desk = memory_desk()
    right = fill(desk)
    found = [
        _rate("a right one among the first five", desk, right, FIRST, 0.95),
        _rate("the first is right", desk, right, 1, 0.8),
    ]
    desk.database.close_thread()
    large = books.desk(books.book(books.scaled(scale)).home)
    taken = [milliseconds(lambda: large.ask(sharing.who_wants, text)) for text, _ in TEXTS]  # noqa: B023
    bare = [milliseconds(lambda: large.ask(plain_names, text)) for text, _ in TEXTS]  # noqa: B023
    large.close()
    words = "who would want it, among 10,000 people (p95; floor: plain FTS5)"
    return [*found, beside_floor(words, "ms", share(taken, 0.95), share(bare, 0.95), MOST_MILLISECONDS)]


def fill(desk: Desk) -> list[set[str]]:
    """Five people a field, each known in one way, and those between; returns the right names by field."""
    today = desk.clock.today()
    event = desk.do(events.add, Event("Fields 2026", today, today, kind="conference")).value
    right = []
    for at, field in enumerate(FIELDS):
        names = [f"{way} {at}" for way in ("Topic", "Other", "Talk", "Spoken", "Work")]
        add(desk, names[0], topics=(field.topic,))
        add(desk, names[1], topics=(field.other_topic,))
        speak(desk, event, add(desk, names[2]), field.talk)
        talk(desk, add(desk, names[3]), field.spoken)
        add(desk, names[4], organisation="A University", role=f"Researcher, {field.work}")
        right.append(set(names))
    for at, (topic, spoken) in enumerate(AMONG):
        talk(desk, add(desk, f"Between {at}", topics=(topic,)), spoken)
    return right


def add(desk: Desk, name: str, **more: Any) -> int:
    return desk.do(people.add, NewPerson(name, **more)).value


def talk(desk: Desk, person_id: int, words: str) -> None:
    on = desk.clock.today() - timedelta(days=40)
    desk.do(interactions.log, NewInteraction(on, (Participant(person_id),), summary=words))


def speak(desk: Desk, event_id: int, person_id: int, title: str) -> None:
    def write(step: Work) -> None:
        (session_id,) = programmes.add(step, event_id, [Session(title, desk.clock.today(), kind="talk")])
        programmes.link(step, [(session_id, person_id)])

    desk.do(write)


def _rate(words: str, desk: Desk, right: list[set[str]], among: int, at_least: float) -> Row:
    """For which share of the texts one of the first so many is right, ours beside plain full-text ranking."""
    ours, plain = (
        mean(bool(right[at].intersection(desk.ask(find, text)[:among])) for text, at in TEXTS)
        for find in (sharing_names, plain_names)
    )
    figure = f"who would want it, {words} (floor: plain FTS5)"
    return Row(figure, "", ours, plain, ours / plain, f"at least {at_least:g}", ours >= at_least and ours > plain)


def sharing_names(look: View, text: str) -> list[str]:
    return [one.name for one in sharing.who_wants(look, text)]


def plain_names(look: View, text: str) -> list[str]:
    """The floor: any word of the text in the index, by SQLite's own bm25, people's and moments' added up."""
    either = " OR ".join(f'"{word}"' for word in dict.fromkeys(cut(text)))
    weight: defaultdict[int, float] = defaultdict(float)
    for id_, rank in look.rows(
        "SELECT rowid, -bm25(person_words) FROM person_words WHERE person_words MATCH ? ORDER BY 2 DESC LIMIT 200",
        f"about : ({either})",
    ):
        weight[id_] += rank
    for id_, rank in look.rows(
        """SELECT x.person_id, m.rank FROM (SELECT rowid AS id, -bm25(moment_words) AS rank FROM moment_words
                WHERE moment_words MATCH ? ORDER BY 2 DESC LIMIT 200) m
             JOIN participant x ON x.interaction_id = m.id""",
        either,
    ):  # fmt: skip
        weight[id_] += rank
    best = sorted(weight, key=lambda id_: -weight[id_])[:FIRST]
    return [look.value("SELECT name FROM person WHERE id = ?", id_) for id_ in best]
