"""`hallway export calendar` with all it can be told, and links back into the record."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.conftest import Hallway


@pytest.fixture
def filled(hallway: Hallway, tmp_path: Path) -> Path:
    """Somebody with a rhythm and a promise; where the calendar goes."""
    hallway("met", "Ana Ruiz, @CERN, send her the code by friday")
    hallway("rhythm", "Ana Ruiz", "21")
    return tmp_path / "out.ics"


def test_what_was_written_as_one_document(hallway: Hallway, filled: Path) -> None:
    said = hallway("export", "calendar", filled, "--json", "--days", "60")
    assert said.json["file"] == str(filled) and said.json["cancelled"] == 0
    assert said.json["kinds"]["promise"] == 1 and said.json["kinds"]["check-in"] == len(said.json["check_ins"]) > 0
    assert said.json["entries"] == sum(said.json["kinds"].values()) == filled.read_text().count("BEGIN:VEVENT")


def test_only_the_kinds_that_are_named(hallway: Hallway, filled: Path) -> None:
    hallway("export", "calendar", filled, "--kinds", "promise")
    assert "Ana Ruiz" in filled.read_text() and filled.read_text().count("BEGIN:VEVENT") == 1


@pytest.mark.parametrize(("alarm", "trigger"), [("07:30", "TRIGGER:PT7H30M"), ("none", None)])
def test_when_to_remind(hallway: Hallway, filled: Path, alarm: str, trigger: str | None) -> None:
    hallway("export", "calendar", filled, "--kinds", "promise", "--alarm", alarm)
    assert (trigger in filled.read_text()) if trigger else "VALARM" not in filled.read_text()


@pytest.mark.parametrize(
    "words", [("--kinds", "lunch"), ("--alarm", "25:00"), ("--days", "0"), ("--detail", "all"), ("--as", "mail")]
)
def test_what_makes_no_sense_is_wrong_usage(hallway: Hallway, filled: Path, words: tuple[str, str]) -> None:
    assert hallway("export", "calendar", filled, *words).code == 2 and not filled.exists()


def test_a_place_that_may_not_be_written_leaves_the_old_file(hallway: Hallway, filled: Path) -> None:
    filled.mkdir()
    said = hallway("export", "calendar", filled)
    assert said.code == 1 and "folder" in said.err
    assert hallway("export", "calendar", filled.parent / "nowhere" / "x.ics").code == 1


@pytest.mark.parametrize(("detail", "linked"), [("private", 0), ("initials", 0), ("names", 2), ("full", 2)])
def test_a_named_entry_leads_back_to_the_person(hallway: Hallway, filled: Path, detail: str, linked: int) -> None:
    hallway("export", "calendar", filled, "--days", "21", "--detail", detail)
    links = {str(one["URL"]) for one in Calendar.from_ical(filled.read_bytes()).walk("VEVENT") if "URL" in one}
    assert filled.read_text().count("URL:hallway:person/") == linked and len(links) == min(linked, 1)
    for link in links:
        assert link in hallway(link).out, "the window opens at the link"


@pytest.mark.parametrize("link", ["hallway:", "hallway:person/../x", "hallway:erase/1234567890", "hallway:person/a b"])
def test_a_strange_link_is_refused_before_anything_opens(hallway: Hallway, link: str) -> None:
    said = hallway(link)
    assert said.code == 1 and "leads nowhere" in said.err and "window" not in said.out
