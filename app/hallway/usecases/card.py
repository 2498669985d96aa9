"""My card: what it shows, its code, and both as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from hallway.domain import errors
from hallway.domain.folding import fold
from hallway.domain.own_profile import ALWAYS, FIELDS, Code, OwnProfile, as_record, checked_link, on_card, with_link
from hallway.formats import card_qr, vcard
from hallway.host.files import atomic_write
from hallway.store import settings as store
from hallway.store.work import View, Work

USUAL, OTHERS, CHOSEN = "card.left_out", "card.others", "card.chosen"
"""Settings: what the usual card leaves out, the same of further ones by their names, and which one is chosen."""

MOST_OTHERS, LONGEST_NAME = 5, 24
SUFFIXES = VCARD, PNG, SVG = ".vcf", ".png", ".svg"


@dataclass(frozen=True, slots=True)
class MyCard:
    """All the user told, the part of it on the card, and the code; None when it does not fit into one.

    `others` are the names of further cards, which show another part; `name` is that of the one chosen, empty for the
    usual card.
    """

    whole: OwnProfile
    left_out: frozenset[str]
    shown: OwnProfile
    code: Code | None
    others: tuple[str, ...] = ()
    name: str = ""


def own(look: View) -> OwnProfile:
    """What the user told of themselves."""
    told = store.profile(look)
    links = (told["link"], *store.setting(look, "profile.links"))
    fields = {field: told[field] for field in FIELDS}
    return OwnProfile(**fields, links=tuple(dict.fromkeys(link for link in links if link)))


def mine(look: View) -> MyCard:
    """The card as it stands; without a name there is no code yet."""
    whole, left_out = own(look), _left_out(look)
    shown = on_card(whole, left_out)
    code = _code(shown) if shown.name else None
    return MyCard(whole, left_out, shown, code, tuple(store.setting(look, OTHERS)), _chosen(look))


def choose(step: Work, field: str, shown: bool) -> None:
    """Put a field, or the page at an address, on the card or leave it out."""
    if field == ALWAYS and not shown:
        raise errors.Refused("A card has a name.", "Nothing was changed.")
    left_out = _left_out(step)
    step.label = "Changed what is on your card"
    _leave_out(step, left_out - {field} if shown else left_out | {field})


def add(step: Work, name: str) -> None:
    """Begin another card as the one chosen is, and choose it. Raises `Refused` without a name or with one in use."""
    wanted, others = " ".join(name.split())[:LONGEST_NAME], store.setting(step, OTHERS)
    if not wanted:
        raise errors.Refused("A card needs a name.", "Nothing was changed.")
    if fold(wanted) in map(fold, others):
        raise errors.Refused(f"There is a card called {wanted}.", "Nothing was changed.")
    if len(others) >= MOST_OTHERS:
        raise errors.Refused(f"There is room for {MOST_OTHERS} more cards.", "Nothing was changed.")
    step.label = f"Began the card {wanted}"
    store.set_setting(step, OTHERS, others | {wanted: sorted(_left_out(step))})
    store.set_setting(step, CHOSEN, wanted)


def pick(step: Work, name: str) -> None:
    """Show the card of that name from now on; the usual one for an empty name. Raises `NotFound`."""
    if name and name not in store.setting(step, OTHERS):
        raise errors.NotFound("This card is no longer there.")
    step.label = f"Chose the card {name}" if name else "Chose the usual card"
    store.set_setting(step, CHOSEN, name)


def remove(step: Work, name: str) -> None:
    """Take a further card away; the usual one stays. Raises `NotFound`."""
    others = store.setting(step, OTHERS)
    if name not in others:
        raise errors.NotFound("This card is no longer there.")
    step.label = f"Took away the card {name}"
    store.set_setting(step, OTHERS, {one: left_out for one, left_out in others.items() if one != name})
    store.set_setting(step, CHOSEN, "")


def set_link(step: Work, position: int, text: str) -> None:
    """Change the page at a position, add one behind the last, or take one away with an empty text.

    A changed page stays on the card, or off it. Raises `Refused` for what is no page.
    """
    before = own(step).links
    link = checked_link(text) if text.strip() else ""
    links = with_link(before, position, link)
    step.label = "Changed your profile"
    store.set_profile(step, "link", links[0] if links else "")
    store.set_setting(step, "profile.links", list(links[1:]))
    old = before[position] if position < len(before) else ""
    if old and link != old:
        _rename_left_out(step, old, link)


def file_of(look: View, suffix: str) -> bytes:
    """The card as the content of a file. Raises `Refused` for another suffix, and while there is no name."""
    write = _WRITERS.get(suffix.lower())
    if write is None:
        ending = suffix or "without an ending"
        raise errors.Refused(f"Your card is written as {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}, not {ending}.")
    shown = on_card(own(look), _left_out(look))
    if not shown.name:
        raise errors.Refused("Your card has no name yet.", "Nothing was written.", "Tell it in My card or in Settings.")
    return write(shown)


def write(path: Path, data: bytes) -> None:
    """Write a file atomically. Raises `DiskFull` or `FileTrouble`; an old file then stands as it was."""
    atomic_write(path, data, mode=None)


def _vcard(shown: OwnProfile) -> bytes:
    from hallway.formats import vcard_proof  # only what is written

    data = vcard.write([as_record(shown)])
    vcard_proof.prove(data, [as_record(shown)])
    return data


_WRITERS: dict[str, Callable[[OwnProfile], bytes]] = {
    VCARD: _vcard,
    PNG: lambda shown: card_qr.png(as_record(shown, note=False)),
    SVG: lambda shown: card_qr.svg(as_record(shown, note=False)),
}


def _chosen(look: View) -> str:
    name: str = store.setting(look, CHOSEN)
    return name if name in store.setting(look, OTHERS) else ""


def _left_out(look: View) -> frozenset[str]:
    name = _chosen(look)
    return frozenset(store.setting(look, OTHERS)[name] if name else store.setting(look, USUAL))


def _leave_out(step: Work, fields: Iterable[str]) -> None:
    """What the chosen card shows no more."""
    name = _chosen(step)
    if name:
        store.set_setting(step, OTHERS, store.setting(step, OTHERS) | {name: sorted(fields)})
    else:
        store.set_setting(step, USUAL, sorted(fields))


def _rename_left_out(step: Work, old: str, new: str) -> None:
    """A page that changed stays left out, or on, on every card."""
    def renamed(fields: Iterable[str]) -> list[str]:
        return sorted({new if one == old else one for one in fields} - {""})

    store.set_setting(step, USUAL, renamed(store.setting(step, USUAL)))
    others = store.setting(step, OTHERS)
    if others:
        store.set_setting(step, OTHERS, {name: renamed(fields) for name, fields in others.items()})


def _code(shown: OwnProfile) -> Code | None:
    try:
        return card_qr.code(as_record(shown, note=False))
    except errors.Refused:
        return None
