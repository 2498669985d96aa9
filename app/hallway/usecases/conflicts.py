"""The list of conflicts of interest that funders ask for, made from the record, and as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from hallway.domain import errors
from hallway.domain.conflicts import LONGEST, MyTie, Row, Sign, Type, rows_of
from hallway.domain.papers import paper_keys
from hallway.domain.partial_dates import checked_span, say_partial
from hallway.domain.projects import State
from hallway.store import conflicts as store
from hallway.store import settings
from hallway.store.glances import name_of
from hallway.store.work import View, Work

SETTING = "conflicts.months"
SUFFIXES = CSV, XLSX = ".csv", ".xlsx"
TYPE_OF = {
    ("co-author", False): Type.CO_AUTHOR, ("co-author", True): Type.CO_AUTHOR, ("advisor", False): Type.ADVISOR,
    ("advisor", True): Type.ADVISED, ("family", False): Type.PERSONAL, ("family", True): Type.PERSONAL,
}  # fmt: skip
"""What a tie of the user's own means, as written at the user's side and at the other's."""


@dataclass(frozen=True, slots=True)
class ConflictList:
    """The whole list: the user in its first table, the rows of the others, and up to when it looks back."""

    name: str
    organisation: str
    day: date
    months: int
    rows: tuple[Row, ...]


def months(look: View) -> int:
    """How many months back co-authors and collaborators count."""
    kept: int = settings.setting(look, SETTING)
    return kept


def set_months(step: Work, number: int) -> None:
    """Look back further or less far, also the next time. Raises `Refused` for a number that makes no sense."""
    settings.set_setting(step, SETTING, _checked_months(number))
    step.label = f"Conflict list: {number} months"


def listing(look: View, back: int | None = None) -> ConflictList:
    """The list as of today; `back` is a number of months instead of the one that is kept. Raises `Refused`."""
    number, me = _checked_months(months(look) if back is None else back), settings.profile(look)
    signs = (*_papers(look), *_projects(look), *_ties(look, me["name"].strip()), *_by_hand(look))
    people = store.whom(look, {sign.person_id for sign in signs})
    return ConflictList(me["name"], me["university"], look.today, number, rows_of(signs, people, look.today, number))


def file_of(look: View, suffix: str, back: int | None = None) -> bytes:
    """The list as the content of a file. Raises `Refused` for another suffix."""
    found = listing(look, back)
    if suffix.lower() == CSV:
        from hallway.formats import conflicts_csv  # only what is written

        return conflicts_csv.write(found.rows)
    if suffix.lower() == XLSX:
        from hallway.formats import conflicts_xlsx

        return conflicts_xlsx.write(found.name, found.organisation, found.day, found.rows)
    raise errors.Refused(f"A conflict list is written as {' or '.join(SUFFIXES)}, not {suffix or 'without an ending'}.")


def my_tie(look: View, tie_id: int) -> MyTie:
    """What was noted by hand. Raises `NotFound`."""
    return store.my_tie(look, tie_id)


def note(step: Work, one: MyTie) -> int:
    """Note how somebody stands to the user, or change the note with `one.id`; returns its id.

    Raises `Refused` for dates that do not fit, `NotFound` for somebody who is gone.
    """
    since, until = checked_span(one.since, one.until)
    step.label = f"{name_of(step, one.person_id)}: on your conflict list"
    return store.put_my_tie(step, replace(one, since=since, until=until, note=" ".join(one.note.split())))


def forget(step: Work, tie_id: int) -> None:
    """Take a note by hand away. Raises `NotFound`."""
    one = store.my_tie(step, tie_id)
    step.label = f"{one.person}: no longer noted for your conflict list"
    store.drop_my_tie(step, tie_id)


def _papers(look: View) -> Iterator[Sign]:
    """Whoever has a paper of the user's."""
    written = store.publications(look)
    mine = {key for one in written if one.person_id is None for key in paper_keys(one.title, one.link, one.on)}
    for one in written if mine else ():
        if one.person_id is not None and not mine.isdisjoint(paper_keys(one.title, one.link, one.on)):
            when = f" ({say_partial(one.on)})" if one.on else ""
            yield Sign(one.person_id, Type.CO_AUTHOR, f"You wrote “{one.title}” together{when}.", one.on)


def _projects(look: View) -> Iterator[Sign]:
    for one in store.projects(look):
        goes_on = not one.end_on and one.state is not State.DONE
        role = f", {one.role}" if one.role else ""
        source = f"Project “{one.title}”{role}{_span(one.start_on, one.end_on)}."
        yield Sign(one.person_id, Type.COLLABORATOR, source, one.end_on, goes_on)


def _ties(look: View, name: str) -> Iterator[Sign]:
    for one in store.told(look, name):
        type_ = TYPE_OF.get((one.kind, one.is_theirs))
        if type_ is not None:
            goes_on = not one.until and (bool(one.since) or type_ is not Type.CO_AUTHOR)
            source = f"Noted on your own page here: {one.kind}{_span(one.since, one.until)}."
            yield Sign(one.person_id, type_, source, one.until, goes_on)


def _by_hand(look: View) -> Iterator[Sign]:
    for one in store.my_ties(look):
        words = f": {one.note.rstrip('.')}" if one.note else ""
        source = f"You noted this{_span(one.since, one.until)}{words}."
        yield Sign(one.person_id, one.type, source, one.until, not one.until, one.id)


def _span(since: str, until: str) -> str:
    if since and until:
        return f", {say_partial(since)} to {say_partial(until)}"
    return f", since {say_partial(since)}" if since else f", until {say_partial(until)}" if until else ""


def _checked_months(number: int) -> int:
    if not 1 <= number <= LONGEST:
        raise errors.Refused(f"Choose between 1 and {LONGEST} months.")
    return number
