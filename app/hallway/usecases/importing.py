"""Bringing people, events and papers in from files: read, review, apply. Nothing is trusted, nothing done by half.

    reading = importing.read(importing.open_files(paths))
    review = desk.ask(importing.review, reading)
    result = desk.do(importing.apply, review).value

The review says for each row what would happen to it, and may be changed with `decide`. Applying it is one step of the
history. Importing the same files again finds everything there and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from hallway.domain import errors
from hallway.domain.importing import (
    ACHIEVEMENTS,
    BIBTEX,
    FORMATS,
    ICS,
    LINKEDIN,
    NOTHING_CHANGED,
    PEOPLE,
    PROGRAMME,
    RIS,
    SESSIONS,
    TIES,
    VCARD,
    Decision,
    Page,
    Problem,
    Reading,
    Result,
    Review,
    Row,
    decide,
    in_turn,
    result_of,
    say_result,
    with_papers,
    with_programme,
)
from hallway.domain.partial_dates import Birthday, PartialDate
from hallway.domain.programme_review import zone_called
from hallway.domain.records import Complaint, PersonRecord, Report
from hallway.formats import limits
from hallway.host.files import read_file
from hallway.store import importing as store
from hallway.store.work import View, Work
from hallway.usecases import importing_events, importing_papers, importing_people, importing_photos, programmes
from hallway.usecases.importing_events import CALENDAR

__all__ = [
    "ACHIEVEMENTS", "FORMATS", "ICS", "PEOPLE", "PROGRAMME", "SESSIONS", "TIES", "Decision", "Reading", "Result",
    "Review", "Row", "apply", "decide", "in_turn", "last", "open_files", "read", "result_of", "review", "say_result",
    "with_papers", "with_programme",
]  # fmt: skip


def open_files(paths: Sequence[Path]) -> tuple[tuple[str, bytes], ...]:
    """Names and contents of files. Raises `FileTrouble`."""
    return tuple((path.name, read_file(path, limits.MAX_BYTES)) for path in paths)


def read(
    files: Sequence[tuple[str, bytes]], as_format: str | None = None, report: Report | None = None, zone: str = "",
    today: date | None = None,
) -> Reading:
    """Read files (name, content); `as_format` is one of `FORMATS`, or None to tell by the content.

    `zone` is the IANA name for times that name no zone; events that repeat come with their dates within a year of
    `today`, without it with the first one. Raises `Refused` for a file that Hallway does not read or a
    zone that nobody knows, and lets through what the report raises (`Stopped`).
    """
    zone_called(zone)
    kinds = [as_format or _kind(name, data) for name, data in files]
    pages: list[Page] = []
    problems: list[Problem] = []
    for (name, data), kind in zip(files, kinds, strict=True):
        page, complaints = _read_one(name, data, kind, report, zone, today)
        problems += (Problem(name, one.where, one.what, one.row) for one in complaints)
        people = tuple(_with_sound_dates(name, person, problems) for person in page.people)
        pages.append(replace(page, people=people))
    return Reading(tuple(pages), tuple(problems))


def review(look: View, reading: Reading, report: Report | None = None) -> Review:
    """Compare everything read with the record, and with itself; lets through what the report raises (`Stopped`)."""
    left_out = 0 if reading.photos_are_clean else importing_photos.count(reading)
    reading = importing_photos.without(reading) if left_out else reading
    people = [(page, record) for page in reading.pages for record in page.people]
    events = [(page.name, record) for page in reading.pages for record in page.events]
    rows = importing_people.compare(store.entries(look), people, report) if people else ()
    event_rows, problems = importing_events.compare(look, events)
    names = tuple(page.name for page in reading.pages)
    plans = tuple(programmes.review(look, page.name, page.programme) for page in reading.pages if page.programme)
    papers = importing_papers.review(look, [page for page in reading.pages if page.papers])
    return Review(names, rows, event_rows, (*reading.problems, *problems), plans, left_out, papers)


def apply(step: Work, review: Review) -> Result:
    """Do what the review says, as one step. Somebody to merge with who has gone since is added anew."""
    result = result_of(review)
    source = ", ".join(review.files)
    importing_people.bring_in(step, review.rows, source)
    importing_events.bring_in(step, review.events)
    for plan in review.programmes:
        programmes.bring_in(step, plan, store.begin_run(step, source) if plan.adds_people else None)
    if review.papers:
        adds = review.papers.counted(Decision.NEW)
        importing_papers.bring_in(step, review.papers, store.begin_run(step, source) if adds else None)
    step.label = f"Imported {source if len(review.files) == 1 else f'{len(review.files)} files'}: {say_result(result)}"
    return result


def last(look: View) -> tuple[int, str, str] | None:
    """Number, files and moment of the last import that added somebody, or None."""
    return store.last_run(look)


def _kind(name: str, data: bytes) -> str:
    from hallway.formats import kinds  # with the readers, when there is a file

    kind = kinds.recognise(data, name)
    if kind is None:
        raise errors.Refused(
            f"{name} seems to be {kinds.describe(data, name)}, which Hallway does not import.",
            NOTHING_CHANGED,
            "It takes address cards (.vcf), LinkedIn's Connections.csv, calendar files (.ics), conference programmes"
            " (schedule.xml, schedule.json) and bibliographies (.bib, .ris).",
        )
    return CALENDAR if kind == ICS else kind


def _read_one(
    name: str, data: bytes, kind: str, report: Report | None, zone: str, today: date | None
) -> tuple[Page, tuple[Complaint, ...]]:
    """Each reader is imported only when there is a file for it, which keeps the start quick."""
    if kind in (CALENDAR, ICS, PROGRAMME):
        return importing_events.read(name, data, kind, report, zone, today)
    if kind in (BIBTEX, RIS):
        return importing_papers.read(name, data, kind, report)
    if kind == VCARD:
        from hallway.formats.vcard import read as read_people
    elif kind == LINKEDIN:
        from hallway.formats.linkedin_csv import read as read_people
    else:
        choices = ", ".join(FORMATS)
        raise errors.Refused(f"There is no format called {kind}.", NOTHING_CHANGED, f"Choose one of: {choices}.")
    people = read_people(data, report)
    return Page(name, kind, people.records), people.complaints


def _with_sound_dates(file: str, record: PersonRecord, problems: list[Problem]) -> PersonRecord:
    """The record without dates that cannot be; each is a problem, and the person is kept."""
    birthday, met_on = _sound(record.birthday, Birthday.parse), _sound(record.met_on, PartialDate.parse)
    for written, sound in ((record.birthday, birthday), (record.met_on, met_on)):
        if written and not sound:
            problems.append(Problem(file, record.where, "A date does not read; it was left out.", written))
    return replace(record, birthday=birthday, met_on=met_on)


def _sound(written: str, parse: Callable[[str], object]) -> str:
    try:
        return str(parse(written)) if written else ""
    except ValueError:
        return ""
