"""Messages for people of the demo network, in each language and tone; and the words one keeps for oneself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from itertools import product
from pathlib import Path

import pytest

from hallway.domain.achievements import Achievement
from hallway.domain.errors import Refused
from hallway.domain.interactions import Kind
from hallway.domain.letters import Addressee, Letter, Next
from hallway.domain.messages import (
    FIELDS,
    LINKEDIN_MOST,
    LOGGED_AS,
    REQUEST_WORDS,
    Channel,
    Purpose,
    Relation,
    relation_of,
    topic_of,
)
from hallway.domain.people import Affiliation, Person
from hallway.domain.templates import Template, unknown
from hallway.domain.today import CHECK_IN, THANKS, WRITTEN
from hallway.store.interactions import TimelineFilter
from hallway.usecases import achievements, demo, interactions, letters, messages, settings, today, today_words
from hallway.usecases.desk import Desk
from hallway.usecases.messages import LANGUAGES, Wanted
from tests.makers import (
    TODAY,
    add_event,
    add_moment,
    add_person,
    add_promise,
    days_ago,
    everything,
    memory_desk,
    move_clock,
)

HOLE = re.compile(r"[{}\[\]|]| {2,}| [.,;:]|\.\.|,,|\n{3,}|^[.,;:]", re.MULTILINE)
MORE = {
    "through": "Tomas Berg", "reason": "shade in courtyards", "hope": "how cities use forecasts", "minutes": "20",
    "asked": "2026-06-03", "outcome": "I changed the chapter", "they named": "Aiko Tanaka", "favour": "the flow data",
    "other person": "Bela Bakker", "other first name": "Bela", "words about me": "Ines Okoye, PhD candidate.",
    "words about them": "Ada Adeyemi, hydrologist.", "words about the other": "Bela Bakker, modeller.",
    "letter for": "the Ridderkerk grant", "deadline": "2026-08-04", "what they know": "my first chapter",
    "what to share": "Shade and heat in courtyards", "link": "https://example.org/shade",
    "why": "It is close to your work",
    "personal line": "The drawing you made on the napkin is on my wall.",
}  # fmt: skip


@pytest.fixture(scope="module")
def network() -> Iterator[Desk]:
    made = memory_desk()
    demo.fill(made)
    yield made
    made.database.close_thread()


def some_people(desk: Desk) -> list[int]:
    """Every fifteenth of them."""
    return [id_ for (id_,) in desk.ask(lambda look: look.rows("SELECT id FROM person WHERE id % 15 = 1 ORDER BY id"))]


def test_every_message_reads_well_for_everybody(network: Desk) -> None:
    """With all that could be told and with nothing of it: no hole, nothing missing, and never too long."""
    bare = {name: MORE[name] for name in ("other person", "other first name", "what to share")}
    for who, code, purpose, relation, channel, more in product(
        some_people(network), LANGUAGES, Purpose, Relation, Channel, (MORE, bare)
    ):
        wanted = Wanted(purpose.value, who, relation.value, channel.value, code, more)
        found = network.ask(messages.compose, wanted)
        said = f"{code} {purpose} {relation} {channel} for {found.person}:\n{found.filled.subject}\n{found.filled.text}"
        assert not found.filled.missing, said
        assert not HOLE.search(found.filled.text + found.filled.subject), said
        assert len(found.filled.text) > 20, said
        assert channel != Channel.LINKEDIN or len(found.filled.text) <= LINKEDIN_MOST, said
        assert purpose not in (Purpose.REQUEST, Purpose.AGAIN) or len(found.filled.text.split()) < REQUEST_WORDS, said


def test_every_language_has_the_same_messages_and_knows_its_fields() -> None:
    for code in LANGUAGES:
        told = messages.language(code)
        assert {one.purpose for one in told.templates} == {purpose.value for purpose in Purpose}, code
        for one in told.templates:
            assert not unknown(one.subject + one.body, tuple(FIELDS)), one
            assert "{personal line}" in one.body, one
        assert set(told.greetings) == set(told.closings) == {relation.value for relation in Relation}
    used = {name for code in LANGUAGES for one in messages.language(code).templates
            for name in FIELDS if f"{{{name}}}" in one.body + one.subject}  # fmt: skip
    offered_only = {"how we met", "their promise", "my university"}
    assert set(FIELDS) - used == offered_only, "every field is either used, or there for one's own messages"


def test_a_message_knows_the_record(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    event = add_event(desk)
    ada = add_person(desk, "Ada Lovelace", met_event_id=event)
    add_moment(desk, ada, on=days_ago(9), summary="On punched cards. She knows Bela.")
    add_moment(desk, ada, on=days_ago(3), summary="Dear Ada, thanks", kind=Kind.THANK_YOU)
    add_promise(desk, ada, "send the draft")
    desk.do(achievements.add, Achievement("my second chapter is out", seen_on=TODAY.isoformat()))
    desk.do(achievements.add, Achievement("a thing of long ago", on_day="2020"))
    hello = desk.ask(messages.compose, Wanted(Purpose.CHECK_IN, ada, "peer")).filled.text
    assert hello == (
        "Hi Ada,\n\nI was thinking of our exchange on punched cards on 8 June. How have you been since?\n\n"
        "Since we last spoke: my second chapter is out.\n\nAll the best,\nInes Okoye"
    )
    first = desk.ask(messages.compose, Wanted(Purpose.FIRST, ada, "peer", language="de")).filled.text
    assert "bei Looms 2026 zu treffen" in first and "Wie versprochen: send the draft." in first


def test_without_a_name_the_message_waits(desk: Desk) -> None:
    ada = add_person(desk)
    found = desk.ask(messages.compose, Wanted(Purpose.CHECK_IN, ada)).filled
    assert found.missing == ("my name",)
    assert "[my name]" in found.text


def test_the_tone_comes_from_what_is_known() -> None:
    def works_as(role: str, *groups: str) -> Person:
        return Person(1, "u", "Ada", affiliations=(Affiliation("Looms", role),), groups=groups)

    assert relation_of(works_as("Professor", "Mentors")) is Relation.TUTOR
    assert relation_of(works_as("PhD candidate")) is Relation.PEER
    assert relation_of(works_as("Head of data"), "company") is Relation.INDUSTRY
    assert relation_of(works_as("Professor")) is Relation.SENIOR
    assert relation_of(Person(1, "u", "Ada")) is Relation.SENIOR


def test_what_a_talk_was_about() -> None:
    assert topic_of("On looms. She knows Bela.") == "looms"
    assert topic_of("Looms\nand more") == "Looms"
    assert topic_of("") == ""
    assert len(topic_of("loom " * 40)) <= 72


def test_own_words_come_first_and_can_be_taken_back(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ines")
    ada = add_person(desk)
    wanted = Wanted(Purpose.CHECK_IN, ada, "peer")
    before = desk.ask(messages.compose, wanted).filled.text
    state = everything(desk)
    own = Template(Purpose.CHECK_IN, "en", "Ahoy {first name}. {personal line} {my name}", channel="mail")
    desk.do(messages.keep_template, own)
    assert desk.ask(messages.compose, wanted).filled.text == "Ahoy Ada. Ines"
    desk.do(messages.keep_template, replace(own, relation="peer", body="Hey {first name}. {my name}"))
    assert desk.ask(messages.compose, wanted).filled.text == "Hey Ada. Ines"
    assert desk.ask(messages.compose, wanted._replace(relation="tutor")).filled.text == "Ahoy Ada. Ines"
    assert desk.ask(messages.compose, wanted._replace(language="de")).filled.text.startswith("Hallo Ada,")
    desk.do(messages.back_to_shipped, replace(own, relation="peer"))
    desk.do(messages.back_to_shipped, own)
    assert desk.ask(messages.compose, wanted).filled.text == before
    for _ in range(4):
        desk.undo()
    assert everything(desk) == state


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Hi {frist name}", "There is no field {frist name}. Did you mean {first name}?"),
        ("Hi {__import__('os').system('x')}", "There is no field {__import__('os').system('x')}."),
        ("  ", "A message needs words."),
        ("x" * 20_001, "This is longer than any message should be."),
    ],
)
def test_own_words_that_cannot_be(desk: Desk, body: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        desk.do(messages.keep_template, Template(Purpose.CHECK_IN, "en", body))
    assert refused.value.sentence.startswith(said)


def test_what_was_sent_is_in_the_record_with_its_words(desk: Desk) -> None:
    ada, bela = add_person(desk), add_person(desk, "Bela Bakker")
    state = everything(desk)
    for purpose in Purpose:
        desk.do(messages.sent, Wanted(purpose, ada), " Dear Ada \n", (bela,))
        logged = desk.ask(interactions.timeline, TimelineFilter(person_id=bela))[0]
        assert (logged.kind, logged.summary, logged.direction, logged.on) == (
            LOGGED_AS.get(purpose, Kind.MESSAGE), "Dear Ada", "out", date(2026, 6, 17),
        )  # fmt: skip
        desk.undo()
    assert everything(desk) == state


def test_how_one_writes_to_somebody_is_remembered(desk: Desk) -> None:
    ada = add_person(desk)
    assert desk.ask(messages.compose, Wanted(Purpose.CHECK_IN, ada)).wanted.relation == "senior"
    desk.do(messages.sent, Wanted(Purpose.CHECK_IN, ada, "peer", language="de"), "Hallo Ada")
    found = desk.ask(messages.compose, Wanted(Purpose.REVIVE, ada)).wanted
    assert (found.relation, found.language) == ("peer", "de")
    desk.undo()
    found = desk.ask(messages.compose, Wanted(Purpose.REVIVE, ada)).wanted
    assert (found.relation, found.language) == ("senior", "en")


def test_a_draft_is_a_file_that_mail_programs_read(tmp_path: Path) -> None:
    file = tmp_path / "draft.eml"
    text = "Dear Thảo,\n\nhello. " + "x" * 200 + "\n\nInes"
    messages.save_draft(file, "thao@example.org", "A hello\r\nBcc: all@example.org", text)
    read = message_from_bytes(file.read_bytes(), policy=default)
    assert (read["To"], read["Subject"], read["X-Unsent"], read["Bcc"]) == (
        "thao@example.org", "A hello Bcc: all@example.org", "1", None,
    )  # fmt: skip
    assert read.get_content().replace("\r\n", "\n") == text + "\n"
    assert max(map(len, file.read_bytes().split(b"\r\n"))) <= 78


def test_what_today_asks_to_be_written_is_a_message(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ines")
    ada, bo = add_person(desk, "Ada Lovelace", rhythm_days=21), add_person(desk, "Bo Bakker")
    add_moment(desk, ada, on=days_ago(40), summary="On looms.")
    talk = add_moment(desk, bo, on=days_ago(2), kind=Kind.INTERVIEW, summary="On wool.")
    move_clock(desk, 1)  # to a day on which one writes
    items = {item.kind: item for item in desk.ask(today.due)}
    hello = desk.ask(today_words.message, items[CHECK_IN])
    thanks = desk.ask(today_words.message, items[THANKS])
    assert (hello, thanks) == (Wanted(Purpose.CHECK_IN, ada), Wanted(Purpose.THANKS_INTERVIEW, bo)), talk
    assert set(today_words.PURPOSES) == WRITTEN


def test_a_letter_is_asked_for_with_what_it_is_for(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ines")
    greta = add_person(desk, "Greta Solheim")
    to = Addressee("Fund", date(2026, 8, 4))
    id_ = desk.do(letters.add, Letter("the wool grant", greta, knows="My first chapter", addressees=(to,))).value
    asked = letters.message(desk.ask(letters.get, id_), Next.ASK)
    assert asked is not None
    text = desk.ask(messages.compose, asked).filled.text
    assert "a letter for me, for the wool grant?" in text and "It would be due on 4 August." in text
    assert "What you know of me: My first chapter." in text
    assert letters.message(desk.ask(letters.get, id_), Next.MATERIALS) is None
