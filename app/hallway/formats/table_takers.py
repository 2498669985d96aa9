"""What becomes of a cell: one taker for each meaning of a column; what cannot be used goes to the note."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from typing import Final

from hallway.domain.columns import Meaning
from hallway.domain.folding import fold
from hallway.domain.names import split_name
from hallway.domain.records import Email, MomentRecord, Phone, Profile
from hallway.formats import links, table_dates
from hallway.formats.table_draft import Draft
from hallway.formats.table_plan import Slot
from hallway.formats.table_values import (
    EVERYBODY,
    GOOGLE_JOINT,
    JOINT,
    addresses,
    is_of_exchange,
    label_of,
    number_of,
    pages,
    parted,
    rhythm,
)

EXCHANGE: Final = "The mail address leads only inside an Exchange server; it was left out."
UNREADABLE: Final = {
    Meaning.BIRTHDAY: "The birthday could not be read; it went into the notes.",
    Meaning.BIRTH_YEAR: "The birthday could not be read; it went into the notes.",
    Meaning.RHYTHM: "How often to be in touch could not be read; it went into the notes.",
}
_A_DATE: Final = "A date could not be read; it went into the notes."
_WHOLE_DAY: Final = 10
_WORK_PARTS: Final = {
    Meaning.ORGANISATION: "organisation", Meaning.ROLE: "role", Meaning.UNIT: "unit", Meaning.START: "start",
    Meaning.END: "end",
}  # fmt: skip
BIRTH_PARTS: Final = (Meaning.BIRTH_YEAR, Meaning.BIRTH_MONTH, Meaning.BIRTH_DAY)


def _values(slot: Slot, cell: str) -> list[str]:
    """The values in a cell; empty ones keep their place only in Hallway's own table."""
    if not slot.split:
        return [cell]
    if slot.split == JOINT:
        return parted(cell)
    return [value for part in cell.split(slot.split.strip() or slot.split) if (value := part.strip())]


def take_text(draft: Draft, slot: Slot, cell: str) -> None:
    """A field that holds one text; a second one that says something else goes to the note."""
    key = slot.meaning.value
    if draft.single.setdefault(key, cell) != cell:
        draft.keep(slot, cell)


def _take_name(draft: Draft, slot: Slot, cell: str) -> None:
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


def _take_phonetic(draft: Draft, slot: Slot, cell: str) -> None:
    if not any(cell in told for told in draft.phonetic):
        draft.phonetic.append(cell)


def _take_email(draft: Draft, slot: Slot, cell: str) -> None:
    values, labels, before = _values(slot, cell), _labels(draft, slot), len(draft.emails)
    for at, value in enumerate(values):
        label = labels[at] if at < len(labels) else ""
        if draft.plan.is_own:
            draft.emails += [Email(value, label)] if value else []
        else:
            _add_addresses(draft, slot, value, label or (labels[0] if labels else slot.label))
    if len(draft.emails) == before or len(labels) > len(values):
        draft.used_labels.discard(slot.label_at)


def _add_addresses(draft: Draft, slot: Slot, value: str, label: str) -> None:
    if is_of_exchange(value):
        draft.complain(EXCHANGE)
        return
    found, rest = addresses(value)
    draft.emails.extend(Email(address, label) for address in found)
    if rest:
        draft.keep(slot, rest)


def _take_phone(draft: Draft, slot: Slot, cell: str) -> None:
    values, labels = _values(slot, cell), _labels(draft, slot)
    for at, value in enumerate(values):
        label = labels[at] if at < len(labels) else ""
        if not draft.plan.is_own:
            value, label = number_of(value), label or (labels[0] if labels else slot.label)
        if value:
            draft.phones.append(Phone(value, label))
    if len(labels) > len(values):
        draft.used_labels.discard(slot.label_at)


def _labels(draft: Draft, slot: Slot) -> list[str]:
    """The kinds of the values in a cell, in their order; one alone is that of all."""
    label = draft.label(slot)
    if draft.plan.is_own:
        return parted(label)
    return [label_of(part.strip()) for part in label.split(GOOGLE_JOINT.strip())] if label else []


def _take_page(draft: Draft, slot: Slot, cell: str) -> None:
    if draft.plan.is_own:
        _take_own_pages(draft, slot, cell)
        return
    for value in _values(slot, cell):
        found = pages(value, slot.label)
        if found is None:
            draft.keep(slot, value)
        draft.profiles += found or []


def _take_own_pages(draft: Draft, slot: Slot, cell: str) -> None:
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


def _take_work(draft: Draft, slot: Slot, cell: str) -> None:
    part = _WORK_PARTS[slot.meaning]
    for at, value in enumerate(_values(slot, cell)):
        if part in ("start", "end"):
            value = _date(draft, slot, value)
        if value:
            work = draft.works.setdefault((*slot.group, at), {})
            if part in work:
                draft.keep(slot, value)
            work.setdefault(part, value)


def _take_list(draft: Draft, slot: Slot, cell: str) -> None:
    values = _values(slot, cell)
    if slot.meaning is Meaning.GROUPS and not draft.plan.is_own:
        values = [value.removeprefix("*").strip() for value in values]
        values = [value for value in values if value.lower() not in EVERYBODY]
    draft.lists.setdefault(slot.meaning, []).extend(filter(None, values))


def _take_place(draft: Draft, slot: Slot, cell: str) -> None:
    key = (slot.label, *slot.group)
    draft.places.setdefault(key, []).append((slot, cell))


def _take_birthday(draft: Draft, slot: Slot, cell: str) -> None:
    read = table_dates.birthday(cell, slot.day_first)
    if read is None or (read and "birthday" in draft.single):
        draft.keep(slot, cell)
        if read is None:
            draft.complain(UNREADABLE[Meaning.BIRTHDAY])
    elif read:
        draft.single["birthday"] = read


def _take_birth_part(draft: Draft, slot: Slot, cell: str) -> None:
    if slot.meaning in draft.births:
        draft.keep(slot, cell)
    draft.births.setdefault(slot.meaning, (slot, cell))


def _take_met_on(draft: Draft, slot: Slot, cell: str) -> None:
    read = _date(draft, slot, cell)
    if read and draft.single.setdefault("met on", read) != read:
        draft.keep(slot, cell)


def _date(draft: Draft, slot: Slot, cell: str) -> str:
    """A partial date; nothing, with the cell in the note and a complaint, for what is none."""
    read = table_dates.partial(cell, slot.day_first)
    if read is None:
        draft.keep(slot, cell)
        draft.complain(_A_DATE)
    return read or ""


def _take_last_touch(draft: Draft, slot: Slot, cell: str) -> None:
    read = _date(draft, slot, cell)
    if len(read) == _WHOLE_DAY:
        draft.moments.append(MomentRecord(read))
    elif read:
        draft.keep(slot, cell)


def _take_rhythm(draft: Draft, slot: Slot, cell: str) -> None:
    days = rhythm(cell)
    if days is None or draft.rhythm_days:
        draft.keep(slot, cell)
        if days is None and cell.strip("0-") and fold(cell) not in ("never", "nie", "none", "no"):
            draft.complain(UNREADABLE[Meaning.RHYTHM])
        return
    draft.rhythm_days = days


def _take_note(draft: Draft, slot: Slot, cell: str) -> None:
    draft.notes.append(cell)


def take_rest(draft: Draft, slot: Slot, cell: str) -> None:
    """What has no place of its own; parts of an address are told once, with the whole of it where there is one."""
    if table_dates.is_none(cell):
        return
    if slot.whole_at >= 0 and _is_within(cell, draft.cells[slot.whole_at] if slot.whole_at < len(draft.cells) else ""):
        return
    label = draft.label(slot) if slot.concept in ("", "address") else ""
    draft.keep(slot, cell, f"{slot.header} ({label})" if label and slot.concept else label)


def _is_within(cell: str, whole: str) -> bool:
    return " ".join(cell.split()) in " ".join(whole.split())


def _take_label(draft: Draft, slot: Slot, cell: str) -> None:
    draft.labels[slot.at] = slot


Taker = Callable[[Draft, Slot, str], None]

TAKERS: Final[dict[Meaning, Taker]] = {
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
    Meaning.IN_NOTES: take_rest,
    **dict.fromkeys(_WORK_PARTS, _take_work),
    **dict.fromkeys((Meaning.TOPICS, Meaning.GROUPS, Meaning.LANGUAGES), _take_list),
    **dict.fromkeys(BIRTH_PARTS, _take_birth_part),
}
"""What is done with a cell of each meaning; all others hold one text."""
