"""Programmes: kinds, clocks, topics, and one version against another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hallway.domain.programme_versions import Fate, compare, is_rather_a_part, say_move
from hallway.domain.programmes import (
    Programme,
    Session,
    SessionRecord,
    SpeakerRecord,
    kind_of,
    placed,
    suggested_topics,
)

DAY = date(2026, 9, 15)

sessions = some.builds(
    Session,
    title=some.sampled_from(["Lunch", "Rivers of rock", "Otters", "Ótters"]),
    on=some.dates(DAY, date(2026, 9, 18)),
    source_uid=some.sampled_from(["", "a", "b", "c", "d", "e"]),
    start_time=some.sampled_from(["", "09:00", "10:00", "11:30"]),
    room=some.sampled_from(["A", "B"]),
    speakers=some.sampled_from([(), ("Ada Obi",), ("Jun Mori", "Ada Obi")]),
)


def programme_of(numbered: list[Session]) -> list[Session]:
    """Numbers that are there once, as readers give them."""
    return list({one.source_uid or repr(one): one for one in numbered}.values())


programmes = some.lists(sessions, max_size=12).map(programme_of)


def stored(fresh: list[Session]) -> tuple[Session, ...]:
    return tuple(replace(one, id=at + 1) for at, one in enumerate(fresh))


@pytest.mark.parametrize(
    ("type_", "title", "kind"),
    [
        ("keynote", "Rivers", "keynote"), ("Long talk (45 minutes)", "Lunch and learn", "talk"),
        ("BoF (45 minutes)", "Bursaries", "panel"), ("", "Lunch", "break"), ("", "Conference dinner", "social"),
        ("Workshop (2h)", "", "workshop"), ("lecture", "", "talk"), ("", "On breakfast cereals", "break"),
        ("", "Unlunched", "talk"), ("Poster", "Keynote", "poster"),
    ],
)  # fmt: skip
def test_the_kind_is_what_the_file_calls_it_else_what_the_title_says(type_: str, title: str, kind: str) -> None:
    assert kind_of(type_, title) == kind


def test_moments_are_shown_on_the_clock_of_the_conference() -> None:
    record = SessionRecord("T", datetime(2026, 9, 15, 22, 30, tzinfo=UTC), end=datetime(2026, 9, 15, 23, tzinfo=UTC))
    there = placed(record, ZoneInfo("Europe/Berlin"))
    assert (there.on, there.start_time, there.end_on, there.end_time) == (date(2026, 9, 16), "00:30", None, "01:00")
    night = replace(record, start=datetime(2026, 9, 15, 23, 30), end=datetime(2026, 9, 16, 0, 30))
    there = placed(night, ZoneInfo("Asia/Tokyo"))
    assert (there.on, there.start_time, there.end_on) == (DAY, "23:30", date(2026, 9, 16))
    assert placed(SessionRecord("Day", DAY), None).start_time == ""


def test_tracks_are_topics_and_known_ones_are_taken() -> None:
    told = [("Rivers in R", "Geology"), ("More rivers", "Geology"), ("Otters", "No Track"), ("Lunch", "Ecology")]
    programme = Programme("C", sessions=tuple(SessionRecord(title, DAY, track=track) for title, track in told))
    assert suggested_topics(programme, ["ecology", "rivers", "R", "looms"]) == (
        ("ecology", True), ("Geology", False), ("rivers", False),
    )  # fmt: skip


def test_speakers_are_told_apart_by_number_else_by_name() -> None:
    names = (("Ada Obi", "1"), ("Ada Obi", "2"), ("Ádá Obi", ""), ("Jun", ""))
    people = [SpeakerRecord(name, key) for name, key in names]
    programme = Programme("C", sessions=tuple(SessionRecord("T", DAY, speakers=(one, people[3])) for one in people))
    assert [one.key for one in programme.speakers if one.name != "Jun"] == ["1", "2", ""]


@given(programmes)
def test_the_same_version_again_changes_nothing(fresh: list[Session]) -> None:
    assert {row.fate for row in compare(stored(fresh), fresh)} <= {Fate.SAME}


@given(programmes, programmes, some.randoms())
def test_the_order_makes_no_difference(before: list[Session], after: list[Session], chance: Random) -> None:
    kept = stored(before)
    whole = {(row.session.source_uid, repr(row)) for row in compare(kept, after)}
    mixed, mixed_after = list(kept), list(after)
    chance.shuffle(mixed)
    chance.shuffle(mixed_after)
    assert {(row.session.source_uid, repr(row)) for row in compare(mixed, mixed_after)} == whole


@given(programmes, programmes)
def test_every_session_is_in_one_row(before: list[Session], after: list[Session]) -> None:
    rows = compare(stored(before), after)
    assert len([row for row in rows if row.fate is not Fate.GONE]) == len(after)
    known = [row.before.id for row in rows if row.before is not None]
    assert len(known) == len(set(known))


def test_what_the_user_added_stays() -> None:
    mine = Session("Otters", DAY, 1, "a", "09:00", room="A", starred=True, mine=True, notes="ask her", is_used=True)
    (row,) = compare([mine], [Session("Otters!", DAY, source_uid="a", start_time="10:00", room="A")])
    assert row.fate is Fate.MOVED
    assert (row.session.starred, row.session.mine, row.session.notes, row.session.id) == (True, True, "ask her", 1)


def test_sessions_without_a_number_are_known_by_title_and_speakers() -> None:
    before = [Session("Otters", DAY, 1, "x1", "09:00", speakers=("Ada Obi",)), Session("Otters", DAY, 2, "x2", "10:00")]
    after = [Session("Otters", DAY, source_uid="y1", start_time="10:00"),
             Session("Otters", DAY, source_uid="y2", start_time="11:00", speakers=("Ada Obi",))]  # fmt: skip
    assert [(row.session.id, row.fate) for row in compare(before, after)] == [(2, Fate.CHANGED), (1, Fate.MOVED)]


def test_meals_of_one_name_stay_on_their_days() -> None:
    before = [Session("Lunch", date(2026, 9, day), day, f"x{day}", "12:00") for day in (15, 16, 17)]
    after = [Session("Lunch", date(2026, 9, day), source_uid=f"y{day}", start_time="12:30") for day in (17, 16)]
    rows = compare(before, after)
    assert [(row.session.id, row.fate) for row in rows] == [(17, Fate.MOVED), (16, Fate.MOVED), (15, Fate.GONE)]


def test_moves_are_told_in_words() -> None:
    before = Session("Rivers of rock", DAY, 1, "a", "10:00", room="Room A")
    (row,) = compare([before], [replace(before, id=0, start_time="11:30", room="Hall 2")])
    assert say_move(row) == "Moved: “Rivers of rock” from Room A 10:00 to Hall 2 11:30"
    (row,) = compare([before], [replace(before, id=0, on=date(2026, 9, 16), room="")])
    assert say_move(row) == "Moved: “Rivers of rock” from Room A 15 September 10:00 to 16 September 10:00"


def test_a_file_that_lacks_much_is_rather_a_part() -> None:
    before = stored([Session(f"T{at}", DAY, source_uid=f"{at}") for at in range(10)])
    assert not is_rather_a_part(compare(before, before[:8]))
    assert is_rather_a_part(compare(before, before[:7]))


def test_what_was_called_off_can_come_back() -> None:
    off = Session("Otters", DAY, 1, "a", called_off=True, starred=True)
    assert compare([off], []) == ()
    (row,) = compare([off], [replace(off, id=0, called_off=False, starred=False)])
    assert (row.fate, row.session.called_off, row.session.starred) == (Fate.CHANGED, False, True)
