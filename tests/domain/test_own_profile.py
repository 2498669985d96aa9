"""What is kept of what the user tells, and what of it a card shows."""

from __future__ import annotations

import pytest

from hallway.domain.errors import Refused
from hallway.domain.own_profile import OwnProfile, as_record, checked, checked_link, link_words, on_card, with_link

INES = OwnProfile(
    "Ines Okoye", "ee-NESH oh-KOY-eh", "she/her", "PhD candidate", "Ostra University", "ines@ostra.example",
    "+49 30 123456", "Shade and street trees", ("https://okoye.example", "https://orcid.org/0000-0002-1825-0097"),
)  # fmt: skip


@pytest.mark.parametrize(("field", "typed", "kept"), [
    ("name", "  Ines\n Okoye ", "Ines Okoye"),
    ("email", "Ines <Ines@Ostra.example>", "Ines@ostra.example"),
    ("phone", "tel:+49  30 123456", "+49 30 123456"),
    ("link", "okoye.example", "https://okoye.example"),
    ("email", "", ""),
    ("introduction", "shade, trees", "shade, trees"),
])  # fmt: skip
def test_words_are_kept_in_their_usual_form(field: str, typed: str, kept: str) -> None:
    assert checked(field, typed) == kept


@pytest.mark.parametrize(("field", "typed"), [("email", "ines at ostra"), ("phone", "call me"), ("link", "my page")])
def test_what_cannot_be_is_refused(field: str, typed: str) -> None:
    with pytest.raises(Refused):
        checked(field, typed)


def test_an_impossible_orcid_is_refused_in_words() -> None:
    with pytest.raises(Refused, match="last digit does not fit"):
        checked_link("0000-0002-1825-0098")
    assert link_words(checked_link("0000-0002-1825-0097")) == "ORCID"


def test_pages_are_changed_added_and_taken_away() -> None:
    assert with_link(("a", "b"), 1, "c") == ("a", "c")
    assert with_link(("a", "b"), 9, "c") == ("a", "b", "c")
    assert with_link(("a", "b"), 0, "") == ("b",)
    assert with_link(("a", "b"), 9, "a") == ("a", "b")


def test_a_card_shows_all_but_what_is_left_out_and_always_the_name() -> None:
    shown = on_card(INES, {"name", "phone", "pronouns", "https://okoye.example"})
    assert (shown.name, shown.phone, shown.pronouns, shown.email) == ("Ines Okoye", "", "", "ines@ostra.example")
    assert shown.links == ("https://orcid.org/0000-0002-1825-0097",)


def test_the_lines_below_the_name() -> None:
    assert (INES.line, INES.saying) == ("PhD candidate, Ostra University", "ee-NESH oh-KOY-eh · she/her")
    assert on_card(INES, {"degree", "phonetic", "pronouns"}).line == "Ostra University"
    assert OwnProfile().saying == ""


def test_a_record_has_the_parts_of_the_name_and_no_empty_work() -> None:
    record = as_record(INES)
    assert (record.given, record.family, record.note) == ("Ines", "Okoye", "Shade and street trees")
    assert as_record(INES, note=False).note == ""
    assert as_record(OwnProfile("Ines")).works == ()
