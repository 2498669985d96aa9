"""MECARD texts as QR codes carry them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.records import Email, Phone, Work
from hallway.formats import mecard


def test_all_fields_are_read() -> None:
    found = mecard.read(
        "MECARD:N:Ruiz,Ana;ORG:CERN;TEL:+41 22 767 61 11;EMAIL:ana@ostra.example;URL:https://ruiz.example;NOTE:looms;;"
    )
    assert found is not None
    assert (found.name, found.works, found.note) == ("Ana Ruiz", (Work("CERN"),), "looms")
    assert (found.emails, found.phones) == ((Email("ana@ostra.example"),), (Phone("+41 22 767 61 11"),))
    assert [page.url for page in found.profiles] == ["https://ruiz.example"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MECARD:N:Ana Ruiz;;", "Ana Ruiz"),
        ("mecard:n:Bo;", "Bo"),
        (r"MECARD:N:O\;Neil,Ana;;", "Ana O;Neil"),
        (r"MECARD:N:Ruiz\, PhD;;", "Ruiz, PhD"),
        ("MECARD:N:山田,太郎;;", "太郎 山田"),
        ("\n MECARD:TEL:12345;N:Bo;", "Bo"),
    ],
)
def test_names(text: str, name: str) -> None:
    found = mecard.read(text)
    assert found is not None and found.name == name


@pytest.mark.parametrize("text", ["", "MECARD:", "MECARD:TEL:1;;", "MECARD:N:;;", "BEGIN:VCARD", "https://x.example"])
def test_other_texts_are_no_mecard(text: str) -> None:
    assert mecard.read(text) is None


def test_birthdays_are_days_and_control_characters_stay_outside() -> None:
    found = mecard.read("MECARD:N:A\x00da;BDAY:19900101;NICKNAME:A\x1bd;NOTE:" + "x" * 100_000 + ";;")
    assert found is not None
    assert (found.name, found.birthday, found.nickname, len(found.note)) == ("Ada", "1990-01-01", "Ad", 65_536)
    vague = mecard.read("MECARD:N:Ada;BDAY:soon;;")
    assert vague is not None and vague.birthday == ""


@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    mecard.read("MECARD:" + text)
    mecard.read("MECARD:N:Bo;" + text)
