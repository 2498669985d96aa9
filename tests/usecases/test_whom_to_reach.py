"""Finding whom to reach: among authors, speakers, in a place, on a topic; and what comes of choosing them."""

from __future__ import annotations

import pytest

from hallway.domain import errors
from hallway.domain.records import PersonRecord, Work
from hallway.store import bulk
from hallway.store.bulk import Newcomer
from hallway.usecases import (
    importing,
    importing_papers,
    outreach,
    people,
    settings,
    ties,
    whom_to_reach,
    wishes,
)
from hallway.usecases.desk import Desk
from tests.formats.files import sample
from tests.makers import add_event, add_person, everything

BIB = """
@article{a, author={Marchetti, Giulia and Nwosu, Adaeze and Osei, Kofi}, title={Street trees and the night}, year=2025}
@article{b, author={Marchetti, G. and Haddad, S.}, title={Sensors along streets}, year=2024}
@article{c, author={Okoye, Ines and Lindholm, Pär}, title={Corridor width}, year=2026}
"""


def among(desk: Desk, text: str = BIB) -> tuple[whom_to_reach.Found, ...]:
    return desk.ask(whom_to_reach.among_authors, importing.read([("refs.bib", text.encode())]))


@pytest.fixture
def ada(desk: Desk) -> int:
    return add_person(desk, "Adaeze Nwosu", topics=("Street trees",))


def test_authors_with_facts_and_the_way_in(desk: Desk, ada: int) -> None:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    found = {one.name: one.facts for one in among(desk)}
    assert set(found) == {"Giulia Marchetti", "Kofi Osei", "S. Haddad", "Pär Lindholm"}
    assert found["Giulia Marchetti"] == (
        "Adaeze Nwosu, if it is the one you know, wrote a paper with them in 2025.",
        "Works on Street trees, as somebody you know does.",
        "Wrote 2 papers here, the latest in 2025: “Street trees and the night”.",
    )
    assert found["Pär Lindholm"][0] == "You wrote a paper with them in 2026."


def test_whom_one_knows_or_may_know_is_not_offered(desk: Desk, ada: int) -> None:
    add_person(desk, "Samir Haddad")
    assert "S. Haddad" not in [one.name for one in among(desk)]


def test_a_way_in_is_sure_once_the_papers_are_noted(desk: Desk, ada: int) -> None:
    review = desk.ask(importing.review, importing.read([("refs.bib", BIB.encode())]))
    assert review.papers is not None
    chosen = importing_papers.with_same_names(review.papers)
    desk.do(importing.apply, importing.with_papers(review, chosen))
    giulia = next(one for one in among(desk) if one.name == "Giulia Marchetti")
    assert giulia.facts[0] == "Adaeze Nwosu, whom you know, wrote a paper with them in 2025."
    assert giulia.through_id == ada


def test_wanting_adds_them_as_not_met_with_reason_and_way(desk: Desk, ada: int) -> None:
    before = everything(desk)
    chosen = [one for one in among(desk) if one.name in ("Giulia Marchetti", "Kofi Osei")]
    ids = desk.do(whom_to_reach.want, chosen).value
    assert desk.history()[0].label == "You would like to meet 2 people"
    wished = desk.ask(wishes.at_large)
    assert [(wish.person_id, wish.reason) for wish in wished] == [
        (id_, one.reason) for id_, one in zip(ids, chosen, strict=True)
    ]
    assert desk.ask(people.count) == 1  # they are not people one met
    assert not {"Giulia Marchetti", "Kofi Osei"} & {one.name for one in among(desk)}
    desk.undo()
    assert everything(desk) == before


def test_planning_to_write_makes_ideas(desk: Desk, ada: int) -> None:
    (giulia,) = [one for one in among(desk) if one.name == "Giulia Marchetti"]
    (id_,) = desk.do(whom_to_reach.plan, [giulia]).value
    (idea,) = desk.ask(outreach.of_person, id_)
    assert (idea.reason, idea.through_id) == (giulia.reason, None)
    assert "Giulia Marchetti" not in [one.name for one in among(desk)]


def test_nobody_chosen_is_refused(desk: Desk) -> None:
    with pytest.raises(errors.Refused):
        desk.do(whom_to_reach.want, [])


def test_a_file_without_papers_is_refused(desk: Desk) -> None:
    with pytest.raises(errors.Refused):
        desk.ask(whom_to_reach.among_authors, importing.read([("a.vcf", sample("apple.vcf"))]))


def test_in_a_place(desk: Desk, ada: int) -> None:
    here, before = (Work("Uni Lund"),), (Work("Uni Lund", end="2020"),)
    crowd = [
        Newcomer(PersonRecord("Lena Ost", works=here), known=False),
        Newcomer(PersonRecord("Old Hand", works=before), known=False), Newcomer(PersonRecord("Bo Ek", works=here)),
    ]  # fmt: skip
    lena, _, bo = desk.do(lambda step: bulk.add_people(step, crowd)).value
    desk.do(ties.tie, lena, ada, "co-author", "2019", "2024")
    (place,) = [id_ for id_, in desk.database.rows("SELECT id FROM organisation WHERE name = 'Uni Lund'")]
    (found,) = desk.ask(whom_to_reach.at_organisation, place)
    assert found.name == "Lena Ost"
    assert found.facts == (
        "Adaeze Nwosu, whom you know, is noted with them: co-author, 2019 to 2024.",
        "Bo Ek, whom you know, works at Uni Lund, too.",
    )
    assert found.through_id in (ada, bo)


def test_on_a_topic(desk: Desk, ada: int) -> None:
    add_person(desk, "Lena Ost", topics=("street trees",), known=False)
    ((id_, name),) = desk.ask(whom_to_reach.topics_like, "TREE")
    assert name == "Street trees"
    (found,) = desk.ask(whom_to_reach.on_topic, id_)
    assert (found.name, found.facts) == ("Lena Ost", ("Works on Street trees, as somebody you know does.",))


def test_among_the_speakers_of_a_programme(desk: Desk) -> None:
    review = desk.ask(importing.review, importing.read([("schedule.xml", sample("frab.xml"))]))
    desk.do(importing.apply, review)
    add_event(desk, "Without a programme")
    ((event_id, _),) = desk.ask(whom_to_reach.programmes)
    found = desk.ask(whom_to_reach.among_speakers, event_id)
    assert len(found) == 3
    assert all(one.facts[0].startswith("Speaks in “") for one in found)
    desk.do(whom_to_reach.want, found[:1], event_id)
    assert [one.wish.person for one in desk.ask(wishes.of_event, event_id)] == [found[0].name]
    assert len(desk.ask(whom_to_reach.among_speakers, event_id)) == 2
