"""Photos of address cards: they come in only when somebody who knows pictures has made them small and clean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hallway.domain.errors import Refused
from hallway.domain.importing import Page, Problem, Reading
from hallway.domain.records import PersonRecord, Report

Clean = Callable[[bytes], bytes]
"""Makes a picture small, without anything hidden in it; raises `Refused` for what is no picture."""


def cleaned(reading: Reading, clean: Clean, report: Report | None = None) -> Reading:
    """The reading with its photos made clean; one that is refused is a problem of its card, and the person is kept.

    Lets through what the report raises (`Stopped`).
    """
    total, done = count(reading), 0
    problems = list(reading.problems)

    def one(page: Page, record: PersonRecord) -> PersonRecord:
        nonlocal done
        if not record.photo:
            return record
        if report is not None:
            report(done, total)
        done += 1
        try:
            return replace(record, photo=clean(record.photo))
        except Refused as error:
            problems.append(Problem(page.name, record.where, f"The photo was left out. {error.what}"))
            return replace(record, photo=b"")

    pages = tuple(replace(page, people=tuple(one(page, record) for record in page.people)) for page in reading.pages)
    return replace(reading, pages=pages, problems=tuple(problems), photos_are_clean=True)


def without(reading: Reading) -> Reading:
    """The reading without photos."""
    pages = (
        replace(page, people=tuple(replace(one, photo=b"") if one.photo else one for one in page.people))
        for page in reading.pages
    )
    return replace(reading, pages=tuple(pages))


def count(reading: Reading) -> int:
    """How many photos came with the cards."""
    return sum(bool(record.photo) for page in reading.pages for record in page.people)
