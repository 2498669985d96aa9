"""People out to a file: address cards, or a table. What was imported and not understood travels along."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from hallway.domain import errors
from hallway.domain.folding import fold
from hallway.domain.names import sort_key
from hallway.domain.people import Standing
from hallway.domain.records import PersonRecord, Report
from hallway.host.files import atomic_write
from hallway.store import importing as store
from hallway.store import lists, views
from hallway.store import people as people_store
from hallway.store import photos as photo_store
from hallway.store.lists import PeopleFilter
from hallway.store.work import View

SUFFIXES = CARDS, TABLE = ".vcf", ".csv"
NAMELESS: Final = "Somebody"


class Form(StrEnum):
    """As what people are written."""

    CARDS_3 = "vCard 3.0"
    CARDS_4 = "vCard 4.0"
    SPREADSHEET = "spreadsheet"
    EXACT = "exact"
    GOOGLE = "google"
    OUTLOOK = "outlook"

    @property
    def suffix(self) -> str:
        """How the name of such a file ends."""
        return CARDS if self in CARD_FORMS else TABLE


CARD_FORMS: Final = (Form.CARDS_3, Form.CARDS_4)
TABLE_FORMS: Final = (Form.SPREADSHEET, Form.EXACT, Form.GOOGLE, Form.OUTLOOK)


@dataclass(frozen=True, slots=True)
class Whom:
    """A list of people that may be written: everybody, a group or a saved view, how it is called, how many it has.

    `chosen` is None for everybody. Whoever was let go is in none of them.
    """

    kind: str
    name: str
    count: int
    chosen: PeopleFilter | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is ready to be written, with how many people are in it."""

    data: bytes
    count: int


def lists_of(look: View) -> tuple[Whom, ...]:
    """Everybody, those one knows, each group and each saved view, as far as anybody is in it."""
    every = int(look.value("SELECT count(*) FROM glance WHERE standing <> ?", Standing.LET_GO))
    narrower = [
        Whom("known", "", 0, PeopleFilter()),
        *(Whom("group", one.name, 0, PeopleFilter(groups=frozenset({one.id}))) for one in people_store.groups(look)),
        *(Whom("view", one.name, 0, one.chosen) for one in views.listed(look)),
    ]
    counted = (
        replace(one, count=lists.count(look, one.chosen))
        for one in narrower if one.chosen is not None and one.chosen.standing is not Standing.LET_GO
    )  # fmt: skip
    return Whom("everybody", "", every), *(one for one in counted if one.count)


def list_called(look: View, name: str) -> PeopleFilter:
    """The group or saved view of that name, however it is spelled. Raises `NotFound`."""
    for one in lists_of(look):
        if one.chosen is not None and one.name and fold(one.name) == fold(name):
            return one.chosen
    raise errors.NotFound(f"No group or saved view with people in it is called “{name}”.")


def people(look: View, *, photos: bool = False, ids: Collection[int] | None = None) -> tuple[PersonRecord, ...]:
    """Everybody (or only these) but those let go, by name; with their photos when asked for."""
    faces = dict(photo_store.photos(look)) if photos else {}
    records = (
        replace(entry.held.record, photo=faces[id_]) if id_ in faces else entry.held.record
        for id_, entry in store.entries(look, ids).items()
        if entry.standing is not Standing.LET_GO
    )
    return tuple(sorted(records, key=lambda one: (sort_key(one.name), one.name, one.uid)))


def record_of(look: View, person_id: int) -> PersonRecord:
    """One person in the shape that files have. Raises `NotFound`."""
    entry = store.entries(look, [person_id]).get(person_id)
    if entry is None:
        raise errors.NotFound("This person is no longer in your record.")
    return replace(entry.held.record, photo=photo_store.photo(look, person_id) or b"")


def made(look: View, form: Form, chosen: PeopleFilter | None = None, report: Report | None = None) -> Made:
    """Everybody, or the people of a list, as the content of a file; cards are proven to read back.

    Raises `Refused` where they would not.
    """
    ids = None if chosen is None else lists.ids(look, chosen)
    records = people(look, photos=form in CARD_FORMS, ids=ids)
    return Made(_WRITERS[form](records, report), len(records))


def file_of(look: View, suffix: str, version: str = "3.0", guard: bool = False) -> bytes:
    """Everybody as the content of a file. `version` is that of address cards; `guard` makes a table safe to open in
    a spreadsheet. Raises `Refused` for another suffix."""
    return made(look, form_for(suffix, version, guard)).data


def form_for(suffix: str, version: str = "3.0", guard: bool = False) -> Form:
    """The form that the ending of a file asks for. Raises `Refused` for one that is neither cards nor a table."""
    if suffix.lower() == CARDS:
        return Form.CARDS_4 if version == "4.0" else Form.CARDS_3
    if suffix.lower() == TABLE:
        return Form.SPREADSHEET if guard else Form.EXACT
    raise errors.Refused(f"People are written as {' or '.join(SUFFIXES)}, not {suffix or 'without an ending'}.")


def write(path: Path, data: bytes) -> None:
    """Write a file atomically. Raises `DiskFull` or `FileTrouble`; an old file then stands as it was."""
    atomic_write(path, data, mode=None)


# Each form brings in only the code that it is written with.


def _cards(version: str) -> Callable[[tuple[PersonRecord, ...], Report | None], bytes]:
    def write_cards(records: tuple[PersonRecord, ...], report: Report | None) -> bytes:
        from hallway.formats import vcard, vcard_proof

        named = tuple(map(with_a_name, records))
        data = vcard.write(named, version)
        vcard_proof.prove(data, named, report)
        return data

    return write_cards


def with_a_name(record: PersonRecord) -> PersonRecord:
    """Cards need one: of some letters that only computers have a use for, nothing is left in a file."""
    from hallway.formats.text import clean

    return record if clean(record.name).strip() else replace(record, name=NAMELESS)


def _table(guard: bool) -> Callable[[tuple[PersonRecord, ...], Report | None], bytes]:
    def write_table(records: tuple[PersonRecord, ...], report: Report | None) -> bytes:
        from hallway.formats import people_csv

        return people_csv.write(records, guard)

    return write_table


def _google(records: tuple[PersonRecord, ...], report: Report | None) -> bytes:
    from hallway.formats import google_csv

    return google_csv.write(records)


def _outlook(records: tuple[PersonRecord, ...], report: Report | None) -> bytes:
    from hallway.formats import outlook_csv

    return outlook_csv.write(records)


_WRITERS: Final[dict[Form, Callable[[tuple[PersonRecord, ...], Report | None], bytes]]] = {
    Form.CARDS_3: _cards("3.0"),
    Form.CARDS_4: _cards("4.0"),
    Form.SPREADSHEET: _table(guard=True),
    Form.EXACT: _table(guard=False),
    Form.GOOGLE: _google,
    Form.OUTLOOK: _outlook,
}
