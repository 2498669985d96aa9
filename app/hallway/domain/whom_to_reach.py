"""Whom one may want to reach, the likeliest first, each with the facts that speak for it and who could introduce.

The order is only that: it is never shown as a number. Every fact is a sentence that can be checked.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p

from hallway.domain.authors import MOST_AUTHORS
from hallway.domain.folding import fold
from hallway.domain.import_rows import Row
from hallway.domain.matching import Verdict
from hallway.domain.paper_review import ME, SAME_NAME, PapersReview
from hallway.domain.papers import Paper, title_key
from hallway.domain.records import PersonRecord

HALVED_AFTER = 6
"""After so many years a paper counts half."""

MOST_FACTS, MOST_WAYS, MOST_TOPICS, LONGEST_TOPIC = 4, 2, 2, 4
"""How many facts, ways in and topics are told; and of how many words a topic may be that is looked for in titles."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the record, and how many people one knows care for it."""

    name: str
    people: int


@dataclass(frozen=True, slots=True)
class Way:
    """Somebody one knows who knows them; `how` says it after the name: "wrote 3 papers with them, the last in 2025".

    `is_sure` is off when only the name says that it is somebody one knows. The user has the id `ME` and no name.
    """

    person_id: int
    name: str
    how: str
    year: int = 0
    times: int = 1
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody not met yet. `person_id` None: not in the record either, and `record` is what there is to add.

    `wrote` are year and title of papers, the latest first; `topics` are folded; `speaks` are sessions, each with
    whether it is starred.
    """

    record: PersonRecord
    person_id: int | None = None
    line: str = ""
    wrote: tuple[tuple[int, str], ...] = ()
    topics: tuple[str, ...] = ()
    speaks: tuple[tuple[str, bool], ...] = ()
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with the facts to show, the strongest first, and who could introduce (None when nobody is sure)."""

    candidate: Candidate
    facts: tuple[str, ...]
    through_id: int | None = None

    @property
    def name(self) -> str:
        """The name as it is shown."""
        return self.candidate.record.name

    @property
    def reason(self) -> str:
        """The facts as one text, to keep with a wish."""
        return " ".join(self.facts)


def rank(
    candidates: Iterable[Candidate], topics: Mapping[str, Topic], year: int, most: int = 40
) -> tuple[Found, ...]:
    """The likeliest ones: those who wrote much and lately, on one's own topics, or whom somebody one knows knows."""
    weighed = ((_weight(one, topics, year), one) for one in candidates)
    best = heapq.nsmallest(most, weighed, key=lambda pair: (-pair[0], pair[1].record.name))
    return tuple(_found(one, topics) for _, one in best)


def _weight(one: Candidate, topics: Mapping[str, Topic], year: int) -> float:
    papers = sum(_freshness(wrote, year) for wrote, _ in one.wrote)
    cared = sorted((1 + log1p(topics[key].people) for key in one.topics if key in topics), reverse=True)
    ways = sorted((_freshness(way.year, year) * log1p(way.times) * (1 + way.is_sure) for way in one.ways), reverse=True)
    speaks = max((2.0 if starred else 0.5 for _, starred in one.speaks), default=0.0)
    return 1.5 * log1p(papers) + 0.8 * sum(cared[:3]) + 1.5 * sum(ways[:3]) + speaks


def _freshness(on: int, year: int) -> float:
    """1 for this year, half of it after some years; a thing without a year is taken for an old one."""
    return float(0.5 ** (max(0, year - on) / HALVED_AFTER)) if on else 0.3


# --- said as facts -----------------------------------------------------------------------------------------


def _found(one: Candidate, topics: Mapping[str, Topic]) -> Found:
    ways = sorted(one.ways, key=lambda way: (not way.is_sure, -way.times, -way.year, way.name))
    facts = [
        *(_say_way(way) for way in ways[:MOST_WAYS]),
        *_say_sessions(one.speaks),
        *_say_topics(one.topics, topics),
        *_say_papers(one.wrote),
    ]
    through = next((way.person_id for way in ways if way.is_sure and way.person_id != ME), None)
    return Found(one, tuple(facts[:MOST_FACTS]), through)


def _say_way(way: Way) -> str:
    if way.person_id == ME:
        return f"You {way.how}."
    return f"{way.name}, {'whom you know' if way.is_sure else 'if it is the one you know'}, {way.how}."


def _say_sessions(speaks: Sequence[tuple[str, bool]]) -> Iterator[str]:
    for title, starred in sorted(speaks, key=lambda one: not one[1])[:1]:
        yield f"Speaks in “{title}”, which you starred." if starred else f"Speaks in “{title}”."


def _say_topics(keys: Iterable[str], topics: Mapping[str, Topic]) -> Iterator[str]:
    cared = sorted((topics[key] for key in keys if key in topics), key=lambda one: (-one.people, one.name))
    if cared:
        few = {0: "one of your topics", 1: "as somebody you know does"}
        known = few.get(cared[0].people, f"as {cared[0].people} people you know do")
        others = "".join(f", and on {one.name}" for one in cared[1:MOST_TOPICS])
        yield f"Works on {cared[0].name}, {known}{others}."


def _say_papers(wrote: Sequence[tuple[int, str]]) -> Iterator[str]:
    if not wrote:
        return
    year, title = wrote[0]
    if len(wrote) == 1:
        yield f"Wrote “{title}” in {year}." if year else f"Wrote “{title}”."
    else:
        latest = f"the latest in {year}: " if year else "one of them "
        yield f"Wrote {len(wrote)} papers here, {latest}“{title}”."


def say_together(times: int, year: int) -> str:
    """How often people wrote together, as it follows a name: "wrote 3 papers with them, the last in 2025"."""
    if times == 1:
        return f"wrote a paper with them in {year}" if year else "wrote a paper with them"
    return f"wrote {times} papers with them" + (f", the last in {year}" if year else "")


# --- from a bibliography -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Together:
    """How often two wrote together, and when last."""

    times: int = 0
    year: int = 0


@dataclass(slots=True)
class _Crowd:
    """The authors of a bibliography: who is a way in, and with whom each of the others wrote."""

    ways: dict[int, Row] = field(default_factory=dict)
    together: defaultdict[tuple[int, int], _Together] = field(default_factory=lambda: defaultdict(_Together))


def from_papers(review: PapersReview, met: Collection[int], topics: Collection[str]) -> Iterator[Candidate]:
    """Authors one has not met. Those one knows, and the user, are the ways in to whoever wrote with them.

    `met` are the ids of people one knows. Whoever only may be one of them is neither offered nor a way in.
    """
    known = {*met, ME}
    crowd = _Crowd({at: row for at, row in enumerate(review.rows) if _is_way(row, known)})
    offered = [at for at, row in enumerate(review.rows) if row.person_id not in known]
    _note_together(review, crowd, offered)
    about = [_topics_in(paper, topics) for paper in review.papers]
    ways: defaultdict[int, list[Way]] = defaultdict(list)
    for (at, other), found in crowd.together.items():
        ways[at].append(_way(crowd.ways[other], found))
    for at in offered:
        yield _candidate(review, at, about, tuple(ways.get(at, ())))


def _is_way(row: Row, known: Collection[int]) -> bool:
    by_name = row.match.verdict is Verdict.MAYBE and row.match.why == SAME_NAME
    return row.person_id in known and (row.match.verdict is Verdict.SAME or by_name)


def _note_together(review: PapersReview, crowd: _Crowd, offered: Iterable[int]) -> None:
    doors: defaultdict[int, list[int]] = defaultdict(list)
    for at in crowd.ways:
        for paper in review.writers[at].papers:
            if len(review.papers[paper].authors) <= MOST_AUTHORS:
                doors[paper].append(at)
    for at in offered:
        for paper in review.writers[at].papers:
            for other in doors.get(paper, ()):
                one = crowd.together[at, other]
                one.times += 1
                one.year = max(one.year, review.papers[paper].year)


def _way(row: Row, found: _Together) -> Way:
    is_sure = row.match.verdict is Verdict.SAME
    return Way(row.person_id or ME, row.like, say_together(found.times, found.year), found.year, found.times, is_sure)


def _candidate(
    review: PapersReview, at: int, about: Sequence[Sequence[str]], ways: tuple[Way, ...]
) -> Candidate:
    writer, row = review.writers[at], review.rows[at]
    wrote = sorted(((review.papers[one].year, review.papers[one].title) for one in writer.papers), reverse=True)
    counted = Counter(topic for one in writer.papers for topic in about[one])
    topics = tuple(topic for topic, _ in counted.most_common())
    return Candidate(row.record, row.person_id, wrote=tuple(wrote), topics=topics, ways=ways)


def _topics_in(paper: Paper, topics: Collection[str]) -> tuple[str, ...]:
    """The topics that a paper names: as a keyword, or as words of its title."""
    words = title_key(paper.title).split()
    phrases = (
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + LONGEST_TOPIC, len(words)) + 1)
    )
    named = (*map(fold, paper.topics), *phrases)
    return tuple(dict.fromkeys(name for name in named if name in topics))
