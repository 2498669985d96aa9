"""What the user tells of themselves, and which of it stands on their card."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from hallway.domain.contacts import checked_email, checked_phone
from hallway.domain.names import split_name
from hallway.domain.profiles import KIND_WORDS, checked_profile, read_profile
from hallway.domain.records import Email, PersonRecord, Phone, Profile, Work

FIELDS = ("name", "phonetic", "pronouns", "degree", "university", "email", "phone", "introduction")
"""What can be told once; pages elsewhere may be many."""
ALWAYS = "name"
"""A card without a name is none."""
QUIET = 4
"""Light squares that a reader needs around a code (ISO/IEC 18004, 5.3.8)."""
READABLE = 10
"""The largest code (57 squares a side) that a phone reads with ease at arm's length from a screen."""


@dataclass(frozen=True, slots=True)
class OwnProfile:
    """The user. `phonetic` is how to say the name, `degree` what they do, `links` their pages, the main one first."""

    name: str = ""
    phonetic: str = ""
    pronouns: str = ""
    degree: str = ""
    university: str = ""
    email: str = ""
    phone: str = ""
    introduction: str = ""
    links: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """What stands below the name: what they do, and where."""
        return ", ".join(part for part in (self.degree, self.university) if part)

    @property
    def saying(self) -> str:
        """How to say the name and how to speak of them, for a line below it."""
        return " · ".join(part for part in (self.phonetic, self.pronouns) if part)


@dataclass(frozen=True, slots=True)
class Code:
    """The card as a QR code without its quiet edge: `rows` hold a 1 for each dark square, `text` is what is inside.

    `version` is its size (1 to 40) and `level` how much of it may be lost (L, M, Q, H).
    """

    text: str
    rows: tuple[bytes, ...]
    version: int
    level: str

    @property
    def is_dense(self) -> bool:
        """Whether a phone has to come close to read it."""
        return self.version > READABLE


def checked(field: str, text: str) -> str:
    """The words as they are kept: on one line, an address or a number in its usual form.

    Empty text empties the field. Raises `Refused` saying what is wrong with an address, a number or a page.
    """
    words = " ".join(text.split())
    check = CHECKS.get(field)
    return check(words) if words and check else words


def checked_link(text: str) -> str:
    """The address of a page as it is kept. Raises `Refused`, also for an ORCID iD that cannot be."""
    return checked_profile(text).url


CHECKS: Mapping[str, Callable[[str], str]] = {
    "email": checked_email, "phone": checked_phone, "link": checked_link,
}  # fmt: skip


def link_kind(link: str) -> str:
    """Which site a page is at: "orcid", "github", or "web" for any other."""
    profile = read_profile(link)
    return profile.kind if profile else "web"


def link_words(link: str) -> str:
    """What a page is called: "ORCID", "GitHub", "Web"."""
    return KIND_WORDS[link_kind(link)]


def with_link(links: tuple[str, ...], position: int, link: str) -> tuple[str, ...]:
    """The pages with one changed, added (a position behind the last) or taken away (an empty link); none twice."""
    changed = (*links[:position], link, *links[position + 1 :])
    return tuple(dict.fromkeys(one for one in changed if one))


def on_card(whole: OwnProfile, left_out: Collection[str]) -> OwnProfile:
    """What the card shows: all but the fields and pages left out."""
    hidden = {field: "" for field in FIELDS if field in left_out and field != ALWAYS}
    return replace(whole, links=tuple(link for link in whole.links if link not in left_out), **hidden)


def as_record(shown: OwnProfile, *, note: bool = True) -> PersonRecord:
    """The card in the shape that files have.

    Every page is written as a plain web address: phones know that and skip what they do not know. `note` carries
    the introduction along, which a code is better without.
    """
    parts = split_name(shown.name)
    has_work = shown.university or shown.degree
    return PersonRecord(
        shown.name,
        given=parts.given,
        family=parts.family,
        additional=parts.additional,
        prefix=parts.prefix,
        suffix=parts.suffix,
        phonetic=shown.phonetic,
        pronouns=shown.pronouns,
        emails=(Email(shown.email),) if shown.email else (),
        phones=(Phone(shown.phone),) if shown.phone else (),
        profiles=tuple(Profile("web", link) for link in shown.links),
        works=(Work(shown.university, shown.degree),) if has_work else (),
        note=shown.introduction if note else "",
    )
