"""What speaks for two entries being one person, and what against it, in points and in words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from hallway.domain.matching import SURE_PROFILES, Verdict, own_domain, place_key
from hallway.domain.namesakes import Kinship, Spoken, kinship, say_kinship, spoken
from hallway.domain.profiles import read_profile
from hallway.domain.spelling import sound

WORTH_ASKING, SURE = 3.0, 6.0
"""Points from which a pair is shown, and from which it is as good as certain."""

SAME_MAIL, SAME_MAIL_OF_WHOM, SHARED_MAIL = 4.0, 3.5, 1.0
SAME_SURE_PAGE, SAME_PAGE, SAME_SITE = 6.0, 4.0, 1.0
SAME_PHONE, SHARED_PHONE = 2.5, 0.5
SAME_MAIL_NAME, SAME_PLAIN_MAIL_NAME = 4.0, 0.5
SAME_PLACE, SAME_DAY, NOTHING_AGAINST = 1.5, 0.5, 1.0
OTHER_ORCID, OTHER_PAGE, OTHER_MAIL_AT_SAME_HOST, OTHER_PLACE = -10.0, -4.0, -4.0, -1.5

NAMES = {
    Kinship.SAME: 3.0, Kinship.TURNED: 2.5, Kinship.SPELLED: 2.5, Kinship.FULLER: 2.5, Kinship.SHORT: 2.0,
    Kinship.INITIAL: 1.5, Kinship.LIKE: 1.5, Kinship.GIVEN: 0.5, Kinship.ONE_WORD: 0.5, Kinship.OTHER_SCRIPT: 0.5,
    Kinship.NEAR: 0.0, Kinship.FAMILY: -1.0, Kinship.STRANGERS: -3.0,
}  # fmt: skip

LONG_ENOUGH, PHONE_DIGITS = 5, 9

ROLES = frozenset(
    "info office hello contact team lab group admin mail post secretary secretariat sekretariat kontakt press support "
    "help desk staff family home us we bureau reception events conference noreply".split()
)
"""Mail names of a desk rather than of a person."""

PAGE_WORDS = {
    "linkedin": "LinkedIn page", "orcid": "ORCID iD", "scholar": "Scholar page", "github": "GitHub page",
    "researchgate": "ResearchGate page", "mastodon": "Mastodon page", "bluesky": "Bluesky page",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Someone:
    """One person by all that is compared, as written. The first of `names` is the name, the rest are other spellings.

    `pages` are addresses of profiles, an ORCID iD among them; `met_on` is a partial date.
    """

    person_id: int
    names: tuple[str, ...]
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    met_on: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one, the smaller id first.

    `reasons` speak for it and `doubts` against it, in words; the strongest of each come first.
    """

    one_id: int
    other_id: int
    score: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """SAME when as good as certain, MAYBE when worth asking, else NEW: two people."""
        return Verdict.SAME if self.score >= SURE else Verdict.MAYBE if self.score >= WORTH_ASKING else Verdict.NEW


@dataclass(frozen=True, slots=True)
class Marks:
    """A person in comparable form. Places are by key with the name as written, pages by address with their kind."""

    person_id: int
    names: tuple[Spoken, ...]
    mails: frozenset[str]
    phones: frozenset[str]
    pages: dict[str, str]
    places: dict[str, str]
    domains: frozenset[str]
    met_on: str

    @property
    def is_bare(self) -> bool:
        """Nothing but a name is known."""
        return not (self.mails or self.phones or self.pages or self.places)


Sign = tuple[float, str]
"""Points, and the reason in words (which may be empty)."""


def marks_of(person: Someone) -> Marks:
    """A person made comparable."""
    mails = frozenset(address for text in person.emails if "@" in (address := text.strip().casefold()))
    pages = [page for text in person.pages if (page := read_profile(text))]
    return Marks(
        person.person_id,
        tuple(spoken(name) for name in dict.fromkeys(person.names) if name.strip()),
        mails,
        frozenset(number for text in person.phones if (number := _number(text))),
        {page.url: page.kind for page in pages},
        {key: name for name in person.organisations if (key := place_key(name))},
        frozenset(domain for address in mails if (domain := own_domain(address))),
        person.met_on,
    )


def _number(text: str) -> str:
    """The digits by which a number is told: without the country, which some write and some leave out."""
    digits = re.sub(r"\D", "", text)
    return digits[-PHONE_DIGITS:] if len(digits) > LONG_ENOUGH else ""


def weighed(one: Marks, other: Marks, crowded: Collection[str]) -> Pair:
    """What speaks for two being one, and what against; `crowded` are addresses and numbers that are nobody's own."""
    if one.person_id > other.person_id:
        one, other = other, one
    signs = [
        *_by_mail(one, other, crowded), *_by_phone(one, other, crowded), *_by_page(one, other),
        *_by_name(one, other), *_by_mail_name(one, other), *_by_place(one, other), *_by_the_rest(one, other),
    ]  # fmt: skip
    signs.sort(key=lambda sign: -abs(sign[0]))
    reasons = tuple(words for points, words in signs if points > 0 and words)
    doubts = tuple(words for points, words in signs if points < 0 and words)
    return Pair(one.person_id, other.person_id, sum(points for points, _ in signs), reasons, doubts)


def _by_name(one: Marks, other: Marks) -> Iterator[Sign]:
    """The closest of all ways in which their names are written."""
    pairs = [(kinship(mine, theirs), mine, theirs) for mine in one.names for theirs in other.names]
    if not pairs:
        return
    kind, mine, theirs = max(pairs, key=lambda pair: NAMES[pair[0]])
    yield NAMES[kind], say_kinship(kind, mine, theirs)


def _by_mail(one: Marks, other: Marks, crowded: Collection[str]) -> Iterator[Sign]:
    both = one.mails & other.mails
    if both:
        yield max(_worth_of_mail(address, one, other, crowded) for address in both), "same mail address"
        return
    hosts = sorted(one.domains & other.domains)
    if hosts:
        yield OTHER_MAIL_AT_SAME_HOST, f"two mail addresses at {hosts[0][1:]}"


def _worth_of_mail(address: str, one: Marks, other: Marks, crowded: Collection[str]) -> float:
    name = address.partition("@")[0]
    if address in crowded or not _mail_words(name) or not _mail_words(name).isdisjoint(ROLES):
        return SHARED_MAIL
    telling = any(_is_in_mail(name, who) for who in (*one.names, *other.names))
    return SAME_MAIL if telling else SAME_MAIL_OF_WHOM


def _by_phone(one: Marks, other: Marks, crowded: Collection[str]) -> Iterator[Sign]:
    both = one.phones & other.phones
    if both:
        yield SHARED_PHONE if both <= set(crowded) else SAME_PHONE, "same phone number"


def _by_page(one: Marks, other: Marks) -> Iterator[Sign]:
    both = one.pages.keys() & other.pages.keys()
    kinds = {one.pages[url] for url in both}
    for kind in sorted(kinds):
        worth = SAME_SURE_PAGE if kind in SURE_PROFILES else SAME_SITE if kind == "web" else SAME_PAGE
        yield worth, f"same {PAGE_WORDS.get(kind, 'page')}"
    for kind in sorted((set(one.pages.values()) & set(other.pages.values())) - kinds - {"web"}):
        yield OTHER_ORCID if kind == "orcid" else OTHER_PAGE, f"a different {PAGE_WORDS.get(kind, 'page')} each"


def _by_mail_name(one: Marks, other: Marks) -> Iterator[Sign]:
    """The same words before the @ of different hosts. What follows from a name they share says little."""
    mine, theirs = ({address.partition("@")[0] for address in who.mails - both} for who, both in (
        (one, other.mails), (other, one.mails),
    ))  # fmt: skip
    names = sorted(name for name in mine & theirs if is_telling(name))
    for name in names[:1]:
        plain = _follows_from(name, one) and _follows_from(name, other)
        yield SAME_PLAIN_MAIL_NAME if plain else SAME_MAIL_NAME, f"both write as {name}@"


def _by_place(one: Marks, other: Marks) -> Iterator[Sign]:
    both = sorted(one.places.keys() & other.places.keys())
    if both:
        yield SAME_PLACE, f"both at {one.places[both[0]]}"
    elif one.places and other.places:
        yield OTHER_PLACE, "at different places"
    elif one.domains and other.domains and not one.domains & other.domains:
        yield OTHER_PLACE, "mail at different places"


def _by_the_rest(one: Marks, other: Marks) -> Iterator[Sign]:
    if one.met_on == other.met_on and is_day(one.met_on):
        yield SAME_DAY, "you met on the same day"
    if one.is_bare or other.is_bare:
        yield NOTHING_AGAINST, "of one there is only a name"


def is_day(partial: str) -> bool:
    """Whether a partial date is a whole day."""
    return len(partial) == len("2026-06-17")


# --- mail names ------------------------------------------------------------------------------------------


def is_telling(mail_name: str) -> bool:
    """Whether what stands before the @ is more than a few letters or the name of a desk."""
    return len(mail_name) >= LONG_ENOUGH and mail_name not in ROLES


def _mail_words(mail_name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", mail_name))


def _is_in_mail(mail_name: str, name: Spoken) -> bool:
    """Whether a mail name tells of this given name: "ines.okoye", "iokoye", "ines77"."""
    sounds = [sound(word) for word in _mail_words(mail_name)]
    whole = "".join(sounds)
    given, family = name.given, name.family
    begins = len(given) >= 3 and any(word.startswith(given) for word in sounds)
    return begins or (len(family) >= 3 and whole in {given[:1] + family, family + given[:1], family + given})


def _follows_from(mail_name: str, who: Marks) -> bool:
    """Whether a mail name is made of nothing but this person's names and initials."""
    return any(_is_made_of(mail_name, name) for name in who.names)


def _is_made_of(mail_name: str, name: Spoken) -> bool:
    letters = {part for word in name.sounds for part in (word, word[:1])}
    words = {sound(word) for word in _mail_words(mail_name)}
    return words <= letters or words <= {a + b for a in letters for b in letters}
