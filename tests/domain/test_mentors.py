"""Needs that come with Hallway, their signs, and the words on Today."""

from __future__ import annotations

import pytest

from hallway.domain.mentors import Need, Signs, hint_of, say_ask, shipped, signs_of


def test_the_needs_that_come_with_hallway_have_their_own_ids_and_hints() -> None:
    found = shipped()
    assert [need.id for need in found] == [-at for at in range(1, len(found) + 1)]
    assert len({need.name for need in found}) == len(found) and all(need.hint for need in found)
    assert {"Career", "Method", "Writing", "Feedback", "Sponsor", "Peers", "Belonging", "Industry"} <= {
        need.name for need in found
    }


def test_a_need_is_known_by_its_name_however_it_is_written() -> None:
    assert hint_of("sponsor") == hint_of("Sponsor") != "" and hint_of("Grants") == ""
    assert signs_of("INDUSTRY") == signs_of("Industry") != Signs()


def test_the_words_of_ones_own_need_are_looked_for_everywhere() -> None:
    assert signs_of("Life as a Teacher")[:3] == (("life", "teacher"),) * 3
    assert signs_of("R") == Signs()


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), "Your next ask: Writing. Nobody stands there yet; anybody may."),
        (("Ada",), "Your next ask: Writing. You turn to Ada for it."),
        (("Ada", "Bo", "Cy", "Di", "Ed"), "Your next ask: Writing. You turn to Ada, Bo, Cy and 2 more for it."),
    ],
)
def test_why_a_next_ask_stands_on_today(names: tuple[str, ...], words: str) -> None:
    assert say_ask(Need("Writing"), names) == words
