"""My card: what is told, what is chosen, and the files it leaves in."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallway.domain.errors import Refused
from hallway.formats import vcard
from hallway.usecases import card, settings
from hallway.usecases.desk import Desk
from tests.makers import recorded

ORCID = "https://orcid.org/0000-0002-1825-0097"


@pytest.fixture
def ines(desk: Desk) -> Desk:
    """A desk whose user has told a little."""
    told = {"name": "Ines Okoye", "degree": "PhD candidate", "email": "ines@ostra.example", "phone": "+49 30 123456"}
    for field, value in told.items():
        desk.do(settings.set_profile, field, value)
    return desk


def test_without_a_name_there_is_no_code_and_no_file(desk: Desk) -> None:
    assert desk.ask(card.mine).code is None
    with pytest.raises(Refused, match="no name yet"):
        desk.ask(card.file_of, ".vcf")


def test_phone_and_pronouns_wait_to_be_chosen(ines: Desk) -> None:
    assert "TEL" not in ines.ask(card.mine).code.text
    ines.do(card.choose, "phone", True)
    assert "TEL:+49 30 123456" in ines.ask(card.mine).code.text
    ines.do(card.choose, "email", False)
    assert ines.ask(card.mine).shown.email == "" and ines.ask(card.mine).whole.email
    with pytest.raises(Refused):
        ines.do(card.choose, "name", False)


def test_all_of_it_is_taken_back_step_by_step(ines: Desk) -> None:
    before = recorded(ines.database)
    ines.do(card.choose, "phone", True)
    ines.do(card.set_link, 0, "okoye.example")
    ines.do(card.set_link, 1, "0000-0002-1825-0097")
    ines.do(settings.set_profile, "phonetic", "ee-NESH")
    after = recorded(ines.database)
    for _ in range(4):
        ines.undo()
    assert recorded(ines.database) == before
    for _ in range(4):
        ines.redo()
    assert recorded(ines.database) == after


def test_pages_are_kept_in_order_and_once(ines: Desk) -> None:
    ines.do(card.set_link, 0, "okoye.example")
    ines.do(card.set_link, 1, "0000-0002-1825-0097")
    ines.do(card.set_link, 2, "https://okoye.example/")
    assert ines.ask(card.own).links == ("https://okoye.example", ORCID)
    assert ines.ask(settings.profile)["link"] == "https://okoye.example"
    ines.do(card.set_link, 0, "")
    assert ines.ask(card.own).links == (ORCID,)


def test_a_page_that_was_left_out_stays_out_when_it_is_changed(ines: Desk) -> None:
    ines.do(card.set_link, 0, "okoye.example")
    ines.do(card.choose, "https://okoye.example", False)
    ines.do(card.set_link, 0, "okoye.example/me")
    assert ines.ask(card.mine).shown.links == ()


@pytest.mark.parametrize(("field", "value"), [("email", "ines at ostra"), ("link", "0000-0002-1825-0098")])
def test_what_cannot_be_changes_nothing(ines: Desk, field: str, value: str) -> None:
    before = recorded(ines.database)
    with pytest.raises(Refused):
        ines.do(settings.set_profile, field, value)
    with pytest.raises(Refused):
        ines.do(card.set_link, 0, "0000-0002-1825-0098")
    assert recorded(ines.database) == before


def test_too_much_for_a_code_is_still_a_card(ines: Desk) -> None:
    ines.do(settings.set_profile, "university", "x" * 3000)
    assert ines.ask(card.mine).code is None and ines.ask(card.mine).shown.university
    assert b"x" * 60 in ines.ask(card.file_of, ".vcf")
    with pytest.raises(Refused, match="does not fit"):
        ines.ask(card.file_of, ".png")


def test_the_file_is_a_whole_card_with_what_was_chosen(ines: Desk, tmp_path: Path) -> None:
    ines.do(settings.set_profile, "introduction", "Shade and street trees")
    path = tmp_path / "me.vcf"
    card.write(path, ines.ask(card.file_of, path.suffix))
    (person,) = vcard.read(path.read_bytes()).records
    assert (person.name, person.phones, person.note) == ("Ines Okoye", (), "Shade and street trees")
    assert "NOTE" not in ines.ask(card.mine).code.text
    assert ines.ask(card.file_of, ".PNG").startswith(b"\x89PNG") and b"<svg" in ines.ask(card.file_of, ".svg")
    with pytest.raises(Refused, match=r"\.vcf, \.png or \.svg, not \.gif"):
        ines.ask(card.file_of, ".gif")
