"""Two people become one: everything goes along, nothing stands twice, and one step back is where one was."""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain import errors
from hallway.domain.interactions import Participant
from hallway.domain.people import Affiliation, Standing, Tie
from hallway.domain.records import Email, Phone, Profile
from hallway.store.work import Work
from hallway.usecases import duplicates, interactions, people, photos, planning, safety
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import NewInteraction
from tests.acts import Act, act, histories
from tests.makers import TODAY, add_event, add_moment, add_person, add_promise, everything, memory_desk


def merged(desk: Desk, keep: int, gone: int, **taking: int) -> None:
    desk.do(duplicates.merge, keep, gone, taking)
    assert desk.ask(safety.check) == ()


@pytest.fixture
def two(desk: Desk) -> tuple[int, int]:
    return add_person(desk, "Hye-jin Seo"), add_person(desk, "Hyejin Seo")


def about(desk: Desk, person_id: int) -> dict[str, set[object]]:
    """What must survive, by what it is rather than whose it is."""
    rows = desk.database.rows
    return {
        "moments": {id_ for (id_,) in rows("SELECT interaction_id FROM participant WHERE person_id = ?", (person_id,))},
        "promises": {id_ for (id_,) in rows("SELECT id FROM promise WHERE person_id = ?", (person_id,))},
        "topics": {id_ for (id_,) in rows("SELECT topic_id FROM person_topic WHERE person_id = ?", (person_id,))},
        "groups": {id_ for (id_,) in rows("SELECT group_id FROM group_member WHERE person_id = ?", (person_id,))},
        "pauses": {id_ for (id_,) in rows("SELECT id FROM pause WHERE person_id = ?", (person_id,))},
        "uids": {id_ for (id_,) in rows("SELECT uid FROM foreign_uid WHERE person_id = ?", (person_id,))},
        "mails": {id_.casefold() for (id_,) in rows("SELECT address FROM person_email WHERE person_id = ?",
                                                    (person_id,))},
        "places": {id_ for (id_,) in rows("SELECT organisation_id FROM affiliation WHERE person_id = ?", (person_id,))},
        "ties": {
            (({one, other} - {person_id}).pop(), kind)
            for one, other, kind in rows("SELECT person_id, other_id, kind FROM tie WHERE ? IN (person_id, other_id)",
                                         (person_id,))
        },
    }  # fmt: skip


def notes(desk: Desk) -> str:
    return json.dumps(desk.database.rows("SELECT note FROM participant") + desk.database.rows(
        "SELECT notes FROM person"), ensure_ascii=False)  # fmt: skip


@settings(max_examples=80)
@given(histories, st.integers(0, 2**32))
def test_merging_loses_nothing_and_goes_back(history: list[tuple[Act, int]], number: int) -> None:
    desk = memory_desk()
    add_person(desk, "Ada Lovelace", emails=(Email("A@b.org"),), notes="From the first day.")
    add_person(desk, "ada lovelace", emails=(Email("a@b.org", "work"),), notes="Likes looms.")
    for what, seed in history:
        act(desk, what, seed)
    ids = [id_ for (id_,) in desk.database.rows("SELECT id FROM person ORDER BY id")]
    if len(ids) < 2:  # somebody may have been forgotten
        desk.database.close_thread()
        return
    keep, gone = Random(number).sample(ids, 2)
    before, mine, theirs = everything(desk), about(desk, keep), about(desk, gone)
    texts = [text for (text,) in desk.database.rows(
        "SELECT note FROM participant WHERE person_id IN (?1, ?2) UNION SELECT notes FROM person WHERE id IN (?1, ?2)",
        (keep, gone))]  # fmt: skip
    desk.do(duplicates.merge, keep, gone, {})
    after = about(desk, keep)
    mine["ties"], theirs["ties"] = ({tie for tie in ties if tie[0] not in (keep, gone)}  # type: ignore[index]
                                    for ties in (mine["ties"], theirs["ties"]))  # fmt: skip
    for kind, things in after.items():
        assert things >= mine[kind] | theirs[kind], kind
    now = json.loads(notes(desk))
    assert all(any(text.strip() in said for (said,) in now) for text in texts)
    assert not desk.database.rows("SELECT 1 FROM person WHERE id = ? OR introduced_by_id IN (?, id)", (gone, gone))
    assert desk.ask(safety.check) == ()
    end = everything(desk)
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert everything(desk) == end
    desk.database.close_thread()


def test_moments_come_together_and_shared_ones_stand_once(desk: Desk, two: tuple[int, int]) -> None:
    keep, gone = two
    only = add_moment(desk, gone, summary="alone")
    shared = desk.do(
        interactions.log,
        NewInteraction(TODAY, (Participant(keep, note="laughed a lot"), Participant(gone, note="asked about maps"))),
    ).value
    promise = add_promise(desk, gone)
    merged(desk, keep, gone)
    parts = dict(desk.database.rows("SELECT interaction_id, note FROM participant WHERE person_id = ?", (keep,)))
    assert parts == {only: "", shared: "laughed a lot\n\nasked about maps"}
    assert desk.database.rows("SELECT person_id FROM promise WHERE id = ?", (promise,)) == [(keep,)]


def test_contacts_come_without_doubles(desk: Desk) -> None:
    keep = add_person(desk, emails=(Email("ada@x.org"),), phones=(Phone("+44 20 1234"),))
    gone = add_person(
        desk, emails=(Email("ADA@x.org", "work"), Email("ada@y.org")), phones=(Phone("+44-20-1234"),),
        profiles=(Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),),
    )  # fmt: skip
    merged(desk, keep, gone)
    one = desk.ask(people.person, keep)
    assert one.emails == (Email("ada@x.org", "work"), Email("ada@y.org"))
    assert [phone.number for phone in one.phones] == ["+44 20 1234"]
    assert [page.kind for page in one.profiles] == ["orcid"]


def test_the_other_name_and_number_are_remembered(desk: Desk, two: tuple[int, int]) -> None:
    keep, gone = two
    uid = desk.ask(people.person, gone).uid
    merged(desk, keep, gone)
    assert desk.ask(people.person, keep).spellings == ("Hyejin Seo",)
    assert (uid,) in desk.database.rows("SELECT uid FROM foreign_uid WHERE person_id = ?", (keep,))


def test_the_other_name_may_be_taken(desk: Desk, two: tuple[int, int]) -> None:
    keep, gone = two
    merged(desk, keep, gone, name=gone)
    one = desk.ask(people.person, keep)
    assert (one.name, one.given, one.spellings) == ("Hyejin Seo", "Hyejin", ("Hye-jin Seo",))


def test_one_role_at_one_place_has_the_wider_dates(desk: Desk, two: tuple[int, int]) -> None:
    keep, gone = two
    desk.do(people.set_affiliation, keep, Affiliation("Hanbit", "Group leader", start_on="2019", end_on="2022"))
    desk.do(people.set_affiliation, gone, Affiliation("hanbit", "group leader", start_on="2017-05", end_on="2024"))
    desk.do(people.set_affiliation, gone, Affiliation("Ostra", "Lecturer"))
    merged(desk, keep, gone)
    works = {(work.organisation, work.start_on, work.end_on) for work in desk.ask(people.person, keep).affiliations}
    assert works == {("Hanbit", "2017-05", "2024"), ("Ostra", "", "")}


def test_ties_between_them_vanish_and_doubles_become_one(desk: Desk, two: tuple[int, int]) -> None:
    keep, gone = two
    other = add_person(desk, "Bo Lind")
    desk.do(people.add_tie, Tie(gone, keep, "", "advisor"))
    desk.do(people.add_tie, Tie(keep, other, "", "advisor", "2020"))
    desk.do(people.add_tie, Tie(gone, other, "", "advisor", "2018"))
    desk.do(people.add_tie, Tie(other, gone, "", "co-author"))
    desk.do(people.add_tie, Tie(keep, other, "", "co-author"))
    desk.do(people.add_tie, Tie(other, gone, "", "advisor"))
    merged(desk, keep, gone)
    ties = desk.database.rows("SELECT person_id, other_id, kind, since FROM tie ORDER BY id")
    assert ties == [
        (keep, other, "advisor", "2018"), (other, keep, "co-author", ""), (other, keep, "advisor", ""),
    ]  # fmt: skip


def test_nobody_is_introduced_by_themselves(desk: Desk) -> None:
    keep = add_person(desk, "Ada")
    gone = add_person(desk, "Ada L", introduced_by_id=keep)
    third = add_person(desk, "Bo", introduced_by_id=gone)
    desk.do(people.set_met, keep, None, gone)
    merged(desk, keep, gone)
    assert desk.ask(people.person, keep).introduced_by_id is None
    assert desk.ask(people.person, third).introduced_by_id == keep


def test_met_earlier_notes_joined_and_empty_fields_filled(desk: Desk) -> None:
    event = add_event(desk)
    keep = add_person(desk, notes="Looms.", met_on="2025-03")
    gone = add_person(desk, notes="Tea, no milk.", met_on="2024", met_event_id=event, rhythm_days=30)
    desk.do(people.change, gone, "birthday", "--05-04")
    desk.do(photos.set_photo, gone, b"picture")
    desk.do(people.fix_check_in, gone, TODAY)
    desk.do(planning.pause, TODAY, TODAY, "leave", person_id=gone)
    merged(desk, keep, gone)
    one = desk.ask(people.person, keep)
    assert (one.notes, one.met_on, one.birthday) == ("Looms.\n\nTea, no milk.", "2024", "--05-04")
    assert (one.met_event_id, one.rhythm_days, one.check_in_on) == (event, 30, TODAY)
    assert desk.ask(photos.photo, keep) == b"picture"
    assert desk.database.rows("SELECT person_id FROM pause") == [(keep,)]


def test_what_is_chosen_stays(desk: Desk) -> None:
    keep, gone = add_person(desk, met_on="2025-03", rhythm_days=10), add_person(desk, met_on="2024", rhythm_days=30)
    for id_, place in ((keep, "Lund"), (gone, "Malmö")):
        desk.do(people.change, id_, "place", place)
        desk.do(photos.set_photo, id_, place.encode())
    merged(desk, keep, gone, place=gone, rhythm_days=gone, met_on=keep, photo=gone)
    one = desk.ask(people.person, keep)
    assert (one.place, one.rhythm_days, one.met_on) == ("Malmö", 30, "2025-03")
    assert desk.ask(photos.photo, keep) == "Malmö".encode()


def test_own_fields_come_along(desk: Desk, two: tuple[int, int]) -> None:
    keep, gone = two

    def fill(step: Work) -> None:
        for id_, name in ((1, "Coffee"), (2, "Dog")):
            step.execute("INSERT INTO custom_field VALUES (?, ?, ?, 'text', '[]', 0)", id_, name, name.lower())
        for who, field, value in ((keep, 1, "black"), (gone, 1, "white"), (gone, 2, "Rex")):
            step.execute("INSERT INTO person_field (person_id, field_id, value) VALUES (?, ?, ?)", who, field, value)
        step.execute("INSERT INTO achievement VALUES (1, 'a', ?, 'prize', 'Won', '', '2026-01-01', '', '')", gone)

    desk.do(fill)
    before = everything(desk)
    merged(desk, keep, gone)
    values = desk.database.rows("SELECT person_id, field_id, value FROM person_field ORDER BY field_id")
    assert values == [(keep, 1, "black"), (keep, 2, "Rex")]
    assert desk.database.rows("SELECT person_id FROM achievement") == [(keep,)]
    desk.undo()
    assert everything(desk) == before
    desk.do(duplicates.merge, keep, gone, {"field 1": gone})
    assert (keep, 1, "white") in desk.database.rows("SELECT person_id, field_id, value FROM person_field")


def test_two_who_are_two_are_asked_about_once(desk: Desk, two: tuple[int, int]) -> None:
    keep, gone = two
    for id_ in two:
        desk.do(people.set_affiliation, id_, Affiliation("Hanbit"))
    assert [(pair.one_id, pair.other_id) for pair in desk.ask(duplicates.find)] == [two]
    desk.do(duplicates.keep_both, gone, keep)
    desk.do(duplicates.keep_both, keep, gone)
    assert desk.ask(duplicates.find) == ()
    desk.undo()
    assert len(desk.ask(duplicates.find)) == 1


def test_whoever_is_not_the_second_is_not_the_first(desk: Desk, two: tuple[int, int]) -> None:
    keep, gone = two
    third = add_person(desk, "Hye-jin Seo")
    desk.do(duplicates.keep_both, third, gone)
    merged(desk, keep, gone)
    assert desk.database.rows("SELECT person_id, other_id FROM not_same") == [(keep, third)]


def test_people_let_go_are_left_out(desk: Desk) -> None:
    one, _ = add_person(desk), add_person(desk)
    assert len(desk.ask(duplicates.find)) == 1
    desk.do(people.let_go, [one])
    assert desk.ask(duplicates.find) == ()


def test_somebody_active_stays_active(desk: Desk, two: tuple[int, int]) -> None:
    keep, gone = two
    desk.do(people.archive, [keep])
    merged(desk, keep, gone)
    assert desk.ask(people.person, keep).standing is Standing.ACTIVE


def test_side_by_side_says_where_one_must_choose(desk: Desk, two: tuple[int, int]) -> None:
    keep, gone = two
    desk.do(people.change, gone, "place", "Seoul")
    lines = {line.field: line for line in desk.ask(duplicates.side_by_side, keep, gone)}
    assert lines["name"].is_choice and (lines["name"].one, lines["name"].other) == ("Hye-jin Seo", "Hyejin Seo")
    assert (lines["place"].is_choice, lines["place"].other) == (False, "Seoul")
    assert "birthday" not in lines


def test_what_makes_no_sense_is_refused(desk: Desk, two: tuple[int, int]) -> None:
    keep, gone = two
    with pytest.raises(errors.Refused):
        desk.do(duplicates.merge, keep, keep, {})
    with pytest.raises(errors.NotFound):
        desk.do(duplicates.merge, keep, 999, {})
    with pytest.raises(errors.Refused):
        desk.do(duplicates.merge, keep, gone, {"uid": gone})
    with pytest.raises(errors.Refused):
        desk.do(duplicates.merge, keep, gone, {"place": 999})


def test_stop_is_heard(desk: Desk) -> None:
    add_person(desk)

    def stop(done: int, total: int) -> None:
        raise errors.Stopped("Stopped.")

    with pytest.raises(errors.Stopped):
        desk.ask(duplicates.find, stop)
