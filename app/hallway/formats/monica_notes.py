"""What Monica 4 tells of somebody and Hallway has no place for, as lines of a note, each with a word of what it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from hallway.domain.partial_dates import say_partial
from hallway.formats.monica_parts import (
    Account,
    Thing,
    day_of,
    in_words,
    is_set,
    labelled,
    properties,
    said,
    said_date,
    sentence,
    thing,
    things,
    values,
)

_PLACED: Final = frozenset({"call", "activity", "conversation", "contact_field", "address", "photo", "tag", "tags"})
"""Lists that have a place of their own."""
_KNOWN: Final = frozenset(
    "first_name middle_name last_name nickname description is_starred is_partial is_active is_dead job company "
    "food_preferences last_talked_to last_consulted_at number_of_views stay_in_touch_frequency "
    "stay_in_touch_trigger_date vcard distant_etag avatar tags gender birthdate deceased_date deceased_reminder "
    "first_met_date first_met_through first_met_where first_met_additional_info first_met_reminder".split()
)
_RELATIONS: Final = {
    "bestfriend": "Best friend", "inlovewith": "In love with", "lovedby": "Loved by", "stepparent": "Step-parent",
    "stepchild": "Step-child", "ex_husband": "Former spouse", "ex": "Former partner", "protege": "Protégé",
}  # fmt: skip
_GIFTS: Final = {"idea": "Idea for a gift", "offered": "Gift given", "received": "Gift received"}
_EVERY: Final = {"week": "week", "month": "month", "year": "year", "day": "day"}


def lines(person: Thing, lists: list[Thing], account: Account) -> Iterator[str]:
    """Every line, some of them empty: of the person first, then of each thing that was noted down with them."""
    told = properties(person)
    yield labelled("Description", said(told, "description"))
    yield from _of_lists(lists, account)
    yield labelled("Food preferences", said(told, "food_preferences"))
    for kind, name, born in account.relations(said(person, "uuid")):
        yield labelled(_RELATIONS.get(kind, in_words(kind)) or "Relative", f"{name} (born {born})" if born else name)
    yield labelled("Gender", account.kind_name(told, "gender") or said(told, "gender"))
    yield from _dates(told)
    for name in ("first_met_reminder", "deceased_reminder"):
        yield _reminder(properties(thing(told.get(name))), account)
    yield "Starred in Monica" if is_set(told, "is_starred") else ""
    yield "Archived in Monica" if told.get("is_active") in (False, 0) else ""
    yield labelled("To be in touch next", say_partial(day_of(told, "stay_in_touch_trigger_date")))
    for name in told:
        yield labelled(in_words(name), said(told, name)) if name not in _KNOWN else ""


def _of_lists(lists: list[Thing], account: Account) -> Iterator[str]:
    for listed in lists:
        kind = said(listed, "type")
        if kind == "document":
            yield from _documents(listed, account)
        elif kind not in _PLACED:
            line = _LINES.get(kind)
            for one in things(listed.get("values")):
                yield line(_with_day(one), account) if line else _of_any(in_words(kind), properties(one))


def _with_day(one: Thing) -> Thing:
    """The properties, and the day on which they were written down."""
    return {**properties(one), "created_at": one.get("created_at")}


def _dates(told: Thing) -> Iterator[str]:
    """Dates that are not known well enough to be one, and a death."""
    born, met, died = (thing(told.get(name)) for name in ("birthdate", "first_met_date", "deceased_date"))
    yield labelled("Born", said_date(born)) if is_set(born, "is_age_based") else ""
    yield labelled("First met, in an unknown year", said_date(met)) if is_set(met, "is_year_unknown") else ""
    yield labelled("Died", said_date(died)) or ("Has died" if is_set(told, "is_dead") else "")


def _note(one: Thing, _: Account) -> str:
    label = "Note, marked" if is_set(one, "is_favorite") else "Note"
    return labelled(label, said(one, "body"), day_of(one, "created_at"))


def _life_event(one: Thing, account: Account) -> str:
    name = said(one, "name") or account.kind_name(one)
    words = sentence(name, said(one, "note"), said(one, "specific_information"))
    return labelled("Life event", words, day_of(one, "happened_at"))


def _reminder(one: Thing, _: Account) -> str:
    often, number = _EVERY.get(said(one, "frequency_type"), ""), said(one, "frequency_number")
    every = "" if not often else f" (every {often})" if number in ("", "1") else f" (every {number} {often}s)"
    label = "Reminder, switched off" if is_set(one, "inactive") else "Reminder"
    words = sentence(said(one, "title") + every, said(one, "description"))
    return labelled(label, words if said(one, "title") else "", day_of(one, "initial_date"))


def _task(one: Thing, _: Account) -> str:
    words = sentence(said(one, "title"), said(one, "description"))
    if is_set(one, "completed"):
        return labelled("Task, done", words, day_of(one, "completed_at"))
    return labelled("Task", words)


def _gift(one: Thing, account: Account) -> str:
    whose = account.names.get(said(one, "recipient"), "")
    words = sentence(
        said(one, "name"), said(one, "comment"), _amount(one), said(one, "url"), f"For {whose}" if whose else ""
    )
    return labelled(_GIFTS.get(said(one, "status"), "Gift"), words, day_of(one, "date"))


def _debt(one: Thing, _: Account) -> str:
    who = "You owe them" if is_set(one, "in_debt") else "They owe you"
    amount = _amount(one)
    settled = "" if said(one, "status") in ("", "inprogress") else f" ({in_words(said(one, 'status')).lower()})"
    return labelled("Debt", f"{who} {amount}{settled}" if amount else "")


def _amount(one: Thing) -> str:
    """A currency is three letters, or a thing that has them."""
    currency = said(thing(one.get("currency")), "iso") or said(one, "currency")
    return f"{said(one, 'amount')} {currency}".strip() if said(one, "amount") else ""


def _pet(one: Thing, _: Account) -> str:
    name, kind = said(one, "name"), said(one, "category")
    return labelled("Pet", f"{name} ({kind})" if name and kind else name or kind)


def _documents(listed: Thing, account: Account) -> Iterator[str]:
    for id_ in values(listed.get("values")):
        yield labelled("Document, still in Monica", account.documents.get(id_, "") if isinstance(id_, str) else "")


def _of_any(label: str, told: Thing) -> str:
    """A thing that no version of Monica known here has."""
    parts = (labelled(in_words(name), said(told, name)) for name in told if name not in ("dataUrl", "uuid"))
    return labelled(label or "Also", "; ".join(part for part in parts if part))


_LINES: Final[Mapping[str, Callable[[Thing, Account], str]]] = {
    "note": _note, "life_event": _life_event, "reminder": _reminder, "task": _task, "gift": _gift, "debt": _debt,
    "pet": _pet,
}  # fmt: skip
