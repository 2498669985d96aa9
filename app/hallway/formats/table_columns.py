"""The columns of a table: told by their headers, then by each other and by what their cells hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from hallway.domain.columns import LISTS, Column, Meaning, sign_between
from hallway.domain.contacts import is_address
from hallway.domain.folding import fold
from hallway.domain.names import TITLES
from hallway.formats.header_words import ADDRESS_PARTS, CONCEPTS, Heading, headings
from hallway.formats.spreadsheet_guard import GUARD_MARK
from hallway.formats.table_values import GOOGLE_JOINT, JOINT, is_page

SAMPLES: Final = 5
"""How many cells of each column are kept to be shown."""
OWN: Final[dict[str, Meaning]] = {
    "Name": Meaning.NAME, "Given name": Meaning.GIVEN, "Family name": Meaning.FAMILY,
    "Additional names": Meaning.ADDITIONAL, "Prefix": Meaning.PREFIX, "Suffix": Meaning.SUFFIX,
    "Nickname": Meaning.NICKNAME, "Phonetic name": Meaning.PHONETIC, "Pronouns": Meaning.PRONOUNS,
    "E-mail": Meaning.EMAIL, "E-mail label": Meaning.LABEL, "Phone": Meaning.PHONE, "Phone label": Meaning.LABEL,
    "Organisation": Meaning.ORGANISATION, "Role": Meaning.ROLE, "Unit": Meaning.UNIT, "From": Meaning.START,
    "Until": Meaning.END, "Page": Meaning.PAGE, "Page kind": Meaning.LABEL, "Topics": Meaning.TOPICS,
    "Groups": Meaning.GROUPS, "Place": Meaning.PLACE, "Time zone": Meaning.TIME_ZONE,
    "Languages": Meaning.LANGUAGES, "Birthday": Meaning.BIRTHDAY, "Met on": Meaning.MET_ON, "Note": Meaning.NOTE,
    "How we met": Meaning.MET_HOW, "Keep in touch every (days)": Meaning.RHYTHM, "UID": Meaning.UID,
}  # fmt: skip
"""The columns of Hallway's own table; `people_csv` writes them under these headers, in this order."""
JOINED: Final = frozenset({
    Meaning.EMAIL, Meaning.PHONE, Meaning.ORGANISATION, Meaning.ROLE, Meaning.UNIT, Meaning.START, Meaning.END,
    Meaning.PAGE, Meaning.LABEL, Meaning.TOPICS, Meaning.GROUPS, Meaning.LANGUAGES,
})  # fmt: skip
"""What may stand several times in one cell of Hallway's own table."""

_OWN_FOLDED: Final = {fold(header): meaning for header, meaning in OWN.items()}
_OWN_MARKS: Final = frozenset({"additional names", "e-mail label", "phone label", "page kind", "phonetic name"})
_GOOGLE: Final = re.compile(r"(?:e-mail|phone|address|organization|website|relation|event|custom field|im) \d+ - \w.*")
_TITLE_WORDS: Final = TITLES | frozenset("univ habil dipl mag ra sra srta sig dhr mevr pan pani hr fru".split())
_TRANSPORTS: Final = frozenset({"", "smtp", "ex", "mapipdl", "notes"})
_LONGEST_PLACE: Final = 60


@dataclass(slots=True)
class _Draft:
    """One column while its meaning is settled."""

    header: str
    heading: Heading
    meaning: Meaning
    label: str
    cells: list[str] = field(default_factory=list)

    @property
    def concept(self) -> str:
        return self.heading.concept


def columns_of(
    headers: Sequence[str], rows: Sequence[Sequence[str]], has_header: bool = True
) -> tuple[tuple[Column, ...], str]:
    """The columns under some headers, and whose they are ("google", "hallway" …). Every row of the table is looked at.

    Without a header, `headers` are numbers, and only the cells tell what a column means.
    """
    producer = producer_of(headers) if has_header else ""
    drafts = _drafts(headers, rows, has_header)
    if producer == "hallway":
        for draft in drafts:
            draft.meaning = _OWN_FOLDED.get(_plain(draft.header), draft.meaning)
            draft.label = ""
    else:
        for settle in _SETTLERS:
            settle(drafts)
    return tuple(_column(draft, producer) for draft in drafts), producer


def producer_of(headers: Sequence[str]) -> str:
    """Whose columns these are: "hallway", "google", "thunderbird", "outlook", or empty when nothing tells."""
    folded = [fold(header) for header in headers]
    if {_plain(header) for header in headers} >= _OWN_MARKS:
        return "hallway"
    if any(map(_GOOGLE.fullmatch, folded)) or {"file as", "labels"} <= set(folded):
        return "google"
    found = headings(headers)
    concepts = {one.concept for one in found}
    numbered = sum(not one.concept and one.number for one in found)
    if {"birth year", "birth month", "given", "family"} <= concepts and numbered >= 4:
        return "thunderbird"
    several = any(one.concept == "email" and one.number > 1 for one in found)
    at_both = {one.label for one in found if one.concept in ("phone", "town", "street")}
    return "outlook" if several or {"work", "home", "other"} <= at_both else ""


def _plain(header: str) -> str:
    """A header of Hallway's own, without the mark of the copy for spreadsheets."""
    return fold(header.removeprefix(GUARD_MARK))


def _drafts(headers: Sequence[str], rows: Sequence[Sequence[str]], has_header: bool) -> list[_Draft]:
    found = headings(headers) if has_header else tuple(Heading() for _ in headers)
    drafts = []
    for header, heading in zip(headers, found, strict=True):
        meaning, label = CONCEPTS.get(heading.concept, (Meaning.IN_NOTES, ""))
        drafts.append(_Draft(header, heading, meaning, heading.label or label))
    for row in rows:
        for draft, cell in zip(drafts, row, strict=False):
            if cell and (stripped := cell.strip()):
                draft.cells.append(stripped)
    return drafts


def _column(draft: _Draft, producer: str) -> Column:
    samples = tuple(dict.fromkeys(draft.cells[: 10 * SAMPLES]))[:SAMPLES]
    column = Column(draft.header, draft.meaning, samples, len(draft.cells), draft.label)
    return replace(column, split=_split(draft, producer))


def _split(draft: _Draft, producer: str) -> str:
    """What stands between several values in the cells of a column, where some cell holds several."""
    if producer == "hallway":
        several = draft.meaning in JOINED and any(";" in cell for cell in draft.cells)
        return JOINT if several else ""
    if draft.meaning in (Meaning.NOTE, Meaning.IN_NOTES, Meaning.LEFT_OUT):
        return ""
    if producer == "google" and any(GOOGLE_JOINT.strip() in cell for cell in draft.cells):
        return GOOGLE_JOINT
    if draft.meaning in LISTS:
        return sign_between(draft.cells)
    if draft.meaning is Meaning.EMAIL and any(cell.count("@") > 1 for cell in draft.cells):
        return ";" if any(";" in cell for cell in draft.cells) else ","
    return ";" if draft.meaning is Meaning.PHONE and any(";" in cell for cell in draft.cells) else ""


def _settle_names(drafts: list[_Draft]) -> None:
    """ "Nom" beside "Prénom" is the family's name, "Nombre" beside "Apellidos" the given one."""
    concepts = {draft.concept for draft in drafts}
    bare = [draft for draft in drafts if draft.concept == "bare name"]
    has_family = bool(concepts & {"family", "family or nickname"})
    if bare and "given" in concepts and not has_family:
        bare[0].meaning = Meaning.FAMILY
    elif bare and has_family and "given" not in concepts:
        bare[0].meaning = Meaning.GIVEN
    if "family" in concepts:
        for draft in drafts:
            draft.meaning = Meaning.NICKNAME if draft.concept == "family or nickname" else draft.meaning


def _settle_titles(drafts: list[_Draft]) -> None:
    """ "Title" is Dr or Mr where the cells say so or a job title stands beside it, else it is the role."""
    titles = [draft for draft in drafts if draft.concept == "title"]
    has_role = any(draft.concept == "role" for draft in drafts)
    for number, draft in enumerate(titles):
        words = [_is_title(cell) for cell in draft.cells]
        is_second = number > 0 and not has_role
        is_long = bool(words) and sum(cell.count(" ") for cell in draft.cells) > 3 * len(words)
        is_first_of_two = len(titles) > 1 and number == 0
        beside = (has_role or is_first_of_two) and not is_long
        is_prefix = (sum(words) * 2 >= len(words) if words and not beside else beside) and not is_second
        draft.meaning = Meaning.PREFIX if is_prefix else Meaning.ROLE


def _is_title(cell: str) -> bool:
    words = [word for word in re.split(r"[\s.]+", fold(cell)) if word]
    return bool(words) and all(word in _TITLE_WORDS or f"{word}." in _TITLE_WORDS for word in words)


def _settle_occupations(drafts: list[_Draft]) -> None:
    """A profession beside a job title is no second role."""
    has_role = any(draft.meaning is Meaning.ROLE and draft.concept != "occupation" for draft in drafts)
    for draft in drafts:
        if draft.concept == "occupation" and has_role:
            draft.meaning = Meaning.IN_NOTES


def _settle_births(drafts: list[_Draft]) -> None:
    """Beside a year of birth, "Birthday" with small numbers is the day, and so are bare "Mois" and "Jour"."""
    concepts = {draft.concept for draft in drafts}
    if "birth year" not in concepts:
        return
    days = [draft for draft in drafts if draft.concept == "birthday"]
    if {"birth month", "month"} & concepts and len(days) == 1 and "birth day" not in concepts:
        is_small = all(re.fullmatch(r"[0-3]?[0-9]", cell) for cell in days[0].cells)
        days[0].meaning = Meaning.BIRTH_DAY if is_small else Meaning.BIRTHDAY
    for draft in drafts:
        bare = {"month": Meaning.BIRTH_MONTH, "day": Meaning.BIRTH_DAY}
        draft.meaning = bare.get(draft.concept, draft.meaning)


def _settle_labels(drafts: list[_Draft]) -> None:
    """A column of kinds needs a column it tells of; the transport of Outlook's mails is of no use."""
    for draft in drafts:
        if draft.concept != "type":
            continue
        key = draft.heading.stem, draft.heading.number
        named = any((one.heading.stem, one.heading.number) == key and one.concept != "type" for one in drafts)
        is_transport = draft.heading.stem == "email" and all(cell.lower() in _TRANSPORTS for cell in draft.cells)
        is_google = _GOOGLE.fullmatch(fold(draft.header)) is not None
        if is_transport and not (is_google and draft.cells):
            draft.meaning = Meaning.LABEL if is_google else Meaning.LEFT_OUT
        else:
            draft.meaning = Meaning.LABEL if named else Meaning.IN_NOTES


def _settle_addresses(drafts: list[_Draft]) -> None:
    """A single address that is only a town, in every cell, is the place."""
    if any(draft.meaning is Meaning.PLACE for draft in drafts):
        return
    for draft in drafts:
        is_short = all(len(cell) <= _LONGEST_PLACE and not re.search(r"[0-9\n]", cell) for cell in draft.cells)
        if draft.concept == "address" and draft.cells and is_short:
            draft.meaning = Meaning.PLACE
            return


def _settle_by_cells(drafts: list[_Draft]) -> None:
    """What no header tells, the cells may: addresses and pages for certain, a name by the addresses beside it."""
    for draft in drafts:
        if draft.concept or not draft.cells:
            continue
        if all(map(is_address, draft.cells)):
            draft.meaning = Meaning.EMAIL
        elif all(map(is_page, draft.cells)):
            draft.meaning = Meaning.PAGE
    emails = next((draft for draft in drafts if draft.meaning is Meaning.EMAIL), None)
    named = any(draft.meaning in (Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY) for draft in drafts)
    if emails and not named:
        _settle_name_by(emails, drafts)


def _settle_name_by(emails: _Draft, drafts: list[_Draft]) -> None:
    """The column with a word of which most of the addresses are made: ada.lovelace@x.org beside "Ada Lovelace"."""
    local = " ".join(fold(cell).partition("@")[0] for cell in emails.cells)
    for draft in drafts:
        cells = draft.cells
        if draft.concept or draft.meaning is not Meaning.IN_NOTES or len(cells) < 2 or len(cells) > 5_000:
            continue
        told = sum(any(len(word) > 2 and word in local for word in fold(cell).split()) for cell in cells)
        is_short = all(1 <= cell.count(" ") <= 4 and not re.search("[0-9@/]", cell) for cell in cells)
        if is_short and 3 * told >= 2 * len(cells):
            draft.meaning = Meaning.NAME
            return


def _settle_empty(drafts: list[_Draft]) -> None:
    """An empty column without a known header says nothing."""
    for draft in drafts:
        if not draft.cells and draft.meaning is Meaning.IN_NOTES and draft.concept not in ADDRESS_PARTS:
            draft.meaning = Meaning.LEFT_OUT


_SETTLERS: Final[tuple[Callable[[list[_Draft]], None], ...]] = (
    _settle_names, _settle_titles, _settle_occupations, _settle_births, _settle_labels, _settle_addresses,
    _settle_by_cells, _settle_empty,
)  # fmt: skip
