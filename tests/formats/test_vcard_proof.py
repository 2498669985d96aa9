"""Cards are proven before they leave: what we write passes whatever is in it, and what would be lost does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hallway.domain.errors import Refused
from hallway.domain.records import Email, PersonRecord, Phone, Profile, Work
from hallway.formats import limits, vcard, vcard_proof

WORDS = st.text(max_size=90) | st.sampled_from([
    "END:VCARD", "x" * 70 + "\nEND:VCARD", "a\r\nBEGIN:VCARD", "\\;,:\"", "=0D=0A", "\u2028", "\x00\x07", "ENCODING=b:",
])  # fmt: skip
TEXT = WORDS.filter(lambda words: not any(0xD800 <= ord(letter) < 0xE000 for letter in words))
PEOPLE = st.builds(
    PersonRecord,
    name=TEXT.map(lambda words: f"Ada {words}"), given=TEXT, family=TEXT, nickname=TEXT, phonetic=TEXT, uid=TEXT,
    emails=st.lists(st.builds(Email, TEXT, TEXT), max_size=2).map(tuple),
    phones=st.lists(st.builds(Phone, TEXT, TEXT), max_size=2).map(tuple),
    profiles=st.lists(st.builds(Profile, st.sampled_from(["web", "orcid"]), TEXT), max_size=2).map(tuple),
    works=st.lists(st.builds(Work, TEXT, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    topics=st.lists(TEXT, max_size=2).map(tuple), groups=st.lists(TEXT, max_size=2).map(tuple), note=TEXT, place=TEXT,
    birthday=TEXT, met_on=TEXT, time_zone=TEXT, languages=st.lists(TEXT, max_size=2).map(tuple),
    unknown=st.lists(TEXT | TEXT.map(lambda words: f"X-ODD;P=\"{words}:{words}"), max_size=2).map(tuple),
)  # fmt: skip


@given(st.lists(PEOPLE, max_size=4), st.sampled_from(["3.0", "4.0"]))
@example([PersonRecord("Ada", note="long " * 20_000)], "3.0")
@example([PersonRecord("Ada", unknown=("X-ODD;P=a b:c", "PHOTO;ENCODING=b:!!!!"))], "4.0")
@settings(max_examples=120)
def test_whatever_is_written_passes(people: list[PersonRecord], version: str) -> None:
    vcard_proof.prove(vcard.write(people, version), people)


ADA = PersonRecord("Ada Lovelace", note="Looms")


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-3],
        lambda data: data.replace(b"FN:Ada Lovelace\r\nN:Lovelace;Ada;;;\r\n", b""),
        lambda data: data.replace(b"NOTE:Looms", b"NOTE:Looms\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Eve"),
        lambda data: data.replace(b"NOTE:Looms", b"NOTE Looms"),
        lambda data: data + b"hello",
        lambda data: b"",
        lambda data: data.replace(b"BEGIN:VCARD", b"BEGIN:VCALENDAR", 1),
    ],
)
def test_what_would_be_lost_does_not_pass(damage: Callable[[bytes], bytes]) -> None:
    people = [replace(ADA, given="Ada", family="Lovelace"), PersonRecord("Bo Bakker")]
    data = vcard.write(people)
    vcard_proof.prove(data, people)
    with pytest.raises(Refused):
        vcard_proof.prove(damage(data), people)


def test_more_than_may_be_read_at_once_is_proven_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [PersonRecord(f"Ada {number}", photo=b"\xff\xd8\xff" + bytes(300)) for number in range(50)]
    data = vcard.write(people)
    for most_bytes, most_cards in ((1, 1_000), (2_000, 1_000), (10**9, 7)):
        monkeypatch.setattr(vcard_proof, "BYTES_AT_ONCE", most_bytes)
        monkeypatch.setattr(vcard_proof, "AT_ONCE", most_cards)
        monkeypatch.setattr(limits, "MAX_BYTES", len(data) // 2)
        if most_bytes < 10**9 or most_cards == 7:
            vcard_proof.prove(data, people)
    with pytest.raises(Refused):
        vcard_proof.prove(data.replace(b"FN:Ada 31\r\n", b"FN:\r\n"), people)


def test_nobody_at_all_passes() -> None:
    vcard_proof.prove(vcard.write([]), [])
