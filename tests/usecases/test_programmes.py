"""Programmes brought in: what comes, what a newer version changes, what stays, and what is asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hallway.domain import errors
from hallway.domain.importing import Review, with_programme
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.matching import Verdict
from hallway.domain.programme_review import ProgrammeReview
from hallway.domain.programme_versions import Fate
from hallway.domain.programmes import Session
from hallway.store import programmes as store
from hallway.usecases import events, importing, interactions, people, programmes
from hallway.usecases.desk import Desk
from hallway.usecases.importing import Decision, Manner, Result
from tests.formats.files import real_files, sample
from tests.makers import TODAY, add_event, add_person, everything, memory_desk, recorded

FRAB = sample("frab.xml").decode()


def look_at(
    desk: Desk, data: bytes | str = FRAB, name: str = "schedule.xml", as_format: str | None = None
) -> Review:
    written = data.encode() if isinstance(data, str) else data
    return desk.ask(importing.review, importing.read([(name, written)], as_format))


def take(desk: Desk, review: Review) -> Result:
    return desk.do(importing.apply, review).value


def bring_in(desk: Desk, data: bytes | str = FRAB, name: str = "schedule.xml") -> Result:
    return take(desk, look_at(desk, data, name))


def the_sessions(desk: Desk) -> dict[str, Session]:
    ids = [id_ for (id_,) in desk.database.rows("SELECT id FROM event")]
    return {one.title: one for id_ in ids for one in desk.ask(store.sessions, id_)}


def who_speaks(desk: Desk) -> set[tuple[str, str]]:
    rows = desk.database.rows(
        """SELECT s.title, p.name FROM session_speaker x JOIN session s ON s.id = x.session_id
             JOIN person p ON p.id = x.person_id"""
    )
    return {(title, name) for title, name in rows}


def write(desk: Desk, sql: str, *values: object) -> None:
    desk.do(lambda step: step.execute(sql, *values))


def without(text: str, *numbers: int) -> str:
    for number in numbers:
        begin = text.index(f'<event guid="0e0c1a40-0000-4000-8000-00000000000{number}"')
        end = text.index("</event>", begin) + len("</event>")
        text = text[:begin] + text[end:]
    return text


def with_plan(review: Review, plan: ProgrammeReview) -> Review:
    return with_programme(review, plan)


def test_a_programme_becomes_an_event_with_sessions_and_speakers() -> None:
    desk = memory_desk()
    result = bring_in(desk)
    assert result.added == {"people": 3, "events": 1, "sessions": 5}
    (event,) = desk.ask(events.coming)
    assert (event.title, event.kind, event.start_on, event.end_on, event.time_zone, event.link) == (
        "Rivers & Rocks 2026", "conference", date(2026, 9, 15), date(2026, 9, 16), "Europe/Berlin",
        "https://rivers.example/2026/",
    )  # fmt: skip
    rivers = the_sessions(desk)["Rivers of rock"]
    assert (rivers.on, rivers.start_time, rivers.end_time, rivers.room, rivers.kind, rivers.track) == (
        date(2026, 9, 15), "09:30", "10:15", "Room A", "keynote", "Geology",
    )  # fmt: skip
    assert rivers.speakers == ("Thảo Nguyễn", "Øyvind Lindqvist")
    assert who_speaks(desk) == {
        ("Rivers of rock", "Thảo Nguyễn"), ("Rivers of rock", "Øyvind Lindqvist"),
        ("Night walk along the dyke", "Øyvind Lindqvist"), ("Corridors for otters", "Ines Okoye"),
    }  # fmt: skip
    assert desk.database.rows("SELECT DISTINCT known FROM person") == [(0,)]
    label = "Imported schedule.xml: 1 event, 5 sessions and 3 people added"
    assert [step.label for step in desk.history()] == [label]


def test_undo_takes_it_all_back_and_redo_brings_it_again() -> None:
    desk = memory_desk()
    before = everything(desk)
    bring_in(desk)
    after = everything(desk)
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert everything(desk) == after


@pytest.mark.parametrize("path", real_files("schedule/*.xml", "schedule/*.json", "schedule/*.ics"))
def test_real_programmes_twice_change_nothing(path: Path) -> None:
    desk = memory_desk()
    if path.name == "pyconfr2025_schedule.json":
        with pytest.raises(errors.Refused):
            importing.read([(path.name, path.read_bytes())])
        return
    result = bring_in(desk, path.read_bytes(), path.name)
    assert result.added["sessions"] == len(look_at(desk, path.read_bytes(), path.name).programmes[0].stored)
    before = everything(desk)
    again = bring_in(desk, path.read_bytes(), path.name)
    assert (sum(again.added.values()), sum(again.updated.values())) == (0, 0)
    assert everything(desk) == before
    assert len(desk.history()) == 1


def test_a_newer_version_moves_and_keeps_what_the_user_added() -> None:
    desk = memory_desk()
    bring_in(desk)
    write(desk, "UPDATE session SET starred = 1, mine = 1, notes = 'bring a stone' WHERE title = 'Rivers of rock'")
    write(desk, "UPDATE event SET notes = 'book a room', title = 'Rivers (Berlin)'")
    newer = FRAB.replace("<start>09:30", "<start>11:30").replace("T09:30:00", "T11:30:00")
    result = bring_in(desk, newer.replace("<room>Room A</room>\n        <url>", "<room>Hall 2</room>\n        <url>"))
    assert result.moved == ("Moved: “Rivers of rock” from Room A 09:30 to Hall 2 11:30",)
    assert (result.added, result.updated) == (
        {"people": 0, "events": 0, "sessions": 0}, {"people": 0, "events": 0, "sessions": 1},
    )  # fmt: skip
    rivers = the_sessions(desk)["Rivers of rock"]
    assert (rivers.start_time, rivers.end_time, rivers.room) == ("11:30", "12:15", "Hall 2")
    assert (rivers.starred, rivers.mine, rivers.notes) == (True, True, "bring a stone")
    (event,) = desk.ask(events.coming)
    assert (event.title, event.notes) == ("Rivers (Berlin)", "book a room")
    assert desk.history()[0].label == "Imported schedule.xml: 1 session moved"


def test_what_is_called_off_goes_unless_the_user_cares() -> None:
    desk = memory_desk()
    bring_in(desk, FRAB.replace("</room>\n  </day>\n</schedule>", MANY + "</room>\n  </day>\n</schedule>"))
    (otters,) = (one for one in the_sessions(desk).values() if one.title == "Corridors for otters")
    write(desk, "UPDATE session SET starred = 1 WHERE id = ?", otters.id)
    lunch = the_sessions(desk)["Lunch"].id
    person = desk.ask(people.named, "Ines Okoye")[0]
    new = NewInteraction(TODAY, (Participant(person),), Kind.CONVERSATION, session_id=lunch)
    desk.do(interactions.log, new)
    less = FRAB.replace("</room>\n  </day>\n</schedule>", MANY + "</room>\n  </day>\n</schedule>")
    result = bring_in(desk, without(less, 2, 3, 4))
    found = the_sessions(desk)
    assert result.gone == 3
    assert (found["Corridors for otters"].called_off, found["Lunch"].called_off) == (True, True)
    assert "Night walk along the dyke" not in found
    assert desk.ask(people.named, "Ines Okoye")
    bring_in(desk, less)
    found = the_sessions(desk)
    assert (found["Corridors for otters"].called_off, found["Corridors for otters"].starred) == (False, True)


MANY = "".join(
    f'<event guid="0e0c1a40-0000-4000-8000-0000000001{at:02}"><date>2026-09-16T14:{at:02}:00+02:00</date>'
    f"<start>14:{at:02}</start><title>Short talk {at}</title></event>"
    for at in range(20)
)


def test_where_somebody_speaks_whom_one_wants_to_meet_is_kept_too() -> None:
    desk = memory_desk()
    bring_in(desk)
    wanted = desk.ask(people.named, "Ines Okoye")[0]
    columns = "uid, person_id, event_id, reason, opener, questions, caught_at, state, made_on"
    write(desk, f"INSERT INTO wish ({columns}) VALUES ('u', ?, 1, '', '', '', '', 'wanted', '2026-06-17')", wanted)
    before = desk.database.rows("SELECT * FROM wish")
    review = look_at(desk, without(FRAB, 3, 4))
    take(desk, with_plan(review, programmes.taking_out(review.programmes[0], True)))
    assert the_sessions(desk)["Corridors for otters"].called_off
    assert "Night walk along the dyke" not in the_sessions(desk)
    assert desk.database.rows("SELECT * FROM wish") == before


def test_a_part_of_a_programme_takes_nothing_away() -> None:
    desk = memory_desk()
    bring_in(desk)
    review = look_at(desk, without(FRAB, 2, 3))
    assert not review.programmes[0].takes_out
    take(desk, review)
    assert len(the_sessions(desk)) == 5
    plan = look_at(desk, without(FRAB, 2, 3))
    take(desk, with_plan(plan, programmes.taking_out(plan.programmes[0], True)))
    assert len(the_sessions(desk)) == 3


def test_speakers_follow_the_programme() -> None:
    desk = memory_desk()
    bring_in(desk)
    bring_in(desk, FRAB.replace('<person id="9">Ines Okoye', '<person id="10">Lea Brandt'))
    assert ("Corridors for otters", "Lea Brandt") in who_speaks(desk)
    assert ("Corridors for otters", "Ines Okoye") not in who_speaks(desk)


def test_somebody_renamed_is_still_the_speaker() -> None:
    desk = memory_desk()
    bring_in(desk)
    desk.do(people.change, desk.ask(people.named, "Ines Okoye")[0], "name", "Ines Okoye-Brandt")
    before = recorded(desk.database)
    bring_in(desk)
    assert recorded(desk.database) == before


def test_a_namesake_is_asked_about_and_added_until_then() -> None:
    desk = memory_desk()
    ines = add_person(desk, "Ines Okoye")
    review = look_at(desk)
    plan = review.programmes[0]
    (at,) = plan.doubtful
    row = plan.speakers[at]
    assert (row.match.verdict, row.person_id, row.decision) == (Verdict.MAYBE, ines, Decision.NEW)
    merged = with_plan(review, programmes.with_speaker(plan, at, Decision.MERGE))
    assert take(desk, merged).added["people"] == 2
    assert desk.database.rows("SELECT id FROM person WHERE name = 'Ines Okoye'") == [(ines,)]
    assert not look_at(desk).programmes[0].doubtful
    assert desk.database.rows("SELECT known FROM person WHERE id = ?", (ines,)) == [(1,)]


def test_the_same_page_elsewhere_is_the_same_person() -> None:
    desk = memory_desk()
    orcid = "https://orcid.org/0000-0002-1825-0097"
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ø. Lindqvist\r\nURL:{orcid}\r\nEND:VCARD\r\n".encode()
    bring_in(desk, card, "one.vcf")
    (one,) = (row for row in look_at(desk, sample("pretalx.json")).programmes[0].speakers if "Lindqvist" in row.like)
    assert (one.decision, one.match.why) == (Decision.MERGE, "same profile")


def test_nobody_is_added_when_nobody_is_wanted_nor_asked_again() -> None:
    desk = memory_desk()
    review = look_at(desk)
    take(desk, with_plan(review, programmes.with_newcomers(review.programmes[0], False)))
    assert desk.ask(people.count) == 0
    assert the_sessions(desk)["Rivers of rock"].speakers == ("Thảo Nguyễn", "Øyvind Lindqvist")
    again = look_at(desk)
    assert {row.decision for row in again.programmes[0].speakers} == {Decision.SKIP}
    turned = programmes.turned_over(again.programmes[0], 0)
    take(desk, with_plan(again, turned))
    assert who_speaks(desk) == {("Rivers of rock", "Thảo Nguyễn")}


def test_somebody_let_go_does_not_come_back() -> None:
    desk = memory_desk()
    bring_in(desk)
    desk.do(people.let_go, [desk.ask(people.named, "Ines Okoye")[0]])
    before = recorded(desk.database)
    bring_in(desk)
    assert recorded(desk.database) == before


def test_the_event_the_user_wrote_down_gets_the_programme() -> None:
    desk = memory_desk()
    days = {"start_on": date(2026, 9, 14), "end_on": date(2026, 9, 16)}
    id_ = add_event(desk, "rivers & rocks 2026", venue="Harbour", **days)
    result = bring_in(desk)
    assert (result.added["events"], result.updated["events"]) == (0, 1)
    (event,) = desk.ask(events.coming)
    assert (event.id, event.title, event.venue, event.time_zone) == (
        id_, "rivers & rocks 2026", "Harbour", "Europe/Berlin",
    )  # fmt: skip


def test_an_event_in_the_trash_comes_back_with_its_programme() -> None:
    desk = memory_desk()
    bring_in(desk)
    (event,) = desk.ask(events.coming)
    desk.do(events.remove, event.id)
    result = bring_in(desk)
    assert (result.added["events"], result.updated["events"]) == (0, 1)
    assert [one.id for one in desk.ask(events.coming)] == [event.id]


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "schedule.xml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(errors.FileTrouble, match="larger than 50 MB"):
        importing.open_files([path])


def test_pretalx_and_frab_files_of_one_conference_are_one_event() -> None:
    desk = memory_desk()
    bring_in(desk)
    plan = look_at(desk, sample("pretalx.json"), "schedule.json").programmes[0]
    assert plan.known is not None
    assert Fate.NEW not in {row.fate for row in plan.sessions}


@pytest.mark.parametrize("zone", ["", "Europe/Lisbon"])
def test_times_without_a_zone_are_asked_about_and_kept_as_written(zone: str) -> None:
    desk = memory_desk()
    review = look_at(desk, sample("pentabarf.xml"))
    assert review.programmes[0].needs_zone
    plan = programmes.with_zone(review.programmes[0], zone)
    take(desk, with_plan(review, plan))
    found = the_sessions(desk)
    assert (found["Welcome"].on, found["Welcome"].start_time) == (date(2026, 2, 7), "09:00")
    assert (found["After midnight"].on, found["After midnight"].start_time) == (date(2026, 2, 8), "01:30")
    assert desk.database.rows("SELECT time_zone FROM event") == [(zone,)]
    again = look_at(desk, sample("pentabarf.xml"))
    assert again.programmes[0].needs_zone is not bool(zone)
    assert {row.fate for row in again.programmes[0].sessions} == {Fate.SAME}


def test_moments_follow_the_zone_that_is_chosen() -> None:
    desk = memory_desk()
    review = look_at(desk, sample("indico.ics"), "programme.ics")
    plan = programmes.with_zone(review.programmes[0], "Europe/Berlin")
    assert plan.event.title == "programme"
    take(desk, with_plan(review, programmes.with_title(plan, "  Deltas  2026 ")))
    assert the_sessions(desk)["Sediment at scale"].start_time == "09:00"
    assert desk.database.rows("SELECT title FROM event") == [("Deltas 2026",)]
    again = look_at(desk, sample("indico.ics"), "other-name.ics").programmes[0]
    assert again.known is not None
    assert (again.event.time_zone, {row.fate for row in again.sessions}) == ("Europe/Berlin", {Fate.SAME})


def test_a_zone_that_nobody_knows_is_refused() -> None:
    plan = look_at(memory_desk()).programmes[0]
    for zone in ("Mars/Olympus", "../../etc/passwd", "x" * 5_000, "Europe/Berl\0in"):
        with pytest.raises(errors.Refused):
            programmes.with_zone(plan, zone)
        with pytest.raises(errors.Refused):
            importing.read([("schedule.xml", FRAB.encode())], manner=Manner(zone))


def test_a_calendar_can_be_taken_the_other_way() -> None:
    desk = memory_desk()
    assert look_at(desk, sample("floating.ics"), "x.ics").programmes
    as_events = look_at(desk, sample("floating.ics"), "x.ics", as_format="ics")
    assert (len(as_events.events), as_events.programmes) == (6, ())
    assert {row.event.start_time for row in as_events.events} == {"09:00", "10:00", "11:00"}
    assert {row.event.time_zone for row in as_events.events} == {""}
    assert look_at(desk, sample("meetup.ics"), "x.ics").events
    assert look_at(desk, sample("meetup.ics"), "x.ics", as_format="programme").programmes


def test_chosen_topics_go_to_the_event_and_to_those_who_speak_about_them() -> None:
    desk = memory_desk()
    add_person(desk, "Ada", topics=("ecology",))
    review = look_at(desk)
    plan = review.programmes[0]
    assert dict(plan.topics) == {"ecology": True, "Geology": False, "Out of doors": False}
    take(desk, with_plan(review, programmes.with_topics(plan, {"ecology"})))
    topics = "SELECT p.name FROM person_topic x JOIN person p ON p.id = x.person_id ORDER BY 1"
    assert desk.database.rows(topics) == [("Ada",), ("Ines Okoye",)]
    assert desk.database.rows("SELECT count(*) FROM event_topic") == [(1,)]
    assert "ecology" not in dict(look_at(desk).programmes[0].topics)


def test_bad_parts_are_listed_and_the_rest_is_brought_in() -> None:
    desk = memory_desk()
    review = look_at(desk, sample("floating.ics"), "x.ics")
    (problem,) = review.problems
    assert (problem.what, problem.where) == (
        "Its time zone is not told; it was read as the time at the event.", "line 5 and 5 more",
    )  # fmt: skip
    nothing = importing.read([("a.xml", b"<!DOCTYPE x><schedule/>")], "programme")
    assert nothing.is_empty
    assert "document type" in nothing.problems[0].what


@given(some.lists(some.sampled_from([1, 2, 3, 4, 5]), max_size=3), some.randoms())
@settings(max_examples=15, deadline=None)
def test_any_edited_copy_and_back_again_keeps_what_the_user_added(gone: Sequence[int], _: object) -> None:
    desk = memory_desk()
    bring_in(desk)
    write(desk, "UPDATE session SET starred = 1, notes = title WHERE title IN ('Lunch', 'Corridors for otters')")
    kept = {one.title: (one.starred, one.notes, one.id) for one in the_sessions(desk).values() if one.starred}
    review = look_at(desk, without(FRAB, *set(gone)).replace("10:00", "10:15"))
    take(desk, with_plan(review, programmes.taking_out(review.programmes[0], True)))
    take(desk, look_at(desk))
    found = the_sessions(desk)
    assert {title: (found[title].starred, found[title].notes, found[title].id) for title in kept} == kept
    assert {replace(one, id=0, starred=False, notes="") for one in found.values()} == {
        replace(row.session, id=0, starred=False, notes="") for row in look_at(memory_desk()).programmes[0].sessions
    }


def test_the_command_line_keeps_its_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from hallway.__main__ import main

    path = tmp_path / "schedule.xml"
    path.write_text(FRAB, encoding="utf-8")
    home = ["--home", str(tmp_path / "home")]
    assert main([*home, "import", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["added"] == {"people": 3, "events": 1, "sessions": 5}
    assert [one["where"] for one in told["problems"]] == ["line 75"]
    path.write_text(FRAB.replace("<start>12:00", "<start>12:30").replace("T12:00", "T12:30"), encoding="utf-8")
    assert main([*home, "import", str(path)]) == 0
    assert "Moved: “Lunch” from Room A 12:00 to Room A 12:30" in capsys.readouterr().out
