"""An import as it stands between the file and the record: what was read, what would happen to each row, what did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from hallway.domain import errors
from hallway.domain.columns import Layout
from hallway.domain.events import Event
from hallway.domain.import_rows import Decision, Problem, Row
from hallway.domain.matching import Verdict
from hallway.domain.paper_review import Outcome, PapersReview, outcome
from hallway.domain.papers import Paper
from hallway.domain.programme_review import ProgrammeReview
from hallway.domain.programme_versions import Fate, say_move
from hallway.domain.programmes import Programme
from hallway.domain.records import EventRecord, PersonRecord

__all__ = [
    "ACHIEVEMENTS", "ASKED", "BIBTEX", "CSV", "EVENTS", "FORMATS", "ICS", "INTERACTIONS", "LINKEDIN", "MAIL",
    "MESSAGES", "MONICA", "NOTHING_CHANGED", "PEOPLE", "PROGRAMME", "RIS", "SESSIONS", "TIES", "VCARD", "Decision",
    "EventRow", "Page", "PossibleDuplicate", "Problem", "Reading", "Result", "Review", "Row", "decide", "decided",
    "in_turn", "result_of", "say_result", "with_papers", "with_programme",
]  # fmt: skip

FORMATS = VCARD, LINKEDIN, ICS, PROGRAMME, BIBTEX, RIS, CSV, MESSAGES, MONICA, MAIL = (
    "vcard", "linkedin", "ics", "programme", "bibtex", "ris", "csv", "linkedin-messages", "monica", "mail",
)  # fmt: skip
ASKED = frozenset({MESSAGES, MAIL})
"""Formats of which only people who are here learn something; whoever else is in them is asked about one by one."""
PEOPLE, EVENTS, SESSIONS, ACHIEVEMENTS, TIES, INTERACTIONS = (
    "people", "events", "sessions", "achievements", "ties", "interactions",
)  # fmt: skip
NOTHING_CHANGED = "Nothing was changed."


@dataclass(frozen=True, slots=True)
class Page:
    """One file as it was read; it holds people, events, papers or a programme, one of them.

    `layout` is how a table was read, to be looked at and changed.
    """

    name: str
    kind: str
    people: tuple[PersonRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
    programme: Programme | None = None
    papers: tuple[Paper, ...] = ()
    layout: Layout | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All files as they were read, and what could not be.

    `photos_are_clean` says that the pictures were made small, with nothing hidden in them; others stay outside.
    """

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()
    photos_are_clean: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nobody and nothing could be read."""
        return not any(page.people or page.events or page.programme or page.papers for page in self.pages)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of a file and what would happen: `event` is how it would stand, `event_id` the one it would change."""

    file: str
    where: str
    event: Event
    decision: Decision
    event_id: int | None = None
    changes: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """What an import would do, row by row. `layouts` say by file how tables were read."""

    files: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    events: tuple[EventRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    programmes: tuple[ProgrammeReview, ...] = ()
    photos_left_out: int = 0
    papers: PapersReview | None = None
    layouts: Mapping[str, Layout] = field(default_factory=dict)

    @property
    def doubtful(self) -> tuple[int, ...]:
        """The rows about which a person should decide."""
        return tuple(at for at, row in enumerate(self.rows) if row.match.verdict is Verdict.MAYBE)

    @property
    def unchanged(self) -> int:
        """How many rows say what is there already."""
        return sum(result_of(self).unchanged.values())


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Somebody who is added although they may be somebody already there."""

    file: str
    row: str
    name: str
    like: str
    why: str


@dataclass(frozen=True, slots=True)
class Result:
    """What an import did or would do: numbers by kind (`PEOPLE`, `EVENTS`, `SESSIONS` …), and what to look at.

    `questions` are authors who may be somebody here, and of whom nothing is noted while nobody says so.
    `left_out` counts people who are neither here nor added, `waiting` those about whom somebody decides later.
    `photos_left_out`: pictures that could not be made small and clean here, and stayed in the file.
    `moved` tells of sessions in sentences; `gone` counts those that are no longer in a programme.
    """

    added: Mapping[str, int] = field(default_factory=dict)
    updated: Mapping[str, int] = field(default_factory=dict)
    unchanged: Mapping[str, int] = field(default_factory=dict)
    possible_duplicates: tuple[PossibleDuplicate, ...] = ()
    questions: tuple[PossibleDuplicate, ...] = ()
    problems: tuple[Problem, ...] = ()
    photos_left_out: int = 0
    moved: tuple[str, ...] = ()
    gone: int = 0
    left_out: int = 0
    waiting: int = 0


def decide(review: Review, index: int, decision: Decision) -> Review:
    """The review with another decision about one row. Raises `Refused` to merge somebody who is like nobody."""
    return decided(review, {index: decision})


def decided(review: Review, decisions: Mapping[int, Decision]) -> Review:
    """The review with these decisions, by row. Raises `Refused` to merge somebody who is like nobody."""
    rows = list(review.rows)
    for index, decision in decisions.items():
        row = rows[index]
        if decision is Decision.MERGE and row.person_id is None and row.like_row is None:
            raise errors.Refused("This row is like nobody here.", NOTHING_CHANGED)
        rows[index] = replace(row, decision=decision)
    return replace(review, rows=tuple(rows))


def in_turn(reading: Reading) -> tuple[Reading, ...]:
    """The reading in parts that are looked at one after the other: each programme by itself, bibliographies together,
    and together what is left.
    """
    alone = [page for page in reading.pages if page.programme]
    papers = tuple(page for page in reading.pages if page.papers)
    rest = tuple(page for page in reading.pages if not page.programme and not page.papers)
    parts = [*(part for part in (rest, papers) if part), *((page,) for page in alone)]
    return tuple(
        replace(reading, pages=part, problems=tuple(one for one in reading.problems if one.file in names))
        for part in parts
        for names in [{page.name for page in part}]
    )


def with_programme(review: Review, programme: ProgrammeReview) -> Review:
    """The review with other choices about the programme of that file."""
    programmes = (programme if one.file == programme.file else one for one in review.programmes)
    return replace(review, programmes=tuple(programmes))


def with_papers(review: Review, papers: PapersReview) -> Review:
    """The review with other choices about its bibliographies."""
    return replace(review, papers=papers)


def result_of(review: Review) -> Result:
    """What carrying the review out comes to."""
    rows = (*review.rows, *(row for one in review.programmes for row in one.speakers))
    counted = {PEOPLE: _people(rows), EVENTS: _events(review), SESSIONS: _sessions(review.programmes)}
    if any(row.record.moments for row in rows):
        counted[INTERACTIONS] = _moments(rows)
    if review.papers:
        counted |= _of_papers(review.papers, outcome(review.papers), counted[PEOPLE])
    told = {PEOPLE, ACHIEVEMENTS, TIES} if review.papers else set()
    kinds = [kind for kind, numbers in counted.items() if any(numbers) or kind in told]
    added, updated, unchanged = ({kind: counted[kind][at] for kind in kinds} for at in range(3))
    lasting = [row for one in review.programmes for row in one.lasting]
    return Result(
        added, updated, unchanged, tuple(_duplicates(rows)),
        tuple(_questions(review.papers)) if review.papers else (), (*review.problems, *_notes_kept_out(rows)),
        review.photos_left_out,
        moved=tuple(say_move(row) for row in lasting if row.fate is Fate.MOVED),
        gone=sum(row.fate is Fate.GONE for row in lasting),
        left_out=sum(map(_is_left_out, rows)),
        waiting=sum(row.decision is Decision.LATER for row in rows),
    )  # fmt: skip


def say_result(result: Result) -> str:
    """The numbers in words: "306 added, 6 brought up to date"; with a programme also what of it was added."""
    if SESSIONS in result.added or ACHIEVEMENTS in result.added:
        return _say_programme(result)
    moments = result.added.get(INTERACTIONS, 0)
    numbers = (
        (sum(result.added.values()) - moments, "added"),
        (sum(result.updated.values()), "brought up to date"),
        (moments, "moments noted" if moments != 1 else "moment noted"),
        (sum(result.unchanged.values()) - result.unchanged.get(INTERACTIONS, 0), "already here"),
        (result.left_out, "left out"),
        (result.waiting, "to decide later"),
    )
    return ", ".join(f"{number:,} {words}" for number, words in numbers if number) or "nothing in it"


def _say_programme(result: Result) -> str:
    """ "1 event, 88 sessions and 40 people added", "3 sessions moved, 1 session brought up to date"."""
    updated = dict(result.updated)
    updated[SESSIONS] = updated.get(SESSIONS, 0) - len(result.moved) - result.gone
    parts = [
        (_say_counts(result.added), "added"),
        (_say_counts({SESSIONS: len(result.moved)}), "moved"),
        (_say_counts(updated), "brought up to date"),
        (_say_counts({SESSIONS: result.gone}), "no longer in it"),
    ]
    nobody = ACHIEVEMENTS in result.added and not any(result.unchanged.values())
    nothing = "none of its authors is known to be here" if nobody else "everything is here already"
    return ", ".join(f"{counts} {words}" for counts, words in parts if counts) or nothing


def _say_counts(numbers: Mapping[str, int]) -> str:
    words = {
        EVENTS: ("event", "events"), SESSIONS: ("session", "sessions"), ACHIEVEMENTS: ("paper", "papers"),
        TIES: ("co-author tie", "co-author ties"), PEOPLE: ("person", "people"),
    }  # fmt: skip
    counts = [f"{numbers[kind]:,} {words[kind][numbers[kind] != 1]}" for kind in words if numbers.get(kind)]
    return " and ".join(filter(None, (", ".join(counts[:-1]), *counts[-1:])))


def _people(rows: tuple[Row, ...]) -> tuple[int, int, int]:
    """Added, updated and unchanged. Several rows may bring one person up to date; that counts once."""
    added = sum(row.decision is Decision.NEW for row in rows)
    updates = [row.person_id for row in rows if row.updates]
    elsewhere = sum(row.decision is Decision.LATER or _is_left_out(row) for row in rows)
    return added, len(set(updates)), len(rows) - added - len(updates) - elsewhere


def _is_left_out(row: Row) -> bool:
    """Whether somebody who is not surely here stays outside."""
    return row.decision is Decision.SKIP and row.match.verdict is not Verdict.SAME


def _moments(rows: tuple[Row, ...]) -> tuple[int, int, int]:
    """Moments that are written down, and those that are there already."""
    taken = [row for row in rows if row.decision in (Decision.NEW, Decision.MERGE)]
    added = sum(len(row.adds.moments if row.decision is Decision.MERGE else row.record.moments) for row in taken)
    return added, 0, sum(len(row.record.moments) for row in taken) - added


def _notes_kept_out(rows: tuple[Row, ...]) -> Iterable[Problem]:
    """What a file notes of people of whom there are notes already: it is shown, not put over them."""
    what = "There are notes of your own here, so the note of the file was not added."
    for row in rows:
        if row.kept_out and row.decision is Decision.MERGE:
            yield Problem(row.file, row.record.where, f"{row.record.name}: {what[:1].lower()}{what[1:]}", row.kept_out)


def _of_papers(
    review: PapersReview, done: Outcome, people: tuple[int, int, int]
) -> dict[str, tuple[int, int, int]]:
    """People, papers and ties of a bibliography. Authors who are left out count nowhere."""
    here = {row.person_id for row in review.rows if row.decision is Decision.MERGE and row.person_id}
    added, updated, unchanged = people
    return {
        PEOPLE: (added + review.counted(Decision.NEW), updated, unchanged + len(here)),
        ACHIEVEMENTS: (len(done.papers), len(done.changed), done.unchanged),
        TIES: (len(done.tied), len(done.widened), done.ties_unchanged),
    }


def _events(review: Review) -> tuple[int, int, int]:
    rows, programmes = review.events, review.programmes
    added = sum(row.decision is Decision.NEW for row in rows) + sum(one.known is None for one in programmes)
    updated = sum(row.decision is Decision.MERGE and row.changes for row in rows)
    updated += sum(one.known is not None and (one.returns or one.event != one.known) for one in programmes)
    return added, updated, len(rows) + len(programmes) - added - updated


def _sessions(programmes: tuple[ProgrammeReview, ...]) -> tuple[int, int, int]:
    """Added, brought up to date (those taken out among them) and unchanged."""
    rows = [row for one in programmes for row in one.lasting]
    added = sum(row.fate is Fate.NEW for row in rows)
    unchanged = sum(row.fate is Fate.SAME for row in rows)
    return added, len(rows) - added - unchanged, unchanged


def _duplicates(rows: tuple[Row, ...]) -> Iterable[PossibleDuplicate]:
    for row in rows:
        if row.decision is Decision.NEW and row.match.verdict is Verdict.MAYBE:
            yield PossibleDuplicate(row.file, row.record.where, row.record.name, row.like, row.match.why)


def _questions(review: PapersReview) -> Iterable[PossibleDuplicate]:
    for row in (review.rows[at] for at in review.open_questions):
        yield PossibleDuplicate(row.file, row.record.where, row.record.name, row.like, row.match.why)
