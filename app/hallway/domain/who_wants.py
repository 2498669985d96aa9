"""Who would want an article, a call or an opening: people by how close what is known of them is to a text.

Classical retrieval: words are folded, cut and stemmed; a rare word weighs more than a common one (Robertson and Spärck
Jones 1976); many hits of one word weigh ever less (BM25, Robertson and Zaragoza 2009); topics weigh most, then talks
given, work, and what was spoken or written about. Abbreviations and near words are known from a small table.
Every reason is a fact of the record. What is private speaks for somebody, and is never quoted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from math import exp, log
from typing import Final, NamedTuple

from hallway.domain.dates import say_day
from hallway.domain.folding import fold
from hallway.domain.listing import listed

WORD: Final = re.compile(r"[^\W_]+")
LONGEST_TEXT: Final = 20_000
MOST_TERMS: Final = 48
"""Different words of a text that are looked for: the likeliest of a long one are enough."""

STOP_WORDS: Final = frozenset(
    """
    a about above after again all also am an and any approach are article as at based be been before being below
    between both but by call can could did do does down each few for from further had has have her here hers him
    his how i if in into is it its me more most my new no nor not of off on once only or other our out over own
    paper papers results same she should so some studies study such than that the their them then there these
    they this those through to too under until up upon us use used using very via was we were what when where
    which while who whom why will with within without work working works would you your als an auch auf aus bei
    das dem den der des die durch ein eine einem einen einer für im in ist mit nach nicht oder sind über und
    unter vom von war werden wie wird zu zum zur
    """.split()
)
SUFFIXES: Final = tuple(sorted(
    """ically icians ician icity ical ics ic ies ations ation ings ing ed es s ly ally al ists ist ments ment ities ity
       isations isation
       izations ization y ungen ung ische isch en e""".split(), key=len, reverse=True,
))  # fmt: skip
"""Endings of English and German words; an ending goes only where four letters stay."""
SHORTEST_STEM: Final = 4

NEAR: Final = (
    ("nlp", "natural language processing", "computational linguistics"), ("llm", "large language model"),
    ("ml", "machine learning"), ("ai", "artificial intelligence"), ("hci", "human computer interaction"),
    ("gis", "geographic information system", "spatial data"), ("rct", "controlled trial", "randomised trial"),
    ("eo", "earth observation", "remote sensing", "satellite"), ("uhi", "urban heat", "heat island"),
    ("citizen science", "participatory research", "community science", "volunteers"),
    ("public health", "epidemiology"), ("open science", "open data", "reproducibility"),
    ("mixed effects", "multilevel", "hierarchical model"), ("bayesian", "bayes"), ("statistics", "stats"),
    ("job", "position", "vacancy", "post"), ("phd", "doctoral", "doctorate"), ("postdoc", "postdoctoral"),
    ("grant", "funding", "fellowship"), ("climate change", "global warming"), ("transport", "mobility"),
    ("walking", "pedestrian", "walkability"), ("street tree", "urban forest", "canopy"),
    ("air quality", "air pollution"), ("sensor", "monitoring network"),
    ("interview", "qualitative"), ("mortality", "death"), ("teaching", "pedagogy"),
    ("gene", "genetic", "genomics"), ("protein", "proteomics"), ("mri", "magnetic resonance imaging"),
    ("seismology", "earthquake"), ("flood", "inundation"), ("drought", "water scarcity"),
)  # fmt: skip
"""What is nearly the same. A text that has one is taken to ask for the others, too, with less weight."""
NEARLY: Final = 0.5

WEIGHTS: Final = {"topic": 4.0, "talk": 2.5, "work": 1.6, "moment": 1.2, "note": 1.0}
SATURATION: Final = 1.2
WHOLE_TOPIC: Final = 2.0
"""A topic all of whose words stand in the text speaks twice."""
HALF: Final = 0.5
"""A topic of which more than this share stands in the text is told before any other."""
HALF_A_YEAR: Final = 180
MOST_REASONS, MOST_TOPICS = 3, 3


class Said(NamedTuple):
    """Something said or written on a day; `words` are shown to the user unless it is private."""

    on: date
    words: str
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of somebody; `talks` are titles with the event, `work` is role, unit and place."""

    person_id: int
    name: str
    topics: tuple[str, ...] = ()
    talks: tuple[tuple[str, str], ...] = ()
    work: str = ""
    notes: str = ""
    moments: tuple[Said, ...] = ()


class Match(NamedTuple):
    """Somebody who would want it, why, and which of that may be written to them."""

    person_id: int
    name: str
    weight: float
    reasons: tuple[str, ...]
    for_them: str = ""


def terms(text: str) -> list[str]:
    """The stems of a text in order, without what says nothing: "Shading street trees" gives shad, street, tree."""
    return [_stem(word) for word in WORD.findall(fold(text[:LONGEST_TEXT])) if word not in STOP_WORDS and len(word) > 1]


def asked(text: str) -> Mapping[str, float]:
    """The stems a text asks for, each with how much; near words and abbreviations count half."""
    found = terms(text)
    counted = Counter(found)
    wanted = {term: 1.0 + log(times) for term, times in counted.most_common(MOST_TERMS)}
    joined = f" {' '.join(found)} "
    for group in _near():
        if any(f" {' '.join(phrase)} " in joined for phrase in group):
            for term in chain.from_iterable(group):
                wanted.setdefault(term, NEARLY)
    return wanted


def rarity(total: int, having: int) -> float:
    """How much a word says that so many of all have."""
    return log(1 + (total - having + 0.5) / (having + 0.5))


def rank(
    wanted: Mapping[str, float], rare: Mapping[str, float], people: Iterable[Known], today: date, most: int = 10
) -> tuple[Match, ...]:
    """Those to whom it says something, the closest first."""
    worth = {term: weight * rare.get(term, 0.0) for term, weight in wanted.items()}
    found = [match for one in people if (match := _matched(one, worth, today)) is not None]
    return tuple(sorted(found, key=lambda match: (-match.weight, match.name))[:most])


def _matched(one: Known, worth: Mapping[str, float], today: date) -> Match | None:
    hits: dict[str, float] = {}

    def count(kind: str, text: str, factor: float = 1.0) -> float:
        """Note what of the text is asked for; how much that is worth."""
        there = _hits(text, worth)
        for term in there:
            hits[term] = hits.get(term, 0.0) + WEIGHTS[kind] * factor
        return sum(worth[term] for term in there)

    whole = 0.0
    topics: list[tuple[float, float, str]] = []
    for topic in one.topics:
        share = len(_hits(topic, worth)) / max(1, len(_terms_of(topic)))
        gained = count("topic", topic, share)
        if gained:
            topics.append((share, gained, topic))
            whole += WHOLE_TOPIC * gained if share == 1 else 0.0
    talks = [(gained, talk) for talk in one.talks if (gained := count("talk", talk[0]))]
    work = count("work", one.work)
    moments = [
        (gained * fresh, said) for said in one.moments
        if (fresh := 0.4 + 0.6 * exp(-max(0, (today - said.on).days) / HALF_A_YEAR))
        and (gained := count("moment", said.words, fresh))
    ]  # fmt: skip
    notes = count("note", one.notes)
    weight = whole + sum(worth[term] * held * (SATURATION + 1) / (held + SATURATION) for term, held in hits.items())
    if weight <= 0:
        return None
    reasons, for_them = _reasons(one, sorted(topics, reverse=True), talks, work, moments, notes, today)
    return Match(one.person_id, one.name, weight, reasons[:MOST_REASONS], for_them)


def _reasons(
    one: Known,
    topics: Sequence[tuple[float, float, str]],
    talks: Sequence[tuple[float, tuple[str, str]]],
    work: float,
    moments: Sequence[tuple[float, Said]],
    notes: float,
    today: date,
) -> tuple[tuple[str, ...], str]:
    """The facts that speak for somebody, the strongest kinds first, and the one of them that can be written to them."""
    said: list[str] = []
    for_them = ""
    if topics:
        fully = [topic for share, _, topic in topics if share > HALF]
        named = listed((fully or [topic for *_, topic in topics])[:MOST_TOPICS])
        said.append(f"Interested in {named}")
        for_them = f"It is about {named}"
    if talks:
        title, event = max(talks)[1]
        said.append(f"Spoke about “{title}”{event and f' at {event}'}")
        for_them = for_them or f"It made me think of your talk, “{title}”"
    if moments:
        said.append(_say_moment(max(moments, key=lambda pair: (pair[0], pair[1].on))[1], today))
    if work:
        said.append(f"Their work: {one.work}")
    if notes:
        said.append("Your notes on them come close to this")
    return tuple(said), for_them


def _say_moment(said: Said, today: date) -> str:
    when = f"on {say_day(said.on, today)}"
    if said.is_private:
        return f"You noted something close to this {when}"
    line = said.words.strip().splitlines()[0].rstrip(".")
    return f"You spoke of it {when}: {line if len(line) <= 90 else line[:90].rsplit(' ', 1)[0] + '…'}"


def _hits(text: str, worth: Mapping[str, float]) -> set[str]:
    return {term for term in _terms_of(text) if worth.get(term, 0.0) > 0}


@lru_cache(maxsize=16_384)
def _terms_of(text: str) -> frozenset[str]:
    return frozenset(terms(text))


@lru_cache(maxsize=1)
def _near() -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(tuple(tuple(terms(phrase)) for phrase in group) for group in NEAR)


@lru_cache(maxsize=16_384)
def _stem(word: str) -> str:
    """A word without its ending: cities and city, modelling and models become the same."""
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            word = word[: -len(suffix)]
            break
    if len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] in "lmnprt":
        word = word[:-1]
    return f"{word[:-1]}y" if word.endswith("i") and len(word) >= SHORTEST_STEM else word


