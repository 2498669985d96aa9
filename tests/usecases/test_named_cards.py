"""Several cards: each shows a part of what is told; begun, chosen, taken away, all of it taken back."""

from __future__ import annotations

import pytest

from hallway.domain import errors
from hallway.usecases import card, settings
from hallway.usecases.desk import Desk
from tests.makers import everything


@pytest.fixture
def ines(desk: Desk) -> Desk:
    for field, value in (("name", "Ines Okoye"), ("email", "ines@ostra.example"), ("phone", "+47 55 01")):
        desk.do(settings.set_profile, field, value)
    desk.do(card.set_link, 0, "https://okoye.example")
    return desk


def test_each_card_shows_its_own_part(ines: Desk) -> None:
    before = everything(ines)
    ines.do(card.add, "Informal")
    ines.do(card.choose, "phone", True)
    ines.do(card.choose, "email", False)
    informal = ines.ask(card.mine)
    assert (informal.name, informal.others) == ("Informal", ("Informal",))
    assert (informal.shown.phone, informal.shown.email) == ("+47 55 01", "")
    assert informal.code is not None and "+47 55 01" in informal.code.text
    ines.do(card.pick, "")
    usual = ines.ask(card.mine)
    assert (usual.shown.phone, usual.shown.email) == ("", "ines@ostra.example")
    assert b"ines@ostra" in ines.ask(card.file_of, ".vcf")
    ines.do(card.pick, "Informal")
    assert b"ines@ostra" not in ines.ask(card.file_of, ".vcf")
    ines.do(card.remove, "Informal")
    assert (ines.ask(card.mine).others, ines.ask(card.mine).name) == ((), "")
    for _ in range(6):
        ines.undo()
    assert everything(ines) == before


def test_a_page_that_changes_stays_left_out_on_every_card(ines: Desk) -> None:
    ines.do(card.choose, "https://okoye.example", False)
    ines.do(card.add, "Informal")
    ines.do(card.set_link, 0, "https://ines.example")
    assert ines.ask(card.mine).shown.links == ()
    ines.do(card.pick, "")
    assert ines.ask(card.mine).shown.links == ()
    ines.do(card.choose, "https://ines.example", True)
    assert ines.ask(card.mine).shown.links == ("https://ines.example",)


@pytest.mark.parametrize("name", ["", "  ", "informal"])
def test_a_name_that_cannot_be_is_refused(ines: Desk, name: str) -> None:
    ines.do(card.add, "Informal")
    before = everything(ines)
    with pytest.raises(errors.Refused):
        ines.do(card.add, name)
    assert everything(ines) == before


def test_there_is_room_for_a_few(ines: Desk) -> None:
    for at in range(card.MOST_OTHERS):
        ines.do(card.add, f"Card {at}")
    with pytest.raises(errors.Refused, match="room for"):
        ines.do(card.add, "One more")
    with pytest.raises(errors.NotFound):
        ines.do(card.pick, "Nothing")
    with pytest.raises(errors.NotFound):
        ines.do(card.remove, "")
