"""Monica's export in JSON (Settings, Export data; version 4): people with everything that was noted down with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from hallway.domain.partial_dates import Birthday
from hallway.domain.records import Complaint, MomentRecord, Parsed, PersonRecord, Report, Work
from hallway.domain.rhythm import LONGEST_RHYTHM
from hallway.formats import limits, text, vcard
from hallway.formats.monica_moments import moments
from hallway.formats.monica_notes import lines
from hallway.formats.monica_parts import (
    Account,
    Thing,
    day_of,
    is_set,
    name_of,
    properties,
    said,
    sentence,
    thing,
    things,
    values,
)
from hallway.formats.monica_ways import ways
from hallway.formats.vcard_photo import BadPhoto, decode_photo

SOURCE: Final = "monica"


class _TooStrange(ValueError):
    """A number that is none."""


def read(data: bytes, report: Report | None = None) -> Parsed[PersonRecord]:
    """Read the people. What Hallway has no place for stands in their notes, and nothing is left out without a word."""
    oversize = limits.oversize(data)
    if oversize:
        return Parsed((), (oversize,), SOURCE)
    decoded = text.decode(data)
    complaints = limits.Complaints(decoded.complaints)
    account = _account(decoded.text, complaints)
    people = list(_Reader(account, complaints, report).people()) if account else []
    return complaints.parsed(people, SOURCE)


def _account(written: str, complaints: limits.Complaints) -> Account | None:
    """What the file is about; None, with a complaint, when it is not Monica's or cannot be read."""
    try:
        told = thing(thing(json.loads(written, parse_constant=_no_number)).get("account"))
    except RecursionError:
        complaints.append(Complaint("file", "It is nested deeper than Monica's files are; it was not read."))
    except json.JSONDecodeError as error:
        complaints.append(Complaint(f"line {error.lineno}", "The file is broken here; it was not read."))
    except ValueError:
        complaints.append(Complaint("file", "It holds numbers that are none; it was not read."))
    else:
        if things(told.get("data")):
            return Account(told)
        complaints.append(Complaint("file", "This is no export of Monica 4: there is no account with people in it."))
    return None


def _no_number(_: str) -> None:
    raise _TooStrange


class _Reader:
    """Makes people of an account."""

    def __init__(self, account: Account, complaints: limits.Complaints, report: Report | None) -> None:
        self._account = account
        self._complaints = complaints
        self._report = report
        self._moments = 0

    def people(self) -> Iterator[PersonRecord]:
        """Everybody who is more than somebody's relative."""
        everybody = self._account.people
        for number, person in enumerate(everybody, start=1):
            limits.tell(self._report, number, len(everybody))
            where = f"person {number}"
            if number > limits.MAX_RECORDS:
                self._complaints.append(limits.too_many(where))
                break
            name = name_of(person)
            if is_set(properties(person), "is_partial"):
                what = "Only known as somebody's relative, in whose note the name stands; left out as a person."
                self._complaints.append(Complaint(where, what, limits.shown(name)))
            elif not name:
                what = "There is no name; left out."
                self._complaints.append(Complaint(where, what, limits.shown(said(person, "uuid"))))
            else:
                yield self._person(person, name, where)
        self._say_left_out()

    def _person(self, person: Thing, name: str, where: str) -> PersonRecord:
        told = properties(person)
        lists = things(person.get("data"))
        found = ways(lists, self._account)
        works = said(told, "company"), said(told, "job")
        card = _card(said(told, "vcard"))
        happened, undated = moments(person, lists, self._account)
        noted = [*lines(person, lists, self._account), *found.lines, *undated]
        return PersonRecord(
            name=name, where=where, uid=said(person, "uuid"), given=said(told, "first_name"),
            additional=said(told, "middle_name"), family=said(told, "last_name"), nickname=said(told, "nickname"),
            prefix=card.prefix, suffix=card.suffix, phonetic=card.phonetic, pronouns=card.pronouns,
            time_zone=card.time_zone, languages=card.languages, unknown=tuple(dict.fromkeys(card.unknown)),
            emails=tuple(dict.fromkeys(found.emails)), phones=tuple(dict.fromkeys(found.phones)),
            profiles=tuple(dict.fromkeys(found.profiles)), works=(Work(*works),) if any(works) else (),
            groups=_groups(told, lists), place=found.place, birthday=_birthday(thing(told.get("birthdate"))),
            note=self._note(noted, where), met_on=_met_on(thing(told.get("first_met_date"))),
            met_how=self._met_how(told), rhythm_days=_rhythm(told), photo=self._photo(told, lists, where),
            moments=self._counted(happened),
        )  # fmt: skip

    def _note(self, noted: list[str], where: str) -> str:
        whole = "\n".join(dict.fromkeys(line for line in noted if line))
        if len(whole) > limits.MAX_TEXT:
            self._complaints.append(Complaint(where, "There is more to note down than fits; its end was left out."))
        return limits.clipped(whole)

    def _met_how(self, told: Thing) -> str:
        through = self._account.names.get(said(told, "first_met_through"), "")
        introduced = f"Introduced by {through}" if through else ""
        return sentence(introduced, said(told, "first_met_where"), said(told, "first_met_additional_info"))

    def _photo(self, told: Thing, lists: list[Thing], where: str) -> bytes:
        """The picture that Monica shows, else the first; each belongs to one person."""
        chosen = said(thing(told.get("avatar")), "avatar_photo")
        listed = [id_ for one in lists if said(one, "type") == "photo" for id_ in values(one.get("values"))]
        for id_ in (chosen, *(id_ for id_ in listed if isinstance(id_, str))):
            packed = self._account.photos.pop(id_, None)
            if isinstance(packed, str):
                try:
                    return decode_photo(packed)
                except BadPhoto as bad:
                    self._complaints.append(Complaint(where, str(bad).replace("is kept as it is", "was left out")))
        return b""

    def _counted(self, found: tuple[MomentRecord, ...]) -> tuple[MomentRecord, ...]:
        taken = found[: limits.MAX_RECORDS - self._moments]
        self._moments += len(taken)
        return taken

    def _say_left_out(self) -> None:
        if self._moments == limits.MAX_RECORDS:
            self._complaints.append(limits.too_many("file"))
        if not self._account.has_room(0):
            what = "What many took part in is described at such length that it was left out with some of them."
            self._complaints.append(Complaint("file", what))
        for count, one, many in (
            (len(self._account.photos), "One more photo was", "more photos were"),
            (self._account.entries, "One entry of the journal was", "entries of the journal were"),
        ):
            if count:
                said_so = one if count == 1 else f"{count:,} {many}"
                self._complaints.append(Complaint("file", f"{said_so} left out: Hallway has no place for them."))


def _card(written: str) -> PersonRecord:
    """What Monica kept of the address card that somebody came from."""
    found = vcard.read(written.encode()).records if written else ()
    return found[0] if found else PersonRecord("")


def _groups(told: Thing, lists: list[Thing]) -> tuple[str, ...]:
    """Tags are words; in case a later version writes them as things, those have names."""
    tags = values(told.get("tags"))
    listed = [one for each in lists if said(each, "type") in ("tag", "tags") for one in values(each.get("values"))]
    words = ({"name": one} if isinstance(one, str) else thing(one) for one in (*tags, *listed))
    names = (said(one, "name") or said(properties(one), "name") for one in words)
    return tuple(dict.fromkeys(name for name in names if name))


def _birthday(special: Thing) -> str:
    """A day, a day without its year, or nothing when only an age is known."""
    day = day_of(special, "date")
    if not day or is_set(special, "is_age_based"):
        return ""
    parsed = Birthday.parse(day)
    return str(Birthday(parsed.month, parsed.day) if is_set(special, "is_year_unknown") else parsed)


def _met_on(special: Thing) -> str:
    """A day, or the year alone when it was counted back."""
    day = day_of(special, "date")
    if is_set(special, "is_year_unknown"):
        return ""
    return day[:4] if is_set(special, "is_age_based") else day


def _rhythm(told: Thing) -> int:
    written = said(told, "stay_in_touch_frequency")
    days = int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 0
    return days if days <= LONGEST_RHYTHM else 0
