"""One row of a table to one person: every cell finds a place, and what has none of its own goes to the note."""

from __future__ import annotations

from typing import Final

from hallway.domain.columns import Meaning
from hallway.domain.folding import fold
from hallway.domain.records import Complaint, PersonRecord, Work
from hallway.formats import table_dates
from hallway.formats.csv_rows import CsvRow
from hallway.formats.limits import MAX_TEXT, clipped
from hallway.formats.name_columns import spelled
from hallway.formats.spreadsheet_guard import unguarded
from hallway.formats.table_draft import Draft
from hallway.formats.table_plan import Plan
from hallway.formats.table_takers import BIRTH_PARTS, TAKERS, UNREADABLE, take_rest, take_text
from hallway.formats.table_values import SAYS_NOTHING, label_of, unwrapped

NOBODY: Final = "The row names nobody: no name, organisation or address. It was left out."


def person_of(row: CsvRow, plan: Plan, complaints: list[Complaint]) -> PersonRecord | None:
    """The person in a row, or None: for an empty row, and with a complaint for one that names nobody."""
    draft = Draft(row, _cells(row, plan), plan, complaints)
    for slot in plan.slots:
        cell = draft.cells[slot.at] if slot.at < len(draft.cells) else ""
        if cell:
            TAKERS.get(slot.meaning, take_text)(draft, slot, cell)
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


def _settle_births(draft: Draft) -> None:
    """Year, month and day in columns of their own; what makes no birthday goes to the note."""
    if not draft.births:
        return
    year, month, day = (draft.births[part][1] if part in draft.births else "" for part in BIRTH_PARTS)
    read = table_dates.birthday_of(year, month, day)
    if read == "" or (read and draft.single.setdefault("birthday", read) == read):
        return
    for slot, cell in draft.births.values():
        draft.keep(slot, cell)
    if read is None and (month or day):
        draft.complain(UNREADABLE[Meaning.BIRTH_YEAR])


def _settle_places(draft: Draft) -> None:
    """Town and country of where somebody works, else of the first address, are the place; others go to the note."""
    groups = sorted(draft.places.values(), key=lambda placed: placed[0][0].label != "work")
    for number, listed in enumerate(groups):
        if not number:
            listed.sort(key=lambda placed: placed[0].concept == "country")
            draft.single["place"] = ", ".join(dict.fromkeys(cell for _, cell in listed))
            continue
        for slot, cell in listed:
            if cell not in draft.single["place"]:
                take_rest(draft, slot, cell)


def _settle_labels(draft: Draft) -> None:
    """Kinds that nothing could use are kept, unless they say nothing."""
    for at, slot in draft.labels.items():
        label = label_of(draft.cells[at])
        if at not in draft.used_labels and fold(label) not in SAYS_NOTHING and label:
            draft.keep(slot, label)


def _person(draft: Draft) -> PersonRecord | None:
    works = tuple(
        Work(**{"organisation": "", **parts}) for _, parts in sorted(draft.works.items()) if any(parts.values())
    )
    _keep_rest_of_row(draft)
    name = _name(draft, works)
    if not name:
        if any(draft.cells):
            draft.complain(NOBODY)
        return None
    note = "\n\n".join([*draft.notes, *(["\n".join(draft.lines)] if draft.lines else [])])
    if len(note) > MAX_TEXT or any(len(cell) > MAX_TEXT for cell in draft.row.cells):
        draft.complain("A cell is very long; only its start was read.")
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
        note=clipped(note),
        met_on=single.get("met on", ""),
        met_how=single.get("met how", ""),
        rhythm_days=draft.rhythm_days,
        moments=tuple(dict.fromkeys(draft.moments)),
    )


def _keep_rest_of_row(draft: Draft) -> None:
    """Cells behind the last column go to the note."""
    rest = [cell for cell in draft.cells[draft.plan.width :] if cell]
    if rest:
        draft.lines.extend(rest)
        draft.complain("The row has more cells than there are columns; what is left went into the notes.")


def _name(draft: Draft, works: tuple[Work, ...]) -> str:
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
