"""Who would want a text: words cut and stemmed, near words known, private ones never told."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.who_wants import Known, Match, Said, asked, rank, rarity, terms
from tests.makers import TODAY


def ranked(text: str, *people: Known) -> tuple[Match, ...]:
    wanted = asked(text)
    return rank(wanted, dict.fromkeys(wanted, 1.0), people, TODAY)


def test_words_that_are_the_same_to_a_reader_become_the_same() -> None:
    for same in ("city cities", "model models modelling", "ecology ecological", "sensor sensors", "Städte Stadt"):
        assert len({stem for word in same.split() for stem in terms(word)}) == 1, same
    assert terms("The results of a new study") == []


def test_an_abbreviation_asks_for_what_it_stands_for_but_less() -> None:
    wanted = asked("NLP for clinical notes")
    assert wanted["natur"] < wanted["nlp"] == wanted["clin"]
    (match,) = ranked("NLP for clinical notes", Known(1, "Ada", topics=("Natural language processing",)))
    assert match.reasons == ("Interested in Natural language processing",)


def test_a_whole_topic_speaks_loudest_and_half_a_topic_least() -> None:
    text = "Street trees and mixed-effects models"
    whole, half = Known(1, "Whole", topics=("street trees",)), Known(2, "Half", topics=("street art",))
    passing = Known(3, "Passing", moments=(Said(TODAY, "On street trees"),))
    assert [match.name for match in ranked(text, passing, half, whole)] == ["Whole", "Passing", "Half"]


def test_what_was_spoken_of_lately_counts_more() -> None:
    lately = Known(1, "Lately", moments=(Said(TODAY - timedelta(9), "On looms"),))
    long_ago = Known(2, "Long ago", moments=(Said(TODAY - timedelta(900), "On looms"),))
    found = ranked("A history of looms", long_ago, lately)
    assert [match.name for match in found] == ["Lately", "Long ago"]
    assert found[0].reasons == ("You spoke of it on Monday 8 June: On looms",)


def test_private_words_speak_for_somebody_and_are_not_told() -> None:
    secret = "Wants to leave the lab of looms"
    (match,) = ranked("Looms", Known(1, "Ada", notes=secret, moments=(Said(TODAY, secret, is_private=True),)))
    noted = "You noted something close to this on Wednesday 17 June"
    assert match.reasons == (noted, "Your notes on them come close to this")
    assert match.for_them == "" and "leave" not in "".join(match.reasons)


def test_what_may_be_written_is_what_they_know_themselves() -> None:
    known = Known(1, "Ada", topics=("looms",), talks=(("Looms of the north", "Looms 2026"),),
                  moments=(Said(TODAY, "On looms"),))  # fmt: skip
    (match,) = ranked("Looms", known)
    assert match.for_them == "It is about looms"
    assert match.reasons[1] == "Spoke about “Looms of the north” at Looms 2026"
    (speaker,) = ranked("Looms", Known(1, "Ada", talks=known.talks))
    assert speaker.for_them == "It made me think of your talk, “Looms of the north”"


def test_a_rare_word_says_more_than_a_common_one() -> None:
    assert rarity(1000, 3) > rarity(1000, 300) > rarity(1000, 999) > 0


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text: str) -> None:
    wanted = asked(text)
    assert all(weight > 0 for weight in wanted.values())
    for match in ranked(text, Known(1, "Ada", topics=(text[:20],), notes=text)):
        assert match.weight > 0
