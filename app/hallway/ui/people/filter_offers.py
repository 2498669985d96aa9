"""What the filter panel offers for the words typed so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from hallway.domain.folding import fold
from hallway.domain.people import Standing
from hallway.domain.rhythm import PRESETS
from hallway.ui.people import views as lists
from hallway.ui.people.filter_words import FIELDS, say, words
from hallway.usecases.views import LAST_IMPORT, Condition

MOST = 60
"""Names offered at once; whoever wants another types on."""
AT_ONCE = 4
"""Names of one kind offered before a field was chosen."""
LONGEST = 3650
SPANS = (30, 90, 182, 365)

Names = Callable[[str], Sequence[tuple[str, int]]]


class Offer(NamedTuple):
    """One line of the panel: a field to go into, or what choosing it narrows the list by."""

    text: str
    field: str = ""
    condition: Condition | None = None
    standing: Standing | None = None


NAMED: dict[str, tuple[str, str]] = {
    "group": ("group", "is"), "topic": ("topic", "is"), "met at": ("met at", "is"),
    "organisation now": ("organisation", "now"), "organisation ever": ("organisation", "ever"),
    "place of person": ("place", "of person"), "place of work": ("place", "of work"),
}  # fmt: skip
"""Fields whose answers are names out of the record."""

FIXED: dict[str, tuple[Condition, ...]] = {
    "rhythm": (
        Condition("rhythm", "any"), Condition("rhythm", "none"),
        *(Condition("rhythm", "days", preset.days) for preset in PRESETS),
    ),
    "touch": (
        *(Condition("touch", "not for", days) for days in SPANS),
        *(Condition("touch", "within", days) for days in SPANS), Condition("touch", "never"),
    ),
    "promise": (Condition("promise", "mine"), Condition("promise", "theirs")),
    "missing": (Condition("missing", "mail"), Condition("missing", "anything")),
}  # fmt: skip


def offers(names: Names, field: str, typed: str) -> list[Offer]:
    """Return the lines for a field (or for all of them) and the words typed."""
    needle = fold(typed)
    if not field:
        return _everything(names, needle)
    if field == "standing":
        return _fitting(_standings(), needle)
    if field in FIXED:
        return [*_numbered(field, typed.strip()), *_fitting(_fixed(field), needle)]
    return _named(names, field, needle, MOST) + _as_typed(field, typed.strip())


def _everything(names: Names, needle: str) -> list[Offer]:
    fields = [Offer(words(text), field) for field, text in FIELDS.items() if field != "import"]
    fields.insert(-1, Offer(words(FIELDS["import"]), condition=LAST_IMPORT))
    found = _fitting(fields, needle)
    if len(needle) < 2:
        return found
    answers = [offer for field in FIXED for offer in _fitting(_fixed(field), needle)]
    return [*found, *(one for field in ("group", "topic") for one in _named(names, field, needle, AT_ONCE)), *answers]


def _named(names: Names, field: str, needle: str, most: int) -> list[Offer]:
    """Names that begin with the words first, then those that hold them."""
    kind, how = NAMED[field]
    there = names(field if kind == "place" else kind)
    fitting = [(not fold(name).startswith(needle), name, id_) for name, id_ in there if needle in fold(name)]
    fitting.sort(key=lambda one: one[0])
    found = [Condition(kind, how, id_ or name) for _, name, id_ in fitting[:most]]
    return [Offer(say(one, name), condition=one) for one, (_, name, _) in zip(found, fitting, strict=False)]


def _as_typed(field: str, typed: str) -> list[Offer]:
    """Return a part of a place as it was typed."""
    kind, how = NAMED[field]
    condition = Condition(kind, how, typed)
    return [Offer(say(condition, f"“{typed}”"), condition=condition)] if kind == "place" and typed else []


def _numbered(field: str, typed: str) -> list[Offer]:
    """Return what a number of days can mean here."""
    number = typed.split(" ", maxsplit=1)[0]
    if not (number.isascii() and number.isdecimal() and 0 < int(number[:9]) <= LONGEST):
        return []
    hows = {"touch": ("not for", "within"), "rhythm": ("days",)}.get(field, ())
    return [_offer(Condition(field, how, int(number[:9]))) for how in hows]


def _fixed(field: str) -> list[Offer]:
    return [_offer(condition) for condition in FIXED[field]]


def _standings() -> list[Offer]:
    return [Offer(lists.words(view.source), standing=view.standing) for view in lists.VIEWS[: len(Standing)]]


def _offer(condition: Condition) -> Offer:
    return Offer(say(condition, ""), condition=condition)


def _fitting(found: Iterable[Offer], needle: str) -> list[Offer]:
    return [offer for offer in found if needle in fold(offer.text)]
