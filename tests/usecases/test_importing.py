"""Bringing files in: read, review, apply; twice changes nothing, undo takes it all back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hallway.domain import errors
from hallway.domain.importing import Page, Review
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.matching import Verdict
from hallway.domain.people import Person
from hallway.domain.records import Email, MomentRecord, PersonRecord, Profile, Work
from hallway.formats import vcard
from hallway.store.waiting import from_json, to_json
from hallway.usecases import (
    events,
    exporting,
    importing,
    importing_photos,
    interactions,
    people,
    photos,
    safety,
    waiting,
)
from hallway.usecases.desk import Desk
from hallway.usecases.importing import Decision, Reading, Result
from hallway.usecases.interactions import TimelineFilter
from hallway.usecases.people import PeopleFilter
from tests.formats.files import SAMPLES, real_files
from tests.makers import add_person, everything, memory_desk, recorded

JPEG = b"\xff\xd8\xff\xe0 a small face"
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def bring_in(desk: Desk, *files: tuple[str, bytes]) -> Result:
    """All three stages."""
    review = desk.ask(importing.review, importing.read(files))
    return desk.do(importing.apply, review).value


def bring_in_people(desk: Desk, *records: PersonRecord) -> Result:
    """People as if a file of address cards had been read."""
    reading = Reading((Page("people.vcf", "vcard", records),))
    return desk.do(importing.apply, desk.ask(importing.review, reading)).value


def linkedin(*rows: str) -> tuple[str, bytes]:
    """A small Connections.csv."""
    return "Connections.csv", (HEADER + "\n".join(rows)).encode()


def calendar(*lines: str) -> tuple[str, bytes]:
    """A calendar with one event."""
    text = ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", "")
    return "event.ics", "\r\n".join(text).encode()


def only(desk: Desk) -> Person:
    """The one person there is."""
    (id_,) = desk.ask(people.listed, PeopleFilter())
    return desk.ask(people.person, id_)


def named(desk: Desk, name: str) -> Person:
    return desk.ask(people.person, desk.ask(people.named, name)[0])


def test_linkedin_says_who_where_and_since_when(desk: Desk) -> None:
    bring_in(
        desk, linkedin("Ada,Lovelace,https://www.linkedin.com/in/ada,ada@looms.example,Looms,Engineer,12 Mar 2024")
    )
    ada = only(desk)
    assert (ada.name, ada.given, ada.family) == ("Ada Lovelace", "Ada", "Lovelace")
    assert (ada.met_on, ada.met_how) == ("2024-03-12", "Connected on LinkedIn")
    assert ada.works_at is not None
    assert (ada.works_at.organisation, ada.works_at.role, ada.works_at.current_as_of) == (
        "Looms",
        "Engineer",
        "2026-06-17",
    )
    assert ada.emails == (Email("ada@looms.example"),)


def test_everything_of_a_card_arrives(desk: Desk) -> None:
    bring_in(desk, ("apple.vcf", (SAMPLES / "apple.vcf").read_bytes()))
    person = only(desk)
    assert person.name == "Dr. Ngozi Adaeze Okafor"
    assert (person.prefix, person.nickname, person.birthday) == ("Dr.", "Zee", "--01-22")
    assert person.works_at is not None
    assert person.works_at.unit == "Lasers"
    assert len(person.emails) == 2
    assert {page.kind for page in person.profiles} >= {"github", "web"}


@pytest.mark.parametrize(
    "sample", sorted(path.name for path in SAMPLES.iterdir() if path.suffix in {".vcf", ".csv", ".ics"})
)
def test_a_second_time_changes_nothing(desk: Desk, sample: str) -> None:
    file = (sample, (SAMPLES / sample).read_bytes())
    first = bring_in(desk, file)
    there = everything(desk)
    second = bring_in(desk, file)
    assert everything(desk) == there
    assert len(desk.history()) == bool(first.added)
    assert sum(first.added.values()) > 0 or first.left_out > 0
    assert second.left_out == first.left_out
    assert sum(second.added.values()) == sum(second.updated.values()) == 0
    assert sum(second.unchanged.values()) == sum(first.added.values()) + sum(first.unchanged.values())
    assert desk.ask(safety.check) == ()


@pytest.mark.parametrize("path", real_files("csv/linkedin*.csv", "vcard/*.vcf", "ics/*.ics"))
def test_real_files_come_in_once_and_go_with_one_undo(desk: Desk, path: Path) -> None:
    before = everything(desk)
    file = (path.name, path.read_bytes())
    kind = {".vcf": "vcard", ".csv": "linkedin", ".ics": "ics"}[path.suffix]
    desk.do(importing.apply, desk.ask(importing.review, importing.read([file], kind)))
    result = desk.do(importing.apply, desk.ask(importing.review, importing.read([file], kind))).value
    assert sum(result.added.values()) == sum(result.updated.values()) == 0
    assert len(desk.history()) <= 1
    assert desk.ask(safety.check) == ()
    if desk.history():
        desk.undo()
    assert everything(desk) == before


def test_f11_one_undo_takes_it_all_back_and_redo_brings_it_again(desk: Desk) -> None:
    add_person(desk, "Ada Lovelace", organisation="Looms")
    before = everything(desk)
    bring_in(
        desk,
        linkedin("Ada,Lovelace,https://www.linkedin.com/in/ada,,Looms,Engineer,12 Mar 2024", "Grace,Hopper,,,Navy,,"),
        ("apple.vcf", (SAMPLES / "apple.vcf").read_bytes()),
        calendar("UID:one", "DTSTART;VALUE=DATE:20260701", "SUMMARY:Looms conference"),
    )
    after = everything(desk)
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert everything(desk) == after


def test_the_step_is_called_for_the_file_and_its_numbers(desk: Desk) -> None:
    add_person(desk, "Ada Lovelace", organisation="Looms", emails=(Email("a@looms.example"),))
    ada = "Ada,Lovelace,https://www.linkedin.com/in/ada,a@looms.example,Looms,,"
    bring_in(desk, linkedin(ada, "Grace,Hopper,,,Navy,,", "Mary,Jackson,,,Wind,,"))
    assert desk.history()[0].label == "Imported Connections.csv: 2 added, 1 brought up to date"


def test_a_sure_match_is_filled_and_never_replaced(desk: Desk) -> None:
    id_ = add_person(desk, "Ada Lovelace", organisation="Looms", role="Engineer", emails=(Email("ada@looms.example"),))
    desk.do(people.change, id_, "pronouns", "she/her")
    bring_in_people(desk, PersonRecord(
        "A. Lovelace", pronouns="they/them", place="London",
        emails=(Email("ADA@looms.example"), Email("ada@home.example")),
        works=(Work("Looms", "Director"),), topics=("looms",), groups=("Mentors",), uid="card-1",
    ))  # fmt: skip
    ada = only(desk)
    assert (ada.name, ada.pronouns, ada.place) == ("Ada Lovelace", "she/her", "London")
    assert ada.spellings == ("A. Lovelace",)
    assert [mail.address for mail in ada.emails] == ["ada@looms.example", "ada@home.example"]
    assert [(work.role, work.end_on) for work in ada.affiliations] == [("Director", ""), ("Engineer", "2026-06")]
    assert (ada.topics, ada.groups) == (("looms",), ("Mentors",))


def test_the_day_of_connecting_fills_a_gap_and_says_how(desk: Desk) -> None:
    add_person(desk, "Ada Lovelace", emails=(Email("ada@looms.example"),))
    bring_in(desk, linkedin("Ada,Lovelace,,ada@looms.example,Looms,,12 Mar 2024"))
    assert (only(desk).met_on, only(desk).met_how) == ("2024-03-12", "Connected on LinkedIn")


def test_somebody_unsure_is_added_and_listed(desk: Desk) -> None:
    add_person(desk, "Ada Lovelace", organisation="Looms")
    result = bring_in(desk, linkedin("Ada,Lovelace,https://www.linkedin.com/in/other,,Engines,,12 Mar 2024"))
    (doubt,) = result.possible_duplicates
    assert (doubt.row, doubt.name, doubt.like, doubt.why) == ("line 2", "Ada Lovelace", "Ada Lovelace", "same name")
    assert desk.ask(people.count) == 2
    again = bring_in(desk, linkedin("Ada,Lovelace,https://www.linkedin.com/in/other,,Engines,,12 Mar 2024"))
    assert not again.possible_duplicates
    assert desk.ask(people.count) == 2


def test_a_name_and_a_place_are_a_question_unless_the_same_file_asks(desk: Desk) -> None:
    add_person(desk, "Ada Lovelace", organisation="Looms")
    result = bring_in(desk, linkedin("Ada,Lovelace,,,Looms,,12 Mar 2024", "Grace,Hopper,,,Navy,,"))
    assert [one.why for one in result.possible_duplicates] == ["same name, same place"]
    newer = bring_in(desk, linkedin("Grace,Hopper,,,Navy,Admiral,12 Mar 2024"))
    assert (newer.added, newer.updated, newer.possible_duplicates) == ({"people": 0}, {"people": 1}, ())


def test_an_unsure_row_can_be_merged_instead(desk: Desk) -> None:
    id_ = add_person(desk, "Ada Lovelace", organisation="Looms")
    review = desk.ask(importing.review, importing.read([linkedin("Ada,Lovelace,,,Engines,Director,")]))
    assert review.doubtful == (0,)
    assert review.rows[0].person_id == id_
    desk.do(importing.apply, importing.decide(review, 0, Decision.MERGE))
    assert [work.organisation for work in only(desk).affiliations] == ["Engines", "Looms"]


def test_a_row_can_be_left_out(desk: Desk) -> None:
    review = desk.ask(importing.review, importing.read([linkedin("Ada,Lovelace,,,Engines,,", "Grace,Hopper,,,Navy,,")]))
    result = desk.do(importing.apply, importing.decide(review, 0, Decision.SKIP)).value
    assert result.added == {"people": 1}
    assert only(desk).name == "Grace Hopper"


def test_nobody_is_merged_with_nobody(desk: Desk) -> None:
    review = desk.ask(importing.review, importing.read([linkedin("Ada,Lovelace,,,Engines,,")]))
    with pytest.raises(errors.Refused):
        importing.decide(review, 0, Decision.MERGE)


def test_two_rows_of_one_person_become_one(desk: Desk) -> None:
    page = Profile("linkedin", "https://www.linkedin.com/in/ada")
    result = bring_in_people(
        desk,
        PersonRecord("Ada Lovelace", profiles=(page,), works=(Work("Looms"),)),
        PersonRecord("Ada King", profiles=(page,), emails=(Email("ada@looms.example"),)),
    )
    assert result.added == {"people": 1}
    assert only(desk).emails == (Email("ada@looms.example"),)
    assert only(desk).spellings == ("Ada King",)


def test_namesakes_in_one_file_stay_two_also_the_second_time(desk: Desk) -> None:
    rows = PersonRecord("Li Wei", works=(Work("Looms"),)), PersonRecord("Li Wei", works=(Work("Engines"),))
    assert len(bring_in_people(desk, *rows).possible_duplicates) == 1
    bring_in_people(desk, *rows)
    assert desk.ask(people.count) == 2


def test_somebody_let_go_does_not_come_back_by_an_import(desk: Desk) -> None:
    row = linkedin("Ada,Lovelace,https://www.linkedin.com/in/ada,,Looms,,12 Mar 2024")
    bring_in(desk, row)
    desk.do(people.let_go, desk.ask(people.listed, PeopleFilter()))
    result = bring_in(desk, row)
    assert result.added == {"people": 0}
    assert desk.ask(people.count) == 0


def test_a_dry_run_says_what_the_import_does(desk: Desk) -> None:
    add_person(desk, "Ada Lovelace", emails=(Email("a@x.example"),))
    review = desk.ask(
        importing.review,
        importing.read(
            [
                linkedin("Ada,Lovelace,,a@x.example,Looms,,", "Grace,Hopper,,,Navy,,"),
                calendar("UID:x", "DTSTART:20260701T100000Z"),
            ]
        ),
    )
    before = everything(desk)
    foreseen = importing.result_of(review)
    assert everything(desk) == before
    assert foreseen == desk.do(importing.apply, review).value
    assert foreseen.added == {"people": 1, "events": 1}
    assert foreseen.updated == {"people": 1, "events": 0}


def test_problems_say_which_file_and_where(desk: Desk) -> None:
    result = bring_in(desk, linkedin("Ada,Lovelace,,,Looms,,31 Foo 2023"))
    (problem,) = result.problems
    assert (problem.file, problem.where) == ("Connections.csv", "line 2")
    assert desk.ask(people.count) == 1


def test_dates_that_cannot_be_are_left_out(desk: Desk) -> None:
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nX-HALLWAY-MET-ON:some day\r\nEND:VCARD\r\n"
    result = bring_in(desk, ("ada.vcf", card.encode()))
    assert only(desk).met_on == ""
    assert [problem.row for problem in result.problems] == ["some day"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [("paper.pdf", b"%PDF-1.7 x", "PDF"), ("list.txt", b"a few words", "text"), ("empty.vcf", b"", "empty")],
)
def test_a_foreign_file_is_refused_with_what_it_seems_to_be(name: str, data: bytes, words: str) -> None:
    with pytest.raises(errors.Refused) as refusal:
        importing.read([linkedin("Ada,Lovelace,,,,,"), (name, data)])
    assert words in refusal.value.what
    assert "Nothing was changed" in refusal.value.sentence


def test_f11_a_report_can_stop_it_before_anything_changes(desk: Desk) -> None:
    def stop(done: int, total: int) -> None:
        raise errors.Stopped("Stopped.")

    file = linkedin(*(f"Ada,Lovelace {number},,,,," for number in range(600)))
    with pytest.raises(errors.Stopped):
        importing.read([file], report=stop)
    with pytest.raises(errors.Stopped):
        desk.ask(importing.review, importing.read([file]), stop)


def test_photos_that_nobody_made_clean_stay_in_the_file_and_are_counted(desk: Desk) -> None:
    assert bring_in_people(desk, PersonRecord("Ada", photo=JPEG)).photos_left_out == 1
    assert not only(desk).has_photo


def clean(data: bytes) -> bytes:
    """What the window does with pictures, in small."""
    if b"bomb" in data:
        raise errors.Refused("This picture is far too large for a face.", do="Choose a smaller one.")
    return data.replace(b" secret", b"")


def with_photos(*records: PersonRecord) -> Reading:
    return importing_photos.cleaned(Reading((Page("people.vcf", "vcard", records),)), clean)


def bring_in_reading(desk: Desk, reading: Reading) -> Result:
    return desk.do(importing.apply, desk.ask(importing.review, reading)).value


def test_p12_photos_come_in_clean_once_and_never_over_one_that_is_there(desk: Desk) -> None:
    bo = add_person(desk, "Bo Ek", emails=(Email("bo@x.org"),))
    cy = add_person(desk, "Cy Oz", emails=(Email("cy@x.org"),))
    desk.do(photos.set_photo, cy, b"own")
    before = everything(desk)
    cards = (
        PersonRecord("Ada Byron", photo=JPEG + b" secret"),
        PersonRecord("Bo Ek", emails=(Email("bo@x.org"),), photo=JPEG),
        PersonRecord("Cy Oz", emails=(Email("cy@x.org"),), photo=JPEG),
    )  # fmt: skip
    result = bring_in_reading(desk, with_photos(*cards))
    assert (result.added, result.updated, result.photos_left_out) == ({"people": 1}, {"people": 1}, 0)
    assert desk.ask(photos.photo, named(desk, "Ada Byron").id) == JPEG
    assert desk.ask(photos.photo, bo) == JPEG
    assert desk.ask(photos.photo, cy) == b"own"
    after = everything(desk)
    assert bring_in_reading(desk, with_photos(*cards)).unchanged == {"people": 3}
    assert everything(desk) == after
    desk.undo()
    assert everything(desk) == before


def test_a_photo_that_is_refused_is_a_problem_and_the_person_comes(desk: Desk) -> None:
    result = bring_in_reading(desk, with_photos(PersonRecord("Ada", "line 3", photo=b"bomb")))
    assert not only(desk).has_photo
    (problem,) = result.problems
    assert (problem.file, problem.where) == ("people.vcf", "line 3") and "too large" in problem.what


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_photos_leave_with_the_cards_and_come_back_the_same(desk: Desk, version: str) -> None:
    for name, picture in (("Ada Byron", JPEG), ("Bo Ek", b"\x89PNG\r\n\x1a\n\x00\x01"), ("Cy Oz", None)):
        desk.do(photos.set_photo, add_person(desk, name), picture)
    other = memory_desk()
    cards = desk.ask(exporting.file_of, ".vcf", version)
    bring_in_reading(other, importing_photos.cleaned(importing.read([("people.vcf", cards)]), clean))
    ours, theirs = (one.ask(exporting.people, photos=True) for one in (desk, other))
    assert [(one.name, one.photo) for one in ours] == [(one.name, one.photo) for one in theirs]
    assert sum(bool(one.photo) for one in theirs) == 2
    assert not any(one.photo for one in desk.ask(exporting.people))


def test_the_last_import_is_a_filter(desk: Desk) -> None:
    add_person(desk, "Grace Hopper")
    bring_in(desk, linkedin("Ada,Lovelace,,,,,"))
    last = desk.ask(importing.last)
    assert last is not None
    run, source, _ = last
    assert source == "Connections.csv"
    assert desk.ask(people.listed, PeopleFilter(import_run=run)) == (named(desk, "Ada Lovelace").id,)


# --- events ----------------------------------------------------------------------------------------------

SUMMER = ("UID:summer", "SUMMARY:Summer school on looms", "LOCATION:Boathouse")


def test_an_event_comes_with_day_time_place_and_kind(desk: Desk) -> None:
    bring_in(
        desk, calendar(*SUMMER, "DTSTART;TZID=Europe/Oslo:20260701T090000", "DTEND;TZID=Europe/Oslo:20260703T170000")
    )
    (event,) = desk.ask(events.coming)
    assert (event.title, event.kind, event.venue) == ("Summer school on looms", "workshop", "Boathouse")
    assert (event.start_on.isoformat(), event.end_on.isoformat()) == ("2026-07-01", "2026-07-03")
    assert (event.start_time, event.end_time, event.time_zone) == ("09:00", "17:00", "Europe/Oslo")


def test_a_moved_event_moves_and_keeps_what_the_user_wrote(desk: Desk) -> None:
    bring_in(desk, calendar(*SUMMER, "DTSTART;VALUE=DATE:20260701"))
    (event,) = desk.ask(events.coming)
    desk.do(events.change, replace(event, title="My summer school", notes="Bring tea"))
    result = bring_in(desk, calendar(*SUMMER, "DTSTART;VALUE=DATE:20260708", "DESCRIPTION:Official text"))
    (moved,) = desk.ask(events.coming)
    assert result.updated == {"events": 1}
    assert (moved.title, moved.notes, moved.start_on.isoformat()) == ("My summer school", "Bring tea", "2026-07-08")


def test_an_event_without_an_id_is_known_by_title_and_day(desk: Desk) -> None:
    for uid in ("UID:first", "UID:another one each time"):
        bring_in(desk, calendar(uid, "SUMMARY:Dinner", "DTSTART;VALUE=DATE:20260701"))
    assert len(desk.ask(events.coming)) == 1


def test_an_event_that_is_called_off_is_not_added(desk: Desk) -> None:
    result = bring_in(desk, calendar(*SUMMER, "DTSTART;VALUE=DATE:20260701", "STATUS:CANCELLED"))
    assert desk.ask(events.coming) == ()
    assert len(result.problems) == 1


# --- properties ------------------------------------------------------------------------------------------

NAMES = some.sampled_from(["Ada Lovelace", "Ada King", "Łukasz Nowak", "Lukasz Nowak", "山田 太郎", "Li Wei", "Wei Li"])
PLACES = some.sampled_from(["Looms", "looms", "Uni Lund", ""])
ROLES = some.sampled_from(["", "Engineer", "Professor"])
ADDRESSES = some.sampled_from(["a@x.example", "A@x.example", "b@gmail.com"])
RECORDS = some.builds(
    PersonRecord,
    name=NAMES,
    uid=some.sampled_from(["", "", "u1", "u2"]),
    emails=some.lists(some.builds(Email, ADDRESSES), max_size=2).map(tuple),
    profiles=some.lists(
        some.builds(Profile, some.just("linkedin"), some.sampled_from(["https://www.linkedin.com/in/a", "https://www.linkedin.com/in/b"])),
        max_size=1,
    ).map(tuple),
    works=some.lists(some.builds(Work, PLACES, ROLES), max_size=2).map(tuple),
    topics=some.lists(some.sampled_from(["looms", "Looms", "tea"]), max_size=2).map(tuple),
    groups=some.lists(some.sampled_from(["Mentors"]), max_size=1).map(tuple),
    place=some.sampled_from(["", "London"]),
    met_on=some.sampled_from(["", "2024", "2024-03-12"]),
)  # fmt: skip


@settings(max_examples=60)
@given(some.lists(RECORDS, max_size=6), some.lists(RECORDS, min_size=1, max_size=8))
def test_twice_is_once_and_undo_is_exact(there: Sequence[PersonRecord], file: Sequence[PersonRecord]) -> None:
    desk = memory_desk()
    bring_in_people(desk, *there)
    before, steps = recorded(desk.database), len(desk.history())
    result = bring_in_people(desk, *file)
    after = recorded(desk.database)
    again = bring_in_people(desk, *file)
    assert recorded(desk.database) == after
    assert (again.added, again.updated) == ({"people": 0}, {"people": 0})
    assert desk.ask(safety.check) == ()
    if len(desk.history()) > steps:
        desk.undo()
    assert recorded(desk.database) == before
    assert result.added["people"] == len(after["person"]) - len(before["person"])


@settings(max_examples=30)
@given(some.lists(RECORDS, max_size=6, unique_by=lambda record: record.name))
def test_people_go_out_as_cards_and_come_back_the_same(file: Sequence[PersonRecord]) -> None:
    """Two people may not share what belongs to one person alone, or coming back they are taken for one."""
    here, there = memory_desk(), memory_desk()
    bring_in_people(here, *(replace(record, profiles=(), emails=()) for record in file))
    cards = here.ask(exporting.file_of, ".vcf")
    bring_in(there, ("people.vcf", cards)) if cards else None
    ours, theirs = (desk.ask(exporting.people) for desk in (here, there))
    assert sorted(map(_shown, ours)) == sorted(map(_shown, theirs))
    assert vcard.write(ours) == cards


def _shown(record: PersonRecord) -> tuple[str, ...]:
    """Everything but the lasting id, which every record gives anew."""
    works = sorted(map(repr, record.works))
    return record.name, repr(replace(record, name="", uid="", works=())), *works


def test_our_own_cards_change_nothing_at_home(desk: Desk) -> None:
    bring_in(desk, ("apple.vcf", (SAMPLES / "apple.vcf").read_bytes()))
    add_person(desk, "Ada Lovelace", organisation="Looms", role="Engineer", topics=("looms",))
    before = everything(desk)
    result = bring_in(desk, ("people.vcf", desk.ask(exporting.file_of, ".vcf")))
    assert result.added == {"people": 0}
    assert result.updated == {"people": 0}
    assert everything(desk) == before


def test_a_row_that_says_less_than_is_known_is_the_same_person(desk: Desk) -> None:
    add_person(desk, "Ada Lovelace", organisation="Looms")
    review = desk.ask(importing.review, Reading((Page("x.vcf", "vcard", (PersonRecord("Ada Lovelace"),)),)))
    assert review.rows[0].match.verdict is Verdict.SAME
    assert review.unchanged == 1


def test_two_cards_with_numbers_of_their_own_stay_two(desk: Desk) -> None:
    mail = (Email("ada@looms.example"),)
    cards = PersonRecord("Ada Lovelace", uid="1", emails=mail), PersonRecord("Ada Lovelace", uid="2", emails=mail)
    result = bring_in_people(desk, *cards)
    assert result.added == {"people": 2}
    assert [doubt.why for doubt in result.possible_duplicates] == ["same mail"]


# --- a newer role ----------------------------------------------------------------------------------------


def roles(desk: Desk) -> list[tuple[str, str, str]]:
    """Where the one person worked, in what role, until when."""
    return [(work.organisation, work.role, work.end_on) for work in only(desk).affiliations]


def works(*works_: Work) -> PersonRecord:
    return PersonRecord("Ada Lovelace", emails=(Email("ada@looms.example"),), works=works_)


def test_whoever_moved_has_a_new_place_and_the_old_one_ends(desk: Desk) -> None:
    bring_in_people(desk, works(Work("Looms", "Engineer")))
    bring_in_people(desk, works(Work("Engines", "Director")))
    assert roles(desk) == [("Engines", "Director", ""), ("Looms", "Engineer", "2026-06")]
    there = everything(desk)
    bring_in_people(desk, works(Work("Engines", "Director")))
    bring_in_people(desk, works(Work("Looms", "Engineer")))
    assert everything(desk) == there


def test_a_second_place_that_the_file_also_names_goes_on(desk: Desk) -> None:
    bring_in_people(desk, works(Work("Looms", "Engineer")))
    bring_in_people(desk, works(Work("Looms", "Engineer"), Work("Engines", "Director")))
    assert {end for _, _, end in roles(desk)} == {""}


def test_a_place_that_one_of_two_may_follow_goes_on(desk: Desk) -> None:
    bring_in_people(desk, works(Work("Looms", "Engineer"), Work("Uni Lund", "Guest")))
    bring_in_people(desk, works(Work("Engines", "Director")))
    assert [end for _, _, end in roles(desk)] == ["", "", ""]


def test_a_place_that_ended_follows_nothing(desk: Desk) -> None:
    bring_in_people(desk, works(Work("Looms", "Engineer")))
    bring_in_people(desk, works(Work("Engines", "Student", end="2019")))
    assert roles(desk)[0] == ("Looms", "Engineer", "")


def test_notes_of_ones_own_are_never_touched_and_those_of_the_file_are_shown(desk: Desk) -> None:
    id_ = add_person(desk, "Ada Lovelace", emails=(Email("ada@looms.example"),))
    desk.do(people.change, id_, "notes", "Likes tea.")
    mail = (Email("ada@looms.example"),)
    card = PersonRecord("Ada Lovelace", "line 7", emails=mail, note="Met in York", place="York")
    result = bring_in_people(desk, card)
    assert (only(desk).notes, only(desk).place) == ("Likes tea.", "York")
    (problem,) = result.problems
    assert (problem.where, problem.row) == ("line 7", "Met in York") and problem.what.startswith("Ada Lovelace: there")


def test_notes_of_two_rows_of_somebody_new_are_put_together(desk: Desk) -> None:
    mail = (Email("ada@looms.example"),)
    rows = PersonRecord("Ada Lovelace", emails=mail, note="Likes tea."), PersonRecord("Ada", emails=mail, note="York")
    result = bring_in_people(desk, *rows)
    assert only(desk).notes == "Likes tea.\n\nYork" and not result.problems
    there = everything(desk)
    assert not bring_in_people(desk, *rows).problems and everything(desk) == there


# --- moments ---------------------------------------------------------------------------------------------


def happened(desk: Desk) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Day, kind, words and names of everything on the timeline."""
    return [
        (one.on.isoformat(), one.kind.value, one.summary, tuple(who.name for who in one.people))
        for one in desk.ask(interactions.timeline, TimelineFilter())
    ]


TALK = MomentRecord("2026-05-01", "met", "Talked about looms")
LETTER = MomentRecord("2026-05-02", direction="in")


def test_moments_of_a_file_come_once_and_go_with_one_undo(desk: Desk) -> None:
    before = everything(desk)
    result = bring_in_people(
        desk, PersonRecord("Ada", moments=(TALK, LETTER), rhythm_days=90, met_how="At a fair"),
        PersonRecord("Bo", moments=(TALK,)),
    )  # fmt: skip
    assert result.added == {"people": 2, "interactions": 3}
    assert happened(desk) == [
        ("2026-05-02", "message", "", ("Ada",)), ("2026-05-01", "met", "Talked about looms", ("Ada", "Bo")),
    ]  # fmt: skip
    ada = named(desk, "Ada")
    assert (ada.rhythm_days, ada.met_how) == (90, "At a fair")
    again = bring_in_people(desk, PersonRecord("Ada", moments=(TALK, LETTER)))
    assert again.added == {"people": 0, "interactions": 0}
    desk.undo()
    assert everything(desk) == before


def test_a_moment_that_was_logged_by_hand_is_not_logged_again(desk: Desk) -> None:
    mail = (Email("ada@looms.example"),)
    ada = add_person(desk, "Ada", emails=mail)
    logged = NewInteraction(date(2026, 5, 2), (Participant(ada),), Kind.MESSAGE, "She sent the draft")
    desk.do(interactions.log, logged)
    assert bring_in_people(desk, PersonRecord("Ada", emails=mail, moments=(LETTER,))).added["interactions"] == 0
    more = bring_in_people(desk, PersonRecord("Ada", emails=mail, moments=(replace(LETTER, on="2026-05-03"),)))
    assert (more.added["interactions"], more.updated["people"]) == (1, 1)


def test_whoever_only_wrote_a_mail_is_asked_about(desk: Desk) -> None:
    add_person(desk, "Ada", emails=(Email("ada@looms.example"),))
    ada = PersonRecord("Ada L", emails=(Email("ada@looms.example"),), moments=(LETTER,))
    stranger = PersonRecord("Newsletter", emails=(Email("news@shop.example"),), moments=(LETTER,))
    review = desk.ask(importing.review, Reading((Page("mails.mbox", "mail", (ada, stranger)),)))
    assert [row.decision for row in review.rows] == [Decision.MERGE, Decision.SKIP]
    result = importing.result_of(review)
    assert (result.added, result.left_out) == ({"people": 0, "interactions": 1}, 1)
    assert importing.say_result(result) == "1 brought up to date, 1 moment noted, 1 left out"
    desk.do(importing.apply, importing.decide(review, 1, Decision.NEW))
    assert desk.ask(people.count) == 2


# --- deciding later --------------------------------------------------------------------------------------


def test_who_is_decided_about_later_waits_and_comes_when_decided(desk: Desk) -> None:
    id_ = add_person(desk, "Ada Lovelace", organisation="Looms")
    file = linkedin("Ada,Lovelace,,,Engines,Director,")
    review = importing.decide(desk.ask(importing.review, importing.read([file])), 0, Decision.LATER)
    result = desk.do(importing.apply, review).value
    assert (result.added, result.waiting, desk.ask(people.count)) == ({}, 1, 1)
    again = desk.ask(importing.review, importing.read([file]))
    assert (again.rows[0].decision, again.rows[0].person_id) == (Decision.LATER, id_)
    desk.do(importing.apply, again)
    (waiter,) = desk.ask(waiting.listed)
    assert (waiter.file, waiter.kind) == ("Connections.csv", "linkedin")
    assert waiter.record.works == (Work("Engines", "Director"),)
    waits = desk.ask(importing.review, desk.ask(waiting.reading))
    desk.do(importing.apply, importing.decide(waits, 0, Decision.MERGE))
    assert desk.ask(waiting.count) == 0
    assert roles(desk)[0][:2] == ("Engines", "Director")
    desk.undo()
    assert (desk.ask(waiting.count), desk.ask(people.count)) == (1, 1)


@given(RECORDS)
def test_who_waits_is_kept_whole(record: PersonRecord) -> None:
    whole = replace(record, photo=JPEG, moments=(TALK,), unknown=("X-A:b",), languages=("sv",), rhythm_days=30)
    assert from_json(to_json(whole)) == whole


def test_the_review_is_shown_while_it_is_made(desk: Desk) -> None:
    rows = [f"Ada,Lovelace {number},,,,," for number in range(600)]
    seen: list[Review] = []
    whole = desk.ask(importing.review, importing.read([linkedin(*rows)]), None, seen.append)
    assert [len(one.rows) for one in seen] == [250, 500]
    assert all(one.rows == whole.rows[: len(one.rows)] for one in seen)
