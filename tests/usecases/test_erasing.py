"""P8: erasing somebody for real. Every byte of the data folder is searched for what was known of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallway.domain.backups import Why
from hallway.domain.errors import NotFound
from hallway.domain.importing import Decision, Page, Reading
from hallway.domain.records import Email, PersonRecord
from hallway.store.tables.models import RECORDED
from hallway.usecases import backing_up, demo, erasing, importing, people, photos, restoring, safety, waiting
from hallway.usecases.desk import Desk
from tests.makers import add_moment, add_person, add_promise
from tests.usecases.test_person_record import Network

NAME, MAIL, NOTE = "Zyxanthe Quorville", "zyx@quorville.example", "Likesgrimblewort"
PHOTO, WORDS = "faceofzyx", "Talkedofflumpharts"
MARKS = ("Zyxanthe", "zyxanthe", "quorville", "Likesgrimblewort", "likesgrimblewort", PHOTO, WORDS, WORDS.lower())


def found_in(folder: Path) -> list[str]:
    """Which marks are in which file, whatever their place."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [f"{mark} in {path.name}" for path in files for mark in MARKS if mark.encode() in path.read_bytes()]


@pytest.fixture
def person(filed: Desk) -> int:
    """Somebody in every corner: record, search, history, photo, a copy of the record."""
    id_ = add_person(filed, NAME, emails=(Email(MAIL),))
    filed.do(people.change, id_, "notes", NOTE)
    filed.do(photos.set_photo, id_, b"\xff\xd8\xff" + PHOTO.encode())
    add_moment(filed, id_, summary=WORDS)
    add_promise(filed, id_, text=f"{WORDS} for Zyxanthe")
    filed.undo()
    return id_


def test_p8_nothing_is_left_in_any_byte_of_the_folder(filed: Desk, person: int) -> None:
    other = add_person(filed, "Bo Ek")
    shared = add_moment(filed, person, other, summary="Lunch")
    folder = filed.database.path.parent
    assert len(found_in(folder)) > 5
    changes = erasing.erase(filed, person)
    assert person in changes.of("person")
    assert found_in(folder) == []
    assert filed.history() == () and filed.ask(safety.check) == ()
    assert filed.ask(people.listed, people.PeopleFilter()) == (other,)
    assert filed.database.rows("SELECT id FROM interaction") == [(shared,)]
    with pytest.raises(NotFound):
        erasing.erase(filed, person)


def test_p8_copies_that_hold_them_are_named_and_made_anew_when_wished(filed: Desk, person: int) -> None:
    held = backing_up.make(filed, Why.ASKED)
    folder = backing_up.folder_of(filed)
    foreseen = filed.ask(erasing.foresee, person)
    copies = erasing.copies_with(filed, foreseen.uid)
    assert foreseen.name == NAME and foreseen.of("interaction") == 1
    assert [copy.name for copy in copies] == [held.name]
    add_person(filed, "Bo Ek")
    erasing.erase(filed, person, copies)
    assert found_in(folder) == []
    (copy,) = backing_up.listed(filed)
    assert (copy.made_at, copy.why, copy.counts["people"]) == (held.made_at, held.why, 0)
    assert restoring.look_at(folder / copy.name).counts["people"] == 0


def test_copies_stay_as_they_are_unless_wished(filed: Desk, person: int) -> None:
    held = backing_up.make(filed, Why.ASKED)
    before = (backing_up.folder_of(filed) / held.name).read_bytes()
    erasing.erase(filed, person)
    assert (backing_up.folder_of(filed) / held.name).read_bytes() == before


def test_p8_every_text_of_every_table_about_them_goes(filed: Desk) -> None:
    """What was said with others stays, and what refers to them in rows about others is only let go."""
    network = Network(filed)
    network.fill(network.person, "quxmark")
    erasing.erase(filed, network.person)
    left = [
        (table, column)
        for table in (str(one._meta.table_name) for one in RECORDED)
        for (column, kind) in filed.database.rows("SELECT name, type FROM pragma_table_info(?)", (table,))
        if filed.database.rows(f'SELECT 1 FROM "{table}" WHERE instr("{column}", ?) LIMIT 1', ("quxmark",))
    ]
    of_others = {"interaction", "participant", "wish", "outreach", "introduction", "person"}
    assert {table for table, _ in left} <= of_others, left


def test_who_waits_for_a_decision_goes_too(filed: Desk, person: int) -> None:
    twin = PersonRecord(NAME, emails=(Email(MAIL),), note=NOTE)
    review = filed.ask(importing.review, Reading((Page("cards.vcf", "vcard", (twin,)),)))
    filed.do(importing.apply, importing.decide(review, 0, Decision.LATER))
    assert filed.ask(waiting.count) == 1
    erasing.erase(filed, person)
    assert filed.ask(waiting.count) == 0 and found_in(filed.database.path.parent) == []


def test_the_next_copy_before_an_import_is_a_new_one(filed: Desk, person: int) -> None:
    held = backing_up.make(filed, Why.ASKED)
    erasing.erase(filed, person)
    made = backing_up.make_before(filed, Why.IMPORT)
    assert made is not None and made.name != held.name


def test_a_made_up_network_stays_sound(filed: Desk) -> None:
    demo.fill(filed)
    for person in filed.ask(people.listed, people.PeopleFilter())[:5]:
        erasing.erase(filed, person)
    assert filed.ask(safety.check) == ()
