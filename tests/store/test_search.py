"""Search: nothing typed ever raises, and what people type finds what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from hallway.domain import errors
from hallway.domain.interactions import NewInteraction, Participant
from hallway.store import words
from hallway.usecases import interactions, organisations, people, safety, searching
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person, memory_desk
from tests.store.searched import NASTY, TEXTS, ask_everywhere, some_people
from tests.tiers import SEARCHES


@pytest.fixture(scope="module")
def known() -> Iterator[Desk]:
    desk = some_people()
    yield desk
    desk.database.close_thread()


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:12]))
def test_no_nasty_text_raises(known: Desk, text: str) -> None:
    ask_everywhere(known, text)


@settings(max_examples=SEARCHES.change)
@given(TEXTS)
@example("\ud800\udc00 \x00")
def test_no_text_raises(known: Desk, text: str) -> None:
    ask_everywhere(known, text)


@settings(max_examples=100)
@given(some.text(some.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
@example("O'Brien-d'Arc")
@example("\U0001e900x")  # a letter that SQLite's own table of characters does not know
def test_whoever_is_written_down_is_found_by_that_name(name: str) -> None:
    desk = memory_desk()
    with suppress(errors.Refused):
        id_ = add_person(desk, name)
        if words.cut(name):
            assert [hit.id for hit in desk.ask(searching.find_people, name)] == [id_]
            assert desk.ask(people.named, name)[0] == id_
        assert desk.ask(safety.check) == ()
    desk.database.close_thread()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lukasz", "Łukasz O'Brien"), ("brien", "Łukasz O'Brien"), ("o'br", "Łukasz O'Brien"),
        ("o’brien luk", "Łukasz O'Brien"),
        ("山", "山田 太郎"), ("田", "山田 太郎"), ("太郎", "山田 太郎"), ("ase oyg", "Åse Øygård"),
        ("nunez", "José Núñez"),
        ("NÚÑEZ", "José Núñez"), ("ludensch", "Müller-Lüdenscheidt Anna"), ("anna mull", "Müller-Lüdenscheidt Anna"),
        ("محمد", "محمد علي"), ("नमस्ते", "नमस्ते देवी"),
    ],
)  # fmt: skip
def test_a_name_is_found_as_people_type_it(known: Desk, typed: str, name: str) -> None:
    assert [hit.title for hit in known.ask(searching.find_people, typed)] == [name]


def kinds(desk: Desk, text: str) -> list[str]:
    return [hit.kind for hit in desk.ask(searching.find, text)]


def test_words_of_notes_events_and_moments_are_found(known: Desk) -> None:
    assert set(kinds(known, "note")) == {"person"}
    assert set(kinds(known, "mixed-effects")) == {"person", "moment"}
    assert kinds(known, "malaga") == ["event"]
    assert kinds(known, "looms") == ["event", "moment"]
    assert set(kinds(known, "a@b.org see")) == {"person", "moment"}
    assert kinds(known, "nowhere to be found") == []


def test_a_note_says_why_it_was_found(desk: Desk) -> None:
    add_person(desk, "Ada Lovelace", notes="keeps bees")
    hit = desk.ask(searching.find, "bees")[0]
    assert (hit.title, hit.why) == ("Ada Lovelace", "“bees” in what you wrote")
    assert hit.shown == (("keeps ", False), ("bees", True))


@pytest.mark.parametrize("give", [
    lambda desk: add_person(desk, topics=("Bees",)), lambda desk: add_person(desk, organisation="Institute of Bees"),
    lambda desk: desk.do(people.change, add_person(desk), "nickname", "Bees"),
    lambda desk: desk.do(people.change, add_person(desk), "place", "Bees, Kent"),
], ids=["topic", "organisation", "nickname", "place"])  # fmt: skip
def test_people_are_found_by_what_is_known_of_them(desk: Desk, give: Callable[[Desk], object]) -> None:
    give(desk)
    assert kinds(desk, "bees") == ["person"]


def test_people_found_by_name_stand_before_people_found_by_notes(desk: Desk) -> None:
    about = add_person(desk, "Ada Lovelace", notes="a friend of Charles")
    named = add_person(desk, "Charles Babbage")
    assert [hit.id for hit in desk.ask(searching.find_people, "charles")] == [named, about]


def test_people_let_go_are_not_found_and_archived_ones_come_last(desk: Desk) -> None:
    gone, archived, here = (add_person(desk, "Ada Lovelace") for _ in range(3))
    desk.do(people.let_go, [gone])
    desk.do(people.archive, [archived])
    assert [hit.id for hit in desk.ask(searching.find_people, "ada")] == [here, archived]


def test_every_word_has_to_fit(known: Desk) -> None:
    assert known.ask(searching.find_people, "lukasz yamada") == ()


def test_an_organisation_is_found_by_part_of_its_name_and_no_sign_is_a_joker(known: Desk) -> None:
    assert [place.name for place in known.ask(organisations.listed, "lun")] == ["Uni Lund"]
    assert known.ask(organisations.listed, "u_i") == ()
    assert known.ask(organisations.listed, "u%d") == ()


@pytest.mark.parametrize(
    ("typed", "found"), [("Lukasz O'Brien", 1), ("o'brien", 1), ('"Łukasz"', 1), ("obrien", 0), ("++", 0)]
)
def test_somebody_is_meant_by_whole_words(known: Desk, typed: str, found: int) -> None:
    try:
        assert known.ask(people.named, typed)[1] == "Łukasz O'Brien"
    except errors.NotFound:
        assert not found
    else:
        assert found


def test_several_people_of_one_name_are_ambiguous(desk: Desk) -> None:
    add_person(desk, "Ada Lovelace")
    add_person(desk, "Ada Byron")
    with pytest.raises(errors.Ambiguous) as caught:
        desk.ask(people.named, "ada")
    assert set(caught.value.choices) == {"Ada Lovelace", "Ada Byron"}
    assert desk.ask(people.named, "Ada Byron")[1] == "Ada Byron"


def titles(desk: Desk, text: str) -> list[str]:
    return [hit.title for hit in desk.ask(searching.find_people, text)]


@pytest.mark.parametrize(
    "typed", ["tw", "TW", "t w", "wieczorek tomasz", "wieczoerk", "tomasz wieczoerk", "wieczoerk tom", "tomsaz"]
)
def test_somebody_is_found_by_initials_in_any_order_and_with_a_slip(desk: Desk, typed: str) -> None:
    add_person(desk, "Tomasz Wieczorek")
    add_person(desk, "Ada Lovelace")
    assert titles(desk, typed) == ["Tomasz Wieczorek"]


@pytest.mark.parametrize("typed", ["wiezcoerk", "wt", "tow", "tmsz wczrk", "wieczoerk ada", "zzzz"])
def test_what_is_too_far_from_a_name_finds_nobody(desk: Desk, typed: str) -> None:
    add_person(desk, "Tomasz Wieczorek")
    assert titles(desk, typed) == []


def test_names_that_fit_stand_before_initials_and_those_before_slips(desk: Desk) -> None:
    for name in ("Tomasz Wieczorek", "Twyla Banks", "Theo Maria Winter"):
        add_person(desk, name)
    assert titles(desk, "tw")[0] == "Twyla Banks"
    assert set(titles(desk, "tw")) == {"Twyla Banks", "Tomasz Wieczorek", "Theo Maria Winter"}
    add_person(desk, "Twylo Hill")
    assert titles(desk, "twylo") == ["Twylo Hill", "Twyla Banks"]


def test_initials_find_a_place_in_a_full_list(desk: Desk) -> None:
    add_person(desk, "Tomasz Wieczorek")
    for at in range(6):
        add_person(desk, f"Twain {at}")
    assert "Tomasz Wieczorek" in [hit.title for hit in desk.ask(searching.find_people, "tw", 4)]


def test_slips_are_looked_for_among_the_names_of_now(desk: Desk) -> None:
    id_ = add_person(desk, "Tomasz Wieczorek")
    assert titles(desk, "wieczoerk")
    desk.do(people.change, id_, "name", "Tomasz Kowalski")
    assert not titles(desk, "wieczoerk")
    assert titles(desk, "kowlaski") == ["Tomasz Kowalski"]
    desk.undo()
    assert titles(desk, "wieczoerk") == ["Tomasz Wieczorek"]
    desk.do(people.let_go, [id_])
    assert not titles(desk, "wieczoerk")
    desk.undo()
    desk.undo()
    assert titles(desk, "wieczoerk") == []


def log(desk: Desk, summary: str, *who: Participant) -> None:
    desk.do(interactions.log, NewInteraction(TODAY, who, summary=summary))


def test_a_word_in_what_happened_finds_whom_it_happened_with(desk: Desk) -> None:
    ada, eve = add_person(desk, "Ada Lovelace"), add_person(desk, "Eve Moneypenny")
    log(desk, "Talked of bees", Participant(ada), Participant(eve, note="allergic to walnuts"))
    hit = desk.ask(searching.find_people, "walnut")[0]
    assert (hit.title, hit.why) == ("Eve Moneypenny", "in what happened with them")
    assert hit.shown == (("allergic to ", False), ("walnuts", True))
    assert titles(desk, "walnuts") == ["Eve Moneypenny"]
    assert set(titles(desk, "bees")) == {"Ada Lovelace", "Eve Moneypenny"}
    assert titles(desk, "ada bees") == ["Ada Lovelace"]
    assert titles(desk, "ada") == ["Ada Lovelace"]


def test_what_is_in_the_trash_is_not_found(desk: Desk) -> None:
    ada = add_person(desk, "Ada Lovelace")
    log(desk, "Talked of bees", Participant(ada))
    desk.do(people.let_go, [ada])
    assert titles(desk, "bees") == []


@given(some.text())
def test_cutting_what_was_cut_changes_nothing(text: str) -> None:
    assert words.cut(words.indexed(text)) == words.cut(text)


def test_a_nickname_and_another_spelling_are_found_with_a_slip(desk: Desk) -> None:
    desk.do(people.change, add_person(desk, "Thomas Weaver"), "nickname", "Tammo")
    other = add_person(desk, "Jozef Novak")
    desk.do(lambda step: step.execute("INSERT INTO person_spelling (person_id, name) VALUES (?, 'Giuseppe')", other))
    assert titles(desk, "tamom") == ["Thomas Weaver"]
    assert titles(desk, "giusepep") == ["Jozef Novak"]
    assert titles(desk, "tt") == []
