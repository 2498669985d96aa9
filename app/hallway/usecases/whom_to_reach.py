"""Finding whom to reach: among the authors of papers, the speakers of a programme, in a place, or on a topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hallway.domain import errors
from hallway.domain.folding import fold
from hallway.domain.importing import Reading
from hallway.domain.outreach import Outreach
from hallway.domain.paper_review import ME
from hallway.domain.records import PersonRecord
from hallway.domain.ties import TieSeen
from hallway.domain.whom_to_reach import Candidate, Found, Way, from_papers, rank
from hallway.store import bulk, papers, ties
from hallway.store import whom_to_reach as store
from hallway.store import wishes as wish_store
from hallway.store.bulk import Newcomer
from hallway.store.whom_to_reach import Stranger
from hallway.store.work import View, Work
from hallway.usecases import importing_papers, outreach, wishes

__all__ = [
    "Found", "among_authors", "among_speakers", "at_organisation", "on_topic", "plan", "programmes", "topics_like",
    "want",
]  # fmt: skip

def among_authors(look: View, reading: Reading, most: int = 40) -> tuple[Found, ...]:
    """Authors of the bibliographies read whom one has not met. Raises `Refused` when nothing of them is one."""
    review = importing_papers.review(look, [page for page in reading.pages if page.papers])
    if review is None:
        raise errors.Refused("There are no papers in this.", do="Choose a BibTeX (.bib) or RIS (.ris) file.")
    topics, asked = store.topics(look), store.asked_for(look)
    candidates = from_papers(review, store.met(look), topics)
    return rank((one for one in candidates if one.person_id not in asked), topics, look.today.year, most)


def among_speakers(look: View, event_id: int, most: int = 40) -> tuple[Found, ...]:
    """Speakers of a programme whom one has not met."""
    strangers = _open(look, store.at_event(look, event_id))
    speaks = wish_store.appearances(look, event_id, [one.id for one in strangers])
    return _ranked(look, (
        replace(one, speaks=tuple((at.title, at.starred) for at in speaks.get(one.person_id or 0, ())))
        for one in _candidates(look, strangers)
    ), most)  # fmt: skip


def at_organisation(look: View, organisation_id: int, most: int = 40) -> tuple[Found, ...]:
    """People in a place whom one has not met; those one knows there are the way in."""
    return _ranked(look, _candidates(look, _open(look, store.at_organisation(look, organisation_id))), most)


def on_topic(look: View, topic_id: int, most: int = 40) -> tuple[Found, ...]:
    """People who care for a topic and whom one has not met."""
    return _ranked(look, _candidates(look, _open(look, store.on_topic(look, topic_id))), most)


def topics_like(look: View, words: str, most: int = 8) -> tuple[tuple[int, str], ...]:
    """Topics to choose from: id and name."""
    return store.topics_like(look, fold(words), most)


def programmes(look: View) -> tuple[tuple[int, str], ...]:
    """Events in which people speak whom one has not met: id and title, the newest first."""
    return store.programmes(look)


def want(step: Work, chosen: Sequence[Found], event_id: int | None = None) -> tuple[int, ...]:
    """Write down that one would like to meet them; who is not in the record yet comes as not yet met.

    Returns the people's ids. Raises `Refused` for nobody.
    """
    ids = _in_record(step, chosen)
    for id_, one in zip(ids, chosen, strict=True):
        wishes.want(step, id_, event_id, one.reason, _introducer(id_, one))
    step.label = _say("You would like to meet", chosen)
    return ids


def plan(step: Work, chosen: Sequence[Found]) -> tuple[int, ...]:
    """Write them down as people to write to, each an idea with its reason and who could refer one.

    Returns the people's ids. Raises `Refused` for nobody.
    """
    ids = _in_record(step, chosen)
    for id_, one in zip(ids, chosen, strict=True):
        outreach.reach_out(step, Outreach(id_, reason=one.reason, through_id=_introducer(id_, one)))
    step.label = _say("Reach out to", chosen)
    return ids


def _in_record(step: Work, chosen: Sequence[Found]) -> tuple[int, ...]:
    """The ids of those chosen; whoever is new is added, with a tie to each known person they wrote papers with."""
    if not chosen:
        raise errors.Refused("Nobody is chosen.")
    new = [one for one in chosen if one.candidate.person_id is None]
    added_ids = bulk.add_people(step, [Newcomer(one.candidate.record, known=False) for one in new])
    for id_, one in zip(added_ids, new, strict=True):
        for way in one.candidate.ways:
            if way.is_sure and way.person_id != ME:
                ties.add(step, id_, way.person_id, papers.CO_AUTHOR, until=str(way.year or ""))
    added = iter(added_ids)
    return tuple(one.candidate.person_id or next(added) for one in chosen)


def _introducer(person_id: int, one: Found) -> int | None:
    return one.through_id if one.through_id != person_id else None


def _say(words: str, chosen: Sequence[Found]) -> str:
    return f"{words} {chosen[0].name}" if len(chosen) == 1 else f"{words} {len(chosen)} people"


# --- candidates of the record ------------------------------------------------------------------------------


def _ranked(look: View, candidates: Iterable[Candidate], most: int) -> tuple[Found, ...]:
    listed = list(candidates)
    topics = store.topics(look, {topic for one in listed for topic in one.topics})
    return rank(listed, topics, look.today.year, most)


def _open(look: View, strangers: Iterable[Stranger]) -> list[Stranger]:
    asked = store.asked_for(look)
    return [one for one in strangers if one.id not in asked]


def _candidates(look: View, strangers: Sequence[Stranger]) -> Iterator[Candidate]:
    ids = [one.id for one in strangers]
    tied, near, wrote = store.ties(look, ids), store.colleagues(look, ids), store.papers(look, ids)
    for one in strangers:
        ways = _ways(tied.get(one.id, ()), near.get(one.id, ()))
        yield Candidate(
            PersonRecord(one.name), one.id, one.line, tuple(wrote.get(one.id, ())), one.topics, ways=tuple(ways)
        )


def _ways(tied: Iterable[TieSeen], near: Iterable[tuple[int, str, str]]) -> Iterator[Way]:
    for tie in tied:
        year = int((tie.until or tie.since)[:4] or 0)
        yield Way(tie.other_id, tie.other, f"is noted with them: {tie.words}", year, times=2)
    for other_id, name, place in near:
        yield Way(other_id, name, f"works at {place}, too")
