"""Writing vCards: what comes back, the bytes themselves, and nobody's text becoming a line of its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hallway.domain.records import Email, MomentRecord, PersonRecord, Phone, Profile, Work
from hallway.formats import vcard
from hallway.formats.vcard_writer import write_small
from tests.formats.files import sample
from tests.formats.generated import PEOPLE, as_read

BOTH = pytest.mark.parametrize("version", ["3.0", "4.0"])


def bare(people: tuple[PersonRecord, ...]) -> list[PersonRecord]:
    return [replace(person, where="") for person in people]


def properties(data: bytes) -> list[str]:
    """The names of all properties; fails on bytes that are no sound vCard (RFC 6350, sections 3.2 and 3.3)."""
    physical = data.split(b"\r\n")
    assert physical.pop() == b""
    names = []
    logical = ""
    for line in [*physical, b"X:"]:
        assert len(line) <= 75 and not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line)
        text = line.decode()
        if text.startswith(" "):
            logical += text[1:]
            continue
        if logical:
            names.append(_name(logical))
        logical = text
    return names


def _name(line: str) -> str:
    head = re.match(r'(?:"[^"]*"|[^":])*:', line)
    assert head and not re.search("[\x85\u2028\u2029]", line)
    name, *params = re.findall(r'(?:"[^"]*"|[^";])+', head[0][:-1])
    assert re.fullmatch(r"(?:[A-Za-z0-9-]+\.)?[A-Za-z0-9-]+", name), line
    assert all(re.fullmatch(r'[A-Za-z0-9-]+=(?:"[^"]*"|[^",]*)(?:,(?:"[^"]*"|[^",]*))*', each) for each in params), line
    return str(name).rpartition(".")[2].upper()


@BOTH
@given(people=st.lists(PEOPLE, min_size=1, max_size=2))
@example(people=[PersonRecord("Ada", groups=("STARRED", "myContacts"))])  # what Google puts everybody in
@example(people=[PersonRecord("Ada", uid="\xa0")])  # blank, and not a space
@settings(deadline=None, max_examples=100)
def test_written_people_come_back_equal(people: list[PersonRecord], version: str) -> None:
    data = vcard.write(people, version)
    parsed = vcard.read(data)
    assert parsed.complaints == ()
    expected = [as_read(person) for person in people]
    assert bare(parsed.records) == expected
    assert vcard.write(parsed.records, version) == vcard.write(expected, version)


@BOTH
@given(person=PEOPLE)
@settings(deadline=None, max_examples=60)
def test_written_bytes_are_sound_and_nothing_is_smuggled_in(person: PersonRecord, version: str) -> None:
    """H17: as many lines of each property as the record has of it, and not one more."""
    counted = Counter(properties(vcard.write([person], version)))
    told = as_read(person)
    assert counted["BEGIN"] == counted["END"] == counted["VERSION"] == counted["PRODID"] == counted["FN"] == 1
    assert (counted["EMAIL"], counted["TEL"]) == (len(person.emails), len(person.phones))
    assert counted["NOTE"] == bool(person.note) and counted["UID"] == bool(person.uid)
    assert counted["X-HALLWAY-RHYTHM"] == bool(person.rhythm_days)
    kept = Counter(_name(raw) for raw in told.unknown)
    assert {name: counted[name] for name in kept} == kept


@BOTH
def test_several_works_keep_their_roles_and_order(version: str) -> None:
    works = (Work("", "Adviser", "", "2019", "2020"), Work("One", "", "Unit", "2019", "2020-05"), Work("Two", "Head"))
    person = PersonRecord("A", works=works, unknown=("item1.X-ABDATE:2015-06-01", "item1.X-ABLabel:Day"))
    assert bare(vcard.read(vcard.write([person], version)).records) == [person]


@BOTH
@pytest.mark.parametrize(
    "name",
    [
        "apple.vcf", "google.vcf", "outlook21.vcf", "android21.vcf", "nextcloud4.vcf", "thebat.vcf", "thunderbird4.vcf",
        "company.vcf", "oldmail.vcf",
    ],
)  # fmt: skip
def test_samples_come_back_equal(name: str, version: str) -> None:
    people = vcard.read(sample(name)).records
    assert people
    assert bare(vcard.read(vcard.write(people, version)).records) == bare(people)


@BOTH
def test_somebody_stays_a_person_whatever_lines_were_kept(version: str) -> None:
    person = PersonRecord("Lumen", unknown=("KIND:org", "X-ABShowAs:COMPANY", "X-ADDRESSBOOKSERVER-KIND:group"))
    assert bare(vcard.read(vcard.write([person], version)).records) == [person]


def test_units_within_units_are_components_of_their_own() -> None:
    written = vcard.write([PersonRecord("A", works=(Work("One; Ltd", "", "Lab; Group 3"),))])
    assert b"ORG:One\\; Ltd;Lab;Group 3\r\n" in written


@pytest.mark.parametrize(
    ("birthday", "in_3", "in_4"),
    [("1980-03-22", b"BDAY:1980-03-22\r\n", b"BDAY:19800322\r\n"), ("--02-29", b"BDAY:--0229\r\n", b"BDAY:--0229\r\n")],
)
def test_birthdays_as_each_version_has_them(birthday: str, in_3: bytes, in_4: bytes) -> None:
    person = PersonRecord("A", birthday=birthday)
    assert in_3 in vcard.write([person], "3.0") and in_4 in vcard.write([person], "4.0")


MET = PersonRecord(
    "Ada", met_on="2026-06-23", met_how="in the queue; for coffee", rhythm_days=28,
    moments=(MomentRecord("2026-06-23", summary="talked about looms"),),
)  # fmt: skip


def test_how_one_met_and_how_often_stand_in_a_file_and_moments_never() -> None:
    written = vcard.write([MET])
    assert b"X-HALLWAY-MET-HOW:in the queue\\; for coffee\r\nX-HALLWAY-RHYTHM:28\r\n" in written
    assert b"looms" not in written


def test_the_small_card_is_silent_about_how_one_met_and_how_often() -> None:
    small = write_small(MET)
    assert "HALLWAY" not in small and "looms" not in small


_EVIL = "a\r\nBCC:x\nEND:VCARD\rFN:evil\u2028FN:evil\x85FN:evil\x0bFN:evil\x00"


@BOTH
def test_h17_nothing_can_smuggle_a_line_in(version: str) -> None:
    person = PersonRecord(
        name=_EVIL, uid=_EVIL, birthday=_EVIL, met_on=_EVIL, met_how=_EVIL, time_zone=_EVIL, phonetic=_EVIL,
        emails=(Email(_EVIL, _EVIL),), phones=(Phone(_EVIL, _EVIL),),
        profiles=(Profile(_EVIL, _EVIL), Profile("web", _EVIL)),
        works=(Work(_EVIL, _EVIL, _EVIL, _EVIL, _EVIL), Work(_EVIL)),
        languages=(_EVIL,), groups=(_EVIL,), topics=(_EVIL,),
        unknown=(
            f"X-A:{_EVIL}", "X-B;P=a\r\nFN:b:c", "X\r\nFN:evil:d", "a\nb.X-C:e", "END:VCARD", "BEGIN:VCARD",
            "version:2.1", "item1.END:VCARD", "no line", 'X-D;P="a"b:c', "X-E;P=\ud83d:c",
            'X-F;P="a\u2028b":c', " X-G:folded", "",
        ),
    )  # fmt: skip
    counted = Counter(properties(vcard.write([person], version)))
    assert counted["BEGIN"] == counted["END"] == counted["FN"] == counted["VERSION"] == 1
    assert counted.keys().isdisjoint({"BCC", "X-A", "X-B", "X-C", "X-D", "X-E", "X-F", "X-G", "X"})


def test_unknown_version_is_not_written() -> None:
    with pytest.raises(ValueError, match=r"2\.1"):
        vcard.write([], "2.1")


@BOTH
def test_the_address_of_a_photo_leaves_only_without_a_photo_of_our_own(version: str) -> None:
    kept = ("PHOTO;VALUE=uri:https://pictures.example/ada.jpg",)
    assert vcard.write([PersonRecord("Ada", unknown=kept)], version).count(b"PHOTO") == 1
    written = vcard.write([PersonRecord("Ada", unknown=kept, photo=b"\xff\xd8\xff\x00")], version)
    assert written.count(b"PHOTO") == 1 and b"pictures.example" not in written
