"""A few people to look for, and everything that somebody may type."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import strategies as some

from hallway.domain import errors
from hallway.usecases import interactions, organisations, people, searching
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from hallway.usecases.people import PeopleFilter
from tests.makers import add_event, add_moment, add_person, memory_desk

NASTY = (
    '"', "'", '""', '"a', "O'Hara", "c++", "a@b.org", "+49 30", "", " ", "*", "a*", "(", ")", "a)", "NOT", "AND",
    "a OR", "NEAR(a b)", "name:ada", "{name} : a", "^a", "-a", "a -b", "%", "_", "\\", "\x00", "a\x00b", ";", "--",
    "a" * 60_000, "a " * 20_000, "\ud800", "🐝", "\u202eada", "山田", "ﷺ",
    "a\u0301", "\ufdd0", "ß", "İ", "ｱﾀﾞ", "😀😀", "\U0001e900x",
)  # fmt: skip
_LETTERS = some.text(some.characters(codec=None, exclude_categories=()), max_size=40)
_PIECES = some.lists(some.sampled_from([one for one in NASTY if len(one) < 50]) | _LETTERS, max_size=6).map("".join)
TEXTS = _LETTERS | _PIECES
"""Any letters there are, and signs that mean something to a search."""


def some_people() -> Desk:
    """A few people of many scripts, an event, and what happened."""
    desk = memory_desk()
    names = (
        "Łukasz O'Brien",
        "山田 太郎",
        "Åse Øygård",
        "José Núñez",
        "Müller-Lüdenscheidt Anna",
        "محمد علي",
        "नमस्ते देवी",
    )
    ids = [add_person(desk, name, notes=f"note of {name}", organisation="Uni Lund") for name in names]
    event = add_event(desk, "Looms & C++ 2026", venue="Málaga")
    add_moment(desk, *ids, summary="on mixed-effects models, see a@b.org", event_id=event)
    return desk


def ask_everywhere(desk: Desk, text: str) -> None:
    desk.ask(searching.find, text)
    desk.ask(searching.find_people, text)
    desk.ask(people.listed, PeopleFilter(words=text))
    desk.ask(interactions.timeline, TimelineFilter(words=text))
    desk.ask(organisations.listed, text)
    with suppress(errors.NotFound, errors.Ambiguous):
        desk.ask(people.named, text)
