"""`hallway met` with several people in the line."""

from __future__ import annotations

from tests.cli.conftest import Hallway

BOTH = "Ana Ruiz and Bo Lindqvist, @CERN, send both the paper fri"


def test_two_people_are_met_and_taken_back_in_one_step(hallway: Hallway) -> None:
    said = hallway("met", BOTH)
    assert said.out.splitlines() == [
        "Names      Ana Ruiz and Bo Lindqvist",
        "Works at   CERN",
        "Follow up  Send both the paper, Friday 19 June",
    ]
    assert "--one" in said.err
    assert hallway("find", "Ruiz").out and hallway("find", "Lindqvist").out
    hallway("undo")
    assert "Ana Ruiz" not in hallway("find", "Ruiz").out
    assert "Bo Lindqvist" not in hallway("find", "Lindqvist").out


def test_one_person_when_the_user_says_so(hallway: Hallway) -> None:
    said = hallway("met", "Ana and Bo, @CERN", "--one")
    assert said.out.splitlines()[0] == "Name      Ana and Bo"
    assert "--one" not in said.err


def test_a_namesake_of_the_second_is_told_too(hallway: Hallway) -> None:
    hallway("met", "Bo Lindqvist")
    assert "There is Bo Lindqvist already" in hallway("met", BOTH).err
