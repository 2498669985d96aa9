"""Excerpts: the found words are in them, apart, and nothing is invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from hallway.domain.excerpts import WIDTH, excerpt, plain
from hallway.domain.folding import fold

LONG = "She said at the dinner that the bees of Valmora are all Łukasz's and asked for the station data of last year"


def test_the_words_around_a_hit_are_shown_with_the_hit_apart() -> None:
    shown = excerpt(LONG, ["station"])
    assert ("station", True) in shown
    assert plain(shown) == "…and asked for the station data of last year"


def test_a_hit_is_found_by_its_beginning_and_without_accents() -> None:
    assert [text for text, hit in excerpt(LONG, ["luk", "be"]) if hit] == ["bees", "Łukasz"]


def test_characters_that_are_words_are_found_one_by_one() -> None:
    assert excerpt("会議で山田さん", ["山"]) == (("会議で", False), ("山", True), ("田さん", False))


def test_lines_become_one_and_markup_stays_text() -> None:
    assert plain(excerpt("<b>bees</b>\n\n and  more", ["bees"])) == "<b>bees</b> and more"


def test_nothing_is_shown_without_a_hit() -> None:
    assert excerpt(LONG, ["zebra"]) == excerpt(LONG, []) == excerpt("", ["a"]) == ()


@given(some.text(max_size=300), some.lists(some.text(min_size=1, max_size=4), max_size=3))
def test_an_excerpt_is_a_part_of_the_text(text: str, typed: list[str]) -> None:
    beginnings = [fold(word) for word in typed if fold(word)]
    shown = excerpt(text, beginnings)
    whole = " ".join(text.split())
    assert plain(shown).removeprefix("…").removesuffix("…") in whole or "…" in text
    assert not shown or any(hit for _, hit in shown)
    longest = max((len(word) for word in whole.split()), default=0)
    assert len(plain(shown)) <= WIDTH + longest + 2


@given(some.text(alphabet="ab é", max_size=200))
def test_every_hit_begins_with_what_was_typed(text: str) -> None:
    assert all(fold(part).startswith("a") for part, hit in excerpt(text, ["a"]) if hit)
