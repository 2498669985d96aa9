"""Bringing people, events and papers in from files: read, review, apply. Nothing is trusted, nothing done by half.

    reading = importing.read_apart(importing.open_files(paths))
    review = desk.ask(importing.review, reading)
    result = desk.do(importing.apply, review).value

The review says for each row what would happen to it, and may be changed with `decide`. Applying it is one step of the
history. Importing the same files again finds everything there and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from hallway.domain.column_choices import NONE_CHOSEN, ColumnChoices
from hallway.domain.columns import choices_of
from hallway.domain.folding import fold
from hallway.domain.importing import (
    ACHIEVEMENTS,
    FORMATS,
    ICS,
    INTERACTIONS,
    PEOPLE,
    PROGRAMME,
    SESSIONS,
    TIES,
    Decision,
    Reading,
    Result,
    Review,
    Row,
    decide,
    decided,
    in_turn,
    result_of,
    say_result,
    with_papers,
    with_programme,
)
from hallway.domain.records import Report
from hallway.formats import limits
from hallway.host.files import read_file
from hallway.store import importing as store
from hallway.store import settings
from hallway.store.work import View, Work
from hallway.usecases import (
    importing_events,
    importing_papers,
    importing_people,
    importing_photos,
    programmes,
    waiting,
)
from hallway.usecases.importing_people import Person, month_of
from hallway.usecases.reading import Manner, read
from hallway.usecases.reading_apart import read_apart

__all__ = [
    "ACHIEVEMENTS", "FORMATS", "ICS", "INTERACTIONS", "PEOPLE", "PROGRAMME", "SESSIONS", "TIES", "Decision", "Manner",
    "Reading", "Result", "Review", "Row", "apply", "decide", "decided", "in_turn", "last", "manner", "open_files",
    "read", "read_apart", "result_of", "review", "say_result", "with_papers", "with_programme",
]  # fmt: skip

REMEMBERED = "import.columns"
MOST_REMEMBERED = 50
"""For so many kinds of tables it is remembered what their columns mean."""


def open_files(paths: Sequence[Path]) -> tuple[tuple[str, bytes], ...]:
    """Names and contents of files. Raises `FileTrouble`."""
    return tuple((path.name, read_file(path, limits.MAX_BYTES)) for path in paths)


def manner(look: View, zone: str = "", columns: ColumnChoices = NONE_CHOSEN, *, texts: bool = False) -> Manner:
    """How the record wishes files to be read: with the columns chosen earlier, and knowing who its owner is."""
    told = settings.profile(look)
    own = frozenset(filter(None, (fold(told["name"]), told["email"].casefold())))
    columns = replace(columns, remembered=settings.setting(look, REMEMBERED))
    return Manner(zone, look.today, columns, own, texts)


def review(
    look: View, reading: Reading, report: Report | None = None, show: Callable[[Review], None] | None = None
) -> Review:
    """Compare everything read with the record, and with itself; lets through what the report raises (`Stopped`).

    `show` gets the review as far as it is from time to time: what is decided about its rows holds for the whole.
    """
    left_out = 0 if reading.photos_are_clean else importing_photos.count(reading)
    reading = importing_photos.without(reading) if left_out else reading
    people = [(page, record) for page in reading.pages for record in page.people]
    events = [(page.name, record) for page in reading.pages for record in page.events]
    event_rows, problems = importing_events.compare(look, events)
    names = tuple(dict.fromkeys(page.name for page in reading.pages))
    begun = Review(names, (), event_rows, (*reading.problems, *problems), photos_left_out=left_out,
                   layouts={page.name: page.layout for page in reading.pages if page.layout})  # fmt: skip
    rows = _compared(look, people, report, show and (lambda rows: show(replace(begun, rows=rows))))
    plans = tuple(programmes.review(look, page.name, page.programme) for page in reading.pages if page.programme)
    papers = importing_papers.review(look, [page for page in reading.pages if page.papers])
    return replace(begun, rows=rows, programmes=plans, papers=papers)


def _compared(
    look: View, people: Sequence[Person], report: Report | None, show: importing_people.Show | None
) -> tuple[Row, ...]:
    if not people:
        return ()
    entries = store.entries(look, moments=any(record.moments for _, record in people))
    waiters = {replace(row.record, where=""): row.id for row in waiting.listed(look)}
    return importing_people.compare(entries, people, month_of(look.today), report, show, waiters)


def apply(step: Work, review: Review) -> Result:
    """Do what the review says, as one step. Somebody to merge with who has gone since is added anew."""
    result = result_of(review)
    source = ", ".join(review.files)
    importing_people.bring_in(step, review.rows, source)
    waiting.keep(step, review.rows)
    _remember_columns(step, review)
    importing_events.bring_in(step, review.events)
    for plan in review.programmes:
        programmes.bring_in(step, plan, store.begin_run(step, source) if plan.adds_people else None)
    if review.papers:
        adds = review.papers.counted(Decision.NEW)
        importing_papers.bring_in(step, review.papers, store.begin_run(step, source) if adds else None)
    step.label = f"Imported {source if len(review.files) == 1 else f'{len(review.files)} files'}: {say_result(result)}"
    return result


def _remember_columns(step: Work, review: Review) -> None:
    """What columns were said to mean holds for the next table with the same headers."""
    chosen = {layout.key: choices_of(layout) for layout in review.layouts.values() if layout.is_chosen}
    known = settings.setting(step, REMEMBERED)
    if chosen and known != known | chosen:
        settings.set_setting(step, REMEMBERED, dict(list((known | chosen).items())[-MOST_REMEMBERED:]))


def last(look: View) -> tuple[int, str, str] | None:
    """Number, files and moment of the last import that added somebody, or None."""
    return store.last_run(look)
