"""What somebody hands over: a card as text (vCard, MECARD) or a QR code, made into words for the capture line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from hallway.domain import errors
from hallway.domain.capture import Told
from hallway.domain.importing import NOTHING_CHANGED
from hallway.domain.records import PersonRecord
from hallway.formats import mecard, qr, vcard

LONGEST = 100_000
"""Characters of a pasted card; its photo is most of them, and is not taken from there."""
HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Characters that cannot be seen, and those that turn the order of others round."""
BARE = re.compile(r"(?:mailto:|tel:|smsto:)([^?]+).*", re.IGNORECASE | re.DOTALL)
VCARD = re.compile(r"\s*BEGIN:VCARD", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CardLine:
    """A card as a capture line, and what each part of it is. `more`: the card holds things the line does not."""

    text: str
    told: tuple[Told, ...] = ()
    more: bool = False


def is_card(text: str) -> bool:
    """Whether a text is an address card."""
    return bool(VCARD.match(text) or mecard.BEGIN.match(text))


def read_text(text: str) -> CardLine:
    """Words for the capture line from a card, an address or any text; nothing is saved."""
    person = _person(text)
    if person:
        return _as_line(person)
    bare = BARE.fullmatch(text.strip())
    return CardLine(_plain(bare[1] if bare else text))


def read_picture(pixels: bytes, width: int, height: int) -> CardLine | None:
    """Words from the QR code in a grey picture (rows of one byte a pixel), a card before others; None without one."""
    texts = texts_in(pixels, width, height)
    return read_text(texts[0]) if texts else None


def texts_in(pixels: bytes, width: int, height: int) -> tuple[str, ...]:
    """The texts of the QR codes in a grey picture, cards before others."""
    return tuple(sorted(qr.read(pixels, width, height), key=lambda text: not is_card(text)))


def cards_in(
    files: Sequence[tuple[str, bytes]], codes_in: Callable[[bytes], tuple[str, ...]]
) -> tuple[tuple[str, bytes], ...]:
    """Files (name, content) with each picture replaced by the address cards of its QR codes.

    `codes_in` reads the codes of a picture. Raises `Refused` for a picture without a card.
    """
    return tuple((name, _card_of(name, data, codes_in) if qr.is_picture(data) else data) for name, data in files)


def _card_of(name: str, data: bytes, codes_in: Callable[[bytes], tuple[str, ...]]) -> bytes:
    try:
        texts = codes_in(data)
    except errors.Refused as error:
        raise errors.Refused(error.what, NOTHING_CHANGED, error.do) from error
    people = [person for text in texts if is_card(text) and (person := _person(text))]
    if people:
        return vcard.write(people)
    if texts:
        raise errors.Refused(
            f"The code in {name} holds no address card.", NOTHING_CHANGED, "Capture takes other codes: Ctrl+N."
        )
    raise errors.Refused(f"There is no QR code in {name}.", NOTHING_CHANGED, "A sharper picture may help.")


def _person(text: str) -> PersonRecord | None:
    if VCARD.match(text) and len(text) <= LONGEST:
        return next(iter(vcard.read(text.encode("utf-8", "replace")).records), None)
    return mecard.read(text)


def _as_line(person: PersonRecord) -> CardLine:
    """Name first, then place, role and how to reach them; the line's own rules need not guess anything."""
    name, note = _plain(person.name), _plain(person.note)
    work = person.works[0] if person.works else None
    place, role = (_plain(work.organisation), _plain(work.role)) if work else ("", "")
    reach = [*(mail.address for mail in person.emails), *(phone.number for phone in person.phones)]
    pages = [page.url for page in person.profiles]
    parts = [name, f"@{place}" if place else "", role, *map(_plain, reach), *pages, note]
    told = ((name, "name"), (place, "organisation"), (role, "role"), (note, "note"))
    kept = replace(
        person, name="", given="", family="", additional="", prefix="", suffix="", where="", uid="", emails=(),
        phones=(), profiles=(), works=person.works[1:], note="",
    )  # fmt: skip
    return CardLine(", ".join(filter(None, parts)), tuple(Told(*one) for one in told if one[0]), kept != NOTHING)


def _plain(text: str) -> str:
    return " ".join(HIDDEN.sub("", text).split())


NOTHING = PersonRecord("")
