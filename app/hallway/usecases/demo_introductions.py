"""The introductions and the mentor map of the made-up network, written for 23 June 2026 and moved with the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hallway.domain.introductions import Introduction, State
from hallway.domain.mentors import Need, shipped
from hallway.store import introductions, mentors
from hallway.store.work import Work

WRITTEN_FOR = date(2026, 6, 23)
DAYS = ("made_on", "first_asked_on", "second_asked_on", "introduced_on", "talked_on", "thanked_on", "closed_on")

INTRODUCTIONS: tuple[tuple[str, str, Introduction], ...] = (
    ("Adaeze Nwosu", "Rosalind Achterberg", Introduction(
        False, 0, 0, "The fund for early-career work on heat", State.INTRODUCED, made_on=date(2026, 6, 16),
        first_asked_on=date(2026, 6, 17), introduced_on=date(2026, 6, 18),
        first_blurb="Ines Okoye, PhD candidate at Ostra University. I study how shade and street trees keep walking "
        "routes cool, with open sensors and many helpers.",
    )),
    ("Adaeze Nwosu", "Kwabena Asante", Introduction(
        False, 0, 0, "How a small lab keeps a field campaign going", State.ASKED, made_on=date(2026, 6, 18),
        first_asked_on=date(2026, 6, 19), first_blurb="Ines Okoye, PhD candidate at Ostra University, builds and lends "
        "out temperature sensors.",
    )),
    ("Lucía Fernández-Ochoa", "Noor Haddad", Introduction(
        False, 0, 0, "What happens to a heat map once a planner has it", made_on=date(2026, 6, 22),
        first_blurb="Ines Okoye, PhD candidate at Ostra University, maps the cool side of the street.",
    )),
    ("Beatriz Nakamura", "Caoimhe Byrne", Introduction(
        True, 0, 0, "Species lists need sensors, sensors need trees", State.SECOND_ASKED, made_on=date(2026, 6, 17),
        first_asked_on=date(2026, 6, 17), first_answer="Gladly, before the field season ends",
        second_asked_on=date(2026, 6, 20),
        first_blurb="Beatriz Nakamura, researcher in urban forestry at Instituto Serra Azul. Keeps the longest list of "
        "street trees I know.",
        second_blurb="Caoimhe Byrne maintains the Open Sensor Library, and answers every question about firmware.",
    )),
    ("Hye-jin Seo", "João Pedro Tavares", Introduction(
        True, 0, 0, "Both read cities from satellites", State.INTRODUCED, made_on=date(2026, 5, 19),
        first_asked_on=date(2026, 5, 19), first_answer="Yes", second_asked_on=date(2026, 5, 21), second_answer="Yes",
        introduced_on=date(2026, 5, 28), talked_on=date(2026, 6, 12), outcome="They compare albedo maps now.",
        first_blurb="Hye-jin Seo, Hanbit Earth Observation Lab. Land surface temperature from satellites.",
        second_blurb="João Pedro Tavares, PhD candidate at Universidade da Ria. Albedo from satellites.",
    )),
)  # fmt: skip
"""The first of the two, or whoever introduces; the second; and the introduction."""

MAP = {
    "Career": ("Greta Solheim", "Adaeze Nwosu"), "Method": ("Tomasz Wieczorek",), "Feedback": ("Farzana Chowdhury",),
    "Peers": ("Samir El-Amrani", "Zanele Mthembu", "Farzana Chowdhury"), "Belonging": ("Sunniva Berge",),
}  # fmt: skip
NEXT_ASK = ("Writing", "Ask Eilidh MacInnes how she keeps a writing hour", date(2026, 6, 26))


def put(step: Work, today: date, new_uid: Callable[[], str]) -> None:
    """Write them down for the people who are there."""
    shift = today - WRITTEN_FOR
    known = dict(step.rows("SELECT name, id FROM person ORDER BY id DESC"))
    for first, second, one in INTRODUCTIONS:
        if first in known and second in known:
            introductions.add(step, _moved(one, known[first], known[second], shift), new_uid)
    if any(name in known for names in MAP.values() for name in names):
        _put_map(step, known, shift)


def _put_map(step: Work, known: dict[str, int], shift: timedelta) -> None:
    name, words, on = NEXT_ASK
    mentors.put(step, [Need(one.name, words, on + shift) if one.name == name else one for one in shipped()])
    for need in mentors.needs(step):
        for person in MAP.get(need.name, ()):
            if person in known:
                mentors.add_person(step, need.id, known[person])


def _moved(one: Introduction, first_id: int, second_id: int, shift: timedelta) -> Introduction:
    days = {name: getattr(one, name) + shift for name in DAYS if getattr(one, name) is not None}
    return replace(one, first_id=first_id, second_id=second_id, **days)
