"""What bringing a bibliography in would do: whose papers are noted, who wrote together, and the choices before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from hallway.domain import errors
from hallway.domain.authors import MOST_AUTHORS, Writer
from hallway.domain.import_rows import Decision, Row
from hallway.domain.matching import Verdict
from hallway.domain.papers import Paper, is_newer, keys_of

ME = 0
"""Stands for the user where the others have the ids of people."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Noted:
    """A paper that is noted already: with whom (`ME` or a person's id), what it is recognised by, and what it says."""

    id: int
    who: int
    keys: tuple[str, ...]
    on: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class CoAuthors:
    """Two people of whom the record says that they write together; `source` is empty when the user wrote it."""

    id: int
    pair: Pair
    since: str = ""
    until: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PapersReview:
    """What a bibliography would do. `rows` are its authors, as many as `writers` and in the same order.

    A row that is merged is somebody of the record, or with the id `ME` the user; a new one is added as not yet met.
    """

    files: tuple[str, ...]
    papers: tuple[Paper, ...] = ()
    writers: tuple[Writer, ...] = ()
    rows: tuple[Row, ...] = ()
    noted: tuple[Noted, ...] = ()
    ties: tuple[CoAuthors, ...] = ()

    @property
    def doubtful(self) -> tuple[int, ...]:
        """The authors about whom a person should decide."""
        return tuple(at for at, row in enumerate(self.rows) if row.match.verdict is Verdict.MAYBE)

    @property
    def open_questions(self) -> tuple[int, ...]:
        """Those of them who are left out as things stand."""
        return tuple(at for at in self.doubtful if self.rows[at].decision is Decision.SKIP)

    def counted(self, decision: Decision) -> int:
        """How many authors are decided so."""
        return sum(row.decision is decision for row in self.rows)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be written. Somebody new has the id -1 - n, with n the place of the author.

    `papers` are (whose, which paper), `changed` (which is noted, the date, the link), `tied` the years by pair, and
    `widened` the years of ties that are there.
    """

    papers: tuple[tuple[int, int], ...] = ()
    changed: tuple[tuple[int, str, str], ...] = ()
    unchanged: int = 0
    tied: tuple[tuple[Pair, str, str], ...] = ()
    widened: tuple[tuple[int, str, str], ...] = ()
    ties_unchanged: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether nothing would be noted."""
        return not (self.papers or self.changed or self.tied or self.widened)


# --- choices -----------------------------------------------------------------------------------------------


def with_author(review: PapersReview, index: int, decision: Decision) -> PapersReview:
    """Another decision about one author. Raises `Refused` to merge somebody who is like nobody."""
    row = review.rows[index]
    if decision is Decision.MERGE and row.person_id is None:
        raise errors.Refused("This author is like nobody here.", "Nothing was changed.")
    return replace(review, rows=(*review.rows[:index], replace(row, decision=decision), *review.rows[index + 1 :]))


def turned_over(review: PapersReview, index: int) -> PapersReview:
    """Take an author who was left out, or leave out one who was taken."""
    row = review.rows[index]
    taken = Decision.MERGE if row.match.verdict is Verdict.SAME else Decision.NEW
    return with_author(review, index, taken if row.decision is Decision.SKIP else Decision.SKIP)


def with_most(review: PapersReview, most: int) -> PapersReview:
    """Bring in those of the `most` busiest authors who are strangers, as not yet met, and no other stranger.

    Authors who are here already count among them: so the same choice about the same file adds nobody twice.
    """
    rows = tuple(
        replace(row, decision=Decision.NEW if at < most and writer.author.given else Decision.SKIP)
        if row.match.verdict is Verdict.NEW
        else row
        for at, (row, writer) in enumerate(zip(review.rows, review.writers, strict=True))
    )
    return replace(review, rows=rows)


def with_same_names(review: PapersReview) -> PapersReview:
    """Answer each question about a full name with yes; initials stay questions."""
    rows = tuple(
        replace(row, decision=Decision.MERGE) if row.match.why == SAME_NAME else row for row in review.rows
    )
    return replace(review, rows=rows)


SAME_NAME = "same name"


# --- what comes of them ------------------------------------------------------------------------------------


def outcome(review: PapersReview) -> Outcome:
    """What carrying the review out writes."""
    authors = dict(_whose(review))
    papers, changed, unchanged = _papers(review, authors)
    tied, widened, ties_unchanged = _ties(review, authors)
    return Outcome(papers, changed, unchanged, tied, widened, ties_unchanged)


def _whose(review: PapersReview) -> Iterator[tuple[int, tuple[int, ...]]]:
    """For each paper everybody of the record, of the newcomers, or the user, who wrote it."""
    found: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for at, (row, writer) in enumerate(zip(review.rows, review.writers, strict=True)):
        if row.decision is Decision.SKIP or (row.decision is Decision.MERGE and row.person_id is None):
            continue
        who = -1 - at if row.decision is Decision.NEW or row.person_id is None else row.person_id
        for paper in writer.papers:
            found[paper][who] = None
    return ((paper, tuple(found[paper])) for paper in sorted(found))


def _papers(
    review: PapersReview, authors: Mapping[int, tuple[int, ...]]
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, str, str], ...], int]:
    noted = {(one.who, key): one for one in review.noted for key in one.keys}
    new: list[tuple[int, int]] = []
    changed: dict[int, tuple[int, str, str]] = {}
    unchanged = 0
    for at, whose in authors.items():
        paper, keys = review.papers[at], keys_of(review.papers[at])
        for who in whose:
            held = next((noted[who, key] for key in keys if (who, key) in noted), None)
            if held is None:
                new.append((who, at))
            elif (fresh := _brought_up(held, paper)) != (held.id, held.on, held.link):
                changed[held.id] = fresh
            else:
                unchanged += 1
    return tuple(new), tuple(changed.values()), unchanged


def _brought_up(held: Noted, paper: Paper) -> tuple[int, str, str]:
    on = paper.on if is_newer(held.on, paper.on) else held.on
    return held.id, on, held.link or paper.link


def _ties(
    review: PapersReview, authors: Mapping[int, tuple[int, ...]]
) -> tuple[tuple[tuple[Pair, str, str], ...], tuple[tuple[int, str, str], ...], int]:
    years: dict[Pair, list[str]] = {}
    for at, whose in authors.items():
        paper = review.papers[at]
        if len(paper.authors) <= MOST_AUTHORS:
            for pair in combinations(sorted(who for who in whose if who != ME), 2):
                years.setdefault(pair, []).append(paper.on[:4])
    known = {one.pair: one for one in review.ties}
    new: list[tuple[Pair, str, str]] = []
    widened: list[tuple[int, str, str]] = []
    for pair, found in years.items():
        told = sorted(filter(None, found))
        since, until = (told[0], told[-1]) if told else ("", "")
        if pair not in known:
            new.append((pair, since, until))
        elif (fresh := _widened(known[pair], since, until)) != (known[pair].since, known[pair].until):
            widened.append((known[pair].id, *fresh))
    return tuple(new), tuple(widened), len(years) - len(new) - len(widened)


def _widened(tie: CoAuthors, since: str, until: str) -> tuple[str, str]:
    """The years with those of the file; a tie that the user left open at its end stays open."""
    first = since if since and (not tie.since or since < tie.since[:4]) else tie.since
    stays_open = not tie.until and bool(tie.since) and not tie.source
    last = until if until and not stays_open and until > tie.until[:4] else tie.until
    return first, last
