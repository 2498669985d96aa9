"""Things to share and favours in the record: read, ranked, sent, thanked for, and all of it taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hallway.domain.errors import HallwayError, Refused
from hallway.domain.interactions import Kind
from hallway.domain.sharing import GIVEN, OFFERED, RECEIVED, Favour, Resource, read_shared, say_favour
from hallway.domain.today import THANKS
from hallway.store.interactions import TimelineFilter
from hallway.usecases import interactions, messages, people, settings, sharing, today, today_words
from hallway.usecases.desk import Desk
from tests.formats.files import SAMPLES
from tests.makers import TODAY, add_moment, add_person, days_ago, everything, move_clock

TEXT = "Shade and street trees\nMixed-effects models of walking routes. https://example.org/shade."
MAIL = (
    "From: Bo <bo@example.org>\r\nTo: me@example.org\r\nSubject: =?utf-8?q?Schatten_in_H=C3=B6fen?=\r\n"
    "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Street <b>trees</b></p><script>alert(1)</script>"
)


def test_what_is_pasted_becomes_a_thing_to_share() -> None:
    found = read_shared(TEXT)
    assert (found.title, found.kind, found.link) == ("Shade and street trees", "article", "https://example.org/shade")
    assert found.text.startswith("Mixed-effects models of walking routes.")
    assert read_shared("https://example.org/a?b=1").title == "https://example.org/a?b=1"
    assert read_shared("Call for papers: looms").kind == "call"
    assert read_shared("Postdoc position in weaving").kind == "opening"


@pytest.mark.parametrize("text", ["", "  \n"])
def test_nothing_is_said_to_be_nothing(text: str) -> None:
    with pytest.raises(Refused):
        sharing.read(text)


def test_files_are_read_or_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_bytes(MAIL.encode())
    mail = sharing.read_file(tmp_path / "mail.eml")
    assert (mail.title, "alert" in mail.text, "bo@" in mail.text) == ("Schatten in Höfen", False, False)
    assert "Street trees" in mail.text
    paper = sharing.read_file(SAMPLES / "corridors.bib")
    assert paper.title == "Shade along corridors of street trees" and paper.link.startswith("https://doi.org/10.1000/")
    assert "Adaeze Nwosu" in paper.authors
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7 x")
    with pytest.raises(Refused) as refused:
        sharing.read_file(tmp_path / "paper.pdf")
    assert refused.value.sentence.startswith("This seems to be a PDF document.")
    (tmp_path / "big.txt").write_bytes(b"x " * 1_100_000)
    with pytest.raises(HallwayError):
        sharing.read_file(tmp_path / "big.txt")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_a_strange_address_is_refused_and_nothing_is_kept(desk: Desk, link: str) -> None:
    before = everything(desk)
    with pytest.raises(Refused):
        desk.do(sharing.add, Resource("Looms", link=link))
    assert everything(desk) == before


def test_people_are_ranked_with_facts_and_who_has_it_is_told(desk: Desk) -> None:
    ada = add_person(desk, "Ada Lovelace", topics=("Street trees",))
    bo = add_person(desk, "Bo Bakker")
    add_moment(desk, bo, on=days_ago(9), summary="On mixed-effects models.")
    add_person(desk, "Cy Castro", topics=("Dark matter",))
    thing = replace(sharing.read(TEXT), id=desk.do(sharing.add, sharing.read(TEXT)).value)
    found = desk.ask(sharing.wanters, thing)
    assert [one.match.person_id for one in found] == [ada, bo]
    assert found[0].match.reasons == ("Interested in Street trees",) and found[0].sent_on is None
    desk.do(sharing.shared, thing, ada, "Dear Ada")
    assert desk.ask(sharing.wanters, desk.ask(sharing.resource, thing.id))[0].sent_on == TODAY
    assert [went.person for went in desk.ask(sharing.resource, thing.id).went] == ["Ada Lovelace"]
    desk.do(people.let_go, [ada])
    assert [one.match.person_id for one in desk.ask(sharing.wanters, thing)] == [bo]


def test_sharing_is_one_step_with_its_message_and_its_favour(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ines")
    ada = add_person(desk, "Ada Lovelace", topics=("Street trees",))
    thing = replace(sharing.read(TEXT), id=desk.do(sharing.add, sharing.read(TEXT)).value)
    before = everything(desk)
    (one,) = desk.ask(sharing.wanters, thing)
    text = desk.ask(messages.compose, sharing.message(thing, one.match)).filled.text
    assert "It is about Street trees." in text and "https://example.org/shade" in text
    desk.do(sharing.shared, thing, ada, text)
    (logged,) = desk.ask(interactions.timeline, TimelineFilter(person_id=ada))
    (favour,) = desk.ask(sharing.favours_with, ada)
    assert (logged.kind, logged.summary, favour.interaction_id) == (Kind.MESSAGE, text.strip(), logged.id)
    assert say_favour(favour, TODAY) == "You sent them an article on Wednesday 17 June"
    desk.undo()
    assert everything(desk) == before


def test_a_text_without_words_is_refused_kindly(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.ask(sharing.who_wants, "of the and")
    assert desk.ask(sharing.who_wants, "looms") == ()
    assert desk.ask(sharing.wanters, Resource("and")) == ()


def test_a_favour_received_is_thanked_for_once(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ines")
    ada = add_person(desk, "Ada Lovelace")
    before = everything(desk)
    desk.do(sharing.add_favour, Favour(ada, RECEIVED, "feedback", on=TODAY))
    assert not [item for item in desk.ask(today.due) if item.kind == THANKS], "not on the same day"
    move_clock(desk, 1)
    (item,) = [item for item in desk.ask(today.due) if item.kind == THANKS]
    assert item.person_id == ada and "thank you very much for the feedback" in item.draft
    wanted = desk.ask(today_words.message, item)
    assert wanted is not None and "for the feedback" in desk.ask(messages.compose, wanted).filled.text
    desk.do(today.done, item, "Thank you")
    assert not [item for item in desk.ask(today.due) if item.kind == THANKS]
    desk.undo()
    desk.do(today.not_needed, item)
    assert not [item for item in desk.ask(today.due) if item.kind == THANKS]
    for _ in range(2):
        desk.undo()
    assert everything(desk) == before


@pytest.mark.parametrize(
    ("favour", "words"),
    [
        (Favour(1, GIVEN, "article", on=TODAY), "You sent them an article on Wednesday 17 June"),
        (Favour(1, GIVEN, "introduction"), "You made an introduction"),
        (Favour(1, RECEIVED, "feedback"), "They gave you feedback"),
        (Favour(1, RECEIVED, "data"), "They sent you data"),
        (Favour(1, RECEIVED, "review"), "They wrote a review for you"),
        (Favour(1, OFFERED, "time"), "You offered time"),
    ],
)
def test_a_favour_is_a_sentence(favour: Favour, words: str) -> None:
    assert say_favour(favour, TODAY) == words


def test_favours_are_changed_taken_out_and_taken_back(desk: Desk) -> None:
    ada = add_person(desk)
    state = everything(desk)
    id_ = desk.do(sharing.add_favour, Favour(ada, GIVEN, "data", "Flow data")).value
    desk.do(sharing.change_favour, replace(desk.ask(sharing.favour, id_), direction=OFFERED))
    assert [one.direction for one in desk.ask(sharing.favours)] == [OFFERED]
    desk.do(sharing.remove_favour, id_)
    assert desk.ask(sharing.favours) == ()
    for _ in range(3):
        desk.undo()
    assert everything(desk) == state
    for wrong in (Favour(0), Favour(ada, "lent"), Favour(ada, GIVEN, "gold"), Favour(ada, on=TODAY + timedelta(1))):
        with pytest.raises(Refused):
            desk.do(sharing.add_favour, wrong)
    assert everything(desk) == state
