"""Each verb: what it says in words, what it says in JSON, and that it does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallway.formats import ics, vcard
from tests.cli.conftest import Hallway
from tests.formats.files import SAMPLES

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@pytest.fixture
def connections(tmp_path: Path) -> Path:
    """A file with two people, one of them with a date that does not read."""
    path = tmp_path / "Connections.csv"
    path.write_text(
        HEADER + "Ada,Lovelace,,ada@looms.example,Looms,Engineer,12 Mar 2024\nGrace,Hopper,,,Navy,,31 Foo 2023\n"
    )
    return path


def test_met_says_how_the_line_was_understood(hallway: Hallway) -> None:
    said = hallway("met", "Thảo Nguyễn, at Uni Lund, corridor width, send her the R code by Friday")
    assert said.out.splitlines() == [
        "Name          Thảo Nguyễn",
        "Works at      Uni Lund",
        "Talked about  corridor width",
        "Follow up     Send her the R code, Friday 19 June",
    ]


def test_met_offers_and_never_assumes_a_namesake(hallway: Hallway) -> None:
    hallway("met", "Ada Lovelace, looms")
    said = hallway("met", "Ada Lovelace, engines")
    assert said.code == 0
    assert "Ada Lovelace" in said.err
    assert len(hallway("find", "Ada", "--json").json) >= 2


def test_met_without_a_name_is_refused(hallway: Hallway) -> None:
    assert hallway("met", " , ").code == 1


def test_log_says_what_it_sets_next(hallway: Hallway) -> None:
    hallway("met", "Ada Lovelace")
    hallway("rhythm", "Ada", "60")
    said = hallway("log", "ada", "looms", "--on", "last tue", "--kind", "call")
    assert said.out.splitlines() == [
        "Call with Ada Lovelace, Tuesday 16 June.",
        "The next check-in with Ada Lovelace is wished for Sunday 16 August, in 9 weeks.",
    ]


def test_a_date_that_does_not_read_is_never_guessed(hallway: Hallway) -> None:
    hallway("met", "Ada Lovelace")
    before = hallway("history", "--json").json
    said = hallway("log", "Ada", "looms", "--on", "last tuesdey")
    assert said.code == 1
    assert "Did you mean “last tuesday”?" in said.err
    assert hallway("history", "--json").json == before


def test_a_day_to_come_is_refused(hallway: Hallway) -> None:
    hallway("met", "Ada Lovelace")
    assert hallway("log", "Ada", "looms", "--on", "tomorrow").code == 1


def test_several_people_of_a_name_are_asked_about(hallway: Hallway) -> None:
    hallway("met", "Ada Lovelace")
    hallway("met", "Ada King")
    said = hallway("log", "Ada", "looms")
    assert said.code == 1
    assert "Ada Lovelace" in said.err
    assert "Ada King" in said.err


@pytest.mark.parametrize(("days", "words"), [("60", "every two months"), ("0", "no rhythm"), ("groups", "no rhythm")])
def test_rhythms(hallway: Hallway, days: str, words: str) -> None:
    hallway("met", "Ada Lovelace")
    assert hallway("rhythm", "Ada", days).out.splitlines()[0] == f"Ada Lovelace: {words}."


def test_a_pause_rests_everybody_or_one(hallway: Hallway) -> None:
    hallway("met", "Ada Lovelace")
    hallway("met", "Bo Ek")
    for person in ("Ada", "Bo"):
        hallway("rhythm", person, "7")
    said = hallway("pause", "in 3 weeks", "--reason", "fieldwork")
    assert said.out == "No check-ins from Wednesday 17 June to Wednesday 8 July, in 3 weeks.\n"
    assert min(one["on"] for one in hallway("plan", "--json").json["check_ins"]) > "2026-07-08"
    hallway("undo")
    assert "with Bo Ek" in hallway("pause", "2026-07-08", "--person", "Bo").out
    days = {one["person"]: one["on"] for one in reversed(hallway("plan", "--json").json["check_ins"])}
    assert days["Ada Lovelace"] < "2026-07-08" < days["Bo Ek"]
    assert hallway("pause", "yesterday").code == 1


def test_today_in_words_and_as_json(hallway: Hallway) -> None:
    hallway("met", "Ada Lovelace, send her the paper by Friday")
    assert hallway("today", "--json").json == []
    (item,) = hallway("today", "--on", "fri", "--json").json
    assert (item["kind"], item["person"], item["due_on"]) == ("promise", "Ada Lovelace", "2026-06-19")
    assert item["why"]
    assert item["draft"]
    words = hallway("today", "--on", "2026-06-19").out
    assert words.startswith("Friday 19 June\n")
    assert "Send her the paper, for Ada Lovelace" in words


def test_plan_in_words_and_as_json(hallway: Hallway) -> None:
    assert "Nobody has a rhythm yet" in hallway("plan").out
    hallway("met", "Ada Lovelace")
    hallway("rhythm", "Ada", "60")
    plan = hallway("plan", "--json").json
    assert plan["budget_per_week"] == 3
    assert plan["asked_per_week"] == pytest.approx(7 / 60, abs=0.01)
    assert plan["message"] == ""
    assert plan["check_ins"][0] == {
        "person": "Ada Lovelace", "on": "2026-08-18", "wished_on": "2026-08-16", "fixed": False,
    }  # fmt: skip
    assert hallway("plan", "--days", "30", "--json").json["check_ins"] == []
    first = hallway("plan").out.splitlines()[0]
    assert " ".join(first.split()) == "Tuesday 18 August in 9 weeks Ada Lovelace"


def test_plan_says_when_the_rhythms_ask_for_more_than_is_allowed(hallway: Hallway) -> None:
    for name in ("Ada", "Grace", "Mary", "Katherine"):
        hallway("met", name)
        hallway("rhythm", name, "7")
    assert hallway("plan", "--json").json["message"] == "Your rhythms come to 4.0 people a week; you allow 3."


def test_find_looks_at_people_events_and_moments(hallway: Hallway) -> None:
    hallway("met", "Ada Lovelace, mechanical looms")
    hits = hallway("find", "loo", "--json").json
    assert {hit["kind"] for hit in hits} == {"moment", "person"}
    assert set(hits[0]) >= {"kind", "id", "title", "detail", "why"}
    assert hallway("find", "lovelace", "--json").json[0]["kind"] == "person"
    assert hallway("find", "zeppelin").out == "Nothing has “zeppelin” in it.\n"


def test_import_says_its_numbers_and_its_problems(hallway: Hallway, connections: Path) -> None:
    said = hallway("import", connections, "--json")
    assert said.code == 0
    assert said.json["added"] == {"people": 2}
    assert said.json["updated"] == {"people": 0}
    assert said.json["unchanged"] == {"people": 0}
    assert said.json["possible_duplicates"] == []
    (problem,) = said.json["problems"]
    assert (problem["file"], problem["where"]) == ("Connections.csv", "line 3")
    again = hallway("import", connections, "--json").json
    assert (again["added"], again["unchanged"]) == ({"people": 0}, {"people": 2})
    assert hallway("import", connections).out.startswith("2 already here.")


def test_import_lists_who_may_be_known(hallway: Hallway, connections: Path) -> None:
    hallway("met", "Ada Lovelace, at Engines")
    (doubt,) = hallway("import", connections, "--json").json["possible_duplicates"]
    assert (doubt["row"], doubt["name"], doubt["like"], doubt["why"]) == (
        "line 2", "Ada Lovelace", "Ada Lovelace", "same name",
    )  # fmt: skip


def test_a_dry_run_changes_nothing_and_says_the_same(hallway: Hallway, connections: Path) -> None:
    trial = hallway("import", connections, "--dry-run", "--json").json
    assert hallway("history", "--json").json == []
    assert hallway("find", "Ada", "--json").json == []
    assert hallway("import", connections, "--json").json == trial


def test_one_foreign_file_keeps_all_of_them_out(hallway: Hallway, connections: Path, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7")
    said = hallway("import", connections, tmp_path / "paper.pdf")
    assert said.code == 1
    assert "paper.pdf seems to be a PDF document" in said.err
    assert hallway("history", "--json").json == []


def test_a_file_that_is_not_there(hallway: Hallway, tmp_path: Path) -> None:
    said = hallway("import", tmp_path / "gone.vcf")
    assert said.code == 1
    assert "not there" in said.err


def test_a_file_with_nothing_in_it_is_1_with_the_reason(hallway: Hallway, tmp_path: Path) -> None:
    (tmp_path / "none.ics").write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    said = hallway("import", tmp_path / "none.ics", "--json")
    assert said.code == 1
    assert said.json["problems"]


def test_a_format_can_be_insisted_on(hallway: Hallway, tmp_path: Path) -> None:
    path = tmp_path / "cards.txt"
    path.write_bytes((SAMPLES / "google.vcf").read_bytes())
    assert hallway("import", path, "--as", "vcard", "--json").json["added"] == {"people": 1}


def test_undo_redo_and_history(hallway: Hallway, connections: Path) -> None:
    hallway("import", connections)
    assert hallway("undo").out == "Taken back: Imported Connections.csv: 2 added\n"
    assert hallway("find", "Ada", "--json").json == []
    (step,) = hallway("history", "--json").json
    assert (step["label"], step["undone"]) == ("Imported Connections.csv: 2 added", True)
    assert step["at"].startswith("2026-06-17T10:00")
    assert hallway("redo").out == "Done again: Imported Connections.csv: 2 added\n"
    assert len(hallway("find", "Ada", "--json").json) == 1
    hallway("undo")
    said = hallway("undo")
    assert (said.code, said.err) == (1, "There is nothing to undo.\n")


def test_people_go_out_as_a_table_and_as_cards(hallway: Hallway, connections: Path, tmp_path: Path) -> None:
    hallway("import", connections)
    table, cards = tmp_path / "people.csv", tmp_path / "people.vcf"
    assert hallway("export", "people", table).code == 0
    assert hallway("export", "people", cards, "--vcard", "4.0").code == 0
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("Name,")
    assert [line.split(",")[0] for line in lines[1:]] == ["Ada Lovelace", "Grace Hopper"]
    assert [one.name for one in vcard.read(cards.read_bytes()).records] == ["Grace Hopper", "Ada Lovelace"]
    first = table.read_bytes()
    hallway("export", "people", table)
    assert table.read_bytes() == first
    assert hallway("export", "people", tmp_path / "people.pdf").code == 1


def test_the_calendar_is_written_as_of_a_moment(hallway: Hallway, tmp_path: Path) -> None:
    hallway("met", "Ada Lovelace")
    hallway("rhythm", "Ada", "60")
    out = tmp_path / "out.ics"
    said = hallway(
        "export", "calendar", out, "--now", "2026-06-20T09:00:00+02:00", "--detail", "private", "--days", "90"
    )
    assert (said.code, said.out) == (0, "")
    (entry,) = ics.read(out.read_bytes()).records
    assert (entry.title, str(entry.start)) == ("Check in", "2026-08-18")
    assert b"20260620T070000Z" in out.read_bytes()
    hallway("export", "calendar", out, "--as", "tasks")
    assert b"BEGIN:VTODO" in out.read_bytes()
    assert hallway("export", "calendar", tmp_path / "no" / "folder.ics").code == 1


def test_check_is_calm_when_all_is_well(hallway: Hallway) -> None:
    hallway("demo")
    assert hallway("check", "--json").json == {"ok": True, "findings": []}
    assert hallway("check").out == "Everything is as it should be.\n"


def test_demo_fills_once(hallway: Hallway) -> None:
    assert hallway("demo", "--people", "25", "--seed", "3").code == 0
    said = hallway("demo")
    assert said.code == 1
    assert "holds a record already" in said.err
    assert hallway("history", "--json").json == []
