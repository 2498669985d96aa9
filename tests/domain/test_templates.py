"""Templates: no hole, no code, and nothing of a value read as a template."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.templates import Template, Unknown, fields, fill, unknown


def filled(body: str, most: int = 0, subject: str = "", **values: str) -> tuple[str, tuple[str, ...]]:
    named = {name.replace("_", " "): value for name, value in values.items()}
    found = fill(Template("check_in", "en", body, subject), named, most)
    return found.text, found.missing


def test_a_field_is_filled_in() -> None:
    assert filled("Dear {first name}, hello.", first_name="Ada") == ("Dear Ada, hello.", ())


def test_a_sentence_without_its_word_is_left_out_and_leaves_no_hole() -> None:
    body = "Dear {first name},\n\nHello. We met at {event}. How are you?\n\nYour news: {their news}.\n\nBye."
    assert filled(body, first_name="Ada") == ("Dear Ada,\n\nHello. How are you?\n\nBye.", ())


def test_a_word_that_a_message_cannot_be_without_is_asked_for() -> None:
    assert filled("Dear {first name},\n\nhello.\n\n{my name}", first_name="Ada") == (
        "Dear Ada,\n\nhello.\n\n[my name]", ("my name",),
    )  # fmt: skip


def test_the_first_way_whose_words_are_known_is_taken() -> None:
    body = "[Good to meet you at {event}.|Good to meet you.] Bye."
    assert filled(body, event="Looms 2026")[0] == "Good to meet you at Looms 2026. Bye."
    assert filled(body)[0] == "Good to meet you. Bye."
    assert filled("As [1] says, [a, b].")[0] == "As [1] says, [a, b]."


def test_h18_a_value_stands_as_it_is() -> None:
    value = "see {my name}. [a|b] {0.__class__}"
    assert filled("News: {their news}.", their_news=value)[0] == f"News: {value}."


def test_a_value_brings_no_second_full_stop_and_no_line_break() -> None:
    assert filled("You said: {promise}.", promise="send\nthe draft.")[0] == "You said: send the draft."


def test_a_short_message_does_without_its_last_sentences() -> None:
    body = "Hi {first name}, hello. We met at {event}. News: {my news}. {my name}"
    whole = {"first_name": "Ada", "event": "Looms", "my_news": "a paper", "my_name": "Ines"}
    assert filled(body, 100, **whole)[0] == "Hi Ada, hello. We met at Looms. News: a paper. Ines"
    assert filled(body, 40, **whole)[0] == "Hi Ada, hello. We met at Looms. Ines"
    assert filled(body, 20, **whole)[0] == "Hi Ada, hello. Ines"
    assert filled(body, 3, **whole)[0] == "Hi Ada, hello. Ines"


def test_a_subject_waits_for_its_word() -> None:
    found = fill(Template("share", "en", "Hello.", "About {link}"), {})
    assert (found.subject, found.missing) == ("About [link]", ("link",))


def test_fields_that_there_are_not_are_named() -> None:
    known = ("first name", "event")
    text = "{first name} {frist name} {0.__class__.__mro__} {import os} {}"
    assert unknown(text, known) == (
        Unknown("frist name", "first name"), Unknown("0.__class__.__mro__"), Unknown("import os"), Unknown(""),
    )  # fmt: skip
    assert fields("{ First   Name } {first name}") == ("first name",)


@given(st.text(max_size=200), st.dictionaries(st.sampled_from(["first name", "event", "link"]), st.text(max_size=30)))
def test_h18_any_text_is_a_template(body: str, values: dict[str, str]) -> None:
    """Whatever is written there, it reads the same twice and keeps what is no field."""
    one = fill(Template("check_in", "en", body), values)
    assert one == fill(Template("check_in", "en", body), values)
    if not any(sign in body for sign in "{}[]|"):
        assert one.text.split() == body.split()
