"""My card: what it shows, its code, and both as files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hallway.domain import errors
from hallway.domain.own_profile import ALWAYS, FIELDS, Code, OwnProfile, as_record, checked_link, on_card, with_link
from hallway.formats import card_qr, vcard
from hallway.host.files import atomic_write
from hallway.store import settings as store
from hallway.store.work import View, Work

SUFFIXES = VCARD, PNG, SVG = ".vcf", ".png", ".svg"


@dataclass(frozen=True, slots=True)
class MyCard:
    """All the user told, the part of it on the card, and the code; None when it does not fit into one."""

    whole: OwnProfile
    left_out: frozenset[str]
    shown: OwnProfile
    code: Code | None


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
    return MyCard(whole, left_out, shown, _code(shown) if shown.name else None)


def choose(step: Work, field: str, shown: bool) -> None:
    """Put a field, or the page at an address, on the card or leave it out."""
    if field == ALWAYS and not shown:
        raise errors.Refused("A card has a name.", "Nothing was changed.")
    left_out = _left_out(step)
    step.label = "Changed what is on your card"
    store.set_setting(step, "card.left_out", sorted(left_out - {field} if shown else left_out | {field}))


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
    left_out = _left_out(step)
    if old in left_out and link != old:
        store.set_setting(step, "card.left_out", sorted((left_out - {old}) | ({link} if link else set())))


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


_WRITERS: dict[str, Callable[[OwnProfile], bytes]] = {
    VCARD: lambda shown: vcard.write([as_record(shown)]),
    PNG: lambda shown: card_qr.png(as_record(shown, note=False)),
    SVG: lambda shown: card_qr.svg(as_record(shown, note=False)),
}


def _left_out(look: View) -> frozenset[str]:
    return frozenset(store.setting(look, "card.left_out"))


def _code(shown: OwnProfile) -> Code | None:
    try:
        return card_qr.code(as_record(shown, note=False))
    except errors.Refused:
        return None
