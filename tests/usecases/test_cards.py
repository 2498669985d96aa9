"""What somebody hands over, as words for the capture line: every part ends where it belongs."""

from __future__ import annotations

from datetime import date

import pytest
import segno

from hallway.domain.capture import Capture, parse_line
from hallway.usecases import cards

VCARD = """BEGIN:VCARD
VERSION:3.0
N:Ruiz;Ana;;Dr.;
FN:Dr. Ana Ruiz
ORG:Institute for Wind and Waves
TITLE:Engineer\\, looms
EMAIL:ana@ostra.example
TEL:+41 22 767 61 11
URL:https://orcid.org/0000-0002-1825-0097
END:VCARD
"""


def read(text: str) -> Capture:
    """The card's line, as the capture panel reads it."""
    card = cards.read_text(text)
    return parse_line(card.text, date(2026, 6, 16), told=card.told)


@pytest.mark.parametrize("text", [VCARD, VCARD.replace("\n", "\r\n"), VCARD.replace("3.0", "4.0")])
def test_a_vcard_fills_every_field(text: str) -> None:
    found = read(text)
    assert (found.names, found.organisation) == (("Dr. Ana Ruiz",), "Institute for Wind and Waves")
    assert found.role == "Engineer, looms"
    assert (found.emails, found.phones) == (("ana@ostra.example",), ("+41 22 767 61 11",))
    assert [page.url for page in found.profiles] == ["https://orcid.org/0000-0002-1825-0097"]
    assert (found.note, found.promises) == ("", ())


def test_a_name_with_and_is_one_person() -> None:
    assert read("BEGIN:VCARD\nVERSION:3.0\nFN:Ana and Bo\nEND:VCARD").names == ("Ana and Bo",)


def test_a_mecard_fills_the_fields() -> None:
    found = read("MECARD:N:Ruiz,Ana;ORG:CERN;EMAIL:ana@ostra.example;;")
    assert (found.name, found.organisation, found.emails) == ("Ana Ruiz", "CERN", ("ana@ostra.example",))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://www.linkedin.com/in/ana-ruiz", "linkedin"),
        ("https://orcid.org/0000-0002-1825-0097", "orcid"),
    ],
)
def test_an_address_of_a_page_is_kept_as_one(text: str, kind: str) -> None:
    assert [page.kind for page in read(f"Ana Ruiz, {text}").profiles] == [kind]
    assert cards.read_text(text).text == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mailto:ana@ostra.example?subject=hello", "ana@ostra.example"),
        ("tel:+41227676111", "+41227676111"),
        ("Ana\nRuiz", "Ana Ruiz"),
        ("Ana \u202eziuR\u202c\x00", "Ana ziuR"),
        ("", ""),
    ],
)
def test_other_texts_become_plain_words(text: str, words: str) -> None:
    assert cards.read_text(text).text == words


def test_a_card_that_holds_more_says_so() -> None:
    assert not cards.read_text("BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nEND:VCARD").more
    assert cards.read_text("BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nBDAY:19900101\nEND:VCARD").more


BROKEN = ["BEGIN:VCARD", "BEGIN:VCARD\n" + "FN:x\n" * 200_000, "MECARD:;;", "BEGIN:VCARD\x00\xff"]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_and_endless_cards_do_no_harm(text: str) -> None:
    cards.read_text(text)


def test_of_several_codes_the_card_is_taken() -> None:
    def rows(text: str) -> list[bytes]:
        code = segno.make(text, version=8)
        return [bytes(0 if dark else 255 for dark in row) for row in code.matrix_iter(scale=4, border=4)]

    both = rows("https://shop.example") + rows("MECARD:N:Ruiz,Ana;;")
    found = cards.read_picture(b"".join(both), len(both[0]), len(both))
    assert found is not None and found.text == "Ana Ruiz"


def test_a_picture_without_a_code_says_nothing() -> None:
    assert cards.read_picture(b"\xff" * 10_000, 100, 100) is None
