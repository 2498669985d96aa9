"""`hallway import` of what is no plain file of people: an archive, a picture of a code, mails, a table of one's own."""

from __future__ import annotations

import json
from pathlib import Path

from hallway import wiring
from hallway.cli.main import Pictures, run
from hallway.usecases import people
from tests.cli.conftest import Hallway

TABLE = "Who;Where;Nonsense\nZoë Ødegård;Uni Lund;blue\nBo Ek;KTH;green\n"


def test_an_archive_becomes_an_empty_record_and_is_never_mixed_into_another(hallway: Hallway, tmp_path: Path) -> None:
    hallway("met", "Ana Ruiz")
    out = tmp_path / "all.zip"
    hallway("export", "archive", out)
    refused = hallway("import", out)
    assert refused.code == 1 and "hallway restore" in refused.err
    hallway("erase", "Ana", "--yes")
    trial = json.loads(hallway("import", out, "--dry-run", "--json").out)
    assert trial["added"]["people"] == 1 and "Nothing" in hallway("find", "Ana").out
    assert "1 people, 1 conversations added" in hallway("import", out).out
    assert "Ana Ruiz" in hallway("find", "Ana").out


def test_a_picture_of_a_code_is_read_like_the_card_in_it(home: Path, tmp_path: Path) -> None:
    picture = tmp_path / "badge.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n...")
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nEND:VCARD"
    seen: list[bytes] = []

    def codes(data: bytes) -> tuple[str, ...]:
        seen.append(data)
        return (card,)

    def no_window(*_: object, **__: object) -> int:
        raise AssertionError

    words = ["--home", str(home), "import", str(picture)]
    done = run(words, lambda folder: wiring.open_desk(folder, "test"), no_window, Pictures(lambda data: data, codes))
    assert done == 0 and seen == [picture.read_bytes()]
    desk = wiring.open_desk(home, "test")
    assert desk.ask(people.named, "Ana Ruiz")
    desk.close()


def test_columns_are_said_once_and_known_the_next_time(hallway: Hallway, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text(TABLE, encoding="utf-8")
    said = ("--columns", "Who=name", "--columns", "Where=organisation", "--columns", "Nonsense=left out")
    found = json.loads(hallway("import", table, *said, "--json").out)
    assert found["added"] == {"people": 2} and found["columns"]["list.csv"]["Nonsense"] == "left out"
    again = json.loads(hallway("import", table, "--json").out)
    assert (again["added"], again["updated"], again["unchanged"]) == ({"people": 0}, {"people": 0}, {"people": 2})
    assert again["columns"]["list.csv"] == found["columns"]["list.csv"]
