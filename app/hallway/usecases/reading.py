"""What is in files of other programs, as plain records: nothing here knows of the record, or changes anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import PurePath

from hallway.domain import errors
from hallway.domain.column_choices import NONE_CHOSEN, ColumnChoices
from hallway.domain.importing import (
    ASKED,
    BIBTEX,
    CSV,
    FORMATS,
    ICS,
    LINKEDIN,
    MAIL,
    MONICA,
    NOTHING_CHANGED,
    PROGRAMME,
    RIS,
    VCARD,
    Page,
    Problem,
    Reading,
)
from hallway.domain.partial_dates import Birthday, PartialDate
from hallway.domain.programme_review import zone_called
from hallway.domain.programmes import Programme
from hallway.domain.records import Complaint, Parsed, PersonRecord, Report

CALENDAR = "calendar"
"""A calendar file of which the content is to tell whether it holds events or a programme."""

PeopleReader = Callable[[bytes, Report | None], Parsed[PersonRecord]]
PEOPLE_READERS = {VCARD: "vcard", LINKEDIN: "linkedin_csv", MONICA: "monica_json"}
"""Formats that hold people and need nothing else to be known, and the module that reads them."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How files are read, beyond what they say themselves.

    `zone` is the IANA name for times that name no zone. Events that repeat come with their dates within a year of
    `today`, without it with the first one. `columns` says how tables are read. `own` are the user's names and
    addresses, to tell who wrote to whom; the words of messages come along only with `texts`.
    """

    zone: str = ""
    today: date | None = None
    columns: ColumnChoices = NONE_CHOSEN
    own: frozenset[str] = frozenset()
    texts: bool = False


AS_THEY_ARE = Manner()


def read(
    files: Sequence[tuple[str, bytes]], as_format: str | None = None, report: Report | None = None,
    manner: Manner = AS_THEY_ARE,
) -> Reading:
    """Read files (name, content); `as_format` is one of `FORMATS`, or None to tell by the content.

    Raises `Refused` for a file that Hallway does not read or a zone that nobody knows, and lets through what the
    report raises (`Stopped`).
    """
    zone_called(manner.zone)
    kinds = [as_format or _kind(name, data) for name, data in files]
    pages: list[Page] = []
    problems: list[Problem] = []
    for (name, data), kind in zip(files, kinds, strict=True):
        page, complaints = _read_one(name, data, kind, report, manner)
        problems += (Problem(name, one.where, one.what, one.row) for one in complaints)
        people = tuple(_with_sound_dates(name, person, problems) for person in page.people)
        pages.append(replace(page, people=people))
    return Reading(tuple(pages), tuple(problems))


def _kind(name: str, data: bytes) -> str:
    from hallway.formats import kinds  # with the readers, when there is a file

    kind = kinds.recognise(data, name)
    if kind is None:
        raise errors.Refused(
            f"{name} seems to be {kinds.describe(data, name)}, which Hallway does not import.",
            NOTHING_CHANGED,
            "It takes address cards (.vcf), tables (.csv), files of LinkedIn and Monica, mails (.eml, .mbox), calendars"
            " (.ics), conference programmes (schedule.xml, schedule.json) and bibliographies (.bib, .ris).",
        )
    return CALENDAR if kind == ICS else kind


def _read_one(
    name: str, data: bytes, kind: str, report: Report | None, manner: Manner
) -> tuple[Page, tuple[Complaint, ...]]:
    """Each reader is imported only when there is a file for it, which keeps the start quick."""
    if kind in (CALENDAR, ICS, PROGRAMME):
        return _calendar(name, data, kind, report, manner)
    if kind == CSV:
        return _table(name, data, report, manner.columns)
    if kind in ASKED:
        return _letters(name, data, kind, report, manner)
    if kind in (BIBTEX, RIS):
        return _papers(name, data, kind, report)
    if kind not in PEOPLE_READERS:
        choices = ", ".join(FORMATS)
        raise errors.Refused(f"There is no format called {kind}.", NOTHING_CHANGED, f"Choose one of: {choices}.")
    read_people: PeopleReader = import_module(f"hallway.formats.{PEOPLE_READERS[kind]}").read
    people = read_people(data, report)
    return Page(name, kind, people.records), people.complaints


def _table(
    name: str, data: bytes, report: Report | None, columns: ColumnChoices
) -> tuple[Page, tuple[Complaint, ...]]:
    """A table, read as was chosen for it, or else as it looks."""
    from hallway.formats import tables  # with the first table

    layout = columns.layouts.get(name) or columns.applied(tables.look_at(data, *columns.forms.get(name, ("", "")))[0])
    people = tables.read(data, layout, report)
    return Page(name, CSV, people.records, layout=layout), people.complaints


def _letters(
    name: str, data: bytes, kind: str, report: Report | None, manner: Manner
) -> tuple[Page, tuple[Complaint, ...]]:
    """Who wrote to whom and when: `kind` is `MESSAGES` or `MAIL`."""
    if kind == MAIL:
        from hallway.formats import mail_headers

        people = mail_headers.read(data, report, manner.own, today=manner.today)
    else:
        from hallway.formats import linkedin_messages

        people = linkedin_messages.read(data, report, manner.own, manner.texts)
    return Page(name, kind, people.records), people.complaints


def _calendar(
    name: str, data: bytes, kind: str, report: Report | None, manner: Manner
) -> tuple[Page, tuple[Complaint, ...]]:
    """Events, or the programme that the file is; `kind` is `ICS`, `PROGRAMME` or `CALENDAR`."""
    from hallway.formats import ics, ics_series, programmes, schedule_ics  # with the first such file

    if kind == PROGRAMME:
        parsed = programmes.read(data, report, manner.zone)
        programme = parsed.records[0] if parsed.records else None
        return _page_of(name, programme), _told_once(parsed.complaints)
    found, complaints = ics.collect(data, report, manner.zone)
    if kind == CALENDAR and schedule_ics.is_programme(found):
        return _page_of(name, schedule_ics.programme_of(found, complaints)), _told_once(complaints)
    found = ics_series.expanded(found, complaints, manner.today) if manner.today else found
    events = complaints.parsed((one.event for one in found), ICS)
    return Page(name, ICS, events=events.records), events.complaints


def _papers(name: str, data: bytes, kind: str, report: Report | None) -> tuple[Page, tuple[Complaint, ...]]:
    """The papers of a file; `kind` is `BIBTEX` or `RIS`."""
    if kind == BIBTEX:  # each reader is imported only when there is a file for it
        from hallway.formats.bibtex import read as read_papers
    else:
        from hallway.formats.ris import read as read_papers
    parsed = read_papers(data, report)
    return Page(name, kind, papers=parsed.records), parsed.complaints


def _page_of(name: str, programme: Programme | None) -> Page:
    """A programme that does not say its title has that of its file."""
    if programme and not programme.title:
        programme = replace(programme, title=" ".join(PurePath(name).stem.replace("_", " ").split()) or "A conference")
    return Page(name, PROGRAMME, programme=programme)


def _told_once(complaints: Iterable[Complaint]) -> tuple[Complaint, ...]:
    """The same said of a hundred sessions is said once, with their number."""
    alike: dict[str, list[Complaint]] = {}
    for one in complaints:
        alike.setdefault(one.what, []).append(one)
    return tuple(
        one if len(group) == 1 else replace(one, where=f"{one.where} and {len(group) - 1} more")
        for group in alike.values()
        for one in group[:1]
    )


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
