"""What is known of a person while the lines of their card pass by, and the person it makes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeVar

from hallway.domain.records import Complaint, Email, PersonRecord, Phone, Profile, Work
from hallway.formats.limits import clipped, shown
from hallway.formats.vcard_cards import Card

Kept = TypeVar("Kept")

PHONETIC: Final = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME")


@dataclass(slots=True)
class Role:
    """A role with the line and the item group it stands in, and the dates that our own cards give it."""

    number: int
    group: str
    work: Work


@dataclass(slots=True)
class Draft:
    """The lines taken in so far. `emails`, `phones` and `profiles` come with how much they are preferred."""

    code_page: str
    complaints: list[Complaint]
    labels: dict[str, str]
    is_ours: bool = False
    names: tuple[str, str, str, str, str] = ("", "", "", "", "")
    single: dict[str, str] = field(default_factory=dict)
    emails: list[tuple[int, Email]] = field(default_factory=list)
    phones: list[tuple[int, Phone]] = field(default_factory=list)
    profiles: list[tuple[int, Profile]] = field(default_factory=list)
    organisations: list[Role] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    languages: list[tuple[int, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    photo: bytes = b""
    rhythm_days: int = 0
    unknown: list[tuple[int, str]] = field(default_factory=list)
    spent_labels: set[str] = field(default_factory=set)
    alternatives: set[tuple[str, str]] = field(default_factory=set)
    kind: str = ""

    def complain(self, number: int, what: str, row: str = "") -> None:
        """Say what is wrong with a line."""
        self.complaints.append(Complaint(f"line {number}", what, shown(row)))


def person_of(draft: Draft, card: Card) -> PersonRecord | None:
    """The person on a card, or None (with a complaint) when it names nobody or is no person's."""
    works = _works(draft)
    raw = "\n".join(text for _, text in card.lines)
    if draft.kind and (draft.kind == "group" or not any(draft.names)):
        what = "a list of people" if draft.kind == "group" else "of an organisation"
        draft.complain(card.number, f"This card is {what}, not of a person; left out.", raw)
        return None
    name, works = (_behind_company if draft.kind else _name)(draft, works)
    if not name:
        draft.complain(card.number, "The card names nobody: no name, organisation or address.", raw)
        return None
    return _record(draft, name, works, f"line {card.number}")


def _record(draft: Draft, name: str, works: tuple[Work, ...], where: str) -> PersonRecord:
    family, given, additional, prefix, suffix = draft.names
    single = draft.single
    return PersonRecord(
        name=name,
        where=where,
        given=given,
        family=family,
        additional=additional,
        prefix=prefix,
        suffix=suffix,
        nickname=single.get("nickname", ""),
        phonetic=" ".join(single[key] for key in PHONETIC if key in single),
        pronouns=single.get("pronouns", ""),
        uid=single.get("uid", ""),
        emails=_preferred(draft.emails),
        phones=_preferred(draft.phones),
        profiles=_preferred(draft.profiles),
        works=works,
        topics=tuple(dict.fromkeys(draft.topics)),
        groups=tuple(dict.fromkeys(draft.groups)),
        place=single.get("place", "") or single.get("address", ""),
        time_zone=single.get("time_zone", ""),
        languages=_preferred(draft.languages),
        birthday=single.get("birthday", ""),
        note=clipped("\n\n".join(draft.notes)),
        met_on=single.get("met_on", ""),
        photo=draft.photo,
        unknown=tuple(raw for _, raw in draft.unknown),
        met_how=single.get("met_how", ""),
        rhythm_days=draft.rhythm_days,
    )


def _preferred(ranked: list[tuple[int, Kept]]) -> tuple[Kept, ...]:
    """Each once, those that are preferred before the others."""
    if len(ranked) < 2:
        return tuple(kept for _, kept in ranked)
    return tuple(dict.fromkeys(kept for _, kept in sorted(ranked, key=lambda one: one[0])))


def _works(draft: Draft) -> tuple[Work, ...]:
    """Organisations with the role of their group, else with the role in the same position; in the order of the card."""
    if not draft.organisations and not draft.roles:
        return ()
    roles = list(draft.roles)
    found: list[tuple[int, Work]] = []
    for organisation in draft.organisations:
        role = _role_for(organisation.group, roles)
        if role:
            roles.remove(role)
        work = organisation.work
        found.append((organisation.number, Work(work.organisation, role.work.role if role else "", *_rest(work))))
    found.extend((role.number, role.work) for role in roles)
    return tuple(dict.fromkeys(work for _, work in sorted(found, key=lambda one: one[0])))


def _rest(work: Work) -> tuple[str, str, str]:
    return work.unit, work.start, work.end


def _role_for(group: str, roles: list[Role]) -> Role | None:
    for role in roles:
        if group and role.group == group:
            return role
    return next((role for role in roles if not role.group or not group), None)


def _name(draft: Draft, works: tuple[Work, ...]) -> tuple[str, tuple[Work, ...]]:
    """The name; for a card without FN from N, the nickname, the organisation, an address or a number."""
    candidates = (
        draft.single.get("name", ""),
        _spelled(draft),
        draft.single.get("nickname", ""),
        works[0].organisation if works else "",
        draft.emails[0][1].address if draft.emails else "",
        draft.phones[0][1].number if draft.phones else "",
    )
    return next((candidate for candidate in candidates if candidate), ""), works


def _behind_company(draft: Draft, works: tuple[Work, ...]) -> tuple[str, tuple[Work, ...]]:
    """The person of a card that is shown under the name of a company, and works there."""
    family, given, *_ = draft.names
    written = draft.single.get("name", "")
    if not written or any(part and part in written for part in (family, given)):
        return written or _spelled(draft), works
    return _spelled(draft) or written, works or (Work(written),)


def _spelled(draft: Draft) -> str:
    return " ".join(draft.names[at] for at in (1, 2, 0) if draft.names[at])
