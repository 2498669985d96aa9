"""Papers of a bibliography: their authors compared with the record and the user, and what comes of it brought in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hallway.domain.achievements import Achievement
from hallway.domain.authors import Names, Writer, fits, gather, is_same, written
from hallway.domain.folding import fold
from hallway.domain.import_rows import Decision, Row
from hallway.domain.importing import Page
from hallway.domain.matching import Match, NameWords, Verdict, name_words
from hallway.domain.paper_review import (
    ME,
    SAME_NAME,
    Noted,
    PapersReview,
    outcome,
    turned_over,
    with_author,
    with_most,
    with_same_names,
)
from hallway.domain.papers import Paper, each_once, keys_of
from hallway.domain.partial_dates import PartialDate
from hallway.domain.profiles import read_profile
from hallway.domain.today import CONGRATULATE_UNTIL
from hallway.store import bulk, settings
from hallway.store import papers as store
from hallway.store import programmes as people_store
from hallway.store.bulk import Newcomer
from hallway.store.work import View, Work

__all__ = [
    "PapersReview", "bring_in", "outcome", "review", "turned_over", "with_author", "with_most", "with_same_names",
]  # fmt: skip

KIND = "papers"
YOU, ALREADY, ORCID, INITIALS = "your own name", "noted here already", "same ORCID iD", "the initials fit"
FRESH = timedelta(days=60)
MOST_TOPICS, MOST_NAMED = 6, 4


def review(look: View, pages: Sequence[Page]) -> PapersReview | None:
    """What bringing the papers in would do; None when there are none. Nothing changes yet."""
    listed = [(page.name, paper) for page in pages for paper in page.papers]
    if not listed:
        return None
    files = tuple(dict.fromkeys(name for name, _ in listed))
    papers = each_once(paper for _, paper in listed)
    writers = gather(papers)
    noted = store.noted(look)
    known = _Known(look, noted, papers)
    source = ", ".join(files)
    rows = tuple(_row(source, writer, known, papers) for writer in writers)
    return PapersReview(files, papers, writers, rows, noted, store.co_authors(look))


def bring_in(step: Work, made: PapersReview, run: int | None = None) -> None:
    """Carry a review out. Authors who went to the trash since are left out, and what is noted since is not twice."""
    there = store.there(step) | {ME}
    rows = tuple(
        replace(row, decision=Decision.SKIP) if row.decision is Decision.MERGE and row.person_id not in there else row
        for row in made.rows
    )
    made = replace(made, rows=rows, noted=store.noted(step), ties=store.co_authors(step))
    ids = _add_people(step, made, run)
    done = outcome(made)
    first_time = {one.who for one in made.noted}
    store.add(step, [
        _achievement(step.today, made.papers[at], ids.get(who, who), newcomer=who < 0, first=who not in first_time)
        for who, at in done.papers
    ])  # fmt: skip
    store.change(step, done.changed)
    source = ", ".join(made.files)
    store.tie(step, ((ids.get(a, a), ids.get(b, b), since, until) for (a, b), since, until in done.tied), source)
    store.retie(step, done.widened)


# --- comparing ---------------------------------------------------------------------------------------------


@dataclass(slots=True, init=False)
class _Known:
    """Everybody whom an author could be, the user among them, and whose each paper is already."""

    names: Names
    spelled: dict[int, tuple[NameWords, ...]]
    called: dict[int, str]
    orcids: dict[str, int]
    wrote: Mapping[str, list[int]]
    me: NameWords | None
    let_go: frozenset[int]

    def __init__(self, look: View, noted: Sequence[Noted], papers: Sequence[Paper]) -> None:
        self.names, self.spelled, self.called, self.orcids = Names(), {}, {}, {}
        self.let_go = people_store.let_go(look)
        asked = {key for paper in papers for key in keys_of(paper)}
        wrote: defaultdict[str, list[int]] = defaultdict(list)
        for one in noted:
            for key in asked.intersection(one.keys):
                wrote[key].append(one.who)
        self.wrote = wrote
        profile = settings.profile(look)
        pages = (profile.get("link", ""), *settings.setting(look, "profile.links"))
        self.me = name_words(profile["name"]) if profile["name"].strip() else None
        if self.me:
            self._take_in(ME, (profile["name"],), pages)
        for person in people_store.people(look):
            self._take_in(person.person_id, (person.name, *person.other_names), person.profiles)

    def _take_in(self, who: int, names: Sequence[str], pages: Sequence[str]) -> None:
        self.called[who] = names[0]
        self.spelled[who] = tuple(map(name_words, names)) if who == ME or self.wrote else ()
        if who not in self.let_go:
            self.names.add(who, names)
        for page in pages:
            found = read_profile(page) if page else None
            if found and found.kind == "orcid":
                self.orcids.setdefault(found.url, who)


def _row(file: str, writer: Writer, known: _Known, papers: Sequence[Paper]) -> Row:
    found = _match(writer, known, papers)
    decision = Decision.SKIP
    if found.verdict is Verdict.SAME and found.person_id not in known.let_go:
        decision = Decision.MERGE
    like = known.called[found.person_id] if found.person_id is not None else ""
    record = replace(writer.record, where=papers[writer.papers[0]].where)
    return Row(file, KIND, record, decision, found, found.person_id, like=like)


def _match(writer: Writer, known: _Known, papers: Sequence[Paper]) -> Match:
    """Who the author is: for certain by ORCID iD, by papers noted before or as the user; a name alone is a question."""
    words = written(writer.author)
    if writer.author.orcid in known.orcids:
        return Match(Verdict.SAME, known.orcids[writer.author.orcid], ORCID)
    for key in (key for at in writer.papers for key in keys_of(papers[at])):
        for who in known.wrote.get(key, ()):
            if any(fits(words, name) or is_same(words, name) for name in known.spelled.get(who, ())):
                return Match(Verdict.SAME, who, ALREADY)
    if known.me and is_same(words, known.me):
        return Match(Verdict.SAME, ME, YOU)
    same = known.names.same(words)
    if same:
        return Match(Verdict.MAYBE, same[0], SAME_NAME if len(same) == 1 else f"same name as {len(same)} people here")
    fitting = known.names.fitting(words)
    if fitting:
        why = INITIALS if len(fitting) == 1 else f"the initials fit {len(fitting)} people here"
        return Match(Verdict.MAYBE, fitting[0], why)
    return Match(Verdict.NEW)


# --- bringing in -------------------------------------------------------------------------------------------


def _add_people(step: Work, made: PapersReview, run: int | None) -> dict[int, int]:
    """Add those who were chosen, as not yet met, with those of their keywords that are topics here already."""
    chosen = [at for at, row in enumerate(made.rows) if row.decision is Decision.NEW]
    topics = {fold(name): name for name in people_store.topics(step)} if chosen else {}
    newcomers = [
        Newcomer(replace(made.rows[at].record, topics=_interests(made, at, topics)), known=False) for at in chosen
    ]
    ids = bulk.add_people(step, newcomers, run) if newcomers else ()
    return {-1 - at: id_ for at, id_ in zip(chosen, ids, strict=True)}


def _interests(made: PapersReview, at: int, topics: Mapping[str, str]) -> tuple[str, ...]:
    words = (fold(word) for paper in made.writers[at].papers for word in made.papers[paper].topics)
    return tuple(dict.fromkeys(topics[word] for word in words if word in topics))[:MOST_TOPICS]


def _achievement(today: date, paper: Paper, who: int, *, newcomer: bool, first: bool) -> Achievement:
    seen = _seen_on(today, paper.on, is_news=not newcomer, is_first=first)
    return Achievement(
        paper.title, "publication", None if who == ME else who, paper.on, paper.link, _notes(paper), seen.isoformat()
    )


def _notes(paper: Paper) -> str:
    """Where it came out, and with whom."""
    names = [author.name for author in paper.authors[:MOST_NAMED]]
    more = len(paper.authors) - len(names)
    authors = ", ".join([*names, *([f"and {more} more"] if more else [])])
    return ". ".join(part for part in (paper.venue, authors) if part)


def _seen_on(today: date, on: str, *, is_news: bool, is_first: bool) -> date:
    """When it was seen: today when it is news to congratulate on; else when it came out, so that nobody is asked to.

    Of a year alone nobody knows whether that was lately: it is news when earlier papers were noted before.
    """
    told = PartialDate.parse(on) if on else None
    before = today - CONGRATULATE_UNTIL - timedelta(days=1)
    if told is None:
        return before
    is_exact = told.month is not None or not is_first
    if is_news and is_exact and told.last_day() >= today - FRESH:
        return today
    return min(told.first_day(), before)

