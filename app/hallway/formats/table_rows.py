"""One row of a table to one person: every cell finds a place, and what has none of its own goes to the note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from hallway.domain.columns import Meaning
from hallway.domain.folding import fold, is_cjk
from hallway.domain.names import TWO_CHARACTER_FAMILIES, split_name
from hallway.domain.records import Complaint, Email, MomentRecord, PersonRecord, Phone, Profile, Work
from hallway.formats import links, table_dates
from hallway.formats.csv_rows import CsvRow
from hallway.formats.limits import MAX_TEXT, clipped, shown
from hallway.formats.spreadsheet_guard import unguarded
from hallway.formats.table_plan import Plan, Slot
from hallway.formats.table_values import (
    EVERYBODY,
    GOOGLE_JOINT,
    JOINT,
    SAYS_NOTHING,
    addresses,
    is_of_exchange,
    label_of,
    number_of,
    pages,
    parted,
    rhythm,
    unwrapped,
)

EXCHANGE: Final = "The mail address leads only inside an Exchange server; it was left out."
NOBODY: Final = "The row names nobody: no name, organisation or address. It was left out."
_WHOLE_DAY: Final = 10
_UNREADABLE: Final = {
    Meaning.BIRTHDAY: "The birthday could not be read; it went into the notes.",
    Meaning.BIRTH_YEAR: "The birthday could not be read; it went into the notes.",
    Meaning.RHYTHM: "How often to be in touch could not be read; it went into the notes.",
}
_A_DATE: Final = "A date could not be read; it went into the notes."
_WORK_PARTS: Final = {
    Meaning.ORGANISATION: "organisation", Meaning.ROLE: "role", Meaning.UNIT: "unit", Meaning.START: "start",
    Meaning.END: "end",
}  # fmt: skip
_BIRTH_PARTS: Final = (Meaning.BIRTH_YEAR, Meaning.BIRTH_MONTH, Meaning.BIRTH_DAY)


@dataclass(slots=True)
class _Draft:
    """What is known of the person while the cells of the row pass by."""

    row: CsvRow
    cells: Sequence[str]
    plan: Plan
    complaints: list[Complaint]
    single: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    filed_as: str = ""
    phonetic: list[str] = field(default_factory=list)
    emails: list[Email] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)
    works: dict[tuple[int, int, int], dict[str, str]] = field(default_factory=dict)
    lists: dict[Meaning, list[str]] = field(default_factory=dict)
    places: dict[tuple[str, int, int], list[tuple[Slot, str]]] = field(default_factory=dict)
    births: dict[Meaning, tuple[Slot, str]] = field(default_factory=dict)
    labels: dict[int, Slot] = field(default_factory=dict)
    used_labels: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    rhythm_days: int = 0
    moments: list[MomentRecord] = field(default_factory=list)

    def keep(self, slot: Slot, cell: str, header: str = "") -> None:
        """Put a cell that has no place of its own into the note, below its header."""
        header = header or slot.header
        self.lines.append(f"{header}: {cell}" if header else cell)

    def complain(self, what: str) -> None:
        """Say what could not be used of this row."""
        self.complaints.append(Complaint(f"line {self.row.number}", what, shown(self.row.raw)))

    def label(self, slot: Slot) -> str:
        """What the column of kinds says of this cell, without the star of the default; it is used up with that."""
        if slot.label_at < 0 or slot.label_at >= len(self.cells):
            return ""
        self.used_labels.add(slot.label_at)
        label = self.cells[slot.label_at]
        return label if self.plan.is_own else label_of(label)


def person_of(row: CsvRow, plan: Plan, complaints: list[Complaint]) -> PersonRecord | None:
    """The person in a row, or None: for an empty row, and with a complaint for one that names nobody."""
    draft = _Draft(row, _cells(row, plan), plan, complaints)
    for slot in plan.slots:
        cell = draft.cells[slot.at] if slot.at < len(draft.cells) else ""
        if cell:
            _TAKERS.get(slot.meaning, _take_text)(draft, slot, cell)
    _settle_births(draft)
    _settle_places(draft)
    _settle_labels(draft)
    return _person(draft)


def _cells(row: CsvRow, plan: Plan) -> list[str]:
    """The cells without spaces around, without guards of our own, and never longer than a field may be."""
    if not plan.is_own:
        return [clipped(unwrapped(cell.replace("\ufeff", "").strip())) for cell in row.cells]
    cells = [clipped(cell.strip()) for cell in row.cells]
    return [unguarded(cell).strip() for cell in cells] if plan.is_guarded else cells


def _values(slot: Slot, cell: str) -> list[str]:
    """The values in a cell; empty ones keep their place only in Hallway's own table."""
    if not slot.split:
        return [cell]
    if slot.split == JOINT:
        return parted(cell)
    return [value for part in cell.split(slot.split.strip() or slot.split) if (value := part.strip())]


def _take_text(draft: _Draft, slot: Slot, cell: str) -> None:
    """A field that holds one text; a second one that says something else goes to the note."""
    key = slot.meaning.value
    if draft.single.setdefault(key, cell) != cell:
        draft.keep(slot, cell)


def _take_name(draft: _Draft, slot: Slot, cell: str) -> None:
    if slot.concept == "file as":
        draft.filed_as = cell
    elif not draft.names:
        draft.names.append(_turned(cell) if slot.flips else cell)
    elif cell not in draft.names:
        draft.keep(slot, cell)


def _turned(name: str) -> str:
    """ "Lovelace, Ada" as "Ada Lovelace"; credentials behind a comma stay where they are."""
    family, comma, given = (part.strip() for part in name.partition(","))
    return f"{given} {family}" if comma and given and not split_name(name).suffix else name


def _take_phonetic(draft: _Draft, slot: Slot, cell: str) -> None:
    if not any(cell in told for told in draft.phonetic):
        draft.phonetic.append(cell)


def _take_email(draft: _Draft, slot: Slot, cell: str) -> None:
    values, labels, before = _values(slot, cell), _labels(draft, slot), len(draft.emails)
    for at, value in enumerate(values):
        label = labels[at] if at < len(labels) else ""
        if draft.plan.is_own:
            draft.emails += [Email(value, label)] if value else []
        else:
            _add_addresses(draft, slot, value, label or (labels[0] if labels else slot.label))
    if len(draft.emails) == before or len(labels) > len(values):
        draft.used_labels.discard(slot.label_at)


def _add_addresses(draft: _Draft, slot: Slot, value: str, label: str) -> None:
    if is_of_exchange(value):
        draft.complain(EXCHANGE)
        return
    found, rest = addresses(value)
    draft.emails.extend(Email(address, label) for address in found)
    if rest:
        draft.keep(slot, rest)


def _take_phone(draft: _Draft, slot: Slot, cell: str) -> None:
    values, labels = _values(slot, cell), _labels(draft, slot)
    for at, value in enumerate(values):
        label = labels[at] if at < len(labels) else ""
        if not draft.plan.is_own:
            value, label = number_of(value), label or (labels[0] if labels else slot.label)
        if value:
            draft.phones.append(Phone(value, label))
    if len(labels) > len(values):
        draft.used_labels.discard(slot.label_at)


def _labels(draft: _Draft, slot: Slot) -> list[str]:
    """The kinds of the values in a cell, in their order; one alone is that of all."""
    label = draft.label(slot)
    if draft.plan.is_own:
        return parted(label)
    return [label_of(part.strip()) for part in label.split(GOOGLE_JOINT.strip())] if label else []


def _take_page(draft: _Draft, slot: Slot, cell: str) -> None:
    if draft.plan.is_own:
        _take_own_pages(draft, slot, cell)
        return
    for value in _values(slot, cell):
        found = pages(value, slot.label)
        if found is None:
            draft.keep(slot, value)
        draft.profiles += found or []


def _take_own_pages(draft: _Draft, slot: Slot, cell: str) -> None:
    """Pages as Hallway wrote them, each with its kind."""
    kinds = _labels(draft, slot)
    for value, kind in zip_longest(_values(slot, cell), kinds, fillvalue=""):
        if value and links.is_web(value) and kind in links.KINDS:
            draft.profiles.append(Profile(kind, value))
        elif value:
            found = pages(value, kind)
            draft.profiles += found or []
            if found is None:
                draft.keep(slot, value)


def _take_work(draft: _Draft, slot: Slot, cell: str) -> None:
    part = _WORK_PARTS[slot.meaning]
    for at, value in enumerate(_values(slot, cell)):
        if part in ("start", "end"):
            value = _date(draft, slot, value)
        if value:
            work = draft.works.setdefault((*slot.group, at), {})
            if part in work:
                draft.keep(slot, value)
            work.setdefault(part, value)


def _take_list(draft: _Draft, slot: Slot, cell: str) -> None:
    values = _values(slot, cell)
    if slot.meaning is Meaning.GROUPS and not draft.plan.is_own:
        values = [value.removeprefix("*").strip() for value in values]
        values = [value for value in values if value.lower() not in EVERYBODY]
    draft.lists.setdefault(slot.meaning, []).extend(filter(None, values))


def _take_place(draft: _Draft, slot: Slot, cell: str) -> None:
    key = (slot.label, *slot.group)
    draft.places.setdefault(key, []).append((slot, cell))


def _take_birthday(draft: _Draft, slot: Slot, cell: str) -> None:
    read = table_dates.birthday(cell, slot.day_first)
    if read is None or (read and "birthday" in draft.single):
        draft.keep(slot, cell)
        if read is None:
            draft.complain(_UNREADABLE[Meaning.BIRTHDAY])
    elif read:
        draft.single["birthday"] = read


def _take_birth_part(draft: _Draft, slot: Slot, cell: str) -> None:
    if slot.meaning in draft.births:
        draft.keep(slot, cell)
    draft.births.setdefault(slot.meaning, (slot, cell))


def _take_met_on(draft: _Draft, slot: Slot, cell: str) -> None:
    read = _date(draft, slot, cell)
    if read and draft.single.setdefault("met on", read) != read:
        draft.keep(slot, cell)


def _date(draft: _Draft, slot: Slot, cell: str) -> str:
    """A partial date; nothing, with the cell in the note and a complaint, for what is none."""
    read = table_dates.partial(cell, slot.day_first)
    if read is None:
        draft.keep(slot, cell)
        draft.complain(_A_DATE)
    return read or ""


def _take_last_touch(draft: _Draft, slot: Slot, cell: str) -> None:
    read = _date(draft, slot, cell)
    if len(read) == _WHOLE_DAY:
        draft.moments.append(MomentRecord(read))
    elif read:
        draft.keep(slot, cell)


def _take_rhythm(draft: _Draft, slot: Slot, cell: str) -> None:
    days = rhythm(cell)
    if days is None or draft.rhythm_days:
        draft.keep(slot, cell)
        if days is None and cell.strip("0-") and fold(cell) not in ("never", "nie", "none", "no"):
            draft.complain(_UNREADABLE[Meaning.RHYTHM])
        return
    draft.rhythm_days = days


def _take_note(draft: _Draft, slot: Slot, cell: str) -> None:
    draft.notes.append(cell)


def _take_rest(draft: _Draft, slot: Slot, cell: str) -> None:
    """What has no place of its own; parts of an address are told once, with the whole of it where there is one."""
    if table_dates.is_none(cell):
        return
    if slot.whole_at >= 0 and _is_within(cell, draft.cells[slot.whole_at] if slot.whole_at < len(draft.cells) else ""):
        return
    label = draft.label(slot) if slot.concept in ("", "address") else ""
    draft.keep(slot, cell, f"{slot.header} ({label})" if label and slot.concept else label)


def _is_within(cell: str, whole: str) -> bool:
    return " ".join(cell.split()) in " ".join(whole.split())


def _take_label(draft: _Draft, slot: Slot, cell: str) -> None:
    draft.labels[slot.at] = slot


_TAKERS: Final[dict[Meaning, Callable[[_Draft, Slot, str], None]]] = {
    Meaning.NAME: _take_name,
    Meaning.PHONETIC: _take_phonetic,
    Meaning.EMAIL: _take_email,
    Meaning.PHONE: _take_phone,
    Meaning.PAGE: _take_page,
    Meaning.PLACE: _take_place,
    Meaning.BIRTHDAY: _take_birthday,
    Meaning.MET_ON: _take_met_on,
    Meaning.LAST_IN_TOUCH: _take_last_touch,
    Meaning.RHYTHM: _take_rhythm,
    Meaning.NOTE: _take_note,
    Meaning.LABEL: _take_label,
    Meaning.IN_NOTES: _take_rest,
    **dict.fromkeys(_WORK_PARTS, _take_work),
    **dict.fromkeys((Meaning.TOPICS, Meaning.GROUPS, Meaning.LANGUAGES), _take_list),
    **dict.fromkeys(_BIRTH_PARTS, _take_birth_part),
}


def _settle_births(draft: _Draft) -> None:
    """Year, month and day in columns of their own; what makes no birthday goes to the note."""
    if not draft.births:
        return
    year, month, day = (draft.births[part][1] if part in draft.births else "" for part in _BIRTH_PARTS)
    read = table_dates.birthday_of(year, month, day)
    if read == "" or (read and draft.single.setdefault("birthday", read) == read):
        return
    for slot, cell in draft.births.values():
        draft.keep(slot, cell)
    if read is None and (month or day):
        draft.complain(_UNREADABLE[Meaning.BIRTH_YEAR])


def _settle_places(draft: _Draft) -> None:
    """Town and country of where somebody works, else of the first address, are the place; others go to the note."""
    groups = sorted(draft.places.values(), key=lambda placed: placed[0][0].label != "work")
    for number, listed in enumerate(groups):
        if not number:
            listed.sort(key=lambda placed: placed[0].concept == "country")
            draft.single["place"] = ", ".join(dict.fromkeys(cell for _, cell in listed))
            continue
        for slot, cell in listed:
            if cell not in draft.single["place"]:
                _take_rest(draft, slot, cell)


def _settle_labels(draft: _Draft) -> None:
    """Kinds that nothing could use are kept, unless they say nothing."""
    for at, slot in draft.labels.items():
        label = label_of(draft.cells[at])
        if at not in draft.used_labels and fold(label) not in SAYS_NOTHING and label:
            draft.keep(slot, label)


def _person(draft: _Draft) -> PersonRecord | None:
    works = tuple(
        Work(**{"organisation": "", **parts}) for _, parts in sorted(draft.works.items()) if any(parts.values())
    )
    _keep_rest_of_row(draft)
    name = _name(draft, works)
    if not name:
        if any(draft.cells):
            draft.complain(NOBODY)
        return None
    _complain_of_length(draft)
    single = draft.single
    lists = {meaning: tuple(dict.fromkeys(values)) for meaning, values in draft.lists.items()}
    return PersonRecord(
        name=clipped(name),
        where=f"line {draft.row.number}",
        given=single.get("given", ""),
        family=single.get("family", ""),
        additional=single.get("additional", ""),
        prefix=single.get("prefix", ""),
        suffix=single.get("suffix", ""),
        nickname=single.get("nickname", ""),
        phonetic=" ".join(draft.phonetic),
        pronouns=single.get("pronouns", ""),
        uid=single.get("uid", ""),
        emails=tuple(dict.fromkeys(draft.emails)),
        phones=tuple(dict.fromkeys(draft.phones)),
        profiles=tuple(dict.fromkeys(draft.profiles)),
        works=works,
        topics=lists.get(Meaning.TOPICS, ()),
        groups=lists.get(Meaning.GROUPS, ()),
        place=clipped(single.get("place", "")),
        time_zone=single.get("time zone", ""),
        languages=lists.get(Meaning.LANGUAGES, ()),
        birthday=single.get("birthday", ""),
        note=clipped("\n\n".join([*draft.notes, *(["\n".join(draft.lines)] if draft.lines else [])])),
        met_on=single.get("met on", ""),
        met_how=single.get("met how", ""),
        rhythm_days=draft.rhythm_days,
        moments=tuple(dict.fromkeys(draft.moments)),
    )


def _keep_rest_of_row(draft: _Draft) -> None:
    """Cells behind the last column go to the note."""
    rest = [cell for cell in draft.cells[draft.plan.width :] if cell]
    if rest:
        draft.lines.extend(rest)
        draft.complain("The row has more cells than there are columns; what is left went into the notes.")


def _complain_of_length(draft: _Draft) -> None:
    if any(len(cell) > MAX_TEXT for cell in draft.row.cells):
        draft.complain("A cell is very long; only its start was read.")


def _name(draft: _Draft, works: tuple[Work, ...]) -> str:
    """The name as written, else made of its parts, else of what else says who this is, as for address cards."""
    given, additional, family = (draft.single.get(part, "") for part in ("given", "additional", "family"))
    is_filing = bool(family) and draft.filed_as.startswith(f"{family},")
    candidates = (
        draft.names[0] if draft.names else "",
        "" if is_filing else draft.filed_as,
        spelled(given, additional, family),
        draft.single.get("nickname", ""),
        works[0].organisation if works else "",
        draft.emails[0].address if draft.emails else "",
        draft.phones[0].number if draft.phones else "",
    )
    return next((candidate for candidate in candidates if candidate), "")


def spelled(given: str, additional: str, family: str) -> str:
    """The parts in the order of their script: "Ada Lovelace", "山田 太郎", "王伟"."""
    if given and family and is_cjk(given[0]) and is_cjk(family[0]):
        is_chinese = len(family) == 1 or family in TWO_CHARACTER_FAMILIES
        return f"{family}{given}" if is_chinese and not additional else f"{family} {given}"
    return " ".join(part for part in (given, additional, family) if part)
